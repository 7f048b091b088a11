"""`standpunt`: arguments in, words out. Exits 0 done, 1 content errors, 2 wrong usage, 3 a tool failed."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NoReturn

import click

from flows.cli.spoken import SpokenGroup
from flows.cli.usage import usage_sentence
from flows.cli.words import WORDS
from flows.problems.records import Problem
from flows.problems.sentences import Ui, sentence

GROUPS = ("edition", "review", "translate", "word")
"""Commands that have commands of their own."""
COMMANDS = MappingProxyType(
    {
        name: f"flows.cli.commands.{name}{'.group' if name in GROUPS else ''}"
        for name in (
            "publish",
            "compare",
            "check",
            "status",
            "explain",
            "accept",
            "undo",
            "translate",
            "rename",
            "retire",
            "edition",
            "word",
            "review",
            "init",
            "schema",
            "serve",
            "deploy",
            "help",
        )
    }
)

CONTENT_ERRORS, WRONG_USAGE, TOOL_FAILED, INTERRUPTED = 1, 2, 3, 130


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and end the process with its exit code."""
    gc.set_threshold(50_000, 20, 50)  # large editions make millions of lasting objects
    given = list(sys.argv[1:] if arguments is None else arguments)
    ui = chosen_ui(given, os.environ.get("LC_ALL") or os.environ.get("LANG", ""))
    sys.exit(run(given, ui))


def chosen_ui(arguments: Sequence[str], locale: str) -> Ui:
    """The language of messages: `--ui`, else English where the locale says so, else Dutch."""
    for index, argument in enumerate(arguments):
        value = argument.partition("=")[2] or "".join(arguments[index + 1 : index + 2])
        if argument.partition("=")[0] == "--ui" and value in WORDS:
            return "en" if value == "en" else "nl"
    return "en" if locale.lower().startswith("en") else "nl"


def run(arguments: Sequence[str], ui: Ui) -> int:
    """Run the command line; every way to fail ends in one sentence and an exit code."""
    words = WORDS[ui]
    program = SpokenGroup(ui, COMMANDS, callback=remember, invoke_without_command=False)
    try:
        outcome = program.main(list(arguments), prog_name="standpunt", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return WRONG_USAGE
    except click.UsageError as error:
        click.echo(usage_sentence(error, words), err=True)
        return WRONG_USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo(words["interrupted"], err=True)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return explain_failure(error, ui)
    return outcome if isinstance(outcome, int) else 0


def remember(root: str | None, ui: str | None) -> None:
    """Keep the options that stand before the command's name for the command."""
    click.get_current_context().obj = root


def explain_failure(error: Exception, ui: Ui) -> int:
    """One sentence about what went wrong, and the exit code that belongs to it."""
    from flows.desk.opening.editions import UnknownName
    from flows.engine.failure import EngineFailed
    from flows.press.failures import PressError
    from flows.sources.pen.rewriting import PenRefused
    from flows.sources.pen.writing import Conflict
    from flows.translators.failures import TranslatorFailed

    words = WORDS[ui]
    if isinstance(error, UnknownName):
        return explain_refusal(error.problem, ui)
    if isinstance(error, PressError | TranslatorFailed):
        click.echo(sentence(error.problem, ui), err=True)
    elif isinstance(error, EngineFailed):
        click.echo(words["engine-failed"].format(reason=error.reason, log=error.log or "-"), err=True)
    elif isinstance(error, PenRefused):
        click.echo(words["pen-refused"].format(place=error.place), err=True)
    elif isinstance(error, Conflict):
        click.echo(words["pen-conflict"].format(file=error.file), err=True)
    elif isinstance(error, OSError):
        reason = f"{error.strerror or error} ({error.filename})" if error.filename else str(error)
        click.echo(words["cannot-write"].format(reason=reason), err=True)
    else:
        log = keep_log(error)
        click.echo(words["crash"].format(reason=f"{type(error).__name__}: {error}", log=log), err=True)
    return TOOL_FAILED


def explain_refusal(found: Problem, ui: Ui) -> int:
    """One sentence about a question that has no answer; the content may be at fault and not the question."""
    place = f"{found.place}: " if found.place is not None else ""
    click.echo(f"{place}{sentence(found, ui)}", err=True)
    return WRONG_USAGE if found.code.startswith("SP9") and found.code != "SP912" else CONTENT_ERRORS


def keep_log(error: Exception) -> Path:
    """Keep the stack trace of a mistake of ours for the maintainer."""
    import tempfile
    import traceback

    handle, name = tempfile.mkstemp(prefix="standpunt-", suffix=".log", text=True)
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        traceback.print_exception(error, file=stream)
    return Path(name)
