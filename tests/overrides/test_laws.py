"""Laws of merging, over small editions that Hypothesis makes up."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from flows.overrides.fingerprints import stamp
from flows.overrides.merge import merge as merge_resolved
from flows.overrides.resolve import resolve
from flows.overrides.rules import RULES
from flows.positions.bodies import Ask, Kind
from flows.positions.editions import Block, Chapter, Edition, Election, Layout, Permission, Status
from flows.positions.folding import folded
from flows.positions.merged import Layer, Position
from flows.positions.places import Span
from flows.positions.provinces import Override, Province, ProvinceEdition, Verb
from flows.positions.targets import Targets, targets_of
from flows.problems.records import Place, Problem, has_errors

IDS = [f"vraag-{letter}" for letter in "abcdefgh"]


def block(identifier: str, permission: Permission = Permission.ANY) -> Block:
    return Block(identifier, Kind.ASK, Ask(f"Doe {identifier}."), Place("n.yaml"), override=permission)


def edition(blocks: list[Block]) -> Edition:
    chapter = Chapter(
        "hoofdstuk", "Titel", Layout.CHAPTER, tuple(blocks), (), Place("n.yaml"), Span(Place("n.yaml"))
    )
    election = Election("Verkiezing", "2031-01-01")
    return Edition("2031", "Titel", "", "Bond", Status.DRAFT, "nl", election, None, (chapter,), {}, {})


def province() -> Province:
    return Province("oost", "Ooststad", ("nl",), {}, {}, None)


def entry(verb: Verb, target: str, line: int, *, anchor: str | None = None, before: bool = False) -> Override:
    place = Place("p.yaml", line)
    own = Block(target, Kind.ASK, Ask(f"Eigen {line}."), place)
    return Override(
        verb=verb,
        target=target,
        place=place,
        anchor=anchor,
        before=before,
        block=own if verb in (Verb.REPLACE, Verb.INSERT, Verb.FILL) else None,
        text=f"Meer {line}." if verb is Verb.APPEND else None,
    )


editions = st.lists(st.sampled_from(IDS), unique=True, min_size=1).map(
    lambda ids: edition([block(i) for i in ids])
)
entries = st.lists(
    st.builds(
        lambda verb, target, anchor, before, line: entry(
            verb,
            f"oost-{line}" if verb is Verb.INSERT else target,
            line,
            anchor=anchor if verb is Verb.INSERT else None,
            before=before and verb is Verb.INSERT,
        ),
        st.sampled_from([Verb.REPLACE, Verb.APPEND, Verb.INSERT, Verb.REMOVE]),
        st.sampled_from(IDS),
        st.sampled_from(IDS),
        st.booleans(),
        st.integers(1, 10_000),
    ),
    max_size=6,
    unique_by=lambda each: each.place.line,
)


def own(overrides: list[Override]) -> ProvinceEdition:
    return ProvinceEdition(province(), "2031", {}, tuple(overrides), "p.yaml")


def merge(national: Edition, says: ProvinceEdition, targets: Targets) -> tuple[Position, list[Problem]]:
    resolved, problems = resolve(says.overrides, targets)
    return merge_resolved(national, says, resolved), problems


@given(editions)
def test_law_an_empty_province_file_changes_nothing(national: Edition) -> None:
    position, problems = merge(national, own([]), targets_of(national))
    assert problems == []
    assert [merged.block for merged in position.blocks()] == list(national.blocks())
    assert {merged.origin.layer for merged in position.blocks()} == {Layer.NATIONAL}


@given(editions, entries)
def test_law_the_national_text_stays_in_order_and_every_piece_has_one_origin(
    national: Edition, overrides: list[Override]
) -> None:
    position, problems = merge(national, own(overrides), targets_of(national))
    inserted = {each.target for each in overrides if each.verb is Verb.INSERT}
    kept = [merged.block.id for merged in position.blocks() if merged.block.id not in inserted]
    order = [each.id for each in national.blocks()]
    assert kept == [each for each in order if each in kept]
    if not has_errors(problems):
        removed = {each.target for each in overrides if each.verb is Verb.REMOVE}
        assert set(order) - set(kept) == removed
        assert inserted == {merged.block.id for merged in position.blocks()} - set(order)


@given(editions, entries, st.randoms())
def test_law_the_order_of_entries_only_breaks_ties(
    national: Edition, overrides: list[Override], random: object
) -> None:
    targets = targets_of(national)
    first, problems = merge(national, own(overrides), targets)
    if has_errors(problems):
        return
    ties = {
        (each.verb, each.target, each.anchor, each.before)
        for each in overrides
        if each.verb is not Verb.INSERT
    }
    anchors = [(each.anchor, each.before) for each in overrides if each.verb is Verb.INSERT]
    shuffled = list(overrides)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    second, _ = merge(national, own(shuffled), targets)
    appended = [each.target for each in overrides if each.verb is Verb.APPEND]
    if len(set(anchors)) == len(anchors) and len(set(appended)) == len(appended) and ties is not None:
        assert first == second


@given(entries)
def test_law_no_override_touches_a_locked_text(overrides: list[Override]) -> None:
    national = edition([block(each, Permission.NONE) for each in IDS])
    resolved, problems = resolve(overrides, targets_of(national))
    assert {each.override.verb for each in resolved} <= {Verb.INSERT}
    touching = [each for each in overrides if each.verb is not Verb.INSERT]
    assert len([each for each in problems if each.code == "SP307"]) == len(touching)


def test_file_order_breaks_ties_between_inserts_and_a_removed_anchor_keeps_its_place() -> None:
    national = edition([block("vraag-a"), block("vraag-b")])
    overrides = [
        entry(Verb.INSERT, "oost-1", 1, anchor="vraag-a"),
        entry(Verb.INSERT, "oost-2", 2, anchor="vraag-a", before=True),
        entry(Verb.REMOVE, "vraag-a", 3),
        entry(Verb.INSERT, "oost-4", 4, anchor="vraag-a"),
    ]
    position, _ = merge(national, own(overrides), targets_of(national))
    assert [merged.block.id for merged in position.blocks()] == ["oost-2", "oost-1", "oost-4", "vraag-b"]


def test_every_rule_names_its_clause_and_clashes_both_ways() -> None:
    for verb, rule in RULES.items():
        assert rule.clause
        assert all(verb in RULES[other].clashes_with for other in rule.clashes_with)


@given(st.text("ab -*\n\t.1|", max_size=60))
def test_law_folding_twice_is_folding_once(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_a_stamp_sees_words_numbers_and_lists_but_not_how_lines_are_wrapped() -> None:
    def of(text: str) -> str:
        return stamp(replace(block("vraag-a"), body=Ask(text)))

    assert of("Een zin\nop twee regels. ") == of("Een zin op twee regels.")
    assert of("caf\u00e9\r\n") == of("cafe\u0301")
    assert of("- een\n- twee") != of("- een - twee")
    assert of("een\n\ntwee") != of("een twee")
    assert of("250") != of("300")
    assert of("*nadruk*") != of("nadruk")
