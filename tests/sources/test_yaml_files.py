"""Every value of a file, with the place where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from flows.positions.places import Span
from flows.problems.records import has_errors
from flows.sources.yaml_files import MOST_LINES, MOST_VALUES, marked_bytes, marked_text
from flows.wording.characters import tidied


def test_values_know_line_and_column() -> None:
    marked, problems = marked_text("a: 1\nlijst:\n  - één: x\n    b: [p, q]\n", "f.yaml")
    assert not problems
    assert marked is not None
    assert str(marked.span("lijst", 0, "b", 1).place) == "f.yaml:4:12"
    assert str(marked.key("lijst", 0, "één")) == "f.yaml:3:5"


def test_a_word_inside_a_block_text_knows_its_own_place() -> None:
    marked, _ = marked_text("t: |\n  een twee\n  drie twee vier\n", "f.yaml")
    assert marked is not None
    span: Span = marked.span("t")
    assert str(span.locate("twee")) == "f.yaml:2:7"
    assert str(span.locate("twee", 1)) == "f.yaml:3:8"
    assert str(span.locate("niet daar")) == "f.yaml:1:4"


def test_yaml_of_the_core_schema_keeps_dutch_words_words() -> None:
    marked, _ = marked_text("a: no\nb: ja\nc: 0612345678\nd: 2022-07\ne: 12:30\nf: on\n", "f.yaml")
    assert marked is not None
    assert [type(value).__name__ for value in marked.data.values()] == [
        "str",
        "str",
        "WrittenInt",
        "str",
        "str",
        "str",
    ]
    assert marked.data["c"].written == "0612345678"


def test_a_key_without_a_value_counts_as_absent_but_keeps_its_place() -> None:
    marked, _ = marked_text("a:\nb: ~\nc: x\n", "f.yaml")
    assert marked is not None
    assert marked.data == {"c": "x"}
    assert str(marked.key("b")) == "f.yaml:2:1"


def test_windows_files_with_a_byte_order_mark_are_read() -> None:
    marked, problems = marked_bytes(b"\xef\xbb\xbfa: x\r\nb: y\r\n", "f.yaml")
    assert not problems
    assert marked is not None
    assert marked.data == {"a": "x", "b": "y"}


def test_a_byte_that_is_no_utf_8_is_told_with_its_place_also_behind_a_byte_order_mark() -> None:
    for mark in (b"", b"\xef\xbb\xbf"):
        _, (found,) = marked_bytes(mark + b"a: x\nb: caf\xe9\n", "f.yaml")
        assert (found.code, str(found.place), found.args) == (
            "SP104",
            "f.yaml:2:7",
            {"byte": "0xE9", "encoding": "Windows-1252", "character": "é"},
        )


values = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=12) | st.integers(-10**6, 10**6) | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abcdefgh", min_size=1, max_size=4), inner, max_size=3),
    max_leaves=12,
)  # fmt: skip


@given(st.dictionaries(st.text("abcdefgh", min_size=1, max_size=4), values, min_size=1, max_size=4))
def test_law_what_ruamel_writes_is_read_as_it_was(data: dict[str, object]) -> None:
    from io import StringIO

    stream = StringIO()
    YAML(typ="safe").dump(data, stream)
    marked, problems = marked_text(stream.getvalue(), "f.yaml")
    assert not problems
    assert marked is not None
    assert marked.data == as_tuples(data)


def as_tuples(value: object) -> object:
    if isinstance(value, dict):
        return {key: as_tuples(item) for key, item in value.items()}
    if isinstance(value, list):
        return tuple(as_tuples(item) for item in value)
    return tidied(value) if isinstance(value, str) else value


@given(st.binary(max_size=200))
def test_law_no_bytes_make_the_reader_fall_over(content: bytes) -> None:
    marked, problems = marked_bytes(content, "f.yaml")
    assert (marked is None) == has_errors(problems)


def test_a_text_of_many_lines_before_a_mistake_ends_in_a_message() -> None:
    content = "a: |\n" + f"{' ' * 1000}\n" * 3000 + "  x\n b: [\n"
    read, problems = marked_bytes(content.encode(), "f.yaml")
    assert read is None
    assert [each.place is not None and 0 < each.place.line <= 3003 for each in problems] == [True]


HUGE = {
    "a list without an end": ("a: [" + "a, " * MOST_VALUES, "keys-and-values"),
    "a block without an end": ("a: {" + "a, " * MOST_VALUES, "keys-and-values"),
    "keys": ("".join(f"k{each}: 1\n" for each in range(MOST_VALUES)), "keys-and-values"),
    "one key very often": ("a: 1\n" * MOST_VALUES, "keys-and-values"),
    "lines": ("a: |\n" + "  x\n" * MOST_LINES, "lines"),
    "lines of windows": ("a: |\r\n" + "  x\r\n" * MOST_LINES, "lines"),
    "lines of an old mac": ("a: |\r" + "  x\r" * MOST_LINES, "lines"),
}


@pytest.mark.parametrize("case", HUGE)
def test_a_file_that_nobody_wrote_is_one_problem(case: str) -> None:
    text, construct = HUGE[case]
    marked, (found,) = marked_text(text, "f.yaml")
    assert marked is None
    assert found.code == "SP138"
    assert found.args["construct"] == construct


def test_a_text_of_almost_as_many_lines_is_read() -> None:
    marked, problems = marked_text("a: |\r\n" + "  x\r\n" * (MOST_LINES - 1), "f.yaml")
    assert marked is not None and not problems
