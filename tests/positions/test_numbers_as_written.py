"""Numbers as Dutch people write them, where YAML reads another one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.positions.bodies import DataPoint
from flows.positions.editions import Variable
from flows.positions.shaping.shapes import shaped
from flows.positions.shaping.variables import shape_variables
from flows.positions.written import doubt, plainer
from flows.problems.sentences import sentence
from flows.sources.yaml_files import marked_text


def value(written: str) -> tuple[Decimal | None, list[str]]:
    marked, _ = marked_text(f"label: a\nvalue: {written}\n", "f")
    assert marked is not None
    point, problems = shaped(DataPoint, marked)
    return (point.value if point else None), [sentence(each, "nl") for each in problems]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("1.500", ("schrijf dan 1500", "Bedoelt u 1,5, schrijf dan 1.5")),
        ("12.345", ("schrijf dan 12345", "Bedoelt u 12,345, schrijf dan 12.3450")),
        ("-1.000", ("schrijf dan -1000", "Bedoelt u -1, schrijf dan -1.0")),
        ("1,500", ("schrijf dan 1500", "Bedoelt u 1,5, schrijf dan 1.5")),
        ("'1.500'", ("schrijf dan 1500",)),
        ("6,7", ("Schrijf: 6.7",)),
        ("1.234.567", ("Schrijf: 1234567",)),
        ("15 000", ("Schrijf: 15000",)),
        ("60%", ("Schrijf: 60",)),
        ("12:30", ("een getal",)),
        ("ja", ("een getal",)),
    ],
)
def test_a_number_that_nobody_can_be_sure_of_is_asked_for(written: str, words: tuple[str, ...]) -> None:
    read, (told,) = value(written)
    assert read is None
    assert all(word in told for word in words), told


@pytest.mark.parametrize(
    "written", ["1500", "1.5", "0.125", "-0.500", "1234.567", "1.2345", "1.2340", "007", "1e3"]
)
def test_a_number_that_can_be_one_thing_is_read(written: str) -> None:
    read, told = value(written)
    assert read == Decimal(written) and not told


@given(st.integers(-999, 999).filter(bool), st.integers(0, 999))
def test_law_both_ways_out_of_a_doubt_are_numbers_without_a_doubt(whole: int, rest: int) -> None:
    written = f"{whole}.{rest:03}"
    asked = doubt(written)
    assert asked is not None
    large, small, shown = asked
    assert Decimal(large) == Decimal(written.replace(".", ""))
    assert Decimal(small) == Decimal(written) == Decimal(shown.replace(",", "."))
    assert doubt(large) is None and doubt(small) is None


@given(st.text(st.sampled_from("0123456789., %-+a\u00a0"), max_size=12))
def test_law_a_plainer_number_is_a_number(text: str) -> None:
    if plainer(text):
        Decimal(plainer(text))


def test_a_variable_that_is_a_number_is_asked_for_too() -> None:
    marked, _ = marked_text("variables:\n  leden: 1.500\n  deel: 6,7\n", "f")
    assert marked is not None
    declared = {name: Variable("number") for name in ("leden", "deel")}
    values, problems = shape_variables(marked, declared)
    assert not values
    assert [(each.code, str(each.place)) for each in problems] == [("SP133", "f:2:10"), ("SP503", "f:3:9")]
    assert "Schrijf: 6.7" in sentence(problems[1], "nl")
