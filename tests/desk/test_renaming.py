"""Another id, or none any more: everywhere that names the block, in one step, and nothing else changes."""

from pathlib import Path

import pytest

from flows.cli.main import run
from flows.desk.checking.edition import problems_of
from flows.desk.opening.editions import open_edition
from flows.desk.translating.sync import sync
from flows.overrides.staleness import State
from flows.sources.content import Content
from tests.content_tree import CHAPTER, PROVINCE, own, write_tree

ENTRIES = """\
  # zo afgesproken
  - replace: vraag-een
    text: Doe onze dingen, zie [dit](#vraag-een).
  - insert: oost-plan
    after: vraag-een
    kind: ask
    text: Maak een plan.
  - append: toelichting-een
    text: En meer.
"""
LINKED = CHAPTER.replace("Nog een zin.", "Nog een zin, zie [vraag](#vraag-een).")
ENGLISH = "  en: {name: East, in: in East, of: of East, adjective: Eastern}\n"


def standpunt(*arguments: str) -> int:
    return run(arguments, "nl")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    spoken = PROVINCE.replace("[nl]", "[nl, en]").replace("contact:", ENGLISH + "contact:")
    files = {**own(ENTRIES), "shared/2031/werken.yaml": LINKED, "provinces/oost/province.yaml": spoken}
    write_tree(tmp_path, files)
    assert standpunt("accept", "oost", "--all", "--root", str(tmp_path)) == 0
    sync(Content(tmp_path), "2031")
    return tmp_path


def test_a_renamed_block_has_its_new_name_everywhere(root: Path) -> None:
    before = problems_of(open_edition(Content(root), "2031", translations=True))
    assert standpunt("rename", "vraag-een", "vraag-nieuw", "--root", str(root)) == 0
    files = [path for folder in ("shared", "provinces") for path in (root / folder).rglob("*.*")]
    naming = [line for path in files for line in path.read_text().splitlines() if "vraag-een" in line]
    assert [line.strip() for line in naming] == ["- vraag-een"]  # the alias
    opened = open_edition(Content(root), "2031", translations=True)
    after = problems_of(opened)
    assert sorted(each.code for each in after) == sorted(each.code for each in before)
    assert {each.state for each in opened.provinces[0].standings} == {State.CLEAN}
    assert "  # zo afgesproken\n" in (root / "provinces/oost/2031.yaml").read_text()
    files_in_step, _ = sync(Content(root), "2031")
    assert not [each.file for each in files_in_step if each.written]


def test_one_undo_gives_every_old_byte(root: Path) -> None:
    def read() -> dict[Path, bytes]:
        found = [path for folder in ("shared", "provinces") for path in (root / folder).rglob("*.*")]
        return {path: path.read_bytes() for path in found}

    before = read()
    assert standpunt("rename", "vraag-een", "vraag-nieuw", "--root", str(root)) == 0
    assert read() != before
    assert standpunt("undo", "--root", str(root)) == 0
    assert read() == before


def test_a_retired_block_is_gone_with_its_reason(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("retire", "vraag-twee", "--reason", "is bereikt", "--replaced-by", "vraag-een")
    assert standpunt(*arguments, "--root", str(root)) == 0
    assert "vraag-twee" not in (root / "shared/2031/werken.yaml").read_text()
    edition = (root / "shared/2031/edition.yaml").read_text()
    assert "  - id: vraag-twee\n    reason: is bereikt\n    replaced_by: vraag-een\n" in edition
    assert standpunt("check", "--root", str(root)) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["rename", "vraag-eeen", "x"], "Er is geen blok 'vraag-eeen' in editie 2031. Bedoelt u vraag-een"),
        (["rename", "vraag-een", "vraag-twee"], "Het id 'vraag-twee' is al in gebruik"),
        (["rename", "vraag-een", "vraag-oud"], "Het id 'vraag-oud' is al in gebruik"),
        (["rename", "vraag-een", "oost-plan"], "Het id 'oost-plan' is al in gebruik"),
        (["rename", "vraag-een", "Vraag Twee"], "'Vraag Twee' kan geen id zijn"),
        (["retire", "vraag-x", "--reason", "y"], "Er is geen blok 'vraag-x'"),
        (["retire", "vraag-een", "--reason", "y", "--replaced-by", "z"], "Er is geen blok 'z'"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_nothing_is_written(
    root: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (root / "shared/2031/werken.yaml").read_bytes()
    capsys.readouterr()
    assert standpunt(*arguments, "--root", str(root)) == 2
    assert said in capsys.readouterr().err
    assert (root / "shared/2031/werken.yaml").read_bytes() == before
