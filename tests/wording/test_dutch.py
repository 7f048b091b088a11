"""Advice on plain Dutch finds what an editor would mark, and leaves good text alone."""

import pytest

from flows.wording.dutch import grouped, phone_remarks, remarks
from flows.wording.names import common_spellings, same_name


def found(text: str) -> list[tuple[str, str, str]]:
    return [(each.rule, each.text, each.better) for each in remarks(text)]


@pytest.mark.parametrize(
    ("text", "rule", "better"),
    [
        ("Help het MKB.", "SP653", "mkb"),
        ("Het is 6.7 procent.", "SP654", "6,7"),
        ("Het zijn 1,250 banen.", "SP654", "1.250"),
        ("Het zijn 15000 leden.", "SP654", "15.000"),
        ("Het is 45 % van het geheel.", "SP654", "5%"),
        ("Bel 06-12345678.", "SP655", "06 12 34 56 78"),
        ("Bel 030 - 605 33 44.", "SP655", "030 605 33 44"),
        ("Bel +31 (0)30 605 33 44.", "SP655", "030 605 33 44"),
    ],
)
def test_style(text: str, rule: str, better: str) -> None:
    assert [(each[0], each[2]) for each in found(text)] == [(rule, better)]


@pytest.mark.parametrize(
    "text",
    [
        "Het mkb telt 15.000 leden, 6,7% groei en 1.250 banen in 2027.",
        "Bel 06 12 34 56 78 of 030 605 33 44, of 0182 61 23 45.",
        "Zie [de site](https://voorbeeld.nl/MKB/12345) of mail MKB@voorbeeld.nl.",
        "Artikel 3.2 en versie 1.10 blijven staan.",
        "Doe het. " * 20,
        "{{ province.name }} wordt groter. Het wordt ook mooier.",
    ],
)
def test_good_text_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_sentence_of_more_than_25_words_is_marked_with_its_length() -> None:
    long = "Dit zijn vijf woorden en " + "nog een " * 11 + "einde."
    [remark] = remarks(long)
    assert (remark.rule, remark.count, remark.text) == ("SP651", 28, "Dit zijn vijf woorden")


def test_a_wrapped_sentence_counts_as_one_and_two_paragraphs_as_two() -> None:
    assert [each.rule for each in remarks("woord " * 15 + "\n" + "woord " * 15)] == ["SP651"]
    assert list(remarks("woord " * 15 + "\n\n" + "woord " * 15)) == []


def test_passive_on_passive_is_marked() -> None:
    assert [each.rule for each in remarks("Er wordt gezegd dat het gedaan wordt.")] == ["SP652"]


@pytest.mark.parametrize(
    ("phone", "shown"),
    [("0612345678", "06 12 34 56 78"), ("0306053344", "030 605 33 44"), ("0182612345", "0182 61 23 45")],
)
def test_telephone_numbers_are_grouped_behind_their_area(phone: str, shown: str) -> None:
    assert grouped(phone) == shown
    assert list(phone_remarks(shown)) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Techport", "Tech port", True),
        ("3D Makers Zone", "3D Makers zone", True),
        ("Enexis", "Enexsis", True),
        ("Smart Industry Hub Noord", "Smart Industry Hub Noordwest", False),
        ("Hub Oost", "Hub West", False),
        ("NOM", "BOM", False),
        ("Perron038", "Perron039", False),
        ("Liander", "Stedin", False),
    ],
)
def test_spellings_of_one_name_and_names_of_two(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_the_rarer_spelling_goes_with_the_commoner_one() -> None:
    assert common_spellings(["Enexsis", "Enexis", "Enexis"]) == {"Enexsis": "Enexis"}
