"""`standpunt translate check`: what is wrong or odd in the translations."""

from collections import Counter
from collections.abc import Sequence

import click

from flows.cli.session import Session, session
from flows.cli.spoken import SpokenCommand, edition_argument, json_option, languages_option
from flows.cli.terminal import print_json, problem_record, show_list
from flows.cli.words import WORDS
from flows.desk.checking.translations import check_translations
from flows.desk.opening.catalogues import open_shelf
from flows.desk.opening.editions import edition_name
from flows.problems.records import Problem, Severity, has_errors
from flows.problems.sentences import Ui


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(
        *,
        edition: str | None,
        languages: tuple[str, ...],
        strict: bool,
        as_json: bool,
        root: str | None,
        **_: object,
    ) -> int:
        here = session(root, ui)
        name = edition_name(here.content, edition)
        problems = check_translations(here.content, open_shelf(here.content, name), languages)
        if as_json:
            print_json({"edition": name, "problems": [problem_record(each, ui) for each in problems]})
        else:
            show_list(problems, here.root, ui)
            click.echo(summary(problems, name, here))
        return int(has_errors(problems) or (strict and bool(problems)))

    strict = click.Option(["--strict"], is_flag=True, help=words["strict"])
    options = [edition_argument(), languages_option(words), strict, json_option(words)]
    return SpokenCommand("translate-check", words, run, options)


def summary(problems: Sequence[Problem], edition: str, here: Session) -> str:
    """One line with the counts."""
    if not problems:
        return here.words["no-translation-problems"].format(edition=edition)
    counts = Counter(each.severity for each in problems)
    return here.words["counts"].format(
        errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING], edition=edition
    )
