"""A quote names a person only with name, role and consent, and the consent stays in the file."""

import pytest

from flows.positions.bodies import Quote, texts
from flows.positions.shaping.shapes import shaped
from tests.documents.test_brand import marked

WHOLE = {
    "text": "Meedoen loont.",
    "speaker": "Jo Test",
    "role": "voorbeeld",
    "consent": "per brief, 1 mei 2031",
    "source": "Blad",
}


@pytest.mark.parametrize("left_out", ["speaker", "role", "consent"])
def test_a_quote_without_name_role_or_consent_is_told_at_its_place(left_out: str) -> None:
    lines = [f"{key}: {text}\n" for key, text in WHOLE.items() if key != left_out]
    quote, problems = shaped(Quote, marked("".join(lines)))
    assert quote is None
    assert [(each.code, each.args["key"]) for each in problems] == [("SP110", left_out)]
    assert problems[0].place is not None and problems[0].place.line == 1


def test_nobody_reads_or_translates_the_consent() -> None:
    quote, problems = shaped(Quote, marked("".join(f"{key}: {text}\n" for key, text in WHOLE.items())))
    assert problems == []
    assert quote is not None
    assert {path[0] for path, _ in texts(quote)} == {"text", "speaker", "role", "source"}
