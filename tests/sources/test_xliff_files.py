"""XLIFF as we write it, and as the programs of translators write it."""

import re
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.problems.records import Problem
from flows.sources.po_files import LARGEST_FILE
from flows.sources.returned_files import read_returned, returned_of
from flows.sources.xliff_files import xliff_bytes
from flows.sources.xml_trees import MOST_ELEMENTS
from flows.translation.entries import Entry, sha
from flows.translation.exchange import Returned, ReturnedFile
from flows.translation.outgoing import Sent
from flows.translation.states import State
from tests.translation.exchanged import a_sent, awkward_texts, in_state

LANGUAGES = ("nl", "en")
HEAD = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    '<file original="shared/2031/en.po" source-language="nl" target-language="en" datatype="plaintext"><body>'
)
TAIL = "</body></file></xliff>"


def read(text: str) -> tuple[tuple[Returned, ...], list[Problem]]:
    came, problems = returned_of(text.encode(), "terug.xlf", LANGUAGES)
    return tuple(text for part in came if isinstance(part, ReturnedFile) for text in part.texts), problems


def only(unit: str) -> Returned:
    (found,), problems = read(HEAD + unit + TAIL)
    assert not problems
    return found


@given(st.lists(st.tuples(awkward_texts, awkward_texts), max_size=3), st.sampled_from(State))
def test_whatever_characters_a_text_has_it_comes_back_as_it_went_out(
    pairs: list[tuple[str, str]], state: State
) -> None:
    out = [in_state(state, f"vraag-{at}#text", *pair) for at, pair in enumerate(pairs)]
    written = xliff_bytes("shared/2031/en.po", LANGUAGES, out)
    (part,), problems = returned_of(written, "terug.xlf", LANGUAGES)
    assert not problems and isinstance(part, ReturnedFile) and part.original == "shared/2031/en.po"
    # What nobody translated yet and reads as its Dutch is what programs prefill.
    is_open = state in (State.MISSING, State.STALE)
    assert [each.text for each in part.texts] == [
        "" if is_open and sha(each.entry.text) == sha(each.unit.source) else each.entry.text for each in out
    ]
    # The Dutch goes out as a catalogue shows it: without soft line breaks.
    assert [each.dutch for each in part.texts] == [each.unit.source for each in out]
    assert [(each.said, each.seen) for each in part.texts] == [(each.nl_sha, each.seen) for each in out]
    assert written == xliff_bytes("shared/2031/en.po", LANGUAGES, out)


def test_a_translator_sees_variables_links_and_emphasis_as_parts_with_the_number_of_their_dutch() -> None:
    entry = Entry("vraag#text", "", "[There](#b) **we help** {{ hub }}")
    (line,) = re.findall(rb"<target.*", written(a_sent("vraag#text", "**Help** {{ hub }} [daar](#b)", entry)))
    assert line.decode() == (
        '<target state="needs-translation"><bpt id="3" rid="3" ctype="link">[</bpt>There'
        '<ept id="3" rid="3">](#b)</ept> <bpt id="1" rid="1" ctype="bold">**</bpt>we help'
        '<ept id="1" rid="1">**</ept> '
        '<ph id="2" ctype="x-variable" equiv-text="{{ hub }}">{{ hub }}</ph></target>'
    )


def written(*texts: Sent) -> bytes:
    return xliff_bytes("shared/2031/en.po", LANGUAGES, texts)


@pytest.mark.parametrize(
    ("state", "said", "read", "approved"),
    [
        (State.MISSING, 'state="needs-translation"', False, False),
        (State.STALE, 'state="needs-translation"', False, False),
        (State.MACHINE, 'state="needs-review-translation" state-qualifier="fuzzy-match"', False, False),
        (State.REVIEW, 'state="translated"', True, False),
        (State.APPROVED, 'state="final"', True, True),
    ],
)
def test_the_state_of_a_text_goes_along(state: State, said: str, read: bool, approved: bool) -> None:
    content = written(in_state(state, "vraag#text", "Doe dit.", "Do this."))
    assert said in content.decode()
    ((part,), _) = returned_of(content, "terug.xlf", LANGUAGES)
    assert isinstance(part, ReturnedFile)
    assert [(each.is_read, each.is_approved) for each in part.texts] == [(read, approved)]


