"""Translation files of an edition on disk: made, brought in step, and told how they stand."""

from pathlib import Path

import pytest

from flows.cli.main import run
from flows.desk.opening.catalogues import open_shelf
from flows.desk.translating.status import progress
from flows.desk.translating.sync import sync
from flows.sources.content import Content
from flows.translation.states import State
from tests.content_tree import CHAPTER, EDITION, OWN, write_tree
from tests.revisions import commit, git, needs_git
from tests.translated_tree import ENGLISH, NATIONAL, OOST


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return write_tree(tmp_path, {"provinces/oost/province.yaml": ENGLISH})


def fill(content: Content, file: str, context: str, text: str, *, approve: bool = True) -> None:
    """Translate a text as somebody with an editor does; approving adds the hash."""
    from flows.sources.po_files import catalogue_of
    from flows.translation.entries import sha

    path = content.root / file
    catalogue, _ = catalogue_of(path.read_bytes(), file, "en")
    assert catalogue is not None
    told = f"# nl-sha: {sha(catalogue.entries[context].source)}\n" if approve else ""
    before, key, after = path.read_text().partition(f'msgctxt "{context}"\n')
    assert key
    filled = after.replace('msgstr ""', f'msgstr "{text}"', 1)
    path.write_text(f"{before}{told}{key}{filled}")


def states(content: Content, edition: str = "2031") -> dict[str, dict[State, int]]:
    rows = progress(open_shelf(content, edition), {})
    return {row.file: {state: number for state, number in row.texts.items() if number} for row in rows}


def test_a_first_sync_makes_a_file_for_each_layer_and_language_and_a_second_one_nothing(
    content: Content,
) -> None:
    files, problems = sync(content, "2031")
    assert not problems
    assert [(each.file, each.written, len(each.done.added)) for each in files] == [
        (NATIONAL, True, 18),
        (OOST, True, 3),
    ]
    again, _ = sync(content, "2031")
    assert [each.written for each in again] == [False, False]
    assert states(content) == {NATIONAL: {State.MISSING: 18}, OOST: {State.MISSING: 3}}


def test_a_translation_goes_from_missing_to_approved_and_is_stale_when_its_dutch_changes(
    content: Content,
) -> None:
    sync(content, "2031")
    fill(content, NATIONAL, "vraag-een#text", "Do 250 things.", approve=False)
    fill(content, NATIONAL, "vraag-twee#text", "Do something else.")
    assert states(content)[NATIONAL] == {State.MISSING: 16, State.REVIEW: 1, State.APPROVED: 1}
    werken = content.root / "shared/2031/werken.yaml"
    werken.write_text(
        CHAPTER.replace("Doe 250 dingen.", "Doe 300 dingen.").replace("Doe nog iets.", "Doe meer.")
    )
    assert states(content)[NATIONAL] == {State.MISSING: 16, State.STALE: 2}
    (national, _), _ = sync(content, "2031")
    assert national.done.changed == ("vraag-een#text", "vraag-twee#text")
    assert states(content)[NATIONAL] == {State.MISSING: 16, State.STALE: 2}
    text = (content.root / NATIONAL).read_text()
    assert (
        '#| msgid "Doe 250 dingen."\nmsgctxt "vraag-een#text"\nmsgid "Doe 300 dingen."\nmsgstr "Do 250 things."'
        in text
    )


@needs_git
def test_an_approval_that_git_merges_onto_new_dutch_is_stale(content: Content) -> None:
    sync(content, "2031")
    commit(content.root, "begin")
    git(content.root, "checkout", "-q", "-b", "vertaling")
    fill(content, NATIONAL, "vraag-een#text", "Do 250 things.")
    commit(content.root, "250 vertaald en goedgekeurd")
    git(content.root, "checkout", "-q", "-")
    (content.root / "shared/2031/werken.yaml").write_text(CHAPTER.replace("250", "300"))
    commit(content.root, "250 wordt 300")
    git(content.root, "merge", "-q", "-m", "samen", "vertaling")
    for _ in range(2):
        assert states(content)[NATIONAL] == {State.MISSING: 17, State.STALE: 1}
        sync(content, "2031")


