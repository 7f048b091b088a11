"""Whether all that an edition prints can be printed: what the fonts of the brand do not have is told."""

from collections.abc import Iterable, Iterator
from dataclasses import fields

from flows.desk.opening.caches import cache_of
from flows.desk.opening.markdown_texts import Trees
from flows.desk.opening.provincial import Provincial
from flows.documents.glyphs import Printed, direction_problems, glyph_problems, pieces_of
from flows.documents.misread import misreadings
from flows.documents.typed_by_hand import typed_by_hand
from flows.overrides.variables import block_texts, override_texts
from flows.positions.bodies import texts
from flows.positions.editions import Edition
from flows.positions.placeholders import PLACEHOLDER
from flows.positions.provinces import ProvinceEdition
from flows.positions.shaping.editions import title_spans
from flows.press.glyphs import without_glyph
from flows.press.looks import Looks
from flows.problems.codes import problem
from flows.problems.records import Problem
from flows.sources.content import Content


def missing_glyphs(content: Content, looks: Looks, printed: Iterable[Printed]) -> frozenset[str]:
    """What the font of the brand cannot show of some texts: characters, and whole words.

    Raises:
        PressError: Typst does not work.
    """
    pieces: set[str] = set()
    for text, tree, _ in printed:
        pieces |= pieces_of(text, tree)
    return without_glyph(pieces, content.root, looks, cache_of(content))


def unprintable(printed: Iterable[Printed], missing: frozenset[str]) -> list[Problem]:
    """What would print otherwise than it was meant.

    Returns:
        SP730 for every character of a text that is missing, SP731 for what turns its direction, and SP732 to
        SP749 for what reads otherwise than it was typed.
    """
    texts = list(printed)
    found = [*(glyph_problems(texts, missing) if missing else ()), *direction_problems(texts)]
    for text, tree, span in texts:
        found += [*typed_by_hand(text, tree, span), *misreadings(text, tree, span)]
    return found


def unfilled(values: Iterable[Printed]) -> Iterator[Problem]:
    """SP750 (``text``) for each value in which a variable stands: what fills in is not filled in itself."""
    for text, _, span in values:
        found = PLACEHOLDER.search(text)
        if found is not None:
            yield problem("SP750", span.locate(found[0]), text=found[0])


def values_nationally(edition: Edition) -> Iterator[Printed]:
    """What the national layer prints where a variable of ours stands."""
    for key, text in (("organisation",), edition.organisation), (("election", "name"), edition.election.name):
        if text:
            yield text, None, edition.places.get(key, edition.places[()])
    for name, variable in edition.variables.items():
        if variable.default:
            yield variable.default, None, edition.places[("variables", name)]


def printed_nationally(edition: Edition, trees: Trees) -> Iterator[Printed]:
    """The texts that the national layer prints."""
    yield from values_nationally(edition)
    for text, span in title_spans(edition):
        yield text, None, span
    for block in edition.blocks():
        for text, span in block_texts(block):
            yield text, trees.get(text), span


def values_by(one: Provincial) -> Iterator[Printed]:
    """What a province prints where a variable of ours stands: its names and what it gives for variables."""
    if one.province is not None:
        top = one.province.places[()]
        for language, forms in one.province.names.items():
            for form in fields(forms):
                text = getattr(forms, form.name)
                if text:
                    place = ("names", language, form.name.rstrip("_"))
                    yield text, None, one.province.places.get(place, top)
    if one.own is not None:
        yield from _of_variables(one.own)


def printed_by(one: Provincial, trees: Trees) -> Iterator[Printed]:
    """The texts that a province prints: its own, its variables, its names and its contact."""
    yield from values_by(one)
    province = one.province
    if province is not None and province.contact is not None:
        for path, text in texts(province.contact):
            yield text, None, province.places.get(("contact", *path), province.places[()])
    if one.own is not None:
        for override in one.own.overrides:
            for text, span in override_texts(override):
                yield text, trees.get(text), span


def _of_variables(own: ProvinceEdition) -> Iterator[Printed]:
    top = own.places[()]
    for name, value in own.variables.items():
        items = value if isinstance(value, tuple) else (value,)
        for index, item in enumerate(items):
            path = ("variables", name, index) if isinstance(value, tuple) else ("variables", name)
            yield str(item), None, own.places.get(path, top)
