"""`standpunt edition new`: the next edition, made from the last one."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from itertools import groupby

import click

from flows.cli.session import Session, session
from flows.cli.spoken import SpokenCommand, json_option, provinces_option
from flows.cli.terminal import print_json, show_problems
from flows.cli.words import WORDS
from flows.desk.editions.new import Made, make
from flows.desk.editions.renewing import renewal
from flows.desk.editions.todo import ToDo, to_do
from flows.desk.opening.editions import open_edition
from flows.problems.sentences import Ui
from flows.sources.content import edition_file

SHOWN = 5
"""Things of one kind that are shown; `--json` has all."""


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(
        *,
        name: str,
        old: str | None,
        election: str | None,
        provinces: tuple[str, ...],
        dry_run: bool,
        as_json: bool,
        root: str | None,
        **_: object,
    ) -> int:
        here = session(root, ui, writes=True)
        opened = open_edition(here.content, old, provinces)
        edition = opened.national.edition
        if opened.errors or edition is None:
            click.echo(words["edition-errors"].format(edition=opened.national.name), err=True)
            show_problems(opened.errors, here.root, ui, err=True)
            return 1
        joins = bool(provinces) and (here.root / edition_file(name)).exists()
        wanted = renewal(edition, name, election, date.today().isoformat())
        made = make(opened, wanted, national=not joins, dry_run=dry_run)
        todo = to_do(opened if dry_run else open_edition(here.content, name, provinces))
        if as_json:
            print_json({"edition": name, "from": edition.name, **asdict(made), "todo": _rows(todo)})
            return 0
        _show(made, todo, here, name=name, old=edition.name, dry_run=dry_run)
        return 0

    parameters: list[click.Parameter] = [
        click.Argument(["name"], metavar="EDITION"),
        click.Option(["--from", "old"], metavar="EDITION", help=words["edition-from"]),
        click.Option(["--election"], metavar="DATE", help=words["edition-election"]),
        provinces_option(words),
        click.Option(["--dry-run"], is_flag=True, help=words["edition-dry-run"]),
        json_option(words),
    ]
    return SpokenCommand("edition-new", words, run, parameters)


def _rows(todo: Sequence[ToDo]) -> list[dict[str, object]]:
    return [{"look": each.look, "about": each.about, "place": str(each.place)} for each in todo]


def _show(made: Made, todo: Sequence[ToDo], here: Session, *, name: str, old: str, dry_run: bool) -> None:
    """What was made, and the list of what has to be looked at."""
    words = here.words
    told = "edition-would-make" if dry_run else "edition-made"
    click.echo(words[told].format(edition=name, old=old, files=len(made.files)))
    for province, target in made.left_out:
        click.echo(words["edition-left-out"].format(province=province, id=target))
    click.echo()
    click.echo(words["edition-todo"])
    for look, group in groupby(todo, key=lambda each: each.look):
        found = list(group)
        click.echo(f"\n{words[f'todo-{look}']} ({len(found)})")
        for each in found[:SHOWN]:
            click.echo(f"  {each.about}  {each.place}")
        if len(found) > SHOWN:
            click.echo("  " + words["todo-more"].format(count=len(found) - SHOWN))
    if not dry_run:
        click.echo("\n" + words["edition-next"].format(edition=name))
