"""What a province's text says of another province: a name or a value that came along with a copied text.

Neighbours are named on purpose, so a text that names its own province may name others, and what another
province alone has may be named beside that province.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from flows.overrides.variables import block_texts, override_texts
from flows.positions.bodies import texts
from flows.positions.editions import Edition
from flows.positions.placeholders import PLACEHOLDER
from flows.positions.places import Span
from flows.positions.provinces import Override, Province, ProvinceEdition, Verb
from flows.problems.codes import problem
from flows.problems.records import Problem

_WORD = re.compile(r"\w+")
_PART_OF_MORE = re.compile(r"[\w-]|\s[A-ZÀ-Þ]")
"""Behind a name: it is a part of a longer one, as in ``Oost Noord`` and ``Ooster-Vlaanderen``."""
_OWN = "province."
_NAMES = ("text", "list")
"""Types of variables whose values may be names."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What can be recognised in a text, by its first word: each with the slugs of who it belongs to."""

    forms: Mapping[str, Mapping[str, frozenset[str]]]

    def found_in(self, text: str) -> Iterator[tuple[str, frozenset[str]]]:
        for match in _WORD.finditer(text):
            for form, owners in self.forms.get(match[0], {}).items():
                end = match.start() + len(form)
                if text.startswith(form, match.start()) and not _PART_OF_MORE.match(text, end):
                    yield form, owners


def borrowed(edition: Edition, provinces: Sequence[ProvinceEdition]) -> Iterator[Problem]:
    """SP610 for the name of another province in a text without its own, SP611 for what only others have."""
    names = _known((form, one.province.slug) for one in provinces for form in _names(one.province))
    values = _known(each for one in provinces for each in _values(edition, one))
    nationally = [text for block in edition.blocks() for text, _ in block_texts(block)]
    common = {form for text in nationally for form, _ in values.found_in(text)}
    titles = {one.province.slug: _title(one.province) for one in provinces}
    for one in provinces:
        for identifier, written in _written(one):
            for found in _in_text(one.province, identifier, written, names, titles):
                yield replace(found, province=one.province.slug)
        for override in one.overrides:
            for found in _of_others(one.province, override, values, common, titles):
                yield replace(found, province=one.province.slug)


def _known(pairs: Iterable[tuple[str, str]]) -> _Known:
    forms: dict[str, dict[str, frozenset[str]]] = {}
    for form, slug in pairs:
        first = _WORD.match(form)
        if first is not None:
            mine = forms.setdefault(first[0], {})
            mine[form] = mine.get(form, frozenset()) | {slug}
    return _Known(forms)


def _names(province: Province) -> Iterator[str]:
    """What a text calls a province; a name that is its capital's too counts behind a word for it."""
    for forms in province.names.values():
        if forms.name != province.capital:
            yield forms.name
            continue
        words = forms.in_.split()
        if len(words) > 2:  # noqa: PLR2004  more than "in" and the name: "in de provincie Utrecht"
            phrase = " ".join(words[-2:])
            yield from (phrase, phrase[0].upper() + phrase[1:])


def _values(edition: Edition, one: ProvinceEdition) -> Iterator[tuple[str, str]]:
    """The names among the values that a province gives."""
    for name, value in one.variables.items():
        declared = edition.variables.get(name)
        if declared is not None and declared.type in _NAMES:
            for each in value if isinstance(value, tuple) else (str(value),):
                if any(character.isupper() for character in each):
                    yield each, one.province.slug


def _title(province: Province) -> str:
    return next((forms.name for forms in province.names.values()), province.slug)


def _written(one: ProvinceEdition) -> Iterator[tuple[str, list[tuple[str, Span]]]]:
    """Everything that a province prints of its own, piece by piece, with the id or variable it belongs to."""
    for override in one.overrides:
        yield override.target, _texts(override)
    for name, value in one.variables.items():
        items = value if isinstance(value, tuple) else (str(value),)
        span = one.places.get(("variables", name))
        yield name, [(item, span) for item in items if span is not None]


def _texts(override: Override) -> list[tuple[str, Span]]:
    """The texts of an override without its sources: these may well be of another province."""
    block = override.block
    if block is None or block.body is None or override.verb is Verb.APPEND:
        return list(override_texts(override))
    return [(text, block.span(*path)) for path, text in texts(block.body) if path[0] != "source"]


def _names_itself(province: Province, text: str) -> bool:
    forms = (form for each in province.names.values() for form in (each.name, each.adjective))
    return any(form in text for form in forms) or any(
        name.startswith(_OWN) for name in PLACEHOLDER.findall(text)
    )


def _in_text(
    province: Province,
    identifier: str,
    written: Sequence[tuple[str, Span]],
    names: _Known,
    titles: Mapping[str, str],
) -> Iterator[Problem]:
    if _names_itself(province, "\n".join(text for text, _ in written)):
        return
    told = set()
    for text, span in written:
        for form, owners in names.found_in(text):
            if province.slug not in owners and form not in told:
                told.add(form)
                others = tuple(titles[slug] for slug in sorted(owners))
                yield problem("SP610", span.locate(form), id=identifier, name=form, others=others)


def _of_others(
    province: Province,
    override: Override,
    values: _Known,
    common: set[str],
    titles: Mapping[str, str],
) -> Iterator[Problem]:
    written = _texts(override)
    whole = "\n".join(text for text, _ in written)
    told = set(common)
    for text, span in written:
        for form, owners in values.found_in(text):
            named = any(titles[slug] in whole for slug in owners)
            if province.slug not in owners and not named and form not in told:
                told.add(form)
                others = tuple(titles[slug] for slug in sorted(owners))
                place = span.locate(form)
                yield problem("SP611", place, id=override.target, name=form, others=others)
