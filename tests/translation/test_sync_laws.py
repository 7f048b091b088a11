"""Laws of bringing a catalogue in step, over texts and histories that Hypothesis makes up."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from flows.positions.merged import Layer
from flows.translation.entries import Catalogue, Entry, sha
from flows.translation.extraction import Part, Unit
from flows.translation.states import State, state_of
from flows.translation.sync import synced

DUTCH = ["Bouw 250 huizen.", "Bouw 300 huizen.", "Niet bouwen.", "Wel bouwen."]
CONTEXTS = ["a#text", "b#text", "c#data.1.label", "c#data.2.label", "c#data.3.label", "d#title"]
OLD_NAMES = {"a": ("oude-a",), "b": ("oude-b", "heel-oude-b")}


def unit(context: str, dutch: str, aliases: tuple[str, ...] = ()) -> Unit:
    owner, field = context.split("#")
    return Unit(Layer.NATIONAL, owner, field, dutch, Part.PROSE, owner, aliases)


entries = st.builds(
    Entry,
    context=st.sampled_from([*CONTEXTS, "oude-a#text", "heel-oude-b#text", "weg#text"]),
    source=st.sampled_from(DUTCH),
    text=st.sampled_from(["", "Build.", "Don't.", "Do.", "Houses!"]),
    nl_sha=st.sampled_from(["", *map(sha, DUTCH)]),
    origin=st.sampled_from(["", "human", "mt:x", "tm:93"]),
    fuzzy=st.booleans(),
    previous=st.sampled_from(["", *DUTCH]),
    comments=st.sampled_from([(), ("Let op.",)]),
)


@st.composite
def catalogues(draw: st.DrawFn) -> Catalogue:
    active = draw(st.lists(entries, max_size=6, unique_by=lambda entry: entry.context))
    obsolete = draw(st.lists(entries, max_size=4))
    return Catalogue("en", {entry.context: entry for entry in active}, tuple(obsolete))


@st.composite
def editions(draw: st.DrawFn) -> list[Unit]:
    contexts = draw(st.lists(st.sampled_from(CONTEXTS), unique=True))
    names = st.booleans()
    return [
        unit(each, draw(st.sampled_from(DUTCH)), OLD_NAMES.get(each.split("#")[0], ()) if draw(names) else ())
        for each in contexts
    ]


def translations(catalogue: Catalogue) -> Counter[str]:
    kept = (*catalogue.entries.values(), *catalogue.obsolete)
    return Counter(entry.text for entry in kept if entry.text)


@given(catalogues(), editions(), st.none() | catalogues())
def test_syncing_twice_is_syncing_once(
    catalogue: Catalogue, units: list[Unit], previous: Catalogue | None
) -> None:
    once = synced(catalogue, units, previous).catalogue
    twice = synced(once, units, previous)
    assert list(twice.catalogue.entries.values()) == list(once.entries.values())
    assert twice.catalogue == once
    assert not (twice.added or twice.changed or twice.taken_over or twice.obsolete)


@given(catalogues(), editions(), st.none() | catalogues())
def test_a_catalogue_has_the_texts_of_today_in_reading_order(
    catalogue: Catalogue, units: list[Unit], previous: Catalogue | None
) -> None:
    done = synced(catalogue, units, previous).catalogue
    assert [(each.context, each.source) for each in done.entries.values()] == [
        (each.context, each.source) for each in units
    ]


@given(catalogues(), editions(), st.none() | catalogues())
def test_no_translation_is_ever_lost(
    catalogue: Catalogue, units: list[Unit], previous: Catalogue | None
) -> None:
    before, after = translations(catalogue), translations(synced(catalogue, units, previous).catalogue)
    distinct = {(entry.context, entry.text) for entry in catalogue.entries.values() if entry.text}
    assert set(before) <= set(after)
    assert all(after[text] >= sum(text == other for _, other in distinct) for text in before)


@given(catalogues(), editions(), st.none() | catalogues())
def test_a_sync_approves_nothing_that_was_not_approved_for_this_very_dutch(
    catalogue: Catalogue, units: list[Unit], previous: Catalogue | None
) -> None:
    known = (*catalogue.entries.values(), *catalogue.obsolete)
    known += tuple(previous.entries.values()) if previous is not None else ()
    signed = {(entry.text, entry.nl_sha) for entry in known if entry.nl_sha and not entry.fuzzy}
    done = synced(catalogue, units, previous).catalogue
    for each in units:
        entry = done.entries[each.context]
        if state_of(entry, each.text) is State.APPROVED:
            assert (entry.text, sha(each.text)) in signed


@given(catalogues(), editions())
def test_dutch_that_goes_and_comes_back_finds_its_translations(
    catalogue: Catalogue, units: list[Unit]
) -> None:
    here = synced(catalogue, units).catalogue
    back = synced(synced(here, []).catalogue, units).catalogue
    for each in units:
        assert bool(back.entries[each.context].text) >= bool(here.entries[each.context].text)


@given(
    dutch=st.sampled_from(DUTCH),
    now=st.sampled_from(DUTCH),
    same_id=st.booleans(),
)
def test_an_approval_survives_a_new_edition_exactly_when_id_and_hash_are_the_same(
    dutch: str, now: str, same_id: bool
) -> None:
    approved = Entry("a#text", dutch, "Build.", nl_sha=sha(dutch), origin="human")
    units = [unit("a#text" if same_id else "b#text", now)]
    done = synced(Catalogue("en"), units, Catalogue("en", {"a#text": approved})).catalogue
    entry = done.entries[units[0].context]
    stands = state_of(entry, now)
    assert (stands is State.APPROVED) == (same_id and dutch == now)
    if same_id and dutch != now:
        assert (stands, entry.text, entry.previous) == (State.STALE, "Build.", dutch)


def test_a_machine_text_of_other_dutch_is_stale_too() -> None:
    entry = Entry("a#text", DUTCH[0], "Build 250.", origin="mt:x", fuzzy=True)
    assert state_of(entry, DUTCH[0]) is State.MACHINE
    assert state_of(entry, DUTCH[1]) is State.STALE


def test_a_change_of_the_dutch_beside_an_approval_is_stale_before_and_after_a_sync() -> None:
    approved = Entry("a#text", DUTCH[0], "Build 250 houses.", nl_sha=sha(DUTCH[0]))
    assert state_of(approved, DUTCH[1]) is State.STALE
    merged_by_git = replace(approved, source=DUTCH[1])
    assert state_of(merged_by_git, DUTCH[1]) is State.STALE
    done = synced(Catalogue("en", {"a#text": approved}), [unit("a#text", DUTCH[1])])
    entry = done.catalogue.entries["a#text"]
    assert (state_of(entry, DUTCH[1]), entry.previous) == (State.STALE, DUTCH[0])
    assert done.changed == ("a#text",)


def test_dutch_that_is_put_back_makes_its_approval_count_again() -> None:
    approved = Entry("a#text", DUTCH[0], "Build.", nl_sha=sha(DUTCH[0]))
    away = synced(Catalogue("en", {"a#text": approved}), [unit("a#text", DUTCH[1])]).catalogue
    further = synced(away, [unit("a#text", DUTCH[2])]).catalogue
    assert further.entries["a#text"].previous == DUTCH[0]
    back = synced(further, [unit("a#text", DUTCH[0])]).catalogue
    assert back.entries["a#text"] == approved


def test_text_that_nobody_approved_is_not_approved_by_a_detour() -> None:
    typed = Entry("a#text", DUTCH[0], "Build.")
    assert state_of(typed, DUTCH[0]) is State.REVIEW
    away = synced(Catalogue("en", {"a#text": typed}), [unit("a#text", DUTCH[1])]).catalogue
    back = synced(away, [unit("a#text", DUTCH[0])]).catalogue
    assert state_of(away.entries["a#text"], DUTCH[1]) is State.STALE
    assert state_of(back.entries["a#text"], DUTCH[0]) is State.REVIEW


def test_a_typed_text_is_signed_as_still_to_be_read_and_taking_the_mark_away_approves_it() -> None:
    typed = Entry("a#text", DUTCH[0], "Build.")
    signed = synced(Catalogue("en", {"a#text": typed}), [unit("a#text", DUTCH[0])]).catalogue.entries[
        "a#text"
    ]
    assert (signed.nl_sha, signed.fuzzy) == (sha(DUTCH[0]), True)
    assert state_of(signed, DUTCH[0]) is state_of(typed, DUTCH[0]) is State.REVIEW
    assert state_of(replace(signed, fuzzy=False), DUTCH[0]) is State.APPROVED


def test_broken_lines_are_no_change() -> None:
    approved = Entry("a#text", "Een zin die doorloopt.", "A sentence.", nl_sha=sha("Een zin die doorloopt."))
    done = synced(Catalogue("en", {"a#text": approved}), [unit("a#text", "Een zin\ndie doorloopt.\n")])
    assert done.catalogue.entries["a#text"] == approved
    assert not done.changed


def test_an_item_put_in_front_of_a_list_leaves_the_others_alone() -> None:
    labels = {
        f"c#data.{at}.label": Entry(f"c#data.{at}.label", nl, en, sha(nl))
        for at, nl, en in [(1, "ja", "yes"), (2, "nee", "no")]
    }
    units = [unit(f"c#data.{at}.label", nl) for at, nl in [(1, "soms"), (2, "ja"), (3, "nee")]]
    done = synced(Catalogue("en", labels), units).catalogue
    assert [(each.text, each.nl_sha) for each in done.entries.values()] == [
        ("", ""),
        ("yes", sha("ja")),
        ("no", sha("nee")),
    ]


def test_a_renamed_block_takes_its_translation_along_also_from_the_previous_edition() -> None:
    old = Catalogue("en", {"oude-a#text": Entry("oude-a#text", DUTCH[0], "Build.", sha(DUTCH[0]))})
    units = [unit("a#text", DUTCH[0], ("oude-a",))]
    for done in (synced(old, units), synced(Catalogue("en"), units, old)):
        assert state_of(done.catalogue.entries["a#text"], DUTCH[0]) is State.APPROVED
        assert not done.catalogue.obsolete
