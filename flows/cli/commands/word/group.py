"""`standpunt word`: working copies in Word, and their way back; each command is a module of its own."""

from types import MappingProxyType

import click

from flows.cli.spoken import SpokenSubgroup
from flows.problems.sentences import Ui

COMMANDS = MappingProxyType(
    {
        name: f"flows.cli.commands.word.{'import_' if name == 'import' else name}"
        for name in ("export", "import")
    }
)


def command(ui: Ui) -> click.Command:
    """The group of commands in one language."""
    return SpokenSubgroup(ui, "word", COMMANDS)
