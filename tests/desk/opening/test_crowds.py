"""A file with more problems than anybody reads."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from flows.desk.opening.crowds import TOLD, told
from flows.problems.codes import problem
from flows.problems.records import Place, Problem, has_errors
from flows.problems.sentences import sentence


def many(file: str, count: int, code: str = "SP131") -> list[Problem]:
    return [problem(code, Place(file, number + 1), text="#x") for number in range(count)]


def test_a_file_with_few_problems_has_them_all() -> None:
    found = many("a", TOLD) + many("b", 3)
    assert told(found) == found


def test_of_a_crowd_the_errors_are_told_first_and_the_rest_is_counted() -> None:
    found = [*many("a", TOLD), problem("SP102", Place("a", 999), key="x"), *many("b", 2)]
    kept = told(found)
    assert len([each for each in kept if each.place and each.place.file == "b"]) == 2
    assert [each.code for each in kept if each.place == Place("a", 999)] == ["SP102", "SP139"]
    (rest,) = [each for each in kept if each.code == "SP139"]
    assert rest.args == {"count": 1}
    assert sentence(rest, "nl").startswith("Over dit bestand zijn er nog 1 andere")


@given(st.lists(st.tuples(st.sampled_from(["a", "b", ""]), st.booleans()), max_size=3 * TOLD))
def test_law_none_goes_missing_and_an_error_stays_an_error(drawn: list[tuple[str, bool]]) -> None:
    found = [
        problem("SP102" if wrong else "SP131", Place(file, at) if file else None, key="k")
        for at, (file, wrong) in enumerate(drawn, 1)
    ]
    kept = told(found)
    counted = sum(int(str(each.args["count"])) for each in kept if each.code == "SP139")
    assert len([each for each in kept if each.code != "SP139"]) + counted == len(found)
    assert has_errors(kept) == has_errors(found)
    assert told(kept) == kept or {str(each) for each in told(kept)} == {str(each) for each in kept}


def test_every_province_may_have_as_many_in_a_file_of_the_nation() -> None:
    found = [replace(each, province=slug) for slug in ("oost", "west") for each in many("a", TOLD)]
    assert told(found) == found
