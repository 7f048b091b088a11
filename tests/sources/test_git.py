"""The door to git, against real repositories."""

from pathlib import Path

import pytest

from flows.problems.sentences import sentence
from flows.sources.git import GitError, NoRevision, commit_of, unpack
from tests.revisions import commit, git, needs_git, state

pytestmark = needs_git

HOSTILE = (
    "--output=stolen", "--all", "-n1", "..", ";", "; touch stolen", "$(touch stolen)", "a\nb", "^HEAD", "HEAD..HEAD",
    "HEAD^@", "HEAD:shared", "@{u}", "HEAD~999999999", "", "\udcff",
)  # fmt: skip


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, newline="")


def below(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes().decode() for path in files}


def typed(root: Path, listing: str) -> str:
    """A tree written by hand, which git does not check."""
    return git(root, "mktree", told=listing).strip()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A content root in a subfolder of a repository of two commits, with work that is not committed."""
    root = tmp_path / "archief" / "inhoud"
    write(root, {"shared/2027/a.yaml": "oud: 1\n", "shared/2027/ü b.yaml": "x\r\n", "README": "nee"})
    commit(root.parent, "eerste")
    write(root, {"shared/2027/a.yaml": "nieuw: 1\n", "provinces/oost/2027.yaml": "p: 1\n"})
    commit(root.parent, "tweede")
    write(root, {"shared/2027/a.yaml": "niet vastgelegd\n", "shared/2027/los.yaml": "los\n"})
    return root


def test_the_files_of_a_commit_come_out_as_they_were(root: Path, tmp_path: Path) -> None:
    unpack(root, commit_of(root, "HEAD~1"), ("shared", "provinces"), tmp_path / "toen")
    assert below(tmp_path / "toen") == {"shared/2027/a.yaml": "oud: 1\n", "shared/2027/ü b.yaml": "x\r\n"}
    unpack(root, commit_of(root, "HEAD"), ("shared", "provinces"), tmp_path / "straks")
    assert below(tmp_path / "straks")["shared/2027/a.yaml"] == "nieuw: 1\n"
    assert below(tmp_path / "straks")["provinces/oost/2027.yaml"] == "p: 1\n"


def test_a_tag_a_branch_and_a_short_hash_name_a_commit(root: Path) -> None:
    git(root, "tag", "-a", "v1.2", "-m", "versie", "HEAD~1")
    git(root, "branch", "werk/tak", "HEAD~1")
    first = git(root, "rev-parse", "HEAD~1").strip()
    assert {commit_of(root, name) for name in ("v1.2", "werk/tak", first[:8], "@~1", "main^")} == {first}


def test_a_dirty_work_tree_and_its_index_stay_as_they_were(root: Path, tmp_path: Path) -> None:
    git(root, "add", "shared/2027/los.yaml")
    before = state(root.parent)
    unpack(root, commit_of(root, "HEAD~1"), ("shared",), tmp_path / "toen")
    assert state(root.parent) == before


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_only_an_unknown_revision(root: Path, name: str) -> None:
    before = state(root.parent)
    with pytest.raises(NoRevision) as caught:
        commit_of(root, name)
    assert caught.value.problem.code == "SP911"
    assert state(root.parent) == before


def test_the_settings_of_a_repository_start_no_program_and_change_no_byte(root: Path, tmp_path: Path) -> None:
    attributes = "*.yaml filter=kwaad export-ignore eol=crlf export-subst ident\n"
    files = (".gitattributes", "inhoud/shared/.gitattributes", ".git/info/attributes")
    write(root.parent, dict.fromkeys(files, attributes) | {"inhoud/shared/2027/a.yaml": "$Format:%H$ $Id$\n"})
    commit(root.parent, "met instellingen")
    git(root, "config", "filter.kwaad.smudge", f"touch '{tmp_path}/kwaad'")
    git(root, "config", "core.fsmonitor", f"touch '{tmp_path}/kwaad'")
    git(root, "config", "core.autocrlf", "true")
    (tmp_path / "kwaad").unlink(missing_ok=True)
    unpack(root, commit_of(root, "HEAD"), ("shared",), tmp_path / "toen")
    assert below(tmp_path / "toen").get("shared/2027/a.yaml") == "$Format:%H$ $Id$\n"
    assert not (tmp_path / "kwaad").exists()


def test_git_of_a_hook_does_not_point_elsewhere(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nergens")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nergens/index")
    assert len(commit_of(root, "HEAD")) == 40


def test_a_folder_outside_of_git_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(NoRevision) as caught:
        commit_of(tmp_path, "HEAD")
    assert caught.value.problem.code == "SP909"


def test_a_machine_without_git_is_told_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(root))
    with pytest.raises(GitError) as caught:
        commit_of(root, "HEAD")
    assert caught.value.problem.code == "SP910"


def test_a_git_that_never_answers_is_given_up(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = root / "git"
    slow.write_text("#!/bin/sh\nexec sleep 30\n")
    slow.chmod(0o755)
    monkeypatch.setattr("flows.sources.git.GIT_SECONDS", 0.2)
    monkeypatch.setenv("PATH", f"{root}:/usr/bin:/bin")
    with pytest.raises(GitError) as caught:
        commit_of(root, "HEAD")
    assert caught.value.problem.code == "SP801"


def test_a_shallow_copy_says_how_to_get_the_rest(root: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{root.parent}", "ondiep")
    with pytest.raises(NoRevision) as caught:
        commit_of(tmp_path / "ondiep", "HEAD~1")
    assert "git fetch --unshallow" in sentence(caught.value.problem, "nl")


def test_a_broken_repository_is_a_failure_of_git(root: Path, tmp_path: Path) -> None:
    tree = git(root, "rev-parse", "HEAD:./shared/2027").strip()
    whole = commit_of(root, "HEAD")
    (root.parent / ".git" / "objects" / tree[:2] / tree[2:]).unlink()
    with pytest.raises(GitError) as caught:
        unpack(root, whole, ("shared",), tmp_path / "toen")
    assert caught.value.problem.code == "SP801"


def test_links_are_left_out(root: Path, tmp_path: Path) -> None:
    (root / "shared" / "link").symlink_to("/etc/passwd")
    commit(root.parent, "met een link")
    unpack(root, commit_of(root, "HEAD"), ("shared",), tmp_path / "toen")
    assert "shared/link" not in below(tmp_path / "toen")


def test_a_path_that_leads_out_of_the_folder_is_left_out(root: Path, tmp_path: Path) -> None:
    blob = git(root, "hash-object", "-w", "README").strip()
    tree = "".join(f"100644 blob {blob}\t{name}\n" for name in ("goed", "a\\b", "C:x", "..\\buiten"))
    shared = typed(root, f"{tree}100644 blob {blob}\t..\n")
    inhoud = typed(root, f"040000 tree {shared}\tshared\n")
    made = typed(root, f"040000 tree {inhoud}\tinhoud\n")
    named = git(root, "commit-tree", made, "-m", "met de hand").strip()
    unpack(root, commit_of(root, named), ("shared",), tmp_path / "toen")
    assert below(tmp_path / "toen") == {"shared/goed": "nee"}
