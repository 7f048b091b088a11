"""The list of asks: numbers and ids of the document, whose words they are, and how their translation stands."""

from dataclasses import replace

from flows.documents.about import Author
from flows.documents.asks import Passage, Translation, asks_of, contact_of
from flows.documents.brochure import brochure
from flows.documents.document import Document
from flows.documents.elements import attributes_of, name_of, walk
from flows.documents.marks import UNMARKED, Mark, Marks
from flows.positions.bodies import Ask, Prose
from flows.positions.merged import Layer, MergedBlock, Origin, Position
from tests.documents.samples import CONTACT, PLACE, block, chapter, language, plain_trees, position


def made(one: Position | None = None, marks: Marks = UNMARKED, code: str = "nl") -> Document:
    one = one or position()
    return brochure(one, language(code), plain_trees(one), draft=True, marks=marks)


def of_province(one: MergedBlock) -> MergedBlock:
    return replace(one, origin=Origin(Layer.PROVINCE, PLACE))


def test_asks_keep_the_numbers_and_ids_of_the_document_with_the_titles_above_them() -> None:
    own = chapter("eigen", "Eigen hoofdstuk", [block("los", Ask("Los.")), block("p", Prose("Tussen."))])
    one = position([*position().chapters, own])
    document = made(one)
    asks = asks_of(document)
    assert [(ask.number, ask.id) for ask in asks] == [(1, "vraag-een"), (2, "vraag-twee"), (3, "los")]
    numbered = [element["c"] for element in walk(document.blocks) if element["t"] == "OrderedList"]
    assert [first for (first, *_), _ in numbered] == [1, 3]
    assert asks[0].theme == Passage("Minder regels", id="thema-regels")
    assert asks[0].chapter == Passage("Ondernemend Noord-Holland", id="ondernemend")
    assert asks[2].theme is None and asks[2].chapter.id == "eigen"
    tones = [int(attributes_of(box)["tone"]) for box in document.blocks if name_of(box) == "chapter"]
    assert [ask.tone for ask in asks] == [tones[0], tones[0], tones[-1]]


def test_a_text_stands_on_one_line_with_ordinary_spaces() -> None:
    (ask,) = asks_of(
        made(position([chapter("a", "A", [block("een", Ask("Geef 250\u00a0euro\nof  meer."))])]))
    )
    assert ask.text == "Geef 250 euro of meer."


def test_an_ask_says_whose_words_it_holds() -> None:
    blocks = [
        block("landelijk", Ask("Doe dit.")),
        of_province(block("eigen", Ask("Doe dat."))),
        block("samen", Ask("Doe alles."), "En ook dit."),
    ]
    asks = asks_of(made(position([chapter("a", "A", blocks)])))
    assert [ask.author for ask in asks] == [Author.NATIONAL, Author.PROVINCE, Author.BOTH]
    assert [each.text for each in asks[2].paragraphs] == ["Doe alles.", "En ook dit."]


def test_an_ask_says_how_its_translation_stands_and_in_which_language_its_words_are() -> None:
    blocks = [block(anchor, Ask(f"Tekst {anchor}.")) for anchor in "ade"]
    marks = Marks(
        "nl", "nl_NL", {"a": Mark.DUTCH, "d": Mark.STALE, "f#append": Mark.DUTCH}, "translation_incomplete"
    )
    blocks.append(block("f", Ask("Tekst f."), "Erbij."))
    document = made(position([chapter("h", "H", blocks)]), marks, "en")
    asks = asks_of(document)
    assert [ask.translation for ask in asks] == [
        Translation.MISSING,
        Translation.OUTDATED,
        Translation.TRANSLATED,
        Translation.MISSING,
    ]
    assert [[each.language for each in ask.paragraphs] for ask in asks] == [["nl"], [""], [""], ["", "nl"]]
    assert [len(ask.notes) for ask in asks] == [1, 1, 0, 1]
    assert document.about.checked == "incomplete"
    assert {ask.translation for ask in asks_of(made())} == {Translation.ORIGINAL}
    assert made().about.checked == ""
    assert made(marks=Marks("nl", "nl_NL"), code="en").about.checked == "approved"


def test_the_contact_of_the_province_goes_before_those_of_the_office() -> None:
    office = block("landelijk", replace(CONTACT, name="Iemand anders"))
    both = [office, of_province(block("regio", CONTACT))]
    document = made(position([chapter("a", "A", both)]))
    assert document.about.contact == "regio"
    lines = contact_of(document)
    assert ("Jo de Vries", "") in lines
    assert ("jo@example.org", "mailto:jo@example.org") in lines
    assert made(position([chapter("a", "A", [office])])).about.contact == "landelijk"
    assert contact_of(made(position([chapter("a", "A", [block("een", Ask("Doe dit."))])]))) == ()
