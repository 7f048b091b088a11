"""`standpunt accept`: I have read the new national text and keep my override."""

import click

from flows.cli.session import session
from flows.cli.spoken import SpokenCommand
from flows.cli.terminal import show_problems
from flows.cli.words import WORDS
from flows.desk.accept import accept, acceptable
from flows.desk.opening.editions import open_edition
from flows.problems.sentences import Ui


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(
        province: str,
        blocks: tuple[str, ...],
        every: bool,
        edition: str | None,
        root: str | None,
        **_: object,
    ) -> int:
        here = session(root, ui, writes=True)
        if not blocks and not every:
            raise click.UsageError(words["accept-which"], click.get_current_context())
        opened = open_edition(here.content, edition, (province,))
        one = opened.provinces[0]
        if not opened.national.sound or one.own is None:
            show_problems(opened.errors, here.root, ui, err=True)
            return 1
        chosen = acceptable(one, opened.national.targets) if every else blocks
        done = accept(opened, province, chosen)
        for block in done.stamped:
            click.echo(words["accepted"].format(block=block))
        for file in done.files:
            click.echo(words["written"].format(file=file))
        if not done.files:
            click.echo(words["accept-unchanged"])
        return 0

    parameters: list[click.Parameter] = [
        click.Argument(["province"]),
        click.Argument(["blocks"], nargs=-1, metavar="[BLOCK]..."),
        click.Option(["--all", "every"], is_flag=True, help=words["accept-all"]),
        click.Option(["--edition"], help=words["edition-option"]),
    ]
    return SpokenCommand("accept", words, run, parameters)
