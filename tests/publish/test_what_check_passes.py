"""What `check` passes, `publish` makes; what it does not, it tells at its place, in words and without a trace.

A small content tree is changed at random: real sentences, hostile ones, keys that are gone, lines that are cut. The
number of changes comes from the environment, so that a long run is the same test: ``STANDPUNT_MUTATIONS=20000``.
"""

import json
import os
import random
import re
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from flows.desk.check import check
from flows.desk.opening.editions import UnknownName
from flows.engine.engines import Engine
from flows.problems.records import Problem, has_errors
from flows.problems.sentences import sentence
from flows.publish.requests import Request
from flows.publish.run import run
from tests.content_tree import SMALL, write_tree

MUTATIONS = int(os.environ.get("STANDPUNT_MUTATIONS", "1000"))
PRINTED = 25
"""One in so many trees without an error is printed as well; all of them would take minutes."""
SLOWEST = 10.0
"""Seconds that one tree may take to check or to print, on a machine that others use too."""
FIXTURES = Path(__file__).parents[1] / "fixtures" / "hostile"
SENTENCES = [
    "✅ Wij zijn er klaar voor.",
    "on\u00adder\u00adne\u00admer\u00adschap",
    "\t• een punt\n\t• nog een punt",
    "• eerste\n• tweede",
    "o\teen punt uit Word",
    "1.1 De eerste paragraaf",
    "Bel ☎ 030 605 33 44 of mail ✉ info@example.org",
    "“Aangehaald” en ‘half’ … met 20–30%",
    "De provincie {hub} en ${x} en {% if x %}",
    "Zie: dit is een dubbele punt # en een hekje",
    "een\u00a0vaste\u00a0spatie\u2028regel",
    "cafe\u0301 en Ame\u0301lie",
    "abc\u202edef\u202c",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "- punt\n  - onderpunt\n    - diep",
    "> Een citaat\n> over twee regels",
    "20%~30% en 10^6 en *half",
    "[link](https://example.org/a_b_c) ![plaatje](nee.png)",
    "# Kop\n\ntekst",
    "    ingesprongen",
    "***",
    "",
    "   ",
    "-",
    "{{ hub }} {{ province.name }} {{ onbekend }}",
    "漢字 עברית عربى 😀",
    "x" * 400,
    "woord " * 900,
]


def hostile_texts() -> list[str]:
    read: Mapping[str, str | Mapping[str, object]] = json.loads((FIXTURES / "texts.json").read_text())
    return [
        each
        if isinstance(each, str)
        else str(each["repeat"]) * int(str(each["times"])) + str(each.get("then", ""))
        for each in read.values()
    ]


TEXTS = SENTENCES + hostile_texts()
FIELD = re.compile(
    r"^(\s*(?:- )?(?:text|title|source|alt|label|hub|name|role|unit|subtitle|organisation): )(.*)$",
    re.MULTILINE,
)

Tree = dict[str, str | bytes | None]
Change = Callable[[random.Random, Tree], None]


def _file(chance: random.Random, tree: Tree) -> tuple[str, str]:
    name = chance.choice([each for each in tree if isinstance(tree[each], str) and tree[each]])
    text = tree[name]
    assert isinstance(text, str)
    return name, text


def another_text(chance: random.Random, tree: Tree) -> None:
    """One field says something else."""
    name, text = _file(chance, tree)
    fields = list(FIELD.finditer(text))
    if fields:
        found, said = chance.choice(fields), chance.choice(TEXTS)
        quoted = json.dumps(said, ensure_ascii=False) if chance.random() < 0.8 else said
        tree[name] = f"{text[: found.start(2)]}{quoted}{text[found.end(2) :]}"


def a_line_gone(chance: random.Random, tree: Tree) -> None:
    """One line is deleted."""
    name, text = _file(chance, tree)
    lines = text.splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    tree[name] = "".join(lines)


def a_line_moved(chance: random.Random, tree: Tree) -> None:
    """One line stands too far to the left or to the right."""
    name, text = _file(chance, tree)
    lines = text.splitlines(keepends=True)
    at = chance.randrange(len(lines))
    lines[at] = chance.choice(
        [" " + lines[at], lines[at].lstrip(" "), "\t" + lines[at], lines[at][1:], "\u00a0" + lines[at]]
    )
    tree[name] = "".join(lines)


def a_character(chance: random.Random, tree: Tree) -> None:
    """One character is another, or gone."""
    name, text = _file(chance, tree)
    at = chance.randrange(len(text))
    other = chance.choice(
        [
            "",
            ":",
            "#",
            "–",
            "“",
            "\t",
            "\u00a0",
            "'",
            '"',
            "{",
            "}",
            "[",
            "*",
            "&",
            "\u200b",
            "\x0b",
            "0",
            "|",
            ">",
        ]
    )
    tree[name] = text[:at] + other + text[at + 1 :]


