"""`standpunt schema`: JSON Schemas for editors."""

import click

from flows.cli.session import session
from flows.cli.spoken import SpokenCommand
from flows.cli.words import WORDS
from flows.desk.opening.editions import edition_name
from flows.desk.schema import write_schemas
from flows.problems.sentences import Ui


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(root: str | None, **_: object) -> int:
        here = session(root, ui, writes=True)
        edition_name(here.content, None)
        for file in write_schemas(here.content):
            click.echo(words["written"].format(file=file))
        click.echo(words["schema-hint"])
        return 0

    return SpokenCommand("schema", words, run, [])
