"""DeepL and LibreTranslate against a stand-in on this machine; no test leaves it."""

import logging
import pickle
import re
import time
import traceback
from collections.abc import Iterator

import pytest

from flows.problems.sentences import sentence
from flows.translation.masking import masked
from flows.translators import service
from flows.translators.chosen import EngineName, engine_named
from flows.translators.engine import Engine, estimate
from flows.translators.failures import TranslatorFailed
from flows.translators.patience import Patience
from tests.translators.stand_in import KEY, StandIn, stand_in

SERVICES: tuple[EngineName, ...] = ("deepl", "libretranslate")
QUICK = Patience(retries=3, first=0.001)
TEXT = masked("Wij **werken** in {{ hub }} & meer dan 5 < 6.")


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with stand_in() as described:
        yield described


def opened(name: EngineName, there: StandIn, **changes: str) -> Engine:
    return engine_named(name, there.environment | changes, {})


def failure(engine: Engine) -> TranslatorFailed:
    with pytest.raises(TranslatorFailed) as caught:
        engine.translate([TEXT], "nl", "en", {})
    return caught.value


@pytest.mark.parametrize("name", SERVICES)
def test_masks_travel_as_tags_and_come_back(name: EngineName, there: StandIn) -> None:
    (answer,) = opened(name, there).translate([TEXT], "nl", "en", {})
    (text,) = there.texts()
    assert text == 'Wij <b id="1">werken</b> in <code id="2">2</code> &amp; meer dan 5 &lt; 6.'
    assert answer is not None and answer.origin == f"mt:{name}"
    assert TEXT.restored(answer.text) == "Wij **werkenly** in {{ hub }} & meerly danly 5 < 6."


@pytest.mark.parametrize("name", SERVICES)
@pytest.mark.parametrize("trouble", [429, 500, 503])
def test_what_may_pass_is_asked_again(name: EngineName, trouble: int, there: StandIn) -> None:
    there.troubles = [trouble, trouble]
    engine = opened(name, there)
    (answer,) = QUICK.asked(lambda: engine.translate([TEXT], "nl", "en", {}))
    assert answer is not None
    assert len(there.texts()) == 1


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_that_stays_away_is_given_up(name: EngineName, there: StandIn) -> None:
    there.troubles = [500] * 9
    engine = opened(name, there)
    with pytest.raises(TranslatorFailed) as caught:
        QUICK.asked(lambda: engine.translate([TEXT], "nl", "en", {}))
    assert caught.value.problem.code == "SP885"
    assert len(there.troubles) == 9 - 4


@pytest.mark.parametrize("name", SERVICES)
@pytest.mark.parametrize(
    ("trouble", "code", "is_passing"),
    [
        (429, "SP885", True),
        (502, "SP885", True),
        (401, "SP883", False),
        (403, "SP883", False),
        (456, "SP884", False),
        (400, "SP886", False),
        (413, "SP886", False),
        (302, "SP886", False),
        ("hang-up", "SP885", True),
        ("no-json", "SP886", False),
        ("deep", "SP886", False),
        ("too-few", "SP886", False),
    ],
)
def test_every_trouble_has_its_own_sentence(
    name: EngineName, trouble: int | str, code: str, is_passing: bool, there: StandIn
) -> None:
    there.troubles = [trouble]
    found = failure(opened(name, there))
    assert (found.problem.code, found.is_passing) == (code, is_passing)


@pytest.mark.parametrize("name", SERVICES)
def test_a_slow_answer_is_not_waited_for(
    name: EngineName, there: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    defaults = service.Service.__init__.__kwdefaults__ or {}
    monkeypatch.setattr(service.Service.__init__, "__kwdefaults__", {**defaults, "seconds": 0.1})
    there.troubles = ["slow"]
    start = time.monotonic()
    found = failure(opened(name, there))
    assert time.monotonic() - start < 0.9
    assert (found.problem.code, found.is_passing, found.problem.args["reason"]) == ("SP885", True, "time-out")


@pytest.mark.parametrize("name", SERVICES)
def test_nobody_there_may_pass(name: EngineName) -> None:
    with stand_in() as gone:
        engine = opened(name, gone)
    found = failure(engine)
    assert (found.problem.code, found.is_passing) == ("SP885", True)


def test_after_a_retry_after_nothing_is_asked_until_then(there: StandIn) -> None:
    slept: list[float] = []
    door = service.Service(
        "deepl",
        "X",
        there.address,
        headers={"Authorization": f"DeepL-Auth-Key {KEY}"},
        sleep=slept.append,
    )
    there.troubles, there.retry_after = [429], "7"
    with pytest.raises(TranslatorFailed):
        door.post("/v2/translate", {"text": ["x"]})
    door.post("/v2/translate", {"text": ["x"]})
    (rested,) = slept
    assert 6.5 < rested <= 7
    there.troubles, there.retry_after = [429], "99999"
    with pytest.raises(TranslatorFailed):
        door.post("/v2/translate", {"text": ["x"]})
    door.post("/v2/translate", {"text": ["x"]})
    assert slept[-1] <= service.LONGEST_REST
    there.troubles, there.retry_after = [429], "²"
    with pytest.raises(TranslatorFailed):
        door.post("/v2/translate", {"text": ["x"]})


@pytest.mark.parametrize("name", SERVICES)
@pytest.mark.parametrize("trouble", [403, 456, 429, 500, 400, "no-json", "too-few", None])
def test_no_key_and_no_address_in_anything_that_somebody_may_read(
    name: EngineName, trouble: int | str | None, there: StandIn, caplog: pytest.LogCaptureFixture
) -> None:
    there.troubles = [trouble] if trouble is not None else []
    engine = opened(name, there)
    told = [repr(engine), repr(vars(engine))]
    caught: TranslatorFailed | None = None
    with caplog.at_level(logging.DEBUG):
        try:
            engine.translate([TEXT], "nl", "en", {"mkb": "SME"})
        except TranslatorFailed as error:
            caught = error
            told += [str(error), repr(error), sentence(error.problem, "nl"), sentence(error.problem, "en")]
    if caught is not None:
        told += traceback.format_exception(caught)
        again = pickle.loads(pickle.dumps(caught))
        assert (again.problem, again.is_passing) == (caught.problem, caught.is_passing)
    told += [record.getMessage() for record in caplog.records if record.levelno >= logging.INFO]
    told += [record.getMessage() for record in caplog.records if KEY in record.getMessage()]
    assert not [each for each in told if KEY in each or there.address in each]


@pytest.mark.parametrize("name", SERVICES)
def test_without_a_setting_the_sentence_names_it(name: EngineName) -> None:
    found = failure(engine_named(name, {}, {}))
    assert found.problem.code == "SP881"
    assert str(found.problem.args["variable"]).startswith(f"STANDPUNT_{name.upper()}_")


@pytest.mark.parametrize("name", SERVICES)
@pytest.mark.parametrize("address", [f"http://é..{KEY}", f"{KEY}.example.org", f"{KEY}:5000"])
def test_an_address_that_is_none_is_not_repeated_or_tried_again(
    name: EngineName, address: str, there: StandIn
) -> None:
    variable = f"STANDPUNT_{name.upper()}_URL"
    with pytest.raises(TranslatorFailed) as caught:
        opened(name, there, **{variable: address}).translate([TEXT], "nl", "en", {})
    assert (caught.value.problem.code, caught.value.is_passing) == ("SP886", False)
    assert KEY not in sentence(caught.value.problem, "en")


def test_a_key_that_cannot_be_sent_is_said_to_be_wrong(there: StandIn) -> None:
    with pytest.raises(TranslatorFailed) as caught:
        opened("deepl", there, STANDPUNT_DEEPL_KEY="“abc”")
    assert caught.value.problem.code == "SP883"


def test_deepl_gets_the_agreed_words_once_as_a_glossary(there: StandIn) -> None:
    engine = opened("deepl", there)
    for _ in range(2):
        engine.translate([TEXT], "nl", "en", {"mkb": "SME", "eis": "demand"})
    made = [body for path, body in there.asked if path == "/v2/glossaries"]
    assert [body["entries"] for body in made] == ["eis\tdemand\nmkb\tSME"]
    used = {body["glossary_id"] for path, body in there.asked if path == "/v2/translate"}
    assert used == {f"id-of-{made[0]['name']}"}
    opened("deepl", there).translate([TEXT], "nl", "en", {"mkb": "SME", "eis": "demand"})
    assert len(there.glossaries) == 1
    opened("deepl", there).translate([TEXT], "nl", "en", {"mkb": "small firms"})
    assert len(there.glossaries) == 2


def test_deepl_is_asked_formally_and_told_what_to_leave_alone(there: StandIn) -> None:
    opened("deepl", there).translate([TEXT], "nl", "de", {})
    (asked,) = [body for _, body in there.asked]
    assert asked["target_lang"] == "DE" and asked["source_lang"] == "NL"
    assert asked["formality"] == "prefer_more"
    assert asked["tag_handling"] == "xml" and asked["ignore_tags"] == ["code"]
    assert "glossary_id" not in asked


def test_the_key_of_a_free_account_costs_nothing_and_a_million_characters_have_a_price() -> None:
    texts = [masked("x" * 500_000 + " {{ hub }}")] * 2
    paid = estimate(engine_named("deepl", {"STANDPUNT_DEEPL_KEY": "abc"}, {}), texts)
    assert paid.characters == 1_000_002 and paid.euros is not None and round(paid.euros) == 20
    assert estimate(engine_named("deepl", {"STANDPUNT_DEEPL_KEY": "abc:fx"}, {}), texts).euros == 0


@pytest.mark.parametrize("name", SERVICES)
def test_no_service_offers_frisian(name: EngineName) -> None:
    known = engine_named(name, {}, {}).capabilities.languages
    assert known is not None and "fy" not in known and {"en", "de"} <= known


def test_tags_that_a_service_adds_or_breaks_never_pass_as_masks() -> None:
    from flows.translators.tagged import untagged

    assert TEXT.restored(untagged('Wij <i>x</i> <b id="1">y</b> <code id="2">2</code>')) is None
    assert TEXT.restored(untagged('Wij <b id="1">y <code id="2">2</code>')) is None
    kept = untagged('<CODE class="a" id="2">two</CODE > &amp; <b class="n" id="1">y</b>')
    assert TEXT.restored(kept) == "{{ hub }} & **y**"
    assert re.fullmatch("⟦2⟧ & ⟦1⟧y⟦/1⟧", kept)
