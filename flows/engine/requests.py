"""What the requests of all flows have in common."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

OUTPUTS = "outputs"


def output_folder(root: str, out: str | None) -> Path:
    """The folder that is asked for, or `OUTPUTS` in the content root."""
    return Path(out) if out is not None else Path(root) / OUTPUTS


def parameters_of(request: "DataclassInstance") -> dict[str, Any]:
    """A request as the parameters of its flow: lists, and None for a selection of everything."""
    told = asdict(request).items()
    return {name: list(value) or None if isinstance(value, tuple) else value for name, value in told}
