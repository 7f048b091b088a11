"""Each edit of the design's table asks for its verb, and for nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from flows.positions.provinces import Verb
from flows.returns.comparing import Side, propose
from flows.returns.lines import Look, as_written
from flows.returns.proposals import Certainty, Op, Proposal, Why
from flows.returns.returned import Comment, Paragraph, Run
from tests.returns.taken_over import taken_over
from tests.returns.word_twin import OTHERS, WORD, back, passage, returned, said, side, small

BASE = small()
Change = Callable[[list[Paragraph]], None]


def asked(change: Change, now: Side = BASE, base: Side = BASE) -> Sequence[Proposal]:
    untouched = returned(base)
    paragraphs = list(untouched.paragraphs)
    change(paragraphs)
    copy = back(base, paragraphs, WORD, dict(untouched.givens))
    return propose(copy, base, now, "nh", {each.passage.block for each in now.passages}).proposals


def told(change: Change, now: Side = BASE, base: Side = BASE) -> list[tuple[str, str, str, str]]:
    found = asked(change, now, base)
    return [(each.op, each.id, each.certainty, " / ".join(map(as_written, each.new))) for each in found]


def at(paragraphs: Sequence[Paragraph], words: str) -> int:
    return next(number for number, each in enumerate(paragraphs) if words in each.text)


def words(old: str, new: str) -> Change:
    """Find and replace, outside the program's own words."""

    def change(paragraphs: list[Paragraph]) -> None:
        for number, each in enumerate(paragraphs):
            runs = (
                run if run.is_label else replace(run, text=run.text.replace(old, new)) for run in each.runs
            )
            paragraphs[number] = replace(each, runs=tuple(runs))

    return change


def typed(behind: str, text: str, style: str = "tekst") -> Change:
    """A new paragraph behind the one with some words."""
    return lambda paragraphs: paragraphs.insert(at(paragraphs, behind) + 1, Paragraph((Run(text),), style))


def gone(text: str) -> Change:
    return lambda paragraphs: paragraphs.__delitem__(at(paragraphs, text))


def retyped(old: str, new: str) -> Change:
    def change(paragraphs: list[Paragraph]) -> None:
        paragraphs[at(paragraphs, old)] = Paragraph((Run(new),), "tekst")

    return change


def looking(text: str, look: Look) -> Change:
    def change(paragraphs: list[Paragraph]) -> None:
        number = at(paragraphs, text)
        runs = tuple(replace(run, bold=look.bold, italic=look.italic) for run in paragraphs[number].runs)
        paragraphs[number] = replace(paragraphs[number], runs=runs)

    return change


TABLE = {
    "words of a national block": (
        words("250 bruggen", "300 bruggen"),
        ("replace", "vraag-een", "certain", "Bouw 300 bruggen voor de zomer."),
    ),
    "words beside a variable": (
        words("morgen", "later"),
        (
            "replace",
            "aanhef",
            "certain",
            "Wij werken samen met {{ hub }} aan later. / Dat doen wij elke dag samen.",
        ),
    ),
    "a paragraph below national text": (
        typed("elke dag", "Ook in de avond."),
        ("append", "aanhef", "certain", "Ook in de avond."),
    ),
    "a paragraph between that and its addition": (
        typed("draaien en frezen", "Ook hier."),
        ("text", "toelichting.append", "certain", "Ook hier. / Bij ons draait alles om schepen."),
    ),
    "a paragraph below a text that may only be added to": (
        lambda paragraphs: paragraphs.insert(
            at(paragraphs, "Houd wegen") + 1, Paragraph((Run("Ook 's nachts."),), "vraag", ("blok_007",))
        ),
        ("append", "vraag-twee", "certain", "Ook 's nachts."),
    ),
    "words of a text that may only be added to": (
        words("wegen", "sporen"),
        ("remark", "vraag-twee:opmerking", "told", "Houd sporen open, ook bij {{ hub }}."),
    ),
    "words of a fixed text": (
        words("altijd eerlijk", "soms streng"),
        ("remark", "vraag-drie:opmerking", "told", "Blijf soms streng tegen ondernemers."),
    ),
    "words of own text": (
        words("gericht", "breed"),
        ("text", "vraag-vier", "certain", "Steun niet zomaar iedereen hier. / Kies liever breed."),
    ),
    "words of an addition": (
        words("schepen", "boten"),
        ("text", "toelichting.append", "certain", "Bij ons draait alles om boten."),
    ),
    "an addition taken out": (gone("schepen"), ("drop", "toelichting.append", "certain", "")),
    "a slot filled": (
        typed("verhaal \u00b7", "Ons verhaal begint bij de zee."),
        ("fill", "verhaal", "certain", "Ons verhaal begint bij de zee."),
    ),
    "a national block taken out": (gone("250 bruggen"), ("remove", "vraag-een", "certain", "")),
    "an own block taken out": (gone("haven groeit"), ("drop", "oost-haven", "certain", "")),
    "a slot emptied": (gone("begint op school"), ("drop", "slot-gevuld", "certain", "")),
    "a field": (
        words("Bureau voor", "Dienst voor"),
        ("field", "feit-een.source", "certain", "Dienst voor cijfers"),
    ),
    "a field taken out": (gone("Bureau voor"), ("field", "feit-een.source", "question", "")),
    "a new ask": (
        typed("250 bruggen", "Bouw ook een kade.", "vraag"),
        ("insert", "nh-bouw-ook-een-kade", "certain", "Bouw ook een kade."),
    ),
    "a new fact": (
        typed("250 bruggen", "Er zijn 9 kades.", "feit"),
        ("insert", "nh-er-zijn-9-kades", "certain", "Er zijn 9 kades."),
    ),
    "a paragraph under a heading without blocks": (
        typed("Eerste thema", "Vooraf iets anders."),
        ("remark", ":opmerking", "told", "Vooraf iets anders."),
    ),
    "a text typed anew": (
        retyped("250 bruggen", "Bouw 250 bruggen voor de winter."),
        ("replace", "vraag-een", "certain", "Bouw 250 bruggen voor de winter."),
    ),
    "bold": (
        looking("250 bruggen", Look(bold=True)),
        ("replace", "vraag-een", "certain", "Bouw 250 bruggen voor de zomer."),
    ),
    "a fixed heading": (
        words("Eerste thema", "Ander thema"),
        ("remark", "thema-een.title:opmerking", "told", "Ander thema"),
    ),
}


