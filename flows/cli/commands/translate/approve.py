"""`standpunt translate approve`: I have read these translations, and they are right."""

import click

from flows.cli.session import session
from flows.cli.spoken import SpokenCommand
from flows.cli.terminal import show_problems
from flows.cli.words import WORDS
from flows.desk.opening.editions import edition_name
from flows.desk.translating.approve import Approval, approve
from flows.problems.records import has_errors
from flows.problems.sentences import Ui


def command(ui: Ui) -> click.Command:
    """The command in one language."""
    words = WORDS[ui]

    def run(
        *,
        edition: str,
        language: str,
        province: str | None,
        contexts: tuple[str, ...],
        every: bool,
        as_is: bool,
        by: str,
        root: str | None,
        **_: object,
    ) -> int:
        here = session(root, ui, writes=True)
        if bool(contexts) == every:
            raise click.UsageError(words["approve-which"], click.get_current_context())
        if as_is and every:
            raise click.UsageError(words["as-is-named"], click.get_current_context())
        name = edition_name(here.content, edition)
        done = approve(here.content, name, Approval(language, province, contexts, as_is, by))
        show_problems(done.problems, here.root, ui, err=True)
        if done.contexts:
            click.echo(words["written"].format(file=done.file))
        click.echo(words["approved-count"].format(number=len(done.contexts), refused=len(done.problems)))
        return int(has_errors(done.problems))

    options: list[click.Parameter] = [
        click.Argument(["edition"]),
        click.Argument(["contexts"], nargs=-1, metavar="[CONTEXT]..."),
        click.Option(["--lang", "language"], required=True, metavar="LANG", help=words["approve-lang"]),
        click.Option(["--province"], metavar="PROVINCE", help=words["approve-province"]),
        click.Option(["--all", "every"], is_flag=True, help=words["approve-all"]),
        click.Option(["--as-is"], is_flag=True, help=words["as-is"]),
        click.Option(["--by"], default="", metavar="NAME", help=words["approve-by"]),
    ]
    return SpokenCommand("translate-approve", words, run, options)
