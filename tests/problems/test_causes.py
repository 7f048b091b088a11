"""What is wrong alike in several provinces is one message; nothing is lost, and nothing else is joined."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from flows.problems.causes import causes
from flows.problems.codes import CODES, in_final, problem
from flows.problems.reading import Group, command_for, group_of, most_pressing, reading_order
from flows.problems.records import Place, Problem

SLOT = Place("shared/2031/werken.yaml", 7, 3)


def found(code: str, slug: str, place: Place | None = None, **args: str) -> Problem:
    where = place or Place(f"provinces/{slug}/2031.yaml", 3, 5)
    return replace(problem(code, where, province=slug, edition="2031", **args), province=slug)


problems = st.builds(
    found,
    st.sampled_from(["SP603", "SP404", "SP653", "SP301"]),
    st.sampled_from(["oost", "west", "noord"]),
    st.sampled_from([None, SLOT]),
    id=st.sampled_from(["vraag-een", "vraag-twee"]),
)


@given(st.lists(problems))
def test_every_problem_is_in_one_message_and_messages_stand_where_their_first_problem_stood(
    told: list[Problem],
) -> None:
    made = causes(told, "?")
    assert sorted(map(id, (each for one in made for each in one.members))) == sorted(map(id, told))
    firsts = [next(i for i, each in enumerate(told) if each is one.members[0]) for one in made]
    assert firsts == sorted(firsts)
    for one in made:
        assert len({(each.code, each.args["id"]) for each in one.members}) == 1
        assert len(one.members) == 1 or len(one.provinces) > 1


def test_one_slot_that_provinces_left_empty_is_one_message_at_its_place() -> None:
    (one,) = causes([found("SP603", slug, SLOT, id="eigen-vraag") for slug in ("oost", "west")], "?")
    assert (one.problem.place, one.provinces) == (SLOT, ("oost", "west"))
    assert one.problem.province is None


def test_the_same_in_two_files_speaks_of_any_province_and_has_no_place_of_its_own() -> None:
    told = [
        found("SP405", slug, id="vraag-een", file=f"provinces/{slug}/2031.base.yaml")
        for slug in ("oost", "west")
    ]
    (one,) = causes(told, "<provincie>")
    assert one.problem.place is None
    assert one.problem.args["file"] == "provinces/<provincie>/2031.base.yaml"
    assert one.problem.args["province"] == "<provincie>"
    assert [str(each.place) for each in one.members] == [
        "provinces/oost/2031.yaml:3:5",
        "provinces/west/2031.yaml:3:5",
    ]


def test_another_block_word_or_weight_is_another_cause() -> None:
    oost, west = found("SP404", "oost", id="vraag-een"), found("SP404", "west", id="vraag-twee")
    assert len(causes([oost, west], "?")) == 2
    same = found("SP404", "west", id="vraag-een")
    assert len(causes([oost, same], "?")) == 1
    assert len(causes([oost, in_final(same)], "?")) == 2


def test_twice_in_one_province_or_nationally_is_told_twice() -> None:
    once, again = found("SP653", "oost", text="MKB"), found("SP653", "oost", SLOT, text="MKB")
    assert len(causes([once, again], "?")) == 2
    assert len(causes([replace(once, province=None), replace(again, province=None)], "?")) == 2
    assert len(causes([replace(once, province=None), again], "?")) == 2


def test_texts_that_differ_stay_behind_the_text_they_are_compared_with() -> None:
    def stale(slug: str, was: str) -> Problem:
        texts = (("was", was), ("now", "nu"), ("own", slug))
        return replace(found("SP401", slug, id="vraag-een"), excerpts=texts)

    (one,) = causes([stale("oost", "toen"), stale("west", "toen")], "?")
    assert one.problem.excerpts == (("was", "toen"), ("now", "nu"))
    (one,) = causes([stale("oost", "toen"), stale("west", "eerder")], "?")
    assert one.problem.excerpts == ()


def test_how_far_provinces_are_is_told_as_a_range() -> None:
    def unready(slug: str, words: int) -> Problem:
        args = {"language": "de", "needed": 95, "errors": ""}
        return found("SP809", slug, SLOT, **args, strict=words, percent=0)

    (one,) = causes([unready("oost", 514), unready("west", 463), unready("zuid", 470)], "?")
    assert one.provinces == ("oost", "west", "zuid")
    assert (one.problem.args["strict"], one.problem.args["percent"]) == ("463–514", 0)


def test_every_code_has_a_group_and_errors_come_first() -> None:
    for code in CODES:
        draft = problem(code, SLOT)
        assert group_of(draft) in Group
        if draft.severity == "error":
            assert group_of(draft) is Group.ERRORS
    assert group_of(problem("SP603", SLOT)) is Group.DECISIONS
    assert group_of(problem("SP651", SLOT)) is Group.ADVICE
    assert group_of(in_final(problem("SP401", SLOT))) is Group.ERRORS


def test_errors_are_read_before_decisions_and_those_before_advice() -> None:
    late = Place("z.yaml", 9)
    told = [problem("SP651", SLOT), problem("SP603", late), problem("SP603", SLOT), problem("SP301", late)]
    assert [(each.code, each.place) for each in sorted(told, key=reading_order)] == [
        ("SP301", late),
        ("SP603", SLOT),
        ("SP603", late),
        ("SP651", SLOT),
    ]


def test_one_begins_with_the_first_error_and_else_with_what_a_command_settles() -> None:
    slot, stale = found("SP603", "oost", SLOT, id="x"), found("SP401", "oost", id="vraag-een")
    error = found("SP301", "oost", id="y")
    assert most_pressing([error, slot, stale]) is error
    assert most_pressing([slot, stale]) is stale
    assert command_for(stale) == "standpunt accept oost vraag-een --edition 2031"
    assert most_pressing([slot]) is None
