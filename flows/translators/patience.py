"""Trying again where that is worth it: longer and longer waits, none of them quite the same."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from flows.translators.failures import TranslatorFailed

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Patience:
    """How often and how slowly to try again.

    Attributes:
        retries: How often after the first time.
        first: Seconds before the first retry; twice as long before each next one.
        jitter: The share of a wait that chance may add, so that many who failed together do not return so.
    """

    retries: int = 3
    first: float = 1.0
    jitter: float = 0.5

    @property
    def waits(self) -> list[float]:
        """Seconds before each retry, without what chance adds."""
        return [self.first * 2**attempt for attempt in range(self.retries)]

    def asked(self, ask: Callable[[], Answer], sleep: Callable[[float], None] = time.sleep) -> Answer:
        """The answer to a question, asked again while what keeps it may pass.

        Raises:
            TranslatorFailed: It does not pass, or has not after the last retry.
        """
        for wait in self.waits:
            try:
                return ask()
            except TranslatorFailed as failure:
                if not failure.is_passing:
                    raise
            sleep(wait * (1 + self.jitter * random.random()))
        return ask()
