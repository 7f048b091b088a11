"""A new edition has everything of the last one that still counts, and says what has to be looked at."""

import json
from pathlib import Path

import pytest

from flows.cli.main import run
from flows.desk.checking.edition import problems_of
from flows.desk.opening.editions import edition_name, open_edition
from flows.desk.translating.sync import sync
from flows.overrides.staleness import State
from flows.problems.records import has_errors
from flows.sources.content import Content
from tests.content_tree import EDITION, OWN, own, write_tree

ENTRIES = """\
  # met de secretaris besproken
  - replace: vraag-een
    text: |
      Doe onze dingen, zie https://www.example.org.
      In 2029 gebeurde er niets.

  - remove: vraag-oud
    written_against: 0123456789ab
"""

NAMES = "  nl: {name: Oost, in: in Oost, of: van Oost, adjective: Oosts}\n"
ENGLISH = "  en: {name: East, in: in East, of: of East, adjective: Eastern}\n"


def standpunt(*arguments: str) -> int:
    return run(arguments, "nl")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_tree(tmp_path, own(ENTRIES))
    assert standpunt("accept", "oost", "vraag-een", "--root", str(tmp_path)) == 0
    return tmp_path


def new(root: Path, *more: str) -> int:
    return standpunt("edition", "new", "2035", *more, "--root", str(root))


def test_it_differs_from_the_last_one_in_a_few_lines_only(root: Path) -> None:
    assert new(root, "--election", "2035-03-21") == 0
    old = (root / "shared/2031/edition.yaml").read_text().splitlines()
    made = (root / "shared/2035/edition.yaml").read_text().splitlines()
    assert [line for line in made if line not in old] == [
        'edition: "2035"',
        "previous: 2031",
        "status: voorbereiding",
        "election: {name: Statenverkiezingen, date: 2035-03-21, source: te bevestigen}",
        *(line for line in made if line.startswith("as_of: ")),
    ]
    assert not any("retired" in line for line in made)
    assert (root / "shared/2035/werken.yaml").read_bytes() == (root / "shared/2031/werken.yaml").read_bytes()
    mine = (root / "provinces/oost/2035.yaml").read_text()
    assert "  # met de secretaris besproken\n  - replace: vraag-een\n" in mine
    assert "vraag-oud" not in mine  # what it removed is gone


def test_it_has_no_error_and_every_stamp_still_counts(root: Path) -> None:
    assert new(root) == 0
    opened = open_edition(Content(root), "2035")
    assert not has_errors(problems_of(opened))
    states = [each.state for one in opened.provinces for each in one.standings]
    assert states and set(states) == {State.CLEAN}


def test_translations_and_their_approvals_come_along(root: Path) -> None:
    province = root / "provinces/oost/province.yaml"
    province.write_text(
        province.read_text().replace("languages: [nl]", "languages: [nl, en]").replace(NAMES, NAMES + ENGLISH)
    )
    sync(Content(root), "2031")
    assert (root / "shared/2031/en.po").exists()
    assert new(root) == 0
    for name in ("shared/{}/en.po", "provinces/oost/{}.en.po"):
        assert (root / name.format(2035)).read_bytes() == (root / name.format(2031)).read_bytes()
    assert not [each for each in sync(Content(root), "2035")[0] if each.done.obsolete]


def test_what_is_in_preparation_is_never_the_default(root: Path) -> None:
    assert new(root) == 0
    content, file = Content(root), root / "shared/2035/edition.yaml"
    assert edition_name(content, None) == "2031"
    assert edition_name(content, "2035") == "2035"
    file.write_text(file.read_text().replace("voorbereiding", "concept"))
    assert edition_name(content, None) == "2035"


def test_the_list_names_what_ages(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert new(root, "--dry-run", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert not (root / "shared/2035").exists()
    assert told["left_out"] == [["oost", "vraag-oud"]]
    looks = {(each["look"], each["about"]): each["place"] for each in told["todo"]}
    assert looks["link", "https://www.example.org"].startswith("provinces/oost/2031.yaml:")
    assert looks["year", "2029"].startswith("provinces/oost/2031.yaml:")
    assert ("fact", "2030-05 feit-een") in looks


def test_one_undo_takes_all_of_it_back(root: Path) -> None:
    before = sorted(path for path in root.rglob("*.yaml"))
    assert new(root) == 0
    assert standpunt("undo", "--root", str(root)) == 0
    assert sorted(path for path in root.rglob("*.yaml")) == before


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["2031"], "'2031' kan niet de naam zijn van een editie na 2031"),
        (["2027"], "'2027' kan niet de naam zijn"),
        (["../x"], "kan niet de naam zijn"),
        (["2035", "--from", "2030"], "Er is geen editie '2030'"),
        (["2035", "--election", "morgen"], "'morgen' is geen dag van een verkiezing"),
        (["2035", "--election", "2035-02-30"], "'2035-02-30' is geen dag"),
        (["2035", "--election", "2031-03"], "valt niet na die van editie 2031"),
        (["2035", "--province", "oots"], "Er is geen provincie 'oots'. Bedoelt u oost"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_nothing_is_written(
    root: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    files = sorted(root.rglob("*"))
    assert standpunt("edition", "new", *arguments, "--root", str(root)) == 2
    assert said in capsys.readouterr().err
    assert sorted(root.rglob("*")) == files


def test_an_edition_with_errors_is_not_carried_over(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "provinces/oost/2031.yaml"
    path.write_text(path.read_text().replace("replace: vraag-een", "replace: vraag-eeen"))
    assert new(root) == 1
    assert "SP301" in capsys.readouterr().err
    assert not (root / "shared/2035").exists()


def test_a_province_that_is_missing_is_told_with_the_command_that_makes_its_file(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(root) == 0
    (root / "provinces/oost/2035.yaml").unlink()
    (root / "provinces/oost/2035.base.yaml").unlink()
    assert standpunt("check", "2035", "--root", str(root)) == 1
    command = "edition new 2035 --province oost --from 2031"
    assert f"standpunt {command}" in " ".join(capsys.readouterr().out.split())
    assert standpunt(*command.split(), "--root", str(root)) == 0
    assert standpunt("check", "2035", "--root", str(root)) == 0


def test_an_election_without_a_day_says_so_in_the_documents(root: Path) -> None:
    edition = root / "shared/2031/edition.yaml"
    edition.write_text(EDITION.replace("2031-03-19", "te bevestigen"))
    (root / "provinces/oost/2031.yaml").write_text(OWN)
    assert standpunt("publish", "--province", "oost", "--format", "html", "--root", str(root)) == 0
    (page,) = (root / "outputs/2031/oost").rglob("*.html")
    assert "Statenverkiezingen, te bevestigen" in page.read_text()
