"""Documents that are only names, and a press that makes nothing of them."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

from flows.engine.chunks import Chunk, Outcome, Task, Work
from flows.problems.codes import problem
from flows.problems.records import Problem


def pairs(*names: str) -> tuple[Chunk, ...]:
    """Chunks of two documents, which are only names."""
    jobs = tuple(Task(cast("Any", None), "", name, name) for name in names)
    starts = range(0, len(jobs), 2)
    return tuple(Chunk(n, jobs[start : start + 2], ".", "out") for n, start in enumerate(starts))


@dataclass
class Press:
    """Makes every document, but not those in `bad`, and breaks on a chunk that holds one of `broken`.

    Attributes:
        breaks: How often a chunk breaks before it works after all.
        tried: The first name of every chunk, each time that it was tried.
    """

    bad: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    breaks: int = 1000
    tried: list[str] = field(default_factory=list)
    lock: Any = field(default_factory=threading.Lock)

    def __call__(self, chunk: Chunk) -> tuple[Outcome, ...]:
        names = [job.name for job in chunk.jobs]
        with self.lock:
            self.tried.append(names[0])
            times = self.tried.count(names[0])
        if self.broken & set(names) and times <= self.breaks:
            raise RuntimeError("the press is on fire")
        return tuple(self.outcome(name) for name in names)

    def outcome(self, name: str) -> Outcome:
        if name in self.bad:
            return Outcome(name, (), (problem("SP803", None, document=name, said="no ink"),), 0.1)
        return Outcome(name, (f"{name}.html",), (), 0.1)


@dataclass
class Listener:
    """Keeps what it is told, and the threads that told it."""

    heard: list[str] = field(default_factory=list)
    threads: set[str] = field(default_factory=set)

    def __call__(self, outcome: Outcome) -> None:
        self.heard.append(outcome.name)
        self.threads.add(threading.current_thread().name)


def work_of(
    *names: str,
    build: Callable[[Chunk], tuple[Outcome, ...]] | None = None,
    on_outcome: Callable[[Outcome], None] | None = None,
    problems: tuple[Problem, ...] = (),
) -> Work:
    press, listener = build or Press(), on_outcome or Listener()
    return Work("publish-2031", "Edition 2031", pairs(*names), problems, press, listener)
