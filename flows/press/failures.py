"""What goes wrong outside of the content: a tool that fails, a file that cannot be written."""

from pathlib import Path

from flows.problems.codes import problem
from flows.problems.records import Problem

_LONGEST = 600
"""Characters of a tool's own words that a message repeats."""


class PressError(Exception):
    """A tool or a file failed; carries the problem as data."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code, dict(found.args))
        self.problem = found


def tool_failed(tool: str, said: str) -> PressError:
    """SP801: an outside program failed, and what it said (``tool``, ``said``)."""
    return PressError(problem("SP801", None, tool=tool, said=_short(said)))


def cannot_write(path: str, error: OSError) -> PressError:
    """SP802: a file cannot be written (``path``, ``said``)."""
    return PressError(problem("SP802", None, path=path, said=error.strerror or type(error).__name__))


def cannot_place(error: OSError, out: Path) -> Problem:
    """Why a finished file cannot be put in its place: SP820 (``path``) where another program has it open."""
    path = Path(error.filename) if error.filename else out
    shown = (path.relative_to(out) if path.is_relative_to(out) else path).as_posix()
    if isinstance(error, PermissionError) and path.is_file():
        return problem("SP820", None, path=shown)
    return problem("SP802", None, path=shown, said=error.strerror or type(error).__name__)


def document_failed(document: str, writes: str, tool: str, said: str) -> Problem:
    """SP803: one format of one document failed (``document``, ``format``, ``tool``, ``said``)."""
    return problem("SP803", None, document=document, format=writes, tool=tool, said=_short(said))


def redline_wrong(document: str, kind: str, found: str, wanted: str) -> PressError:
    """SP807: a redline would not give a text back (``document``, ``kind``, ``found``, ``wanted``).

    Args:
        document: Which report.
        kind: What was done with every change: ``accept`` or ``reject``.
        found: A paragraph that it gives then.
        wanted: The paragraph that the text has there.
    """
    found, wanted = _short(found), _short(wanted)
    return PressError(problem("SP807", None, document=document, kind=kind, found=found, wanted=wanted))


def _short(said: str) -> str:
    words = " ".join(said.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
