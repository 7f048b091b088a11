"""`standpunt rename`: another id for a block, everywhere."""

import click

from flows.cli.session import session
from flows.cli.spoken import SpokenCommand
from flows.cli.terminal import show_problems
from flows.cli.words import WORDS
from flows.desk.opening.editions import open_edition
from flows.desk.renaming import rename
from flows.problems.sentences import Ui


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(old: str, new: str, edition: str | None, root: str | None, **_: object) -> int:
        here = session(root, ui, writes=True)
        opened = open_edition(here.content, edition, translations=True)
        if opened.errors:
            show_problems(opened.errors, here.root, ui, err=True)
            return 1
        for file in rename(opened, old, new).files:
            click.echo(words["written"].format(file=file))
        click.echo(words["renamed-done"].format(old=old, new=new))
        return 0

    parameters: list[click.Parameter] = [
        click.Argument(["old"], metavar="OLD"),
        click.Argument(["new"], metavar="NEW"),
        click.Option(["--edition"], help=words["edition-option"]),
    ]
    return SpokenCommand("rename", words, run, parameters)
