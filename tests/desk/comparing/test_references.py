"""Editions, provinces and revisions as a comparison names them, in real repositories."""

import shutil
from pathlib import Path

import pytest

from flows.desk.checking.edition import problems_of
from flows.desk.comparing.references import Reference, contents, parse, refuse_errors
from flows.desk.opening.editions import UnknownName, open_edition
from flows.press.failures import PressError
from flows.problems.sentences import sentence
from flows.sources.content import Content
from tests.content_tree import CHAPTER, EDITION, OWN, write_tree
from tests.revisions import commit, needs_git, state
from tests.scratch.test_folders import folders

NOW = Reference("2031")
THEN = Reference("2031", revision="HEAD~1")


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """Two commits of a content root in a subfolder: in the first, Oost asked for 250 and West was not there."""
    root = tmp_path / "archief" / "inhoud"
    write_tree(root, dict.fromkeys(("provinces/west/province.yaml", "provinces/west/2031.yaml")))
    commit(root.parent, "eerste")
    later = {"shared/2031/werken.yaml": CHAPTER.replace("250", "300")}
    content = write_tree(root, later)
    (root / ".gitignore").write_text(".standpunt/\n")
    commit(root.parent, "tweede")
    return content


def said(content: Content, old: Reference, new: Reference) -> str:
    """The one sentence that a comparison ends with."""
    with pytest.raises(UnknownName) as caught, contents(content, old, new):
        pass
    return sentence(caught.value.problem, "nl")


@pytest.mark.parametrize(
    ("text", "reference", "folder"),
    [
        ("2027", Reference("2027"), "2027"),
        ("2027@HEAD~5", Reference("2027", "", "HEAD~5"), "2027_HEAD_5"),
        ("2027/zeeland", Reference("2027", "zeeland"), "2027_zeeland"),
        ("2027/zeeland@v1.2", Reference("2027", "zeeland", "v1.2"), "2027_zeeland_v1.2"),
        ("2027@werk/tak@{1}", Reference("2027", "", "werk/tak@{1}"), "2027_werk_tak__1_"),
        ("2027@:/zin met ; en ^", Reference("2027", "", ":/zin met ; en ^"), "2027___zin_met___en__"),
        ("..", Reference(".."), "_."),
    ],
)
def test_a_reference_is_read_and_written_the_same(text: str, reference: Reference, folder: str) -> None:
    assert parse(text) == reference
    assert reference.name == text
    assert reference.folder == folder


@pytest.mark.parametrize(
    "text", ["", "@", "@HEAD", "2027@", "2027/", "/zeeland", "a/b/c", "2027@a\nb", "a\\b"]
)
def test_another_form_is_refused_with_examples(text: str) -> None:
    with pytest.raises(UnknownName) as caught:
        parse(text)
    assert "2027@HEAD~5" in sentence(caught.value.problem, "nl")


def test_without_a_revision_the_content_itself_is_compared(tmp_path: Path) -> None:
    content = write_tree(tmp_path)
    with contents(content, parse("2031/oost"), parse("2031/west")) as (old, new):
        assert old is content
        assert new is content


@needs_git
def test_an_old_revision_is_content_of_its_own_with_the_same_cache(content: Content) -> None:
    with contents(content, THEN, NOW) as (old, new):
        assert new is content
        assert old.provinces() == ("oost",)
        assert "250" in (old.root / "shared/2031/werken.yaml").read_text()
        assert open_edition(old, "2031").provinces[0].position is not None
    assert not old.root.exists()
    assert (content.work_folder / "press.sqlite3").exists()


@needs_git
def test_two_names_of_one_commit_share_their_content(content: Content) -> None:
    with contents(content, parse("2031/oost@HEAD"), parse("2031/west@main")) as (old, new):
        assert old is new
        assert old is not content


@needs_git
def test_nothing_is_left_of_a_revision_after_an_error(content: Content) -> None:
    with (
        pytest.raises(ZeroDivisionError),
        contents(content, THEN, Reference("2031", revision="HEAD")) as sides,
    ):
        raise ZeroDivisionError
    assert not any(side.root.exists() for side in sides)
    assert folders(content.work_folder) == []


@needs_git
def test_a_comparison_leaves_a_dirty_work_tree_as_it_is(content: Content) -> None:
    (content.root / "shared/2031/werken.yaml").write_text("kapot: [")
    (content.root / "provinces/oost/2031.yaml").unlink()
    (content.root / "shared/2031/los.yaml").write_text("los: 1\n")
    before = state(content.root.parent)
    with contents(content, THEN, Reference("2031", revision="HEAD")):
        pass
    assert folders(content.work_folder) == []
    shutil.rmtree(content.work_folder)
    assert state(content.root.parent) == before


