"""The flags of a change, each with what shows it."""

from itertools import combinations

import pytest

from flows.changes.compare import compare
from flows.changes.records import Flag
from tests.changes.readings_made import flags, one_change, reading, unit
from tests.changes.trees import bullets, link, para, strong, table, words


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Wij zeggen 'ja' tegen groei.", "Wij zeggen “ja” tegen groei."),
        ("Groei - ook hier - telt.", "Groei – ook hier – telt."),
        ("De provincie Moet dit.", "de provincie moet dit"),
        ("zorg verlener van 1250 mensen", "zorgverlener van 1.250 mensen"),
    ],
)
def test_retyped_marks_and_spaces_are_for_editors_only(old: str, new: str) -> None:
    assert flags(old, new) == (Flag.REDACTIONEEL,)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("De ondernemer blijft.", "De on\u00adder\u00adne\u00admer blijft."),
        ("De ondernemer blijft.", "De onder\u200bnemer\ufeff blijft."),
        ("Een ijzeren fiets.", "Een \u0133zeren \ufb01ets."),
        ("Het zijn 15.000 banen.", "Het zijn 15 000 banen."),
        ("Het zijn 15.000 banen.", "Het zijn 15\u202f000 banen."),
        ("Het zijn 1250 banen.", "Het zijn 1.250 banen."),
        ("Het zijn 15.000 banen.", "Het zijn 1\u00ad5.0\u200b00 banen."),
        ("Dat moet anders.", "Dat mo\u00adet anders."),
        ("Het is 6.7 procent.", "Het is 6,7 procent."),
    ],
)
def test_what_no_reader_sees_and_a_number_in_another_notation_is_for_editors_only(old: str, new: str) -> None:
    assert flags(old, new) == (Flag.REDACTIONEEL,)


def test_a_text_that_is_turned_round_is_no_work_of_an_editor() -> None:
    assert Flag.REDACTIONEEL not in flags("Betaal 12 euro.", "Betaal \u202e12\u202c euro.")


NUMBERS = ["5", "50", "-5", "0,5", "1.500", "1,500", "5%", "5‰", "€ 5", "5 miljoen", "5 miljard", "5 mei", "5 juni", "1-5", "15", "zes", "zeven", "1.2.3", "06-1", "6-1"]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), list(combinations(NUMBERS, 2)))
def test_law_a_changed_number_is_never_for_editors_only(old: str, new: str) -> None:
    for was, now in ((old, new), (new, old)):
        found = flags(f"Het zijn er {was} nu", f"Het zijn er {now} nu")
        assert Flag.GETAL in found
        assert Flag.REDACTIONEEL not in found


@pytest.mark.parametrize(
    ("old", "new"), [("5", "5,0"), ("1500", "1.500"), ("10-15", "10 – 15"), ("15", "15,00")]
)
def test_a_number_in_another_notation_is_the_same_number(old: str, new: str) -> None:
    assert Flag.GETAL not in flags(f"Het zijn er {old} nu", f"Het zijn er {new} nu")


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("Zes dagen", "Zeven dagen", "nl"),
        ("Dreißig Tage", "Zwanzig Tage", "de"),
        ("DREISSIG", "vierzig", "de"),
    ],
)
def test_a_number_in_words_is_a_number(old: str, new: str, language: str) -> None:
    assert Flag.GETAL in flags(old, new, language)


@pytest.mark.parametrize("text", ["Wij zİjn met vİer", "Dat mag nıet", "Het zijn ٣ bedrijven van 5²"])
def test_letters_of_other_scripts_do_no_harm(text: str) -> None:
    assert flags(text, f"{text} en ook hier") == ()


def test_a_range_that_became_two_numbers_is_for_readers() -> None:
    assert flags("Het zijn er 1-5 nu", "Het zijn er 1 5 nu") == ()


def test_numbers_are_shown_as_they_are_written() -> None:
    change = one_change(
        [para("Er zijn 1.250 banen en 30% groei.")], [para("Er zijn 1.500 banen en 30 procent groei.")]
    )
    [evidence] = [each for each in change.evidence if each.flag is Flag.GETAL]
    assert (evidence.old, evidence.new) == (("1.250",), ("1.500",))


def test_numbers_that_changed_places_differ() -> None:
    assert Flag.GETAL in flags("Van 30 naar 25 dagen.", "Van 25 naar 30 dagen.")


