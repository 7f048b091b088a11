"""The process that prints: jobs in on standard input, what became of them out on standard output.

It is a script of its own. A drawing that crashes, hangs or eats the memory of a library takes this process
with it, and not the build. Messages are pickled tuples, since both sides are the same program.
"""

import os
import pickle
import sys
import threading
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Any


def listen(asked: IO[bytes], requests: "SimpleQueue[Any]") -> None:
    """Hand requests on; end this process when the parent has closed its side, or is gone."""
    while True:
        try:
            requests.put(pickle.load(asked))
        except EOFError:
            os._exit(0)


def serve(requests: "SimpleQueue[Any]", answers: IO[bytes]) -> None:
    """Print what is asked for, for as long as there is somebody to ask."""
    from flows.press.failures import PressError
    from flows.press.jobs import print_documents

    def say(*message: Any) -> None:
        pickle.dump(message, answers)
        answers.flush()

    while True:
        jobs, root, out = requests.get()
        try:
            printed = print_documents(jobs, Path(root), Path(out), lambda at, writes: say("at", at, writes))
        except PressError as error:
            say("refused", error.problem)
        else:
            say("printed", printed)


if __name__ == "__main__":
    messages = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints is no message
    waiting: "SimpleQueue[Any]" = SimpleQueue()
    threading.Thread(target=listen, args=(sys.stdin.buffer, waiting), daemon=True).start()
    serve(waiting, messages)
