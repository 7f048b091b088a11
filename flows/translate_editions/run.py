"""A translation run from question to answer: what there is to do, what it runs on, what became of it."""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.desk.opening.editions import edition_name
from flows.desk.translating.batches import Batch, Bench, expected, open_bench
from flows.desk.translating.fill import fill
from flows.engine.engines import Engine as RunsOn
from flows.engine.engines import choose, workshop
from flows.sources.content import Content
from flows.translate_editions.requests import Done, Request, Work
from flows.translators.patience import Patience

if TYPE_CHECKING:
    from prefect import Flow

PATIENCE = Patience()
"""How often and how slowly a batch is tried again, on whatever it runs."""


def run(
    request: Request,
    runs_on: RunsOn,
    *,
    environment: Mapping[str, str],
    command: str = "",
    on_plan: Callable[[Work], None],
    on_batch: Callable[[Batch], None],
) -> Done:
    """Translate what is asked for.

    Args:
        request: What was asked for.
        runs_on: This process, or Prefect.
        environment: Where engines find addresses and keys.
        command: The program of the engine ``command``; no parameter of the flow, which others may start.
        on_plan: Called once, when it is known what there is to translate.
        on_batch: Called when a batch is in its catalogues.

    Raises:
        UnknownName: The request names something that does not exist.
        TranslatorFailed: The engine lacks something, or does not know a language.
        PressError: Pandoc could not parse the texts.
        EngineFailed: Prefect does not work.
        OSError: A catalogue cannot be written.
    """
    with planned(request, environment, on_batch, command) as work:
        on_plan(work)
        if request.dry_run or not work.texts:
            return _done(work, None)
        chosen = choose(runs_on, _counted(work), "PREFECT_API_URL" in os.environ)
        if chosen is RunsOn.LOCAL:
            for bench in work.benches:
                work.filled.append(fill(bench, PATIENCE, on_batch))
        else:
            with workshop(Path(request.root), RunsOn.PREFECT, work.at_once) as shop:
                imported = shop.prefect(_flow)
                from flows.engine.flow.runs import run_as_flow

                run_as_flow(imported, request.parameters, work)
        return _done(work, chosen)


@contextmanager
def planned(
    request: Request, environment: Mapping[str, str], on_batch: Callable[[Batch], None], command: str = ""
) -> Iterator[Work]:
    """What there is to translate, with engines that are closed when the block ends.

    Raises:
        UnknownName: The request names something that does not exist.
        TranslatorFailed: The engine lacks something, or does not know a language.
    """
    content = Content(Path(request.root))
    names = dict.fromkeys(edition_name(content, name) for name in request.editions or (None,))
    with ExitStack() as stack:
        benches: list[Bench] = []
        left = request.limit
        for name in names:
            bench = open_bench(content, request.wish(name, left, command), environment)
            stack.callback(bench.engine.close)
            benches.append(bench)
            left = None if left is None else left - bench.texts
        yield Work(request, tuple(benches), tuple(expected(bench) for bench in benches), on_batch)


def _counted(work: Work) -> int:
    """Texts that make a server worth its start: those that have to wait for a service."""
    return sum(bench.texts for bench in work.benches if bench.engine.capabilities.needs_network)


def _done(work: Work, runs_on: RunsOn | None) -> Done:
    return Done(work.editions, work.expected, tuple(work.filled), work.problems, runs_on)


def _flow() -> "Flow[..., Any]":
    from flows.translate_editions.flow import translate

    return translate
