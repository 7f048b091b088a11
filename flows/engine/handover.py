"""How planned work reaches its flow: beside its parameters, which are recorded and sent to the server.

It is a module of its own because Dask pickles the flow's function with all that it names, and a context
variable cannot be pickled.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

WorkT = TypeVar("WorkT")

_waiting: ContextVar[object] = ContextVar("_waiting", default=None)


@contextmanager
def handed_over(work: object) -> Iterator[None]:
    """Let the flow that is called in the block find this work."""
    token = _waiting.set(work)
    try:
        yield
    finally:
        _waiting.reset(token)


def work_handed_over(kind: type[WorkT]) -> WorkT | None:
    """The work of a kind that the command line has planned, or None where the flow must plan by itself."""
    work = _waiting.get()
    return work if isinstance(work, kind) else None
