"""The Markdown dialect, read by the real Pandoc."""

from pathlib import Path

import pytest

from flows.documents.elements import Tree, text_of, walk
from flows.documents.findings import findings, leaves_root
from flows.documents.markdown import filled_tree, is_safe, to_parse, unmasked
from flows.positions.places import Span
from flows.press.doors.parsing import parse_texts
from flows.press.store.cache import Cache
from flows.problems.records import Place, Problem


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    return Cache(tmp_path_factory.mktemp("cache") / "press.sqlite3")


def tree(text: str, cache: Cache) -> Tree:
    return parse_texts([text], cache)[text]


def found(text: str, cache: Cache) -> list[Problem]:
    return findings(tree(text, cache), Span(Place("a.yaml", 5, 3), text), {"vraag-een"})


ALLOWED = """\
Gewone **tekst** met *nadruk*, H~2~O en m^2^, `niet` nee.

- een
- twee
  1. diep

> citaat

| a | b |
|---|---|
| 1 | 2 |

[web](https://x.nl) [post](mailto:a@b.nl) [bel](tel:+31) [vraag](#vraag-een) ![alt](beeld/x.png)\\
regel
"""


def test_what_a_block_can_hold_is_found_in_order(cache: Cache) -> None:
    assert found(ALLOWED.replace("`niet` nee", "ja"), cache) == []


@pytest.mark.parametrize(
    ("text", "code", "args"),
    [
        ("Een <b>vet</b> woord", "SP701", {"format": "html", "text": "<b>"}),
        ("<div>\nblok\n</div>", "SP701", {"format": "html", "text": "<div>"}),
        ("<!-- weg -->", "SP701", {"format": "html", "text": "<!-- weg -->"}),
        ("```{=typst}\n#set page()\n```", "SP701", {"format": "typst", "text": "#set page()"}),
        ("`<w:p/>`{=openxml}", "SP701", {"format": "openxml", "text": "<w:p/>"}),
        ("Met \\textbf{vet}", "SP701", {"format": "tex", "text": "\\textbf{"}),
        ("[x](javascript:alert(1))", "SP702", {"link": "javascript:alert(1)"}),
        ("[x](JaVa&#10;Script:alert(1))", "SP702", {"link": "JaVa\nScript:alert(1)"}),
        ("[x](data:text/html,1)", "SP702", {"link": "data:text/html,1"}),
        ("[x](//evil.example)", "SP702", {"link": "//evil.example"}),
        ("[x](document.docx)", "SP702", {"link": "document.docx"}),
        ("[x](#bestaat-niet)", "SP702", {"link": "#bestaat-niet"}),
        ("![a](../../etc/passwd)", "SP703", {"path": "../../etc/passwd"}),
        ("![a](/etc/passwd)", "SP703", {"path": "/etc/passwd"}),
        ("![a](%2e%2e/x.png)", "SP703", {"path": "%2e%2e/x.png"}),
        ("![a](https://x.nl/a.png)", "SP703", {"path": "https://x.nl/a.png"}),
        ("![a]({{ hub }})", "SP703", {"path": "{{ hub }}"}),
        ("![](a.png)", "SP706", {"path": "a.png"}),
        ("# Kop", "SP705", {"construct": "heading"}),
        ("    code", "SP705", {"construct": "code"}),
        ("een `stukje` code", "SP705", {"construct": "code"}),
        ("a\n\n* * *\n\nb", "SP705", {"construct": "rule"}),
        ("Term\n:   uitleg", "SP705", {"construct": "definition-list"}),
        ("zin[^1]\n\n[^1]: noot", "SP705", {"construct": "note"}),
        ("~~weg~~", "SP705", {"construct": "strikeout"}),
    ],
)
def test_what_a_block_cannot_hold_is_a_problem(
    text: str, code: str, args: dict[str, str], cache: Cache
) -> None:
    (only,) = found(text, cache)
    assert only.code == code
    assert {name: only.args[name] for name in args} == args


def test_a_finding_points_at_its_word(cache: Cache) -> None:
    (only,) = found("Eerste regel\ntweede met <b> erin", cache)
    assert (only.place.line, only.place.column, only.place.width) == (6, 12, 3)


def test_the_same_finding_twice_points_at_both(cache: Cache) -> None:
    places = [one.place for one in found("Een <i> en\nnog een <i> erbij", cache)]
    assert [(place.line, place.column) for place in places if place] == [(5, 7), (6, 9)]


def test_divs_attributes_and_quotes_are_plain_text(cache: Cache) -> None:
    text = '::: {.ask}\n"tekst" -- met {.klasse} ... [x]{.y}\n:::'
    assert text_of(tree(text, cache)).strip() == text.replace("\n", " ")
    assert {element["t"] for element in walk(tree(text, cache))} == {"Para", "Str", "Space", "SoftBreak"}


