"""`standpunt check`: every problem at once."""

from collections import Counter
from collections.abc import Iterator, Sequence

import click

from flows.cli.session import Session, session
from flows.cli.spoken import (
    SpokenCommand,
    edition_argument,
    json_option,
    languages_option,
    provinces_option,
)
from flows.cli.terminal import print_json, problem_record, show_list
from flows.cli.words import WORDS, Words
from flows.desk.check import check
from flows.desk.status import STALE
from flows.problems.reading import command_for, most_pressing
from flows.problems.records import Problem, Severity, has_errors
from flows.problems.sentences import Ui


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(
        *,
        edition: str | None,
        provinces: tuple[str, ...],
        languages: tuple[str, ...],
        final: bool,
        only: tuple[str, ...],
        as_json: bool,
        root: str | None,
        **_: object,
    ) -> int:
        here = session(root, ui)
        name, number, found = check(here.content, edition, provinces, languages, final=final)
        problems = [each for each in found if each.code.startswith(only or ("SP",))]
        if as_json:
            print_json({"edition": name, "problems": [problem_record(each, ui) for each in problems]})
            return int(has_errors(problems))
        messages = show_list(problems, here.root, ui)
        for line in impact(problems, here):
            click.echo(line)
        if problems or only:
            click.echo(summary(problems, messages, name, words))
        else:
            click.echo(words["no-problems"].format(edition=name, provinces=number))
        asked = [f"--province {each}" for each in provinces] + [f"--lang {each}" for each in languages]
        publish = ["standpunt publish", name, *asked, *(["--final"] if final else [])]
        click.echo(next_step(found, " ".join(publish), words))
        return int(has_errors(problems))

    return SpokenCommand("check", words, run, parameters(words))


def parameters(words: Words) -> list[click.Parameter]:
    """The arguments and options of the command."""
    return [
        edition_argument(),
        provinces_option(words),
        languages_option(words),
        click.Option(["--final"], is_flag=True, help=words["final"]),
        click.Option(["--only"], multiple=True, metavar="CODE", help=words["only"]),
        json_option(words),
    ]


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


def summary(problems: Sequence[Problem], messages: int, edition: str, words: Words) -> str:
    """One line with the counts, and in how many messages they were told where these are fewer."""
    counts = Counter(each.severity for each in problems)
    name = "counts" if messages == len(problems) else "counts-messages"
    return words[name].format(
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        edition=edition,
        messages=messages,
    )


def next_step(problems: Sequence[Problem], publish: str, words: Words) -> str:
    """One line with the next thing to do; `publish` is the command for where nothing comes before it."""
    first = most_pressing(problems)
    if first is None:
        return words["next-publish"].format(command=publish)
    place, settling = first.place or "", command_for(first)
    name = "next-command" if settling else "next-mend"
    return words[name].format(place=place, code=first.code, command=settling)
