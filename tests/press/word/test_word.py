"""A Word file that a secretary can restyle: named styles, boxes that hold together, and a schema that agrees."""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from zipfile import ZipFile

import pytest
from lxml import etree

from flows.documents.document import Document
from flows.documents.elements import name_of, walk
from flows.positions.bodies import Ask, Contact, Prose
from flows.press.word.properties import Properties
from flows.press.word.reference import WORD, reference_document
from flows.press.word.rewriting import rewritten
from tests.documents.samples import block, chapter, position
from tests.press.printing import document, neutral_looks, printed
from tests.press.reading import docx_text
from tests.press.repository import published

W = f"{{{WORD}}}"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, Path]:
    root = tmp_path_factory.mktemp("word")
    one = document()
    return one, printed(one, root, formats=["docx"])["docx"]


@pytest.fixture(scope="module")
def brochures(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return published(tmp_path_factory.mktemp("brochures"), "docx")


def parts(file: Path) -> dict[str, bytes]:
    with ZipFile(file) as package:
        return {name: package.read(name) for name in package.namelist()}


def body(file: Path) -> etree._Element:
    return etree.fromstring(parts(file)["word/document.xml"])[0]


def style(element: etree._Element) -> str:
    found = element.find(f"{W}pPr/{W}pStyle")
    return str(found.get(f"{W}val")) if found is not None else ""


def styles(inside: etree._Element) -> list[str]:
    return [style(paragraph) for paragraph in inside.iter(f"{W}p")]


def tables(file: Path, kind: str) -> list[etree._Element]:
    return [
        one for one in body(file).iter(f"{W}tbl") if one.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == kind
    ]  # type: ignore[union-attr]


def test_headings_have_the_styles_of_their_chapter_which_build_on_words_own(
    made: tuple[Document, Path],
) -> None:
    import docx

    opened = docx.Document(str(made[1]))
    used = [one.style for one in opened.paragraphs if one.style]
    names = [str(one.name) for one in used if re.match("Heading|Hoofdstuk|Thema", str(one.name))]
    assert names == ["Heading 1", "Hoofdstuk 1", "Thema 1", "Hoofdstuk 2", "Heading 1"]
    based = {str(one.name): one.base_style and one.base_style.name for one in used}
    assert (based["Hoofdstuk 1"], based["Thema 1"]) == ("Heading 1", "Heading 2")


def test_every_ask_stands_in_one_box_below_its_title(made: tuple[Document, Path]) -> None:
    one, file = made
    (box,) = tables(file, "Vraag1Kader")
    title, *rows = box.findall(f"{W}tr")
    assert title.find(f"{W}trPr/{W}tblHeader") is not None
    assert styles(title) == ["Vraag1Titel"]
    assert len(rows) == sum(name_of(element) == "ask" for element in walk(one.blocks))
    assert {tuple(styles(row)) for row in rows} == {("Vraag1",), ("Vraag1", "Vraag1Vervolg")}
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in box.findall(f"{W}tr"))


def numbering_of(file: Path, name: str) -> str:
    """Id of the numbering that a style gives its paragraphs, from the styles that it is based on too."""
    there = {one.get(f"{W}styleId"): one for one in etree.fromstring(parts(file)["word/styles.xml"])}
    while name:
        number = there[name].find(f"{W}pPr/{W}numPr/{W}numId")
        if number is not None:
            return str(number.get(f"{W}val"))
        base = there[name].find(f"{W}basedOn")
        name = str(base.get(f"{W}val")) if base is not None else ""
    return ""


ODD_ASKS = (
    "Doe dit.\n\nDoe dit.",
    "- Doe dit.\n- En dat.",
    "1. Eerst.\n2. Dan.",
    "Doe.\n\n1. Eerst.\n2. Dan.",
    "| a |\n|---|\n| 1 |",
)


def test_asks_share_one_numbering_that_counts_each_of_them_once(tmp_path: Path) -> None:
    """Whoever adds an ask in Word gets the next number, and all that follow move up."""
    chapters = [
        chapter(name, name, [block(f"{name}{number}", Ask(text)) for number, text in enumerate(ODD_ASKS)])
        for name in ("a", "b")
    ]
    file = printed(document(position(chapters)), tmp_path, formats=["docx"])["docx"]
    for kind in ("1", "2"):
        (box,) = tables(file, f"Vraag{kind}Kader")
        _, *rows = box.findall(f"{W}tr")
        assert [styles(row).count(f"Vraag{kind}") for row in rows] == [1] * len(ODD_ASKS)
        counted = [one for one in box.iter(f"{W}p") if style(one) == f"Vraag{kind}"]
        assert all(one.find(f"{W}pPr/{W}numPr") is None for one in counted)
    (number,) = {numbering_of(file, f"Vraag{kind}") for kind in ("1", "2")}
    found = etree.fromstring(parts(file)["word/numbering.xml"])
    (listed,) = [one for one in found.iter(f"{W}num") if one.get(f"{W}numId") == number]
    assert listed.find(f"{W}lvlOverride") is None
    assert numbering_of(file, "Vraag1Vervolg") == ""


