"""What somebody asks of a translation run, what that comes down to, and what became of it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flows.desk.translating.batches import Batch, Bench, Expected, Wish
from flows.desk.translating.fill import Filled
from flows.engine.engines import Engine as RunsOn
from flows.engine.requests import parameters_of
from flows.problems.records import Problem
from flows.translators.chosen import EngineName
from flows.translators.patience import Patience

PATIENCE = Patience()
"""How often and how slowly a batch is tried again, on whatever it runs."""


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asked for; empty selections mean everything.

    Attributes:
        root: The content root.
        editions: Names of editions; the newest where there are none.
        languages: Codes; where none is named, those that the engine knows.
        provinces: Whose own texts; where none is named, the national text too.
        engine: The translation engine.
        stale: Whether to replace an engine's own translations of older Dutch.
        dry_run: Whether to tell only what it would take.
        limit: The most texts, or None.
    """

    root: str
    editions: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()
    engine: EngineName = "tm"
    stale: bool = False
    dry_run: bool = False
    limit: int | None = None

    @property
    def parameters(self) -> dict[str, Any]:
        """The request as the parameters of the flow."""
        return parameters_of(self)

    def wish(self, edition: str, left: int | None, command: str) -> Wish:
        """What is asked of one edition; `left` is what remains of the limit."""
        return Wish(edition, self.languages, self.provinces, self.engine, command, self.stale, left)


@dataclass(frozen=True, slots=True)
class Work:
    """Everything that one run translates.

    Attributes:
        request: What was asked for.
        benches: One an edition.
        expected: What it would take, a list an edition.
        on_batch: Called when a batch is in its catalogues.
        filled: What became of each edition that has been dealt with.
    """

    request: Request
    benches: tuple[Bench, ...]
    expected: tuple[tuple[Expected, ...], ...]
    on_batch: Callable[[Batch], None]
    filled: list[Filled] = field(default_factory=list)

    @property
    def size(self) -> int:
        """How many texts have to wait for a service, which makes a server worth its start."""
        return sum(bench.texts for bench in self.benches if bench.engine.capabilities.needs_network)

    @property
    def texts(self) -> int:
        """How many texts there are to translate."""
        return sum(bench.texts for bench in self.benches)

    @property
    def batches(self) -> int:
        """How many batches they come in."""
        return sum(len(bench.batches) for bench in self.benches)

    @property
    def at_once(self) -> int:
        """How many batches an engine works on at the same time, at most."""
        return max((bench.engine.capabilities.at_once for bench in self.benches), default=1)

    @property
    def is_done(self) -> bool:
        """Whether every edition has been dealt with, or there is nothing to do."""
        return len(self.filled) == len(self.benches) or self.request.dry_run or not self.texts

    @property
    def editions(self) -> tuple[str, ...]:
        """The names of the editions."""
        return tuple(bench.shelf.edition for bench in self.benches)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What keeps catalogues closed."""
        return tuple(each for bench in self.benches for each in bench.problems)


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a request.

    Attributes:
        editions: The names of the editions.
        expected: What it would take, a list an edition.
        filled: What became of each edition; empty after a dry run.
        problems: What keeps catalogues closed.
        runs_on: What it ran on; None where nothing had to be done.
    """

    editions: tuple[str, ...]
    expected: tuple[tuple[Expected, ...], ...]
    filled: tuple[Filled, ...]
    problems: tuple[Problem, ...]
    runs_on: RunsOn | None = None
