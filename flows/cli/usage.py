"""What click says about wrong usage, in the language of the office."""

from collections.abc import Sequence

import click

from flows.cli.words import Words
from flows.wording.names import nearest


def usage_sentence(error: click.UsageError, words: Words) -> str:
    """One sentence about a mistake on the command line, and where to read more."""
    context = error.ctx
    command = context.command_path if context is not None else "standpunt"
    return f"{_mistake(error, words)}\n{words['usage-hint'].format(command=command)}"


def _mistake(error: click.UsageError, words: Words) -> str:
    if isinstance(error, click.NoSuchOption):
        nearest = _nearest(error.possibilities or (), words)
        return words["usage-no-option"].format(name=error.option_name, nearest=nearest)
    if isinstance(error, click.MissingParameter):
        return words["usage-missing"].format(name=_name(error))
    if isinstance(error, click.BadParameter):
        return words["usage-value"].format(name=_name(error), reason=_reason(error, words))
    if isinstance(error, click.BadOptionUsage):
        return words["usage-no-value"].format(name=error.option_name)
    return _told_in_words_only(error, words)


def _told_in_words_only(error: click.UsageError, words: Words) -> str:
    """What click has no class for."""
    if "unexpected extra argument" in error.message:
        return words["usage-too-much"].format(given=error.message.partition("(")[2].rpartition(")")[0])
    if "No such command" in error.message:
        name = error.message.split("'")[1] if "'" in error.message else ""
        return words["usage-no-command"].format(name=name, nearest=_nearest(_close(error, name), words))
    return words["usage-other"].format(reason=error.format_message())


def _close(error: click.UsageError, name: str) -> Sequence[str]:
    if error.ctx is None or not isinstance(error.ctx.command, click.Group):
        return ()
    return nearest(name, error.ctx.command.list_commands(error.ctx))


def _nearest(names: Sequence[str], words: Words) -> str:
    return words["did-you-mean"].format(names=", ".join(names)) if names else ""


def _meant(given: str, choices: Sequence[str], words: Words) -> str:
    close = _nearest(nearest(given, choices), words)
    return f".{close}" if close else ""


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return error.param_hint if isinstance(error.param_hint, str) else ""
    if isinstance(error.param, click.Option):
        return "/".join(error.param.opts)
    return (error.param.name or "").upper()


def _reason(error: click.BadParameter, words: Words) -> str:
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice):
        choices = [str(choice) for choice in kind.choices]
        given = error.message.split("'")[1] if "'" in error.message else ""
        return words["usage-choose"].format(choices=", ".join(choices)) + _meant(given, choices, words)
    if isinstance(kind, click.IntRange):
        name = "usage-from" if kind.max is None else "usage-between"
        return words[name].format(least=kind.min, most=kind.max)
    if isinstance(kind, click.Path):
        return words["usage-no-folder"]
    return error.message
