"""Whether documents came out well, and what stands in for those of a chunk that did not."""

from collections.abc import Sequence
from dataclasses import dataclass

from flows.engine.chunks import Chunk, Outcome
from flows.problems.codes import problem
from flows.problems.records import Problem, Severity, has_errors

NAMED = 5
"""How many failed documents a verdict names."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a build ended.

    Attributes:
        failed: Whether an operator has something to do.
        message: One English line for the state of the run.
    """

    failed: bool
    message: str


def is_failed(outcome: Outcome) -> bool:
    """Whether a document has an error; warnings leave it good."""
    return has_errors(outcome.problems)


def verdict(outcomes: Sequence[Outcome], problems: Sequence[Problem] = ()) -> Verdict:
    """The verdict on a build.

    Args:
        outcomes: One outcome for every document.
        problems: What planning found; an error there has left documents out.
    """
    failed = [outcome.name for outcome in outcomes if is_failed(outcome)]
    errors = sum(found.severity is Severity.ERROR for found in problems)
    if not failed and not errors:
        return Verdict(False, f"{_counted(len(outcomes), 'document')} built")
    parts = []
    if failed:
        more = ", ..." if len(failed) > NAMED else ""
        parts.append(f"{len(failed)} of {len(outcomes)} documents failed: {', '.join(failed[:NAMED])}{more}")
    if errors:
        left_out = "what it touches" if errors == 1 else "what they touch"
        parts.append(f"the content has {_counted(errors, 'error')}; {left_out} was left out")
    return Verdict(True, "; ".join(parts))


def failed_chunk(chunk: Chunk, reason: BaseException | str) -> tuple[Outcome, ...]:
    """Outcomes for the documents of a chunk that broke down as a whole: one problem each, no files."""
    words = reason if isinstance(reason, str) else str(reason) or type(reason).__name__
    return tuple(
        Outcome(job.name, (), (problem("SP803", None, document=job.name, said=words),), 0.0)
        for job in chunk.jobs
    )


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
