"""What a translation run shows in Prefect: a table of catalogues, and what it took. It imports prefect."""

from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.client.schemas.objects import State
from prefect.states import Completed, Failed

from flows.engine.flow.artifacts import artifact_key, sent
from flows.engine.flow.markdown import escaped
from flows.problems.records import Severity
from flows.problems.sentences import sentence
from flows.translate_editions.requests import Work

SHOWN = 50
"""Problems that are written out; `standpunt translate status` shows how everything stands."""


def ended(work: Work) -> "State[None]":
    """The state in which the current run ends, once its report is sent."""
    stem, about = "translate", " ".join(work.editions)
    rows = table_rows(work)
    sent(lambda: create_markdown_artifact(summary(work), key=artifact_key(stem, f"{about}-summary")))
    if rows:
        sent(lambda: create_table_artifact(rows, key=artifact_key(stem, f"{about}-catalogues")))
    told = message(work)
    has_stopped = any(each.has_stopped for each in work.filled)
    has_failed = has_stopped or any(each.severity is Severity.ERROR for each in work.problems)
    return Failed(message=told) if has_failed else Completed(message=told)


def table_rows(work: Work) -> list[dict[str, str | int]]:
    """A row for every catalogue that an engine got texts of."""
    return [
        {
            "edition": edition,
            "catalogue": file.file,
            "language": file.language,
            "filled": file.filled,
            "refused": file.refused,
            "left": file.left,
        }
        for edition, filled in zip(work.editions, work.filled, strict=False)
        for file in filled.files
    ]


def message(work: Work) -> str:
    """The run in one line."""
    if work.request.dry_run:
        return f"{work.texts} texts to translate; nothing was written"
    done = sum(file.filled for filled in work.filled for file in filled.files)
    return f"{done} of {work.texts} texts filled in by {work.request.engine}"


def summary(work: Work) -> str:
    """The run in Markdown: what it was expected to take, and what was not taken or done."""
    lines = [f"# Translate {' '.join(work.editions)}", "", f"{message(work)}.", ""]
    lines += [
        "| edition | language | texts | characters | from cache | euros |",
        "|---|---|---:|---:|---:|---:|",
    ]
    for edition, languages in zip(work.editions, work.expected, strict=True):
        for each in languages:
            euros = "?" if each.euros is None else f"{each.euros:.2f}"
            numbers = f"{each.texts} | {each.characters} | {each.cached} | {euros}"
            lines.append(f"| {edition} | {each.language} | {numbers} |")
    problems = [*work.problems, *(each for filled in work.filled for each in filled.problems)]
    lines += ["", "## Not done", ""] if problems else []
    lines += [f"- {each.place or each.code}: {escaped(sentence(each, 'en'))}" for each in problems[:SHOWN]]
    lines += [f"- … {len(problems) - SHOWN} more"] if len(problems) > SHOWN else []
    return "\n".join(lines) + "\n"
