"""Files that go to a translator, are filled in and come back, for tests."""

import re
from pathlib import Path

from flows.desk.opening.catalogues import open_shelf
from flows.desk.translating.export import Format, hand_out
from flows.desk.translating.import_ import Question, TakenFile, take_over
from flows.problems.records import Problem
from flows.sources.content import Content
from flows.translation.entries import Entry
from flows.translation.exchange import Fate, Wishes
from flows.translation.states import State
from tests.translated_tree import NATIONAL, catalogue


def went_out(
    content: Content,
    form: Format = Format.XLIFF,
    province: str | None = None,
    states: tuple[State, ...] = tuple(State),
) -> Path:
    """Export everything to a file."""
    made = hand_out(
        content, open_shelf(content, "2031"), "en", province=province, form=form, states=states, ui="nl"
    )
    path = content.root.parent / made.name
    path.write_bytes(made.content)
    return path


def answer(path: Path, texts: dict[str, str], state: str = "translated") -> Path:
    """Fill an exported file in, as a translator does."""
    written = path.read_text()
    for context, text in texts.items():
        if path.suffix == ".po":
            before, key, after = written.partition(f'msgctxt "{context}"\n')
            before = before.removesuffix("#, fuzzy\n")
            after = re.sub(r'msgstr ".*"', lambda _: f'msgstr "{text}"', after, count=1)  # noqa: B023
        else:
            before, key, after = written.partition(f'resname="{context}"')
            filled = f'<target state="{state}">{text}</target>'
            after = re.sub(r"<target .*</target>", lambda _: filled, after, count=1)  # noqa: B023
        assert key
        written = before + key + after
    path.write_text(written)
    return path


def take(content: Content, *files: Path, wishes: Wishes = Wishes(), dry_run: bool = False, province: str | None = None) -> tuple[tuple[TakenFile, ...], tuple[Problem, ...]]:  # fmt: skip  # noqa: B008
    done = take_over(content, Question("2031", "en", province, wishes, dry_run), files)
    return done.files, done.problems


def fates(taken: tuple[TakenFile, ...]) -> dict[str, Fate]:
    """What became of each text, without those that nobody translated."""
    return {
        each.returned.context: each.fate
        for one in taken
        for each in one.arrivals
        if each.fate is not Fate.EMPTY
    }


def entry(content: Content, context: str, file: str = NATIONAL) -> Entry:
    return catalogue(content, file).entries[context]
