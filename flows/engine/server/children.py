"""Processes that never outlive us: servers and workers, each with a log and a pipe that ends it."""

import contextlib
import os
import queue
import re
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from flows.engine.failure import EngineFailed

LOG_LIMIT = 1_000_000
"""Size in bytes above which a log makes way for a new one; one older log is kept."""

_EXCEPTION = re.compile(r"(?:\w+\.)*\w*(?:Error|Exception): (?P<message>.+)")
"""The line of a stack trace that is neither indented nor a heading."""

_CREATE_NEW_PROCESS_GROUP = 0x00000200  # of Windows; `subprocess` only names it there


@dataclass(frozen=True, slots=True)
class Child:
    """A running process of ours.

    Attributes:
        log: File that holds what it writes.
        log_start: Size of the log, in bytes, when the process started.
    """

    process: "subprocess.Popen[str]"
    said: "queue.SimpleQueue[str | None]"
    log: Path
    log_start: int

    def next_line(self, seconds: float) -> str:
        """The next line that the process says on its standard output.

        Raises:
            EngineFailed: when it ends, or says nothing, within `seconds`; the reason comes from its log.
        """
        try:
            line = self.said.get(timeout=seconds)
        except queue.Empty:
            raise EngineFailed(f"no sign of life within {seconds:.0f} seconds", str(self.log)) from None
        if line is None:
            raise EngineFailed(reason_in(self.log, self.log_start), str(self.log))
        return line

    def stop(self, seconds: float) -> None:
        """End the process: ask by closing its input, and insist after `seconds`."""
        with contextlib.suppress(OSError):
            _pipe(self.process.stdin).close()
        for insist in (self.process.terminate, self.process.kill):
            try:
                self.process.wait(seconds)
                break
            except subprocess.TimeoutExpired:
                insist()
        self.process.wait()


def start_child(
    script: Path, arguments: Sequence[str], environment: Mapping[str, str | None], log: Path
) -> Child:
    """Start one of our scripts as a child that ends when we do.

    Its standard input is a pipe that nobody writes to. However we end, the system closes our side, and the
    script takes that as its sign to stop. It runs in a session of its own, so that Ctrl-C reaches us first
    and the child still answers while we finish. A variable of the environment that is None is taken away.

    Raises:
        EngineFailed: when the log cannot be written or the process cannot be started.
    """
    merged = {**os.environ, **environment}
    try:
        written = open_log(log)
        with written:
            start = written.tell()  # before the process is there, which shares the place in the file
            process = subprocess.Popen(
                # -P: the script finds only installed packages, never a module of the folder it stands in.
                [sys.executable, "-P", str(script), *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=written,
                text=True,
                env={name: value for name, value in merged.items() if value is not None},
                start_new_session=os.name == "posix",
                creationflags=0 if os.name == "posix" else _CREATE_NEW_PROCESS_GROUP,
            )
    except OSError as error:
        raise EngineFailed(str(error), str(log)) from error
    said: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(_pipe(process.stdout), said), daemon=True).start()
    return Child(process, said, log, start)


def open_log(log: Path) -> IO[bytes]:
    """Open a log to write at its end, after putting a long one aside."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(OSError):  # another build may be writing to it
        if log.stat().st_size > LOG_LIMIT:
            log.replace(log.with_suffix(".old.log"))
    written = log.open("ab")
    written.seek(0, os.SEEK_END)
    return written


def reason_in(log: Path, start: int = 0) -> str:
    """Why a process ended, from what it wrote to its log after byte `start`.

    That is the message of the last exception, or else the last line with text.
    """
    with log.open("rb") as written:
        written.seek(start)
        lines = [line.rstrip() for line in written.read().decode("utf-8", "replace").splitlines()]
    exceptions = [found["message"] for found in map(_EXCEPTION.match, lines) if found]
    return (exceptions or [line for line in lines if line] or ["it ended without a word"])[-1]


def _listen(output: IO[str], said: "queue.SimpleQueue[str | None]") -> None:
    for line in output:
        said.put(line.strip())
    output.close()
    said.put(None)


def _pipe(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream
