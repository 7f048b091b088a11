"""Quotation marks, apostrophes, dashes and spaces, as each language sets what people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.wording.typography import DROPPED, same_length, typographic

TYPED = [
    ("nl", "Zo'n \"mooie\" foto's", "Zo’n “mooie” foto’s"),
    ("nl", "'s Ochtends, in '90, om 't even", "’s Ochtends, in ’90, om ’t even"),
    ("nl", "Een 'woord' en \"een 'woord' erin\".", "Een ‘woord’ en “een ‘woord’ erin”."),
    ("nl", '("haakjes") en een scherm van 24"', '(“haakjes”) en een scherm van 24"'),
    ("de", "Er sagte: \"Das ist 'gut' gemacht.\"", "Er sagte: „Das ist ‚gut‘ gemacht.“"),
    ("de", "“schon gesetzt”", "„schon gesetzt“"),
    ("en", "The companies' plans: it's \"done\".", "The companies’ plans: it’s “done”."),
    ("fy", 'Hy sei: "\'t is goed"', "Hy sei: “’t is goed”"),
    ("nl", "wonen - en werken -- hier — ook", "wonen\u00a0– en werken\u00a0– hier\u00a0– ook"),
    ("nl", "in 2021-2024, bladzijde 10-15", "in 2021–2024, bladzijde 10–15"),
    (
        "nl",
        "stand 3-2, 06-12345678, 2022-07-01, Noord-Holland",
        "stand 3-2, 06-12345678, 2022-07-01, Noord-Holland",
    ),
    ("nl", "180.000 mensen, 15 maart, in 2027 ook", "180.000\u00a0mensen, 15\u00a0maart, in 2027 ook"),
    (
        "nl",
        "€ 30, mbo 2, blz. 5 en J. de Vries",
        "€\u00a030, mbo\u00a02, blz.\u00a05\u00a0en J.\u00a0de Vries",
    ),
    ("nl", "En dan... stilte", "En dan… stilte"),
    ("nl", "Zie https://example.org/a-b/2021-2024", "Zie https://example.org/a-b/2021-2024"),
    ("nl", "Een zin zonder iets bijzonders.", "Een zin zonder iets bijzonders."),
]


@pytest.mark.parametrize(("language", "typed", "wanted"), TYPED)
def test_a_text_has_the_signs_of_its_language(language: str, typed: str, wanted: str) -> None:
    assert typographic(typed, language) == wanted


LANGUAGES = st.sampled_from(["nl", "en", "de", "fy"])
TEXTS = st.text("ab N1290.,'\"“„‘’-–— …()€", max_size=40)


@given(TEXTS, LANGUAGES)
def test_to_set_a_text_twice_changes_nothing(text: str, language: str) -> None:
    once = typographic(text, language)
    assert typographic(once, language) == once


@given(TEXTS, LANGUAGES)
def test_letters_and_digits_stay_where_they_are(text: str, language: str) -> None:
    found = same_length(text, language)
    assert len(found) == len(text)
    assert [sign for sign in found if sign.isalnum()] == [sign for sign in text if sign.isalnum()]
    assert DROPPED not in typographic(text, language)
