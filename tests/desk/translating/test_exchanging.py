"""Files that go to translators and come back, on disk."""

from pathlib import Path

import pytest

from flows.desk.opening.catalogues import open_shelf
from flows.desk.opening.editions import UnknownName
from flows.desk.translating.approve import Approval, approve
from flows.desk.translating.export import Format, hand_out, hand_out_memory
from flows.desk.translating.sync import sync
from flows.sources.content import Content
from flows.sources.tmx_files import tmx_bytes
from flows.translation.exchange import Fate, Wishes
from flows.translation.states import State, state_of
from tests.content_tree import CHAPTER, OWN
from tests.desk.translating.exchanged_files import answer, entry, fates, take, went_out
from tests.revisions import commit, git, needs_git
from tests.translated_tree import NATIONAL, OOST, write_translated_tree

TRUST = Wishes(trust_approved=True)


@pytest.fixture
def content(tmp_path: Path) -> Content:
    return write_translated_tree(tmp_path / "root", {})


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


def test_a_file_in_which_nothing_is_ours_is_one_sentence_whatever_its_form(
    content: Content, tmp_path: Path
) -> None:
    pairs = [(f"Vreemde tekst {at}", f"Strange text {at}") for at in range(69)]
    po = "".join(f'msgid "{dutch}"\nmsgstr "{text}"\n\n' for dutch, text in pairs)
    units = "".join(
        f'<trans-unit id="{at}"><source>{dutch}</source><target>{text}<x id="1"/></target></trans-unit>'
        for at, (dutch, text) in enumerate(pairs)
    )
    files = {
        "vreemd.po": f'msgid ""\nmsgstr "Language: en\\n"\n\n{po}'.encode(),
        "vreemd.xlf": f'<xliff version="1.2"><file><body>{units}</body></file></xliff>'.encode(),
        "vreemd.tmx": tmx_bytes(("nl", "en"), pairs),
    }
    for name, written in files.items():
        (tmp_path / name).write_bytes(written)
        taken, (told,) = take(content, tmp_path / name)
        assert (told.code, told.args["number"]) == ("SP844", 69)
        assert told.args["examples"] == ("'Vreemde tekst 0'", "'Vreemde tekst 1'")
        assert not any(each.written for each in taken)


def test_a_foreign_file_keeps_nothing_of_another_from_being_taken(content: Content, tmp_path: Path) -> None:
    (tmp_path / "vreemd.tmx").write_bytes(tmx_bytes(("nl", "en"), [("a", "b")]))
    back = answer(went_out(content), {"vraag-een#text": "Do 250 things."})
    taken, problems = take(content, back, tmp_path / "vreemd.tmx")
    assert [each.code for each in problems] == ["SP844"] and fates(taken) == {"vraag-een#text": Fate.TAKEN}


def test_several_texts_that_are_not_ours_are_one_sentence(content: Content) -> None:
    back = answer(went_out(content), {"vraag-een#text": "Do 250 things.", "vraag-twee#text": "Do more."})
    back.write_text(back.read_text().replace('"vraag-', '"weg-'))
    taken, (told,) = take(content, back)
    assert set(fates(taken).values()) == {Fate.UNKNOWN}
    assert (told.code, told.args["number"], told.args["strange"]) == ("SP845", 18, 2)
    assert told.args["examples"] == ("'weg-een#text'", "'weg-twee#text'")


def test_a_text_with_a_code_of_a_program_or_two_texts_in_one_is_refused_and_the_others_are_taken(
    content: Content,
) -> None:
    segment = '<mrk mtype="seg" mid="1">Do something.</mrk>'
    filled = {
        "vraag-een#text": 'Do <x id="9"/>250 things.',
        "vraag-twee#text": f"Do anything.{segment}",
        "vraag-drie#text": "Keep doing this.",
    }
    taken, problems = take(content, answer(went_out(content), filled))
    assert fates(taken) == {
        "vraag-een#text": Fate.REFUSED, "vraag-drie#text": Fate.TAKEN, "vraag-twee#text": Fate.REFUSED,
    }  # fmt: skip
    assert {each.code for each in problems} == {"SP841", "SP842"}
    assert entry(content, "vraag-een#text").text == "" and entry(content, "vraag-twee#text").text == ""


def test_a_memory_of_a_program_that_locks_variables_in_its_own_way_is_read_beside_our_dutch(
    content: Content, tmp_path: Path
) -> None:
    opened = open_shelf(content, "2031").find("en")
    assert opened is not None
    (dutch,) = (each.source for each in opened.units if each.context == "aanhef#text")
    seg = dutch.replace("{{ hub }}", '<ph x="1">&lt;v/&gt;</ph>')
    assert seg != dutch
    units = [
        (seg, 'Together with <ph x="1">&lt;v/&gt;</ph>.'),
        ("Doe nog iets.", 'Do more<ph x="2">{}</ph>.'),
    ]
    body = "".join(
        f'<tu><tuv xml:lang="nl"><seg>{one}</seg></tuv><tuv xml:lang="en"><seg>{two}</seg></tuv></tu>'
        for one, two in units
    )
    path = tmp_path / "geheugen.tmx"
    path.write_text(f'<tmx version="1.4"><body>{body}</body></tmx>')
    taken, problems = take(content, path)
    assert [each.code for each in problems] == ["SP841"]
    assert fates(taken) == {"aanhef#text": Fate.TAKEN, "vraag-twee#text": Fate.REFUSED}
    assert entry(content, "aanhef#text").text == "Together with {{ hub }}."


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
    assert not problems
    assert fates(taken) == {"vraag-een#text": Fate.TAKEN, "vraag-twee#text": Fate.KEPT}
    found = entry(content, "vraag-een#text")
    assert (found.text, found.origin, found.fuzzy) == ("Do 250 things.", "tm:100", True)
    assert state(content, "vraag-een#text") is State.MACHINE
    assert entry(content, "vraag-twee#text").text == "Do else."


def test_a_catalogue_that_is_not_there_or_is_broken_goes_nowhere(content: Content) -> None:
    with pytest.raises(UnknownName) as refused:
        hand_out(
            content, open_shelf(content, "2031"), "de", province=None, form=Format.PO, states=State, ui="nl"
        )
    assert refused.value.problem.code == "SP905"
    with pytest.raises(UnknownName):
        hand_out_memory(content, "de")
    back = went_out(content)
    (content.root / NATIONAL).write_text("stuk")
    with pytest.raises(UnknownName) as refused:
        take(content, back)
    assert refused.value.problem.code == "SP851"
    (content.root / "shared/2031/werken.yaml").write_text("id: [")
    with pytest.raises(UnknownName) as refused:
        hand_out(
            content, open_shelf(content, "2031"), "en", province="oost", form=Format.PO, states=State, ui="nl"
        )
    assert refused.value.problem.place is not None
    assert refused.value.problem.place.file == "shared/2031/werken.yaml"
