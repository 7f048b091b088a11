"""A brochure in another language: what stands in Dutch says so, and so does what nobody has read."""

from flows.documents.brochure import brochure
from flows.documents.document import Document
from flows.documents.elements import Element, Tree, attributes_of, inner, name_of, text_of, walk
from flows.documents.marks import Mark, Marks, marks_of
from flows.positions.bodies import Fact
from flows.positions.merged import Layer
from flows.translation.application import Showing, Shown
from flows.translation.extraction import Part, Unit
from flows.translation.states import State
from tests.documents.samples import block, chapter, language, plain_trees, position

NOTE = "translation-note"


def made(marks: Marks, *, draft: bool = True) -> Document:
    one = position()
    return brochure(one, language("en"), plain_trees(one), draft=draft, marks=marks)


def dutch(*keys: str) -> Marks:
    return Marks("nl", "nl_NL", dict.fromkeys(keys, Mark.DUTCH), "translation_incomplete")


def box(document: Document, anchor: str) -> Element:
    return next(one for one in walk(document.blocks) if one["t"] == "Div" and one["c"][0][0] == anchor)


def dutch_words(blocks: Tree) -> list[str]:
    spans = [one for one in walk(blocks) if one["t"] == "Span"]
    assert all(one["c"][0] == ["", [], [["lang", "nl"]]] for one in spans)
    return [text_of(one["c"][1]) for one in spans]


def notes(blocks: Tree) -> list[str]:
    return [text_of(one).strip() for one in walk(blocks) if one["t"] == "Div" and name_of(one) == NOTE]


def showing(context: str, part: Part, state: State, shown: Shown, block: str | None = None) -> Showing:
    owner, _, field = context.partition("#")
    return Showing(Unit(Layer.NATIONAL, owner, field, "Tekst", part, block), state, shown)


def test_an_ask_in_dutch_says_so_in_the_language_of_the_document_and_the_next_one_does_not() -> None:
    document = made(dutch("vraag-een"))
    ask = box(document, "vraag-een")
    assert notes([ask]) == ["en translation dutch"]
    assert dutch_words([ask]) == ["Doe *eerst* dit. En leg het uit."]
    assert notes([box(document, "vraag-twee")]) == dutch_words([box(document, "vraag-twee")]) == []


def test_stale_prose_has_a_note_and_stays_in_the_language_of_the_document() -> None:
    document = made(Marks("nl", "nl_NL", {"inleiding": Mark.STALE}))
    assert notes(document.blocks) == ["en translation stale"]
    assert dutch_words(document.blocks) == []


def test_what_a_province_appended_is_marked_by_itself() -> None:
    prose = box(made(dutch("samenwerking#append")), "samenwerking")
    assert len(notes([prose])) == 1
    assert dutch_words([prose]) == ["Eigen zin erbij."]


def test_all_words_of_a_dutch_figure_are_dutch_and_its_label_source_and_numbers_are_not() -> None:
    figure = box(made(dutch("figuur-een")), "figuur-een")
    assert dutch_words([figure]) == [
        "Hoe zijn de mensen opgeleid?",
        "Procent",
        "basis",
        "mbo\u00a02–4",
        "CBS",
    ]
    (chart,) = (one for one in inner(figure) if name_of(one) == "chart")
    assert attributes_of(chart)["lang"] == "nl"
    assert name_of(inner(figure)[0]) == NOTE


def test_the_card_of_a_contact_says_dutch_of_its_title_and_role_only() -> None:
    card = box(made(dutch("contact")), "contact")
    assert dutch_words([card]) == ["Uw contactpersoon", "Regiosecretaris"]


def test_a_quote_has_its_note_above_what_was_said() -> None:
    quote = box(made(dutch("citaat")), "citaat")
    assert [name_of(one) or one["t"] for one in inner(quote)] == [NOTE, "BlockQuote", "speaker", "source"]


def test_a_dutch_heading_is_dutch_in_the_contents_too() -> None:
    document = made(dutch("werken#title", "thema-regels#title"))
    assert dutch_words(document.blocks) == [
        *["Werken & ontwikkelen in North Holland"],
        *["Minder regels", "Werken & ontwikkelen in North Holland"],
    ]
    assert len(notes(document.blocks)) == 2


