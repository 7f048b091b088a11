"""PO files as the outside world makes them, and as we do."""

import shutil
import subprocess
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.problems.records import Problem
from flows.sources.po_files import (
    MOST_LINES_OF_ALL,
    MOST_TEXTS,
    catalogue_bytes,
    catalogue_of,
    read_catalogue,
    returned_catalogue,
)
from flows.sources.po_places import written_texts
from flows.translation.entries import Catalogue, Entry
from flows.wording.characters import tidied

HEAD = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'

texts = (
    st.text(st.characters(codec="utf-8", exclude_categories=["Co"]), min_size=1).map(tidied).filter(str.strip)
)
words = st.from_regex(r"[a-zé:]{1,8}( [a-zé:]{1,8}){0,2}", fullmatch=True)
whole = texts.map(lambda text: text.strip("\n")).filter(str.strip)
entries = st.builds(
    Entry,
    context=texts,
    source=texts,
    text=st.just("") | whole,
    nl_sha=st.just("") | st.from_regex(r"[0-9a-f]{12}", fullmatch=True),
    origin=st.sampled_from(["", "human", "tm:93", "mt:deepl"]),
    fuzzy=st.booleans(),
    previous=st.just("") | texts,
    comments=st.lists(words, max_size=2).map(tuple),
    notes=st.lists(words, max_size=2).map(tuple),
    flags=st.sampled_from([(), ("no-wrap",), ("no-wrap", "python-format")]),
)


def read(text: str) -> tuple[Catalogue | None, list[Problem]]:
    return catalogue_of((HEAD + text).encode(), "en.po", "en")


@given(
    st.lists(entries, max_size=4, unique_by=lambda entry: entry.context),
    st.lists(st.builds(Entry, context=texts, source=texts, text=whole), max_size=2),
)
def test_what_is_written_is_read_back(active: list[Entry], obsolete: list[Entry]) -> None:
    catalogue = Catalogue("en", {entry.context: entry for entry in active}, tuple(obsolete), "Kop.")
    content = catalogue_bytes(catalogue)
    back, problems = catalogue_of(content, "en.po", "en")
    assert (back, problems) == (catalogue, [])
    assert back is not None
    assert list(back.entries) == list(catalogue.entries)
    assert catalogue_bytes(back) == content


@given(
    st.binary(max_size=60) | st.text(max_size=60).map(lambda text: (HEAD + text).encode("utf-8", "ignore"))
)
def test_anything_else_is_a_catalogue_or_a_problem_with_a_place(content: bytes) -> None:
    catalogue, problems = catalogue_of(content, "en.po", "en")
    assert (catalogue is None) == bool(problems)
    lines = len(content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))
    assert all(each.place is not None and 1 <= each.place.line <= lines for each in problems)


FULL = Catalogue(
    "en",
    {
        "a#text": Entry(
            "a#text",
            'Zeg "ja"\\nee.\n\n* een\n* twee',
            'Say "yes"\\no.\n\n* one\n* two\n',
            "0123456789ab",
            "mt:x",
            fuzzy=True,
            previous="Zeg niets.",
            comments=("Let op de toon.",),
            notes=("vraag",),
            flags=("no-wrap",),
        ),
        "b#text": Entry("b#text", "Een lange zin " * 20 + "zonder afbreking."),
    },
    (Entry("weg#text", "Weg.", "Gone.", "ba9876543210", "human", fuzzy=True, comments=("Bewaren.",)),),
)


def test_a_file_shows_what_somebody_has_to_know_and_nothing_that_moves() -> None:
    text = catalogue_bytes(FULL).decode()
    assert "# Let op de toon.\n# nl-sha: 0123456789ab\n# origin: mt:x\n#. vraag\n#, fuzzy, no-wrap\n" in text
    assert '#| msgid "Zeg niets."\nmsgctxt "a#text"\nmsgid ""\n"Zeg \\"ja\\"\\\\nee.\\n"\n' in text
    assert '#~ msgctxt "weg#text"\n#~ msgid "Weg."\n#~ msgstr "Gone."\n' in text
    assert max(map(len, text.splitlines())) > 200
    assert "Date" not in text and "#:" not in text


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed here")
def test_gettext_takes_the_files(tmp_path: Path) -> None:
    (tmp_path / "en.po").write_bytes(catalogue_bytes(FULL))
    done = subprocess.run(
        ["msgfmt", "--check-format", "-o", tmp_path / "en.mo", tmp_path / "en.po"],
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="gettext is not installed here")
@pytest.mark.parametrize("habit", ["--width=60", "--no-wrap", "--add-location"])
def test_the_layout_of_another_program_leaves_no_trace(habit: str) -> None:
    content = catalogue_bytes(FULL)
    done = subprocess.run(["msgcat", habit, "-"], input=content, capture_output=True, check=True)
    catalogue, problems = catalogue_of(done.stdout, "en.po", "en")
    assert catalogue is not None and not problems
    assert catalogue_bytes(catalogue) == content


