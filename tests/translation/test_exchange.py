"""What may be taken over from a translator, and as what."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.problems.records import Place
from flows.translation.entries import HUMAN, Catalogue, Entry, sha
from flows.translation.exchange import (
    Arrival,
    Fate,
    Returned,
    Wishes,
    arrivals,
    with_arrivals,
)
from flows.translation.outgoing import sent, sent_catalogue
from flows.translation.states import State, state_of
from tests.translation.exchanged import unit

NAME = "vraag#text"
OLD, NOW = "Doe 250 dingen.", "Doe 300 dingen."
PLACE = Place("terug.po", 7)
TRUST, OVERWRITE = Wishes(trust_approved=True), Wishes(overwrite=True)

MISSING = Entry(NAME, NOW)
MACHINE = Entry(NAME, NOW, "Do 300 thing.", sha(NOW), "mt:x", fuzzy=True)
REVIEW = Entry(NAME, NOW, "Do 300 things.", sha(NOW), HUMAN, fuzzy=True)
APPROVED = replace(REVIEW, fuzzy=False)
STALE = Entry(NAME, NOW, "Do 250 things.", sha(OLD), HUMAN, previous=OLD)


def back(
    text: str = "Do the 300 things.", dutch: str = NOW, of: Entry | None = None, **more: object
) -> Returned:
    """A text that came back; `of` is the translation that went out."""
    seen = sha(of.text) if of is not None else ""
    return replace(Returned(NAME, dutch, text, PLACE, seen=seen), **more)  # type: ignore[arg-type]


def arrival(entry: Entry | None, returned: Returned, wishes: Wishes = Wishes()) -> Arrival:  # noqa: B008
    catalogue = Catalogue("en", {entry.context: entry} if entry is not None else {})
    (found,) = arrivals(catalogue, [unit(NAME, NOW)], [returned], wishes)
    return found


@pytest.mark.parametrize("entry", [None, MISSING, MACHINE, REVIEW, APPROVED, STALE])
def test_a_translation_of_todays_dutch_is_taken_over_to_be_read(entry: Entry | None) -> None:
    found = arrival(entry, back(of=entry, comments=("Van Anna.",)))
    assert found.fate is Fate.TAKEN and found.entry is not None
    assert state_of(found.entry, NOW) is State.REVIEW
    assert (found.entry.text, found.entry.origin, found.entry.source) == ("Do the 300 things.", HUMAN, NOW)
    assert found.entry.previous == "" and found.entry.comments == ("Van Anna.",)


@pytest.mark.parametrize("entry", [None, MACHINE, REVIEW, APPROVED, STALE])
def test_it_is_approved_only_where_the_file_says_so_and_the_file_is_trusted(entry: Entry | None) -> None:
    assert arrival(entry, back(of=entry, is_approved=True)).fate is Fate.TAKEN
    assert arrival(entry, back(of=entry, is_read=True), TRUST).fate is Fate.TAKEN
    found = arrival(entry, back(of=entry, is_approved=True), TRUST)
    assert found.fate is Fate.APPROVED and state_of(found.entry, NOW) is State.APPROVED


@pytest.mark.parametrize("entry", [None, MISSING, MACHINE, STALE])
@pytest.mark.parametrize("wishes", [Wishes(), TRUST, OVERWRITE])
def test_a_translation_of_other_dutch_is_stale_and_stays_that_when_the_dutch_comes_back(
    entry: Entry | None, wishes: Wishes
) -> None:
    found = arrival(entry, back("Do all 250 things.", OLD, entry, is_read=True, is_approved=True), wishes)
    assert found.fate is Fate.STALE and found.entry is not None
    assert (found.entry.source, found.entry.previous) == (NOW, OLD)
    assert state_of(found.entry, NOW) is State.STALE
    assert state_of(found.entry, OLD) is State.REVIEW


@pytest.mark.parametrize("entry", [REVIEW, APPROVED])
@pytest.mark.parametrize("wishes", [Wishes(), TRUST, OVERWRITE])
def test_a_translation_of_other_dutch_never_replaces_one_of_todays(entry: Entry, wishes: Wishes) -> None:
    returned = back("Do all 250 things.", OLD, entry, is_read=True, is_approved=True)
    assert arrival(entry, returned, wishes).fate is Fate.OLDER


def test_a_file_whose_dutch_is_not_the_dutch_that_we_sent_was_not_made_from_todays() -> None:
    assert arrival(MISSING, back(said=sha(OLD))).fate is Fate.STALE
    assert arrival(MISSING, back(said=sha(NOW))).fate is Fate.TAKEN
    assert arrival(MISSING, back(dutch="Doe 300\n dingen. ")).fate is Fate.TAKEN


@pytest.mark.parametrize("entry", [REVIEW, APPROVED, STALE])
def test_what_somebody_changed_here_after_the_export_stays_unless_asked_otherwise(entry: Entry) -> None:
    for of in (None, MISSING, MACHINE):
        assert arrival(entry, back(of=of)).fate is Fate.CONFLICT
        assert arrival(entry, back(of=of, is_approved=True), TRUST).fate is Fate.CONFLICT
        assert arrival(entry, back(of=of), OVERWRITE).fate is Fate.TAKEN


def test_a_machines_text_always_gives_way() -> None:
    assert arrival(MACHINE, back()).fate is Fate.TAKEN
    assert arrival(MACHINE, back("Do all 250 things.", OLD)).fate is Fate.STALE


@pytest.mark.parametrize("entry", [MACHINE, REVIEW, APPROVED, STALE])
def test_a_text_that_came_back_as_it_went_is_as_it_was(entry: Entry) -> None:
    for dutch in (NOW, OLD):
        assert arrival(entry, back(f"{entry.text}\n", dutch, entry)).fate is Fate.UNCHANGED
    assert arrival(entry, back(entry.text, OLD, entry, is_read=True, is_approved=True), TRUST).fate in (
        Fate.UNCHANGED,
    )


def test_a_text_that_a_person_says_is_right_as_it_stood_has_been_read() -> None:
    for entry in (MACHINE, STALE):
        found = arrival(entry, back(entry.text, of=entry, is_read=True))
        assert found.fate is Fate.TAKEN and state_of(found.entry, NOW) is State.REVIEW
        assert found.entry is not None and found.entry.origin == HUMAN
    assert arrival(REVIEW, back(REVIEW.text, of=REVIEW, is_read=True)).fate is Fate.UNCHANGED
    approved = back(REVIEW.text, of=REVIEW, is_read=True, is_approved=True)
    assert arrival(REVIEW, approved, TRUST).fate is Fate.APPROVED


def test_the_line_breaks_and_spaces_of_a_program_are_not_those_of_a_text() -> None:
    found = arrival(MISSING, back("\r\n  Do the\r\n   300\x0bthings. \r\n\r\nMore.\n"))
    assert found.entry is not None and found.entry.text == "Do the 300 things.\n\nMore."


def test_who_approved_a_text_is_not_said_of_another_text() -> None:
    entry = replace(APPROVED, comments=("approved-by: Anna", "Let op."))
    found = arrival(entry, back(of=entry))
    assert found.entry is not None and found.entry.comments == ("Let op.",)


def test_what_is_empty_or_belongs_to_nothing_changes_nothing() -> None:
    assert arrival(STALE, back(" \n", of=STALE)).fate is Fate.EMPTY
    assert arrival(MISSING, replace(back(), context="weg#text")).fate is Fate.UNKNOWN


def test_a_text_that_was_renamed_meanwhile_is_found_under_its_old_name() -> None:
    renamed = replace(unit("nieuw#text", NOW), aliases=("vraag",))
    old = Catalogue("en", {NAME: MACHINE})
    (found,) = arrivals(old, [renamed], [back()], Wishes())
    assert found.entry is not None and found.entry.context == "nieuw#text"


entries = st.sampled_from([None, MISSING, MACHINE, REVIEW, APPROVED, STALE])
returns = st.builds(
    Returned,
    context=st.just(NAME),
    dutch=st.sampled_from([OLD, NOW]),
    text=st.sampled_from(["", "Do.", "Do 250 things.", "Do 300 things."]),
    place=st.just(PLACE),
    is_read=st.booleans(),
    is_approved=st.booleans(),
    said=st.sampled_from(["", sha(OLD), sha(NOW)]),
    seen=st.sampled_from(["", sha(""), sha("Do 250 things."), sha("Do 300 things.")]),
)
wishes = st.builds(Wishes, st.booleans(), st.booleans())


@given(entries, returns, wishes)
def test_taking_over_twice_is_taking_over_once(
    entry: Entry | None, returned: Returned, asked: Wishes
) -> None:
    catalogue = Catalogue("en", {NAME: entry} if entry is not None else {})
    once = with_arrivals(catalogue, arrivals(catalogue, [unit(NAME, NOW)], [returned], asked))
    again = with_arrivals(once, arrivals(once, [unit(NAME, NOW)], [returned], asked))
    assert again == once


@given(entries, returns, wishes)
def test_nothing_fresh_becomes_stale_and_nothing_is_approved_unasked(
    entry: Entry | None, returned: Returned, asked: Wishes
) -> None:
    found = arrival(entry, returned, asked)
    before, after = state_of(entry, NOW), state_of(found.entry or entry, NOW)
    assert after is not State.STALE or before in (State.MISSING, State.MACHINE, State.STALE)
    if after is State.APPROVED and before is not State.APPROVED:
        assert asked.trust_approved and returned.is_approved and returned.dutch == NOW


@given(entries)
def test_what_goes_out_and_comes_back_untouched_changes_nothing(entry: Entry | None) -> None:
    catalogue = Catalogue("en", {NAME: entry} if entry is not None else {})
    out = sent(catalogue, [unit(NAME, NOW)], State, {})
    went = sent_catalogue(catalogue, out).entries[NAME]
    assert went.fuzzy == (entry is not None and entry.is_translated and entry is not APPROVED)
    came = back(went.text, went.source, said=out[0].nl_sha, seen=out[0].seen, is_read=not went.fuzzy)
    found = arrivals(catalogue, [unit(NAME, NOW)], [came], Wishes())
    assert with_arrivals(catalogue, found) == catalogue


def test_a_text_goes_out_with_the_dutch_it_belongs_to_and_as_one_that_nobody_approved() -> None:
    catalogue = Catalogue("en", {NAME: replace(STALE, source=OLD, previous="")})
    (went,) = sent_catalogue(catalogue, sent(catalogue, [unit(NAME, NOW)], State, {})).entries.values()
    assert (went.source, went.previous, went.nl_sha, went.fuzzy) == (NOW, OLD, sha(OLD), True)
    catalogue = Catalogue("en", {NAME: replace(REVIEW, nl_sha="", fuzzy=False)})
    (went,) = sent_catalogue(catalogue, sent(catalogue, [unit(NAME, NOW)], State, {})).entries.values()
    assert (went.previous, went.nl_sha, went.fuzzy) == ("", sha(NOW), True)
    assert not sent(catalogue, [unit(NAME, NOW)], [State.MISSING, State.APPROVED], {})
