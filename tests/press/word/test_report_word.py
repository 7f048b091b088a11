"""A change report in Word: real tracked changes, comments beside them, and a file that every reader accepts."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from flows.documents.change_report.report import ADDED, REMOVED
from flows.documents.elements import bullets, div, image, para, table
from flows.press.word.report.resolving import resolved
from tests.documents.change_report.report_sample import edited, report, row, rows_table, span
from tests.press.word.redlines import W, answered, body, by_libreoffice, with_rows, word_file

REVISIONS = (f"{W}ins", f"{W}del")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return word_file(report(), tmp_path_factory.mktemp("report"))


@pytest.fixture(scope="module")
def awkward(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Whatever comes or goes here stands where a paragraph mark or a row has nothing to flow into."""
    gone, come = (para([span(mark, words)]) for mark, words in ((REMOVED, "Weg."), (ADDED, "Nieuw.")))
    cells = [[span(REMOVED, "a")], [span(REMOVED, "1")]]
    ends = [para(edited("Dit ", "+einde.")), div(ADDED, [come]), para(edited("+Dit", "-Het", " begin."))]
    rows = [
        row("einden", "prose", "edited", "both", ends, head="Gewijzigd"),
        row("voor-tabel", "prose", "removed", "old", [div(REMOVED, [gone])], head="Vervallen"),
        row("tabel", "figure", "removed", "old", [div(REMOVED, [rows_table([(REMOVED, cells)])])]),
        row("na-tabel", "ask", "added", "new", [div(ADDED, [bullets([[come], [come, come]])])], head="Nieuw"),
        row("gewoon", "figure", "unchanged", "both", [table(["a", "b"], [["1", ""], ["", "2"]])]),
        row("leeg", "prose", "edited", "both", [], head="Alleen een aantekening"),
        row(
            "slot", "quote", "removed", "old", [div(REMOVED, [{"t": "BlockQuote", "c": [gone]}])], head="Weg"
        ),
    ]
    return word_file(with_rows(rows), tmp_path_factory.mktemp("awkward"))


@pytest.fixture(params=["made", "awkward"])
def each(request: pytest.FixtureRequest) -> Path:
    file: Path = request.getfixturevalue(request.param)
    return file


def part(file: Path, name: str) -> etree._Element:
    with ZipFile(file) as package:
        return etree.fromstring(package.read(name))


def test_accepted_it_is_the_new_text_and_rejected_the_old_one(made: Path) -> None:
    new, old = resolved(body(made), "new"), resolved(body(made), "old")
    start = new.index("De tekst met wijzigingen")
    assert new[:start] == old[:start]
    assert old[start + 1 :] == [
        *("Innovatief en duurzaam", "Lees het plan en doe niets.", "Blijft staan.", "Valt weg."),
        *("Deze alinea is gelijk gebleven.", "Schrap deze vraag.", "De omzet is 30 miljard euro."),
        *("Bron: CBS, juli 2022", "Verdeling", "ja", "60,5%", "nee", "39,5%", "Zo is het.", "Iemand"),
        *("Stond hier eerst.", "Oud thema", "Regiosecretaris", "info@example.org"),
    ]
    assert new[start + 1 :] == [
        *("Innovatief en veilig", "Lees het plan en doe iets.", "Blijft staan.", "Komt erbij."),
        *("Deze alinea is gelijk gebleven.", "Geef 300 mkb-bedrijven een voucher."),
        *("De omzet is 35 miljard euro.", "Bron: CBS, juli 2025", "Verdeling", "ja", "61%", "deels", "39%"),
        *("Zo is het.", "Iemand", "Staat nu hier.", "Regiosecretaris", "info@example.org"),
    ]


def test_the_schema_of_office_agrees(each: Path) -> None:
    reason = "openxml-audit, which has the schemas of Open XML, is not installed"
    audit = pytest.importorskip("openxml_audit", reason=reason)
    answer = audit.OpenXmlValidator(file_format=audit.FileFormat.OFFICE_2019).validate(each)
    assert [str(error) for error in answer.errors] == []


def test_every_revision_comment_and_bookmark_has_a_number_of_its_own(each: Path) -> None:
    text = body(each)
    numbered = [one.get(f"{W}id") for one in text.iter(*REVISIONS, f"{W}bookmarkStart")]
    comments = [one.get(f"{W}id") for one in part(each, "word/comments.xml")]
    assert comments
    assert len({*numbered, *comments}) == len(numbered) + len(comments)
    for tag in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert [one.get(f"{W}id") for one in text.iter(f"{W}{tag}")] == comments
    starts, ends = ({one.get(f"{W}id") for one in text.iter(f"{W}bookmark{end}")} for end in ("Start", "End"))
    assert starts == ends


def test_words_of_a_deletion_have_a_tag_of_their_own_and_links_stand_around_revisions(each: Path) -> None:
    text = body(each)
    inside = [one for revision in text.iter(f"{W}del") for one in revision.iter(f"{W}delText")]
    assert inside
    assert len(inside) == len(list(text.iter(f"{W}delText")))
    for revision in text.iter(*REVISIONS):
        assert not list(revision.iter(f"{W}hyperlink", *REVISIONS))[1:]
    assert not [one for revision in text.iter(f"{W}del") for one in revision.iter(f"{W}t")]


