"""A working copy is a sound Word file that holds every text once, and says what went out."""

import re
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from flows.cli.main import run
from flows.documents.working_copy.record import format_of, read_record, record
from flows.positions.provinces import Verb
from flows.returns.copies import Freedom, Passage, WorkingCopy
from tests.content_tree import own, write_tree

ROOT = Path(__file__).parents[3]
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("uit")
    for edition in ("2023", "2027"):
        for more in ([], ["--national"]):
            arguments = ["word", "export", "--edition", edition, "--out", str(folder), *more]
            assert run([*arguments, "--root", str(ROOT)], "nl") == 0
    return sorted(folder.glob("*.docx"))


def test_it_keeps_to_the_schema_of_word(copies: list[Path]) -> None:
    reason = "openxml-audit, which has the schemas of Open XML, is not installed"
    audit = pytest.importorskip("openxml_audit", reason=reason)
    validator = audit.OpenXmlValidator(file_format=audit.FileFormat.OFFICE_2019)
    for path in copies:
        answer = validator.validate(path)
        assert answer.is_valid, (path.name, [str(each) for each in answer.errors][:5])


def test_every_passage_stands_in_one_bookmark_with_a_short_name(copies: list[Path]) -> None:
    for path in copies:
        with ZipFile(path) as archive:
            body = etree.fromstring(archive.read("word/document.xml"))
            copy, givens = read_record(etree.fromstring(archive.read("customXml/item1.xml")))
        names = [each.get(f"{WORD}name") for each in body.iter(f"{WORD}bookmarkStart")]
        starts = [each.get(f"{WORD}id") for each in body.iter(f"{WORD}bookmarkStart")]
        assert len(set(names)) == len(names) and set(starts) == {
            each.get(f"{WORD}id") for each in body.iter(f"{WORD}bookmarkEnd")
        }
        assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name or "") for name in names)
        assert {each.bookmark for each in copy.passages} | set(givens) == set(names)


def test_headings_labels_and_lists_are_real_styles(copies: list[Path]) -> None:
    document = docx.Document(str(next(path for path in copies if "noord-holland-2027" in path.name)))
    styles = {each.style.name for each in document.paragraphs if each.style is not None}
    assert {"Heading 1", "Heading 2", "Standpunt label", "Tekst", "Vraag", "Feit", "Veld"} <= styles
    labels = [
        each.text for each in document.paragraphs if each.style and each.style.name == "Standpunt label"
    ]
    assert labels[0] == "Werkversie · noord-holland · editie 2027 · taal nl"
    assert all(label.startswith("\u25b8 ") for label in labels[1:])


def test_the_same_texts_give_the_same_bytes(copies: list[Path], tmp_path: Path) -> None:
    arguments = ["word", "export", "zeeland", "--edition", "2027", "--out", str(tmp_path)]
    assert run([*arguments, "--root", str(ROOT)], "nl") == 0
    (again,) = tmp_path.glob("*.docx")
    assert again.read_bytes() == next(path for path in copies if path.name == again.name).read_bytes()


def test_lists_emphasis_links_and_tables_go_out(tmp_path: Path) -> None:
    entry = (
        "  - append: toelichting-een\n    text: |\n      Een **vet** en *schuin* woord, H~2~O.\n\n      1. een\n      2. twee\n"
        "         - diep\n\n      [ons](https://www.example.org/{{ hub }})\n"
        "  - append: vraag-twee\n    text: |\n      | a | b |\n      |---|---|\n      | c | d |\n"
    )
    write_tree(tmp_path, own(entry))
    arguments = ["word", "export", "oost", "--out", str(tmp_path), "--root", str(tmp_path)]
    assert run(arguments, "nl") == 0
    path = tmp_path / "oost-2031-werkversie.docx"
    assert run(["word", "import", str(path), "--root", str(tmp_path)], "nl") == 0
    texts = [each.text for each in docx.Document(str(path)).paragraphs]
    assert "Een vet en schuin woord, H2O." in texts and "diep" in texts


names = st.text("abcdefghij-", min_size=1, max_size=12)
passages = st.builds(
    Passage,
    bookmark=st.from_regex(r"blok_\d{3}", fullmatch=True),
    block=names,
    field=st.sampled_from(["text", "append.2", "address.1"]),
    kind=st.sampled_from(["prose", "ask"]),
    path=st.lists(names, max_size=2).map(tuple),
    text=st.text(st.characters(codec="utf-8", exclude_categories=["C"]) | st.just("\n"), max_size=40),
    is_markdown=st.booleans(),
    freedom=st.sampled_from(Freedom),
    verb=st.none() | st.sampled_from(Verb),
    target=names,
    is_slot=st.booleans(),
)


@given(st.lists(passages, max_size=4), st.dictionaries(names, names, max_size=3))
def test_law_what_a_copy_says_of_itself_is_read_as_it_was_written(
    made: list[Passage], values: dict[str, str]
) -> None:
    copy = WorkingCopy("2031", "oost", "nl", tuple(made), values)
    root = etree.fromstring(record(copy, {"gegeven_001": "hub"}))
    assert format_of(root) == copy.format
    assert read_record(root) == (copy, {"gegeven_001": "hub"})