@pytest.mark.parametrize(
    "text",
    ["{{ a_b_c }}", "**{{ a_b_c }}**", "*{{ a_b_c }}*s", "_{{ a_b_c }}_", "x{{a_b_c}}y", "[{{ a_b_c }}](#x)"],
)
def test_markdown_cannot_touch_a_variable_and_a_variable_no_markdown(text: str, cache: Cache) -> None:
    with_word = text.replace("{{ a_b_c }}", "woord").replace("{{a_b_c}}", "woord")
    assert filled_tree(tree(text, cache), {"a_b_c": "woord"}) == filled_tree(tree(with_word, cache), {})


def test_a_value_is_text_and_never_markup(cache: Cache) -> None:
    value = "**Hub** <b>x</b> [a](javascript:1)\n\n# kop {{ b }}"
    filled = filled_tree(tree("In {{ a }}!", cache), {"a": value, "b": "nee"})
    assert {element["t"] for element in walk(filled)} == {"Para", "Str", "Space"}
    assert text_of(filled).split() == ["In", *(value + "!").split()]


def test_a_variable_without_a_value_shows(cache: Cache) -> None:
    assert text_of(filled_tree(tree("In {{ a.b }}.", cache), {})).strip() == "In {{ a.b }}."


@pytest.mark.parametrize(
    ("target", "value", "wanted"),
    [
        ("{{ a }}", "https://x.nl/?q=1", "https://x.nl/?q=1"),
        ("https://x.nl/{{ a }}", "Den Haag/?x=1", "https://x.nl/Den%20Haag%2F%3Fx%3D1"),
    ],
)
def test_a_variable_in_a_link_is_part_of_the_address(
    target: str, value: str, wanted: str, cache: Cache
) -> None:
    filled = filled_tree(tree(f"[x]({target})".replace("{{ a }}", "{{a}}"), cache), {"a": value})
    assert [element["c"][2][0] for element in walk(filled) if element["t"] == "Link"] == [wanted]


@pytest.mark.parametrize("value", ["javascript:alert(1)", "//evil.example", " java\tscript:x", "data:,x"])
def test_a_value_cannot_make_an_unsafe_link(value: str, cache: Cache) -> None:
    filled = filled_tree(tree("[woorden]({{ a }})", cache), {"a": value})
    assert [element["t"] for element in walk(filled)] == ["Para", "Str"]


def test_raw_pieces_that_slipped_through_are_text(cache: Cache) -> None:
    filled = filled_tree(tree("a <script>x</script>\n\n<div>", cache), {})
    assert "<script>" in text_of(filled)
    assert not {element["t"] for element in walk(filled)} & {"RawInline", "RawBlock"}


def test_characters_that_no_word_file_can_hold_are_left_out(cache: Cache) -> None:
    filled = filled_tree(tree("een\x0btwee {{ a }}", cache), {"a": "dr\x01ie\ufffe"})
    assert text_of(filled).split() == ["eentwee", "drie"]


def test_line_breaks_of_the_source_make_no_difference(cache: Cache) -> None:
    assert filled_tree(tree("een\ntwee", cache), {}) == filled_tree(tree("een twee", cache), {})


def test_masking_can_be_undone() -> None:
    assert unmasked(to_parse("a {{b.c_d}} e")) == "a {{ b.c_d }} e"
    assert to_parse("geen {{ gat } }") == "geen {{ gat } }"


@pytest.mark.parametrize("path", ["a.png", "shared/x/a.png", "a/../b.png", "./a.png"])
def test_paths_inside_the_root(path: str) -> None:
    assert not leaves_root(path)


def test_anchors_and_schemes() -> None:
    assert is_safe("#x") and is_safe("HTTPS://x") and not is_safe("file:///x") and not is_safe("x")


def test_a_damaged_cache_is_thrown_away(tmp_path: Path) -> None:
    file = tmp_path / "press.sqlite3"
    parse_texts(["een"], Cache(file))
    whole = file.read_bytes()
    for damage in (b"geen databank" * 100, whole[:100], b"", whole[:4000] + b"\xff" * 5000):
        file.write_bytes(damage)
        assert text_of(parse_texts(["een"], Cache(file))["een"]) == "een\n"
        assert text_of(parse_texts(["twee"], Cache(file))["twee"]) == "twee\n"


def test_half_a_character_is_told_as_lost_and_stops_no_other_text(tmp_path: Path) -> None:
    half, whole = "Een halve \ud83d letter.", "Een hele \U0001f600 letter."
    trees = parse_texts([half, whole], Cache(tmp_path / "texts.sqlite3"))
    assert text_of(trees[half]).strip() == "Een halve \ufffd letter."
    assert text_of(trees[whole]).strip() == whole


def test_a_link_named_after_its_own_address_shows_it_as_paper_does(cache: Cache) -> None:
    filled = filled_tree(tree("Zie [{{ a }}]({{ a }}).", cache), {"a": "https://www.hub.nl/"})
    assert text_of(filled).strip() == "Zie www.hub.nl."
    assert [part["c"][2][0] for part in walk(filled) if part["t"] == "Link"] == ["https://www.hub.nl/"]
    other = filled_tree(tree("Zie [{{ a }}](https://www.hub.nl/{{ a }}).", cache), {"a": "https://x.nl"})
    assert text_of(other).strip() == "Zie https://x.nl."
