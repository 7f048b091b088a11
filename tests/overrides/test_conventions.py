"""A note that names a length, and ids that say whose block they are."""

import pytest

from flows.overrides.conventions import asked_words


@pytest.mark.parametrize(
    ("note", "language", "asked"),
    [
        ("Beschrijf in ongeveer tachtig woorden wie er samenwerken.", "nl", 80),
        ("Ongeveer 80 woorden.", "nl", 80),
        ("In 80 tot 100 woorden.", "nl", 100),
        ("Hooguit 1.200 woorden over de hub.", "nl", 1200),
        ("Minstens 80 woorden.", "nl", 0),
        ("Ten minste tachtig woorden, hoogstens 120 woorden.", "nl", 120),
        ("Noem het jaar 2021 en de afspraken.", "nl", 0),
        ("Twee zinnen over de hub, in gewone woorden.", "nl", 0),
        ("In other words: about sixty words.", "en", 60),
        ("", "nl", 0),
    ],
)
def test_the_words_that_a_note_asks_for(note: str, language: str, asked: int) -> None:
    assert asked_words(note, language) == asked
