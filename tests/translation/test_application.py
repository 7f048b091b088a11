"""A position swapped into another language, on the small tree: what shows, and what is told about it."""

from pathlib import Path

import pytest

from flows.desk.opening.national import open_national
from flows.desk.opening.provincial import open_provincial
from flows.overrides.merge import unmerged
from flows.positions.bodies import Contact, Fact, Figure
from flows.positions.merged import Layer, MergedBlock, Position
from flows.translation.application import Showing, Shown, Translated, translated
from flows.translation.completeness import completeness
from flows.translation.entries import Catalogue, Entry, sha
from flows.translation.extraction import Part, Unit, rewritten, units_of
from flows.translation.states import State
from tests.content_tree import EDITION, own, write_tree

OVERRIDES = """\
  - replace: vraag-vroeger
    text: Doe onze 99 dingen.
  - append: vraag-twee
    text: En dit ook.
  - insert: oost-feit
    after: feit-een
    kind: fact
    text: Wij hebben {{ labs }}.
    source: te bevestigen
"""


def gaps(done: Translated) -> tuple[Showing, ...]:
    """The texts that are not approved and fresh, or that stand in Dutch because their block does."""
    told = (each for each in done.showings if (each.state, each.shown) != (State.APPROVED, Shown.TRANSLATION))
    return tuple(told)


def dutch_blocks(done: Translated) -> set[str | None]:
    """The blocks whose own text stands in Dutch; what a province appended stands for itself."""
    return {
        each.unit.block for each in done.showings if each.shown is Shown.DUTCH and not each.unit.is_addition
    }


@pytest.fixture
def position(tmp_path: Path) -> Position:
    changes = own(OVERRIDES)
    edition = EDITION.replace(
        "labs: {type: list}", "labs: {type: list}\n  motto: {type: text, default: Samen sterk}"
    )
    mine = changes["provinces/oost/2031.yaml"].replace(
        "  hub: Hub Oost\n", "  hub: Hub Oost\n  labs: [Lab Een, Lab Twee]\n"
    )
    content = write_tree(tmp_path, {"shared/2031/edition.yaml": edition, "provinces/oost/2031.yaml": mine})
    opened = open_provincial(content, open_national(content, "2031"), "oost")
    assert opened.position is not None
    return opened.position


def english(units: tuple[Unit, ...], *, but: dict[str, Entry] | None = None) -> Catalogue:
    """Every text approved as itself in capitals, but for some."""
    done = {
        unit.context: Entry(unit.context, unit.source, unit.source.upper(), sha(unit.text), "human")
        for unit in units
    }
    return Catalogue("en", {**done, **(but or {})})


def both(position: Position, *, final: bool = False, **but: Entry) -> Translated:
    changed = {entry.context: entry for entry in but.values()}
    layers = [units_of(position, layer) for layer in (Layer.NATIONAL, Layer.PROVINCE)]
    national, mine = (
        english(
            units,
            but={name: each for name, each in changed.items() if name in {unit.context for unit in units}},
        )
        for units in layers
    )
    return translated(position, national, mine, final=final)


def block(done: Translated, identifier: str) -> MergedBlock:
    return next(each for each in done.position.blocks() if each.block.id == identifier)


def test_the_national_texts_stand_in_reading_order(position: Position) -> None:
    assert [unit.context for unit in units_of(unmerged(position.edition), Layer.NATIONAL)] == [
        "edition#title",
        "edition#subtitle",
        "election#name",
        "hoofdstuk-werken#title",
        "aanhef#text",
        "thema-een#title",
        "toelichting-een#text",
        "vraag-een#text",
        "vraag-twee#text",
        "vraag-drie#text",
        "feit-een#text",
        "feit-een#source",
        "figuur-een#title",
        "figuur-een#alt",
        "figuur-een#unit",
        "figuur-een#source",
        "figuur-een#data.1.label",
        "figuur-een#data.2.label",
        "variables#motto",
    ]


def test_a_province_has_its_own_texts_and_no_names_or_addresses(position: Position) -> None:
    units = units_of(position, Layer.PROVINCE)
    assert [(unit.context, unit.part) for unit in units] == [
        ("vraag-een#text", Part.ASK),
        ("vraag-twee#append", Part.ASK),
        ("oost-feit#text", Part.FACT),
        ("eigen-verhaal#text", Part.PROSE),
        ("province.contact#role", Part.CONTACT),
        ("variables#hub", Part.VARIABLE),
        ("variables#labs.1", Part.VARIABLE),
        ("variables#labs.2", Part.VARIABLE),
    ]
    assert units[0].contexts == ("vraag-een#text", "vraag-vroeger#text")


def test_what_nobody_swaps_stays_the_same(position: Position) -> None:
    assert rewritten(position, lambda unit: unit.text) == position