def test_a_new_edition_takes_over_what_the_last_one_translated(content: Content) -> None:
    sync(content, "2031")
    fill(content, NATIONAL, "vraag-twee#text", "Do something else.")
    fill(content, NATIONAL, "vraag-een#text", "Do 250 things.")
    fill(content, OOST, "eigen-verhaal#text", "Our own story.")
    later = {
        "shared/2035/edition.yaml": EDITION.replace("2031", "2035").replace(
            "language:", 'previous: "2031"\nlanguage:'
        ),
        "shared/2035/werken.yaml": CHAPTER.replace("250", "300"),
        "provinces/oost/2035.yaml": OWN.replace("2031", "2035"),
        "provinces/west/2035.yaml": OWN.replace("oost", "west").replace("2031", "2035"),
    }
    for name, text in later.items():
        (content.root / name).parent.mkdir(exist_ok=True)
        (content.root / name).write_text(text)
    files, problems = sync(content, "2035")
    assert not problems
    assert files[0].done.taken_over == ("vraag-een#text", "vraag-twee#text")
    assert states(content, "2035") == {
        "shared/2035/en.po": {State.MISSING: 16, State.STALE: 1, State.APPROVED: 1},
        "provinces/oost/2035.en.po": {State.MISSING: 2, State.APPROVED: 1},
    }


def test_a_broken_file_is_left_alone_and_the_others_are_brought_in_step(content: Content) -> None:
    sync(content, "2031")
    (content.root / NATIONAL).write_text('msgid "\n')
    (content.root / OOST).unlink()
    files, problems = sync(content, "2031")
    assert [(each.file, each.written) for each in files] == [(OOST, True)]
    assert [(each.code, str(each.place)) for each in problems] == [("SP851", f"{NATIONAL}:1:7")]
    assert (content.root / NATIONAL).read_text() == 'msgid "\n'


def test_texts_of_a_layer_with_an_error_do_not_become_obsolete(content: Content) -> None:
    sync(content, "2031")
    fill(content, OOST, "eigen-verhaal#text", "Our own story.")
    before = (content.root / OOST).read_bytes()
    (content.root / "provinces/oost/2031.yaml").write_text(
        OWN + "  - replace: bestaat-niet\n    text: Nee.\n"
    )
    files, problems = sync(content, "2031")
    assert [each.file for each in files] == [NATIONAL]
    assert "SP301" in {each.code for each in problems}
    (content.root / "shared/2031/werken.yaml").write_text("id: [")
    files, problems = sync(content, "2031")
    assert not files and problems
    assert (content.root / OOST).read_bytes() == before


def test_the_commands_tell_what_they_did(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    root = str(content.root)
    assert run(["translate", "sync", "--root", root], "nl") == 0
    assert f"Geschreven: {NATIONAL} (nieuw 18)" in capsys.readouterr().out
    assert run(["translate", "--root", root, "sync"], "en") == 0
    assert "All translation files (2) were up to date." in capsys.readouterr().out
    fill(content, NATIONAL, "thema-een#title", "First theme")
    assert run(["translate", "status", "--root", root], "nl") == 0
    out = capsys.readouterr().out
    assert "te vertalen" in out and OOST in out
    assert run(["translate", "status", "--root", root, "--json"], "nl") == 0
    assert '"approved_words": 2' in capsys.readouterr().out
    (content.root / NATIONAL).write_text('msgid "\n')
    assert run(["translate", "sync", "--root", root], "nl") == 1
    assert f"{NATIONAL}:1:7" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["sync"], ["status"]])
def test_translating_explains_itself(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["translate", *command, "--help"], "nl") == 0
    assert f"Gebruik: standpunt translate {' '.join(command)}".rstrip() in capsys.readouterr().out
    assert run(["translate"], "nl") == 2
    assert "Dit klopt niet" not in capsys.readouterr().err
