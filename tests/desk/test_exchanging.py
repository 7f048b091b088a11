"""Files that go to translators and come back, on disk."""

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from flows.desk.approving import Approval, approve
from flows.desk.catalogues import open_shelf
from flows.desk.editions import UnknownName
from flows.desk.exchanging import Question, TakenFile, take_over
from flows.desk.handing_out import Format, hand_out, hand_out_memory
from flows.desk.translating import sync
from flows.problems.records import Place, Problem
from flows.sources.content import Content
from flows.sources.po_files import read_catalogue
from flows.sources.returned_files import returned_of
from flows.sources.tmx_files import tmx_bytes
from flows.translation.entries import Entry
from flows.translation.exchange import Fate, Returned, ReturnedFile, Wishes
from flows.translation.states import State, state_of
from tests.content_tree import CHAPTER, OWN, PROVINCE, write_tree
from tests.revisions import commit, git, needs_git

ENGLISH = PROVINCE.replace("[nl]", "[nl, en]").replace(
    "contact:", "  en: {name: East, in: in East, of: of East, adjective: Eastern}\ncontact:"
)
NATIONAL, OOST = "shared/2031/en.po", "provinces/oost/2031.en.po"
TRUST = Wishes(trust_approved=True)


@pytest.fixture
def content(tmp_path: Path) -> Content:
    tree = write_tree(tmp_path / "root", {"provinces/oost/province.yaml": ENGLISH})
    sync(tree, "2031")
    return tree


def went_out(
    content: Content,
    form: Format = Format.XLIFF,
    province: str | None = None,
    states: tuple[State, ...] = tuple(State),
) -> Path:
    """Export everything to a file."""
    made = hand_out(content, "2031", "en", province=province, form=form, states=states, ui="nl")
    path = content.root.parent / made.name
    path.write_bytes(made.content)
    return path


def answer(path: Path, texts: dict[str, str], state: str = "translated") -> Path:
    """Fill an exported file in, as a translator does."""
    written = path.read_text()
    for context, text in texts.items():
        if path.suffix == ".po":
            before, key, after = written.partition(f'msgctxt "{context}"\n')
            before = before.removesuffix("#, fuzzy\n")
            after = re.sub(r'msgstr ".*"', lambda _: f'msgstr "{text}"', after, count=1)  # noqa: B023
        else:
            before, key, after = written.partition(f'resname="{context}"')
            filled = f'<target state="{state}">{text}</target>'
            after = re.sub(r"<target .*</target>", lambda _: filled, after, count=1)  # noqa: B023
        assert key
        written = before + key + after
    path.write_text(written)
    return path


def take(content: Content, *files: Path, wishes: Wishes = Wishes(), dry_run: bool = False, province: str | None = None) -> tuple[tuple[TakenFile, ...], tuple[Problem, ...]]:  # fmt: skip  # noqa: B008
    return take_over(content, Question("2031", "en", province, wishes, dry_run), files)


def fates(taken: tuple[TakenFile, ...]) -> dict[str, Fate]:
    """What became of each text, without those that nobody translated."""
    return {
        each.returned.context: each.fate
        for one in taken
        for each in one.arrivals
        if each.fate is not Fate.EMPTY
    }


def entry(content: Content, context: str, file: str = NATIONAL) -> Entry:
    catalogue, _, _ = read_catalogue(content.root, file, "en")
    assert catalogue is not None
    return catalogue.entries[context]


def state(content: Content, context: str) -> State:
    opened = open_shelf(content, "2031").find("en")
    assert opened is not None
    (unit,) = (each for each in opened.units if each.context == context)
    return state_of(opened.catalogue.entries.get(context), unit.text)


def change_dutch(content: Content) -> None:
    (content.root / "shared/2031/werken.yaml").write_text(CHAPTER.replace("250", "300"))


@pytest.mark.parametrize("form", [Format.PO, Format.XLIFF])
def test_translations_come_back_to_be_read_and_a_second_time_change_nothing(
    content: Content, form: Format
) -> None:
    back = answer(
        went_out(content, form), {"vraag-een#text": "Do 250 things.", "vraag-twee#text": "Do something."}
    )
    taken, problems = take(content, back)
    assert not problems and [(each.file, each.written) for each in taken] == [(NATIONAL, True)]
    assert fates(taken) == {"vraag-een#text": Fate.TAKEN, "vraag-twee#text": Fate.TAKEN}
    assert state(content, "vraag-een#text") is State.REVIEW
    before = (content.root / NATIONAL).read_bytes()
    sync(content, "2031")
    assert (content.root / NATIONAL).read_bytes() == before
    taken, problems = take(content, back)
    assert not problems and set(fates(taken).values()) == {Fate.UNCHANGED}
    assert (content.root / NATIONAL).read_bytes() == before


