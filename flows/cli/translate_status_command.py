"""`standpunt translate status`: how every translation file stands."""

from collections.abc import Iterator, Mapping, Sequence

import click

from flows.cli.session import session
from flows.cli.spoken import SpokenCommand, edition_argument, json_option
from flows.cli.tables import show_table
from flows.cli.terminal import print_json, problem_record, show_problems
from flows.cli.words import WORDS, Words
from flows.desk.catalogues import open_shelf
from flows.desk.editions import edition_name
from flows.desk.translating import Progress, documents, progress
from flows.problems.records import has_errors
from flows.problems.sentences import Ui
from flows.translation.completeness import Completeness
from flows.translation.states import State

Complete = Mapping[str, Mapping[str, Completeness]]
"""How complete each document is, by province and language."""


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(edition: str | None, as_json: bool, root: str | None, **_: object) -> int:
        here = session(root, ui)
        shelf = open_shelf(here.content, edition_name(here.content, edition))
        rows, complete = progress(shelf), documents(shelf)
        if as_json:
            catalogues = [record_of(row) for row in rows]
            problems = [problem_record(each, ui) for each in shelf.problems]
            told = {"catalogues": catalogues, "documents": list(document_records(complete))}
            print_json({"edition": shelf.edition, **told, "problems": problems})
        else:
            show_problems(shelf.problems, here.root, ui, err=True)
            show_progress(rows, words)
            show_documents(complete, words)
        return int(has_errors(shelf.problems))

    return SpokenCommand("translate-status", words, run, [edition_argument(), json_option(words)])


def show_progress(rows: Sequence[Progress], words: Words) -> None:
    """A row a catalogue: how many texts are in each state, and the share of words that is approved."""
    headings = [words["file"], *(words[state] for state in State), words["obsolete"], words["approved-share"]]
    table = []
    for row in rows:
        numbers = [*row.texts.values(), row.obsolete]
        table.append([row.file, *(str(number or "·") for number in numbers), percent(row)])
    show_table(headings, table)


def show_documents(complete: Complete, words: Words) -> None:
    """A row a province: the share of its document that is approved, by language."""
    codes = list(dict.fromkeys(code for languages in complete.values() for code in languages))
    table = [
        [slug, *(percent(languages[code]) if code in languages else "" for code in codes)]
        for slug, languages in complete.items()
    ]
    if codes:
        click.echo(words["documents-share"])
        show_table([words["province"], *codes], table)


def percent(counted: Progress | Completeness) -> str:
    """The approved share in whole percents; 100 only where every word is approved."""
    return str(100 * counted.approved // counted.words if counted.words else 100)


def record_of(row: Progress) -> dict[str, object]:
    """One catalogue for machines."""
    return {
        "file": row.file,
        "province": row.province,
        "language": row.language,
        "texts": {state.value: number for state, number in row.texts.items()},
        "obsolete": row.obsolete,
        "words": row.words,
        "approved_words": row.approved,
    }


def document_records(complete: Complete) -> Iterator[dict[str, object]]:
    """Every document for machines; `enough` says whether a final edition could be published."""
    for slug, languages in complete.items():
        for code, counted in languages.items():
            numbers = {"words": counted.words, "approved_words": counted.approved}
            yield {"province": slug, "language": code, **numbers, "enough": counted.is_enough}
