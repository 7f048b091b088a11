"""Advice to the editor: plain Dutch, and one spelling for partners that provinces share."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from flows.desk.opening.languages import DUTCH
from flows.desk.opening.provincial import Provincial
from flows.documents.text_limits import too_much
from flows.overrides.variables import block_texts, override_texts
from flows.positions.bodies import Contact
from flows.positions.editions import Edition
from flows.positions.places import Span
from flows.problems.codes import problem
from flows.problems.records import Problem
from flows.wording.dutch import phone_remarks, remarks
from flows.wording.names import common_spellings


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as a province wrote it."""

    name: str
    province: str
    span: Span


def advice(edition: Edition, provinces: Sequence[Provincial]) -> Iterator[Problem]:
    """Everything an editor may want to look at again; all of it warnings."""
    if edition.language == DUTCH:
        for block in edition.blocks():
            yield from _about(block_texts(block))
        for one in provinces:
            found = [each for entry in one.own.overrides for each in override_texts(entry)] if one.own else []
            yield from (replace(each, province=one.slug) for each in [*_about(found), *_phones(one)])
    for rare, common in near_duplicates(tuple(_names(provinces))):
        found_there = problem(
            "SP606",
            rare.span.locate(rare.name),
            name=rare.name,
            other=common.name,
            elsewhere=common.province,
            related=(("first", common.span.locate(common.name)),),
        )
        yield replace(found_there, province=rare.province)


def near_duplicates(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Each rarer spelling of a name, with the first mention of the commoner one."""
    common = common_spellings(each.name for each in mentions)
    first = {each.name: each for each in reversed(mentions)}
    by_rarity = {name: [each for each in mentions if each.name == name] for name in common}
    for name, those in by_rarity.items():
        yield from ((each, first[common[name]]) for each in those)


def _about(texts: Iterable[tuple[str, Span]]) -> Iterator[Problem]:
    for text, span in texts:
        for each in remarks(text) if not too_much(text) else ():
            place = span.locate(each.text)
            yield problem(each.rule, place, text=each.text, better=each.better, count=each.count)


def _phones(one: Provincial) -> Iterator[Problem]:
    """Remarks about the telephone number of a province's contact."""
    if one.province is not None and one.province.contact is not None and one.province.contact.phone:
        for each in phone_remarks(one.province.contact.phone):
            place = one.province.places[("contact", "phone")].place
            yield problem(each.rule, place, text=each.text, better=each.better, count=each.count)


def _names(provinces: Sequence[Provincial]) -> Iterator[Mention]:
    """The names that provinces give as variables, and the organisations of their contacts."""
    for one in provinces:
        if one.own is None:
            continue
        for name, value in one.own.variables.items():
            span = one.own.places.get(("variables", name))
            if span is not None and isinstance(value, str) and not value.startswith("http"):
                yield Mention(value, one.slug, span)
            elif span is not None and isinstance(value, tuple):
                for index, item in enumerate(value):
                    yield Mention(item, one.slug, one.own.places[("variables", name, index)])
        contact = one.province.contact if one.province is not None else None
        if isinstance(contact, Contact) and contact.organisation and one.province is not None:
            yield Mention(contact.organisation, one.slug, one.province.places[("contact", "organisation")])
