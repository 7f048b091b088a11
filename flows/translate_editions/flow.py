"""The flow `translate`: one run fills in what an engine proposes. Importing it imports prefect."""

import os
from pathlib import Path
from typing import Annotated

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.runtime import flow_run
from prefect.states import Failed
from pydantic import Field

from flows.desk.opening.editions import UnknownName
from flows.engine.flow.runners import threads
from flows.press.failures import PressError
from flows.problems.sentences import sentence
from flows.translate_editions.plan import planned
from flows.translate_editions.requests import Request
from flows.translate_editions.texts import Texts
from flows.translators.chosen import EngineName
from flows.translators.failures import TranslatorFailed

AT_ONCE = 4
"""Threads for tasks; an engine that takes fewer batches at a time gets fewer."""


def _run_name() -> str:
    wanted = flow_run.parameters
    named = (wanted.get(each) or ["all"] for each in ("editions", "languages"))
    return " ".join([wanted["engine"], *(str(name) for names in named for name in names)])


@flow(
    name="translate",
    flow_run_name=_run_name,
    task_runner=threads(AT_ONCE),
    persist_result=False,
)
def translate(
    *,
    editions: list[str | int] | None = None,
    languages: list[str] | None = None,
    provinces: list[str] | None = None,
    engine: EngineName = "tm",
    stale: bool = False,
    dry_run: bool = False,
    limit: Annotated[int, Field(ge=1)] | None = None,
    root: str = ".",
) -> "State[None]":
    """Fill in what has no translation yet with what an engine proposes, for people to read.

    Args:
        editions: Names of editions; the newest if left out.
        languages: Language codes; those that the engine knows if left out.
        provinces: Folder names under `provinces/`; all of them and the national text if left out.
        engine: `none`, `tm`, `pseudo`, `command`, `libretranslate`, `deepl` or `argos`. Addresses, keys and
            the program of `command` come from the environment of the worker.
        stale: Replace an engine's own translations of older Dutch too.
        dry_run: Tell only how many characters it would take, and what they would cost.
        limit: The most texts.
        root: The content root, seen from where the worker stands.
    """
    request = Request(
        root=str(Path(root).absolute()),
        # `prefect deployment run --param editions=[2023]` sends a number.
        editions=tuple(str(each) for each in editions or ()),
        languages=tuple(languages or ()),
        provinces=tuple(provinces or ()),
        engine=engine,
        stale=stale,
        dry_run=dry_run,
        limit=limit,
    )
    try:
        with planned(request, os.environ, lambda _: None) as work:
            texts = Texts(work)
            if not texts.is_done:
                texts.do_as_tasks()
            return texts.ended()
    except (UnknownName, PressError, TranslatorFailed) as error:
        return Failed(message=sentence(error.problem, "en"))