@pytest.mark.parametrize("edit", TABLE)
def test_an_edit_asks_for_its_verb(edit: str) -> None:
    change, wanted = TABLE[edit]
    assert told(change) == [wanted]


def test_a_paragraph_under_the_heading_of_its_block_comes_before_that_block() -> None:
    (found,) = asked(typed("Werken in Oost", "Vooraf iets anders.", "vraag"))
    assert (found.op, found.before, found.after, found.kind) == (Op.INSERT, "aanhef", "", "ask")
    assert found.why is Why.NEW_ON_TOP


def test_a_new_block_comes_behind_the_one_before_it() -> None:
    (found,) = asked(typed("250 bruggen", "Bouw ook een kade.", "vraag"))
    assert (found.after, found.before, found.kind) == ("vraag-een", "", "ask")


def test_ids_of_new_blocks_are_not_taken_twice() -> None:
    def change(paragraphs: list[Paragraph]) -> None:
        typed("250 bruggen", "Bouw meer.", "vraag")(paragraphs)
        typed("eerlijk tegen", "Bouw meer!", "vraag")(paragraphs)

    assert [each.block for each in asked(change)] == ["nh-bouw-meer", "nh-bouw-meer-2"]


def test_replacing_a_word_everywhere_asks_for_every_place() -> None:
    found = told(words("voor", "met"))
    assert [each[:3] for each in found] == [
        ("replace", "vraag-een", "certain"),
        ("field", "feit-een.source", "certain"),
    ]


def test_a_changed_value_is_a_question_with_both_counts() -> None:
    def change(paragraphs: list[Paragraph]) -> None:
        number = at(paragraphs, "Wij werken")
        runs = (replace(run, text="Hub Nieuw") if run.given else run for run in paragraphs[number].runs)
        paragraphs[number] = replace(paragraphs[number], runs=tuple(runs))

    everywhere, here = asked(change)
    assert (everywhere.op, everywhere.id, everywhere.places) == (Op.VARIABLE, "gegeven:hub", 2)
    assert (here.op, here.block, here.why) == (Op.REPLACE, "aanhef", Why.VALUE_HERE)
    assert {everywhere.certainty, here.certainty} == {Certainty.QUESTION}
    assert as_written(here.new[0]) == "Wij werken samen met Hub Nieuw aan morgen."


def test_a_moved_text_is_told_and_stays_where_it_was() -> None:
    def change(paragraphs: list[Paragraph]) -> None:
        text = paragraphs.pop(at(paragraphs, "250 bruggen"))
        paragraphs.insert(at(paragraphs, "eerlijk tegen") + 1, text)

    assert [(each.op, each.block, each.after) for each in asked(change)] == [
        (Op.MOVE, "vraag-een", "vraag-drie")
    ]


@pytest.mark.parametrize("keeps_bookmark", [True, False])
def test_a_copied_text_is_a_new_block_that_has_to_be_read(keeps_bookmark: bool) -> None:
    def change(paragraphs: list[Paragraph]) -> None:
        text = paragraphs[at(paragraphs, "250 bruggen")]
        plain = replace(text, bookmarks=())
        paragraphs.insert(at(paragraphs, "eerlijk tegen") + 1, text if keeps_bookmark else plain)

    (found,) = asked(change)
    assert (found.op, found.after, found.certainty, found.why) == (
        Op.INSERT, "vraag-drie", Certainty.LIKELY, Why.COPIED,
    )  # fmt: skip


