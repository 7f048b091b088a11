"""What is more than the press can print is told at its place, at once; what is just within it is printed."""

import json
import time
from pathlib import Path

import pytest

from flows.desk.checking.edition import problems_of
from flows.desk.opening.editions import open_edition
from flows.documents import text_limits as limits
from flows.problems.records import Severity
from tests.content_tree import CHAPTER, write_tree

ROW = "|" + "1|" * 2 + "\n"
OVER = [
    ("woord " * 6_000, "SP720"),
    ("a" * (limits.WORD + 1), "SP721"),
    ("www.example.org/" + "b" * limits.WORD, "SP721"),
    ("a & b " * (limits.SIGNS + 1), "SP722"),
    ("~a" * 20_000, "SP722"),
    ("^a " * 20_000, "SP722"),
    ("[a](" * 8_000, "SP722"),
    ("*a " * 3_000, "SP722"),
    ("`" * 20_001, "SP722"),
    ("\\" * 20_000, "SP722"),
    ("|" * 20_000, "SP721"),
    ("> " * (limits.DEPTH + 1) + "a", "SP723"),
    ("> " * 3_000 + "a", "SP723"),
    ("".join("  " * deep + "- a\n" for deep in range(limits.DEPTH + 1)), "SP723"),
    ("**a *b " * limits.INLINE_DEPTH + "c" + "* b**" * limits.INLINE_DEPTH, "SP723"),
    ("|a|b|\n|-|-|\n" + ROW * (limits.ROWS + 1), "SP724"),
    (("|" + "a|" * 21 + "\n") + ("|" + "-|" * 21 + "\n") + ("|" + "1|" * 21), "SP724"),
    ("- a\n" * (limits.PIECES + 1), "SP725"),
    ("a\n\n" * (limits.PIECES + 1), "SP725"),
]
WITHIN = [
    "woord " * 4_999,
    "a" * limits.WORD,
    "a & b " * limits.SIGNS,
    "~a~ ^b^ " * (limits.SIGNS // 4),
    "> " * limits.DEPTH + "a",
    "".join("  " * deep + "- a\n" for deep in range(limits.DEPTH)),
    "|a|b|\n|-|-|\n" + ROW * limits.ROWS,
    "- a\n" * limits.PIECES,
]


def errors(root: Path, text: str) -> list[tuple[str, str]]:
    chapter = CHAPTER.replace("text: Doe nog iets.", f"text: {json.dumps(text)}")
    opened = open_edition(write_tree(root, {"shared/2031/werken.yaml": chapter}), None)
    return [(each.code, str(each.place)) for each in problems_of(opened) if each.severity is Severity.ERROR]


@pytest.mark.parametrize(("text", "code"), OVER)
def test_what_is_over_a_limit_is_told_at_its_text_within_seconds(
    tmp_path: Path, text: str, code: str
) -> None:
    start = time.monotonic()
    found = errors(tmp_path, text)
    assert time.monotonic() - start < 10
    assert code in {each for each, _ in found}
    assert {place.rpartition(":")[0] for _, place in found} == {"shared/2031/werken.yaml:18"}


@pytest.mark.parametrize("text", WITHIN)
def test_what_is_within_the_limits_is_no_problem(tmp_path: Path, text: str) -> None:
    assert errors(tmp_path, text) == []
