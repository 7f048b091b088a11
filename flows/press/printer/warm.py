"""What a process that prints loads before it is asked for anything, while the parent still plans."""


def load_everything() -> None:
    """Import every format and the libraries behind them."""
