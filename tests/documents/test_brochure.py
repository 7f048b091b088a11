import json
import pickle
from dataclasses import asdict, replace

from hypothesis import given
from hypothesis import strategies as st

from flows.documents.brochure import brochure
from flows.documents.document import COMPONENTS, PARTS, Document
from flows.documents.elements import Element, anchor_of, joined, link, name_of, para, text_of, walk
from flows.positions.bodies import Ask, Fact
from tests.documents.samples import block, chapter, language, plain_trees, position
from tests.documents.words_of_documents import words


def made(draft: bool = True, code: str = "nl") -> Document:
    one = position()
    return brochure(one, language(code), plain_trees(one), draft=draft)


def boxes(document: Document, name: str) -> list[Element]:
    return [element for element in walk(document.blocks) if name_of(element) == name]


def test_asks_that_follow_each_other_are_one_box_even_across_an_empty_slot() -> None:
    (box,) = boxes(made(), "asks")
    assert [anchor_of(ask) for ask in walk(box) if name_of(ask) == "ask"] == ["vraag-een", "vraag-twee"]
    assert text_of(box).startswith("nl asks\n")


def test_facts_that_follow_each_other_are_one_panel_with_a_source_each() -> None:
    (panel,) = boxes(made(), "facts")
    assert text_of(panel).count("nl source: ") == 2
    assert "nl source: CBS, juli 2022" in text_of(panel)


def test_a_source_that_all_facts_of_a_panel_share_stands_there_once() -> None:
    one = position(
        [chapter("a", "A", [block(f"feit-{n}", Fact(f"Feit {n}.", "CBS", "2022")) for n in "abc"])]
    )
    (panel,) = boxes(brochure(one, language(), plain_trees(one), draft=False), "facts")
    assert text_of(panel).count("nl source: CBS, 2022") == 1
    assert name_of(panel["c"][1][-1]) == "source"


def test_what_is_to_be_confirmed_is_no_source_to_share() -> None:
    one = position(
        [chapter("a", "A", [block(f"feit-{n}", Fact(f"Feit {n}.", "te bevestigen")) for n in "abc"])]
    )
    (panel,) = boxes(brochure(one, language(), plain_trees(one), draft=True), "facts")
    assert text_of(panel).count("nl source: nl to be confirmed") == 3


def test_a_day_of_election_that_nobody_confirmed_says_so_until_that_is_waived() -> None:
    def day(source: str | None, waived: str | None = None) -> str:
        one = position()
        election = replace(one.edition.election, source=source, waived=waived)
        one = replace(one, edition=replace(one.edition, election=election))
        return brochure(one, language(), plain_trees(one), draft=True).election

    known = "Statenverkiezingen, 19\u00a0maart\u00a02031"
    assert day(None) == day("kiesraad.nl") == day("te bevestigen", "Zo staat het vast.") == known
    assert day("te bevestigen") == f"{known} (nl to be confirmed)"


def sources(body: Fact, waived: str | None) -> list[str]:
    merged = block("feit", body)
    merged = replace(merged, block=replace(merged.block, waived=waived))
    one = position([chapter("a", "A", [merged])])
    return [
        text_of(found).strip()
        for draft in (True, False)
        for found in boxes(brochure(one, language(), plain_trees(one), draft=draft), "source")
    ]


def test_what_is_to_be_confirmed_says_so_until_it_is_found_or_waived() -> None:
    nothing, undated = Fact("Zo is het.", "te bevestigen"), Fact("Zo is het.", "CBS")
    assert sources(nothing, None) == ["nl source: nl to be confirmed"] * 2
    assert sources(nothing, "Niet meer na te gaan.") == []
    assert sources(undated, None) == ["nl source: CBS, nl as of nl to be confirmed"] * 2
    assert sources(undated, "Niet meer na te gaan.") == ["nl source: CBS"] * 2
    assert sources(Fact("Zo is het.", "CBS", "2022"), "Overbodig.") == ["nl source: CBS, 2022"] * 2


def test_a_draft_says_so_on_its_cover_and_an_adopted_edition_does_not() -> None:
    assert [text_of(mark).strip() for mark in boxes(made(draft=True), "draft")] == ["nl draft"]
    assert boxes(made(draft=False), "draft") == []


def test_empty_slots_themes_chapters_and_figures_without_data_are_left_out() -> None:
    anchors = {anchor_of(element) for element in walk(made().blocks)}
    left_out = {"lege-plek", "thema-leeg", "nog-leeg", "leeg-hoofdstuk", "niets", "figuur-leeg"}
    assert not anchors & left_out
    assert {"kennismaking", "thema-regels", "vraag-een", "feit-twee", "figuur-een", "contact"} <= anchors


def test_notes_never_get_into_a_document() -> None:
    assert "intern" not in json.dumps(asdict(made()))


