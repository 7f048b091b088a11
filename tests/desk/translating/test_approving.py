"""Approving on disk: only what may be approved changes, and only its own lines."""

import difflib
from pathlib import Path

import pytest

from flows.desk.opening.catalogues import open_shelf
from flows.desk.opening.editions import UnknownName
from flows.desk.translating.approve import Approval, Approved, approve
from flows.desk.translating.status import progress
from flows.desk.translating.sync import sync
from flows.sources.content import Content
from flows.translation.entries import sha
from flows.translation.states import State
from tests.content_tree import CHAPTER, OWN
from tests.translated_tree import NATIONAL, OOST, catalogue, translate, write_translated_tree


@pytest.fixture
def content(tmp_path: Path) -> Content:
    made = write_translated_tree(tmp_path, {})
    translate(made, NATIONAL, "vraag-een#text", "Do 250 things.", approve=False)
    translate(made, NATIONAL, "vraag-twee#text", "Do something else.", approve=False)
    translate(made, NATIONAL, "vraag-drie#text", "Keep doing 3 things.", approve=False)
    translate(made, OOST, "eigen-verhaal#text", "Our own story.", approve=False)
    return made


def approved(
    content: Content, *contexts: str, as_is: bool = False, by: str = "", province: str | None = None
) -> Approved:
    return approve(content, "2031", Approval("en", province, contexts, as_is, by))


def codes(done: Approved) -> list[str]:
    return [each.code for each in done.problems]


def change_dutch(content: Content, old: str, new: str) -> None:
    werken = content.root / "shared/2031/werken.yaml"
    werken.write_text(CHAPTER.replace(old, new))


def test_a_named_text_is_approved_and_no_other_line_changes(content: Content) -> None:
    before = (content.root / NATIONAL).read_text().splitlines()
    done = approved(content, "vraag-twee#text", by="Noor")
    assert (done.file, done.contexts, done.problems) == (NATIONAL, ("vraag-twee#text",), ())
    after = (content.root / NATIONAL).read_text().splitlines()
    changed = [line for line in difflib.ndiff(before, after) if line[0] in "+-"]
    assert changed == ["+ # approved-by: Noor", "- #, fuzzy"]
    rows = {row.file: row.texts for row in progress(open_shelf(content, "2031"), {})}
    assert rows[NATIONAL][State.APPROVED] == 1 and rows[NATIONAL][State.MACHINE] == 2


def test_all_approves_what_is_sound_refuses_the_rest_and_never_changes_a_text(content: Content) -> None:
    texts = {name: entry.text for name, entry in catalogue(content, NATIONAL).entries.items()}
    done = approved(content)
    assert done.contexts == ("vraag-een#text", "vraag-twee#text")
    assert codes(done) == ["SP876"] and done.problems[0].args["codes"] == "SP861"
    place = done.problems[0].place
    assert place is not None and place.file == NATIONAL
    assert "Keep doing 3 things." in (content.root / NATIONAL).read_text().splitlines()[place.line - 1]
    assert {name: entry.text for name, entry in catalogue(content, NATIONAL).entries.items()} == texts


def test_approving_twice_is_the_same_as_once_and_as_a_sync_after_it(content: Content) -> None:
    approved(content)
    once = (content.root / NATIONAL).read_bytes()
    again = approved(content, "vraag-een#text", "vraag-een#text", by="Iemand anders")
    assert (again.contexts, again.problems) == ((), ())
    sync(content, "2031")
    assert (content.root / NATIONAL).read_bytes() == once


def test_a_file_in_another_layout_is_left_as_it_is_where_nothing_is_approved(content: Content) -> None:
    path = content.root / NATIONAL
    path.write_text(path.read_text().replace('msgstr "Keep doing', 'msgstr ""\n"Keep doing'))
    before = path.read_bytes()
    assert codes(approved(content, "vraag-drie#text")) == ["SP876"]
    assert path.read_bytes() == before


def test_a_provinces_own_text_is_approved_in_its_own_file(content: Content) -> None:
    national = (content.root / NATIONAL).read_bytes()
    assert approved(content, province="oost").contexts == ("eigen-verhaal#text",)
    assert (content.root / NATIONAL).read_bytes() == national
    assert not catalogue(content, OOST).entries["eigen-verhaal#text"].fuzzy


def test_old_text_is_approved_only_as_it_is_and_by_name(content: Content) -> None:
    change_dutch(content, "Doe nog iets.", "Doe ook iets.")
    assert codes(approved(content, "vraag-twee#text")) == ["SP875"]
    assert codes(approved(content)) == ["SP875", "SP876"]
    assert approved(content, "vraag-twee#text", as_is=True).contexts == ("vraag-twee#text",)
    entry = catalogue(content, NATIONAL).entries["vraag-twee#text"]
    assert (entry.source, entry.nl_sha, entry.previous) == ("Doe ook iets.", sha("Doe ook iets."), "")
    written = (content.root / NATIONAL).read_bytes()
    sync(content, "2031")
    assert (content.root / NATIONAL).read_bytes() == written


def test_old_text_that_no_longer_fits_is_refused_as_it_is(content: Content) -> None:
    change_dutch(content, "Doe 250 dingen.", "Doe 300 dingen.")
    before = (content.root / NATIONAL).read_bytes()
    assert codes(approved(content, "vraag-een#text", as_is=True)) == ["SP876"]
    assert (content.root / NATIONAL).read_bytes() == before


def test_what_is_not_there_or_not_translated_is_refused_and_the_others_are_approved(content: Content) -> None:
    done = approved(content, "vraag-eeen#text", "thema-een#title", "vraag-een#text")
    assert codes(done) == ["SP873", "SP874"]
    assert done.problems[0].args["nearest"][0] == "vraag-een#text"  # type: ignore[index]
    assert done.contexts == ("vraag-een#text",)


def test_a_broken_list_of_terms_or_a_closed_layer_approves_nothing(content: Content) -> None:
    before = (content.root / NATIONAL).read_bytes()
    (content.root / "shared/terms.yaml").write_text("terms: nee\n")
    assert codes(approved(content)) == ["SP112"]
    (content.root / "shared/terms.yaml").unlink()
    (content.root / "shared/2031/werken.yaml").write_text("id: [")
    assert codes(approved(content)) and not approved(content).contexts
    assert (content.root / NATIONAL).read_bytes() == before


def test_a_language_that_nobody_publishes_is_said_to_be_unknown_whatever_else_is_wrong(
    content: Content,
) -> None:
    (content.root / "provinces/west/2031.yaml").write_text("overrides: nee\n")
    with pytest.raises(UnknownName) as raised:
        approve(content, "2031", Approval("fr"))
    assert (raised.value.problem.code, raised.value.problem.args["known"]) == ("SP905", ("en",))


def test_an_error_in_another_province_does_not_keep_a_text_from_being_approved(content: Content) -> None:
    (content.root / "provinces/west/2031.yaml").write_text(OWN.replace("oost", "west") + "  - nee: nee\n")
    assert approved(content, "vraag-een#text").contexts == ("vraag-een#text",)
