"""Every engine that people can choose, and how patiently it is asked."""

import pytest

from flows.translation.masking import masked, whole
from flows.translation.memory import Memory
from flows.translators.chosen import ENGINES, engine_named
from flows.translators.failures import TranslatorFailed, no_answer, used_up
from flows.translators.patience import Patience


@pytest.mark.parametrize("name", [each for each in ENGINES if each != "argos"])
def test_every_name_gives_its_engine(name: str) -> None:
    engine = engine_named(name, {}, {})  # type: ignore[arg-type]
    assert engine.name == name
    engine.close()


def test_argos_says_how_it_is_installed() -> None:
    with pytest.raises(TranslatorFailed) as caught:
        engine_named("argos", {}, {})
    assert (caught.value.problem.code, caught.value.problem.args["extra"]) == ("SP882", "argos")


def test_the_memory_says_how_alike_and_nothing_otherwise() -> None:
    memory = Memory([("Wij werken samen aan techniek in de regio.", "Together")])
    engine = engine_named("tm", {}, {"en": memory})
    texts = (
        "Wij werken samen aan techniek in de regio.",
        "Wij werken samen aan techniek in de streek.",
        "Nee",
    )
    found = engine.translate([whole(each)[0].words for each in texts], "nl", "en", {})
    assert [each.origin if each is not None else None for each in found] == ["tm:100", "tm:91", None]


def test_nobody_proposes_nothing() -> None:
    assert engine_named("none", {}, {}).translate([masked("a")], "nl", "en", {}) == [None]


def test_trying_out_keeps_masks_and_numbers() -> None:
    text = masked("In {{ hub }} **250** banen")
    (found,) = engine_named("pseudo", {}, {}).translate([text], "nl", "en", {})
    assert found is not None and text.restored(found.text) == "«Îñ {{ hub }} **250** bàñéñ»"


def test_waits_grow_and_no_two_are_the_same() -> None:
    slept: list[float] = []

    def ask() -> None:
        raise no_answer("x", "HTTP 500")

    for _ in range(2):
        with pytest.raises(TranslatorFailed):
            Patience(retries=3, first=2.0, jitter=0.5).asked(ask, slept.append)
    assert [2 <= slept[0] <= 3, 4 <= slept[1] <= 6, 8 <= slept[2] <= 12] == [True] * 3
    assert slept[:3] != slept[3:]


def test_what_does_not_pass_is_asked_once() -> None:
    asked: list[int] = []

    def ask() -> None:
        asked.append(1)
        raise used_up("x")

    with pytest.raises(TranslatorFailed):
        Patience().asked(ask, lambda _: None)
    assert len(asked) == 1
