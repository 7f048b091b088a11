"""What was once made beside a document never goes on saying something else than the document."""

from pathlib import Path

import pytest

from flows.cli.main import run
from tests.content_tree import write_tree

CHAPTER = "shared/2031/werken.yaml"


def publish(root: Path, *more: str) -> None:
    assert run(["publish", "--province", "oost", "--engine", "local", "--root", str(root), *more], "nl") == 0


def files(root: Path) -> dict[str, bytes]:
    folder = root / "outputs/2031/oost/nl"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_tree(tmp_path)
    publish(tmp_path, "--format", "html", "--asks", "--cards")
    return tmp_path


def change(root: Path) -> None:
    path = root / CHAPTER
    path.write_text(path.read_text().replace("Doe 250 dingen", "Doe 300 dingen"))


def test_a_build_after_a_change_renews_what_was_made_before(root: Path) -> None:
    before = files(root)
    change(root)
    publish(root)
    after = files(root)
    assert set(before) <= set(after)
    assert b"300 dingen" in next(data for name, data in after.items() if name.endswith(".jsonld"))
    same = [name for name, data in before.items() if after[name] == data]
    # The pictures of the cover and of other asks say what they said.
    assert all(name.startswith("cards/") and "vraag-een" not in name for name in same), same


def test_what_was_never_made_or_was_thrown_away_is_not_made(root: Path) -> None:
    for path in (root / "outputs/2031/oost/nl").glob("*.asks.*"):
        path.unlink()
    change(root)
    publish(root)
    names = files(root)
    assert not [name for name in names if ".asks." in name or ".print." in name]
    assert "cards/_cover.png" in names


def test_who_names_a_format_gets_that_alone(root: Path) -> None:
    before = files(root)
    change(root)
    publish(root, "--format", "docx")
    after = files(root)
    changed = [name for name, data in after.items() if before.get(name) != data]
    assert [name.rpartition(".")[2] for name in changed] == ["docx"]