def test_a_stale_text_goes_out_with_the_dutch_that_it_belongs_to_and_our_notes_do_not_come_back() -> None:
    entry = Entry("vraag#text", "Doe 250.", "Do 250.", nl_sha=sha("Doe 250."))
    content = written(a_sent("vraag#text", "Doe 300.", entry, "vraag", "mkb → SMEs")).decode()
    assert "<source>Doe 300.</source>" in content and "     <source>Doe 250.</source>" in content
    assert '<note from="standpunt">mkb → SMEs</note>' in content
    ((text,), _) = read(content)
    assert (text.dutch, text.text, text.comments) == ("Doe 300.", "Do 250.", ())


def test_a_unit_of_another_tool_is_read_whatever_its_order_groups_and_foreign_elements() -> None:
    found = only(
        '<group id="g"><trans-unit id="17" resname="vraag#text" xmlns:m="http://x"><note from="Anna">Klopt dit?\n'
        '</note><alt-trans><source>Anders</source><target>Other</target></alt-trans><m:status conf="1"/>\n'
        '<target state="signed-off" xml:lang="en">Do <m:x>hidden</m:x>this.</target>'
        "<seg-source>Doe dit.</seg-source><source>Doe dit.</source></trans-unit></group>"
    )
    assert (found.context, found.dutch, found.text) == ("vraag#text", "Doe dit.", "Do this.")
    assert found.is_approved and found.comments == ("Klopt dit?",)
    assert str(found.place) == "terug.xlf:3:1"


@pytest.mark.parametrize(
    "target",
    [
        'Do <x id="2"/> <g id="9">now</g> <bx id="1"/>here<ex id="1"/>',
        'Do <ph id="2"/> now <bpt id="1"/>here<ept id="1"/>',
        'Do <ph id="9" equiv-text="{{ hub }}"/> now <it id="8" pos="open">**</it>here<it id="7" pos="close">**</it>',
        '<mrk mtype="seg" mid="1">Do <ph id="2">{{ hub }}</ph> now</mrk> <mrk mtype="seg" mid="2">**here**</mrk>',
        'Do <ph id="2"><sub>{{ hub }}</sub></ph> <mrk mtype="x-sdl-deleted">never</mrk>now **here**',
    ],
)
def test_the_inline_elements_of_other_tools_are_read(target: str) -> None:
    source = 'Doe <bpt id="1">**</bpt>hier<ept id="1">**</ept> <ph id="2">{{ hub }}</ph>'
    unit = f'<trans-unit id="a#text"><source>{source}</source><target>{target}</target></trans-unit>'
    assert only(unit).text == "Do {{ hub }} now **here**"


def test_parts_inside_each_other_are_read_in_the_time_that_their_number_takes() -> None:
    inside = "<ph>" * 80 + '<x id="1"/>' * 20_000 + "a" + "</ph>" * 80
    began = process_time()
    assert only(f'<trans-unit id="a#t"><source>{inside}</source><target/></trans-unit>').dutch == "a"
    assert process_time() - began < 5


def test_a_text_of_which_the_program_says_that_it_wrote_it_itself_is_no_persons_work() -> None:
    target = '<target state="needs-review-translation" state-qualifier="mt-suggestion">Do this.</target>'
    assert (
        only(f'<trans-unit id="a#text"><source>Doe dit.</source>{target}</trans-unit>').origin == "mt:xliff"
    )


@pytest.mark.parametrize("names", ['id="7" resname="a#text"', 'id="a#text" resname="Kop"', 'id="a#text"'])
def test_a_text_is_known_by_whichever_of_its_names_is_ours(names: str) -> None:
    assert only(f"<trans-unit {names}><source>x</source></trans-unit>").context == "a#text"


def test_a_unit_without_a_target_or_that_is_not_to_be_translated_gives_no_translation() -> None:
    assert only('<trans-unit id="a#text"><source>Doe dit.</source></trans-unit>').text == ""
    assert read(f'{HEAD}<trans-unit id="a" translate="no"><source>x</source></trans-unit>{TAIL}') == ((), [])


