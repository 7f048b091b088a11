"""Sound YAML that says otherwise than it looks; and YAML that says just what it looks like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.sources.yaml_files import marked_text


def told(text: str) -> list[tuple[str, str]]:
    marked, problems = marked_text(text, "f")
    assert marked is not None, problems
    return [(each.code, str(each.place).removeprefix("f:")) for each in problems]


ODD = {
    "cut at a hash": ("a: Impuls #1 van Zeeland\n", ("SP131", "1:11")),
    "nothing before the hash": ("a: #1 van Zeeland\nb: c\n", ("SP131", "1:4")),
    "cut in a list": ("a:\n  - Een #twee\n", ("SP131", "2:9")),
    "cut on a second line": ("a: Een\n  twee #drie\n", ("SP131", "2:8")),
    "folded bullets": ("a: >\n  Vraag:\n\n  - ruimte\n  - stroom\n", ("SP132", "5:3")),
    "folded right behind a line": ("a: >-\n  Vraag:\n  - ruimte\n", ("SP132", "3:3")),
    "folded numbers": ("a: >\n  Vraag:\n  1. ruimte\n", ("SP132", "3:3")),
    "folded table": ("a: >\n  | a | b |\n  |---|---|\n", ("SP132", "3:3")),
    "plain bullets": ("a: Vraag\n  - ruimte\n", ("SP132", "2:3")),
    "quoted bullets": ('a: "Vraag\n  - ruimte"\n', ("SP132", "2:3")),
    "item too deep": ("a:\n  - Een\n    - Twee\n", ("SP132", "3:5")),
    "swallowed key": ("a:\n  text: |\n    Een.\n    reason: omdat\n", ("SP135", "4:5")),
    "swallowed key, Windows": ("a:\r\n  text: |\r\n    Een.\r\n    source:\r\n", ("SP135", "4:5")),
    "swallowed entry": ("a:\n  - text: |\n      Een.\n      - remove: vraag-een\n", ("SP135", "4:9")),
}  # fmt: skip


@pytest.mark.parametrize("case", ODD)
def test_a_value_that_says_otherwise_than_it_looks_is_told_at_its_place(case: str) -> None:
    text, wanted = ODD[case]
    assert told(text) == [wanted]


SOUND = {
    "comment": "a: Impuls Zeeland  # te bevestigen\n",
    "comment without a value": "a: # later\nb: c\n",
    "comment before a list": "a: # later\n  - b #c\n".replace(" #c", ""),
    "hash inside a word": "a: C#-ontwikkelaar\n",
    "hash in quotes": "a: 'Impuls #1'\n",
    "hash in a text": "a: |\n  Impuls #1\n",
    "shebang of an editor": "a: b #!x\n",
    "folded paragraphs": "a: >\n  Een zin\n  gaat door.\n\n  Een tweede.\n",
    "folded, items deeper": "a: >\n  Vraag:\n\n    - ruimte\n    - stroom\n",
    "folded, one item a paragraph": "a: >\n  Vraag:\n\n  - ruimte\n\n  - stroom\n",
    "folded year at the start of a line": "a: >\n  Het was in\n  2027. Daarna niet meer.\n",
    "folded number that begins no list": "a: >\n  Zie hoofdstuk\n  3. Daar staat het.\n",
    "literal bullets": "a: |\n  Vraag:\n  - ruimte\n  - stroom\n",
    "dash inside a line": "a: Een - twee\n  drie - vier\n",
    "Dutch words before a colon": "a: |\n  Advies: doe dit.\n  Bron: onbekend.\n  data: geen\n",
    "bullets that are no entries": "a: |\n  - vraag: wat nu?\n  - ask: Wat nu, dan?\n",
}


@pytest.mark.parametrize("case", SOUND)
def test_a_value_that_says_what_it_looks_like_is_left_alone(case: str) -> None:
    assert told(SOUND[case]) == []


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "ja", "nee", "y", "n", "12:30", "190:20:30", "2027-03-17", "2027-03", "0o17", "0x1F", "1_000", "6,7", "1.2.3", "=", ".inf", ".nan", "12e", "١٢"])  # fmt: skip
def test_words_times_and_dates_are_words(word: str) -> None:
    marked, problems = marked_text(f"a: {word}\n", "f")
    assert marked is not None and not problems
    assert marked.data == {"a": word}


@pytest.mark.parametrize("number", ["0612345678", "007", "2027", "1.10", "1.50", "1e3", "+31"])
def test_numbers_where_a_text_belongs_keep_every_character(number: str) -> None:
    marked, _ = marked_text(f"a: {number}\n", "f")
    assert marked is not None
    assert marked.data["a"].written == number


words = st.text(st.sampled_from("abc -:'\"\n"), max_size=30)


@given(words, words)
def test_law_what_is_cut_at_a_hash_is_told_or_stands_in_the_value(before: str, behind: str) -> None:
    value = " ".join(f"x{before} #y{behind}z".split()).replace(": ", ":")
    marked, problems = marked_text(f"a: {value}\n", "f")
    if marked is not None:
        assert marked.data["a"] == value or any(each.code == "SP131" for each in problems)
