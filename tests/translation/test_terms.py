"""Terms: the list that people write, and what it asks of a translation."""

import json
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from flows.desk.schema import write_schemas
from flows.sources.term_files import TERM_FILE, read_terms, terms_of
from flows.sources.yaml_files import marked_bytes
from flows.translation.terms import Term, forbidden_words, lost_names, protected, unused
from tests.content_tree import write_tree

ROOT = Path(__file__).parents[2]
GRID = Term(
    "netbeheerder", preferred={"en": ("grid operator",)}, forbidden={"en": ("net manager", "net keeper")}
)
NAMES = (Term("Smart Industry", protected=True), Term("Smart Industry Hub", protected=True))


def terms(text: str) -> tuple[tuple[Term, ...], list[tuple[str, str]]]:
    marked, problems = marked_bytes(text.encode(), TERM_FILE)
    assert marked is not None and not problems
    found, problems = terms_of(marked)
    return found, [(each.code, str(each.place)) for each in problems]


def test_a_name_that_is_protected_stands_in_the_translation_as_it_is() -> None:
    dutch = "Steun Smart Industry."
    assert list(lost_names(NAMES, dutch, "Support Smart Industry.")) == []
    assert list(lost_names(NAMES, dutch, "Support smart industry.")) == ["Smart Industry"]
    assert list(lost_names(NAMES, "Smart Industry Hub", "Smart Industry")) == ["Smart Industry Hub"]
    assert list(lost_names(NAMES, "Smart Industrylab", "Lab")) == []
    assert protected((GRID, *NAMES)) == ("Smart Industry Hub", "Smart Industry")


def test_a_forbidden_word_counts_where_its_dutch_stands_and_with_any_ending() -> None:
    dutch = "De Netbeheerders bepalen dat."
    assert [word for _, word in forbidden_words([GRID], dutch, "The Net managers decide.", "en")] == [
        "net manager"
    ]
    assert not list(forbidden_words([GRID], "Iemand bepaalt dat.", "The net managers decide.", "en"))
    assert not list(forbidden_words([GRID], dutch, "The internet managers decide.", "en"))
    assert not list(forbidden_words([GRID], dutch, "The net managers decide.", "de"))


def test_one_of_the_preferred_words_is_enough_and_a_language_without_any_asks_nothing() -> None:
    dutch = "De netbeheerder bepaalt dat."
    assert list(unused([GRID], dutch, "The grid operators decide.", "en")) == []
    assert list(unused([GRID], dutch, "Somebody decides.", "en")) == [GRID]
    assert list(unused([GRID], dutch, "Jemand entscheidet.", "de")) == []
    assert list(unused([GRID], "De subnetbeheerder.", "Somebody.", "en")) == []
    assert list(unused([GRID], "Vraag {{ netbeheerders }}.", "Ask {{ netbeheerders }}.", "en")) == []


def test_a_root_without_a_list_has_no_terms(tmp_path: Path) -> None:
    assert read_terms(tmp_path) == ((), [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("terms:\n  - dutch: a\n    protected: ja\n", [("SP112", "shared/terms.yaml:3:16")]),
        (
            "terms:\n  - duch: a\n",
            [("SP111", "shared/terms.yaml:2:5")],
        ),  # and not that "dutch" is missing, too
        ("terms:\n  - dutch: a\n    preferred: {en: x}\n", [("SP112", "shared/terms.yaml:3:21")]),
        ("terms:\n  - dutch: Net\n  - dutch: net\n", [("SP872", "shared/terms.yaml:3:12")]),
    ],
)
def test_every_mistake_in_the_list_has_its_place(text: str, expected: list[tuple[str, str]]) -> None:
    assert terms(text) == ((), expected)


def test_our_own_list_is_sound_and_fits_the_schema_that_editors_get(tmp_path: Path) -> None:
    found, problems = read_terms(ROOT)
    assert not problems and len(found) >= 20
    content = write_tree(tmp_path)
    assert ".standpunt/schema/terms.json" in write_schemas(content)
    schema = json.loads((content.work_folder / "schema/terms.json").read_text())
    written = YAML(typ="safe").load(ROOT / TERM_FILE)
    jsonschema.validate(written, schema)
    written["terms"][0]["onbekend"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(written, schema)
