"""`standpunt review settle`: what was said beside a text is dealt with."""

from datetime import date

import click

from flows.cli.session import session
from flows.cli.spoken import SpokenCommand
from flows.cli.words import WORDS
from flows.desk.opening.editions import edition_name, province_names
from flows.desk.remarks import NATIONAL, settle
from flows.problems.sentences import Ui


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(province: str, item: str, by: str, edition: str | None, root: str | None, **_: object) -> int:
        here = session(root, ui, writes=True)
        name = edition_name(here.content, edition)
        if province != NATIONAL:
            province_names(here.content, (province,))
        count = settle(here.content, name, province, item, by=by, day=date.today().isoformat())
        click.echo(words["remarks-settled"].format(count=count, item=item))
        return 0

    parameters: list[click.Parameter] = [
        click.Argument(["province"], metavar="PROVINCE|landelijk"),
        click.Argument(["item"], metavar="BLOCK"),
        click.Option(["--by"], required=True, metavar="NAME", help=words["settle-by"]),
        click.Option(["--edition"], help=words["edition-option"]),
    ]
    return SpokenCommand("review-settle", words, run, parameters)
