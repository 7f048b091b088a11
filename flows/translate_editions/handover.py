"""How planned work reaches the flow: beside its parameters, which are recorded and sent to the server."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from flows.translate_editions.requests import Work

_waiting: ContextVar[Work | None] = ContextVar("_waiting", default=None)


@contextmanager
def handed_over(work: Work) -> Iterator[None]:
    """Let the flow that is called in the block find this work."""
    token = _waiting.set(work)
    try:
        yield
    finally:
        _waiting.reset(token)


def work_handed_over() -> Work | None:
    """The work that the command line has planned, or None where the flow must plan by itself."""
    return _waiting.get()
