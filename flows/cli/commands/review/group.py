"""`standpunt review`: what people said beside the texts; each command is a module of its own."""

from types import MappingProxyType

import click

from flows.cli.spoken import SpokenSubgroup
from flows.problems.sentences import Ui

COMMANDS = MappingProxyType({name: f"flows.cli.commands.review.{name}" for name in ("list", "settle")})


def command(ui: Ui) -> click.Command:
    """The group of commands in one language."""
    return SpokenSubgroup(ui, "review", COMMANDS)
