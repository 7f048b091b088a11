"""What a page tells to search engines and to who shares it: true, escaped, and whole only where that is known."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from flows.documents.brand_file import read_brand
from flows.documents.document import Document, Version
from flows.engine.engines import Engine
from flows.press.web.head import description_of, head_of
from flows.publish.requests import Request
from flows.publish.run import run
from tests.documents.samples import HOSTILE
from tests.documents.test_brand import marked, neutral
from tests.english_tree import write_english_tree
from tests.press.printing import document, neutral_looks

BRAND = neutral_looks().brand
SITE = replace(BRAND, site="https://voorbeeld.nl/standpunten/")


def spoken() -> Document:
    one = document()
    return replace(one, others=(Version("en", "English", "en_GB", one.folder[:-2] + "en/een-en.html"),))


def links(head: str, kind: str) -> list[str]:
    return re.findall(rf'<link rel="{kind}"[^>]* href="([^"]*)">', head)


def test_without_an_address_links_are_relative_and_nothing_is_made_up() -> None:
    head = head_of(spoken(), BRAND)
    assert links(head, "alternate") == ["../en/een-en.html", f"{document().name}.html"]
    assert "canonical" not in head and "og:url" not in head and "https:" not in head
    assert head_of(document(), BRAND).count("<link") == 0


def test_with_an_address_they_are_whole() -> None:
    head, one = head_of(spoken(), SITE), document()
    start = f"https://voorbeeld.nl/standpunten/{one.folder}"
    assert links(head, "canonical") == [f"{start}/{one.name}.html"]
    assert links(head, "alternate") == [f"{start[:-2]}en/een-en.html", f"{start}/{one.name}.html"]
    assert f'<meta property="og:url" content="{start}/{one.name}.html">' in head


def test_what_others_show_is_in_the_language_and_escaped() -> None:
    one = replace(spoken(), title=HOSTILE, organisation=HOSTILE)
    head = head_of(one, BRAND)
    assert not re.search(r"<(f|b|script)>", head)
    assert '<meta property="og:locale" content="nl_NL">' in head
    assert '<meta property="og:locale:alternate" content="en_GB">' in head
    assert 0 < len(description_of(one)) <= 200


def test_a_document_without_running_text_is_described_by_its_cover() -> None:
    assert description_of(replace(document(), blocks=[])) == document().subtitle


@pytest.mark.parametrize(
    ("written", "is_taken"),
    [
        ("https://voorbeeld.nl", True),
        ("https://www.voorbeeld.nl/standpunten/2027/", True),
        ("http://voorbeeld.nl", False),
        ("voorbeeld.nl", False),
        ("https://voorbeeld.nl/?a=1", False),
        ("https://voorbeeld.nl/a#b", False),
        ('https://voorbeeld.nl/"><script>', False),
        ("https://voor beeld.nl", False),
    ],
)
def test_the_address_of_the_site_is_checked_at_its_place(written: str, is_taken: bool) -> None:
    brand, problems = read_brand(marked(f"{neutral()}site: '{written}'\n"))
    assert (brand is not None) is is_taken
    assert [(found.code, found.place.line) for found in problems if found.place] == (
        [] if is_taken else [("SP114", len(neutral().splitlines()) + 1)]
    )


def test_links_of_a_whole_build_lead_to_files(tmp_path: Path) -> None:
    write_english_tree(tmp_path)
    request = Request(root=str(tmp_path))
    run(request, Engine.LOCAL, 1, on_plan=lambda _: None, on_outcome=lambda _: None)
    pages = [*tmp_path.glob("outputs/2031/*/*/*.html")]
    assert len(pages) > 1
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert 'hreflang="en"' in text or "/west/" in page.as_posix()
        told = [one for one in re.findall(r'href="([^"#]+)"', text) if not re.match(r"\w+:", one)]
        assert all((page.parent / one).is_file() for one in told), told
