"""A footnote that leads back to itself is refused as any other footnote is, and never keeps Pandoc busy."""

from pathlib import Path

import pytest

from flows.documents.findings import findings
from flows.positions.places import Span
from flows.press.doors import parsing
from flows.press.doors.parsing import parse_texts
from flows.press.store.cache import Cache
from flows.problems.records import Place

ENDLESS = [
    ("a[^1]\n\n[^1]: noot[^1]", "noot[^1]"),
    ("a[^1]\n\n[^1]: noot [^2]\n\n[^2]: terug[^1]", "noot"),
    ("[^1]: noot[^1]", "noot[^1]"),
    ("[^een bron]: noot [x[^EEN  Bron]](http://a.nl)", "noot"),
    ("a[^1]\n\n- [^1]: noot\n\n      ![x[^1]](y.png)", "noot"),
    ("term\n: [^1]: noot[^1]", "noot[^1]"),
    (r"[^a\]]: noot [^a\]]", "noot"),
]
READ = [
    ("a[^1]\n\n[^1]: noot", "noot"),
    ("a[^1] c[^2]\n\n[^1]: noot\n[^2]: d", "noot"),
    ("> a[^1]\n>\n> [^1]: noot", "noot"),
    ("a[^1]\n\n[^1]: noot [^2]", "noot"),
]
UNREAD = [("Tekst.\n\n[^1]: bron", "bron"), ("[^1]: bron", "bron"), ("a[^2]\n\n[^2]: b\n\n[^1]: bron", "b")]


def places(text: str, folder: Path) -> list[tuple[str, object, Place | None]]:
    span = Span(Place("shared/2031/werken.yaml", 4), source=text)
    tree = parse_texts([text], Cache(folder / "press.sqlite3"))[text]
    return [(found.code, found.args.get("construct"), found.place) for found in findings(tree, span)]


@pytest.mark.parametrize(("text", "word"), ENDLESS + READ + UNREAD)
def test_every_footnote_is_refused_at_its_first_word(
    text: str, word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parsing, "PARSE_SECONDS", 3)
    place = Span(Place("shared/2031/werken.yaml", 4), source=text).locate(word, 0)
    assert ("SP705", "note", place) in places(text, tmp_path)


def test_what_looks_like_a_footnote_and_is_none_stays_a_text(tmp_path: Path) -> None:
    # Its signs raise what stands between them, so they are told and printed as they stand.
    assert {code for code, _, _ in places("Zie [^1] en [^1]. En [^2]", tmp_path)} == {"SP707"}
    assert places("Zie daar!\n[^1]: dat is een woord", tmp_path) == []
