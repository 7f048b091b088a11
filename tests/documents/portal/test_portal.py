"""What a portal tells: every province, the files that are there, and what is left to do."""

from collections.abc import Mapping
from typing import Any

import pytest

from flows.documents.portal.cards import portal
from flows.documents.portal.links import size_of
from flows.documents.portal.outline import Availability, Entry, Outline, Version
from flows.positions.provinces import Tile
from tests.documents.samples import language

READY, BROKEN, UNTRANSLATED = Availability.READY, Availability.BROKEN, Availability.UNTRANSLATED


def entry(slug: str = "oost", **changes: Any) -> Entry:
    names = {"nl": slug.title(), "en": f"{slug} in English"}
    versions = (Version("nl", READY), Version("en", UNTRANSLATED))
    told: dict[str, Any] = {"capital": "Stad", "tile": None, "versions": versions, "todo": {}}
    return Entry(**{"slug": slug, "names": names, **told, **changes})


def outline(*entries: Entry) -> Outline:
    languages = {code: language(code) for code in ("nl", "en")}
    return Outline("2031", "Samen", "Vereniging", "Verkiezing", True, languages["nl"], languages, entries)


def files(*names: str) -> Mapping[str, int]:
    return dict.fromkeys(names, 1500)


OOST = {form: f"2031/oost/nl/oost-2031-nl.{form}" for form in ("pdf", "docx", "html")}


def test_a_file_that_is_there_has_a_link_from_the_portal_and_one_that_is_not_has_none() -> None:
    (card,) = portal(outline(entry()), files(OOST["pdf"], OOST["html"])).cards
    dutch, english = card.shelves
    assert [(link.format, link.address) for link in dutch.links] == [
        ("pdf", "oost/nl/oost-2031-nl.pdf"),
        ("docx", ""),
        ("html", "oost/nl/oost-2031-nl.html"),
    ]
    assert dutch.links[0].size == "2 kB"
    assert (dutch.state, english.state, english.links) == ("portal_made", "portal_untranslated", ())


def test_nothing_made_yet_is_said_once() -> None:
    (card,) = portal(outline(entry()), {}).cards
    assert (card.shelves[0].state, card.shelves[0].links) == ("portal_to_make", ())


def test_what_is_known_to_be_of_earlier_texts_is_marked() -> None:
    (card,) = portal(outline(entry()), files(*OOST.values()), {OOST["docx"]}).cards
    assert [link.outdated for link in card.shelves[0].links] == [False, True, False]
    assert card.shelves[0].state == "portal_outdated"
    assert not card.shelves[0].made


def test_the_files_of_a_province_with_errors_are_an_earlier_version() -> None:
    broken = entry(versions=(Version("nl", BROKEN),), todo={"portal_errors": 2, "portal_stale": 0})
    (card,) = portal(outline(broken), files(OOST["pdf"])).cards
    assert card.broken
    assert card.todo == (("portal_errors", 2),)
    assert card.shelves[0].state == "portal_broken"
    assert [(link.format, link.outdated) for link in card.shelves[0].links] == [("pdf", True)]


def test_a_province_that_cannot_be_read_keeps_its_place_and_its_files() -> None:
    unread = entry(names={}, capital="", versions=())
    (card,) = portal(outline(unread), files(OOST["pdf"])).cards
    assert (card.name, card.broken, card.shelves[0].language) == ("oost", True, "nl")
    (card,) = portal(outline(unread), {}).cards
    assert (card.shelves, card.broken) == ((), True)


def test_cards_are_in_alphabetical_order_and_found_by_every_name() -> None:
    page = portal(outline(entry("west"), entry("oost")), {})
    assert [card.name for card in page.cards] == ["Oost", "West"]
    assert page.cards[0].search == "Oost oost in English Stad oost"


@pytest.mark.parametrize(
    ("tiles", "shown"),
    [
        ([None, None], [None, None]),
        ([Tile(2, 1), Tile(1, 2)], [Tile(2, 1), Tile(1, 2)]),
        ([Tile(2, 1), Tile(2, 1)], [Tile(2, 1), Tile(2, 1)]),
        ([Tile(2, 1), None], [Tile(2, 1), Tile(1, 2)]),
    ],
)
def test_tiles_make_a_map_unless_two_share_a_place(tiles: list[Tile | None], shown: list[Tile]) -> None:
    page = portal(outline(entry("a", tile=tiles[0]), entry("b", tile=tiles[1])), {})
    assert [card.tile for card in page.cards] == shown
    assert page.has_map is (None not in shown and len({*shown}) == 2)


def test_english_stands_beside_another_language_only() -> None:
    assert portal(outline(entry()), {}).labels["portal_made"].beside == "en portal made"
    english = Outline("2031", "", "", "", True, language("en"), {"en": language("en")}, ())
    assert portal(english, {}).labels["portal_made"].beside == ""


def test_reports_are_listed_the_newest_first_and_the_national_one_before_the_provinces() -> None:
    names = [
        "compare/2027-2031/oost/nl/report.pdf",
        "compare/2027-2031/national/nl/report.html",
        "compare/2023-2027/oost/en/report.docx",
        "compare/2023-2027/oost/en/report.json",
    ]
    page = portal(outline(entry()), files(*names))
    assert [(one.pair, one.subject, one.links[0].address) for one in page.reports] == [
        ("2027-2031", "nl portal national", "../compare/2027-2031/national/nl/report.html"),
        ("2027-2031", "Oost", "../compare/2027-2031/oost/nl/report.pdf"),
        ("2023-2027", "Oost", "../compare/2023-2027/oost/en/report.docx"),
    ]


def test_an_address_is_written_as_addresses_are() -> None:
    page = portal(outline(entry()), files("compare/2031_HEAD~5 b-2031/national/nl/report.html"))
    assert page.reports[0].links[0].address == "../compare/2031_HEAD~5%20b-2031/national/nl/report.html"


@pytest.mark.parametrize(
    ("size", "shown"), [(1, "1 kB"), (412_345, "412 kB"), (999_999, "1 MB"), (1_234_567, "1,2 MB")]
)
def test_sizes(size: int, shown: str) -> None:
    assert size_of(size, language("nl")) == shown


def test_a_translation_that_is_not_complete_is_shown_as_a_draft_with_its_approved_share() -> None:
    english = Version("en", Availability.READY, approved=93, is_draft=True)
    found = files(*(path.replace("/nl/", "/en/").replace("-nl.", "-en.") for path in OOST.values()))
    (card,) = portal(outline(entry(versions=(Version("nl", READY), english))), found).cards
    dutch, other = card.shelves
    assert (other.state, other.approved, other.made) == ("portal_concept", "93%", True)
    assert dutch.approved == ""


def test_a_language_that_was_refused_as_final_keeps_its_earlier_files_as_an_earlier_version() -> None:
    english = Version("en", Availability.INCOMPLETE, approved=93, is_draft=True)
    path = "2031/oost/en/oost-2031-en.pdf"
    (card,) = portal(outline(entry(versions=(english,))), files(path)).cards
    (shelf,) = card.shelves
    assert (shelf.state, [link.outdated for link in shelf.links]) == ("portal_incomplete", [True])
