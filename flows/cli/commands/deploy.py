"""`standpunt deploy`: the deployments of prefect.yaml, registered with a server."""

import click

from flows.cli.session import session
from flows.cli.spoken import SpokenCommand
from flows.cli.words import WORDS
from flows.problems.sentences import Ui


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(root: str | None, **_: object) -> int:
        from flows.engine.server.serve import deploy

        click.echo(words["deployed"].format(url=deploy(session(root, ui).root)))
        return 0

    return SpokenCommand("deploy", words, run, [])