@pytest.mark.parametrize("said", ["en-GB", "EN", "en_us"])
def test_the_region_of_a_language_does_not_matter(said: str) -> None:
    (found,), problems = read(f"{HEAD}{UNIT}{TAIL}".replace('"en"', f'"{said}"'))
    assert not problems and found.text == "Do"
    (found,), problems = read(f"{HEAD}{UNIT}{TAIL}".replace(' target-language="en"', ""))
    assert not problems and found.text == "Do"


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><xliff>&b;</xliff>'
UNIT = '<trans-unit id="a#text"><source>Doe</source><target>Do</target></trans-unit>'


@pytest.mark.parametrize(
    ("content", "code", "place"),
    [
        ("<xliff", "SP890", "1:1"),
        (f"{HEAD}\n  <x></y>{TAIL}", "SP890", "2:8"),
        (f"{HEAD}\n&#0;{TAIL}", "SP890", "2:1"),
        (f"{HEAD}\n é &niets;{TAIL}", "SP890", "2:4"),
        (BOMB, "SP891", "1:13"),
        ('<!DOCTYPE x SYSTEM "file:///etc/passwd"><xliff/>', "SP893", "1:41"),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff>&a;</xliff>', "SP891", "1:13"),
        ('<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">&niets;</tmx>', "SP891", "1:53"),
        (b"PK\x03\x04rest", "SP892", "1:1"),
        ('<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>', "SP106", "1:1"),
        ('<xliff version="1.2"/>', "SP106", "1:1"),
        ('<xliff version="3.0"/>', "SP893", "1:1"),
        ("<html/>", "SP893", "1:1"),
        (f"{HEAD}{TAIL}".replace('"en"', '"de"'), "SP894", "1:68"),
        (f"{HEAD}{TAIL}".replace('"nl"', '"fr"'), "SP894", "1:68"),
        (f"{HEAD}{UNIT}\n {UNIT}{TAIL}", "SP895", "2:2"),
        (f"{HEAD}{'<g>' * 200}", "SP107", "1:463"),
        (f"{HEAD}\n ".encode() + b"caf\xe9", "SP104", "2:5"),
        (b"<?xml version='1.0' encoding='UTF-99'?><xliff/>", "SP840", "1:31"),
        (b"  \n", "SP106", "1:1"),
        (b"zomaar tekst", "SP851", "1:1"),
        (b"\x89PNG\r\n\x1a\n", "SP104", "1:1"),
    ],
)
def test_a_file_that_cannot_be_read_gets_one_sentence_at_its_place(
    content: str | bytes, code: str, place: str
) -> None:
    came, problems = returned_of(
        content if isinstance(content, bytes) else content.encode(), "t.xlf", LANGUAGES
    )
    assert came == ()
    assert [(each.code, str(each.place)) for each in problems] == [(code, f"t.xlf:{place}")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_a_file_in_the_encoding_that_it_names_is_read(encoding: str) -> None:
    name = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{name}"?>{HEAD}{UNIT}{TAIL}'
    came, problems = returned_of(text.replace(">Do<", ">Café<").encode(encoding), "t.xlf", LANGUAGES)
    assert not problems and isinstance(came[0], ReturnedFile) and came[0].texts[0].text == "Café"


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f"{HEAD}{text}{TAIL}".encode()))
def test_no_file_whatever_makes_the_reader_fall_over(content: bytes) -> None:
    came, problems = returned_of(content, "t.xlf", LANGUAGES)
    assert bool(came) != bool(problems)


def test_a_file_that_is_too_large_or_not_there_or_no_file_is_not_opened(tmp_path: Path) -> None:
    large = tmp_path / "groot.xlf"
    with large.open("wb") as stream:
        stream.truncate(LARGEST_FILE + 1)
    for path, code in ((large, "SP105"), (tmp_path / "weg.xlf", "SP108"), (tmp_path, "SP716")):
        came, problems = read_returned(path, "t.xlf", LANGUAGES)
        assert came == () and [each.code for each in problems] == [code]


def test_a_file_of_more_elements_than_any_tool_makes_is_one_problem() -> None:
    came, (found,) = returned_of((HEAD + "<x/>" * MOST_ELEMENTS).encode(), "f.xlf", ("nl", "en"))
    assert not came
    assert (found.code, found.args) == ("SP138", {"most": MOST_ELEMENTS, "construct": "elements"})
