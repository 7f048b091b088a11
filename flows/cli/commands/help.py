"""`standpunt help`: what a command is for, in whole sentences."""

import click

from flows.cli.spoken import SpokenCommand
from flows.cli.words import WORDS
from flows.problems.sentences import Ui


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(topic: tuple[str, ...], **_: object) -> None:
        context = click.get_current_context().parent
        assert context is not None, "help stands inside the program"
        found: click.Command = context.command
        for name in topic:
            inner = found.get_command(context, name) if isinstance(found, click.Group) else None
            if inner is None:
                raise click.UsageError(f"No such command '{name}'.", context)
            context = click.Context(inner, parent=context, info_name=name)
            found = inner
        click.echo(found.get_help(context))
        more = words.get(f"help-{'-'.join(topic)}")
        if more:
            click.echo(f"\n{more}")

    return SpokenCommand("help", words, run, [click.Argument(["topic"], nargs=-1, metavar="[COMMAND]...")])
