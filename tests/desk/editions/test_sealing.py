"""A sealed edition is told of every text that becomes another one, with its place."""

import hashlib
from pathlib import Path

import pytest

from flows.cli.main import run
from flows.desk.checking.edition import problems_of
from flows.desk.opening.editions import open_edition
from flows.sources.content import Content
from flows.sources.seal_files import read_seal, seal_file
from tests.content_tree import ADOPTED, write_tree


def standpunt(*arguments: str) -> int:
    return run(arguments, "nl")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_tree(tmp_path, ADOPTED)
    return tmp_path


@pytest.fixture
def sealed(root: Path) -> Path:
    assert standpunt("publish", "--final", "--format", "html", "--root", str(root)) == 0
    assert standpunt("edition", "seal", "2031", "--root", str(root)) == 0
    return root


def told(root: Path) -> list[tuple[str, str, str]]:
    found = problems_of(open_edition(Content(root), "2031", translations=True))
    return [
        (each.code, str(each.args["piece"]), str(each.place))
        for each in found
        if each.code in ("SP215", "SP216")
    ]


def change(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text()
    assert old in text
    (root / file).write_text(text.replace(old, new))


def test_what_was_not_published_as_final_cannot_be_sealed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert standpunt("edition", "seal", "2031", "--root", str(root)) == 2
    assert "nog geen definitieve documenten" in capsys.readouterr().err
    assert not (root / seal_file("2031")).exists()


def test_the_seal_holds_the_digest_of_every_document(sealed: Path) -> None:
    seal, problems = read_seal(sealed, "2031")
    assert seal is not None and not problems
    documents = {
        path: hashlib.sha256((sealed / "outputs" / path).read_bytes()).hexdigest() for path in seal.documents
    }
    assert documents == dict(seal.documents) and len(documents) == 2


def test_nothing_is_told_of_what_did_not_change(sealed: Path) -> None:
    assert told(sealed) == []
    change(sealed, "shared/2031/werken.yaml", "id: hoofdstuk-werken", "# een opmerking\nid: hoofdstuk-werken")
    change(sealed, "shared/2031/werken.yaml", "Nog een zin.", "Nog een\n          zin.")
    assert told(sealed) == []


def test_every_text_that_changed_is_told_with_its_place(sealed: Path) -> None:
    change(sealed, "shared/2031/werken.yaml", "Doe nog iets.", "Doe nog iets anders.")
    change(sealed, "shared/2031/werken.yaml", "title: Eerste thema", "title: Een thema")
    change(sealed, "provinces/oost/2031.yaml", "Ons eigen verhaal", "Ons verhaal")
    change(sealed, "provinces/west/2031.yaml", "hub: Hub West", "hub: Hub Oost")
    assert told(sealed) == [
        ("SP215", "fill eigen-verhaal", "provinces/oost/2031.yaml:6:11"),
        ("SP215", "variable hub", "provinces/west/2031.yaml:4:8"),
        ("SP215", "thema-een", "shared/2031/werken.yaml:7:9"),
        ("SP215", "vraag-twee", "shared/2031/werken.yaml:17:14"),
    ]
    assert standpunt("publish", "2031", "--final", "--root", str(sealed)) == 1


def test_what_came_and_what_went_is_told_too(sealed: Path) -> None:
    change(sealed, "provinces/oost/2031.yaml", "fill: eigen-verhaal", "fill: eigen-verhaal\n    reason: x")
    with (sealed / "provinces/oost/2031.yaml").open("a") as file:
        file.write("  - append: vraag-twee\n    text: En meer.\n")
    change(sealed, "shared/2031/werken.yaml", "      - slot: eigen-vraag\n        kind: ask\n", "")
    assert [each[:2] for each in told(sealed)] == [
        ("SP215", "append vraag-twee"),
        ("SP216", "eigen-vraag"),
        ("SP215", "thema-een"),
    ]


def test_it_is_sealed_again_only_when_that_is_asked(sealed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(sealed, "shared/2031/werken.yaml", "Doe nog iets.", "Doe nog iets anders.")
    assert standpunt("edition", "seal", "2031", "--root", str(sealed)) == 2
    assert "al verzegeld" in capsys.readouterr().err
    assert standpunt("edition", "seal", "2031", "--again", "--root", str(sealed)) == 0
    assert told(sealed) == []


def test_a_draft_is_not_sealed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(root, "shared/2031/edition.yaml", "vastgesteld", "concept")
    assert standpunt("edition", "seal", "2031", "--root", str(root)) == 2
    assert "heeft de status concept" in capsys.readouterr().err