def test_approved_text_stands_in_the_place_of_its_dutch(position: Position) -> None:
    done = both(position, final=True)
    assert gaps(done) == ()
    assert done.position.edition.title == "SAMEN"
    assert done.position.chapters[0].chapter.title == "WERKEN {{ PROVINCE.IN }}"
    assert done.position.variables == {
        "hub": "HUB OOST",
        "labs": ("LAB EEN", "LAB TWEE"),
        "motto": "SAMEN STERK",
    }
    figure, fact = block(done, "figuur-een").block.body, block(done, "oost-feit").block.body
    assert isinstance(figure, Figure) and isinstance(fact, Fact)
    assert [point.label for point in figure.data] == ["JA", "NEE"]
    assert fact.source == "te bevestigen"
    assert [each.text for each in block(done, "vraag-twee").additions] == ["EN DIT OOK."]
    contact = block(done, "contactpersoon").block.body
    assert contact == Contact(role="SECRETARIS", email="oost@example.org")
    counted = completeness(done.showings)
    assert counted.approved == counted.words > 40


MACHINE = {"origin": "mt:x", "fuzzy": True}


@pytest.mark.parametrize(
    ("context", "dutch", "more", "stands"),
    [
        ("toelichting-een#text", "Andere zin.", {}, (State.STALE, Shown.TRANSLATION)),
        ("vraag-drie#text", "Doe dit 250 keer.", {}, (State.STALE, Shown.DUTCH)),
        ("vraag-drie#text", "Doe dit 250 keer.", MACHINE, (State.STALE, Shown.DUTCH)),
        ("feit-een#text", "Het was zo.", {}, (State.STALE, Shown.DUTCH)),
        ("figuur-een#alt", "Drie staven", {}, (State.STALE, Shown.DUTCH)),
        ("hoofdstuk-werken#title", "Werk", {}, (State.STALE, Shown.DUTCH)),
        ("vraag-drie#text", "Blijf dit doen.", MACHINE, (State.MACHINE, Shown.TRANSLATION)),
        ("vraag-drie#text", "Blijf dit doen.", {"fuzzy": True}, (State.REVIEW, Shown.TRANSLATION)),
        ("vraag-drie#text", "Blijf dit doen.", {"text": ""}, (State.MISSING, Shown.DUTCH)),
    ],
)
def test_what_is_not_approved_shows_in_a_draft_as_far_as_it_can_be_trusted(
    position: Position, context: str, dutch: str, more: dict[str, str | bool], stands: tuple[State, Shown]
) -> None:
    entry = Entry(**{"context": context, "source": dutch, "text": "Old.", "nl_sha": sha(dutch), **more})  # type: ignore[arg-type]
    state, draft = stands
    for final, shown in ((False, draft), (True, Shown.DUTCH)):
        done = both(position, final=final, one=entry)
        gap = next(each for each in gaps(done) if each.unit.context == context)
        assert (gap.state, gap.shown) == (state, shown)
        counted = completeness(done.showings)
        assert counted.words - counted.approved == gap.unit.words


def test_a_block_stands_in_one_language_and_an_addition_for_itself(position: Position) -> None:
    done = both(
        position, one=Entry("feit-een#source", "Bureau"), two=Entry("vraag-twee#append", "En dit ook.")
    )
    fact, ask = block(done, "feit-een").block.body, block(done, "vraag-twee")
    assert isinstance(fact, Fact)
    assert (fact.text, fact.source) == ("Het is zo.", "Bureau")
    assert ask.block.body is not None and ask.block.body.text == "DOE NOG IETS."  # type: ignore[union-attr]
    assert [each.text for each in ask.additions] == ["En dit ook."]
    assert [(each.unit.context, each.state, each.shown) for each in gaps(done)] == [
        ("vraag-twee#append", State.MISSING, Shown.DUTCH),
        ("feit-een#text", State.APPROVED, Shown.DUTCH),
        ("feit-een#source", State.MISSING, Shown.DUTCH),
    ]
    assert dutch_blocks(done) == {"feit-een"}


def told(part: Part, words: int, state: State) -> Showing:
    unit = Unit(Layer.NATIONAL, "a", "text", " ".join(["woord"] * words), part)
    return Showing(unit, state, Shown.TRANSLATION)


@pytest.mark.parametrize(
    ("part", "words", "state", "enough"),
    [
        (Part.PROSE, 5, State.STALE, True),
        (Part.PROSE, 6, State.STALE, False),
        (Part.ASK, 1, State.REVIEW, False),
        (Part.HEADING, 1, State.MISSING, False),
        (Part.CAPTION, 1, State.MACHINE, False),
    ],
)
def test_asks_headings_and_captions_have_to_be_whole_and_of_the_rest_95_words_in_100(
    part: Part, words: int, state: State, enough: bool
) -> None:
    rest = 100 - words if part is Part.PROSE else 100
    showings = [
        told(Part.ASK, 10, State.APPROVED),
        told(Part.PROSE, rest, State.APPROVED),
        told(part, words, state),
    ]
    assert completeness(showings).is_enough is enough
    assert completeness(showings).approved == 10 + rest
    assert completeness([]).is_enough
