"""What the requests of all flows have in common."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

OUTPUTS = "outputs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What somebody asked to have made; empty selections mean everything.

    Attributes:
        FORMATS: Endings of what is made where nothing is chosen, in one fixed order.
        EXTRA: What is made only where it is asked for: the endings of its files by its name.
        root: The content root.
        provinces: Slugs.
        formats: Some of `FORMATS` and names of `EXTRA`.
        force: Whether to make what is up to date as well.
        out: The output folder; `OUTPUTS` below the root where it is None.
    """

    FORMATS: ClassVar[tuple[str, ...]]
    EXTRA: ClassVar[Mapping[str, tuple[str, ...]]] = MappingProxyType({})

    root: str
    provinces: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    force: bool = False
    out: str | None = None

    @property
    def output_folder(self) -> Path:
        """The folder of all outputs."""
        return Path(self.out) if self.out is not None else Path(self.root) / OUTPUTS

    @property
    def chosen_formats(self) -> tuple[str, ...]:
        """Endings of the files to make, in one fixed order."""
        ordinary = (name for name in self.FORMATS if not self.formats or name in self.formats)
        extra = (ending for name, endings in self.EXTRA.items() if name in self.formats for ending in endings)
        return (*ordinary, *extra)

    @property
    def parameters(self) -> dict[str, Any]:
        """The request as the parameters of its flow."""
        return parameters_of(self)


def parameters_of(request: "DataclassInstance") -> dict[str, Any]:
    """A request as the parameters of its flow: lists, and None for a selection of everything."""
    told = asdict(request).items()
    return {name: list(value) or None if isinstance(value, tuple) else value for name, value in told}