@needs_git
@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        ("2039", "Er is geen editie '2039'. Bedoelt u 2031? Er is wel: 2031."),
        ("2039@HEAD~1", "Er is geen editie '2039' in revisie HEAD~1. Bedoelt u 2031? Er is wel: 2031."),
        ("2031/oosten", "Er is geen provincie 'oosten'. Bedoelt u oost?"),
        ("2031/west@HEAD~1", "Er is geen provincie 'west' in revisie HEAD~1. Bedoelt u oost?"),
        ("../2031@HEAD~1", "Er is geen editie '..' in revisie HEAD~1. Er is wel: 2031."),
        ("2031@nergens", "Er is geen revisie 'nergens'. Bekijk de revisies met: git log --oneline"),
        ("2031@--output=x", "Er is geen revisie '--output=x'. Bekijk de revisies met: git log --oneline"),
        (
            "2031",
            "'2031' en '2031' zijn hetzelfde. Kies twee edities, provincies of revisies die verschillen.",
        ),
    ],
)
def test_what_does_not_exist_is_said_in_one_sentence(content: Content, reference: str, expected: str) -> None:
    assert said(content, parse(reference), NOW) == expected


@needs_git
def test_a_revision_from_before_the_edition_names_those_of_then(content: Content) -> None:
    write_tree(content.root, {"shared/2035/edition.yaml": EDITION.replace("2031", "2035")})
    expected = "Er is geen editie '2035' in revisie HEAD. Bedoelt u 2031? Er is wel: 2031."
    assert said(content, Reference("2035", revision="HEAD"), NOW) == expected


@needs_git
def test_a_revision_without_content_has_no_edition(content: Content) -> None:
    (content.root / "shared").rename(content.root / "weg")
    commit(content.root.parent, "weg")
    write_tree(content.root)
    assert (
        said(content, Reference("2031", revision="HEAD"), NOW) == "Er is geen editie '2031' in revisie HEAD."
    )


@needs_git
def test_two_names_of_one_edition_at_one_commit_are_the_same(content: Content) -> None:
    old, new = parse("2031/oost@HEAD"), parse("2031/oost@main")
    assert "'2031/oost@HEAD' en '2031/oost@main' zijn hetzelfde" in said(content, old, new)


@needs_git
def test_a_folder_outside_of_git_is_told_so(tmp_path: Path) -> None:
    content = write_tree(tmp_path)
    assert said(content, THEN, NOW).startswith(
        f"De map '{tmp_path.as_posix()}' wordt niet met git bijgehouden."
    )


def test_a_machine_without_git_is_a_machine_that_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(PressError) as caught, contents(write_tree(tmp_path), THEN, NOW):
        pass
    assert "git is hier niet geïnstalleerd" in sentence(caught.value.problem, "nl")


@needs_git
def test_a_work_folder_that_cannot_be_made_is_told_so(content: Content) -> None:
    content.work_folder.write_text("een bestand")
    with pytest.raises(PressError) as caught, contents(content, THEN, NOW):
        pass
    assert caught.value.problem.code == "SP802"


def test_errors_are_counted_and_the_first_is_placed(tmp_path: Path) -> None:
    broken = OWN.replace("hub:", "hup:")
    opened = open_edition(write_tree(tmp_path, {"provinces/oost/2031.yaml": broken}), "2031", ("oost",))
    with pytest.raises(UnknownName) as caught:
        refuse_errors(opened, Reference("2031", "oost"))
    assert sentence(caught.value.problem, "nl") == (
        "In '2031/oost' staan fouten (2); de eerste staat in provinces/oost/2031.yaml:3:1. "
        "Verbeter ze eerst. Bekijk ze met: standpunt check 2031"
    )


@needs_git
def test_errors_of_a_revision_name_a_place_in_that_revision(content: Content) -> None:
    broken = EDITION.replace("title: Samen", "titel: Samen")
    (content.root / "shared/2031/edition.yaml").write_text(broken)
    commit(content.root.parent, "kapot")
    write_tree(content.root)
    reference = Reference("2031", revision="HEAD")
    with contents(content, reference, NOW) as (old, _), pytest.raises(UnknownName) as caught:
        refuse_errors(open_edition(old, "2031"), reference)
    assert sentence(caught.value.problem, "nl") == (
        "In '2031@HEAD' staan fouten (1); de eerste staat in shared/2031/edition.yaml:2:1. "
        "Revisie HEAD is niet meer te verbeteren: kies een andere."
    )


def test_warnings_stop_nothing(tmp_path: Path) -> None:
    opened = open_edition(write_tree(tmp_path), "2031")
    assert problems_of(opened)
    refuse_errors(opened, NOW)
