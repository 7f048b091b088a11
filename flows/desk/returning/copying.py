"""The working copy of a province or of the national text, as it stands today."""

from flows.desk.opening.editions import OpenEdition
from flows.desk.opening.languages import open_language
from flows.desk.opening.provincial import Provincial
from flows.documents.working_copy.sheet import Sheet, Source, sheet
from flows.overrides.merge import unmerged
from flows.positions.placeholders import BUILT_IN
from flows.returns.proposals import Remark
from flows.sources.review_files import read_remarks, review_file
from flows.translation.languages import Language
from flows.translation.values import values

NATIONAL = ""
"""What stands for a province where the national text is meant."""


def sheet_of(opened: OpenEdition, one: Provincial | None) -> Sheet:
    """The working copy of a province that has no error, or (None) of the national text."""
    edition = opened.national.edition
    assert edition is not None, "a copy of an edition that cannot be read"
    if one is None:
        position = unmerged(edition)
        open_values = {name: f"{{{{ {name} }}}}" for name in (*BUILT_IN, *edition.variables)}
        return sheet(Source(position, None, opened.trees, open_values, open_remarks(opened, "")))
    assert one.position is not None, one.slug
    shown = values(one.position, language_of(opened))
    return sheet(Source(one.position, one.own, opened.trees, shown, open_remarks(opened, one.slug)))


def open_remarks(opened: OpenEdition, province: str) -> tuple[Remark, ...]:
    """What people said beside a text that nobody settled yet."""
    kept, _ = read_remarks(opened.content.root, review_file(opened.national.name, province))
    return tuple(Remark(each.item, each.by, each.on, each.text) for each in kept if each.settled is None)


def language_of(opened: OpenEdition) -> Language:
    """The language of an edition that has no error."""
    edition = opened.national.edition
    language = open_language(opened.content, edition.language)[0] if edition is not None else None
    assert language is not None, "an edition in a language that nobody knows has an error"
    return language
