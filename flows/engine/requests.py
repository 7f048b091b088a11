"""What the requests of all flows have in common."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

OUTPUTS = "outputs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What somebody asked to have made; empty selections mean everything.

    Attributes:
        FORMATS: What there is to choose from, in one fixed order.
        root: The content root.
        provinces: Slugs.
        formats: Some of `FORMATS`.
        force: Whether to make what is up to date as well.
        out: The output folder; `OUTPUTS` below the root where it is None.
    """

    FORMATS: ClassVar[tuple[str, ...]]

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
        """The formats to make, in one fixed order."""
        return tuple(name for name in self.FORMATS if not self.formats or name in self.formats)

    @property
    def parameters(self) -> dict[str, Any]:
        """The request as the parameters of its flow."""
        return parameters_of(self)


def parameters_of(request: "DataclassInstance") -> dict[str, Any]:
    """A request as the parameters of its flow: lists, and None for a selection of everything."""
    told = asdict(request).items()
    return {name: list(value) or None if isinstance(value, tuple) else value for name, value in told}