def test_a_dry_run_says_the_same_and_writes_nothing(content: Content) -> None:
    back = answer(went_out(content), {"vraag-een#text": "Do 250 things."})
    before = (content.root / NATIONAL).read_bytes()
    taken, _ = take(content, back, dry_run=True)
    assert taken[0].written and fates(taken) == {"vraag-een#text": Fate.TAKEN}
    assert (content.root / NATIONAL).read_bytes() == before


@pytest.mark.parametrize("form", [Format.PO, Format.XLIFF])
def test_a_file_made_from_last_weeks_dutch_approves_nothing_and_replaces_nothing_of_today(
    content: Content, form: Format
) -> None:
    last_week = went_out(content, form).rename(content.root.parent / f"oud.{form}")
    last_week = last_week.rename(last_week.with_suffix(".po" if form is Format.PO else ".xlf"))
    change_dutch(content)
    sync(content, "2031")
    answer(last_week, {"vraag-een#text": "Do 250 things.", "vraag-twee#text": "Do something."}, "final")
    taken, _ = take(content, last_week, wishes=TRUST)
    assert fates(taken)["vraag-een#text"] is Fate.STALE
    assert state(content, "vraag-een#text") is State.STALE
    assert entry(content, "vraag-een#text").previous == "Doe 250 dingen."
    today = answer(went_out(content), {"vraag-een#text": "Do 300 things."}, "final")
    assert fates(take(content, today, wishes=TRUST)[0])["vraag-een#text"] is Fate.APPROVED
    taken, problems = take(content, last_week, wishes=Wishes(trust_approved=True, overwrite=True))
    assert fates(taken)["vraag-een#text"] is Fate.OLDER
    assert [(each.code, each.args["context"]) for each in problems] == [("SP899", "vraag-een#text")]
    assert entry(content, "vraag-een#text").text == "Do 300 things."
    assert state(content, "vraag-een#text") is State.APPROVED


def test_a_text_is_compared_with_the_dutch_it_was_made_from(content: Content) -> None:
    last_week = went_out(content).rename(content.root.parent / "oud.xlf")
    change_dutch(content)
    taken, problems = take(content, answer(last_week, {"vraag-een#text": "Do 300 things."}))
    assert fates(taken) == {"vraag-een#text": Fate.REFUSED}
    assert [each.code for each in problems] == ["SP861"]


def test_a_program_s_text_stays_that_until_somebody_takes_its_mark_away(content: Content) -> None:
    path = content.root / NATIONAL
    key = 'msgctxt "vraag-een#text"\nmsgid "Doe 250 dingen."\nmsgstr "'
    machine = f"# origin: mt:x\n#, fuzzy\n{key}Do 250 things."
    out = went_out(content, Format.PO)
    out.write_text(out.read_text().replace(key, machine))
    taken, problems = take(content, out)
    assert not problems and fates(taken) == {"vraag-een#text": Fate.TAKEN}
    assert state(content, "vraag-een#text") is State.MACHINE
    out = went_out(content, Format.PO)
    assert fates(take(content, out)[0]) == {"vraag-een#text": Fate.UNCHANGED}
    assert state(content, "vraag-een#text") is State.MACHINE and b"mt:x" in path.read_bytes()
    out.write_text(out.read_text().replace("#, fuzzy\n", ""))
    assert fates(take(content, out)[0]) == {"vraag-een#text": Fate.TAKEN}
    assert state(content, "vraag-een#text") is State.REVIEW and b"mt:x" not in path.read_bytes()
    out = went_out(content, Format.PO)
    out.write_text(out.read_text().replace("#, fuzzy\n", ""))
    assert fates(take(content, out)[0]) == {"vraag-een#text": Fate.UNCHANGED}
    assert fates(take(content, out, wishes=TRUST)[0]) == {"vraag-een#text": Fate.APPROVED}


