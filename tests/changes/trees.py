"""Small texts as Pandoc's blocks, and one side of a redlined one."""

from collections.abc import Iterator, Sequence
from typing import Any

from hypothesis import strategies as st

from flows.changes.redlined import Element

NONE: list[Any] = ["", [], []]
WORDS = ["een", "twee", "250", "1.250,5", "niet", "moet", "kan", ",", ".", "€", "Noord-Holland", "é"]


def words(text: str) -> list[Element]:
    found: list[Element] = []
    for word in text.split():
        found += [{"t": "Space"}, {"t": "Str", "c": word}]
    return found[1:]


def para(text: str) -> Element:
    return {"t": "Para", "c": words(text)}


def header(level: int, text: str) -> Element:
    return {"t": "Header", "c": [level, NONE, words(text)]}


def div(name: str, *blocks: Element) -> Element:
    return {"t": "Div", "c": [["", [name], []], list(blocks)]}


def bullets(*items: str) -> Element:
    return {"t": "BulletList", "c": [[{"t": "Plain", "c": words(item)}] for item in items]}


def link(text: str, target: str) -> Element:
    return {"t": "Link", "c": [NONE, words(text), [target, ""]]}


def image(alternative: str, target: str) -> Element:
    return {"t": "Image", "c": [NONE, words(alternative), [target, ""]]}


def variable(name: str, value: str) -> Element:
    return {"t": "Span", "c": [["", ["variable"], [["name", name]]], words(value)]}


def strong(text: str) -> Element:
    return {"t": "Strong", "c": words(text)}


def table(head: Sequence[str], *rows: Sequence[str]) -> Element:
    def row(cells: Sequence[str]) -> list[Any]:
        return [
            NONE,
            [[NONE, {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": words(cell)}]] for cell in cells],
        ]

    columns = [[{"t": "AlignLeft"}, {"t": "ColWidthDefault"}] for _ in head]
    return {"t": "Table", "c": [NONE, [None, []], columns, [NONE, [row(head)]], [[NONE, 0, [], [row(each) for each in rows]]], [NONE, []]]}  # fmt: skip


def resolved(node: Any, drop: str, unwrap: str) -> Any:
    """One side of a redlined tree: without what stands on the other side alone."""
    if isinstance(node, dict):
        return {**node, "c": resolved(node["c"], drop, unwrap)} if isinstance(node.get("c"), list) else node
    if not isinstance(node, list):
        return node
    found: list[Any] = []
    for part in node:
        names = _classes(part)
        if drop in names:
            continue
        inner = resolved(part, drop, unwrap)
        if unwrap not in names:
            found.append(inner)
        elif isinstance(part, dict):
            found += inner["c"][1]
        else:
            found.append([NONE, inner[1]])
    return found


def _classes(part: Any) -> list[str]:
    """The classes of a ``Div``, a ``Span`` or a table row."""
    if isinstance(part, dict):
        return list(part["c"][0][1]) if part["t"] in ("Div", "Span") else []
    is_row = isinstance(part, list) and len(part) == 2 and isinstance(part[0], list) and len(part[0]) == 3 and part[0][0] == "" and isinstance(part[0][1], list) and isinstance(part[1], list)  # fmt: skip
    return list(part[0][1]) if is_row else []


def inlines() -> st.SearchStrategy[list[Element]]:
    text = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
    single = st.one_of(
        st.sampled_from(WORDS).map(lambda word: {"t": "Str", "c": word}),
        st.sampled_from([{"t": "Space"}, {"t": "SoftBreak"}, {"t": "LineBreak"}]),
        st.builds(link, text, st.sampled_from(["https://a.nl", "https://b.nl"])),
        st.builds(variable, st.sampled_from(["hub", "naam"]), text),
        st.builds(image, text | st.just(""), st.just("a.png")),
    )
    around = st.sampled_from(["Emph", "Strong", "Superscript", "Subscript"])
    nested = st.recursive(
        st.lists(single, max_size=3),
        lambda inner: st.lists(
            single | st.builds(lambda kind, content: {"t": kind, "c": content}, around, inner)
            | st.builds(lambda content: {"t": "Link", "c": [NONE, content, ["https://a.nl", ""]]}, inner),
            max_size=4,
        ),
        max_leaves=3,
    )  # fmt: skip
    return st.tuples(text.map(words), nested, text.map(words)).map(lambda parts: [*parts[0], *parts[1], *parts[2]])  # fmt: skip


def blocks() -> st.SearchStrategy[list[Element]]:
    text = st.lists(st.sampled_from(WORDS), max_size=3).map(" ".join)
    leaf = st.one_of(
        inlines().map(lambda content: {"t": "Para", "c": content}),
        st.builds(header, st.integers(1, 3), text),
        st.integers(1, 2).flatmap(
            lambda width: st.lists(st.lists(text, min_size=width, max_size=width), min_size=1, max_size=3)
        ).map(lambda rows: table(*rows)),
    )  # fmt: skip
    ordered = st.sampled_from([1, 3]).map(lambda start: [start, {"t": "Decimal"}, {"t": "Period"}])
    return st.recursive(
        st.lists(leaf, max_size=3),
        lambda inner: st.lists(
            st.one_of(
                leaf,
                st.lists(inner, min_size=1, max_size=3).map(lambda items: {"t": "BulletList", "c": items}),
                st.builds(lambda start, items: {"t": "OrderedList", "c": [start, items]}, ordered, st.lists(inner, min_size=1, max_size=2)),
                inner.map(lambda content: {"t": "BlockQuote", "c": content}),
                st.builds(lambda name, content: div(name, *content), st.sampled_from(["speaker", "source", "data"]), inner),
            ),
            max_size=4,
        ),
        max_leaves=6,
    )  # fmt: skip


def edited(tree: list[Element]) -> st.SearchStrategy[list[Element]]:
    """A tree with some of its blocks dropped, doubled, put elsewhere or replaced."""

    @st.composite
    def draw_edited(draw: st.DrawFn) -> list[Element]:
        return list(_edits(tree, draw))

    return draw_edited()


def _edits(node: list[Any], draw: st.DrawFn) -> Iterator[Any]:
    for part in node:
        step = draw(st.sampled_from(["keep", "keep", "keep", "drop", "before"]))
        if step == "before":
            yield {"t": "Para", "c": draw(inlines())}
        if step == "drop":
            continue
        kind = part["t"]
        if kind == "BulletList":
            yield {"t": kind, "c": [list(_edits(item, draw)) for item in part["c"]]}
        elif kind == "BlockQuote":
            yield {"t": kind, "c": list(_edits(part["c"], draw))}
        elif kind == "Para" and draw(st.booleans()):
            yield {
                "t": kind,
                "c": [*part["c"], {"t": "Space"}, {"t": "Str", "c": draw(st.sampled_from(WORDS))}],
            }
        else:
            yield part
