"""Translating from the command line: what there is to do, what it runs on, what became of it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flows.desk.translating.batches import Batch
from flows.engine.engines import Engine as RunsOn
from flows.engine.engines import workshop
from flows.translate_editions.plan import planned
from flows.translate_editions.requests import Done, Request, Work
from flows.translate_editions.texts import Texts

if TYPE_CHECKING:
    from prefect import Flow


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
    with (
        planned(request, environment, on_batch, command) as work,
        # With nothing to do, no server is started.
        workshop(Path(request.root), RunsOn.AUTO if work.is_done else runs_on) as shop,
    ):
        on_plan(work)
        ran = shop.do(Texts(work), request.parameters, _flow)
        return Done(
            work.editions, work.expected, tuple(work.filled), (*work.problems, *ran.problems), ran.engine
        )


def _flow() -> "Flow[..., Any]":
    from flows.translate_editions.flow import translate

    return translate