@needs_git
def test_dutch_that_git_merges_under_a_translation_that_came_back_makes_it_stale(content: Content) -> None:
    commit(content.root, "begin")
    git(content.root, "checkout", "-q", "-b", "vertaling")
    back = answer(went_out(content), {"vraag-een#text": "Do 250 things."}, "final")
    take(content, back, wishes=TRUST)
    assert state(content, "vraag-een#text") is State.APPROVED
    commit(content.root, "bureau")
    git(content.root, "checkout", "-q", "-")
    change_dutch(content)
    commit(content.root, "250 wordt 300")
    git(content.root, "merge", "-q", "-m", "samen", "vertaling")
    assert state(content, "vraag-een#text") is State.STALE
    taken, _ = take(content, back, wishes=TRUST)
    assert fates(taken) == {"vraag-een#text": Fate.UNCHANGED}
    assert state(content, "vraag-een#text") is State.STALE


def test_what_was_changed_here_meanwhile_is_listed_and_left_alone(content: Content) -> None:
    agency = answer(went_out(content), {"vraag-een#text": "Do 250 things."})
    colleague = answer(went_out(content, Format.PO), {"vraag-een#text": "Please do 250 things."})
    take(content, colleague)
    taken, problems = take(content, agency)
    assert not taken[0].written and fates(taken) == {"vraag-een#text": Fate.CONFLICT}
    assert [each.code for each in problems] == ["SP898"]
    assert entry(content, "vraag-een#text").text == "Please do 250 things."
    take(content, agency, wishes=Wishes(overwrite=True))
    assert entry(content, "vraag-een#text").text == "Do 250 things."


def test_of_two_files_with_one_text_the_first_is_taken(content: Content) -> None:
    first = answer(went_out(content), {"vraag-een#text": "Do 250 things."})
    second = answer(went_out(content, Format.PO), {"vraag-een#text": "Please do 250 things."})
    taken, problems = take(content, first, second)
    assert [each.fate for each in taken[0].arrivals if each.fate is not Fate.EMPTY] == [
        Fate.TAKEN,
        Fate.CONFLICT,
    ]
    assert [each.code for each in problems] == ["SP898"] and entry(
        content, "vraag-een#text"
    ).text == "Do 250 things."


@pytest.mark.parametrize("form", [Format.PO, Format.XLIFF])
def test_a_text_with_errors_is_refused_at_its_place_and_the_others_are_taken_over(
    content: Content, form: Format
) -> None:
    lost = {
        "aanhef#text": "We work together.",
        "vraag-een#text": "Do 520 things.",
        "vraag-twee#text": "Do more.",
    }
    back = answer(went_out(content, form), lost)
    taken, problems = take(content, back)
    assert fates(taken) == {
        "aanhef#text": Fate.REFUSED, "vraag-een#text": Fate.REFUSED, "vraag-twee#text": Fate.TAKEN,
    }  # fmt: skip
    assert {each.code for each in problems} == {"SP855", "SP861"}
    lines = back.read_text().splitlines()
    for each in problems:
        assert each.place is not None and each.place.file == back.resolve().as_posix()
        assert lost[str(each.args["context"])] in lines[each.place.line - 1]
    assert entry(content, "aanhef#text").text == ""


def test_a_link_to_a_block_of_another_file_is_known_on_import_and_approval(content: Content) -> None:
    own = OWN.replace("Ons eigen verhaal.", '"Lees [de vraag](#vraag-een)."')
    (content.root / "provinces/oost/2031.yaml").write_text(own)
    back = answer(
        went_out(content, province="oost"), {"eigen-verhaal#text": "Read [the request](#vraag-een)."}
    )
    taken, problems = take(content, back)
    assert not problems and fates(taken) == {"eigen-verhaal#text": Fate.TAKEN}
    done = approve(content, "2031", Approval("en", "oost"))
    assert (done.contexts, done.problems) == (("eigen-verhaal#text",), ())


def test_nothing_is_written_where_one_of_the_files_cannot_be_read(content: Content) -> None:
    back = answer(went_out(content), {"vraag-een#text": "Do 250 things."})
    broken = back.with_name("stuk.xlf")
    broken.write_text(back.read_text()[:-20])
    before = (content.root / NATIONAL).read_bytes()
    taken, problems = take(content, back, broken, back.with_name("weg.xlf"))
    assert not taken and [each.code for each in problems] == ["SP890", "SP108"]
    assert (content.root / NATIONAL).read_bytes() == before


