"""What goes wrong between us and an engine. No message repeats an address, a key or what a service said."""

from flows.problems.codes import problem
from flows.problems.records import Problem


class TranslatorFailed(Exception):  # noqa: N818 - it is told as what happened
    """An engine cannot translate now; carries the problem to show.

    Attributes:
        problem: What happened.
        is_passing: Whether the same question may well be answered a little later.
    """

    def __init__(self, found: Problem, *, is_passing: bool = False) -> None:
        super().__init__(found.code, dict(found.args))
        self.problem = found
        self.is_passing = is_passing

    def __reduce__(self) -> "tuple[type[TranslatorFailed], tuple[Problem], dict[str, bool]]":
        return type(self), (self.problem,), {"is_passing": self.is_passing}


def other_language(engine: str, language: str, known: frozenset[str]) -> TranslatorFailed:
    """SP880: an engine does not translate into a language."""
    return TranslatorFailed(
        problem("SP880", None, engine=engine, language=language, known=tuple(sorted(known)))
    )


def not_set(engine: str, variable: str) -> TranslatorFailed:
    """SP881: an engine needs a value in the environment that is not there."""
    return TranslatorFailed(problem("SP881", None, engine=engine, variable=variable))


def not_installed(engine: str, extra: str) -> TranslatorFailed:
    """SP882: an engine needs a package that is not installed."""
    return TranslatorFailed(problem("SP882", None, engine=engine, extra=extra))


def key_refused(engine: str, variable: str) -> TranslatorFailed:
    """SP883: a service does not accept the key."""
    return TranslatorFailed(problem("SP883", None, engine=engine, variable=variable))


def used_up(engine: str) -> TranslatorFailed:
    """SP884: everything that was paid for is used."""
    return TranslatorFailed(problem("SP884", None, engine=engine))


def no_answer(engine: str, reason: str) -> TranslatorFailed:
    """SP885: no answer now; it may come later."""
    return TranslatorFailed(problem("SP885", None, engine=engine, reason=reason), is_passing=True)


def odd_answer(engine: str, reason: str) -> TranslatorFailed:
    """SP886: an answer that makes no sense; asking again gives the same."""
    return TranslatorFailed(problem("SP886", None, engine=engine, reason=reason))


def program_failed(reason: str, said: str, *, is_passing: bool) -> TranslatorFailed:
    """SP887: the local program does not work; `said` is the end of what it wrote on its standard error."""
    return TranslatorFailed(problem("SP887", None, reason=reason, said=said), is_passing=is_passing)
