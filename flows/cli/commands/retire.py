"""`standpunt retire`: a block goes, and the edition says why."""

import click

from flows.cli.session import session
from flows.cli.spoken import SpokenCommand
from flows.cli.terminal import show_problems
from flows.cli.words import WORDS
from flows.desk.opening.editions import open_edition
from flows.desk.retiring import retire
from flows.problems.sentences import Ui


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(
        block: str, reason: str, replaced_by: str | None, edition: str | None, root: str | None, **_: object
    ) -> int:
        here = session(root, ui, writes=True)
        opened = open_edition(here.content, edition)
        if opened.errors:
            show_problems(opened.errors, here.root, ui, err=True)
            return 1
        for file in retire(opened, block, reason, replaced_by).files:
            click.echo(words["written"].format(file=file))
        click.echo(words["retired-done"].format(block=block, edition=opened.national.name))
        return 0

    parameters: list[click.Parameter] = [
        click.Argument(["block"], metavar="BLOCK"),
        click.Option(["--reason"], required=True, metavar="TEXT", help=words["retire-reason"]),
        click.Option(["--replaced-by"], metavar="BLOCK", help=words["retire-replaced"]),
        click.Option(["--edition"], help=words["edition-option"]),
    ]
    return SpokenCommand("retire", words, run, parameters)
