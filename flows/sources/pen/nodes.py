"""A YAML text as nodes that know their characters, and the way from an address to its node."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML

from flows.sources.pen.operations import Address, Step, Where


class NotThere(Exception):  # noqa: N818  an address without a value, not a failure
    """There is no value at an address."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value in its text.

    Attributes:
        node: Its node.
        key: The node of its key; None for an item of a list, and for the top of the file.
        parent: What it stands in; None for the top of the file.
        index: Its number in there, from 0.
    """

    node: Any
    key: Any = None
    parent: "Found | None" = None
    index: int = 0

    @property
    def start(self) -> int:
        """Characters before it, its key included."""
        return int((self.key or self.node).start_mark.index)

    @property
    def is_text(self) -> bool:
        """Whether it is one value, and no mapping or list."""
        return bool(self.node.id == "scalar")

    @property
    def is_flow(self) -> bool:
        """Whether it is a mapping or a list that is written between brackets or braces."""
        return not self.is_text and bool(self.node.flow_style)

    @property
    def in_flow(self) -> bool:
        """Whether something that it stands in is written between brackets or braces."""
        return self.parent is not None and (self.parent.is_flow or self.parent.in_flow)

    def children(self) -> Iterator["Found"]:
        """Its values, in the order of the text."""
        for index, each in enumerate(() if self.is_text else self.node.value):
            key, node = each if self.node.id == "mapping" else (None, each)
            yield Found(node, key, self, index)

    def child(self, step: Step) -> "Found | None":
        """The value one step further."""
        for each in self.children():
            if isinstance(step, Where):
                met = each.child(step.key) if each.node.id == "mapping" else None
                if met is not None and met.node.value == step.value:
                    return each
            elif (
                each.index == step
                if isinstance(step, int)
                else each.key is not None and each.key.value == step
            ):
                return each
        return None

    def written_end(self) -> int:
        """Characters up to the end of its last written character, whatever comes behind it."""
        last = self
        while (below := list(last.children())) and not last.is_flow:
            last = below[-1]
        end = int(last.node.end_mark.index)
        return max(end, int(last.key.end_mark.index) + 1) if last.key is not None else end


def top_of(text: str) -> Found | None:
    """The top of a text; None where it holds nothing."""
    node = YAML(typ="safe").compose(text)
    return Found(node) if node is not None else None


def find(top: Found, address: Address) -> Found:
    """The value at an address.

    Raises:
        NotThere: There is none.
    """
    found: Found | None = top
    for step in address:
        found = found.child(step) if found is not None else None
    if found is None:
        raise NotThere(address)
    return found
