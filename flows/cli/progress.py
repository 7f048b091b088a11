"""A bar on a terminal, plain lines elsewhere."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import click


class Bar(Protocol):
    """Something that shows how far a build is."""

    def expect(self, documents: int) -> None:
        """Say how many documents there are to make."""

    def advance(self, name: str) -> None:
        """Say that a document is done."""


@contextmanager
def progress(title: str) -> Iterator[Bar]:
    """A bar that appears when there is something to make, and is gone afterwards."""
    if not sys.stderr.isatty():
        yield _Lines()
        return
    bar = _RichBar(title)
    try:
        yield bar
    finally:
        bar.close()


class _Lines:
    """One line a document, for logs and pipes."""

    def __init__(self) -> None:
        self.documents = 0
        self.done = 0

    def expect(self, documents: int) -> None:
        self.documents = documents

    def advance(self, name: str) -> None:
        self.done += 1
        click.echo(f"[{self.done}/{self.documents}] {name}", err=True)


class _RichBar:
    """A bar with the name of the document that was finished last."""

    def __init__(self, title: str) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("[dim]{task.fields[name]}"),
        )
        self.bar = Progress(*columns, console=Console(stderr=True), transient=True)
        self.task = self.bar.add_task(title, total=None, visible=False, name="")

    def expect(self, documents: int) -> None:
        if documents:
            self.bar.update(self.task, total=documents, visible=True)
            self.bar.start()

    def advance(self, name: str) -> None:
        self.bar.update(self.task, advance=1, name=name)

    def close(self) -> None:
        self.bar.stop()
