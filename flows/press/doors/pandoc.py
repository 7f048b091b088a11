"""The only door to Pandoc: what it says, and many documents written in one process."""

import json
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache as once
from importlib.util import find_spec
from pathlib import Path
from subprocess import PIPE
from tempfile import TemporaryFile
from threading import Timer

from flows.press.failures import tool_failed
from flows.press.store.cache import Cache
from flows.scratch.folders import inside, temporary

LUA = Path(__file__).parent / "lua"
"""The scripts that Pandoc runs."""
VERSION_SECONDS = 60
WRITE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Order:
    """One file to write.

    Attributes:
        source: File with the tree, as Pandoc's JSON.
        target: File to write.
        format: Name of Pandoc's writer.
        template: Template file of the writer, or nothing for the text alone.
        reference: Reference document of the Word writer, or nothing.
    """

    source: str
    target: str
    format: str
    template: str = ""
    reference: str = ""


@once
def binary() -> str:
    """Path of the pandoc binary that ``pypandoc_binary`` brings, or of the machine's own."""
    package = find_spec("pypandoc")
    for place in (package.submodule_search_locations or []) if package else []:
        for name in ("pandoc", "pandoc.exe"):
            found = Path(place, "files", name)
            if found.is_file():
                return str(found)
    import pypandoc

    try:
        return str(pypandoc.get_pandoc_path())
    except OSError as error:
        raise tool_failed("pandoc", str(error)) from error


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


def write_batch(
    orders: Sequence[Order], folder: Path, seconds: float = WRITE_SECONDS
) -> Iterator[tuple[int, str]]:
    """Write many files in one process.

    Args:
        orders: The files, in the order in which they are written.
        folder: Where relative paths of the orders and of images begin.
        seconds: How long one file may take.

    Yields:
        As soon as a file is there: its index in `orders`, and nothing or what Pandoc said when it failed.
        Where the process dies or hangs, the order it was at has failed, and a new process does the others.
    """
    left = list(range(len(orders)))
    while left:
        said = ""
        for number, said in _answers([orders[at] for at in left], folder, seconds):
            if number is not None:
                yield left[number], said
                left[number] = -1
        left = [at for at in left if at >= 0]
        if left:
            yield left.pop(0), said


def _answers(orders: Sequence[Order], folder: Path, seconds: float) -> Iterator[tuple[int | None, str]]:
    """The answers of one process, and last of all, without a number, what it said on standard error."""
    asked = json.dumps([_as_asked(order) for order in orders]).encode()
    command = [binary(), "lua", str(LUA / "batch.lua")]
    with TemporaryFile() as log:
        try:
            # Pandoc makes a file for the history of its Lua prompt, and leaves it where it is ended.
            process = subprocess.Popen(
                command, cwd=folder, stdin=PIPE, stdout=PIPE, stderr=log, env=inside(folder)
            )
        except OSError as error:
            raise tool_failed("pandoc", str(error)) from error
        with process, _Deadline(process, seconds) as deadline:
            _give(process, asked)
            for line in process.stdout or ():
                deadline.put_off()
                answer = json.loads(line)
                yield answer["number"], "" if answer["ok"] else str(answer["failure"])
        log.seek(0)
        said = log.read().decode("utf-8", "replace").strip()
    yield None, said or deadline.reason or "pandoc gave no answer"


class _Deadline:
    """Ends a process that gives no answer for too long, and one whose reader has gone away."""

    def __init__(self, process: "subprocess.Popen[bytes]", seconds: float) -> None:
        self._process, self._seconds, self.reason = process, seconds, ""

    def __enter__(self) -> "_Deadline":
        self._start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._process.kill()

    def put_off(self) -> None:
        """Start counting again."""
        self._timer.cancel()
        self._start()

    def _start(self) -> None:
        self._timer = Timer(self._seconds, self._end)
        self._timer.daemon = True
        self._timer.start()

    def _end(self) -> None:
        self.reason = f"no answer within {self._seconds:g} s"
        self._process.kill()


def _as_asked(order: Order) -> dict[str, str]:
    fields = ("source", "target", "format", "template", "reference")
    return {name: value for name in fields if (value := getattr(order, name))}


def _give(process: "subprocess.Popen[bytes]", asked: bytes) -> None:
    assert process.stdin is not None
    try:
        process.stdin.write(asked)
        process.stdin.close()
    except BrokenPipeError:
        return
