"""`standpunt word import`: what changed in a working copy, and taking it over."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from flows.cli.commands.word.telling import page_of, record_of, tell
from flows.cli.session import Session, session
from flows.cli.spoken import SpokenCommand, json_option
from flows.cli.terminal import print_json, problem_record, show_problems
from flows.cli.words import WORDS
from flows.desk.returning.applying import Applied, apply, chosen
from flows.desk.returning.comparing import Compared, compare_copy
from flows.press.web.proposals import proposal_page
from flows.problems.sentences import Ui
from flows.returns.revisions import Policy
from flows.scratch.whole_files import write_whole

TAKE = ("word", "file")


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(
        *,
        files: tuple[str, ...],
        applies: bool,
        only: tuple[str, ...],
        changes: str,
        take: str,
        national: bool,
        html: str | None,
        as_json: bool,
        root: str | None,
        **_: object,
    ) -> int:
        here = session(root, ui, writes=applies or bool(only))
        worst = 0
        records = []
        for file in files:
            compared, problems = compare_copy(here.content, Path(file), Policy(changes), national=national)
            if compared is None:
                worst = 1
                records.append({"file": file, "problems": [problem_record(each, ui) for each in problems]})
                if not as_json:
                    show_problems(problems, here.root, ui, err=True)
                continue
            if html is not None:
                _write_page(compared, Path(html), here, several=len(files) > 1)
            done = _applied(compared, only, take, applies=applies)
            records.append(record_of(compared, done))
            if not as_json:
                tell(compared, done, here)
        if as_json:
            print_json(_one_or_all(records))
        return worst

    parameters: list[click.Parameter] = [
        click.Argument(["files"], nargs=-1, required=True, type=click.Path(), metavar="FILE..."),
        click.Option(["--apply", "applies"], is_flag=True, help=words["word-apply"]),
        click.Option(["--only"], multiple=True, metavar="ID", help=words["word-only"]),
        click.Option(
            ["--changes"], type=click.Choice(list(Policy)), default=Policy.ACCEPT, help=words["word-changes"]
        ),
        click.Option(["--take"], type=click.Choice(TAKE), default="file", help=words["word-take"]),
        click.Option(["--national"], is_flag=True, help=words["word-national"]),
        click.Option(["--html"], type=click.Path(), metavar="FILE", help=words["word-html"]),
        json_option(words),
    ]
    return SpokenCommand("word-import", words, run, parameters)


def _applied(compared: Compared, only: Sequence[str], take: str, *, applies: bool) -> Applied | None:
    if not applies and not only:
        return None
    proposals = chosen(compared, only, take_word=take == "word")
    return apply(compared, proposals, date.today().isoformat())


def _write_page(compared: Compared, path: Path, here: Session, *, several: bool) -> None:
    """The page of a file; with several files the path is a folder."""
    looks = compared.opened.looks
    if looks is None:
        return
    place = path / f"{Path(compared.file).stem}.html" if several else path
    write_whole(place, proposal_page(page_of(compared, here), looks.brand).encode(), here.content.work_folder)


def _one_or_all(records: list[dict[str, Any]]) -> Any:
    return records[0] if len(records) == 1 else {"files": records}
