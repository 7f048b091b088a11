"""`standpunt translate`: what can be done with translations; each command is a module of its own."""

from types import MappingProxyType

import click

from flows.cli.spoken import SpokenGroup, write_help
from flows.problems.sentences import Ui

COMMANDS = MappingProxyType(
    {
        name: f"flows.cli.commands.translate.{'import_' if name == 'import' else name}"
        for name in ("sync", "fill", "status", "check", "approve", "export", "import")
    }
)


def command(ui: Ui) -> click.Command:
    """The group of commands in one language."""
    group = TranslateGroup(ui, COMMANDS, callback=remember)
    group.name = "translate"
    return group


class TranslateGroup(SpokenGroup):
    """The commands of `standpunt translate`, explained as ``translate-sync`` and so on."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write usage, what translating is, its commands and options."""
        rows = [(name, self.words[f"translate-{name}"]) for name in self.places]
        write_help(self, self.words, ctx, formatter, rows)


def remember(root: str | None, ui: str | None) -> None:
    """Keep the root that stands behind ``translate`` for the command."""
    context = click.get_current_context()
    context.obj = root or context.obj
