"""What Prefect must be told through the environment, before anything imports it."""

import os
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

HOME = ".prefect"
"""Folder in the content root that holds Prefect's database and the logs of our own servers."""

_QUIET = {
    # `DO_NOT_TRACK` stops the client's call home, the second line the server's: it takes both.
    "DO_NOT_TRACK": "1",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    # A failed chunk comes back as a problem with a sentence. Prefect's own account of it, stack trace
    # included, stays in the run's state and keeps off the office's terminal.
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_HANDLERS_DEBUG_LEVEL": "CRITICAL",
}

_WITHOUT_SERVER = {
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "PREFECT_LOGGING_LEVEL": "WARNING",
    # Nobody looks at the log lines of a server that lives as long as one command.
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    # A loopback server that refuses a connection is gone: five retries a request, each twice as late as the
    # one before, kept a build waiting for three and a half minutes.
    "PREFECT_CLIENT_MAX_RETRIES": "1",
    # It is of our own version and has no other visitors.
    "PREFECT_CLIENT_SERVER_VERSION_CHECK_ENABLED": "false",
    "PREFECT_CLIENT_CSRF_SUPPORT_ENABLED": "false",
}

EMBEDDED_SERVER = {
    # Its terminal is a log file, where its troubles must be found.
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "NOTSET",
    # Blocks are of no use to one build. With the memo left on, the server would note them as registered
    # and `standpunt serve` would then never register them in the same home.
    "PREFECT_SERVER_REGISTER_BLOCKS_ON_START": "false",
    "PREFECT_SERVER_MEMOIZE_BLOCK_AUTO_REGISTRATION": "false",
    # No page, no automations and no event feed: only runs, task runs and artifacts are recorded.
    "PREFECT_SERVER_UI_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_TRIGGERS_ENABLED": "false",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_ENABLED": "false",
    # One transaction a second instead of one an event, and one last for all that is left when it stops:
    # with the defaults the last task run was now and then never recorded. Whole seconds only.
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "1000",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_FLUSH_INTERVAL": "1",
}
"""Settings of a server that lives as long as one build; they reach the child process only."""

OF_ANOTHER_SERVER: Mapping[str, None] = MappingProxyType(
    dict.fromkeys(("PREFECT_SERVER_API_AUTH_STRING", "PREFECT_API_AUTH_STRING", "PREFECT_API_KEY"))
)
"""Secrets of another server: one of our own, for one build, neither asks for them nor gets them."""

LASTING_SERVER = {
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "NOTSET",
    "PREFECT_LOGGING_TO_API_ENABLED": "true",
}
"""Settings of the server and the worker of `standpunt serve`: logs in files and on the server's pages."""


def settings_for(root: Path, *, own_server: bool) -> dict[str, str]:
    """The settings of a process that runs our flows.

    Args:
        root: The content root; `PREFECT_HOME` becomes its `.prefect` folder.
        own_server: Whether this process starts a server of its own, rather than using one that runs.

    Returns:
        Environment variables by name.
    """
    home = {"PREFECT_HOME": str(root.absolute() / HOME)}
    return home | _QUIET | (_WITHOUT_SERVER if own_server else {})


def apply_settings(root: Path, *, own_server: bool | None = None) -> None:
    """Set, in this process, every setting that the user has not set; call it before prefect is imported.

    Args:
        root: The content root.
        own_server: As in `settings_for`; whether `PREFECT_API_URL` is absent if None.
    """
    own = "PREFECT_API_URL" not in os.environ if own_server is None else own_server
    for name, value in settings_for(root, own_server=own).items():
        os.environ.setdefault(name, value)