def test_links_of_tracked_words_still_lead_somewhere(made: Path) -> None:
    links = {one.get("Id"): one.get("Target") for one in part(made, "word/_rels/document.xml.rels")}
    found = {
        links[str(link.get(anchor))]
        for link in body(made).iter(f"{W}hyperlink")
        for anchor in link.attrib
        if str(anchor).endswith("}id") and list(link.iter(*REVISIONS))
    }
    assert found == {"https://example.org/oud", "https://example.org/nieuw"}


def test_every_change_is_by_the_publisher_at_the_files_own_moment(made: Path) -> None:
    signed = [*body(made).iter(*REVISIONS), *part(made, "word/comments.xml")]
    assert len(signed) > 20
    assert {one.get(f"{W}author") for one in signed} == {"Vereniging"}
    assert {one.get(f"{W}date") for one in signed} == {"2031-03-19T00:00:00Z", "2031-03-19T00:02:00Z"}


def test_a_paragraph_that_came_or_went_takes_its_mark_along(made: Path) -> None:
    def marked(tag: str) -> Iterator[str]:
        for paragraph in body(made).iter(f"{W}p"):
            if paragraph.find(f"{W}pPr/{W}rPr/{tag}") is not None:
                yield "".join(one.text or "" for one in paragraph.iter(f"{W}t", f"{W}delText"))

    assert list(marked(REVISIONS[0])) == [
        "Komt erbij.",
        "Geef 300 mkb-bedrijven een voucher.",
        "Staat nu hier.",
    ]
    assert list(marked(REVISIONS[1])) == ["Valt weg.", "Schrap deze vraag.", "Stond hier eerst.", "Oud thema"]
    assert [
        etree.QName(one).localname
        for row in body(made).iter(f"{W}tr")
        for one in row.iterfind(f"{W}trPr/*")
        if one.tag in REVISIONS
    ] == ["del", "ins"]


def test_a_comment_tells_what_changed_beside_its_first_words(made: Path) -> None:
    import docx

    opened = docx.Document(str(made))
    told = [[paragraph.text for paragraph in comment.paragraphs] for comment in opened.comments]
    assert told[:3] == [["Titel gewijzigd"], ["Gewijzigd: link, modaliteit"], ["Vraag vervallen"]]
    assert ["Feit gewijzigd", "as_of: 2022-07 → 2025-07"] in told
    assert {(comment.author, comment.initials) for comment in opened.comments} == {("Vereniging", "V")}
    commented = [
        "".join(one.text or "" for one in paragraph.iter(f"{W}t", f"{W}delText"))
        for paragraph in body(made).iter(f"{W}p")
        if paragraph.find(f"{W}commentRangeStart") is not None
    ]
    assert len(commented) == len(told)
    assert commented[2:4] == ["Schrap deze vraag.", "Geef 300 mkb-bedrijven een voucher."]


def test_a_row_without_a_text_still_shows_its_comment(awkward: Path) -> None:
    import docx

    told = [comment.text for comment in docx.Document(str(awkward)).comments]
    assert "Alleen een aantekening" in told


def test_in_front_of_the_text_changes_are_told_and_not_tracked(made: Path) -> None:
    paragraphs = list(body(made).iter(f"{W}p"))
    styles = [each.find(f"{W}pPr/{W}pStyle") for each in paragraphs]
    names = ["" if one is None else one.get(f"{W}val") for one in styles]
    front = paragraphs[: names.index("WijzigingenKop")]
    assert len(front) > 8
    assert not [one for each in front for one in each.iter(*REVISIONS)]
    told = {
        str(run.findtext(f"{W}t")): style.get(f"{W}val")
        for each in front
        for run in each.iter(f"{W}r")
        for style in run.iter(f"{W}rStyle")
    }
    assert (told["Hub Oud"], told["Hub Nieuw"], told["↓"]) == ("TekstWeg", "TekstErbij", "Stand")


def test_the_signs_of_the_matrix_are_explained_without_bullets(tmp_path: Path) -> None:
    legend = div("legend", [bullets([[para("↓ neemt over")], [para("! beslis")]])])
    one = replace(report(), blocks=[div("matrix", [legend])])
    listed = [each.find(f"{W}pPr/{W}numPr") for each in body(word_file(one, tmp_path)).iter(f"{W}p")]
    assert listed[:2] == [None, None]


def test_text_that_no_report_can_hold_is_an_error_and_not_lost(tmp_path: Path) -> None:
    raw = {"t": "RawInline", "c": ["openxml", "<w:r/>"]}
    rows = [row("rauw", "prose", "edited", "both", [para([raw])])]
    (answer,) = answered([with_rows(rows)], tmp_path)
    assert [(found.code, found.args["document"]) for found in answer.problems] == [
        ("SP803", "compare/2023-2027/zeeland/nl")
    ]


