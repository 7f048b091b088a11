"""Translation memories in TMX, ours and those of others."""

from time import process_time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from flows.sources.returned_files import returned_of
from flows.sources.tmx_files import tmx_bytes
from flows.translation.exchange import Suggestion
from tests.translation.exchanged import awkward_texts

LANGUAGES = ("nl", "en")


def read(content: bytes) -> list[tuple[str, str]]:
    came, problems = returned_of(content, "geheugen.tmx", LANGUAGES)
    assert not problems
    return [(each.dutch, each.text) for each in came if isinstance(each, Suggestion)]


@example([("", "\\\x1f")])
@given(st.lists(st.tuples(awkward_texts, awkward_texts), max_size=4))
def test_a_memory_gives_back_every_pair_once_and_in_one_order(pairs: list[tuple[str, str]]) -> None:
    written = tmx_bytes(LANGUAGES, pairs)
    assert read(written) == sorted(set(pairs))
    assert written == tmx_bytes(LANGUAGES, reversed(pairs))


def test_a_memory_of_another_tool_is_read_with_its_regions_doctype_and_inline_elements() -> None:
    content = (
        '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header/><body>'
        '<tu tuid="1"><prop type="x">y</prop>'
        '<tuv xml:lang="EN-GB"><note>n</note><seg>Do <hi>this</hi> <ph x="1">{{ hub }}</ph></seg></tuv>'
        '<tuv lang="nl_NL"><seg>Doe <bpt i="1">**</bpt>dit<ept i="1">**</ept></seg></tuv></tu>'
        '<tu><tuv xml:lang="nl"><seg>Alleen dit</seg></tuv><tuv xml:lang="de"><seg>Nur das</seg></tuv></tu>'
        "</body></tmx>"
    )
    assert read(content.encode()) == [("Doe **dit**", "Do this {{ hub }}")]


@pytest.mark.parametrize(
    ("version", "doctype"),
    [
        ("1.1", 'SYSTEM "tmx11.dtd"'),
        ("1.3", 'PUBLIC "-//LISA OSCAR:1998//DTD for Translation Memory eXchange//EN" "tmx13.dtd"'),
        ("1.4", 'SYSTEM "http://www.lisa.org/tmx/tmx14.dtd"'),
        ("1.4", 'SYSTEM "C:\\memoq\\eigen.dtd"'),
    ],
)
@pytest.mark.parametrize("namespace", ["", ' xmlns="http://www.lisa.org/tmx14"'])
def test_a_document_type_that_only_names_a_file_fetches_nothing_and_is_no_threat(
    version: str, doctype: str, namespace: str
) -> None:
    content = (
        f'<!DOCTYPE tmx {doctype}><tmx version="{version}"{namespace}><header/><body><tu>'
        '<tuv lang="NL-NL"><seg>Doe dit</seg></tuv><tuv lang="EN-GB"><seg>Do this</seg></tuv></tu></body></tmx>'
    )
    assert read(content.encode()) == [("Doe dit", "Do this")]


def variants(*units: str) -> tuple[list[str], list[tuple[object, object]]]:
    """The translations that are taken of units of which each names its variants, and what is said of that."""
    body = "".join(
        '<tu><tuv xml:lang="nl"><seg>Doe dit</seg></tuv>'
        + "".join(f'<tuv xml:lang="{each}"><seg>{each}</seg></tuv>' for each in unit.split())
        + "</tu>"
        for unit in units
    )
    came, problems = returned_of(f'<tmx version="1.4"><body>{body}</body></tmx>'.encode(), "g.tmx", LANGUAGES)
    assert {each.code for each in problems} <= {"SP846"}
    return [each.text for each in came if isinstance(each, Suggestion)], [
        (each.args["variants"], each.args["taken"]) for each in problems
    ]


def test_of_variants_of_a_language_the_exact_one_counts_and_else_the_first_of_the_memory() -> None:
    assert variants("en-GB en-US") == (["en-GB"], [(("en-GB", "en-US"), "en-GB")])
    assert variants("en-GB en", "en-US") == (["en", "en-US"], [(("en", "en-GB"), "en")])
    assert variants("en-GB", "en-US en-GB", "en_US") == (
        ["en-GB", "en-GB", "en_US"],
        [(("en-GB", "en-US"), "en-GB")],
    )
    assert variants("en-GB de-DE") == (["en-GB"], [])


def test_a_memory_without_the_two_languages_is_refused_and_an_empty_one_is_only_empty() -> None:
    content = '<tmx version="1.4"><body>{}</body></tmx>'
    unit = '<tu><tuv xml:lang="nl"><seg>a</seg></tuv><tuv xml:lang="de"><seg>b</seg></tuv></tu>'
    assert returned_of(content.format("").encode(), "g.tmx", LANGUAGES) == ((), [])
    came, problems = returned_of(content.format(unit).encode(), "g.tmx", LANGUAGES)
    assert came == () and [(each.code, each.args["said"]) for each in problems] == [("SP894", "de, nl")]


def test_a_memory_in_very_many_languages_is_refused_at_once() -> None:
    units = "".join(f'<tu><tuv xml:lang="x{at}"><seg/></tuv></tu>' for at in range(40_000))
    began = process_time()
    _, (found,) = returned_of(f'<tmx version="1.4"><body>{units}</body></tmx>'.encode(), "g.tmx", LANGUAGES)
    assert found.code == "SP894"
    assert process_time() - began < 5