WORDS_OWN = {
    *("Normal", "Body Text", "Block Text", "heading 1", "heading 2", "heading 3", "TOC Heading", "toc 1"),
    *("caption", "header", "footer", "Title", "Subtitle", "Default Paragraph Font", "Strong", "Emphasis"),
    *("Hyperlink", "Normal Table", "Contact"),
}
"""Names that Word translates in its menus, and a word that is Dutch too."""


def test_styles_have_dutch_names_or_words_own(made: tuple[Document, Path]) -> None:
    found = etree.fromstring(parts(made[1])["word/styles.xml"])
    names = {str(one.get(f"{W}val")) for one in found.iter(f"{W}name")} - WORDS_OWN
    dutch = r"(Vraag|Feit|Hoofdstuk|Thema|Omslag|Foto|Contact|Inhoud|Na|Eerste|Korte) ?.*|Vraag"
    assert {name for name in names if not re.fullmatch(dutch, name)} == {
        *("Inleiding", "Diagram", "Tabelkop", "Tabeltekst", "Bron", "Spreker", "Vertaalopmerking"),
        *("Letterlijk", "Cijfertabel"),
    }


def test_facts_and_contacts_stand_in_boxes_of_their_own(made: tuple[Document, Path]) -> None:
    (facts,) = tables(made[1], "Feit1Kader")
    assert styles(facts) == ["Feit1Titel", "Feit1", "Feit1Bron", "Feit1", "Feit1Bron"]
    (card,) = tables(made[1], "ContactKader")
    assert len(card.findall(f"{W}tr")) == 1
    assert styles(card)[0] == "ContactTitel"
    assert set(styles(card)[1:]) == {"Contact"}


def test_two_boxes_never_grow_together_and_every_cell_ends_in_a_paragraph(tmp_path: Path) -> None:
    table = "Doe dit.\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    card = Contact(name="Jo")
    blocks = [
        block("een", Ask(table)),
        block("kaart", card),
        block("kaart-twee", card),
        block("t", Prose("x")),
    ]
    file = printed(document(position([chapter("a", "A", blocks)])), tmp_path, formats=["docx"])["docx"]
    found = body(file)
    assert all(
        after.tag != f"{W}tbl" for one in found.iter(f"{W}tbl") if (after := one.getnext()) is not None
    )
    assert {cell[-1].tag for cell in found.iter(f"{W}tc")} == {f"{W}p"}
    (cards,) = tables(file, "ContactKader")
    assert [styles(cell) for cell in cards.iter(f"{W}tc")] == [["Contact"], ["Contact"]]


def test_a_small_box_stays_on_one_page_and_a_long_one_may_go_on_between_asks(tmp_path: Path) -> None:
    long = [block(f"vraag-{number}", Ask("Doe dit en laat dat. " * 20)) for number in range(4)]
    chapters = [chapter("a", "A", [block("kort", Ask("Doe dit."))]), chapter("b", "B", long)]
    file = printed(document(position(chapters)), tmp_path, formats=["docx"])["docx"]
    kept = [
        len(list(one.iter(f"{W}keepNext")))
        for kind in ("Vraag1Kader", "Vraag2Kader")
        for one in tables(file, kind)
    ]
    assert kept == [1, 0]


def test_the_look_of_text_is_in_styles_only(made: tuple[Document, Path]) -> None:
    direct = {"b", "i", "color", "sz", "rFonts", "pBdr", "shd"}
    for paragraph in body(made[1]).iter(f"{W}p"):
        tags = {etree.QName(one).localname for one in paragraph.iter() if isinstance(one.tag, str)}
        if paragraph.find(f"{W}pPr/{W}sectPr") is None:
            assert not direct & tags
    assert 'w:rStyle w:val="Strong"' in parts(made[1])["word/document.xml"].decode()


