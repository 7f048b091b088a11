"""`standpunt edition seal`: this is what went out."""

from datetime import date
from pathlib import Path

import click

from flows.cli.builds import absolute
from flows.cli.session import session
from flows.cli.spoken import SpokenCommand
from flows.cli.words import WORDS
from flows.desk.editions.sealing import seal
from flows.desk.opening.editions import open_edition
from flows.engine.requests import OUTPUTS
from flows.problems.sentences import Ui


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(edition: str, again: bool, out: str | None, root: str | None, **_: object) -> int:
        here = session(root, ui, writes=True)
        opened = open_edition(here.content, edition, translations=True)
        folder = Path(absolute(out) or here.root / OUTPUTS)
        done = seal(opened, folder, date.today().isoformat(), again=again)
        click.echo(words["sealed"].format(edition=edition, file=done.file, documents=done.documents))
        return 0

    parameters: list[click.Parameter] = [
        click.Argument(["edition"]),
        click.Option(["--again"], is_flag=True, help=words["seal-again"]),
        click.Option(["--out"], type=click.Path(file_okay=False), metavar="DIR", help=words["out"]),
    ]
    return SpokenCommand("edition-seal", words, run, parameters)
