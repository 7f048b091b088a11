"""The process that prints: work in on standard input, what became of it out on standard output.

It is a script of its own. A drawing that crashes, hangs or eats the memory of a library takes this process
with it, and not the build. Messages are pickled tuples, since both sides are the same program.
"""

import contextlib
import os
import pickle
import sys
import threading
from queue import SimpleQueue
from typing import IO, Any

MEMORY = 1_200_000_000
"""Bytes that this process may ask for, and each Pandoc that it starts. Thirty brochures with their charts
ask for 840 MB, of which they fill 350."""


def listen(asked: IO[bytes], requests: "SimpleQueue[Any]") -> None:
    """Hand requests on; end this process when the parent has closed its side, or is gone."""
    while True:
        try:
            requests.put(pickle.load(asked))
        except EOFError:
            os._exit(0)


def serve(requests: "SimpleQueue[Any]", answers: IO[bytes]) -> None:
    """Do what is asked for, for as long as there is somebody to ask."""
    from flows.press.failures import PressError

    def say(*message: Any) -> None:
        pickle.dump(message, answers)
        answers.flush()

    while True:
        work, arguments, named = requests.get()
        try:
            done = work(lambda at, writes: say("at", at, writes), *arguments, **named)
        except PressError as error:
            say("refused", error.problem)
        else:
            say("done", done)


def bound_memory() -> None:
    """Have the system refuse us more than `MEMORY`; where it cannot, as on Windows, nothing is bounded."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


if __name__ == "__main__":
    bound_memory()
    messages = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints is no message
    waiting: "SimpleQueue[Any]" = SimpleQueue()
    threading.Thread(target=listen, args=(sys.stdin.buffer, waiting), daemon=True).start()
    serve(waiting, messages)
