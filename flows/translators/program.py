"""Any program on this machine as an engine: a line of JSON in for every text, a line of JSON out.

In: ``{"id": 1, "text": "Wij ⟦1⟧ …", "source": "nl", "target": "en", "glossary": {…}}``. Out, in any order:
``{"id": 1, "text": "We ⟦1⟧ …"}``, or ``"text": null`` where it has no translation. The program starts once,
keeps its model in memory, and ends when its input does.
"""

import contextlib
import hashlib
import json
import queue
import shlex
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import IO, TypeVar

from flows.translation.masking import Masked
from flows.translation.proposals import Proposal
from flows.translators.engine import Capabilities, Glossary
from flows.translators.failures import TranslatorFailed, not_set, odd_answer, program_failed

COMMAND, SECONDS = "STANDPUNT_TRANSLATE_COMMAND", "STANDPUNT_TRANSLATE_SECONDS"

ANSWER_WITHIN = 120.0
"""Seconds for one text; the first has to wait until the model is there."""

_ENDS_WITHIN = 5.0
_TAIL = 5
"""Lines of its standard error that a message repeats."""
_LONGEST = 300
"""Characters of each."""


class Program:
    """A program that is started when the first text comes, and again after a crash."""

    name = "command"
    capabilities = Capabilities(batch=20, euros_per_million=None)

    def __init__(self, environment: Mapping[str, str], command: str = "") -> None:
        """Take the program from `command`, or else from the environment."""
        try:
            self._command = shlex.split(command or environment.get(COMMAND, ""))
        except ValueError:
            self._command = []
        self._seconds = _seconds(environment.get(SECONDS, ""))
        self.version = hashlib.sha256("\0".join(self._command).encode()).hexdigest()[:12]
        self._running: _Running | None = None
        self._turn = threading.Lock()

    def translate(
        self, batch: Sequence[Masked], source: str, target: str, glossary: Glossary
    ) -> Sequence[Proposal | None]:
        """Hand all texts over and wait for all answers.

        Raises:
            TranslatorFailed: Nobody said which program, or it cannot start, stops, says nothing in time, or
                something else.
        """
        if not self._command:
            raise not_set(self.name, COMMAND)
        about = {"source": source, "target": target, "glossary": dict(glossary)}
        with self._turn:
            running = self._started()
            try:
                answers = running.answers([{"text": each.text, **about} for each in batch])
            except TranslatorFailed:
                self.close()
                raise
        return [Proposal(text, "mt:command") if text is not None else None for text in answers]

    def close(self) -> None:
        """End the program, also while somebody waits for its answers."""
        running, self._running = self._running, None
        if running is not None:
            running.stop()

    def _started(self) -> "_Running":
        if self._running is None:
            try:
                self._running = _Running(self._command, self._seconds)
            except OSError as error:
                raise program_failed(error.strerror or "?", "", is_passing=False) from None
        return self._running


class _Running:
    """The program at work."""

    def __init__(self, command: Sequence[str], seconds: float) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=pipe, encoding="utf-8", errors="replace"
        )
        self._seconds = seconds
        self._last = 0
        self._said: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._complained: deque[str] = deque(maxlen=_TAIL)
        self._listeners = [
            _beside(self._listen, _pipe(self._process.stdout)),
            _beside(self._note, _pipe(self._process.stderr)),
        ]

    def answers(self, questions: Sequence[Mapping[str, object]]) -> list[str | None]:
        """The answer to each question.

        Raises:
            TranslatorFailed: They did not all come, or make no sense.
        """
        # No number twice, so that an answer too many is never taken for one to a later question.
        numbers = range(self._last + 1, self._last + 1 + len(questions))
        self._last += len(questions)
        asked = [{"id": number, **each} for number, each in zip(numbers, questions, strict=True)]
        # Beside the reading: a program that answers as it goes would block on a pipe that nobody empties.
        _beside(self._ask, [json.dumps(each, ensure_ascii=False) for each in asked])
        deadline = time.monotonic() + self._seconds * len(questions)
        found: dict[int, str | None] = {}
        while len(found) < len(questions):
            number, text = self._answer(self._next_line(deadline))
            if number not in numbers or number in found:
                raise odd_answer(Program.name, f"id {number}")
            found[number] = text
        return [found[number] for number in numbers]

    def stop(self) -> None:
        """End the program: ask by closing its input, and insist after a while."""
        # Beside the waiting: it cannot be closed while a question waits for a program that no longer reads.
        _beside(self._end_input, _pipe(self._process.stdin))
        try:
            self._process.wait(_ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _ask(self, questions: Iterable[str]) -> None:
        # What went wrong is told by the answers that do not come.
        with contextlib.suppress(OSError, ValueError):
            to_program = _pipe(self._process.stdin)
            for each in questions:
                to_program.write(each + "\n")
            to_program.flush()

    def _end_input(self, to_program: IO[str]) -> None:
        with contextlib.suppress(OSError, ValueError):
            to_program.close()

    def _next_line(self, deadline: float) -> str:
        try:
            line = self._said.get(timeout=max(0.0, deadline - time.monotonic()))
        except queue.Empty:
            self._process.kill()
            raise program_failed("time-out", self._tail(), is_passing=True) from None
        if line is None:
            code = self._process.wait()
            raise program_failed(f"exit {code}", self._tail(), is_passing=True)
        return line

    def _answer(self, line: str) -> tuple[int, str | None]:
        try:
            said = json.loads(line)
            number, text = said["id"], said["text"]
        except (ValueError, RecursionError, TypeError, KeyError):
            raise odd_answer(Program.name, line.strip()[:_LONGEST]) from None
        if not isinstance(number, int) or not (text is None or isinstance(text, str)):
            raise odd_answer(Program.name, line.strip()[:_LONGEST])
        return number, text

    def _tail(self) -> str:
        for each in self._listeners:
            each.join(1.0)
        return " / ".join(self._complained)

    def _listen(self, output: IO[str]) -> None:
        for line in output:
            if line.strip():
                self._said.put(line)
        self._said.put(None)

    def _note(self, errors: IO[str]) -> None:
        for line in errors:
            if line.strip():
                self._complained.append(line.strip()[:_LONGEST])


_T = TypeVar("_T")


def _beside(work: Callable[[_T], None], on: _T) -> threading.Thread:
    thread = threading.Thread(target=work, args=(on,), daemon=True)
    thread.start()
    return thread


def _seconds(said: str) -> float:
    try:
        return max(1.0, float(said))
    except ValueError:
        return ANSWER_WITHIN


def _pipe(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream
