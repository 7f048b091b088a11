"""The process that is the Prefect worker of `standpunt serve`; ended when its standard input ends.

Like the server it is a script of its own. It says `ready` on its standard output when it takes work.
"""

import asyncio
import os
import signal
import sys
import threading


def end_with_the_parent() -> None:
    """Interrupt the worker when standard input ends: closed by the parent, or by the parent's death."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    signal.raise_signal(signal.SIGINT)


async def work(pool: str) -> None:
    """Take flow runs from a work pool, each in a process of its own, until interrupted."""
    from prefect.workers.process import ProcessWorker

    announcements = os.fdopen(os.dup(sys.stdout.fileno()), "w", buffering=1)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())

    def announce(_: str) -> None:
        announcements.write("ready\n")

    await ProcessWorker(work_pool_name=pool).start(printer=announce)


if __name__ == "__main__":
    # A shell that starts us in the background has interrupts ignored, and everything below inherits that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    threading.Thread(target=end_with_the_parent, daemon=True).start()
    try:
        asyncio.run(work(sys.argv[1]))
    except KeyboardInterrupt:
        sys.exit(0)