def a_file(chance: random.Random, tree: Tree) -> None:
    """A file is cut off, empty, gone, in another encoding, or full of something else."""
    name, text = _file(chance, tree)
    cut = text[: chance.randrange(len(text) + 1)]
    tree[name] = chance.choice(
        [
            cut,
            "",
            None,
            text.encode("utf-16"),
            text.encode("cp1252", "replace"),
            b"\x00\xff" + text.encode(),
            f"\ufeff{text}",
        ]
    )


CHANGES: tuple[Change, ...] = (
    another_text,
    another_text,
    another_text,
    a_line_gone,
    a_line_moved,
    a_character,
    a_file,
)


def trees() -> Iterator[tuple[int, Tree]]:
    for seed in range(MUTATIONS):
        chance = random.Random(seed)
        tree: Tree = dict(SMALL)
        for _ in range(chance.choice([1, 1, 1, 2, 3])):
            chance.choice(CHANGES)(chance, tree)
        yield seed, tree


def checked(root: Path, tree: Tree) -> tuple[Problem, ...]:
    content = write_tree(root, tree)
    try:
        return check(content, None)[2]
    except UnknownName as refused:
        return (refused.problem,)


def printed(root: Path) -> tuple[bool, list[str]]:
    build = run(Request(root=str(root)), Engine.LOCAL, 1, on_plan=lambda _: None, on_outcome=lambda _: None)
    return build.went_well, [sentence(each, "nl") for each in build.problems if has_errors([each])]


def test_every_changed_tree_is_told_or_printed(tmp_path: Path) -> None:
    sound, told = 0, 0
    for seed, tree in trees():
        root = tmp_path / str(seed)
        start = time.monotonic()
        found = checked(root, tree)
        assert time.monotonic() - start < SLOWEST, seed
        errors = [each for each in found if has_errors([each])]
        for each in errors:
            words = sentence(each, "nl")
            assert "Traceback" not in words, seed
            assert each.place is not None or each.code.startswith("SP9"), (seed, words)
        told += bool(errors)
        sound += not errors
        if not errors and sound % PRINTED == 1:
            start = time.monotonic()
            assert printed(root) == (True, []), seed
            assert time.monotonic() - start < SLOWEST, seed
    assert told > MUTATIONS // 10
    assert sound > MUTATIONS // 10


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_every_text_is_told_or_printed(tmp_path: Path, text: str) -> None:
    tree: Tree = dict(SMALL)
    chapter = SMALL["shared/2031/werken.yaml"]
    tree["shared/2031/werken.yaml"] = chapter.replace(
        "text: Doe nog iets.", f"text: {json.dumps(text, ensure_ascii=False)}"
    )
    start = time.monotonic()
    errors = [each for each in checked(tmp_path, tree) if has_errors([each])]
    assert time.monotonic() - start < SLOWEST
    assert all(each.place is not None for each in errors)
    if not errors:
        assert printed(tmp_path) == (True, [])


CONTACT = """\
contact:
  role: Secretaris
  name: Jan
  organisation: Bureau Oost
  address: [Straat 1, Ooststad]
  phone: 030 123 45 67
  email: oost@example.org
  website: www.example.org
"""
WHOLE = {
    **SMALL,
    "provinces/oost/province.yaml": SMALL["provinces/oost/province.yaml"].partition("contact:")[0] + CONTACT,
}
VALUE = re.compile(r"\b[a-z_]+: (?P<said>[^\n{[|][^\n,}]*)")
FIELDS = [
    (file, found.span("said"))
    for file, text in WHOLE.items()
    if "west" not in file
    for found in VALUE.finditer(text)
]


@pytest.mark.parametrize(
    ("file", "span"), FIELDS, ids=[f"{file}-{WHOLE[file][slice(*span)]}" for file, span in FIELDS]
)
def test_a_variable_that_nobody_knows_is_told_or_printed_in_every_field(
    file: str, span: tuple[int, int], tmp_path: Path
) -> None:
    start, end = span
    tree: Tree = {**WHOLE, file: f'{WHOLE[file][:start]}"{{{{ edition.__init__ }}}}"{WHOLE[file][end:]}'}
    errors = [each for each in checked(tmp_path, tree) if has_errors([each])]
    assert all(each.place is not None for each in errors)
    if not errors:
        assert printed(tmp_path) == (True, [])
