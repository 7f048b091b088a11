"""What a translation takes over as it is: variables, and addresses of any kind."""

import re
from collections import Counter
from collections.abc import Iterable

from flows.positions.placeholders import PLACEHOLDER, placeholders

_FORMS = "province."
"""The variables of a province are forms of one: a language takes the form that its sentence needs."""

_STRAY = re.compile(r"\{\{[^{}\n]*\}?\}?|\}\}")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'()\[\]]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w@/.-])[\w-]+(?:\.[\w-]+)*\.(?:nl|eu|com|org|net|frl)\b"
)


def lost_variables(dutch: str, translated: str) -> tuple[str, ...]:
    """The variables of a Dutch text that are in no form in its translation."""
    known = {_family(name) for name in placeholders(translated)}
    return _distinct(name for name in placeholders(dutch) if _family(name) not in known)


def invented_variables(dutch: str, translated: str) -> tuple[str, ...]:
    """The variables of a translation that are in no form in its Dutch, and braces that are no variable."""
    known = {_family(name) for name in placeholders(dutch)}
    names = [name for name in placeholders(translated) if _family(name) not in known]
    return _distinct((*names, *_more(_stray(dutch), _stray(translated))))


def lost_targets(dutch: Iterable[str], translated: Iterable[str]) -> tuple[str, ...]:
    """The targets that the Dutch has more often; another form of the same variable is the same."""
    return _more([_plain(target) for target in translated], [_plain(target) for target in dutch])


def addresses(text: str) -> tuple[str, ...]:
    """The addresses of web pages and mail in a text, as often as they stand there."""
    return tuple(found.rstrip(".,;:!?") for found in _ADDRESS.findall(text))


def without_addresses(text: str) -> str:
    """A text without its variables and addresses."""
    return _ADDRESS.sub(" ", PLACEHOLDER.sub(" ", text))


def _family(name: str) -> str:
    return _FORMS if name.startswith(_FORMS) else name


def _plain(target: str) -> str:
    return PLACEHOLDER.sub(lambda match: f"{{{{ {_family(match[1])} }}}}", target)


def _stray(text: str) -> list[str]:
    return _STRAY.findall(PLACEHOLDER.sub(" ", text))


def _more(some: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """What stands more often among the others."""
    return tuple(Counter(others) - Counter(some))


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
