"""Does a drawing only draw? Nothing that runs, loads, moves or repeats itself without end."""

import base64
import binascii
from collections.abc import Collection, Iterator, Mapping, Sequence

from flows.positions import limits
from flows.sources.pictures import styles, vocabulary
from flows.sources.pictures.drawings import Flaw, Node, NotADrawingError, too_much
from flows.sources.pictures.pixels import kind_of, size_of

_LONGEST_NAME = 60
_MOST_FLAWS = 5
_LAYER = 50
"""Elements that take about as long as a layer of its own."""
_PIXELS_OF_AN_ELEMENT = 10_000
"""Pixels inside a drawing that take about as long as an element."""


def flaws_of(nodes: Sequence[Node], families: Collection[str]) -> list[Flaw]:
    """What does not belong in a picture, each thing once, and no more than anybody reads.

    Args:
        nodes: Its elements, the root first.
        families: The fonts that its texts may be set in.

    Returns:
        SP714 (``line``, ``name``, ``construct``) and SP715 (``construct``, ``most``); SP710 where the root is
        no drawing.
    """
    if nodes[0].name != f"{vocabulary.SVG} svg":
        return [("SP710", {"said": "SVG"})]
    drawing = _Drawing(nodes)
    found: dict[str, Flaw] = {}
    for flaw in drawing.refused(families):
        found.setdefault(str(flaw[1]["name"]), flaw)
        if len(found) == _MOST_FLAWS:
            break
    try:
        return list(found.values()) or drawing.weigh()
    except NotADrawingError as error:
        return [error.flaw]


