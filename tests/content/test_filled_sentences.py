"""Every sentence with a variable as each province's readers get it, in a list that a person can read.

The list is ``filled_sentences.txt`` beside this file: sorted by edition, language, block and province, a sentence a
line. The test fails when a text changes without the list. Renew it with this command, and read what changed:

    PYTHONPATH=. python -m tests.content.test_filled_sentences
"""

import re
from collections.abc import Iterator
from pathlib import Path

from flows.desk.opening.catalogues import shelf_of
from flows.desk.opening.languages import DUTCH, open_language
from flows.desk.opening.national import open_national
from flows.desk.opening.provincial import open_provincial
from flows.positions.merged import Layer, Position
from flows.positions.placeholders import PLACEHOLDER
from flows.sources.content import Content
from flows.translation.extraction import Part, units_of
from flows.translation.languages import Language
from flows.translation.values import filled, values

CONTENT = Content(Path(__file__).parents[2])
LIST = Path(__file__).with_name("filled_sentences.txt")
_NEXT = re.compile(r"(?<=[.?!])\s+(?=[^\W\d_]|\{\{|\[)")
"""Between two sentences."""
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SCHEME = re.compile(r"\bhttps?://")


def sentences_of(position: Position, language: Language) -> Iterator[tuple[str, str]]:
    """The block and the words of every sentence of a position that a variable is filled into."""
    known = values(position, language)
    for layer in Layer:
        for unit in units_of(position, layer):
            if unit.part is Part.VARIABLE:
                continue
            for sentence in _NEXT.split(unit.source):
                if PLACEHOLDER.search(sentence):
                    yield unit.context, _SCHEME.sub("", filled(_LINK.sub(r"\1", sentence), known))


def listed() -> list[str]:
    """The list as it should be."""
    lines: list[str] = []
    for name in CONTENT.editions():
        national = open_national(CONTENT, name)
        provinces = [open_provincial(CONTENT, national, slug) for slug in CONTENT.provinces()]
        shelf = shelf_of(CONTENT, national, provinces)
        for province in provinces:
            assert province.position is not None
            for code in province.position.province.languages:
                language, _ = open_language(CONTENT, code)
                assert language is not None
                there = (
                    province.position
                    if code == DUTCH
                    else shelf.translated(province.position, code, final=False).position
                )
                lines += [
                    f"{name} {code} {where} {province.slug}: {words}"
                    for where, words in sentences_of(there, language)
                ]
    return sorted(lines)


def test_every_filled_in_sentence_stands_in_the_list_that_was_read() -> None:
    assert LIST.read_text(encoding="utf-8").splitlines() == listed()


if __name__ == "__main__":
    LIST.write_text("\n".join(listed()) + "\n", encoding="utf-8")
