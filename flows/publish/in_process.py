"""The build without Prefect: the same chunks, on threads of this process."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed

from flows.publish.chunks import Chunk, Outcome, build_chunk
from flows.publish.verdicts import failed_chunk

ATTEMPTS = 2
"""How often a chunk that breaks down as a whole is tried; a Prefect task gets as many."""


def build_in_process(
    chunks: Sequence[Chunk],
    on_outcome: Callable[[Outcome], None],
    workers: int,
    *,
    build: Callable[[Chunk], tuple[Outcome, ...]] = build_chunk,
) -> tuple[Outcome, ...]:
    """Build chunks on threads.

    Args:
        chunks: What to build.
        on_outcome: Called in the calling thread, once for every document, as chunks are finished.
        workers: How many chunks are built at the same time.
        build: Builds one chunk.

    Returns:
        One outcome for every document, in the order of the chunks.
    """
    built: dict[int, tuple[Outcome, ...]] = {}
    pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="chunk")
    try:
        waiting: dict[Future[tuple[Outcome, ...]], int] = {
            pool.submit(_attempt, build, chunk): position for position, chunk in enumerate(chunks)
        }
        for finished in as_completed(waiting):
            built[waiting[finished]] = finished.result()
            for outcome in finished.result():
                on_outcome(outcome)
    finally:
        # After Ctrl-C the chunks at work are finished and no other is begun.
        pool.shutdown(cancel_futures=True)
    return tuple(outcome for position in sorted(built) for outcome in built[position])


def _attempt(build: Callable[[Chunk], tuple[Outcome, ...]], chunk: Chunk) -> tuple[Outcome, ...]:
    reason = ""
    for _ in range(ATTEMPTS):
        try:
            return build(chunk)
        except Exception as error:
            reason = str(error) or type(error).__name__
    return failed_chunk(chunk, reason)
