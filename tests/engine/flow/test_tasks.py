"""A chunk that no task could make, since a server or worker died, is made by the run itself."""

from collections.abc import Callable
from typing import Any

import pytest

from flows.engine.chunks import Chunk, Outcome
from flows.engine.flow.tasks import ChunkBroke, outcomes_of

CHUNK = Chunk(0, (), "", "")
MADE = (Outcome("een", ("een.pdf",), (), 0.1),)


class Future:
    """What a task hands over, or how it ended."""

    def __init__(self, answer: Callable[[], Any]) -> None:
        self.result = answer


def gone() -> Any:
    raise ConnectionError("no server")


@pytest.mark.parametrize("answer", [lambda: MADE, gone])
def test_what_no_task_could_make_is_made_here(answer: Callable[[], Any]) -> None:
    assert outcomes_of(Future(answer), lambda _: MADE, CHUNK) == MADE


def broke() -> Any:
    raise ChunkBroke("stuk")


def test_a_chunk_that_broke_by_itself_is_given_up() -> None:
    assert outcomes_of(Future(broke), lambda _: MADE, CHUNK) == ()


def test_a_chunk_that_breaks_down_here_too_has_failed() -> None:
    def broken(_: Chunk) -> Any:
        raise ValueError("stuk")

    assert outcomes_of(Future(gone), broken, CHUNK) == ()
