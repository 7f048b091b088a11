"""What beginners type: each file of `tests/fixtures/beginners` says in its head what it should be told, and where."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.desk.opening.editions import open_edition
from flows.desk.opening.national import open_national
from flows.desk.opening.provincial import open_provincial
from flows.problems.records import Place, Problem, has_errors, sort_key
from flows.problems.sentences import sentence
from flows.sources.yaml_files import marked_bytes, marked_text
from tests.beginner_errors import MISTAKES, slip
from tests.content_tree import CHAPTER, OWN, write_tree

CASES = sorted((Path(__file__).parents[2] / "fixtures" / "beginners").glob("*.yaml"))
OOST = "provinces/oost/2031.yaml"
CHAPTER_FILE = "shared/2031/werken.yaml"
LONGER = (
    OWN
    + "  - append: vraag-een\n    text: |\n      Doe 300 dingen.\n    reason: wij doen meer\n"
    + "  - insert: oost-vraag\n    after: vraag-twee\n    kind: ask\n    text: Doe nog meer.\n"
    + "  - replace: toelichting-een\n    text: Wij werken anders.\n    reason: dat past hier beter\n"
)
PARSER_WORDS = ("expected", "mapping", "scanning", "parsing", "token", "found", "allowed", "stream")


def expected(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Code, line and column, and the words of the sentence: one of each in a line of the file's head."""
    lines = (line[2:].split(" ", 2) for line in text.split("\n") if line.startswith("# SP"))
    return [(code, place, tuple(words.split(" … "))) for code, place, words in lines]


def about_reading(problems: tuple[Problem, ...]) -> list[Problem]:
    return [each for each in problems if each.code.startswith(("SP1", "SP5"))]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_beginner_is_told_the_cause_at_its_place(path: Path, tmp_path: Path) -> None:
    content = path.read_bytes()
    opened = open_edition(write_tree(tmp_path, {OOST: content}), "2031", ["oost"])
    found = about_reading(opened.provinces[0].problems)
    wanted = expected(content.decode())
    assert wanted
    assert [(each.code, str(each.place)) for each in found] == [
        (code, f"{OOST}:{place}") for code, place, _ in wanted
    ]
    for each, (_, _, words) in zip(found, wanted, strict=True):
        told = sentence(each, "nl")
        assert all(word in told for word in words), told
        assert not any(word in told for word in PARSER_WORDS)


def test_there_are_as_many_examples_as_mistakes_that_people_make() -> None:
    assert len(CASES) > 80


@pytest.mark.parametrize("kind", MISTAKES)
def test_law_the_first_error_is_told_where_a_beginner_made_it(kind: str, tmp_path: Path) -> None:
    """Seven places for each mistake, some two hundred in all."""
    content = write_tree(tmp_path, {})
    chance = Random(kind)
    for _ in range(7):
        file, text = chance.choice([(OOST, LONGER), (CHAPTER_FILE, CHAPTER)])
        made = slip(text, chance, kind)
        (content.root / file).write_text(made.text, encoding="utf-8")
        national = open_national(content, "2031")
        problems = (
            national.problems if file == CHAPTER_FILE else open_provincial(content, national, "oost").problems
        )
        found = [each for each in problems if each.place and each.place.file == file and has_errors([each])]
        (content.root / file).write_text(text, encoding="utf-8")
        assert found, made
        first = min(found, key=sort_key)
        told = sentence(first, "nl")
        assert first.place is not None
        assert made.first - 1 <= first.place.line <= made.last + 1, (told, first.place, made.text)
        assert not any(word in told.split() for word in PARSER_WORDS), told


ENCODED = {
    "utf-16": ("ë: x\n".encode("utf-16"), "SP104", "1:1", ("UTF-16", "Opslaan als")),
    "utf-16 without a mark": (OWN.encode("utf-16-le"), "SP104", "1:1", ("UTF-16", "Codering: UTF-8")),
    "windows": ("a: x\nb: café\n".encode("cp1252"), "SP104", "2:7", ("Windows-1252", "'é'")),
    "control character behind odd line ends": (b"a: x\r\nb: y\rc: z\x0b\n", "SP120", "3:5", ("verticale tab",)),
    "word's hyphen": (b"a: mkb\x1etoets\n", "SP120", "1:7", ("vast koppelteken", "U+001E")),
    "unnamed control character": (b"a: x\x02\n", "SP120", "1:5", ("een stuurteken", "U+0002")),
    "end of a merge": (b"a: x\n>>>>>>> voorstel\n", "SP121", "2:1", ("twee versies",)),
}  # fmt: skip


@pytest.mark.parametrize("case", ENCODED)
def test_bytes_that_are_no_text_of_ours_are_named(case: str) -> None:
    content, code, place, words = ENCODED[case]
    marked, (found,) = marked_bytes(content, "f.yaml")
    assert marked is None
    assert (found.code, str(found.place)) == (code, f"f.yaml:{place}")
    assert all(word in sentence(found, "nl") for word in words)


def test_a_conflict_names_its_three_places() -> None:
    _, (found,) = marked_text("a: x\n<<<<<<< HEAD\nb: y\n=======\nb: z\n>>>>>>> voorstel\n", "f.yaml")
    assert found.place == Place("f.yaml", 2, 1)
    assert [str(place) for _, place in found.related] == ["f.yaml:4:1", "f.yaml:6:1"]


def test_a_line_of_equals_signs_is_no_conflict() -> None:
    marked, problems = marked_text("t: |\n  Kop\n  =======\n", "f.yaml")
    assert marked is not None and not problems


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_causes_count_lines_as_editors_do(end: str) -> None:
    text = OWN.replace("    text: Ons", "   text: Ons").replace("\n", end)
    _, (found,) = marked_text(text, "f.yaml")
    assert (found.code, str(found.place)) == ("SP122", "f.yaml:7:4")


signs = st.sampled_from(
    [*" \t-:#'\"|>{}[]%@`&*!?,\n\r~", "  ", "- ", ": ", " #", "–", "“", "\u00a0", "\x0b", "{{", "---\n"]
)


@given(st.sampled_from([OWN, CHAPTER]), st.data())
def test_law_whatever_goes_wrong_is_told_inside_the_file_and_in_our_own_words(
    text: str, data: st.DataObject
) -> None:
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(text)))
        gone = data.draw(st.integers(0, 3))
        text = text[:at] + data.draw(signs) + text[at + gone :]
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    _, problems = marked_text(text, "f.yaml")
    for each in problems:
        assert each.place is not None
        assert 1 <= each.place.line <= len(lines)
        assert 1 <= each.place.column <= len(lines[each.place.line - 1]) + 1
        for ui in ("nl", "en"):
            told = sentence(each, ui)
            assert "did not find" not in told and "scanning" not in told
            assert told.endswith((".", "?")) or told[-1] in "'\""


@pytest.mark.parametrize(
    "line",
    [
        "a: 'x\n",
        "- - - - a\n",
        "a: [\n",
        "* a\n",
        "a: {b, \n",
        "  a: |\n",
        "\u00a0a: b\n",
        "a b\n",
        "a: b #c\n",
    ],
)
def test_finding_a_cause_takes_no_longer_than_reading(line: str) -> None:
    import time

    def seconds(count: int) -> float:
        start = time.perf_counter()
        marked_text("b: c\n" + line * count + "\ta: 'b\n: x", "f.yaml")
        return time.perf_counter() - start

    seconds(10)
    few, many = seconds(4_000), seconds(32_000)
    assert many < 40 * max(few, 0.01)
