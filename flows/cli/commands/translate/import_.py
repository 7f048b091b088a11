"""`standpunt translate import`: takes over what a translator sent back."""

from collections import Counter
from pathlib import Path

import click

from flows.cli.session import Session, session
from flows.cli.spoken import SpokenCommand
from flows.cli.terminal import show_problems
from flows.cli.words import WORDS
from flows.desk.opening.editions import edition_name
from flows.desk.translating.import_ import Question, TakenFile, take_over
from flows.problems.records import has_errors
from flows.problems.sentences import Ui
from flows.translation.exchange import Fate, Wishes


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(
        *,
        files: tuple[str, ...],
        language: str,
        edition: str | None,
        province: str | None,
        trust_approved: bool,
        overwrite: bool,
        dry_run: bool,
        root: str | None,
        **_: object,
    ) -> int:
        here = session(root, ui)
        name = edition_name(here.content, edition)
        question = Question(name, language, province, Wishes(trust_approved, overwrite), dry_run)
        taken, problems = take_over(here.content, question, [Path(file) for file in files])
        show_problems(problems, here.root, ui, err=True)
        for each in taken:
            click.echo(line_of(each, here, dry_run=dry_run))
        if not taken:
            click.echo(words["import-nothing"])
        return int(has_errors(problems))

    return SpokenCommand(
        "translate-import",
        words,
        run,
        [
            click.Argument(["files"], nargs=-1, required=True, metavar="FILE..."),
            click.Option(["--lang", "language"], required=True, metavar="LANG", help=words["approve-lang"]),
            click.Option(["--edition"], metavar="EDITION", help=words["edition"]),
            click.Option(["--province"], metavar="PROVINCE", help=words["approve-province"]),
            click.Option(["--trust-approved"], is_flag=True, help=words["trust-approved"]),
            click.Option(["--overwrite"], is_flag=True, help=words["import-overwrite"]),
            click.Option(["--dry-run"], is_flag=True, help=words["import-dry-run"]),
        ],
    )


def line_of(taken: TakenFile, here: Session, *, dry_run: bool) -> str:
    """A catalogue with what became of its texts."""
    counts = Counter(each.fate for each in taken.arrivals)
    told = [here.words[f"fate-{fate}"].format(number=counts[fate]) for fate in Fate if counts[fate]]
    written = "would-write" if dry_run else "written"
    about = here.words[written if taken.written else "import-unchanged"].format(file=taken.file)
    return f"{about} ({', '.join(told)})" if told else about
