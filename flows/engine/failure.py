"""What went wrong with the machinery, as opposed to the content."""


class EngineFailed(Exception):  # noqa: N818 - it is told as what happened
    """Prefect, its server, its worker or Dask could not do the work.

    Attributes:
        reason: One line for the user; never a stack trace.
        log: Path of the log that says more, or None.
    """

    def __init__(self, reason: str, log: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.log = log