def test_a_province_gets_its_own_text_out_and_in_without_being_named_again(content: Content) -> None:
    back = answer(went_out(content, Format.XLIFF, "oost"), {"eigen-verhaal#text": "Our own story."})
    taken, problems = take(content, back)
    assert not problems and [(each.file, each.written) for each in taken] == [(OOST, True)]
    assert entry(content, "eigen-verhaal#text", OOST).text == "Our own story."


def test_a_file_of_another_edition_or_province_is_not_taken(content: Content) -> None:
    back = went_out(content)
    _, problems = take(content, back, province="oost")
    assert [(each.code, each.args["original"]) for each in problems] == [("SP896", NATIONAL)]
    back.write_text(back.read_text().replace(NATIONAL, "shared/2027/en.po"))
    _, problems = take(content, back)
    assert [(each.code, each.args["original"]) for each in problems] == [("SP896", "shared/2027/en.po")]
    back.write_text(back.read_text().replace("shared/2027/en.po", "agency-17.xlf"))
    assert not take(content, back)[1]


def test_a_text_that_is_not_there_is_told(content: Content) -> None:
    back = answer(went_out(content), {"vraag-een#text": "Do 250 things."})
    back.write_text(back.read_text().replace('"vraag-een#text"', '"vraag-weg#text"'))
    taken, problems = take(content, back)
    assert fates(taken) == {"vraag-weg#text": Fate.UNKNOWN}
    assert [(each.code, each.args["context"]) for each in problems] == [("SP897", "vraag-weg#text")]


def test_a_memory_fills_what_is_missing_with_what_stood_beside_the_same_dutch(content: Content) -> None:
    back = answer(
        went_out(content), {"vraag-een#text": "Do 250 things.", "vraag-twee#text": "Do something."}, "final"
    )
    take(content, back, wishes=TRUST)
    take(content, answer(went_out(content), {"vraag-drie#text": "Keep doing this."}))
    memory, problems = hand_out_memory(content, "en")
    assert not problems and (memory.name, memory.texts, memory.words) == ("standpunt-en.tmx", 2, 6)
    path = back.with_name(memory.name)
    other = tmx_bytes(("nl", "en"), [("Doe 250 dingen.", "Do exactly 250 things.")])
    # Of two translations of one Dutch the first is taken: this one stands behind ours.
    path.write_bytes(
        memory.content.replace(
            b" </body>", other[other.index(b"  <tu>") : other.index(b" </body>")] + b" </body>"
        )
    )
    (content.root / NATIONAL).unlink()
    sync(content, "2031")
    take(content, answer(went_out(content), {"vraag-twee#text": "Do else."}))
    taken, problems = take(content, path, wishes=TRUST)
    assert not problems and fates(taken) == {"vraag-een#text": Fate.TAKEN}
    found = entry(content, "vraag-een#text")
    assert (found.text, found.origin, found.fuzzy) == ("Do 250 things.", "tm:100", True)
    assert state(content, "vraag-een#text") is State.MACHINE
    assert entry(content, "vraag-twee#text").text == "Do else."


def test_a_catalogue_that_is_not_there_or_is_broken_goes_nowhere(content: Content) -> None:
    with pytest.raises(UnknownName) as refused:
        hand_out(content, "2031", "de", province=None, form=Format.PO, states=State, ui="nl")
    assert refused.value.problem.code == "SP905"
    with pytest.raises(UnknownName):
        hand_out_memory(content, "de")
    back = went_out(content)
    (content.root / NATIONAL).write_text("stuk")
    with pytest.raises(UnknownName) as refused:
        take(content, back)
    assert refused.value.problem.code == "SP851"


def test_what_a_po_editor_changes_of_itself_survives_import_and_sync(content: Content) -> None:
    back = answer(
        went_out(content, Format.PO),
        {
            "toelichting-een#text": "A first sentence about work. One more sentence.",
            "vraag-een#text": "Do 250 things.",
        },
    )
    text = back.read_text()
    text = text.replace(
        '"Language: en\\n"',
        '"Project-Id-Version: \\n"\n"PO-Revision-Date: 2031-01-01\\n"\n"Language: en_GB\\n"\n"X-Generator: Poedit 3.5\\n"',
    )
    text = text.replace('msgstr "A first sentence about', 'msgstr ""\n"A first sentence "\n"about')
    text = text.replace("#, fuzzy\n", "#, no-wrap, fuzzy\n").replace(
        'msgctxt "vraag-een#text"', '# Vraag van Anna\nmsgctxt "vraag-een#text"'
    )
    back.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    taken, problems = take(content, back)
    assert not problems and set(fates(taken).values()) == {Fate.TAKEN}
    found = entry(content, "toelichting-een#text")
    assert found.text == "A first sentence about work. One more sentence."
    assert entry(content, "vraag-een#text").comments == ("Vraag van Anna",)
    before = (content.root / NATIONAL).read_bytes()
    assert b"Poedit" not in before and b"\r" not in before
    sync(content, "2031")
    assert (content.root / NATIONAL).read_bytes() == before


