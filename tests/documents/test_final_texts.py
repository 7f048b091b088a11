"""Texts that filling in leaves as they are, told by their characters alone."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.documents.markdown import filled_tree, is_final
from flows.press.doors.parsing import parse_texts
from flows.press.store.cache import Cache

PARTS = [
    "a",
    "De ",
    "**vet**",
    "[b](#c)",
    "![d](e.png)",
    "[f]({{ g }})",
    "{{ g }}",
    "x\n",
    "\r\n",
    "\\\n",
    "- ",
]
MARKUP = [
    "<b>",
    "`h`{=html}",
    "&#1;",
    "&#xa000;",
    "&amp;",
    "\ua000",
    "\x01",
    "\x0b",
    "\ufffe",
    "\x00",
    " ",
    "\n\n",
]
TEXT = st.lists(st.sampled_from(3 * PARTS + MARKUP), min_size=1, max_size=6).map("".join)


@settings(max_examples=15, deadline=None)
@given(st.lists(TEXT, min_size=60, max_size=90, unique=True))
def test_a_final_text_is_not_changed_by_any_value(texts: list[str]) -> None:
    with TemporaryDirectory() as folder:
        trees = parse_texts(texts, Cache(Path(folder, "press.sqlite3")))
    for text in filter(is_final, texts):
        assert filled_tree(trees[text], {"g": "waarde"}) == trees[text]


@pytest.mark.parametrize(
    "text", ["Een **zin** met [woorden](https://x.nl/a?b=1#c).", "- een", "15% ~ 'x' #1", ""]
)
def test_ordinary_words_and_links_are_final(text: str) -> None:
    assert is_final(text)
