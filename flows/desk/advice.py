"""Advice to the editor: plain Dutch, and one spelling for partners that provinces share."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from flows.desk.languages import DUTCH
from flows.desk.provincial import Provincial
from flows.overrides.variables import block_texts, override_texts
from flows.positions.bodies import Contact
from flows.positions.editions import Edition
from flows.positions.places import Span
from flows.problems.codes import problem
from flows.problems.records import Problem
from flows.wording.dutch import phone_remarks, remarks
from flows.wording.names import Mention, near_duplicates


def advice(edition: Edition, provinces: Sequence[Provincial]) -> Iterator[Problem]:
    """Everything an editor may want to look at again; all of it warnings."""
    if edition.language == DUTCH:
        for block in edition.blocks():
            yield from _about(block_texts(block))
        for one in provinces:
            found = [each for entry in one.own.overrides for each in override_texts(entry)] if one.own else []
            yield from (replace(each, province=one.slug) for each in [*_about(found), *_phones(one)])
    for rare, common in near_duplicates(_names(provinces)):
        found_there = problem(
            "SP606",
            rare.span.locate(rare.name),
            name=rare.name,
            other=common.name,
            elsewhere=common.province,
            related=(("first", common.span.locate(common.name)),),
        )
        yield replace(found_there, province=rare.province)


def _about(texts: Iterable[tuple[str, Span]]) -> Iterator[Problem]:
    for text, span in texts:
        for each in remarks(text):
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