def test_a_po_file_of_another_language_is_not_taken(content: Content) -> None:
    back = answer(went_out(content, Format.PO), {"vraag-een#text": "Do 250 things."})
    back.write_text(back.read_text().replace("Language: en", "Language: de_AT"))
    taken, problems = take(content, back)
    assert not taken and [(each.code, each.args["said"]) for each in problems] == [("SP854", "de_AT")]


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="the programs of gettext are not installed")
def test_gettext_accepts_and_merges_the_po_file_that_goes_out(content: Content) -> None:
    path = answer(
        went_out(content, Format.PO), {"vraag-een#text": "Do 250 things.", "aanhef#text": "With {{ hub }}."}
    )
    subprocess.run(["msgfmt", "--check", "-o", str(path.with_suffix(".mo")), path], check=True)
    filled = path.rename(path.with_name("ingevuld.po"))
    template, merged = went_out(content, Format.PO), path.with_name("samen.po")
    subprocess.run(["msgmerge", "-q", "-o", merged, filled, template], check=True)
    taken, problems = take(content, merged)
    assert not problems and fates(taken) == {"vraag-een#text": Fate.TAKEN, "aanhef#text": Fate.TAKEN}


def test_the_translate_toolkit_finds_nothing_broken_in_the_po_file_that_goes_out(content: Content) -> None:
    pytest.importorskip("translate", reason="translate-toolkit is not installed")
    path = answer(
        went_out(content, Format.PO),
        {"vraag-een#text": "Do 250 things.", "aanhef#text": "We work with {{ hub }}."},
    )
    found, program = path.with_name("pofilter.po"), Path(sys.executable).with_name("pofilter")
    tests = ["variables", "numbers", "newlines", "urls", "escapes", "xmltags", "brackets"]
    chosen = [f"--test={name}" for name in tests]
    subprocess.run([program, "--progress=none", *chosen, path, found], check=True)
    assert not found.exists()
    answer(path, {"vraag-een#text": "Do 520 things."})
    subprocess.run([program, "--progress=none", *chosen, path, found], check=True)
    assert "vraag-een#text" in found.read_text()


def test_the_translate_toolkit_reads_our_xliff_and_writes_it_back_whole(content: Content) -> None:
    xliff = pytest.importorskip("translate.storage.xliff", reason="translate-toolkit is not installed")
    dutch = 'Doe **nog** [iets](https://x.nl/?a=1&b=2) met {{ hub }} < 5 "&" 👩‍🔧.'
    english = 'Do **even** [more](https://x.nl/?a=1&b=2) with {{ hub }} < 5 "&" 👩‍🔧.'
    chapter = CHAPTER.replace("Doe nog iets.", f"'{dutch}'")
    (content.root / "shared/2031/werken.yaml").write_text(chapter)
    path = went_out(content)
    store = xliff.xlifffile.parsefile(str(path))
    units = {unit.xmlelement.get("resname"): unit for unit in store.units}
    assert len(units) == 18 and not [unit for unit in store.units if unit.istranslated()]
    assert str(units["vraag-twee#text"].source) == dutch
    units["vraag-twee#text"].target = english
    store.savefile(str(path))
    taken, problems = take(content, path)
    assert not problems and fates(taken) == {"vraag-twee#text": Fate.TAKEN}
    assert entry(content, "vraag-twee#text").text == english
    path = went_out(content)
    before = returned(path)
    xliff.xlifffile.parsefile(str(path)).savefile(str(path))
    assert returned(path) == before
    assert english in [each.text for each in before]


def returned(path: Path) -> list[Returned]:
    """Every text of a file, wherever it stands in it."""
    came, problems = returned_of(path.read_bytes(), path.name, ("nl", "en"))
    assert not problems
    return [
        replace(text, place=Place(""))
        for part in came
        if isinstance(part, ReturnedFile)
        for text in part.texts
    ]
