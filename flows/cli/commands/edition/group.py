"""`standpunt edition`: a next edition, and the end of one; each command is a module of its own."""

from types import MappingProxyType

import click

from flows.cli.spoken import SpokenSubgroup
from flows.problems.sentences import Ui

COMMANDS = MappingProxyType({name: f"flows.cli.commands.edition.{name}" for name in ("new", "seal")})


def command(ui: Ui) -> click.Command:
    """The group of commands in one language."""
    return SpokenSubgroup(ui, "edition", COMMANDS)
