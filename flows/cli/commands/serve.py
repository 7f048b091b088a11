"""`standpunt serve`: Prefect's server and a worker on this computer."""

import click

from flows.cli.session import session
from flows.cli.spoken import SpokenCommand
from flows.cli.words import WORDS
from flows.problems.sentences import Ui


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(root: str | None, port: int, **_: object) -> int:
        from flows.engine.server.serve import serve

        here = session(root, ui)
        serve(here.root, port, on_ready=lambda url: click.echo(words["serving"].format(url=url)))
        return 0

    port = click.Option(["--port"], type=click.IntRange(1, 65535), default=4200, help=words["port"])
    return SpokenCommand("serve", words, run, [port])
