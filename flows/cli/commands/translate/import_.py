"""`standpunt translate import`: takes over what a translator sent back."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import click

from flows.cli.session import Session, session
from flows.cli.spoken import SpokenCommand
from flows.cli.terminal import show_problems
from flows.cli.words import WORDS
from flows.desk.opening.editions import edition_name
from flows.desk.translating.import_ import Imported, Question, TakenFile, take_over
from flows.problems.records import has_errors
from flows.problems.sentences import Ui
from flows.translation.exchange import WRITTEN, Fate, Wishes


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
        here = session(root, ui, writes=True)
        name = edition_name(here.content, edition)
        question = Question(name, language, province, Wishes(trust_approved, overwrite), dry_run)
        done = take_over(here.content, question, [Path(file) for file in files])
        show_problems(done.problems, here.root, ui, err=True)
        for line in summary(done, here, dry_run=dry_run):
            click.echo(line)
        return int(has_errors(done.problems))

    return SpokenCommand(
        "translate-import",
        words,
        run,
        [
            click.Argument(["files"], nargs=-1, required=True, metavar="FILE..."),
            click.Option(["--lang", "language"], required=True, metavar="LANG", help=words["approve-lang"]),
            click.Option(["--edition"], metavar="EDITION", help=words["edition-option"]),
            click.Option(["--province"], metavar="PROVINCE", help=words["approve-province"]),
            click.Option(["--trust-approved"], is_flag=True, help=words["trust-approved"]),
            click.Option(["--overwrite"], is_flag=True, help=words["import-overwrite"]),
            click.Option(["--dry-run"], is_flag=True, help=words["import-dry-run"]),
        ],
    )


def summary(done: Imported, here: Session, *, dry_run: bool) -> Iterator[str]:
    """Every catalogue, and then what was taken over, what was not, and why."""
    counts = Counter(each.fate for one in done.files for each in one.arrivals)
    counts[Fate.UNKNOWN] += done.strange
    for each in done.files:
        yield line_of(each, here, dry_run=dry_run, counted=len(done.files) > 1)
    if not counts & Counter(WRITTEN):
        yield here.words["import-nothing"]
    same = (Fate.UNCHANGED,)
    for key, fates in (("taken", WRITTEN), ("same", same), ("left", {*Fate} - WRITTEN - {*same})):
        number = sum(counts[fate] for fate in fates)
        if number:
            told = _told(counts, fates, here) if fates is not same else ""
            yield here.words[f"import-{key}"].format(number=number) + (f": {told}" if told else "")


def line_of(taken: TakenFile, here: Session, *, dry_run: bool, counted: bool) -> str:
    """A catalogue, and where there are more of them what became of its texts."""
    written = "would-write" if dry_run else "written"
    about = here.words[written if taken.written else "import-unchanged"].format(file=taken.file)
    told = _told(Counter(each.fate for each in taken.arrivals), {*Fate}, here)
    return f"{about} ({told})" if counted and told else about


def _told(counts: Mapping[Fate, int], fates: Collection[Fate], here: Session) -> str:
    return ", ".join(
        here.words[f"fate-{fate}"].format(number=counts[fate])
        for fate in Fate
        if fate in fates and counts[fate]
    )
