"""Text as it comes from Word, mail and web pages: kept as it reads, or told where it stands; never in silence."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from flows.desk.check import check
from flows.engine.engines import Engine
from flows.publish.requests import Request
from flows.publish.run import run
from tests.content_tree import CHAPTER, EDITION, OWN, PROVINCE, write_tree

ASK = "shared/2031/werken.yaml"
OOST = "provinces/oost/2031.yaml"
WHO = "provinces/oost/province.yaml"
HEAD = "shared/2031/edition.yaml"


def quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


MARKDOWN = {
    "national": (ASK, "text: Doe nog iets."),
    "fact": (ASK, "text: Het is zo."),
    "replace": (ASK, "text: Blijf dit doen.\n        override: none"),
    "slot": (OOST, "text: Ons eigen verhaal."),
    "append": (OOST, "text: Erbij."),
    "insert": (OOST, "text: Ingevoegd."),
}
PLAIN = {
    "title": (ASK, "title: Eerste thema"),
    "subtitle": (HEAD, "subtitle: Voor {{ province.name }}"),
    "source": (ASK, "source: Bureau"),
    "label": (ASK, "label: ja"),
    "alt": (ASK, "alt: Twee staven"),
    "variable": (OOST, "hub: Hub Oost"),
    "name": (WHO, "in: in Oost"),
    "contact": (WHO, "role: Secretaris"),
}
"""Where a text can stand, by its file and what stands there now."""
TREE = {
    ASK: CHAPTER,
    HEAD: EDITION,
    WHO: PROVINCE,
    OOST: OWN
    + "  - append: vraag-twee\n    text: Erbij.\n"
    + "  - insert: oost-vraag\n    after: vraag-een\n    kind: ask\n    text: Ingevoegd.\n",
}


def with_text(text: str, places: Mapping[str, tuple[str, str]]) -> tuple[dict[str, str], set[str]]:
    """The tree with a text in each of some places, and the lines where it stands then."""
    tree, lines = dict(TREE), set()
    for file, there in places.values():
        tree[file] = tree[file].replace(there, f"{there.partition(':')[0]}: {quoted(text)}", 1)
    for file in {file for file, _ in places.values()}:
        rows = tree[file].split("\n")
        lines |= {f"{file}:{number}" for number, row in enumerate(rows, 1) if f": {quoted(text)}" in row}
    return tree, lines


def told(root: Path, changes: Mapping[str, str]) -> set[tuple[str, str]]:
    """Every problem by its code and line."""
    _, _, found = check(write_tree(root, changes), None)
    return {(each.code, f"{each.place.file}:{each.place.line}") for each in found if each.place}


FOLDED = {
    "bullet": ("Wij vragen:\n• ruimte\n• stroom", "SP732"),
    "middle dot": ("Wij vragen:\n·\truimte\n·\tstroom", "SP732"),
    "letter o": ("Wij vragen:\no\truimte\no\tstroom", "SP732"),
    "dash and tab": ("Wij vragen:\n–\truimte\n–\tstroom", "SP732"),
    "dashes": ("Wij vragen:\n– ruimte\n– stroom", "SP732"),
    "a dash at the start": ("– ruimte en stroom", "SP732"),
    "section sign": ("Wij vragen:\n§\truimte\n§\tstroom", "SP732"),
    "no space": ("Wij vragen:\n-ruimte\n-stroom", "SP732"),
    "bullets on one line": ("Wij vragen: • ruimte • stroom", "SP732"),
    "outline": ("1.1 Ruimte voor bedrijven", "SP733"),
    "outline lines": ("Wij vragen:\n1.1 ruimte\n1.2 stroom", "SP733"),
    "letters": ("Wij vragen:\na) ruimte\nb) stroom", "SP733"),
    "letters in brackets": ("Wij vragen:\n(a) ruimte\n(b) stroom", "SP733"),
    "capitals": ("A. ruimte\nB. stroom", "SP733"),
    "roman": ("II. ruimte\nIII. stroom", "SP733"),
    "numbers folded": ("Wij vragen:\n2. ruimte\n3. stroom", "SP733"),
    "example": ("(@) ruimte\n(@b) stroom", "SP733"),
    "month": ("7. maart is de dag.", "SP734"),
    "year": ("2027. Dat jaar telt.", "SP734"),
    "plus": ("Wij vragen\n+ 5 graden", "SP734"),
    "minus": ("Tussen\n- 5 en 3 graden", "SP734"),
    "renumbered": ("7. ruimte\n9. stroom", "SP735"),
    "renumbered at 1": ("1. ruimte\n3. stroom\n4. tijd", "SP735"),
    "mail quote": ("> Dat schreef u gisteren.\n> En dit ook.", "SP736"),
    "more than": ("> 50 medewerkers", "SP738"),
    "half bold": ("Wij willen **ruimte en stroom.", "SP737"),
    "half emphasis": ("Wij willen _ruimte en stroom.", "SP737"),
    "inside a word": ("Dat is a*b*c geworden", "SP737"),
    "times": ("Het kost 5*3*2 euro.", "SP738"),
    "tildes": ("Van 100~200~300 euro.", "SP738"),
    "carets": ("Van 2^3^4 euro.", "SP738"),
    "bold heading": ("**Ruimte**\n\nWij willen ruimte.", "SP743"),
    "bold line": ("**Ruimte**\nWij willen ruimte.", "SP743"),
    "hashes": ("##Ruimte\n\nWij willen ruimte.", "SP743"),
    "heading": ("# Ruimte\n\nWij willen ruimte.", "SP705"),
    "setext": ("Ruimte\n===\nWij willen ruimte.", "SP705"),
    "definition list": ("Ruimte\n: wat wij willen", "SP705"),
    "strikeout": ("Wij ~~willen~~ wensen", "SP705"),
    "tabs": ("Jaar\taantal\n2023\t50\n2024\t60", "SP744"),
    "bars": ("Jaar | aantal\n2023 | 50\n2024 | 60", "SP744"),
    "line block": ("| Ruimte\n| Stroom", "SP744"),
    "a cell too many": ("| a | b |\n|---|---|\n| 1 | 2 | 99 |", "SP749"),
    "definition of a link": ("Wij vragen ruimte.\n\n[a]: zie-bijlage", "SP749"),
    "only a definition": ("[a]: zie-bijlage", "SP739"),
    "html comment": ("<!-- nog doen -->", "SP701"),
}  # fmt: skip
"""What means something in a block text only, by the code that tells it."""
PRINTED = {
    "single braces": ("Wij zijn {hub} dus", "SP740"),
    "spaced braces": ("Wij zijn { hub } dus", "SP740"),
    "template": ("Wij zijn {% hub %} dus", "SP740"),
    "shell": ("Wij zijn ${hub} dus", "SP740"),
    "attributes": ("Ruimte {#id .class}", "SP740"),
    "placeholder": ("Wij zijn [naam hub] dus", "SP741"),
    "xxx": ("Wij zijn XXX dus", "SP741"),
    "to fill in": ("Wij zijn …invullen", "SP741"),
    "blank": ("Wij zijn ____ dus", "SP741"),
    "questions": ("Wij zijn ??? dus", "SP741"),
    "note": ("Dat zegt het bureau.[1]", "SP742"),
    "mailto": ("Mail mailto:oost@example.org dus", "SP746"),
    "only a dash": ("-", "SP739"),
    "only spaces": ("   ", "SP739"),
    "only no-break spaces": ("\u00a0\u00a0", "SP739"),
    "only dots": ("…", "SP739"),
    "direction": ("Betaal \u202e12\u202c euro", "SP731"),
    "mark of direction": ("Betaal \u200e12 euro", "SP731"),
    "symbol font": ("\uf0b7 ruimte", "SP730"),
}
"""What is told wherever it stands."""
ONLY_PLAIN = {
    "bold": ("Wij willen **ruimte**", "SP748"),
    "emphasis": ("Wij willen _ruimte_", "SP748"),
    "link": ("Zie [ons](https://example.org)", "SP748"),
    "entity": ("Caf&eacute;&nbsp;De Zon", "SP747"),
    "bullet": ("• ruimte", "SP732"),
    "outline": ("1.1 Ruimte", "SP733"),
    "field": ("Wij zijn <<hub>> dus", "SP740"),
}
"""What is markup in a block text, and signs in a title, source, label or name."""


CASES = [
    *((kind, *row, MARKDOWN) for kind, row in FOLDED.items()),
    *((kind, *row, MARKDOWN | PLAIN) for kind, row in PRINTED.items()),
    *((f"{kind} in plain text", *row, PLAIN) for kind, row in ONLY_PLAIN.items()),
]


@pytest.mark.parametrize(
    ("text", "code", "places"), [each[1:] for each in CASES], ids=[each[0] for each in CASES]
)
def test_it_is_told_wherever_it_stands(
    tmp_path: Path, text: str, code: str, places: Mapping[str, tuple[str, str]]
) -> None:
    tree, lines = with_text(text, places)
    assert len(lines) >= len(places) - 1  # the label and its value share a line with nothing else
    assert {line for found, line in told(tmp_path, tree) if found == code} >= lines


@pytest.mark.parametrize("kind", [kind for kind, (_, code) in PRINTED.items() if code != "SP739"])
def test_it_is_told_in_a_cell(tmp_path: Path, kind: str) -> None:
    text, code = PRINTED[kind]
    tree, lines = with_text(f"| a | b |\n|---|---|\n| {text} | 2 |", MARKDOWN)
    assert {line for found, line in told(tmp_path, tree) if found == code} >= lines


ODD = {f"SP7{number}" for number in range(30, 60)}
FINE = {
    "list": "Wij vragen:\n\n- ruimte\n- stroom",
    "list at once": "Wij vragen:\n- ruimte\n- stroom",
    "numbers": "Wij vragen:\n\n1. ruimte\n2. stroom",
    "ones": "Wij vragen:\n\n1. ruimte\n1. stroom",
    "list that goes on": "3. ruimte\n4. stroom",
    "nested": "- ruimte\n  1. hier\n  2. daar\n- stroom\n  1. hier\n  2. daar",
    "escaped": "7\\. maart is de dag, 5 \\* 3.",
    "thousands": "1.500 bedrijven\n2.500 mensen",
    "a year in a line": "Dat was in\n2027. Dat jaar telt.",
    "times with spaces": "Het kost 5 * 3 * 2 euro",
    "snake case": "Zie snake_case_word en a_b.",
    "star of a note": "De prijs* en het loon* stijgen.",
    "powers": "10^6^ m^2^ CO~2~",
    "links": "Zie [ons](https://example.org) of [ons][a].\n\n[a]: https://example.org/b",
    "joined": "**A**fspraak [a](https://example.org/x)b en CO~2~ | ja",
    "emphasis": "Wij *willen* **ruimte**, __stroom__ en _tijd_.",
    "bold start": "**Ruimte:** wij willen ruimte.\n\nEn stroom.",
    "table": "| a | b |\n|---|:-:|\n| 1 | 2 |",
    "left out": "Hij zei: [...] en […] en ... en …",
    "variable": "Wij zijn {{ hub }} in {{province.name}}.",
    "dash in a line": "Wij willen – kort gezegd – ruimte\n– en stroom.",
    "section": "§ 3 van de wet en artikel 5a.",
    "entities": "Caf&eacute;&nbsp;De Zon & Zoon",
    "quotes": "‘Ja’, “nee”, „dus”, 's avonds, 20–30, 5 × 3, # 1, < 5, a > b, $5, ~5, a/b, @naam",
    "hard break": "een\\\ntwee",
    "tab": "Naam:\tJan",
}


@pytest.mark.parametrize("text", FINE.values(), ids=FINE)
def test_what_reads_as_it_was_typed_is_left_alone(tmp_path: Path, text: str) -> None:
    tree, lines = with_text(text, MARKDOWN)
    assert not {(code, line) for code, line in told(tmp_path, tree) if code in ODD and line in lines}


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from([*MARKDOWN]), st.sampled_from([*FOLDED, *PRINTED]), min_size=1, max_size=6
    ),
    st.sampled_from(["", "Vooraf een zin.\n\n"]),
    st.sampled_from(["", "\n\nEn nog een zin."]),
)
def test_law_every_kind_is_told_beside_every_other(
    tmp_path: Path, chosen: dict[str, str], before: str, after: str
) -> None:
    tree, wanted = dict(TREE), set()
    for place, kind in chosen.items():
        text, code = (FOLDED | PRINTED)[kind]
        is_whole = code in ("SP739", "SP749")
        written = text if is_whole else f"{before}{text}{after}"
        file, there = MARKDOWN[place]
        tree[file] = tree[file].replace(there, f"text: {quoted(written)} # {place}", 1)
        wanted.add((code, file, f"# {place}"))
    found = told(tmp_path, tree)
    for code, file, sign in wanted:
        line = next(n for n, row in enumerate(tree[file].split("\n"), 1) if row.endswith(sign))
        assert (code, f"{file}:{line}") in found


@pytest.mark.parametrize(
    "place", [(OOST, "hub: Hub Oost"), (WHO, "in: in Oost"), (HEAD, "organisation: Vereniging Test")]
)
def test_a_variable_in_what_is_filled_in_is_told(tmp_path: Path, place: tuple[str, str]) -> None:
    tree, lines = with_text("Hub {{ province.name }}", {"there": place})
    assert {line for code, line in told(tmp_path, tree) if code == "SP750"} == lines != set()


PASTED = {
    "cafe\u0301 Zon": "café Zon",
    "on\u00adder\u200bne\u2060mer\ufeff": "ondernemer",
    "de \u0133zeren \ufb01ets": "de ijzeren fiets",
    "een\u2028twee\x0bdrie\x85vier": "een\ntwee\ndrie\nvier",
    "een  \ntwee \u00a0\ndrie": "een\ntwee\ndrie",
    "een\n\u00a0\u00a0twee": "een\ntwee",
}


def test_what_reads_alike_makes_the_same_documents(tmp_path: Path) -> None:
    for name, texts in (("pasted", [*PASTED]), ("typed", [*PASTED.values()])):
        places = {**MARKDOWN, "title": PLAIN["title"], "variable": PLAIN["variable"]}
        tree = dict(TREE)
        for (file, there), text in zip(places.values(), [*texts, *texts], strict=False):
            tree[file] = tree[file].replace(there, f"{there.partition(':')[0]}: {json.dumps(text)}", 1)
        write_tree(tmp_path / name, tree)
        request = Request(root=str(tmp_path / name), provinces=("oost",))
        made = run(request, Engine.LOCAL, 1, on_plan=lambda _: None, on_outcome=lambda _: None)
        assert made.went_well, made.problems
    pasted, typed = (
        {
            path.name: path.read_bytes()
            for path in (tmp_path / name / "outputs").rglob("oost-*")
            if path.suffix in (".docx", ".html", ".pdf")
        }
        for name in ("pasted", "typed")
    )
    assert len(typed) > 2 and pasted.keys() == typed.keys()
    assert [name for name in typed if typed[name] != pasted[name]] == []