def test_every_style_that_is_used_is_there_and_shows_in_the_list(made: tuple[Document, Path]) -> None:
    there = etree.fromstring(parts(made[1])["word/styles.xml"])
    shown = {one.get(f"{W}styleId") for one in there.iter(f"{W}style") if one.find(f"{W}qFormat") is not None}
    used = {
        one.get(f"{W}val")
        for tag in ("pStyle", "rStyle", "tblStyle")
        for one in body(made[1]).iter(f"{W}{tag}")
    }
    assert len(used) > 20
    assert used <= shown


def test_a_cover_has_the_brands_shapes_behind_its_words_and_a_page_of_its_own(
    made: tuple[Document, Path],
) -> None:
    first = body(made[1])[0]
    shapes = list(first.iter("{*}wsp"))
    brand = neutral_looks().brand
    colours = [str(one.get("val")).lower() for shape in shapes for one in shape.iter("{*}srgbClr")]
    wanted = [brand.cover.ground, *brand.cover.shapes[:3]]
    assert colours == [brand.colour(name)[1:] for name in wanted]
    assert len(list(first.iter("{*}decorative"))) == len(shapes)
    assert {one.get("behindDoc") for one in first.iter("{*}anchor")} == {"1"}
    ends = [style(one) for one in body(made[1]).iter(f"{W}p") if one.find(f"{W}pPr/{W}sectPr") is not None]
    assert ends == [""]
    lines = styles(body(made[1]))
    assert lines[: lines.index("")] == [
        *(
            "OmslagOrganisatie",
            "Subtitle",
            "Title",
            "OmslagProvincie",
            "OmslagRegel",
            "OmslagRegel",
            "OmslagConcept",
        ),
    ]


def test_the_contents_are_a_field_of_word_which_shows_its_entries_and_no_number_that_may_be_wrong(
    made: tuple[Document, Path],
) -> None:
    (control,) = body(made[1]).iter(f"{W}sdt")
    assert [one.get(f"{W}val") for one in control.iter(f"{W}docPartGallery")] == ["Table of Contents"]
    title, *entries, end = control.iter(f"{W}p")
    assert (style(title), style(end)) == ("TOCHeading", "NaKader")
    assert {style(one) for one in entries} == {"Toc1"}
    marks = [str(one.get(f"{W}fldCharType")) for one in control.iter(f"{W}fldChar")]
    assert marks == ["begin", "separate", "end"]
    assert next(control.iter(f"{W}instrText")).text == r' TOC \o "1-1" \h \z \u '
    headings = [one for one in body(made[1]).iter(f"{W}p") if re.match("Heading1|Hoofdstuk", style(one))]
    assert [text_of(one) for one in entries] == [text_of(one) for one in headings]
    assert not any("dirty" in str(key) for one in control.iter() for key in one.attrib)
    assert b"updateFields" not in parts(made[1])["word/settings.xml"]


def text_of(paragraph: etree._Element) -> str:
    shown = {f"{W}noBreakHyphen": "-", f"{W}t": None}
    return "".join(shown[one.tag] or one.text or "" for one in paragraph.iter() if one.tag in shown)


def test_contact_cards_stay_together_and_with_what_stands_above_them(made: tuple[Document, Path]) -> None:
    cards = tables(made[1], "ContactKader")
    assert cards
    for card in cards:
        above = card.getprevious()
        while above is not None and above.find(f"{W}r") is None and above.tag != f"{W}tbl":
            above = above.getprevious()
        assert above is not None
        assert all(one.find(f"{W}pPr/{W}keepNext") is not None for one in above.iter(f"{W}p"))


def test_a_table_with_numbers_repeats_its_head_and_no_row_is_cut(made: tuple[Document, Path]) -> None:
    found = tables(made[1], "Table")
    assert len(found) == 2
    for table in found:
        head, *rows = table.findall(f"{W}tr")
        assert head.find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in (head, *rows))
        assert set(styles(head)) == {"Tabelkop"}
        assert {name for row in rows for name in styles(row)} == {"Tabeltekst"}


def test_header_footer_language_and_properties_are_those_of_the_document(made: tuple[Document, Path]) -> None:
    import docx

    one, file = made
    opened = docx.Document(str(file))
    section = opened.sections[-1]
    assert section.header.paragraphs[0].text == (
        f"{one.organisation}\t{one.province} · {one.edition} · {one.labels['draft']}"
    )
    assert opened.sections[0].header.is_linked_to_previous
    assert ' PAGE "' in parts(file)["word/standpunt-footer.xml"].decode()
    properties = opened.core_properties
    assert (properties.title, properties.language) == (one.full_title, "nl-NL")
    assert (properties.author, properties.subject) == (one.organisation, one.subtitle)
    assert 'w:lang w:bidi="ar-SA" w:eastAsia="nl-NL" w:val="nl-NL"' in parts(file)["word/styles.xml"].decode()


