"""`standpunt translate sync`: the translation files in step with the Dutch."""

import click

from flows.cli.session import Session, session
from flows.cli.spoken import SpokenCommand, edition_argument
from flows.cli.terminal import show_problems
from flows.cli.words import WORDS
from flows.desk.opening.editions import edition_name
from flows.desk.translating.sync import SyncedFile, sync
from flows.problems.records import has_errors
from flows.problems.sentences import Ui

COUNTS = ("added", "changed", "taken_over", "obsolete")


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(edition: str | None, root: str | None, **_: object) -> int:
        here = session(root, ui, writes=True)
        files, problems = sync(here.content, edition_name(here.content, edition))
        show_problems(problems, here.root, ui, err=True)
        written = [each for each in files if each.written]
        for each in written:
            click.echo(line_of(each, here))
        told = words["sync-counts"] if written else words["sync-unchanged"]
        click.echo(told.format(written=len(written), files=len(files)))
        return int(has_errors(problems))

    return SpokenCommand("translate-sync", words, run, [edition_argument()])


def line_of(synced: SyncedFile, here: Session) -> str:
    """A file with what changed in it."""
    counts = ((name, len(getattr(synced.done, name))) for name in COUNTS)
    told = ", ".join(here.words[f"sync-{name}"].format(number=number) for name, number in counts if number)
    return here.words["written"].format(file=synced.file) + (f" ({told})" if told else "")
