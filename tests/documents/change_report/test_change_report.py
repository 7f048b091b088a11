"""A change report made of two small texts: where its links lead, and how it tells what changed."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings

from flows.changes.compare import compare
from flows.changes.effects import Effect
from flows.changes.readings import Reading, Unit
from flows.changes.records import Change, Comparison
from flows.documents.change_report.composing import change_report
from flows.documents.change_report.report import NATIONAL, Report
from flows.documents.change_report.story import Consequence, Member, Story
from flows.documents.elements import Tree, anchor_of, inlines, link, name_of, para, text_of, walk
from flows.documents.readings import CHAPTER, SLOT, THEME
from tests.changes.readings_made import readings
from tests.documents.samples import language

FIRST = "Geef elk bedrijf een loket waar het al zijn vragen over regels kan stellen."
SECOND = "Verleen daarnaast binnen acht weken een vergunning aan wie zijn dak vol zonnepanelen legt."
THIRD = "Zorg tot slot voor scholing op de werkvloer van alle vakmensen in de techniek en de bouw."
LINKED = inlines("Lees ")


def unit(name: str, text: str | Tree, kind: str = "prose") -> Unit:
    return Unit(name, kind, ("kop",), [para(text)])


WHOLE = unit("vraag", f"{FIRST} {SECOND} {THIRD}", "ask")
PIECES = [unit(name, text, "ask") for name, text in (("een", FIRST), ("twee", SECOND), ("drie", THIRD))]


def reported(old: Sequence[Unit], new: Sequence[Unit], overridden: Sequence[str] = ()) -> Report:
    """The national report about two texts with one chapter, some blocks of which a province overrides."""
    chapter = Unit("kop", CHAPTER, (), [para("Kop")])
    comparison = compare(Reading("2027", (chapter, *old)), Reading("2031", (chapter, *new)))
    return told(comparison, [each for each in comparison.changes() if each.id in overridden])


def told(comparison: Comparison, overridden: Sequence[Change]) -> Report:
    lost = tuple(Consequence(each, "replace", Effect.LOST) for each in overridden)
    return change_report(
        Story(
            subject=NATIONAL,
            subject_name="Landelijke tekst",
            old="2027",
            new="2031",
            folder="compare/2027-2031/national/nl",
            organisation="Vereniging",
            language=language(),
            speaks="nl",
            comparison=comparison,
            members=(Member("oost", "Oost", "OO"),),
            consequences={"oost": lost},
        )
    )


def targets(report: Report, component: str) -> list[str]:
    """The target of each link in a component."""
    found = (part for block in report.blocks if name_of(block) == component for part in walk(block))
    return [part["c"][2][0] for part in found if part["t"] == "Link"]


def anchors(report: Report) -> set[str]:
    return {part["c"][0][0] for part in walk(report.blocks) if name_of(part) == "change"}


def test_a_text_that_was_cut_up_is_found_where_it_stood() -> None:
    split = reported([WHOLE], PIECES, ["vraag", "een"])
    assert targets(split, "effects") == ["#oud-vraag", "#nieuw-een"]
    joined = reported(PIECES, [WHOLE], ["twee", "vraag"])
    assert targets(joined, "effects") == ["#oud-twee", "#nieuw-vraag"]
    assert {"oud-vraag", "nieuw-een"} <= anchors(split)
    assert {"oud-twee", "nieuw-vraag"} <= anchors(joined)


def test_a_whole_names_its_pieces_and_a_piece_its_whole() -> None:
    def said(report: Report) -> dict[str, list[str]]:
        rows = (part for part in walk(report.blocks) if name_of(part) == "change")
        return {row["c"][0][0]: text_of(row["c"][1][0]).split("\n") for row in rows}

    split = said(reported([WHOLE], PIECES))
    assert "Was één onderdeel; staat nu in: een, twee, drie." in split["oud-vraag"]
    assert "Stond eerst in: vraag." in split["nieuw-twee"]
    joined = said(reported(PIECES, [WHOLE]))
    assert "Samengevoegd uit: een, twee, drie." in joined["nieuw-vraag"]
    assert "Staat nu in: vraag." in joined["oud-twee"]


def test_a_link_in_the_text_leads_to_its_block_whatever_that_is_called() -> None:
    pointer = unit("wijzer", [*LINKED, link("verder", "#oud-vraag")])
    old = [unit("vraag", FIRST, "ask"), unit("oud-vraag", SECOND), pointer]
    report = reported(old, old[1:])
    assert "oud-vraag" in anchors(report)
    assert targets(report, "redline") == ["#nieuw-oud-vraag"]


def test_a_link_in_the_text_to_what_is_in_neither_text_keeps_its_words() -> None:
    pointer = unit("wijzer", [*LINKED, link("verder", "#weg")])
    report = reported([pointer], [pointer])
    assert targets(report, "redline") == []
    assert "Lees verder" in text_of(report.blocks)


def test_structured_values_are_told_in_words_and_as_the_language_writes_them() -> None:
    slot = Unit("plek", SLOT, ("kop",), [], {"kind": "prose", "required": True})
    figure = unit("cijfers", FIRST, "figure")
    old = [slot, replace(figure, fields={"as_of": "2022-07", "data": {"ja": "60.5"}})]
    other = replace(slot, fields={"kind": "ask", "required": False})
    new = [other, replace(figure, fields={"as_of": "te bevestigen", "data": {"nee": "1250.5"}})]
    tables = [
        text_of(part).split("\n") for part in walk(reported(old, new).blocks) if name_of(part) == "fields"
    ]
    cells = [[cell for cell in table if cell] for table in tables]
    assert cells[0][3:] == ["soort", "alinea", "vraag", "verplicht", "ja", "nee"]
    assert cells[1][3:] == [
        *["peildatum", "juli 2022", "te bevestigen"],
        *["waarde (nee)", "niets", "1.250,5"],
        *["waarde (ja)", "60,5", "niets"],
    ]


def test_a_chapter_that_moved_is_told_by_its_title() -> None:
    chapters = [Unit(name, CHAPTER, (), [para(f"Titel {name}")]) for name in ("een", "twee")]
    report = reported(chapters, chapters[::-1])
    assert "Stond eerst bij: Titel" in text_of(report.blocks)


def test_the_matrix_has_a_row_for_each_place_with_blocks_and_none_for_a_chapter_of_themes_alone() -> None:
    theme = Unit("thema", THEME, ("kop",), [para("Thema")])
    inside = Unit("vraag", "ask", ("kop", "thema"), [para(FIRST)])
    for beside, rows in (([], ["Thema"]), ([unit("aanhef", SECOND)], ["Kop", "Thema"])):
        report = reported([*beside, theme, inside], [*beside, theme, inside])
        (found,) = (part for part in walk(report.blocks) if name_of(part) == "matrix")
        table = next(part for part in walk(found) if part["t"] == "Table")
        assert [text_of(row[1][0][4]).strip() for row in table["c"][4][0][3]] == rows


@settings(max_examples=60, deadline=None)
@given(readings())
def test_law_every_place_is_there_once_and_every_link_leads_to_one(pair: tuple[Reading, Reading]) -> None:
    comparison = compare(*pair)
    report = told(comparison, comparison.changes())
    places = [anchor for part in walk(report.blocks) if (anchor := anchor_of(part))]
    assert len(places) == len(set(places))
    linked = [part["c"][2][0] for part in walk(report.blocks) if part["t"] == "Link"]
    assert {target.removeprefix("#") for target in linked} <= set(places)
    assert len(linked) >= len(comparison.changes())