def test_a_number_in_structured_values_counts() -> None:
    was, now = {"data": {"ja": "60,5"}, "as_of": "2022-07"}, {"data": {"ja": "61"}, "as_of": "2022-07"}
    change = one_change([para("Kop")], [para("Kop")], kind="figure", fields=(was, now))
    assert change.flags == (Flag.GETAL,)
    assert [(each.name, each.old, each.new) for each in change.fields] == [("data.ja", "60,5", "61")]


def test_values_that_are_all_gone_are_told_one_by_one() -> None:
    was = {"chart": "bar", "data": {"ja": "60,5", "nee": "39,5"}}
    change = one_change([para("Kop")], [para("Kop")], kind="figure", fields=(was, {}))
    told = [(each.name, each.old, each.new) for each in change.fields]
    assert told == [("chart", "bar", None), ("data.ja", "60,5", None), ("data.nee", "39,5", None)]


@pytest.mark.parametrize(
    ("old", "new", "language"),
    [
        ("De provincie kan dit doen.", "De provincie moet dit doen.", "nl"),
        ("Doe dit in 2027.", "Doe dit uiterlijk in 2027.", "nl"),
        ("Er komen bussen.", "Er komen geen bussen.", "nl"),
        ("Er zijn ten minste bussen.", "Er zijn bussen.", "nl"),
        ("The province may do this.", "The province must do this.", "en"),
        ("Das Land kann das tun.", "Das Land soll das tun.", "de"),
        ("De provinsje kin dat dwaan.", "De provinsje moat dat dwaan.", "fy"),
    ],
)
def test_a_word_that_makes_a_text_firmer_or_weaker_is_told(old: str, new: str, language: str) -> None:
    assert flags(old, new, language) == (Flag.MODALITEIT,)


def test_kan_that_became_moet_is_shown() -> None:
    [evidence] = one_change([para("Dit kan.")], [para("Dit moet.")]).evidence
    assert (evidence.old, evidence.new) == (("kan",), ("moet",))


def test_the_plural_of_a_modal_word_is_as_firm() -> None:
    assert flags("Een bedrijf moet meedoen.", "Bedrijven moeten meedoen.") == ()


def test_a_new_and_a_withdrawn_ask_are_told() -> None:
    old = reading("2023", unit("a", "Schrap de regels voor kleine bedrijven nu.", kind="ask"))
    new = reading("2027", unit("b", "Bouw een haven bij het oude fabrieksterrein.", kind="ask"))
    gone, come = compare(old, new).changes()
    assert (gone.flags, come.flags) == ((Flag.VRAAG_VERVALLEN,), (Flag.VRAAG_NIEUW,))


def linked(target: str) -> list[dict[str, object]]:
    return [{"t": "Para", "c": [*words("Lees het"), {"t": "Space"}, link("plan", target)]}]


def test_another_address_is_told_and_shown() -> None:
    change = one_change(linked("https://a.nl/oud"), linked("https://a.nl/nieuw"))
    [evidence] = change.evidence
    assert (evidence.flag, evidence.old, evidence.new) == (
        Flag.LINK,
        ("https://a.nl/oud",),
        ("https://a.nl/nieuw",),
    )


def test_a_lost_link_is_told() -> None:
    change = one_change(linked("https://a.nl"), [para("Lees het plan")])
    assert change.flags == (Flag.LINK,)


def test_lost_weight_is_told_with_its_words() -> None:
    heavy = [{"t": "Para", "c": [*words("Dit is"), {"t": "Space"}, strong("belangrijk")]}]
    [evidence] = one_change(heavy, [para("Dit is belangrijk")]).evidence
    assert (evidence.flag, evidence.old, evidence.new) == (Flag.OPMAAK, ("belangrijk",), ())


def test_paragraphs_that_became_a_list_look_different() -> None:
    change = one_change([para("Eerst dit."), para("Dan dat.")], [bullets("Eerst dit.", "Dan dat.")])
    assert change.flags == (Flag.OPMAAK,)


def test_an_ordinary_edit_has_no_flags_and_counts() -> None:
    change = one_change([para("De haven groeit.")], [para("De haven krimpt.")])
    assert (change.flags, change.is_substantive) == ((), True)


def test_a_cell_that_swaps_words_with_its_neighbour_is_no_spelling() -> None:
    assert one_change([table(["a b", "c"])], [table(["a", "b c"])]).flags == ()
