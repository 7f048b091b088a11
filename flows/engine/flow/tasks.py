"""The tasks of a run: one a chunk of documents. Importing it imports prefect."""

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State
from prefect.futures import PrefectFuture, as_completed
from prefect.states import Completed, Failed

from flows.engine.chunks import BuildChunk, Chunk, Outcome, Work
from flows.engine.flow.artifacts import Progress, send_report
from flows.engine.verdicts import failed_chunk, verdict


class ChunkBroke(Exception):  # noqa: N818 - it is told as what happened
    """Making a chunk failed by itself; every other error of a task is one of what it ran on."""


class Sealed:
    """A chunk that is carried without being looked into.

    Prefect and Dask search what a task is given, dataclasses included, for results of other tasks. In a
    document that is every sentence: 15 ms a document with Prefect, 150 with Dask. Prefect's own `quote` is a
    tuple, and does not survive Dask.
    """

    __slots__ = ("chunk",)

    def __init__(self, chunk: Chunk) -> None:
        self.chunk = chunk


@task(
    name="build chunk",
    tags=["standpunt"],
    retries=1,
    retry_delay_seconds=1,
    # Our own manifest decides what is up to date: it also sees templates, fonts and tools.
    cache_policy=NO_CACHE,
    persist_result=False,
)
def build_documents(sealed: Sealed, build: BuildChunk) -> tuple[Outcome, ...]:
    """Build the documents of one chunk.

    Raises:
        ChunkBroke: The chunk broke down as a whole.
    """
    try:
        return build(sealed.chunk)
    except Exception as error:
        raise ChunkBroke(str(error) or type(error).__name__) from error


def build_all(work: Work) -> None:
    """Build every chunk as a task of the current run, and note the outcomes as they come."""
    progress = Progress(work)
    running = {_submitted(work, position): position for position in range(len(work.chunks))}
    for future in as_completed(list(running)):
        position = running[future]
        outcomes = outcomes_of(future, work.build, work.chunks[position])
        work.keep(position, outcomes)
        progress.advance(len(outcomes))


def outcomes_of(
    future: PrefectFuture[tuple[Outcome, ...]], build: BuildChunk, chunk: Chunk
) -> tuple[Outcome, ...]:
    """What became of a chunk; one that no task could make is made here: a server or worker may have died."""
    try:
        return future.result()
    except ChunkBroke as error:
        return failed_chunk(chunk, error)
    except Exception:
        try:
            return build(chunk)
        except Exception as error:
            return failed_chunk(chunk, error)


def ended(work: Work) -> "State[None]":
    """The state in which the current run ends, once its report is sent."""
    send_report(work)
    found = verdict(work.outcomes(), work.problems)
    return Failed(message=found.message) if found.failed else Completed(message=found.message)


def _submitted(work: Work, position: int) -> PrefectFuture[tuple[Outcome, ...]]:
    named = build_documents.with_options(task_run_name=f"chunk {position + 1} of {len(work.chunks)}")
    return named.submit(Sealed(work.chunks[position]), work.build)
