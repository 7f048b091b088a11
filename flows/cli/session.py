"""What every command needs to know: the content root and the language of messages."""

from dataclasses import dataclass
from pathlib import Path

import click

from flows.cli.words import WORDS, Words
from flows.problems.sentences import Ui
from flows.scratch.folders import sweep
from flows.sources.content import Content
from flows.sources.pen.journal import settle


@dataclass(frozen=True, slots=True)
class Session:
    """One call of the command line."""

    content: Content
    ui: Ui

    @property
    def words(self) -> Words:
        """The words of the command line in this language."""
        return WORDS[self.ui]

    @property
    def root(self) -> Path:
        """The content root, absolute."""
        return self.content.root


def session(root: str | None, ui: Ui, *, writes: bool = False) -> Session:
    """The session of a command.

    Args:
        root: The content root; it stands behind the command's name, or before it, or is the current folder.
        ui: The language of messages.
        writes: Whether the command writes content: then it sweeps what others left behind beside it.
    """
    chosen = root or click.get_current_context().obj or "."
    content = Content(Path(chosen).resolve())
    settle(content.root)
    if writes:
        sweep(*content.work_folders)
    return Session(content, ui)
