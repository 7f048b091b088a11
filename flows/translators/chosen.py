"""Engines by name."""

from collections.abc import Callable, Mapping
from typing import Literal, get_args

from flows.translation.memory import Memory
from flows.translators.argos import Argos
from flows.translators.deepl import DeepL
from flows.translators.engine import Engine
from flows.translators.libretranslate import LibreTranslate
from flows.translators.offline import Nobody, Pseudo, Remembering
from flows.translators.program import Program

EngineName = Literal["none", "tm", "pseudo", "command", "libretranslate", "deepl", "argos"]
"""What people can choose from; the first three work everywhere and cost nothing."""

ENGINES: tuple[EngineName, ...] = get_args(EngineName)


def engine_named(
    name: EngineName, environment: Mapping[str, str], memories: Mapping[str, Memory], command: str = ""
) -> Engine:
    """One of `ENGINES`.

    Args:
        name: Its name.
        environment: Where addresses and keys come from, and nowhere else.
        memories: Approved translations by language, for ``tm``.
        command: The program for ``command``, where the environment does not say it.

    Raises:
        TranslatorFailed: It needs something that is not there.
    """
    made: Mapping[EngineName, Callable[[], Engine]] = {
        "none": Nobody,
        "tm": lambda: Remembering(memories),
        "pseudo": Pseudo,
        "command": lambda: Program(environment, command),
        "libretranslate": lambda: LibreTranslate(environment),
        "deepl": lambda: DeepL(environment),
        "argos": Argos,
    }
    return made[name]()