def test_a_dutch_line_of_the_cover_tells_its_language() -> None:
    document = made(dutch("edition#title", "election#name"))
    assert document.cover_languages == {"title": "nl", "election": "nl"}
    assert dutch_words(document.blocks) == [
        "Waardevolle partners",
        "Statenverkiezingen, 19\u00a0March\u00a02031",
    ]


def test_facts_that_share_a_source_in_dutch_name_it_once() -> None:
    facts = [block(name, Fact(f"Feit {name}.", "CBS", "2022")) for name in ("een", "twee")]
    one = position([chapter("kop", "Kop", facts)])
    marks = dutch("een", "twee")
    document = brochure(one, language("en"), plain_trees(one), draft=True, marks=marks)
    sources = [each for each in walk(document.blocks) if each["t"] == "Div" and name_of(each) == "source"]
    assert [text_of(each).strip() for each in sources] == ["en source: CBS, 2022"]


def test_a_document_that_nobody_has_read_is_a_draft_even_of_an_adopted_edition() -> None:
    document = made(Marks("nl", "nl_NL", {}, "translation_machine"), draft=False)
    assert document.draft
    assert document.labels["draft"] == "en draft · en translation machine"
    assert "en draft · en translation machine" in text_of(document.blocks)
    assert not made(Marks("nl", "nl_NL"), draft=False).draft
    assert made(Marks("nl", "nl_NL")).labels["draft"] == "en draft"


def test_what_is_to_be_confirmed_says_so_in_every_language_and_status() -> None:
    marks = Marks("nl", "nl_NL", {}, "translation_machine")
    for draft in (True, False):
        assert "en source: en to be confirmed" in text_of(made(marks, draft=draft).blocks)


def test_marks_come_from_how_each_text_stands() -> None:
    shown = [
        showing("a#text", Part.PROSE, State.STALE, Shown.TRANSLATION, "a"),
        showing("b#text", Part.ASK, State.STALE, Shown.DUTCH, "b"),
        showing("b#append.2", Part.ASK, State.MISSING, Shown.DUTCH, "b"),
        showing("c#title", Part.HEADING, State.MISSING, Shown.DUTCH),
        showing("d#text", Part.PROSE, State.APPROVED, Shown.TRANSLATION, "d"),
    ]
    marks = marks_of(shown, language("nl"), final=False)
    assert marks.texts == {"a": Mark.STALE, "b": Mark.DUTCH, "b#append.2": Mark.DUTCH, "c#title": Mark.DUTCH}
    assert (marks.language, marks.locale, marks.note) == ("nl", "nl_NL", "translation_incomplete")


def test_a_block_with_one_stale_and_one_dutch_text_is_dutch_whichever_comes_first() -> None:
    stale = showing("a#text", Part.PROSE, State.STALE, Shown.TRANSLATION, "a")
    other = showing("a#source", Part.SOURCE, State.MISSING, Shown.DUTCH, "a")
    for shown in ([stale, other], [other, stale]):
        assert marks_of(shown, language("nl"), final=False).texts == {"a": Mark.DUTCH}


def test_the_note_on_a_document_says_the_worst_there_is_and_nothing_once_it_is_final() -> None:
    review = showing("a#text", Part.PROSE, State.REVIEW, Shown.TRANSLATION, "a")
    machine = showing("b#text", Part.PROSE, State.MACHINE, Shown.TRANSLATION, "b")
    unseen = showing("c#text", Part.PROSE, State.MACHINE, Shown.DUTCH, "c")
    own = language("nl")
    assert marks_of([review, machine], own, final=False).note == "translation_machine"
    assert marks_of([review, unseen], own, final=False).note == "translation_review"
    assert marks_of([unseen], own, final=False).note == "translation_incomplete"
    assert marks_of([unseen], own, final=True).note == ""
    approved = showing("d#text", Part.PROSE, State.APPROVED, Shown.TRANSLATION, "d")
    assert marks_of([approved], own, final=False) == Marks("nl", "nl_NL")
