"""`standpunt translate export`: a file for a translator or an agency."""

from pathlib import Path

import click

from flows.cli.session import session
from flows.cli.spoken import SpokenCommand, edition_argument
from flows.cli.terminal import show_problems
from flows.cli.words import WORDS
from flows.desk.opening.catalogues import open_shelf
from flows.desk.opening.editions import edition_name
from flows.desk.translating.export import Format, HandedOut, hand_out, hand_out_memory
from flows.problems.records import Problem, has_errors
from flows.problems.sentences import Ui
from flows.scratch.whole_files import write_whole
from flows.translation.states import State

ALL = "all"


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(
        *,
        edition: str | None,
        language: str,
        province: tuple[str, ...],
        form: str,
        state: tuple[str, ...],
        out: str,
        root: str | None,
        **_: object,
    ) -> int:
        here = session(root, ui, writes=True)
        problems: tuple[Problem, ...] = ()
        if form == Format.TMX:
            memory, problems = hand_out_memory(here.content, language)
            made = [memory]
        else:
            shelf = open_shelf(here.content, edition_name(here.content, edition))
            made = [
                hand_out(
                    here.content,
                    shelf,
                    language,
                    province=slug,
                    form=Format(form),
                    states=states(state),
                    ui=ui,
                )
                for slug in (province or (None,))
            ]
        show_problems(problems, here.root, ui, err=True)
        for each in made:
            path = place(each, Path(out), len(made))
            write_whole(path, each.content, here.content.work_folder)
            click.echo(words["handed-out"].format(file=path, texts=each.texts, words=each.words))
        return int(has_errors(problems))

    folder = click.Option(["--out"], default=".", type=click.Path(), metavar="PATH", help=words["export-out"])
    return SpokenCommand(
        "translate-export",
        words,
        run,
        [
            edition_argument(),
            click.Option(["--lang", "language"], required=True, metavar="LANG", help=words["approve-lang"]),
            click.Option(
                ["--province"], multiple=True, metavar="PROVINCE", help=words["export-province-option"]
            ),
            click.Option(
                ["--format", "form"],
                type=click.Choice([each.value for each in Format]),
                required=True,
                help=words["export-format"],
            ),
            click.Option(
                ["--state"],
                type=click.Choice([*(each.value for each in State), ALL]),
                multiple=True,
                help=words["export-state"],
            ),
            folder,
        ],
    )


def states(chosen: tuple[str, ...]) -> frozenset[State]:
    """The states that are asked for; everything that is not approved where none is named."""
    if ALL in chosen:
        return frozenset(State)
    return frozenset(map(State, chosen)) or frozenset(State) - {State.APPROVED}


def place(made: HandedOut, out: Path, files: int) -> Path:
    """Where a file goes: to the file that is named, or under its own name into the folder that is."""
    is_folder = files > 1 or out.is_dir() or not out.suffix
    return out / made.name if is_folder else out