class _Drawing:
    """A drawing with what its style sheets say of each element."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self.nodes = nodes
        self.ids: dict[str, int] = {}
        self.sheet = styles.Sheet()
        self.unclear: list[tuple[Node, str]] = []
        for number, node in enumerate(nodes):
            if "id" in node.attributes:
                self.ids.setdefault(node.attributes["id"], number)
            if node.name == f"{vocabulary.SVG} style":
                self.unclear += [(node, one) for one in self.sheet.add("".join(node.texts))]
        self._known: dict[int, tuple[int, int]] = {}
        self.styles = [self.sheet.of(local(node), node.attributes) for node in nodes]

    def refused(self, families: Collection[str]) -> Iterator[Flaw]:
        """SP714 for everything that is not allowed."""
        for node, selector in self.unclear:
            yield _flaw(node, selector)
        for number, node in enumerate(self.nodes):
            wrong = list(_element(node))
            yield from wrong
            if node.name.startswith(f"{vocabulary.SVG} ") and not wrong:
                yield from self._attributes(number, node)
                if local(node) in vocabulary.TEXTS and "".join(node.texts).strip():
                    yield from self._font(number, families)

    def _attributes(self, number: int, node: Node) -> Iterator[Flaw]:
        for name, value in node.attributes.items():
            if not _is_known(name):
                shown = name.rpartition(" ")[2]
                yield _flaw(node, shown, "picture-flat" if shown in styles.EFFECTS else "")
            elif name in ("href", f"{vocabulary.XLINK} href"):
                yield from _reference(node, value.strip())
            elif name == "style":
                yield from (_flaw(node, each) for each in styles.refused_in(value))
            elif "(" in value:
                yield from (_flaw(node, each) for each in styles.refused_calls(value))
        for name in styles.EFFECTS & self.styles[number].keys():
            yield _flaw(node, name, "picture-flat")

    def _font(self, number: int, families: Collection[str]) -> Iterator[Flaw]:
        node, at, family = self.nodes[number], number, ""
        while at >= 0 and not family:
            own = {**self.nodes[at].attributes, **self.styles[at]}
            family = styles.first_family(own.get("font-family", "") or own.get("font", ""))
            at = self.nodes[at].parent
        if family not in families:
            yield _flaw(node, f"<{local(node)}> {family[:_LONGEST_NAME]}".strip(), "picture-outlines")

    def weigh(self) -> list[Flaw]:
        """Follow every reference; nothing is wrong where that ends.

        Raises:
            NotADrawingError: SP715 where too much is drawn, or too deep; SP714 for a reference in a circle.
        """
        self._weight(0, ())
        return []

    def _weight(self, number: int, above: tuple[int, ...]) -> tuple[int, int]:
        """How many elements are drawn for one, and how many of them inside each other."""
        if number in self._known:
            return self._known[number]
        node = self.nodes[number]
        if number in above:
            name = f"#{node.attributes.get('id', local(node))}"
            raise NotADrawingError("SP714", {"line": node.line, "name": name})
        if len(above) > limits.DRAWING_DEPTH:
            raise too_much("nested-elements", limits.DRAWING_DEPTH)
        layer = _LAYER if vocabulary.LAYERS & {*node.attributes, *self.styles[number]} else 0
        total, depth = 1 + layer + _pixels(node) // _PIXELS_OF_AN_ELEMENT, 0
        parts = [(child, 1) for child in node.children] + self._references(number)
        for part, times in parts:
            weight, height = self._weight(part, (*above, number))
            total, depth = total + times * weight, max(depth, height + 1)
        if depth > limits.DRAWING_DEPTH:
            raise too_much("nested-elements", limits.DRAWING_DEPTH)
        if total > limits.DRAWN_ELEMENTS:
            raise too_much("drawn-elements", limits.DRAWN_ELEMENTS)
        self._known[number] = total, depth
        return total, depth

    def _references(self, number: int) -> list[tuple[int, int]]:
        """The elements that one refers to, and how often each of them is drawn for it."""
        node = self.nodes[number]
        told = {**node.attributes, **self.styles[number]}
        corners = 1 + max(len(told.get("d", "")), len(told.get("points", ""))) // 2
        found: list[tuple[str, int]] = []
        for name, value in told.items():
            if name in ("href", f"{vocabulary.XLINK} href"):
                found.append((value.strip()[1:], 1))
            elif "(" in value and name != "style":
                times = corners if name in vocabulary.MARKERS else 1
                found += [(target, times) for target in styles.references_in(value)]
        return [(self.ids[target], times) for target, times in found if target in self.ids]


def local(node: Node) -> str:
    """The name of an element without its namespace."""
    return node.name.rpartition(" ")[2]


def _element(node: Node) -> Iterator[Flaw]:
    space, _, name = node.name.rpartition(" ")
    if space.startswith(vocabulary.EDITORS):
        return
    if space != vocabulary.SVG or name not in vocabulary.ELEMENTS:
        yield _flaw(node, f"<{name[:_LONGEST_NAME]}>", "picture-flat" if _is_effect(name) else "")
    elif name == "style":
        yield from (_flaw(node, each) for each in styles.refused_in("".join(node.texts)))


def _is_effect(name: str) -> bool:
    return name in vocabulary.FLAT or name.startswith("fe")


def _is_known(name: str) -> bool:
    if " " in name:
        return name in vocabulary.SPACED or name.startswith(vocabulary.EDITORS)
    return name in vocabulary.ATTRIBUTES or name.startswith(vocabulary.OPEN)


def _reference(node: Node, target: str) -> Iterator[Flaw]:
    inside = target.startswith("#") or (local(node) == "image" and _embedded(target) is not None)
    if not inside:
        yield _flaw(node, target[:_LONGEST_NAME], "picture-inside")


def _embedded(target: str) -> tuple[int, int] | None:
    """The size of a picture that is written out in a drawing; None for anything else."""
    head, comma, body = target.partition(",")
    if not comma or head.lower() not in _DATA:
        return None
    try:
        content = base64.b64decode("".join(body.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    kind = kind_of(content)
    size = size_of(content, kind) if kind == _DATA[head.lower()] else None
    return size if size and 0 < size[0] * size[1] <= limits.PICTURE_PIXELS else None


_DATA: Mapping[str, str] = {
    "data:image/png;base64": "PNG",
    "data:image/jpeg;base64": "JPEG",
    "data:image/jpg;base64": "JPEG",
    "data:image/gif;base64": "GIF",
}


def _pixels(node: Node) -> int:
    if local(node) != "image":
        return 0
    targets = (node.attributes.get(name, "") for name in ("href", f"{vocabulary.XLINK} href"))
    return sum(size[0] * size[1] for target in targets if (size := _embedded(target.strip())))


def _flaw(node: Node, name: str, construct: str = "") -> Flaw:
    return "SP714", {"line": node.line, "name": name, "construct": construct}
