"""`standpunt word export`: working copies that people can type in."""

import os
from pathlib import Path

import click

from flows.cli.session import session
from flows.cli.spoken import SpokenCommand, json_option
from flows.cli.terminal import print_json, show_problems
from flows.cli.words import WORDS
from flows.desk.opening.editions import open_edition
from flows.desk.returning.export import FOLDER, export
from flows.engine.requests import OUTPUTS
from flows.engine.timestamps import timestamp_of
from flows.problems.sentences import Ui


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(
        *,
        provinces: tuple[str, ...],
        edition: str | None,
        national: bool,
        out: str | None,
        as_json: bool,
        root: str | None,
        **_: object,
    ) -> int:
        here = session(root, ui)
        opened = open_edition(here.content, edition, provinces)
        show_problems(opened.errors, here.root, ui, err=True)
        if opened.national.edition is None or opened.looks is None or not opened.national.sound:
            show_problems(opened.brand_problems, here.root, ui, err=True)
            return 1
        folder = Path(out).resolve() if out else here.root / OUTPUTS / FOLDER
        stamp = timestamp_of(opened.national.edition, os.environ.get("SOURCE_DATE_EPOCH"))
        made = list(export(opened, opened.looks, folder, stamp, national=national))
        if as_json:
            rows = [{"file": each.file.as_posix(), "passages": each.passages} for each in made]
            print_json({"edition": opened.national.name, "files": rows})
        for each in made if not as_json else ():
            click.echo(words["written"].format(file=each.file))
        return int(bool(opened.errors))

    parameters: list[click.Parameter] = [
        click.Argument(["provinces"], nargs=-1, metavar="[PROVINCE]..."),
        click.Option(["--edition"], help=words["edition-option"]),
        click.Option(["--national"], is_flag=True, help=words["word-national"]),
        click.Option(["--out"], type=click.Path(file_okay=False), metavar="DIR", help=words["word-out"]),
        json_option(words),
    ]
    return SpokenCommand("word-export", words, run, parameters)
