"""A position as a comparison reads it: the text of its document, with every variable still to be told."""

from collections.abc import Mapping
from pathlib import Path

from flows.changes.passages import passages_of
from flows.changes.readings import Reading, Token, Unit
from flows.desk.opening.editions import open_edition
from flows.desk.opening.languages import open_language
from flows.documents.elements import text_of
from flows.documents.readings import COVER, read
from flows.overrides.merge import unmerged
from flows.translation.values import values, values_anywhere
from tests.content_tree import CHAPTER, OWN, own, write_tree


def reading(root: Path, files: Mapping[str, str] = {}, *, national: bool = False) -> Reading:
    content = write_tree(root, files)
    opened = open_edition(content, "2031", ["oost"])
    assert opened.national.edition is not None
    language, _ = open_language(content, "nl")
    assert language is not None
    position = unmerged(opened.national.edition) if national else opened.provinces[0].position
    assert position is not None
    known = values_anywhere(position, language) if national else values(position, language)
    return read(position, language, opened.trees, known, name="2031", whole=national)


def units(found: Reading) -> dict[str, Unit]:
    return {unit.id: unit for unit in found.units}


def variables(unit: Unit) -> list[tuple[str, str]]:
    tokens = [token for each in passages_of(unit.blocks) for token in each.tokens]
    return [(token.variable, token.text) for token in tokens if token.variable]


def test_units_stand_in_reading_order_headings_first(tmp_path: Path) -> None:
    found = reading(tmp_path)
    assert [unit.id for unit in found.units][:5] == [
        COVER, "hoofdstuk-werken", "aanhef", "thema-een", "toelichting-een",
    ]  # fmt: skip
    assert {unit.id: unit.path for unit in found.units}["vraag-een"] == ("hoofdstuk-werken", "thema-een")
    assert found.retired == {"vraag-oud": "vraag-een"}


def test_a_variable_is_one_token_wherever_it_stands(tmp_path: Path) -> None:
    text = "Zie **{{ hub }}**, [de {{ hub }}](https://example.org/{{ hub }}) en _{{ province.in }}_."
    chapter = CHAPTER.replace("Wij werken samen met {{ hub }}.", f'"{text}"').replace(
        "source: Bureau\n        as_of: 2030-05", 'source: "Bureau {{ hub }}"\n        as_of: 2030-05'
    )
    found = units(reading(tmp_path, {"shared/2031/werken.yaml": chapter}))
    assert variables(found["aanhef"]) == [
        ("hub", "Hub Oost"), ("hub", "Hub Oost"), ("province.in", "in Oost"),
    ]  # fmt: skip
    links = {
        mark for each in passages_of(found["aanhef"].blocks) for token in each.tokens for mark in token.marks
    }
    assert "link:https://example.org/Hub%20Oost" in links
    assert variables(found["hoofdstuk-werken"]) == [("province.in", "in Oost")]
    assert variables(found["feit-een"]) == [("hub", "Hub Oost")]
    assert variables(found[COVER]) == [("province.name", "Oost")]


def test_a_value_that_looks_like_markup_stays_one_value(tmp_path: Path) -> None:
    hub = OWN.replace("hub: Hub Oost", 'hub: "*Hub* {{ x }} [a](b)"')
    found = units(reading(tmp_path, {"provinces/oost/2031.yaml": hub}))
    assert variables(found["aanhef"]) == [("hub", "*Hub* {{ x }} [a](b)")]


def test_the_national_text_keeps_open_what_provinces_supply(tmp_path: Path) -> None:
    found = units(reading(tmp_path, national=True))
    assert variables(found["aanhef"]) == [("hub", "{{ hub }}")]
    slot = found["eigen-verhaal"]
    assert (slot.kind, slot.blocks, slot.fields) == ("slot", [], {"kind": "prose", "required": True})
    assert "eigen-vraag" in found
    assert "eigen-vraag" not in units(reading(tmp_path))


def test_what_a_province_did_goes_with_its_units(tmp_path: Path) -> None:
    entries = "  - append: vraag-twee\n    text: En dit.\n  - replace: vraag-een\n    text: Doe 99 dingen.\n"
    found = units(reading(tmp_path, own(entries)))
    doing = {each: found[each].own for each in ("eigen-verhaal", "vraag-een", "vraag-twee", "vraag-drie")}
    assert doing == {
        "eigen-verhaal": "fill",
        "vraag-een": "replace",
        "vraag-twee": "append",
        "vraag-drie": "",
    }
    assert [each.text for each in passages_of(found["vraag-twee"].blocks)] == ["Doe nog iets.", "En dit."]


def test_data_stand_by_their_label_and_a_chart_is_no_text(tmp_path: Path) -> None:
    figure = units(reading(tmp_path))["figuur-een"]
    assert figure.fields == {
        "chart": "bar",
        "unit": "procent",
        "alt": "Twee staven",
        "as_of": "2030",
        "data": {"ja": "60.5", "nee": "39.5"},
    }
    assert "Image" not in str(figure.blocks)
    parts = [(each.part, each.text) for each in passages_of(figure.blocks)]
    assert parts[0] == ("figure-title", "Verdeling")
    assert ("data", "ja\t60,5%") in parts


def test_a_link_to_what_is_left_out_keeps_its_words(tmp_path: Path) -> None:
    text = "Wij werken samen met [de vraag](#eigen-vraag) en [vraag een](#vraag-een)."
    chapter = CHAPTER.replace("Wij werken samen met {{ hub }}.", f'"{text} {{{{ hub }}}}"')
    unit = units(reading(tmp_path, {"shared/2031/werken.yaml": chapter}))["aanhef"]
    tokens = [token for each in passages_of(unit.blocks) for token in each.tokens]
    assert text_of(list(unit.blocks)).strip() == "Wij werken samen met de vraag en vraag een. Hub Oost"
    assert Token("vraag") in tokens  # the words of the dead link
    assert Token("een", ("link:#vraag-een",)) in tokens


def test_a_value_that_links_to_what_is_left_out_keeps_its_words(tmp_path: Path) -> None:
    chapter = CHAPTER.replace("Wij werken samen met {{ hub }}.", '"Zie [hier]({{ hub }})."')
    hub = OWN.replace("hub: Hub Oost", 'hub: "#eigen-vraag"')
    files = {"shared/2031/werken.yaml": chapter, "provinces/oost/2031.yaml": hub}
    tokens = [
        token
        for each in passages_of(units(reading(tmp_path, files))["aanhef"].blocks)
        for token in each.tokens
    ]
    assert Token("hier") in tokens
