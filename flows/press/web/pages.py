"""What both kinds of web page are made of: a main part, and elements changed by their kind."""

from collections.abc import Callable, Mapping

from flows.documents.elements import Element, Tree, raw, rebuilt

MAIN = "main-content"
"""The id that the skip link leads to."""


def main_part(blocks: Tree) -> Tree:
    """Blocks as the landmark that readers skip to."""
    return [raw("html", f'<main id="{MAIN}" tabindex="-1">'), *blocks, raw("html", "</main>")]


def changed(blocks: Tree, changes: Mapping[str, Callable[[Element], Tree]]) -> Tree:
    """The blocks with every element of some kinds changed, the inner before the outer."""

    def change(element: Element) -> Tree:
        own = changes.get(element["t"])
        return own(element) if own else [element]

    done: Tree = rebuilt(blocks, change)
    return done


def with_address(image: Element, addresses: Mapping[str, str]) -> Element:
    """An image by its ``data:`` address; as it is where its path has none, as that of a chart."""
    attributes, words, (target, title) = image["c"]
    return {"t": "Image", "c": [attributes, words, [addresses.get(target, target), title]]}
