"""Processes that print for us: warm ones are used again, one that is stuck or gone makes way for another."""

import atexit
import contextlib
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from tempfile import TemporaryFile
from threading import Lock, Thread
from typing import IO, Any, Concatenate, ParamSpec, TypeVar

from flows.press.failures import PressError, tool_failed
from flows.press.jobs import Watch

MOST_PIECES = 720
"""Formats and trials after which a process makes way for a new one: what libraries keep cannot grow."""
START_SECONDS = 60.0
"""How long a process may take to begin; on a quiet machine it is half a second."""
_SCRIPT = Path(__file__).with_name("process.py")
Answer = TypeVar("Answer")
Asked = ParamSpec("Asked")
_TAIL = 2000
"""Bytes of what a process wrote last that can tell why it ended."""


class ChildEnded(Exception):  # noqa: N818 - it is told as what happened
    """A process ended, or was ended, before it had done what it was asked for.

    Attributes:
        job: Which piece of the work it was at, from 0; None where it had begun none.
        writes: The format it was at; nothing where it had begun none.
        reason: One line.
        slow: Whether it was ended since it took too long.
    """

    def __init__(self, job: int | None, writes: str, reason: str, *, slow: bool = False) -> None:
        super().__init__(reason)
        self.job, self.writes, self.reason, self.slow = job, writes, reason, slow


class Child:
    """One process; for one thread at a time."""

    def __init__(self, fonts: str) -> None:
        """Start a process; it gets ready while we go on.

        Args:
            fonts: The state of the fonts that it is going to use; its libraries read them once.

        Raises:
            PressError: It cannot be started (SP801).
        """
        self.pieces, self._fonts = 0, fonts
        self._log = TemporaryFile()  # noqa: SIM115 - closed when the process is ended
        try:
            self._process = subprocess.Popen(
                # -P: the script finds only installed packages, never a module of the folder it stands in.
                [sys.executable, "-P", str(_SCRIPT)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._log,
                start_new_session=os.name == "posix",  # Ctrl-C reaches us, who end it when it is done
            )
        except OSError as error:
            raise tool_failed("standpunt", str(error)) from error
        self._said: SimpleQueue[Any] = SimpleQueue()
        Thread(target=_listen, args=(self._process.stdout, self._said), daemon=True).start()

    def is_fit(self, fonts: str) -> bool:
        """Whether it can do more, with the fonts in this state."""
        return self._process.poll() is None and self.pieces < MOST_PIECES and fonts == self._fonts

    def ask(
        self,
        work: Callable[Concatenate[Watch, Asked], Answer],
        seconds: float,
        *arguments: Asked.args,
        **named: Asked.kwargs,
    ) -> Answer:
        """Have some work done there.

        Args:
            work: A function of a module; it tells its first argument before each piece of work what that is.
            seconds: How long a piece of work may take.
            arguments: The other arguments.
            named: And those with names.

        Raises:
            ChildEnded: The process is gone, or was ended because it took too long.
            PressError: Nothing could be made at all.
        """
        with contextlib.suppress(OSError):  # a process that is gone is noticed when it does not answer
            pickle.dump((work, arguments, named), _pipe(self._process.stdin))
            _pipe(self._process.stdin).flush()
        job: int | None = None
        writes = ""
        while True:
            patience = seconds if job is not None else max(seconds, START_SECONDS)
            try:
                said = self._said.get(timeout=patience)
            except Empty:
                raise ChildEnded(job, writes, f"no answer within {patience:g} s", slow=True) from None
            match said:
                case ("at", job, writes):
                    self.pieces += 1
                    continue
                case ("done", done):
                    answer: Answer = done
                    return answer
                case ("refused", problem):
                    raise PressError(problem)
            raise ChildEnded(job, writes, self._reason())

    def end(self) -> None:
        """End the process, and the Pandoc that it may have started."""
        with contextlib.suppress(OSError):
            _pipe(self._process.stdin).close()
        with contextlib.suppress(OSError):
            if os.name == "posix":
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()
        self._process.wait()
        self._log.close()

    def _reason(self) -> str:
        """Why it ended: the last line it wrote, or how the system says it ended."""
        status = self._process.wait()
        self._log.seek(0, os.SEEK_END)
        self._log.seek(max(0, self._log.tell() - _TAIL))
        lines = [line.strip() for line in self._log.read().decode("utf-8", "replace").splitlines()]
        return ([line for line in lines if line] or [f"the process ended with {status}"])[-1]


_idle: list[Child] = []
_lock = Lock()


@contextlib.contextmanager
def a_child(fonts: str) -> Iterator[Child]:
    """A process to work with: a warm one where there is one. One that failed is not used again.

    Args:
        fonts: The state of the fonts that it must know.
    """
    child = _a_warm_one(fonts) or Child(fonts)
    try:
        yield child
    except PressError:
        _put_back(child, fonts)
        raise
    except BaseException:
        child.end()
        raise
    _put_back(child, fonts)


def _a_warm_one(fonts: str) -> Child | None:
    with _lock:
        waiting = [_idle.pop() for _ in range(len(_idle))]
        fit = [child for child in waiting if child.is_fit(fonts)]
        _idle.extend(fit[1:])
    for child in waiting:
        if child not in fit:
            child.end()
    return fit[0] if fit else None


def _put_back(child: Child, fonts: str) -> None:
    if child.is_fit(fonts):
        with _lock:
            _idle.append(child)
    else:
        child.end()


@atexit.register
def end_all() -> None:
    """End every process that waits for work."""
    while _idle:
        _idle.pop().end()


def _listen(answers: IO[bytes], said: "SimpleQueue[Any]") -> None:
    """Hand answers on; None once there are no more."""
    try:
        while True:
            said.put(pickle.load(answers))
    except (EOFError, OSError, pickle.UnpicklingError):
        said.put(None)


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream
