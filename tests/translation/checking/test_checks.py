"""Checks of a translation beside its Dutch: what is wrong is found, and what is only different is not."""

from dataclasses import replace
from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.problems.codes import CODES
from flows.problems.records import Severity
from flows.translation.approval import approved
from flows.translation.checking.exceptions import example, exceptions
from flows.translation.checking.findings import MAY_BE_EXCEPTED, Check, Pair, findings
from flows.translation.checking.numbers import differing
from flows.translation.checking.outlines import Outline
from flows.translation.entries import Entry, sha
from flows.translation.kept import invented_variables, lost_targets, lost_variables
from flows.translation.languages import Language
from flows.translation.masking import lines
from flows.translation.states import State, state_of


def pair(dutch: str, text: str, language: str = "en", **more: object) -> Pair:
    entry = replace(Entry("a#title", dutch, text, nl_sha=sha(dutch)), **more)  # type: ignore[arg-type]
    return Pair(entry, dutch, Outline(dutch), Outline(text.strip()), language)


def codes(dutch: str, text: str, language: str = "en", **more: object) -> list[str]:
    return [each.code for each in findings(pair(dutch, text, language, **more))]


@pytest.mark.parametrize(
    ("dutch", "text"),
    [
        ("Welkom {{ province.in }}", "Welcome to {{ province.name }}"),
        ("Vraag het {{ hub }}.", "Ask {{hub}}."),
        ("{{ province.name }} en nog eens {{ province.name }}", "{{ province.name }} and again"),
    ],
)
def test_another_form_of_a_variable_is_the_same_variable(dutch: str, text: str) -> None:
    assert "SP855" not in codes(dutch, text) and "SP856" not in codes(dutch, text)


@pytest.mark.parametrize(
    ("dutch", "text", "expected"),
    [
        ("Vraag het {{ hub }}.", "Ask the hub.", ["SP855"]),
        ("Vraag het {{ hub }}.", "Ask {{ hup }}.", ["SP855", "SP856"]),
        ("Vraag het {{ hub }}.", "Ask {{ de hub }}.", ["SP855", "SP856"]),
        ("Vraag het.", "Ask {{ province.name }}.", ["SP856"]),
        ("Vraag het.", "Ask }} it.", ["SP856"]),
    ],
)
def test_a_lost_and_an_invented_variable_are_errors(dutch: str, text: str, expected: list[str]) -> None:
    assert codes(dutch, text) == expected


names = st.lists(st.sampled_from(["hub", "labs", "province.in", "province.name", "edition.name"]), max_size=4)


@given(names, names)
def test_variables_are_lost_one_way_exactly_where_they_are_invented_the_other_way(
    here: list[str], there: list[str]
) -> None:
    dutch, text = (" en ".join(f"{{{{ {name} }}}}" for name in each) for each in (here, there))
    assert set(lost_variables(dutch, text)) == set(invented_variables(text, dutch))
    assert not lost_variables(dutch, dutch)


@pytest.mark.parametrize(
    ("dutch", "text", "language"),
    [
        ("Dat is 1.250,5 ton.", "That is 1,250.5 tonnes.", "en"),
        ("Dat is 1.250,5 ton.", "Das sind 1.250,5 Tonnen.", "de"),
        ("Dat is 1.250,5 ton.", "Das sind 1\u202f250,5 Tonnen.", "de"),
        ("Dat is 12 500 ton.", "That is 12,500 tonnes.", "en"),
        ("In 2027 is 99% klaar.", "By 2027, 99 per cent is ready.", "en"),
        ("Op 17 maart 2027, 2–4 uur.", "On 17 March 2027, 2–4 hours.", "en"),
        ("pMIEK 1.0 telt.", "pMIEK 1.0 counts.", "en"),
        ("Ruim 15.000 leden.", "Goed 15.000 leden.", "fy"),
        ("Ruim 15.000 leden.", "Plus de 15 000 membres.", "fr"),
    ],
)
def test_every_language_writes_the_same_numbers_in_its_own_way(dutch: str, text: str, language: str) -> None:
    found = differing(dutch, text, language)
    assert not (found.missing or found.added or found.spelled or found.repeated)


@pytest.mark.parametrize(
    ("dutch", "text", "missing", "added"),
    [
        ("Bouw 250 huizen.", "Build 950 houses.", ("250",), ("950",)),
        ("Bouw 1.250 huizen.", "Build 1.250 houses.", ("1.250",), ("1.250",)),
        ("Een groei van 6,7%.", "A growth of 6,7%.", ("6,7",), ("6,7",)),
        ("Een groei van 6,7%.", "A growth of 67%.", ("6,7",), ("67",)),
        ("In 2027.", "Next year.", ("2027",), ()),
        ("Volgend jaar.", "In 2027.", (), ("2027",)),
        ("pMIEK 1.0", "pMIEK 2.0", ("1.0",), ("2.0",)),
        (f"{'1' * 30}0", f"{'1' * 30}9", (f"{'1' * 30}0",), (f"{'1' * 30}9",)),
    ],
)
def test_a_changed_number_is_found_as_it_is_written(
    dutch: str, text: str, missing: tuple[str, ...], added: tuple[str, ...]
) -> None:
    found = differing(dutch, text, "en")
    assert (found.missing, found.added) == (missing, added)
    assert codes(dutch, text) == ["SP861"]


def test_a_small_number_may_become_a_word_with_a_warning() -> None:
    assert codes("Er zijn 6 sectoren.", "There are six sectors.") == ["SP862"]
    assert codes("Er zijn zes sectoren.", "There are 6 sectors.") == ["SP862"]
    assert codes("Er zijn 6 sectoren.", "There are five sectors.") == ["SP861"]
    assert codes("Er zijn 10 plannen.", "There are tender plans.") == ["SP861"]
    assert codes("Er is 1 plan.", "Es gibt einen Plan.", "de") == ["SP862"]
    assert codes("Van 6 naar 6 sectoren.", "Still 6 sectors.") == ["SP862"]


@given(st.decimals(0, 10**9, places=2), st.sampled_from(["en_GB", "de_DE", "fy_NL", "nl_NL", "fr_FR"]))
def test_a_number_in_the_style_of_any_language_is_the_number_in_dutch(value: Decimal, locale: str) -> None:
    dutch = Language("nl", "nl_NL", {}).number(value)
    other = Language(locale[:2], locale, {}).number(value)
    found = differing(f"Het is {dutch}.", f"It: {other}.", locale[:2])
    assert not (found.missing or found.added or found.spelled or found.repeated)


@given(st.integers(21, 10**6), st.integers(21, 10**6))
def test_another_number_is_never_taken_for_the_same(one: int, other: int) -> None:
    english = Language("en", "en_GB", {})
    found = differing(f"{one}", english.number(Decimal(other)), "en")
    assert bool(found.missing and found.added) == (one != other)


def test_addresses_stay_and_their_digits_are_no_numbers() -> None:
    dutch = "Zie https://x.nl/2027/a1 of mail info@x.nl (metaalunie.nl)."
    assert codes(dutch, "See https://x.nl/2027/a1 or mail info@x.nl (metaalunie.nl).") == []
    assert codes(dutch, "See https://x.nl/2028/a1 or mail info@x.nl (metaalunie.nl).") == ["SP857", "SP858"]
    assert codes(dutch, "See https://x.nl/2027/a1 or mail us (metaalunie.nl).") == ["SP857"]
    assert not lost_targets(["https://{{ province.name }}"], ["https://{{ province.in }}"])


@pytest.mark.parametrize(
    ("dutch", "text", "language", "code"),
    [
        ("Een zin die zo bleef staan.", "Een zin die zo bleef staan.", "en", "SP866"),
        ("Een zin van behoorlijke lengte, met nog een bijzin om het vol te maken.", "Short.", "en", "SP867"),
        ("De provincie helpt.", "The the province helps.", "en", "SP868"),
        ("De provincie helpt.", "Die Provinz hilft hilft.", "de", "SP868"),
        ("Bouw hier niet meer huizen.", "Build more houses here.", "en", "SP869"),
        ("Dit is niet zo. Dat is niet zo.", "This is not so. That is so.", "en", "SP869"),
        ("Dit is zo. Dat is zo. En dit.", "This is so. That is so.", "en", "SP877"),
        ("Er is geen ruimte.", "Es gibt Raum.", "de", "SP869"),
        ("Er is geen ruimte.", "Der is romte.", "fy", "SP869"),
        ("De provincie helpt.", " The province helps.", "en", "SP870"),
    ],
)
def test_an_odd_translation_gets_a_warning(dutch: str, text: str, language: str, code: str) -> None:
    assert codes(dutch, text, language) == [code]
    assert CODES[code][0] is Severity.WARNING


@pytest.mark.parametrize(
    ("dutch", "text", "language"),
    [
        ("Techniek", "Techniek", "fy"),
        ("De regels die dat bedrijf volgt.", "The rules that that firm follows.", "en"),
        ("Er is niet genoeg ruimte.", "There isn't enough room.", "en"),
        ("Er is niet genoeg ruimte.", "Es gibt nicht genug Raum.", "de"),
        ("Er is niet genoeg ruimte.", "Der is net genôch romte.", "fy"),
        ("Kies 'dit'? Ja. Bijvoorbeeld nu.", "Choose 'this'? Yes. E.g. now.", "en"),
        ("Zoals zon. En wind.", "Z. B. Sonne. Und Wind.", "de"),
        ("Dat is niet mogelijk.", "That is impossible.", "en"),
    ],
)
def test_a_sound_translation_gets_none(dutch: str, text: str, language: str) -> None:
    assert codes(dutch, text, language) == []


def test_a_source_may_stay_as_it_is() -> None:
    same = pair("metaalunie.nl, pagina over de regels", "metaalunie.nl, pagina over de regels")
    assert [each.code for each in findings(same)] == ["SP866"]
    assert not findings(replace(same, may_stay=True))


def test_an_exception_takes_one_check_away_until_the_dutch_changes() -> None:
    dutch, text = "Bouw hier 250 huizen voor jongeren.", "Build homes here for young people."
    assert codes(dutch, text) == ["SP861"]
    comment = f"{example('numbers', dutch)[2:]}het aantal staat in de kop"
    assert codes(dutch, text, comments=(comment,)) == []
    assert codes(dutch.replace("250", "300"), text, comments=(comment,)) == ["SP861"]
    assert codes(dutch, "{{ x }} homes", comments=(comment,)) == ["SP856"]


@pytest.mark.parametrize(
    "comment",
    [
        "check-ok: numbers",
        f"check-ok: numbers @{sha('Bouw.')}",
        f"check-ok: numbers @{sha('Bouw.')}:   ",
        "check-ok: numbers: geen code",
        f"check-ok: variables @{sha('Bouw.')}: dat mag niet",
        f"check-ok: bestaat-niet @{sha('Bouw.')}: onbekend",
    ],
)
def test_an_exception_without_a_check_a_hash_or_a_reason_is_a_problem(comment: str) -> None:
    assert codes("Bouw.", "Build.", comments=(comment, "Let op.")) == ["SP871"]


def test_every_finding_that_may_be_excepted_says_how() -> None:
    dutch = "Bouw niet 250 huizen in de stad voor {{ hub }}, want het mag daar vandaag de dag."
    found = findings(pair(dutch, "the the 300 "))
    assert {each.check for each in found} >= {Check.VARIABLES, Check.NUMBERS, Check.LENGTH, Check.NEGATION}
    for each in found:
        assert bool(each.allow) == (each.check in MAY_BE_EXCEPTED)
        if each.allow:
            entry = Entry("a#title", dutch, comments=(each.allow[2:] + "omdat het mag",))
            assert exceptions(entry, dutch, MAY_BE_EXCEPTED).reasons == {each.check: "omdat het mag"}


def test_in_a_translation_of_other_dutch_only_an_unknown_variable_is_an_error() -> None:
    assert codes("Bouw {{ hub }}.", "Build.", nl_sha=sha("Bouw.")) == []
    assert codes("Bouw 300 huizen.", "Build 250 houses.", nl_sha=sha("Bouw 250 huizen.")) == []
    assert codes("Bouw 300 huizen.", "Build {{ x }}.", nl_sha=sha("Bouw 250 huizen.")) == ["SP856"]


pieces = st.one_of(
    st.text(max_size=8),
    st.from_regex(r"\d{1,4}[., ]\d{1,3}([., ]\d{3})?", fullmatch=True),
    st.sampled_from(
        ["{{ hub }}", "{{ province.in }}", "{{", "}}", "x@y.nl", "https://a.nl/1", "niet", "de de"]
    ),
)
texts = st.lists(pieces, max_size=6).map(" ".join)


@given(texts)
def test_a_text_beside_itself_has_no_error_where_numbers_are_written_as_in_dutch(text: str) -> None:
    found = findings(Pair(Entry("a#title", text, text), text, Outline(text), Outline(text), "fy"))
    assert not [each for each in found if CODES[each.code][0] is Severity.ERROR]


@given(texts, texts, st.sampled_from(["en", "de", "fy", "fr", "xx"]))
def test_no_text_is_too_odd_to_be_checked(dutch: str, text: str, language: str) -> None:
    for each in findings(Pair(Entry("a#title", dutch, text), dutch, Outline(dutch), Outline(text), language)):
        assert each.code in CODES


@given(
    st.text(max_size=20),
    st.sampled_from(["", sha("Bouw."), sha("Anders.")]),
    st.booleans(),
    st.sampled_from(["", "Noor"]),
)
def test_approving_keeps_the_text_and_twice_is_the_same_as_once(
    text: str, nl_sha: str, fuzzy: bool, by: str
) -> None:
    entry = Entry("a#text", "Bouw.", text or "x", nl_sha, "mt:x", fuzzy, comments=("Let op.",))
    once = approved(entry, "Bouw.", by)
    assert once.text == entry.text and once.origin == entry.origin
    assert not once.text.strip() or state_of(once, "Bouw.") is State.APPROVED
    assert approved(once, "Bouw.", "Iemand anders") == once or not once.text.strip()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        *(("a" * 200_000, language) for language in ("en", "de", "fy")),
        ("12 a " * 80_000, "en"),
        ("1" * 1_100_000, "en"),
        (f"a{' ' * 200_000}b", "en"),
        ("a@b." * 10_000, "en"),
        ("*a* " * 10_000, "en"),
        ("a\n" * 120_000, "en"),
    ],
    ids=lambda value: value[:6],
)
def test_no_text_takes_longer_than_its_length(text: str, language: str) -> None:
    began = process_time()
    findings(pair(f"niet {text}", text, language))
    lines(text)
    assert process_time() - began < 30  # what grows with the square of the length takes many minutes
