"""The process that is the Prefect server: started by path, ended when its standard input ends.

It is a script of its own, and imports nothing of this project, so that a content root on the import path
cannot get in its way and nothing heavy is loaded twice.

It says two things on its standard output: the port it listens on, at once, and `ready`, when the server
answers. Everything else goes to standard error, which the parent has pointed at a log file.
"""

import gc
import os
import socket
import sqlite3
import sys
import threading
import traceback
from contextlib import closing
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    import uvicorn

START_WITHIN = 110.0
STOP_WITHIN = 6.0


def listening_socket(port: int) -> socket.socket:
    """A loopback socket that takes connections from now on, long before the server answers them."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name == "posix":  # elsewhere this option would let two servers share a port
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen(128)
    return listener


def only_one_at_a_time(home: Path) -> sqlite3.Connection:
    """Wait until no other server is starting in this home; closing the connection lets the next one in.

    Two servers that migrate one fresh database at the same time spoil each other's work. A lock held by
    SQLite works on every platform and is gone when its process is, however that ends.
    """
    gate = sqlite3.connect(home / "start.lock", timeout=START_WITHIN, isolation_level=None)
    gate.execute("BEGIN EXCLUSIVE")
    return gate


def end_with_the_parent(running: "list[uvicorn.Server]") -> None:
    """End the server when standard input ends: closed by the parent, or by the parent's death."""
    while os.read(sys.stdin.fileno(), 1):
        pass
    if not running or not running[0].started:
        os._exit(0)
    running[0].should_exit = True
    threading.Timer(STOP_WITHIN, os._exit, args=(1,)).start()


def serve(port: int, *, ephemeral: bool) -> None:
    """Be the server until standard input ends."""
    announcements = os.fdopen(os.dup(sys.stdout.fileno()), "w", buffering=1)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    running: list[uvicorn.Server] = []
    threading.Thread(target=end_with_the_parent, args=(running,), daemon=True).start()
    listener = listening_socket(port)
    announcements.write(f"{listener.getsockname()[1]}\n")
    gc.disable()  # importing the server makes a million lasting objects; collecting among them costs 0.4 s
    running.append(announcing_server(announcements, ephemeral=ephemeral))
    running[0].run(sockets=[listener])


def announcing_server(announcements: IO[str], *, ephemeral: bool) -> "uvicorn.Server":
    """The server that tells its parent when it is ready."""
    import uvicorn
    from prefect.server.api.server import create_app

    class Announcing(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            with closing(only_one_at_a_time(Path(os.environ["PREFECT_HOME"]))):
                await super().startup(sockets)
            gc.freeze()
            gc.enable()
            announcements.write("ready\n")

    return Announcing(
        uvicorn.Config(
            create_app(ephemeral=ephemeral),
            log_config=None,
            access_log=False,
            lifespan="on",
            timeout_graceful_shutdown=2,
        )
    )


if __name__ == "__main__":
    status = 0
    try:
        serve(int(sys.argv[1]), ephemeral=sys.argv[2] == "embedded")
    except SystemExit:
        status = 1  # uvicorn has written why
    except BaseException:
        status = 1
        traceback.print_exc()
    sys.stderr.flush()
    # All is written. Taking the interpreter apart costs half a second, and the waiting thread breaks it.
    os._exit(status)
