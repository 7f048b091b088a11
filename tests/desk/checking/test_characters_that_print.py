"""What the font of the brand cannot show is told at its place, and everything else is printed."""

import json
from pathlib import Path

import pytest

from flows.desk.checking.edition import problems_of
from flows.desk.opening.editions import open_edition
from flows.engine.engines import Engine
from flows.problems.records import Severity
from flows.problems.sentences import sentence
from flows.publish.requests import Request
from flows.publish.run import run
from tests.content_tree import CHAPTER, EDITION, OWN, PROVINCE, write_tree

ASK = "shared/2031/werken.yaml"


def text_of_an_ask(text: str) -> dict[str, str]:
    return {ASK: CHAPTER.replace("text: Doe nog iets.", f"text: {json.dumps(text, ensure_ascii=False)}")}


def found(root: Path, changes: dict[str, str]) -> list[tuple[str, str, str]]:
    opened = open_edition(write_tree(root, changes), None)
    return [
        (each.code, str(each.place), str(each.args.get("character", "")))
        for each in problems_of(opened)
        if each.severity is Severity.ERROR
    ]


@pytest.mark.parametrize(
    ("text", "column", "character"),
    [
        ("Doe ✅ dit.", 20, "✅"),
        ("\uf0b7 Een punt", 16, "\uf0b7"),
        ("漢", 16, "漢"),
        ("stap 1\ufe0f\u20e3 eerst", 22, "\u20e3"),
        ("teken &#9989; in een entiteit", 15, "✅"),
        ("עברית: عربى", 23, "عربى"),
    ],
)
def test_a_character_without_a_glyph_is_told_where_it_stands(
    tmp_path: Path, text: str, column: int, character: str
) -> None:
    problems = found(tmp_path, text_of_an_ask(text))
    assert ("SP730", f"{ASK}:18:{column}", character) in problems or any(
        code == "SP730" and shown in character for code, _, shown in problems
    )


@pytest.mark.parametrize("place", ["title", "variable", "name", "contact", "label", "organisation"])
def test_every_kind_of_text_is_looked_at(tmp_path: Path, place: str) -> None:
    changes = {
        "title": {ASK: CHAPTER.replace("title: Eerste thema", "title: Eerste ✅ thema")},
        "variable": {"provinces/oost/2031.yaml": OWN.replace("Hub Oost", "Hub ✅")},
        "name": {"provinces/oost/province.yaml": PROVINCE.replace("in: in Oost", "in: in ✅")},
        "contact": {"provinces/oost/province.yaml": PROVINCE.replace("Secretaris", "Secretaris ✅")},
        "label": {ASK: CHAPTER.replace("label: ja", "label: ✅")},
        "organisation": {"shared/2031/edition.yaml": EDITION.replace("Vereniging", "✅")},
    }[place]
    (name,) = changes
    line = next(number for number, text in enumerate(changes[name].splitlines(), 1) if "✅" in text)
    column = changes[name].splitlines()[line - 1].index("✅") + 1
    assert found(tmp_path, changes) == [("SP730", f"{name}:{line}:{column}", "✅")]


def test_the_message_says_what_to_type(tmp_path: Path) -> None:
    opened = open_edition(write_tree(tmp_path, text_of_an_ask("\uf0b7 Een punt, bel \u2706")), None)
    told = [sentence(each, "nl") for each in problems_of(opened) if each.code == "SP730"]
    assert any("U+F0B7, een teken uit een symboollettertype van Word" in each for each in told)
    assert any("Typ in plaats daarvan '- '" in each for each in told)


def test_what_a_font_has_is_printed(tmp_path: Path) -> None:
    text = "Žižek, Tromsø, façade, œuvre: € 5 ½ – 20 °C “ja” ‘nee’ … m² • e\u0301\u0301 Ωμέγα"
    content = write_tree(tmp_path, text_of_an_ask(text))
    assert not [each for each in problems_of(open_edition(content, None)) if each.severity is Severity.ERROR]
    build = run(
        Request(root=str(tmp_path)), Engine.LOCAL, 1, on_plan=lambda _: None, on_outcome=lambda _: None
    )
    assert build.went_well, build.problems
