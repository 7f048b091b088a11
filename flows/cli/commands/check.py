"""`standpunt check`: every problem at once."""

from collections import Counter
from collections.abc import Iterator, Sequence

import click

from flows.cli.session import Session, session
from flows.cli.spoken import SpokenCommand, edition_argument, json_option
from flows.cli.terminal import print_json, problem_record, show_problems
from flows.cli.words import WORDS
from flows.desk.check import check
from flows.desk.status import STALE
from flows.problems.records import Problem, Severity, has_errors
from flows.problems.sentences import Ui


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(
        *,
        edition: str | None,
        final: bool,
        only: tuple[str, ...],
        as_json: bool,
        root: str | None,
        **_: object,
    ) -> int:
        here = session(root, ui)
        name, provinces, found = check(here.content, edition, final=final)
        problems = [each for each in found if each.code.startswith(only or ("SP",))]
        if as_json:
            print_json({"edition": name, "problems": [problem_record(each, ui) for each in problems]})
        else:
            show_problems(problems, here.root, ui)
            for line in impact(problems, here):
                click.echo(line)
            click.echo(summary(problems, name, provinces, here, filtered=bool(only)))
        return int(has_errors(problems))

    final = click.Option(["--final"], is_flag=True, help=words["final"])
    only = click.Option(["--only"], multiple=True, metavar="CODE", help=words["only"])
    return SpokenCommand("check", words, run, [edition_argument(), final, only, json_option(words)])


def impact(problems: Sequence[Problem], here: Session) -> Iterator[str]:
    """What the changes of the national text mean: a line for each changed block that provinces override."""
    touched: dict[str, list[str]] = {}
    for each in problems:
        if each.code in STALE and each.province is not None:
            touched.setdefault(str(each.args["id"]), []).append(each.province)
    if touched:
        yield here.words["impact"]
    for block, provinces in touched.items():
        yield f"  {block}: {', '.join(provinces)}"


def summary(
    problems: Sequence[Problem], edition: str, provinces: int, here: Session, *, filtered: bool
) -> str:
    """One line with the counts."""
    if not problems and not filtered:
        return here.words["no-problems"].format(edition=edition, provinces=provinces)
    counts = Counter(each.severity for each in problems)
    return here.words["counts"].format(
        errors=counts[Severity.ERROR], warnings=counts[Severity.WARNING], edition=edition
    )
