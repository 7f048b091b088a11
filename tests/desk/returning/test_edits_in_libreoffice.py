"""What people do in LibreOffice asks for what the table of the design says, and for nothing else."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from flows.cli.main import run
from flows.desk.returning.applying import written_texts
from flows.desk.returning.comparing import Compared, compare_copy
from flows.returns.lines import as_written
from flows.returns.revisions import Policy
from flows.sources.content import Content
from tests.content_tree import CHAPTER, own, write_tree
from tests.desk.returning.libreoffice_edits import edited

ENTRIES = """\
  - replace: vraag-een
    text: Doe onze eigen dingen graag vandaag.
  - append: toelichting-een
    text: Wij zeggen hier iets bij.
"""
LONG = CHAPTER.replace("Doe nog iets.", "Doe nog iets voor {{ hub }} en voor de regio.").replace(
    "override: append", "override: any"
)

PAGE = (
    '<p>Uit een <b>webpagina</b> met een <a href="https://www.example.org/x">link</a> en '
    '<span style="color:red;font-size:20pt">kleur</span>.</p><ul><li>eerste</li><li>tweede</li></ul>'
)
EDITS = {
    "word": 'Retype(doc, "eigen dingen", "nieuwe dingen")',
    "nationalword": 'Retype(doc, "nog iets voor", "veel meer voor")',
    "entermiddle": 'PressEnter(Behind(doc, "dingen graag"))',
    "enterend": 'PressEnter(Behind(doc, "werk. Nog een zin."))',
    "enterstart": 'PressEnter(Before(doc, "Een eerste zin"))',
    "joinedlines": 'spot = Behind(doc, "Wij zeggen hier iets bij.")\nPressEnter(spot)\nspot.goLeft(1, True)\nspot.setString("")',
    "newparagraph": 'spot = Behind(doc, "Wij zeggen hier iets bij.")\nPressEnter(spot)\nTypeText(spot, "En nog meer.")',
    "newask": 'spot = Behind(doc, "dingen graag vandaag.")\nPressEnter(spot)\nTypeText(spot, "Bouw een brug.")',
    "retyped": 'WholeParagraph(doc, "Doe onze eigen").setString("Doe onze eigen dingen graag morgen.")',
    "deleted": 'WholeParagraph(doc, "Doe onze eigen").setString("")',
    "nationaldeleted": 'WholeParagraph(doc, "Doe nog iets voor").setString("")',
    "bold": 'spot = Found(doc, "eigen dingen")\nspot.CharWeight = 150',
    "link": 'spot = Found(doc, "eigen dingen")\nspot.HyperLinkURL = "https://www.example.org/plan"',
    "locked": 'Retype(doc, "Blijf dit doen", "Laat dit los")',
    "slot": 'Retype(doc, "Ons eigen verhaal", "Ons hele verhaal")',
    "tracked": 'doc.RecordChanges = True\nRetype(doc, "eigen dingen", "nieuwe dingen")',
    "comment": 'note = doc.createInstance("com.sun.star.text.textfield.Annotation")\n'
    'note.Content = "Klopt dit nog?"\nnote.Author = "Anna"\n'
    'spot = Found(doc, "eigen dingen")\nspot.Text.insertTextContent(spot, note, False)',
    "replaceall": 'search = doc.createReplaceDescriptor()\nsearch.SearchString = "eigen"\n'
    'search.ReplaceString = "onze"\nsearch.SearchWords = True\ndoc.replaceAll(search)',
    "given": 'Retype(doc, "Hub Oost", "Hub Nieuw")',
    "list": 'spot = Behind(doc, "Wij zeggen hier iets bij.")\nPressEnter(spot)\n'
    'TypeText(spot, "een punt")\nspot.NumberingStyleName = "List 1"',
    "indented": 'spot = Behind(doc, "Wij zeggen hier iets bij.")\nPressEnter(spot)\n'
    'TypeText(spot, "een punt")\nspot.NumberingStyleName = "List 1"\nPressEnter(spot)\n'
    'TypeText(spot, "dieper")\nspot.NumberingLevel = 1',
    "move": 'here = WholeParagraph(doc, "Doe onze eigen")\ntext = here.getString()\nhere.setString("")\n'
    'spot = Behind(doc, "Blijf dit doen.")\nPressEnter(spot)\nTypeText(spot, text)',
    "copy": 'spot = Behind(doc, "Blijf dit doen.")\nPressEnter(spot)\nTypeText(spot, "Doe onze eigen dingen graag vandaag.")',
    "joinedlabel": 'spot = Behind(doc, "dingen graag vandaag.")\nspot.goRight(1, True)\nspot.setString("")',
    "joinedblocks": 'spot = Behind(doc, "dingen graag vandaag.")\nspot.gotoRange(Before(doc, "Doe nog iets voor"), True)\n'
    'spot.setString(" ")',
    "webpage": 'spot = Behind(doc, "Wij zeggen hier iets bij.")\nPressEnter(spot)\nDim none()\n'
    'spot.insertDocumentFromURL("file://{PAGE}", none())',
    "nothing": 'spot = Before(doc, "Een eerste zin")',
}

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inhoud")
    write_tree(folder, {**own(ENTRIES), "shared/2031/werken.yaml": LONG})
    assert run(["accept", "oost", "--all", "--root", str(folder)], "nl") == 0
    assert run(["word", "export", "oost", "--out", str(folder / "uit"), "--root", str(folder)], "nl") == 0
    return folder


@pytest.fixture(scope="module")
def files(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    folder = tmp_path_factory.mktemp("bewerkt")
    page = folder / "page.html"
    page.write_text(PAGE)
    edits = {name: code.replace("{PAGE}", str(page)) for name, code in EDITS.items()}
    return edited(root / "uit" / "oost-2031-werkversie.docx", folder, edits)


def asked(root: Path, path: Path, policy: Policy = Policy.ACCEPT) -> Compared:
    found, problems = compare_copy(Content(root), path, policy, national=False)
    assert found is not None, problems
    return found


def told(root: Path, path: Path) -> list[tuple[str, str, str, str]]:
    """Each proposal: what, of which block, how sure, and the new text."""
    return [
        (each.op, each.id, each.certainty, " / ".join(map(as_written, each.new)))
        for each in asked(root, path).proposals.proposals
    ]


EXPECTED = {
    "word": [("text", "vraag-een", "certain", "Doe onze nieuwe dingen graag vandaag.")],
    "nationalword": [("replace", "vraag-twee", "certain", "Doe veel meer voor {{ hub }} en voor de regio.")],
    "entermiddle": [("text", "vraag-een", "certain", "Doe onze eigen dingen graag / vandaag.")],
    "enterend": [],
    "enterstart": [],
    "joinedlines": [],
    "newparagraph": [
        ("text", "toelichting-een.append", "certain", "Wij zeggen hier iets bij. / En nog meer.")
    ],
    "newask": [("insert", "oost-bouw-een-brug", "certain", "Bouw een brug.")],
    "retyped": [("text", "vraag-een", "certain", "Doe onze eigen dingen graag morgen.")],
    "deleted": [("drop", "vraag-een", "certain", "")],
    "nationaldeleted": [("remove", "vraag-twee", "certain", "")],
    "bold": [("text", "vraag-een", "certain", "Doe onze eigen dingen graag vandaag.")],
    "link": [("text", "vraag-een", "certain", "Doe onze eigen dingen graag vandaag.")],
    "locked": [("remark", "vraag-drie:opmerking", "told", "Laat dit los.")],
    "slot": [("text", "eigen-verhaal", "certain", "Ons hele verhaal.")],
    "tracked": [("text", "vraag-een", "certain", "Doe onze nieuwe dingen graag vandaag.")],
    "comment": [],
    "replaceall": [
        ("text", "vraag-een", "certain", "Doe onze onze dingen graag vandaag."),
        ("text", "eigen-verhaal", "certain", "Ons onze verhaal."),
    ],
    "given": [
        ("variable", "gegeven:hub", "question", "Hub Nieuw"),
        ("replace", "aanhef", "question", "Wij werken samen met Hub Nieuw."),
    ],
    "list": [("text", "toelichting-een.append", "certain", "Wij zeggen hier iets bij. / een punt")],
    "indented": [
        ("text", "toelichting-een.append", "certain", "Wij zeggen hier iets bij. / een punt / dieper")
    ],
    "move": [("move", "vraag-een:plaats", "told", "")],
    "copy": [("insert", "oost-doe-onze-eigen-dingen", "likely", "Doe onze eigen dingen graag vandaag.")],
    "joinedlabel": [],
    "joinedblocks": [
        (
            "text",
            "vraag-een",
            "likely",
            "Doe onze eigen dingen graag vandaag. Doe nog iets voor Hub Oost en voor de regio.",
        ),
        ("remove", "vraag-twee", "likely", ""),
    ],
    "webpage": [
        (
            "text",
            "toelichting-een.append",
            "certain",
            "Wij zeggen hier iets bij. / Uit een webpagina met een link en kleur. / eerste / tweede",
        )
    ],
    "nothing": [],
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_asks_for_what_was_meant_and_for_nothing_else(
    name: str, root: Path, files: Mapping[str, Path]
) -> None:
    assert told(root, files[name]) == EXPECTED[name]


def test_looks_and_lists_come_back_as_markdown(root: Path, files: Mapping[str, Path]) -> None:
    written = {
        name: [*written_texts(found, found.proposals.proposals).values()]
        for name in ("bold", "link", "list", "indented", "webpage")
        for found in [asked(root, files[name])]
    }
    assert written == {
        "bold": ["Doe onze **eigen dingen** graag vandaag."],
        "link": ["Doe onze [eigen dingen](https://www.example.org/plan) graag vandaag."],
        "list": ["Wij zeggen hier iets bij.\n\n- een punt"],
        "indented": ["Wij zeggen hier iets bij.\n\n- een punt\n  - dieper"],
        "webpage": [
            "Wij zeggen hier iets bij.\n\nUit een **webpagina** met een [link](https://www.example.org/x) en kleur."
            "\n\n- eerste\n- tweede"
        ],
    }


def test_tracked_changes_are_told_and_can_be_rejected(root: Path, files: Mapping[str, Path]) -> None:
    (tracker,) = asked(root, files["tracked"]).trackers
    assert tracker.changes == 2
    assert asked(root, files["tracked"], Policy.REJECT).proposals.proposals == ()


def test_a_comment_is_a_remark_of_the_block_beside_it(root: Path, files: Mapping[str, Path]) -> None:
    (remark,) = asked(root, files["comment"]).proposals.remarks
    assert (remark.block, remark.author, remark.text) == ("vraag-een", "Anna", "Klopt dit nog?")