def test_what_a_province_appends_follows_the_national_text() -> None:
    found = words(made())
    assert found.index("Eigen") > found.index("Samen") and "Hub *Noord* <b>" not in " ".join(found[:20])


def test_contents_name_every_chapter_in_order_and_link_to_it() -> None:
    (contents,) = boxes(made(), "contents")
    targets = [element["c"][2][0] for element in walk(contents) if element["t"] == "Link"]
    assert targets == ["#kennismaking", "#ondernemend", "#werken", "#colofon"]


def test_chapters_have_tones_and_introduction_and_colophon_have_none() -> None:
    tones = [
        dict(element["c"][0][2])["tone"]
        for name in ("intro", "chapter", "colophon")
        for element in boxes(made(), name)
    ]
    assert tones == ["0", "1", "2", "0"]


def test_a_figure_says_the_same_in_chart_and_table() -> None:
    document = made()
    chart = document.chart("figuur-een")
    assert [(row.label, row.value, row.shown) for row in chart.rows] == [
        ("basis", "6.7", "6,7%"),
        ("mbo\u00a02–4", "93.3", "93,3%"),
    ]
    (figure,) = boxes(document, "figure")
    assert all(f"{row.label}" in text_of(figure) and row.shown in text_of(figure) for row in chart.rows)


def test_a_link_to_a_block_that_is_left_out_keeps_its_words() -> None:
    one = position([chapter("kop", "Kop", [block("a", Ask("Lees.")), block("lege-plek", None)])])
    words = [link("weg", "#lege-plek"), link("hier", "#a"), link("site", "https://x.nl")]
    document = brochure(one, language(), {"Lees.": [para(words)]}, draft=False)
    (ask,) = boxes(document, "ask")
    assert [each["c"][2][0] for each in walk(ask) if each["t"] == "Link"] == ["#a", "https://x.nl"]
    assert text_of(ask).strip() == "weghiersite"


def test_equal_positions_make_equal_documents_and_one_changed_word_another() -> None:
    one = position()
    trees = plain_trees(one)
    assert made() == made() != made(draft=False)
    trees["Tweede"] = []
    text = "Doe *eerst* dit.\n\nEn leg het uit."
    trees[text] = [para("Doe eerst iets anders.")]
    assert brochure(one, language(), trees, draft=True) != made()


def test_a_document_travels_to_a_worker_and_into_json() -> None:
    document = made()
    assert pickle.loads(pickle.dumps(document)) == document
    assert json.loads(json.dumps(asdict(document)))["name"] == "noord-holland-2031-nl"
    assert document.folder == "2031/noord-holland/nl"


def test_every_box_is_a_component_or_part_that_writers_know() -> None:
    names = {name_of(element) for element in walk(made().blocks) if element["t"] == "Div"}
    assert names - {*COMPONENTS, *PARTS} == set()
    assert {*COMPONENTS} - names == set()


def test_a_document_of_another_language_has_that_languages_name_labels_and_dates() -> None:
    document = made(code="de")
    assert (document.province, document.language) == ("Nordholland", "de")
    assert "de source: CBS, Juli 2022" in text_of(document.blocks)
    assert " nl " not in text_of(document.blocks)


def test_an_ask_beside_a_fact_does_not_join_its_panel() -> None:
    one = position(
        [
            chapter(
                "a",
                "A",
                [block("v", Ask("Vraag.")), block("f", Fact("Feit.", "CBS")), block("w", Ask("Nog een."))],
            )
        ]
    )
    document = brochure(one, language(), plain_trees(one), draft=False)
    assert [name_of(part) for part in boxes(document, "chapter")[0]["c"][1][1:]] == ["asks", "facts", "asks"]


WORDS = st.lists(
    st.one_of(
        st.just({"t": "Space"}),
        st.just({"t": "LineBreak"}),
        st.text("ab1.-=+/#", min_size=1, max_size=3).map(lambda text: {"t": "Str", "c": text}),
        st.just({"t": "Emph", "c": [{"t": "Str", "c": "x"}, {"t": "Space"}, {"t": "Str", "c": "y"}]}),
    ),
    max_size=60,
)


@given(WORDS)
def test_words_in_phrases_are_the_same_words_after_the_same_first_one(inlines: list[Element]) -> None:
    paragraph = {"t": "Para", "c": inlines}
    (again,) = joined([paragraph])
    assert text_of(again) == text_of(paragraph)
    assert again["c"][:1] == joined(inlines[:1])
    assert [element for element in again["c"] if element["t"] in ("LineBreak", "Emph")] == [
        joined(element) for element in inlines if element["t"] in ("LineBreak", "Emph")
    ]
    assert len(again["c"]) <= len(inlines)


def test_a_long_paragraph_has_few_elements() -> None:
    (again,) = joined([para("woord " * 120)])
    assert len(again["c"]) < 25
