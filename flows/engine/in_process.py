"""The work without Prefect: the same chunks, on threads of this process."""

from concurrent.futures import Future, ThreadPoolExecutor, as_completed

from flows.engine.chunks import BuildChunk, Chunk, Outcome, Work
from flows.engine.verdicts import failed_chunk

ATTEMPTS = 2
"""How often a chunk that breaks down as a whole is tried; a Prefect task gets as many."""


def build_in_process(work: Work, workers: int) -> tuple[Outcome, ...]:
    """Build the chunks that have not been dealt with, on threads.

    Args:
        work: What to build.
        workers: How many chunks are built at the same time.

    Returns:
        One outcome for every document, in the order of the chunks.
    """
    pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="chunk")
    try:
        waiting: dict[Future[tuple[Outcome, ...]], int] = {
            pool.submit(_attempt, work.build, chunk): position
            for position, chunk in enumerate(work.chunks)
            if position not in work.built
        }
        for finished in as_completed(waiting):
            work.keep(waiting[finished], finished.result())
    finally:
        # After Ctrl-C the chunks at work are finished and no other is begun.
        pool.shutdown(cancel_futures=True)
    return work.outcomes()


def _attempt(build: BuildChunk, chunk: Chunk) -> tuple[Outcome, ...]:
    reason = ""
    for _ in range(ATTEMPTS):
        try:
            return build(chunk)
        except Exception as error:
            reason = str(error) or type(error).__name__
    return failed_chunk(chunk, reason)
