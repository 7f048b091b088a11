"""`standpunt translate`: what can be done with translations; each command is a module of its own."""

from types import MappingProxyType

import click

from flows.cli.spoken import SpokenSubgroup
from flows.problems.sentences import Ui

COMMANDS = MappingProxyType(
    {
        name: f"flows.cli.commands.translate.{'import_' if name == 'import' else name}"
        for name in ("sync", "fill", "status", "check", "approve", "export", "import")
    }
)


def command(ui: Ui) -> click.Command:
    """The group of commands in one language."""
    return SpokenSubgroup(ui, "translate", COMMANDS)
