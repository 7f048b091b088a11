"""Commands that explain themselves in the language of the office, and load nothing before they are called."""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

import click

from flows.cli.words import WORDS, Words
from flows.problems.sentences import Ui

Factory = Callable[[Ui], click.Command]


class SpokenCommand(click.Command):
    """A command whose help is written in one language."""

    def __init__(self, name: str, words: Words, callback: Callable[..., Any], params: list[click.Parameter]):
        super().__init__(
            name,
            callback=callback,
            params=params,
            help=words[name],
            options_metavar=words["options-metavar"],
            add_help_option=False,
        )
        self.words = words
        self.params += [*common_options(words), help_option(words)]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write usage, what the command does, and its options."""
        write_help(self, self.words, ctx, formatter, [])


class SpokenGroup(click.Group):
    """The program: its commands are made when they are asked for."""

    def __init__(self, ui: Ui, commands: Mapping[str, str], **settings: Any) -> None:
        words = WORDS[ui]
        super().__init__(
            "standpunt",
            options_metavar=words["options-metavar"],
            subcommand_metavar=words["command-metavar"],
            add_help_option=False,
            no_args_is_help=True,
            params=[*common_options(words), help_option(words)],
            **settings,
        )
        self.ui: Ui = ui
        self.words = words
        self.places = commands

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the work."""
        return list(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of one command and make it in the language of this program."""
        if cmd_name not in self.places:
            return None
        command: click.Command = import_module(self.places[cmd_name]).command(self.ui)
        return command

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write usage, what the program is, its commands and options."""
        rows = [(name, self.words[name]) for name in self.places]
        write_help(self, self.words, ctx, formatter, rows)


class SpokenSubgroup(SpokenGroup):
    """The commands of one kind of work, such as ``translate``, explained as ``translate-sync`` and so on."""

    def __init__(self, ui: Ui, name: str, commands: Mapping[str, str]) -> None:
        super().__init__(ui, commands, callback=_remember_root)
        self.name = name

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write usage, what the work is, its commands and options."""
        rows = [(name, self.words[f"{self.name}-{name}"]) for name in self.places]
        write_help(self, self.words, ctx, formatter, rows)


def _remember_root(root: str | None, ui: str | None) -> None:
    """Keep the root that stands behind the name of the group for the command."""
    context = click.get_current_context()
    context.obj = root or context.obj


def write_help(
    command: click.Command,
    words: Words,
    ctx: click.Context,
    formatter: click.HelpFormatter,
    commands: Sequence[tuple[str, str]],
) -> None:
    """Write the help of a command with the headings of its language."""
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=f"{words['usage']}: ")
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(words.get(command.name or "", words["about"]))
    if commands:
        with formatter.section(words["commands"]):
            formatter.write_dl(commands)
    records = [record for param in command.get_params(ctx) if (record := param.get_help_record(ctx))]
    if records:
        with formatter.section(words["options"]):
            formatter.write_dl(records)


def common_options(words: Words) -> list[click.Parameter]:
    """The options that every command takes, before or after its name."""
    folder = click.Path(exists=True, file_okay=False)
    return [
        click.Option(["--root"], type=folder, metavar="DIR", help=words["root"]),
        click.Option(["--ui"], type=click.Choice(["nl", "en"]), help=words["ui"]),
    ]


def help_option(words: Words) -> click.Option:
    """The option that prints the help."""

    def show(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
        if value:
            click.echo(ctx.get_help())
            ctx.exit()

    return click.Option(
        ["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help=words["help-option"],
    )


def json_option(words: Words) -> click.Option:
    """The option for machines."""
    return click.Option(["--json", "as_json"], is_flag=True, help=words["json"])


def provinces_option(words: Words) -> click.Option:
    """The option that chooses provinces."""
    return click.Option(
        ["--province", "provinces"], multiple=True, metavar="P", help=words["province-option"]
    )


def languages_option(words: Words) -> click.Option:
    """The option that chooses languages."""
    return click.Option(["--lang", "languages"], multiple=True, metavar="L", help=words["lang-option"])


def edition_argument() -> click.Argument:
    """An optional edition."""
    return click.Argument(["edition"], required=False)