def test_pictures_have_alternative_texts_and_ids_are_unique(brochures: list[Path]) -> None:
    for file in brochures:
        properties = list(body(file).iter("{*}docPr"))
        assert all(one.get("descr") for one in properties if "Picture" in str(one.get("name")))
        for ids in (
            [one.get("id") for one in properties],
            [one.get(f"{W}id") for one in body(file).iter(f"{W}bookmarkStart")],
            [one.get(f"{W}name") for one in body(file).iter(f"{W}bookmarkStart")],
        ):
            assert len(ids) == len(set(ids))


def test_no_placeholder_is_left_and_every_inner_link_leads_somewhere(brochures: list[Path]) -> None:
    for file in brochures:
        text = docx_text(file)
        assert len(text.split()) > 800
        assert not re.search(r"\{\{|\}\}|\$\w+\$|\bTODO\b|Lorem ipsum|None\b", text)
        named = {one.get(f"{W}name") for one in body(file).iter(f"{W}bookmarkStart")}
        linked = {one.get(f"{W}anchor") for one in body(file).iter(f"{W}hyperlink")} - {None}
        assert linked
        assert linked <= named


def test_a_package_is_complete(brochures: list[Path]) -> None:
    for file in brochures:
        found = parts(file)
        types = etree.fromstring(found["[Content_Types].xml"])
        typed = {str(one.get("PartName")).lstrip("/") for one in types.iter("{*}Override")}
        endings = {one.get("Extension") for one in types.iter("{*}Default")}
        assert typed <= set(found)
        assert all(
            name in typed or name.rpartition(".")[2] in endings for name in found if "Content_T" not in name
        )
        for name in ("word/document.xml", "word/standpunt-header.xml", "word/standpunt-footer.xml"):
            assert set(relations(found, name)) >= {
                value
                for one in etree.fromstring(found[name]).iter()
                for key, value in one.attrib.items()
                if "officeDocument/2006/relationships" in key
            }


def relations(found: dict[str, bytes], name: str) -> Iterator[str]:
    folder, _, base = name.rpartition("/")
    listing = found.get(f"{folder}/_rels/{base}.rels")
    for one in etree.fromstring(listing) if listing else ():
        if one.get("TargetMode") != "External":
            assert f"{folder}/{one.get('Target')}" in found
        yield str(one.get("Id"))


@pytest.mark.parametrize("edition", [0, 1])
def test_the_schema_of_office_agrees(edition: int, brochures: list[Path]) -> None:
    reason = "openxml-audit, which has the schemas of Open XML, is not installed"
    audit = pytest.importorskip("openxml_audit", reason=reason)
    answer = audit.OpenXmlValidator(file_format=audit.FileFormat.OFFICE_2019).validate(brochures[edition])
    assert [str(error) for error in answer.errors] == []


def test_the_schema_test_notices_a_property_in_the_wrong_place(brochures: list[Path], tmp_path: Path) -> None:
    audit = pytest.importorskip("openxml_audit", reason="openxml-audit is not installed")
    broken = tmp_path / "broken.docx"
    with ZipFile(broken, "w") as package:
        for name, data in parts(brochures[0]).items():
            package.writestr(
                name, data.replace(b"<w:pPr><w:pStyle", b'<w:pPr><w:outlineLvl w:val="1"/><w:pStyle', 1)
            )
    assert audit.OpenXmlValidator().validate(broken).errors


def test_two_threads_never_work_on_word_files_together() -> None:
    """Lxml crashed about one cold build in a hundred when two chunks began with it at the same moment."""
    inside: list[int] = []
    most: list[int] = []

    def slow(*_: object) -> None:
        inside.append(1)
        most.append(len(inside))
        time.sleep(0.02)
        inside.pop()

    given = reference_document(neutral_looks().brand), Properties("", "", "", "nl_NL", 0), slow
    threads = [Thread(target=rewritten, args=given) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 6


def test_pictures_begin_where_text_does(brochures: list[Path]) -> None:
    """A picture that states no distance is set off by three millimetres in LibreOffice."""
    inlines = [one for file in brochures for one in body(file).iter("{*}inline")]
    assert inlines
    assert {one.get(f"dist{side}") for one in inlines for side in "TBLR"} == {"0"}