def test_what_other_programs_wrote_stays_but_their_dates_go() -> None:
    head = HEAD.rstrip("\n") + '\n"X-Domain: standpunt\\n"\n"PO-Revision-Date: 2026-11-23 10:00+0100\\n"\n\n'
    entry = '#. noot\n#: a.py:3\n#, fuzzy, c-format\nmsgctxt "a#text"\nmsgid "Ja."\nmsgstr "Yes."\n'
    catalogue, problems = catalogue_of((head + entry).encode(), "en.po", "en")
    assert catalogue is not None and not problems
    again = catalogue_bytes(catalogue).decode()
    assert "X-Domain: standpunt" in again and "#. noot" in again and "#, fuzzy, c-format" in again
    assert "Date" not in again and "a.py" not in again


def test_two_hashes_left_by_a_merge_count_as_none() -> None:
    catalogue, _ = read(
        '# nl-sha: 0123456789ab\n# nl-sha: ba9876543210\nmsgctxt "a#t"\nmsgid "Ja."\nmsgstr "Yes."\n'
    )
    assert catalogue is not None
    assert catalogue.entries["a#t"].nl_sha == ""


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ('msgctxt "a#t"\nmsgid "Ja.\nmsgstr "Yes."\n', "SP851", "en.po:7:7"),
        ('msgctxt "a#t"\nmsgid "Ja" nee"\nmsgstr "Yes."\n', "SP851", "en.po:7:7"),
        ('msgctxt "a#t"\nmsgid "Ja."\n<<<<<<< HEAD\nmsgstr "Yes."\n', "SP851", "en.po:8:1"),
        ('msgctxt "a#t"\nmsgstr "Yes."\n', "SP851", "en.po:7:1"),
        (
            'msgctxt "a#t"\nmsgid "Ja."\nmsgstr "Yes."\n\nmsgctxt "a#t"\nmsgid "Nee."\nmsgstr ""\n',
            "SP852",
            "en.po:10:10",
        ),
        ('msgid "Ja."\nmsgstr "Yes."\n', "SP853", "en.po:6:1"),
        ('msgid "Ja."\nmsgstr "Yes."\n\n' * 50, "SP853", "en.po:6:1"),
        ('msgctxt "a#t"\nmsgid "Ja."\nmsgstr[0] "Yes."\n', "SP853", "en.po:6:1"),
        ("# a\n" * 3000, "SP847", "en.po:2001:1"),
        ('msgctxt "a#t"\nmsgid "Ja."\nmsgstr "' + "a\\n" * 3000 + '"\n', "SP847", "en.po:8:9010"),
        ('msgctxt "a#t"\nmsgid "Ja."\nmsgid_plural "Ja\'s."\nmsgstr[0] "Yes."\n', "SP853", "en.po:6:1"),
    ],
)
def test_a_broken_file_says_where(text: str, code: str, place: str) -> None:
    catalogue, problems = read(text)
    assert catalogue is None
    assert [(each.code, str(each.place)) for each in problems] == [(code, place)]


