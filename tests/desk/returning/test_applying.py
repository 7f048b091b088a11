"""Taking over what came back: one step, twice the same as once, and never over somebody else's change."""

import copy
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import docx
import jsonschema
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from flows.cli.main import run
from tests.content_tree import own, write_tree
from tests.desk.returning.test_edits_in_libreoffice import ENTRIES, LONG

OWN = "provinces/oost/2031.yaml"
REPOSITORY = Path(__file__).parents[3]


def standpunt(*arguments: str) -> int:
    return run(arguments, "nl")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_tree(tmp_path, {**own(ENTRIES), "shared/2031/werken.yaml": LONG})
    assert standpunt("accept", "oost", "--all", "--root", str(tmp_path)) == 0
    return tmp_path


def exported(root: Path, *more: str) -> Path:
    out = root / "uit"
    assert standpunt("word", "export", *(more or ("oost",)), "--out", str(out), "--root", str(root)) == 0
    (path,) = out.glob("*.docx")
    return path


def edited(path: Path, change: Callable[[dict[str, Paragraph]], None]) -> Path:
    """A working copy after a change to its paragraphs, which are known by their first three words."""
    document = docx.Document(str(path))
    change({" ".join(each.text.split()[:3]): each for each in document.paragraphs if each.text})
    new = path.with_name("terug.docx")
    document.save(str(new))
    return new


def said(paragraph: Paragraph, old: str, new: str) -> None:
    for each in paragraph.runs:
        each.text = each.text.replace(old, new)


def back(root: Path, path: Path, *more: str) -> int:
    return standpunt("word", "import", str(path), *more, "--root", str(root))


def digests(root: Path) -> dict[str, str]:
    found = [
        path for folder in ("shared", "provinces") for path in (root / folder).rglob("*") if path.is_file()
    ]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def test_nothing_is_written_without_being_asked(root: Path) -> None:
    new = edited(exported(root), lambda texts: said(texts["Doe onze eigen"], "graag", "snel"))
    before = digests(root)
    assert back(root, new) == 0
    assert digests(root) == before


def test_what_is_typed_in_word_is_what_is_typed_in_yaml(root: Path) -> None:
    def change(texts: dict[str, Paragraph]) -> None:
        said(texts["Doe onze eigen"], "graag", "snel")
        said(texts["Doe nog iets"], "nog iets", "heel veel")
        said(texts["Ons eigen verhaal."], "verhaal", "boek")

    expected = (root / OWN).read_text().replace("graag", "snel").replace("eigen verhaal", "eigen boek")
    new = edited(exported(root), change)
    assert back(root, new, "--apply") == 0
    text = (root / OWN).read_text()
    entry = text[text.index("  - replace: vraag-twee") :]
    assert entry.startswith("  - replace: vraag-twee\n    written_against: ")
    assert "    text: Doe heel veel voor {{ hub }} en voor de regio.\n" in entry
    assert text.replace(entry, "").rstrip("\n") == expected.rstrip("\n")
    assert standpunt("check", "--root", str(root)) == 0
    assert "vraag-twee" in (root / "provinces/oost/2031.base.yaml").read_text()


def test_twice_is_once_and_undo_gives_the_old_bytes(root: Path) -> None:
    def change(texts: dict[str, Paragraph]) -> None:
        said(texts["Doe nog iets"], "nog iets", "heel veel")
        said(texts["Wij zeggen hier"], "iets bij", "veel bij")
        texts["Doe onze eigen"].insert_paragraph_before("Nieuw.", style="Feit")
        said(texts["Blijf dit doen."], "Blijf", "Stop")

    new = edited(exported(root), change)
    before = digests(root)
    assert back(root, new, "--apply") == 0
    after = digests(root)
    assert after != before and (root / "provinces/oost/2031.review.yaml").exists()
    assert back(root, new, "--apply") == 0
    assert digests(root) == after
    assert standpunt("undo", "--root", str(root)) == 0
    assert digests(root) == before