def test_texts_that_flowed_together_are_decided_together() -> None:
    def change(paragraphs: list[Paragraph]) -> None:
        number = at(paragraphs, "haven groeit")
        one, other = paragraphs[number], paragraphs[number + 2]
        both = replace(one, runs=one.runs + other.runs, bookmarks=one.bookmarks + other.bookmarks)
        paragraphs[number : number + 3] = [both]

    found = asked(change)
    assert [(each.op, each.block) for each in found] == [(Op.TEXT, "oost-haven"), (Op.DROP, "slot-gevuld")]
    assert {(each.certainty, each.why) for each in found} == {(Certainty.LIKELY, Why.JOINED)}


def test_a_phrase_keeps_its_look_when_a_word_beside_it_changes() -> None:
    base = side([passage("aanhef", said("Wij zijn **heel erg blij** vandaag."))])
    (found,) = asked(words("vandaag", "morgen"), base, base)
    assert [(piece.text, piece.look.bold) for piece in found.new[0].pieces] == [
        ("Wij zijn ", False),
        ("heel erg blij", True),
        (" morgen.", False),
    ]


def test_a_comment_is_kept_with_the_block_it_stands_in() -> None:
    untouched = returned(BASE)
    paragraphs = list(untouched.paragraphs)
    number = at(paragraphs, "250 bruggen")
    runs = tuple(replace(run, comments=("7",)) for run in paragraphs[number].runs)
    paragraphs[number] = replace(paragraphs[number], runs=runs)
    copy = replace(
        back(BASE, paragraphs, WORD, {}), comments=(Comment("7", "Anna", "2026-11-27", "Klopt dit?"),)
    )
    found = propose(copy, BASE, BASE, "nh", ())
    assert [(each.block, each.author, each.text) for each in found.remarks] == [
        ("vraag-een", "Anna", "Klopt dit?")
    ]


@pytest.mark.parametrize("program", OTHERS)
def test_an_untouched_file_asks_for_nothing(program: object) -> None:
    found = propose(returned(BASE, program), BASE, BASE, "nh", ())  # type: ignore[arg-type]
    assert found.proposals == ()
    assert found.unchanged == len(BASE.passages)


def with_text(text: str) -> Side:
    """The copy as it would go out now, the first ask otherwise."""
    return side(
        [
            replace(each, lines=said(text)) if each.passage.block == "vraag-een" else each
            for each in BASE.passages
        ]
    )


def test_where_only_the_base_moved_nothing_is_asked() -> None:
    assert told(lambda _: None, with_text("Bouw 250 tunnels voor de zomer.")) == []


def test_changes_apart_from_each_other_are_joined_and_have_to_be_read() -> None:
    found = asked(words("zomer", "winter"), with_text("Bouw 300 bruggen voor de zomer."))
    assert [(each.certainty, each.why, as_written(each.new[0])) for each in found] == [
        (Certainty.LIKELY, Why.MERGED, "Bouw 300 bruggen voor de winter.")
    ]


def test_changes_that_touch_are_a_conflict_with_both_texts() -> None:
    (found,) = asked(words("250 bruggen", "400 bruggen"), with_text("Bouw 300 bruggen voor de zomer."))
    assert (found.certainty, found.why) == (Certainty.CONFLICT, Why.BOTH)
    assert as_written(found.old[0]) == "Bouw 300 bruggen voor de zomer."
    assert as_written(found.new[0]) == "Bouw 400 bruggen voor de zomer."


def test_the_same_change_on_both_sides_asks_for_nothing() -> None:
    assert told(words("250 bruggen", "300 bruggen"), with_text("Bouw 300 bruggen voor de zomer.")) == []


def test_a_changed_text_that_went_meanwhile_is_a_conflict() -> None:
    now = side([each for each in BASE.passages if each.passage.block != "oost-haven"])
    (found,) = asked(words("haven", "kade"), now)
    assert (found.op, found.certainty, found.why) == (Op.TEXT, Certainty.CONFLICT, Why.GONE)


def test_a_text_that_the_province_took_over_meanwhile_is_its_own() -> None:
    first = asked(words("250 bruggen", "300 bruggen"))
    now = taken_over(BASE, first)
    (found,) = asked(words("bruggen", "wegen"), now)
    assert (found.op, found.certainty) == (Op.TEXT, Certainty.LIKELY)
    own = next(each for each in now.passages if each.passage.block == "vraag-een")
    assert own.passage.verb is Verb.REPLACE
