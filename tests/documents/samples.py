"""Positions made by hand: every kind of block, a province's own words, and titles that mean trouble."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from flows.documents.elements import Tree, para
from flows.documents.labels import LABELS
from flows.positions.bodies import Ask, Body, Chart, Contact, DataPoint, Fact, Figure, Kind, Prose, Quote
from flows.positions.editions import Block, Chapter, Edition, Election, Layout, Status, Theme, Variable
from flows.positions.merged import (
    Addition,
    Layer,
    MergedBlock,
    MergedChapter,
    MergedTheme,
    Origin,
    Position,
)
from flows.positions.places import Span
from flows.positions.provinces import NameForms, Province
from flows.problems.records import Place
from flows.translation.languages import Language

PLACE = Place("shared/2031/werken.yaml", 1)
SPAN = Span(PLACE)
ORIGIN = Origin(Layer.NATIONAL, PLACE)
HOSTILE = 'A # b $ c @ d "e" <f> ]g[ *h* _i_ \\j `k` {l} %m ~n^ &amp; //o /*p*/'
"""A plain text with every character that some writer could take for markup."""

_KINDS: Mapping[type[Body], Kind] = {
    Prose: Kind.PROSE,
    Ask: Kind.ASK,
    Fact: Kind.FACT,
    Figure: Kind.FIGURE,
    Quote: Kind.QUOTE,
    Contact: Kind.CONTACT,
}


def block(anchor: str, body: Body | None, *additions: str) -> MergedBlock:
    """A merged block; without a body, a slot that nobody filled."""
    kind = _KINDS[type(body)] if body is not None else Kind.PROSE
    added = tuple(Addition(text, ORIGIN, SPAN) for text in additions)
    made = Block(anchor, kind, body, PLACE, slot=body is None, note="nooit te zien: intern")
    return MergedBlock(made, ORIGIN, added)


def chapter(
    anchor: str,
    title: str,
    blocks: Sequence[MergedBlock] = (),
    themes: Sequence[tuple[str, str, Sequence[MergedBlock]]] = (),
    layout: Layout = Layout.CHAPTER,
) -> MergedChapter:
    """A merged chapter with themes of (id, title, blocks)."""
    merged = tuple(
        MergedTheme(Theme(one, name, (), PLACE, SPAN), tuple(inside)) for one, name, inside in themes
    )
    return MergedChapter(Chapter(anchor, title, layout, (), (), PLACE, SPAN), tuple(blocks), merged)


FIGURE = Figure(
    Chart.STACKED_BAR,
    "Hoe zijn de mensen opgeleid?",
    "Gestapelde balk: basis 6,7 procent, mbo 93,3 procent.",
    "procent",
    "CBS",
    (DataPoint("basis", Decimal("6.7")), DataPoint("mbo 2–4", Decimal("93.3"))),
    "2022-07",
)
CONTACT = Contact(
    "Uw contactpersoon",
    "Jo de Vries",
    "Regiosecretaris",
    "Vereniging Test",
    ("Laan 1", "1234 AB Stad"),
    "jo@example.org",
    "030 123 45 67",
    "https://www.example.org",
)

CHAPTERS = (
    chapter(
        "kennismaking",
        "Even voorstellen",
        [block("inleiding", Prose("Wij maken **alles**.\nOok in {{ province.name }}.\n\nTweede alinea."))],
        layout=Layout.INTRODUCTION,
    ),
    chapter(
        "ondernemend",
        "Ondernemend {{ province.name }}",
        [
            block(
                "samenwerking", Prose("Samen met {{ hub }}: zie [de vraag](#vraag-een)."), "Eigen zin erbij."
            )
        ],
        [
            (
                "thema-regels",
                "Minder regels",
                [
                    block("vraag-een", Ask("Doe *eerst* dit.\n\nEn leg het uit.")),
                    block("lege-plek", None),
                    block("vraag-twee", Ask("Doe dan dat: [site]({{ site }}).")),
                    block("feit-een", Fact("CO~2~ daalt.", "CBS", "2022-07")),
                    block("feit-twee", Fact("Het stijgt 3^2^ keer.", "te bevestigen")),
                ],
            ),
            ("thema-leeg", "Leeg thema", [block("nog-leeg", None)]),
        ],
    ),
    chapter(
        "werken",
        "Werken & ontwikkelen {{ province.in }}",
        [
            block("figuur-een", FIGURE),
            block("figuur-leeg", replace(FIGURE, data=())),
            block("citaat", Quote("Meedoen loont.", "Jo Test", "voorbeeld", "per brief", "Blad", "2021")),
            block("tabel", Prose("| Jaar | Aantal |\n|---|---|\n| 2021 | 4 |\n\n1. een\n2. twee\n   - diep")),
        ],
    ),
    chapter("leeg-hoofdstuk", "Niets hier", [block("niets", None)]),
    chapter("colofon", "Over ons", [block("contact", CONTACT)], layout=Layout.COLOPHON),
)


def position(chapters: Sequence[MergedChapter] = CHAPTERS, **edition: str) -> Position:
    """A position of Noord-Holland; `edition` replaces the title, subtitle or organisation."""
    names = {
        "nl": NameForms("Noord-Holland", "in Noord-Holland", "van Noord-Holland", "Noord-Hollands"),
        "en": NameForms("North Holland", "in North Holland", "of North Holland", "North Holland"),
        "de": NameForms("Nordholland", "in Nordholland", "von Nordholland", "Nordholländisch"),
        "fy": NameForms("Noard-Hollân", "yn Noard-Hollân", "fan Noard-Hollân", "Noardhollânsk"),
    }
    province = Province("noord-holland", "Haarlem", tuple(names), names, {}, None)
    words = {
        "title": "Waardevolle partners",
        "subtitle": "Maakindustrie en {{ province.name }}",
        "organisation": "Vereniging Test",
        **edition,
    }
    base = Edition(
        name="2031",
        title=words["title"],
        subtitle=words["subtitle"],
        organisation=words["organisation"],
        status=Status.DRAFT,
        language="nl",
        election=Election("Statenverkiezingen", "2031-03-19"),
        previous=None,
        chapters=(),
        variables={"hub": Variable("text"), "site": Variable("url")},
        retired={},
    )
    return Position(
        base, province, {"hub": "Hub *Noord* <b>", "site": "https://www.example.org/"}, tuple(chapters)
    )


def language(code: str = "nl") -> Language:
    """A language whose labels are easy to recognise."""
    locale = {"nl": "nl_NL", "en": "en_GB", "de": "de_DE", "fy": "fy_NL"}[code]
    labels = {name: f"{code} {name.replace('_', ' ')}" for name in LABELS}
    return Language(code, locale, {**labels, "percentage": "{}%"})


def texts_of(one: Position) -> list[str]:
    """Every Markdown text of a position."""
    found = [merged.block.body.text for merged in one.blocks() if hasattr(merged.block.body, "text")]
    return found + [addition.text for merged in one.blocks() for addition in merged.additions]


def plain_trees(one: Position) -> dict[str, Tree]:
    """Every text as one paragraph of plain words, for tests that need no Markdown."""
    return {text: [para(text)] for text in texts_of(one)}
