"""`standpunt undo`: take the last change back that the program made in the content."""

import click

from flows.cli.session import session
from flows.cli.spoken import SpokenCommand
from flows.cli.words import WORDS
from flows.problems.sentences import Ui
from flows.sources.pen.writing import undo


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(root: str | None, **_: object) -> int:
        here = session(root, ui, writes=True)
        step = undo(here.root)
        if step is None:
            click.echo(words["undo-nothing"])
            return 0
        click.echo(words["undone"].format(what=step.what))
        for change in step.changes:
            click.echo(words["written"].format(file=change.file))
        return 0

    return SpokenCommand("undo", words, run, [])
