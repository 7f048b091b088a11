"""A text parsed among others is the text parsed by itself, by the real Pandoc."""

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.desk.opening.editions import open_edition
from flows.documents.elements import Tree
from flows.documents.markdown import to_parse
from flows.press.doors import parsing
from flows.press.doors.bundles import MARKER, bundle, bundles, is_plain, unbundled
from flows.press.doors.footnotes import is_unsafe
from flows.press.doors.parsing import parse_texts, parsed_alone
from flows.press.store.cache import Cache
from flows.sources.content import Content
from tests.press.printing import REPOSITORY

WORDS = [
    "a",
    "De",
    "woord",
    "é",
    "²",
    "ⅷ",
    "*nadruk*",
    "**vet**",
    "[a]",
    "(b)",
    "{{a.b}}",
    "x@y.nl",
    "15.000",
]
SIGNS = [" ", "\n", "\n\n", *"*_~^[]!1‘'\":.€"]
MARKUP = [
    "[a]: ",
    "[^1]",
    "<b>",
    "&amp;",
    "- ",
    "1. ",
    "---",
    "===",
    "|a|",
    "\n: ",
    "\n~ ",
    *"#>`\\",
]
ODD = ["    ", "\n ", *"\t\r\x0b\x85\u2028\xa0\u200b\ufeff\ue061", MARKER]
TEXT = st.tuples(
    st.sampled_from(WORDS), st.lists(st.sampled_from(3 * WORDS + 2 * SIGNS + MARKUP + ODD), max_size=9)
).map(lambda parts: parts[0] + "".join(parts[1]))
SEEN = TEXT.filter(lambda text: not is_unsafe(text))
"""What Pandoc gets to see."""

LISTS = ["- een", "* een", "1. een", "een\n2)"]
BLOCKS = ["een\n---", "een\n\n    ", "een\n\n\tcode", "> een", "<div>", "|a|", "een\n: twee", "een\r- twee"]
REACHING = ["", "\n", "[a]: /b", "een [^1]", "een <b>", "`een`", "een\\", MARKER]
TOGETHER = ("een", "**een** twee\n[drie](#x) vier", "‘s Morgens\n\n15.000 leden, 3,5% meer", "*Een*\n2 twee")


def trees_of(blocks: Sequence[bytes | None]) -> list[Tree]:
    return [json.loads(each or b"") for each in blocks]


@settings(max_examples=10, deadline=None)
@given(st.lists(SEEN, min_size=100, max_size=150, unique=True))
def test_any_texts_are_the_same_together_and_alone(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        together = parse_texts(texts, Cache(Path(folder, "press.sqlite3")))
    assert list(together.values()) == trees_of(parsed_alone([to_parse(text) for text in texts]))


@pytest.mark.parametrize("edition", ["2023", "2027"])
def test_our_own_texts_are_the_same_together_and_alone(edition: str, tmp_path: Path) -> None:
    texts = list(open_edition(Content(REPOSITORY), edition).trees)
    together = parse_texts(texts, Cache(tmp_path / "press.sqlite3"))
    assert list(together.values()) == trees_of(parsed_alone([to_parse(text) for text in texts]))
    assert sum(is_plain(to_parse(text)) for text in texts) > 0.9 * len(texts)


@pytest.mark.parametrize("text", LISTS + BLOCKS + REACHING)
def test_what_may_be_more_than_paragraphs_is_parsed_alone(text: str) -> None:
    assert not is_plain(text)


@pytest.mark.parametrize("text", TOGETHER)
def test_paragraphs_are_parsed_together(text: str) -> None:
    assert is_plain(text)


def test_groups_are_not_too_large_and_keep_every_text() -> None:
    texts = [f"{'woord ' * 50}{number}" for number in range(500)]
    groups = bundles(["- lijst", *texts, "# kop"])
    assert sorted(text for group in groups for text in group) == sorted(["- lijst", *texts, "# kop"])
    assert [group for group in groups if len(group) == 1] == [["- lijst"], ["# kop"]]
    assert max(len(bundle(group)) for group in groups) < 40_000


def test_a_bundle_that_does_not_come_apart_is_parsed_text_by_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ["een", "```\ncode", "twee"]
    monkeypatch.setattr(parsing, "bundles", lambda found: [list(found)])
    blocks, marker = parsed_alone([bundle(texts), MARKER])
    assert blocks is not None and marker is not None
    assert len(unbundled(blocks, marker)) == 2
    assert list(parse_texts(texts, Cache(tmp_path / "press.sqlite3")).values()) == trees_of(
        parsed_alone(texts)
    )


def test_many_texts_in_two_processes_keep_their_order() -> None:
    texts = [f"{number} {'woord ' * 90}" for number in range(251)]
    for number, tree in enumerate(trees_of(parsed_alone(texts))):
        assert tree[0]["c"][0] == {"t": "Str", "c": str(number)}


def test_a_text_without_blocks_is_known_the_next_time(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "press.sqlite3")
    assert parse_texts(["[a]: /b"], cache) == parse_texts(["[a]: /b"], cache) == {"[a]: /b": []}
