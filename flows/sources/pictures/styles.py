"""The CSS of a drawing, as far as it decides what is drawn: references, fonts, and what is not allowed.

No general parser: what drawing programs write are plain rules, and everything else is refused by its name.
"""

from collections.abc import Iterator, Mapping

FUNCTIONS = frozenset(
    {
        *("url", "rgb", "rgba", "hsl", "hsla", "calc", "var"),
        *("matrix", "translate", "translatex", "translatey", "scale", "scalex", "scaley"),
        *("rotate", "skewx", "skewy"),
    }
)
"""Functions that a value may call; ``image-set`` and its like fetch files too."""
EFFECTS = frozenset({"filter", "backdrop-filter"})
"""Properties that every renderer draws in its own way and time."""
DECIDING = frozenset({"font-family", "font", *EFFECTS})
"""Properties for which it matters which element they hold for."""
_LONGEST_FUNCTION = 30
_LONGEST_NAME = 60

Declarations = Mapping[str, str]
"""Values by property, in lower case."""


class Sheet:
    """What a style sheet says, by selectors of one word: ``.class``, ``#id``, ``rect`` or ``*``."""

    def __init__(self) -> None:
        """Begin with a sheet that says nothing."""
        self._rules: dict[str, dict[str, str]] = {}

    def add(self, css: str) -> list[str]:
        """Take the rules of a ``style`` element; return selectors that matter and cannot be followed."""
        unclear: list[str] = []
        for piece in _without_comments(css).split("}"):
            selectors, _, body = piece.partition("{")
            declared = declarations_of(body)
            matters = any(name in DECIDING or "url" in value.lower() for name, value in declared.items())
            for one in (each.strip() for each in selectors.split(",")):
                if matters and not _is_one_word(one):
                    unclear.append(one[:_LONGEST_NAME])
                self._rules.setdefault(one, {}).update(declared)
        return unclear

    def of(self, name: str, attributes: Mapping[str, str]) -> Declarations:
        """What holds for an element; what stands in its own ``style`` goes first."""
        selectors = ["*", name, *(f".{one}" for one in attributes.get("class", "").split())]
        selectors.append(f"#{attributes.get('id', '')}")
        found: dict[str, str] = {}
        for selector in selectors:
            found.update(self._rules.get(selector, {}))
        found.update(declarations_of(attributes.get("style", "")))
        return found


def _is_one_word(selector: str) -> bool:
    return not set(selector[1:]) & set(" >+~:[.#*\t\r\n") and selector[:1] not in (":", "[")


def declarations_of(css: str) -> Declarations:
    """The declarations of a rule or of a ``style`` attribute."""
    pairs = (one.partition(":") for one in css.split(";"))
    return {name.strip().lower(): value.strip() for name, _, value in pairs if name.strip()}


def refused_in(css: str) -> Iterator[str]:
    """What CSS may not hold: rules with ``@``, escapes, effects, and functions that could fetch something."""
    for sign in ("@", "\\"):
        if sign in css:
            yield css[css.index(sign) :][:_LONGEST_NAME].split("\n", maxsplit=1)[0].strip()
    yield from refused_calls(css)


def refused_calls(value: str) -> Iterator[str]:
    """Functions of a value that are not allowed, and references that lead out of the drawing."""
    for before, after in _calls(value):
        name = _word_before(before)
        if name == "url" and not _target(after).startswith("#"):
            yield f"url({_target(after)[:_LONGEST_NAME]})"
        elif name and name not in FUNCTIONS:
            yield f"{name}()"


def references_in(value: str) -> list[str]:
    """The ids that a value refers to."""
    calls = _calls(value)
    return [_target(after)[1:] for before, after in calls if _word_before(before) == "url"]


def first_family(value: str) -> str:
    """The first font of a list."""
    return value.split(",", maxsplit=1)[0].strip().strip("'\"").strip()


def _calls(value: str) -> Iterator[tuple[str, str]]:
    """The text just before and after each opening bracket."""
    at = value.find("(")
    while at >= 0:
        yield value[max(0, at - _LONGEST_FUNCTION) : at], value[at + 1 : at + 1 + 2 * _LONGEST_NAME]
        at = value.find("(", at + 1)


def _word_before(text: str) -> str:
    stripped = text.rstrip()
    start = len(stripped)
    while start and (stripped[start - 1].isalnum() or stripped[start - 1] in "-_"):
        start -= 1
    return stripped[start:].lower()


def _target(text: str) -> str:
    return text.partition(")")[0].strip().strip("'\"").strip()


def _without_comments(css: str) -> str:
    kept: list[str] = []
    at = 0
    while at < len(css):
        start = css.find("/*", at)
        if start < 0:
            kept.append(css[at:])
            break
        kept.append(css[at:start])
        end = css.find("*/", start + 2)
        at = end + 2 if end >= 0 else len(css)
    return "".join(kept)
