"""A comparison as JSON data keeps to its published schema, and both texts can be read from it."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from flows.changes.compare import compare
from flows.changes.data import as_data, report_schema
from flows.changes.passages import passages_of
from flows.changes.readings import Reading
from flows.changes.records import Flag, Ruling
from tests.changes.readings_made import reading, readings, unit
from tests.changes.trees import blocks, edited, para

VALIDATOR = Draft202012Validator(report_schema())


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(report_schema())


@settings(max_examples=30, deadline=None)
@given(readings())
def test_law_data_keep_to_the_schema(pair: tuple[Reading, Reading]) -> None:
    VALIDATOR.validate(json.loads(json.dumps(as_data(compare(*pair)))))


@settings(max_examples=30, deadline=None)
@given(blocks().flatmap(lambda old: st.tuples(st.just(old), edited(old))))
def test_law_both_texts_can_be_read_from_the_data(pair: tuple[list[dict], list[dict]]) -> None:  # type: ignore[type-arg]
    data = as_data(compare(reading("a", unit("x", blocks=pair[0])), reading("b", unit("x", blocks=pair[1]))))
    VALIDATOR.validate(data)
    [change] = data["changes"]
    for side, other in ((0, "added"), (1, "removed")):
        if change["op"] == "edited":
            runs = [[run for run in passage["runs"] if run[0] != other] for passage in change["passages"] if passage["mark"] != other]  # fmt: skip
            assert ["".join(run[1] for run in each) for each in runs] == [
                each.text for each in passages_of(pair[side])
            ]


def test_a_ruling_structured_values_and_a_proposed_rename_keep_to_the_schema() -> None:
    old, new = (
        unit("a", "Dit kan.", fields={"data": {"ja": 1}}),
        unit("a", "Dit moet.", fields={"as_of": "2025"}),
    )
    [found] = compare(reading("2023", old), reading("2027", new)).changes()
    ruling = Ruling("a", found.digest, (Flag.MODALITEIT,), (), "zo bedoeld", "redactie")
    data = as_data(compare(reading("2023", old), reading("2027", new), rulings=[ruling]))
    VALIDATOR.validate(json.loads(json.dumps(data)))
    [change] = data["changes"]
    assert change["ruling"] == {"drop": ["modaliteit"], "add": [], "reason": "zo bedoeld", "by": "redactie"}
    assert change["flags"] == ["getal"]
    assert {field["name"] for field in change["fields"]} == {"data.ja", "as_of"}


def test_a_run_carries_its_marks() -> None:
    heavy = {"t": "Para", "c": [{"t": "Strong", "c": [{"t": "Str", "c": "Nu"}]}]}
    data = as_data(
        compare(reading("a", unit("x", blocks=[heavy])), reading("b", unit("x", blocks=[para("Nu")])))
    )
    assert data["changes"][0]["passages"][0]["runs"] == [["removed", "Nu", "strong"], ["added", "Nu"]]
