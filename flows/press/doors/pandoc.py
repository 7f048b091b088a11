"""The only door to Pandoc: what it says at once, and many answers of one process, which may die or hang."""

import json
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache as once
from importlib.util import find_spec
from pathlib import Path
from subprocess import PIPE
from tempfile import TemporaryFile
from threading import Event, Thread

from flows.press.failures import tool_failed
from flows.press.store.cache import Cache
from flows.scratch.folders import inside, temporary

LUA = Path(__file__).parent / "lua"
"""The scripts that Pandoc runs."""
VERSION_SECONDS = 60
MEMORY = ("+RTS", "-M900m", "-RTS")
"""The heap that a process may fill; thousands of texts, or a dozen documents, take a quarter of it."""


class Ended(Exception):  # noqa: N818 - it is told as what happened
    """A process ended, or was ended, before it had answered everything.

    Attributes:
        reason: One line.
        is_late: Whether it took too long; asking again would only take as long again.
    """

    def __init__(self, reason: str, *, is_late: bool) -> None:
        super().__init__(reason)
        self.reason, self.is_late = reason, is_late


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a question.

    Attributes:
        line: The answer; None where there is none.
        ended: How a process ended that was at this question; where there is an answer, a second one gave it.
    """

    line: bytes | None
    ended: str = ""


@once
def binary() -> str:
    """Path of the pandoc binary that ``pypandoc_binary`` brings, or of the machine's own."""
    brought = _brought()
    if brought:
        return brought
    import pypandoc

    try:
        return str(pypandoc.get_pandoc_path())
    except OSError as error:
        raise tool_failed("pandoc", str(error)) from error


@once
def _brought() -> str:
    package = find_spec("pypandoc")
    for place in (package.submodule_search_locations or []) if package else []:
        for name in ("pandoc", "pandoc.exe"):
            found = Path(place, "files", name)
            if found.is_file():
                return str(found)
    return ""


def version(cache: Cache) -> str:
    """Version of Pandoc; asked once for each binary, since asking takes as long as a small document."""
    try:
        about = Path(binary()).stat()
    except OSError as error:
        raise tool_failed("pandoc", str(error)) from error
    key = f"pandoc-version:{about.st_size}:{about.st_mtime_ns}"
    known = cache.found([key]).get(key)
    if known is None:
        known = run(["--version"], b"", VERSION_SECONDS).split(b"\n")[0].strip()
        cache.keep({key: known})
    return known.decode()


def run(arguments: Sequence[str], given: bytes, seconds: float) -> bytes:
    """What a process answers on standard output to what it is given on standard input.

    Raises:
        PressError: Pandoc failed or took longer than it may (SP801).
    """
    command = [binary(), *arguments]
    try:
        with temporary() as folder:
            done = subprocess.run(
                command,
                input=given,
                capture_output=True,
                timeout=seconds,
                env=inside(folder),
                check=False,
            )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise tool_failed("pandoc", str(error)) from error
    if done.returncode:
        raise tool_failed("pandoc", done.stderr.decode("utf-8", "replace") or f"exit {done.returncode}")
    return done.stdout


def answers(
    script: str, arguments: Sequence[str], questions: Sequence[object], folder: Path, seconds: float
) -> Iterator[Answer]:
    """Ask many things of one process; where it dies, its last question is asked once more, alone.

    Args:
        script: Name of one of our Lua scripts, which answers every question with a line, in order.
        arguments: What the script is given besides.
        questions: The questions, as JSON has them.
        folder: Where the process works, and keeps its own temporary files.
        seconds: How long one answer may take.

    Yields:
        One answer a question, in order, as soon as it is there.

    Raises:
        PressError: Pandoc cannot be started (SP801).
    """
    at, ended = 0, ""
    while at < len(questions):
        asked = questions[at : at + 1] if ended else questions[at:]
        try:
            for line in _lines([script, *arguments], asked, folder, seconds):
                yield Answer(line, ended)
                at, ended = at + 1, ""
        except Ended as now:
            if ended or now.is_late:
                yield Answer(None, now.reason)
                at, ended = at + 1, ""
            else:
                ended = now.reason


def _lines(
    script: Sequence[str], questions: Sequence[object], folder: Path, seconds: float
) -> Iterator[bytes]:
    """The answers of one process.

    Raises:
        Ended: It gave fewer answers than there are questions.
    """
    memory = MEMORY if _brought() else ()  # the machine's own may have been built without that option
    command = [binary(), "lua", str(LUA / script[0]), *script[1:], *memory]
    left = len(questions)
    with TemporaryFile() as log:
        try:
            # Pandoc makes a file for the history of its Lua prompt, and leaves it where it is ended.
            process = subprocess.Popen(
                command, cwd=folder, stdin=PIPE, stdout=PIPE, stderr=log, env=inside(folder)
            )
        except OSError as error:
            raise tool_failed("pandoc", str(error)) from error
        with process, _Deadline(process, seconds) as deadline:
            _give(process, json.dumps(questions).encode())
            for line in process.stdout or ():
                if not line.endswith(b"\n"):
                    break  # it died in the middle of an answer
                deadline.put_off()
                yield line[:-1]
                left -= 1
        log.seek(0)
        said = log.read().decode("utf-8", "replace").strip()
    if left:
        reason = deadline.reason or said or f"the process ended with {process.returncode}"
        raise Ended(reason, is_late=bool(deadline.reason))


class _Deadline:
    """Ends a process that gives no answer for too long, and one whose reader has gone away."""

    def __init__(self, process: "subprocess.Popen[bytes]", seconds: float) -> None:
        self._process, self._seconds, self.reason = process, seconds, ""
        self._over = Event()

    def __enter__(self) -> "_Deadline":
        self.put_off()
        Thread(target=self._watch, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._process.kill()

    def put_off(self) -> None:
        """Start counting again."""
        self._ends = time.monotonic() + self._seconds

    def _watch(self) -> None:
        while not self._over.wait(max(0.0, self._ends - time.monotonic())):
            if time.monotonic() >= self._ends:
                self.reason = f"no answer within {self._seconds:g} s"
                self._process.kill()
                return


def _give(process: "subprocess.Popen[bytes]", asked: bytes) -> None:
    assert process.stdin is not None
    try:
        process.stdin.write(asked)
        process.stdin.close()
    except BrokenPipeError:
        return
