"""`standpunt translate status`: how every translation file stands."""

from collections.abc import Iterator, Mapping, Sequence

import click

from flows.cli.session import session
from flows.cli.spoken import SpokenCommand, edition_argument, json_option
from flows.cli.tables import show_table
from flows.cli.terminal import print_json, problem_record, show_problems
from flows.cli.words import WORDS, Words
from flows.desk.opening.editions import open_edition
from flows.desk.translating.publishable import Version, translations_of
from flows.desk.translating.status import Progress, progress
from flows.problems.records import has_errors
from flows.problems.sentences import Ui
from flows.translation.states import State

Versions = Mapping[tuple[str, str], Version]
"""The documents that can be made, by province and language."""


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(edition: str | None, as_json: bool, root: str | None, **_: object) -> int:
        here = session(root, ui)
        opened = open_edition(here.content, edition, translations=True)
        found = translations_of(opened)
        problems = (*opened.errors, *found.problems)
        rows = progress(opened.shelf, found.broken) if opened.shelf is not None else ()
        versions = {about: each for about, each in found.versions.items() if each.position is not None}
        if as_json:
            catalogues = [record_of(row) for row in rows]
            told = {"catalogues": catalogues, "documents": list(document_records(versions))}
            records = [problem_record(each, ui) for each in problems]
            print_json({"edition": opened.national.name, **told, "problems": records})
        else:
            show_problems(problems, here.root, ui, err=True)
            show_progress(rows, words)
            show_documents(versions, words)
        return int(has_errors(problems))

    return SpokenCommand("translate-status", words, run, [edition_argument(), json_option(words)])


def show_progress(rows: Sequence[Progress], words: Words) -> None:
    """A row a catalogue: how many texts are in each state, and the share of words that is approved."""
    errors = [words["errors"]] if any(row.errors for row in rows) else []
    states = [words["to-review" if state is State.REVIEW else state] for state in State]
    headings = [words["file"], *states, *errors, words["obsolete"], words["approved-share"]]
    table = []
    for row in rows:
        numbers = [*row.texts.values(), *([row.errors] if errors else []), row.obsolete]
        share = 100 * row.approved // row.words if row.words else 100
        table.append([row.file, *(str(number or "·") for number in numbers), str(share)])
    show_table(headings, table)


def show_documents(versions: Versions, words: Words) -> None:
    """A row a province: the share of its document that is approved, by language."""
    codes = list(dict.fromkeys(code for _, code in versions))
    table = []
    for slug in dict.fromkeys(slug for slug, _ in versions):
        mine = [versions.get((slug, code)) for code in codes]
        table.append([slug, *(str(each.percent) if each is not None else "" for each in mine)])
    if codes:
        click.echo(words["documents-share"])
        show_table([words["province"], *codes], table)


def record_of(row: Progress) -> dict[str, object]:
    """One catalogue for machines."""
    return {
        "file": row.file,
        "province": row.province,
        "language": row.language,
        "texts": {state.value: number for state, number in row.texts.items()},
        "errors": row.errors,
        "obsolete": row.obsolete,
        "words": row.words,
        "approved_words": row.approved,
    }


def document_records(versions: Versions) -> Iterator[dict[str, object]]:
    """Every document for machines; `enough` says whether a final edition could be published."""
    for (slug, code), version in versions.items():
        counted = version.completeness
        numbers = {"words": counted.words, "approved_words": counted.approved}
        yield {"province": slug, "language": code, **numbers, "enough": version.is_enough}
