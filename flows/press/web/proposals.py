"""What a Word file asks for as a web page: each proposal with its changed words, to read first."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from flows.changes.words import Mark, word_changes
from flows.documents.brand import Brand
from flows.press.web.stylesheet import stylesheet

_TEMPLATES = Path(__file__).parent / "templates"
_TAGS = {Mark.ADDED: "ins", Mark.REMOVED: "del"}


@dataclass(frozen=True, slots=True)
class Item:
    """One proposal or remark.

    Attributes:
        name: What it is chosen by.
        about: What it would do.
        state: How sure it is.
        why: Why it is asked for.
        old: The text of now.
        new: The text that is asked for.
    """

    name: str
    about: str
    state: str
    why: str
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """A page: its title, what is said of the file, the items, and what is said below them."""

    language: str
    title: str
    said: tuple[str, ...]
    items: tuple[Item, ...]
    below: tuple[str, ...] = ()
    words: tuple[str, str] = ("erbij", "weg")


def proposal_page(page: ProposalPage, brand: Brand) -> str:
    """The page, complete in itself: no script, nothing from elsewhere."""
    rules = (_TEMPLATES / "proposals.css").read_text(encoding="utf-8")
    added, removed = page.words
    return Template((_TEMPLATES / "proposals.html").read_text(encoding="utf-8")).substitute(
        language=escape(page.language),
        title=escape(page.title),
        style=stylesheet(brand, rules).strip(),
        added=escape(added),
        removed=escape(removed),
        said="\n".join(f"<p>{escape(line)}</p>" for line in page.said),
        items="\n".join(map(_item, page.items)),
        below="\n".join(f"<p>{escape(line)}</p>" for line in page.below),
    )


def _item(item: Item) -> str:
    text = "".join(_lines(item))
    shown = f'<div class="text">{text}</div>' if text else ""
    return (
        f"<section><h2>{escape(item.name)}</h2>"
        f'<p class="about">{escape(item.about)} <span class="state">{escape(item.state)}</span></p>'
        f'<p class="why">{escape(item.why)}</p>{shown}</section>'
    )


def _lines(item: Item) -> Iterator[str]:
    """The old text with what came and went in it."""
    for piece in word_changes(item.old, item.new):
        words = escape(piece.text).replace("\n", "<br>\n")
        tag = _TAGS.get(piece.mark, "")
        yield f"<{tag}>{words}</{tag}>" if tag else words