def test_a_file_of_another_language_or_encoding_is_refused() -> None:
    _, problems = catalogue_of(HEAD.encode(), "de.po", "de")
    assert [(each.code, str(each.place)) for each in problems] == [("SP854", "de.po:3:1")]
    _, problems = catalogue_of(HEAD.encode() + "# één\n".encode("latin-1"), "en.po", "en")
    assert [(each.code, str(each.place)) for each in problems] == [("SP104", "en.po:6:3")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_a_file_in_windows_unicode_is_told_as_that(encoding: str) -> None:
    mark = b"" if encoding == "utf-16" else b"\xfe\xff"
    catalogue, (found,) = catalogue_of(mark + HEAD.encode(encoding), "en.po", "en")
    assert catalogue is None
    assert (found.code, str(found.place), found.args) == ("SP104", "en.po:1:1", {"encoding": "UTF-16"})


def test_an_empty_language_is_an_absent_one() -> None:
    for said in ("", " ", "en"):
        content = (
            HEAD.replace("Language: en", f"Language: {said}") + 'msgctxt "a#t"\nmsgid "Ja."\nmsgstr "Yes."\n'
        )
        catalogue, problems = catalogue_of(content.encode(), "en.po", "en")
        assert catalogue is not None and not problems
        assert "Language" not in catalogue.metadata


def test_what_a_file_from_elsewhere_has_of_others_is_told_apart() -> None:
    text = 'msgctxt "menu"\nmsgid "A"\nmsgstr "B"\n\nmsgctxt "menu"\nmsgid "C"\nmsgstr "D"\n\n'
    text += 'msgid "E"\nmsgid_plural "F"\nmsgstr[0] "G"\nmsgstr[1] "H"\n\nmsgctxt "a#t"\nmsgid "Ja."\nmsgstr "Yes."\n'
    content = (HEAD.replace("Language: en", "Language: en_GB") + text).encode()
    catalogue, strangers, problems = returned_catalogue(content, "en.po", "en")
    assert catalogue is not None and not problems and list(catalogue.entries) == ["a#t"]
    assert [(str(place), each.source) for place, each in strangers] == [
        ("en.po:6:1", "A"), ("en.po:10:1", "C"), ("en.po:14:1", "E"),
    ]  # fmt: skip


def test_a_file_that_is_not_there_is_an_empty_catalogue_and_a_huge_one_is_refused(tmp_path: Path) -> None:
    assert read_catalogue(tmp_path, "en.po", "en") == (Catalogue("en"), b"", [])
    with (tmp_path / "en.po").open("wb") as stream:
        stream.truncate(21 * 1024 * 1024)
    catalogue, _, problems = read_catalogue(tmp_path, "en.po", "en")
    assert catalogue is None
    assert [each.code for each in problems] == ["SP105"]


def test_a_file_with_windows_line_ends_and_a_mark_in_front_is_read() -> None:
    text = (HEAD + 'msgctxt "a#t"\nmsgid "Ja."\nmsgstr "Yes."\n').replace("\n", "\r\n")
    catalogue, problems = catalogue_of(b"\xef\xbb\xbf" + text.encode(), "en.po", "en")
    assert catalogue is not None and not problems
    assert catalogue.entries["a#t"].text == "Yes."


@pytest.mark.parametrize("last", ["#.", "#,", "#:", "#~|", '#~| msgid "Nee."', "#, fuzzy", "# Let op."])
def test_a_file_that_ends_halfway_keeps_every_translation_before_it(last: str) -> None:
    catalogue, problems = read(f'msgctxt "a#t"\nmsgid "Ja."\nmsgstr "Yes."\n\n{last}')
    assert catalogue is not None and not problems
    assert catalogue.entries["a#t"].text == "Yes."


def test_a_file_with_the_line_ends_of_an_old_mac_is_read_and_its_texts_have_a_place() -> None:
    content = f'# Kop.\n{HEAD}msgctxt "a#t"\nmsgid "Ja."\nmsgstr "Yes."\n'.replace("\n", "\r").encode()
    catalogue, problems = catalogue_of(content, "en.po", "en")
    assert catalogue is not None and not problems
    assert str(written_texts(content, "en.po")["a#t"].locate("Yes")) == "en.po:9:9"


def test_a_comment_with_a_million_spaces_is_read_at_once() -> None:
    began = process_time()
    written = written_texts(f'# a{" " * 10**6}b\nmsgctxt "a#t"\nmsgid ""\nmsgstr ""\n'.encode(), "en.po")
    assert [len(text) for _, _, text in written["a#t"].comments] == [10**6 + 2]
    assert process_time() - began < 5


odd = st.text('ab \t\r\v\f\x00\x1c\x85\u2028\ud800"\\#', max_size=6)


@given(
    st.builds(Entry, st.just("a#t"), odd, odd, previous=odd, comments=st.tuples(odd), notes=st.tuples(odd))
)
def test_whatever_characters_come_from_elsewhere_a_written_file_can_be_read(entry: Entry) -> None:
    catalogue, problems = catalogue_of(catalogue_bytes(Catalogue("en", {"a#t": entry})), "en.po", "en")
    assert catalogue is not None and not problems
    assert catalogue.entries["a#t"].text == tidied(entry.text.replace("\ud800", "?"))


@pytest.mark.parametrize(
    ("text", "construct"),
    [
        ('msgctxt "a#b"\nmsgid "a"\nmsgstr "b"\n\n' * (MOST_TEXTS + 1), "texts"),
        ('#~ msgid "a"\n#~ msgstr "b"\n\n' * (MOST_TEXTS + 1), "texts"),
        ("\n" * MOST_LINES_OF_ALL, "lines"),
    ],
)
def test_a_file_of_more_texts_than_anybody_translates_is_one_problem(text: str, construct: str) -> None:
    catalogue, (found,) = catalogue_of((HEAD + text).encode(), "en.po", "en")
    assert catalogue is None
    assert (found.code, found.args["construct"]) == ("SP138", construct)