def test_what_is_applied_asks_for_nothing_when_it_is_exported_again(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = edited(exported(root), lambda texts: said(texts["Doe nog iets"], "nog iets", "heel *veel* [x](y)"))
    assert back(root, new, "--apply") == 0
    new.unlink()
    again = exported(root)
    capsys.readouterr()
    assert back(root, again) == 0
    assert "Er is niets veranderd." in capsys.readouterr().out


def test_a_text_that_changed_here_too_is_joined_or_a_conflict(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new = edited(exported(root), lambda texts: said(texts["Doe onze eigen"], "graag", "snel"))
    file = root / OWN
    file.write_text(file.read_text().replace("Doe onze", "Maak onze"))
    capsys.readouterr()
    assert back(root, new, "--json") == 0
    (one,) = json.loads(capsys.readouterr().out)["proposals"]
    assert (one["certainty"], one["new"]) == ("likely", "Maak onze eigen dingen snel vandaag.")
    assert back(root, new, "--apply") == 0
    assert "graag" in file.read_text()  # what has to be read is not taken unasked
    assert back(root, new, "--only", "vraag-een") == 0
    assert "Maak onze eigen dingen snel vandaag." in file.read_text()


def test_a_conflict_is_decided_by_whom_it_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = edited(exported(root), lambda texts: said(texts["Doe onze eigen"], "graag", "snel"))
    file = root / OWN
    file.write_text(file.read_text().replace("graag", "rustig"))
    capsys.readouterr()
    assert back(root, new, "--json") == 0
    (one,) = json.loads(capsys.readouterr().out)["proposals"]
    assert (one["certainty"], one["old"], one["new"]) == (
        "conflict",
        "Doe onze eigen dingen rustig vandaag.",
        "Doe onze eigen dingen snel vandaag.",
    )
    assert back(root, new, "--apply", "--take", "file") == 0
    assert "rustig" in file.read_text()
    assert back(root, new, "--apply", "--take", "word") == 0
    assert "snel" in file.read_text()


def test_the_national_text_comes_back_into_its_chapters(root: Path) -> None:
    def change(texts: dict[str, Paragraph]) -> None:
        said(texts["Een eerste zin"], "eerste", "tweede")
        said(texts["Eerste thema"], "Eerste", "Tweede")
        said(texts["Bron: Bureau"], "Bureau", "Bureau B")

    new = edited(exported(root, "--national"), change)
    chapter = root / "shared/2031/werken.yaml"
    assert back(root, new, "--national", "--apply") == 0
    text = chapter.read_text()
    assert (
        "Een tweede zin over werk." in text and "title: Tweede thema" in text and "source: Bureau B" in text
    )
    assert back(root, new, "--apply") == 1


def test_the_data_are_what_the_schema_says(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = edited(exported(root), lambda texts: said(texts["Doe onze eigen"], "graag", "snel"))
    capsys.readouterr()
    assert back(root, new, "--json") == 0
    schema = json.loads((REPOSITORY / "docs/word-proposals.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(capsys.readouterr().out), schema)


def test_remarks_are_kept_shown_handed_out_again_and_settled(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def change(texts: dict[str, Paragraph]) -> None:
        said(texts["Blijf dit doen."], "Blijf", "Stop met")
        texts["Doe nog iets"].part.document.add_comment(
            texts["Doe nog iets"].runs, text="Is dit nog zo?", author="Anna", initials="A"
        )

    new = edited(exported(root), change)
    assert back(root, new, "--apply") == 0
    capsys.readouterr()
    assert standpunt("review", "list", "--json", "--root", str(root)) == 0
    remarks = [each["remark"] for each in json.loads(capsys.readouterr().out)["remarks"]]
    assert [(each["item"], each["by"], each["text"]) for each in remarks] == [
        ("vraag-twee", "Anna", "Is dit nog zo?"),
        ("vraag-drie", "onbekend", "Voorstel uit Word: Stop met dit doen."),
    ]
    assert standpunt("status", "--json", "--root", str(root)) == 0
    rows = json.loads(capsys.readouterr().out)["provinces"]
    assert {row["province"]: row["remarks"] for row in rows} == {"oost": 2, "west": 0}
    new.unlink()
    again = exported(root)
    comments = [each.text for each in docx.Document(str(again)).comments]
    assert comments == ["Is dit nog zo?", "Voorstel uit Word: Stop met dit doen."]
    capsys.readouterr()
    assert back(root, again, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["proposals"], told["remarks"]) == ([], [])
    settled = ("review", "settle", "oost", "vraag-twee", "--by", "Bureau", "--root", str(root))
    assert standpunt(*settled) == 0
    assert standpunt(*settled) == 2
    assert "vraag-drie" in capsys.readouterr().err
    assert standpunt("check", "--root", str(root)) == 0


def test_the_page_shows_every_proposal_with_its_changed_words(root: Path) -> None:
    new = edited(exported(root), lambda texts: said(texts["Doe onze eigen"], "graag", "<b>snel</b>"))
    page = root / "uit" / "voorstel.html"
    assert back(root, new, "--html", str(page)) == 0
    text = page.read_text()
    assert "<del>graag</del><ins>&lt;b&gt;snel&lt;/b&gt;</ins>" in text
    assert "<script" not in text


def below(paragraph: Paragraph, text: str, style: str) -> None:
    """A new paragraph below one."""
    element = copy.deepcopy(paragraph._p)
    paragraph._p.addnext(element)
    new = Paragraph(element, paragraph._parent)
    new.clear()
    for mark in [*element.iter(qn("w:bookmarkStart")), *element.iter(qn("w:bookmarkEnd"))]:
        mark.getparent().remove(mark)
    new.text = text
    new.style = new.part.document.styles[style]


def test_a_paragraph_right_under_a_heading_comes_above_its_first_block(root: Path) -> None:
    new = edited(exported(root), lambda texts: below(texts["Eerste thema"], "Begin met praten.", "Vraag"))
    assert back(root, new, "--apply") == 0
    text = (root / OWN).read_text(encoding="utf-8")
    assert "before: toelichting-een" in text
    assert "Begin met praten." in text
    assert standpunt("check", "--root", str(root)) == 0
    before = digests(root)
    assert back(root, new, "--apply") == 0
    assert digests(root) == before


def test_in_the_national_text_it_is_the_first_of_its_list(root: Path) -> None:
    path = exported(root, "--national")
    new = edited(path, lambda texts: below(texts["Eerste thema"], "Begin met praten.", "Vraag"))
    assert back(root, new, "--national", "--apply") == 0
    text = (root / "shared/2031/werken.yaml").read_text(encoding="utf-8")
    assert text.index("Begin met praten.") < text.index("toelichting-een")
