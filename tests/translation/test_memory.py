"""Likeness is not meaning: what the memory proposes, and how sure it says it is."""

import pytest

from flows.translation.memory import LEAST, Memory

SENTENCE = "De provincie geeft elk jaar 250 bedrijven steun bij het aannemen van leerlingen uit de regio."


@pytest.fixture
def memory() -> Memory:
    return Memory([(SENTENCE, "The province supports 250 firms."), ("Werken\nsamen", "Working together")])


def percent(memory: Memory, dutch: str) -> int:
    found = memory.best(dutch)
    return found.percent if found is not None else 0


def test_the_same_dutch_is_a_hundred_percent_wherever_its_lines_break(memory: Memory) -> None:
    found = memory.best("Werken samen")
    assert found is not None
    assert (found.text, found.percent) == ("Working together", 100)


def test_other_dutch_never_reaches_a_hundred(memory: Memory) -> None:
    assert LEAST <= percent(memory, SENTENCE + ".") <= 99


def test_another_number_costs_more_than_its_characters(memory: Memory) -> None:
    reworded = percent(memory, SENTENCE.replace("geeft", "gaf"))
    assert percent(memory, SENTENCE.replace("250", "950")) <= reworded - 8


def test_a_denial_costs_more_than_its_characters(memory: Memory) -> None:
    denied = SENTENCE.replace("geeft elk jaar", "geeft elk jaar niet")
    harmless = SENTENCE.replace("geeft elk jaar", "geeft elk jaar veel")
    assert percent(memory, denied) <= percent(memory, harmless) - 9


def test_another_variable_costs_more_than_its_characters() -> None:
    memory = Memory([("Wij werken samen met de bedrijven in {{ hub }} aan nieuwe techniek.", "x")])
    one, other = (
        f"Wij werken samen met de bedrijven in {{{{ {name} }}}} aan nieuwe techniek!"
        for name in ("hub", "hal")
    )
    assert percent(memory, other) <= percent(memory, one) - 10


def test_a_version_that_only_one_of_them_names_costs_more_than_its_characters() -> None:
    plain, named = "Wij werken met de opzet van pMIEK.", "Wij werken met de opzet van pMIEK 1.0."
    known, asked = Memory([(plain, "x")]), Memory([(named, "x")])
    assert percent(known, named) == percent(asked, plain) <= 90


def test_what_does_not_look_alike_is_not_proposed(memory: Memory) -> None:
    assert memory.best("Iets heel anders over water en dijken.") is None


def test_the_first_of_several_translations_counts() -> None:
    found = Memory([("a", "new"), ("a", "old")]).best("a")
    assert found is not None and found.text == "new"


def test_the_best_of_several_alike_texts_is_taken() -> None:
    better = SENTENCE.replace("regio", "streek")
    found = Memory([(SENTENCE.replace("250", "300"), "worse"), (better, "better")]).best(SENTENCE)
    assert found is not None and found.text == "better"
