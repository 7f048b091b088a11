"""Addresses on paper: broken where a reader expects it, without a hyphen that would become part of them."""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from flows.positions.bodies import Prose
from flows.positions.editions import Layout
from tests.documents.samples import CONTACT, block, chapter, position
from tests.press.paper.lines import lines_of
from tests.press.printing import document, printed

pytestmark = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed"
)

ADDRESSES = (
    "regiosecretariaat.arbeidsmarktbeleid@ondernemersvereniging-noord-holland.voorbeeld.nl",
    "bedrijvenbegeleidingscommissiesecretariaat@vereniging.voorbeeld.nl",
    "www.ondernemersvereniging.voorbeeld.nl/arbeidsmarkt/opleidingen/techniek-in-de-regio/aanmelden",
)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("place", ["contact", "table", "text"])
def test_an_address_is_broken_without_a_hyphen(address: str, place: str, tmp_path: Path) -> None:
    shown = {
        "contact": [block("kaart", replace(CONTACT, email=address))],
        "table": [block("tabel", Prose(f"| Wie | Waar |\n|---|---|\n| Jo | <mailto:{address}> |"))],
        "text": [block("tekst", Prose(f"Schrijf ons op het volgende en enige adres: {address}."))],
    }[place]
    one = document(position([chapter("colofon", "Colofon", shown, layout=Layout.COLOPHON)]))
    lines = lines_of(printed(one, tmp_path, formats=["pdf"])["pdf"])
    assert address in re.sub(r"\s|mailto:", "", "".join(line.text for line in lines))
    assert max(line.right for line in lines) < 595 - 50, "no line runs off the page"
