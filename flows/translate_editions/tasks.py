"""The tasks of a run: one a batch of texts. Importing it imports prefect."""

from collections import deque
from collections.abc import Iterator
from typing import Any

from prefect import Task, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.futures import PrefectFuture

from flows.desk.translating.batches import Batch, Bench
from flows.desk.translating.fill import Tally
from flows.desk.translating.propose import Proposed, proposals
from flows.translate_editions.requests import PATIENCE, Work
from flows.translators.failures import TranslatorFailed


class Sealed:
    """A batch that is carried without being looked into: Prefect searches arguments for results of tasks."""

    __slots__ = ("batch", "bench")

    def __init__(self, bench: Bench, batch: Batch) -> None:
        self.bench = bench
        self.batch = batch


def is_passing(_task: Task[..., Any], _run: TaskRun, state: "State[Any]") -> bool:
    """Whether what stopped a task may pass: too many questions, a service that is down, no answer in time."""
    found = state.result(raise_on_failure=False)
    return isinstance(found, TranslatorFailed) and found.is_passing


@task(
    name="translate batch",
    tags=["standpunt"],
    retries=PATIENCE.retries,
    retry_delay_seconds=PATIENCE.waits,
    retry_jitter_factor=PATIENCE.jitter,
    retry_condition_fn=is_passing,
    # Answers are kept line by line in a store of our own, and what comes of them in the catalogues.
    cache_policy=NO_CACHE,
    persist_result=False,
)
def translate_batch(sealed: Sealed) -> tuple[Proposed, ...]:
    """Ask an engine for the texts of one batch."""
    return proposals(sealed.bench, sealed.batch)


def translate_all(work: Work) -> None:
    """Translate every batch as a task of the current run, and write what comes back at once."""
    for bench in work.benches:
        tally = Tally(bench)
        for batch, future in _running(bench, tally):
            try:
                tally.keep(future.result())
            except TranslatorFailed as failure:
                tally.stop(failure.problem)
            else:
                work.on_batch(batch)
        work.filled.append(tally.told())


def _running(bench: Bench, tally: Tally) -> Iterator[tuple[Batch, PrefectFuture[tuple[Proposed, ...]]]]:
    """Batches with their tasks: never more at a time than the engine takes, and no more once it stopped."""
    waiting: deque[tuple[Batch, PrefectFuture[tuple[Proposed, ...]]]] = deque()
    for number, batch in enumerate(bench.batches, 1):
        if len(waiting) >= bench.engine.capabilities.at_once:
            yield waiting.popleft()
        if tally.has_stopped:
            break
        name = f"{bench.shelf.edition} {batch.language}: {number} of {len(bench.batches)}"
        # A server can hold all runs together to so many questions at a time with a limit on this tag.
        tags = [f"standpunt-{bench.engine.name}"]
        named = translate_batch.with_options(task_run_name=name, tags=[*translate_batch.tags, *tags])
        waiting.append((batch, named.submit(Sealed(bench, batch))))
    yield from waiting
