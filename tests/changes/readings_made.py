"""Readings made by hand and by Hypothesis."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from flows.changes.compare import compare
from flows.changes.readings import Reading, Unit
from flows.changes.records import Change, Flag, Op
from flows.changes.redlined import Element
from tests.changes.trees import header, para

SENTENCES = (
    "De provincie kan bedrijven helpen met een loket voor alle vragen over regels en vergunningen.",
    "Een sterke maakindustrie zorgt voor banen in de regio en voor nieuwe producten.",
    "Het stroomnet zit vol en daarom wachten bedrijven al jaren op een zwaardere aansluiting.",
    "Vakmensen zijn schaars, dus scholing op de werkvloer verdient meer geld en aandacht.",
    "Bedrijventerreinen hebben ruimte nodig om te groeien zonder de buren te hinderen.",
    "Hergebruik van metaal bespaart grondstoffen en vermindert de uitstoot van broeikasgas.",
)


def unit(name: str, text: str = "", *, kind: str = "prose", path: Sequence[str] = ("hoofdstuk",), blocks: Sequence[Element] | None = None, **more: object) -> Unit:  # fmt: skip
    content = [para(text)] if blocks is None else blocks
    return replace(Unit(name, kind, tuple(path), content), **more)  # type: ignore[arg-type]


def theme(name: str, title: str, chapter: str = "hoofdstuk") -> Unit:
    return Unit(name, "theme", (chapter,), [header(2, title)])


def reading(name: str, *units: Unit, **more: object) -> Reading:
    return replace(Reading(name, units), **more)  # type: ignore[arg-type]


def one_change(
    old: Sequence[Element],
    new: Sequence[Element],
    *,
    kind: str = "prose",
    language: str = "nl",
    fields: tuple[Mapping[str, Any], Mapping[str, Any]] = ({}, {}),
) -> Change:
    """The change of the only unit of two readings."""
    before = Unit("blok", kind, ("hoofdstuk",), old, fields[0])
    after = Unit("blok", kind, ("hoofdstuk",), new, fields[1])
    [change] = compare(reading("2023", before), reading("2027", after), language=language).changes()
    return change


def flags(old: str, new: str, language: str = "nl") -> tuple[Flag, ...]:
    return one_change([para(old)], [para(new)], language=language).flags


def ops(old: Reading, new: Reading) -> dict[str, Op]:
    """What happened to every unit that is not the same."""
    return {each.id: each.op for each in compare(old, new).changes() if each.op is not Op.UNCHANGED}


def readings() -> st.SearchStrategy[tuple[Reading, Reading]]:
    """Two readings that share most ids: units gone, new, edited, elsewhere, under other themes."""
    return st.tuples(_chapters("a"), _chapters("b"))


@st.composite
def _chapters(draw: st.DrawFn, name: str) -> Reading:
    blocks = draw(st.lists(st.sampled_from("pqrstuvw"), unique=True, max_size=8))
    units: list[Unit] = []
    for chapter in draw(st.permutations(["x", "y"])):
        units.append(Unit(chapter, "chapter", (), [header(1, chapter)]))
        for heading in draw(st.lists(st.sampled_from(["1", "2", "3"]), unique=True, max_size=3)):
            if any(each.id == heading for each in units):
                continue
            units.append(theme(heading, heading, chapter))
            taken = draw(st.integers(0, len(blocks)))
            units += [_block(draw, each, (chapter, heading)) for each in blocks[:taken]]
            blocks = blocks[taken:]
    return Reading(name, tuple(units), {"hub": name})


def _block(draw: st.DrawFn, name: str, path: tuple[str, str]) -> Unit:
    text = draw(st.sampled_from(SENTENCES)) + draw(st.sampled_from(["", " Altijd.", " Nu 250."]))
    return unit(name, text, kind=draw(st.sampled_from(["prose", "ask"])), path=path)