def test_styles_tell_what_a_unit_is(made: Path) -> None:
    import docx

    shown = {
        name: one.style and one.style.name
        for one in docx.Document(str(made)).paragraphs
        if (name := "".join(text.text or "" for text in one._p.iter(f"{W}t", f"{W}delText")))
    }
    assert {name: shown[name] for name in _STYLED} == _STYLED


_STYLED = {
    "Wat er veranderd is": "Title",
    "Zeeland: 2023 en 2027": "Subtitle",
    "Eerst beslissen": "Heading 1",
    "vraag-nieuw is nieuw: neem een besluit. Typ dan: standpunt accept zeeland vraag-nieuw": "Besluit",
    "Schrap deze vraag.": "Vraag",
    "Bron: CBS, juli 20222025": "Feit bron",
    "Oud thema": "Heading 3",
    "Iemand": "Spreker",
    "Verdeling": "Caption",
}


def test_every_style_that_is_used_is_there(each: Path) -> None:
    there = {one.get(f"{W}styleId") for one in part(each, "word/styles.xml").iter(f"{W}style")}
    used = {
        one.get(f"{W}val")
        for name in ("word/document.xml", "word/comments.xml")
        for tag in ("pStyle", "rStyle", "tblStyle")
        for one in part(each, name).iter(f"{W}{tag}")
    }
    assert len(used) > 5
    assert used <= there


@pytest.mark.parametrize(("code", "proofed"), [("nl", "nl-NL"), ("en", "en-GB")])
def test_words_are_proofed_in_the_language_of_the_report(code: str, proofed: str, tmp_path: Path) -> None:
    file = word_file(report(code), tmp_path)
    (stated,) = part(file, "word/styles.xml").iter(f"{W}lang")
    assert stated.get(f"{W}val") == proofed


def test_links_of_the_front_lead_into_the_text(made: Path) -> None:
    named = {one.get(f"{W}name") for one in body(made).iter(f"{W}bookmarkStart")}
    linked = {one.get(f"{W}anchor") for one in body(made).iter(f"{W}hyperlink")} - {None}
    assert linked
    assert linked <= named


def test_a_picture_may_come_or_go(tmp_path: Path) -> None:
    from base64 import b64decode

    (tmp_path / "beeld.png").write_bytes(b64decode(_PIXEL))
    text = [para([span(REMOVED, [image("Een beeld", "beeld.png")]), *edited("+Zonder beeld.")])]
    file = word_file(with_rows([row("beeld", "prose", "edited", "both", text)]), tmp_path)
    (drawn,) = body(file).iter(f"{W}drawing")
    assert [etree.QName(one).localname for one in drawn.iterancestors()][:3] == ["r", "del", "p"]


_PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def test_equal_reports_give_equal_bytes_in_any_order(made: Path, tmp_path: Path) -> None:
    others = [replace(report(), folder=f"compare/{name}") for name in ("een", "twee")]
    answers = answered([others[0], report(), others[1]], tmp_path, "docx", "json")
    assert [answer.problems for answer in answers] == [(), (), ()]
    first = [answer.files["docx"].sha256 for answer in answers]
    assert len(set(first)) == 1
    assert (tmp_path / "outputs" / answers[1].files["docx"].path).read_bytes() == made.read_bytes()


def test_the_data_of_a_report_are_a_file_beside_it(tmp_path: Path) -> None:
    data = {"old": "2023", "changes": [{"id": "één", "flags": []}]}
    (answer,) = answered([replace(report(), data=data)], tmp_path, "json")
    file = answer.files["json"]
    assert file.path == "compare/2023-2027/zeeland/nl/report.json"
    text = (tmp_path / "outputs" / file.path).read_text(encoding="utf-8")
    expected = '{\n "old": "2023",\n "changes": [\n  {\n   "id": "één",\n   "flags": []\n  }\n ]\n}\n'
    assert text == expected


def test_a_report_that_fails_costs_no_other(tmp_path: Path) -> None:
    lost = with_rows([row("beeld", "prose", "edited", "both", [para([image("x", "nergens.png")])])])
    jobs = [replace(lost, folder="compare/kapot"), report()]
    broken, whole = answered(jobs, tmp_path, "docx", "json")
    assert [found.code for found in broken.problems] == ["SP704"]
    assert sorted(whole.files) == ["docx", "json"]
    assert not (tmp_path / "outputs/compare/kapot").exists()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_accepts_and_rejects_to_the_same_texts(each: Path, tmp_path: Path) -> None:
    accepted, rejected = by_libreoffice(each, tmp_path)
    for side, theirs in (("new", accepted), ("old", rejected)):
        assert not list(theirs.iter(*REVISIONS))
        assert resolved(theirs, side) == resolved(body(each), side)  # type: ignore[arg-type]


@pytest.mark.parametrize("character", list("\u00ad\u200b\u2011\u0133\ufb01\u00a0\u2028\u2060\u202e"))
def test_characters_that_nobody_sees_do_not_keep_a_report_from_being_made(
    tmp_path: Path, character: str
) -> None:
    words = para(edited(f"on{character}der", f"-nee{character}mer", f"+ne{character}emer"))
    (answer,) = answered([with_rows([row("a", "prose", "edited", "both", [words])])], tmp_path)
    assert answer.problems == ()
