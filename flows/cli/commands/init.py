"""`standpunt init`: a small content tree to start from."""

from pathlib import Path

import click

from flows.cli.spoken import SpokenCommand
from flows.cli.words import WORDS
from flows.desk.init import start
from flows.problems.sentences import Ui


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(folder: str, **_: object) -> int:
        for file in start(Path(folder)):
            click.echo(words["written"].format(file=file))
        click.echo(words["init-done"].format(folder=folder))
        return 0

    target = click.Argument(["folder"], type=click.Path(file_okay=False), metavar="DIR")
    return SpokenCommand("init", words, run, [target])
