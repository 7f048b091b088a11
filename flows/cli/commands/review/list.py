"""`standpunt review list`: what people said that is still open."""

from dataclasses import asdict

import click

from flows.cli.session import session
from flows.cli.spoken import SpokenCommand, edition_argument, json_option, provinces_option
from flows.cli.terminal import print_json
from flows.cli.words import WORDS
from flows.desk.opening.editions import edition_name, province_names
from flows.desk.remarks import NATIONAL, open_remarks
from flows.problems.sentences import Ui, harmless


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(
        edition: str | None, provinces: tuple[str, ...], as_json: bool, root: str | None, **_: object
    ) -> int:
        here = session(root, ui)
        name = edition_name(here.content, edition)
        chosen = province_names(here.content, provinces)
        found = list(open_remarks(here.content, name, chosen if provinces else (NATIONAL, *chosen)))
        if as_json:
            print_json({"edition": name, "remarks": [asdict(each) for each in found]})
            return 0
        for each in found:
            said = words["remark-line"].format(
                province=each.province, item=each.remark.item, by=each.remark.by, on=each.remark.on
            )
            click.echo(f"{said}\n  {harmless(each.remark.text)}\n")
        click.echo(words["remarks-open"].format(count=len(found)))
        return 0

    options = [edition_argument(), provinces_option(words), json_option(words)]
    return SpokenCommand("review-list", words, run, options)
