"""What a reader finds in a finished file: its words in order, as each format's own readers extract them."""

import re
from html.parser import HTMLParser
from pathlib import Path

_BLOCKS = {"p", "li", "td", "th", "h1", "h2", "h3", "h4", "div", "section", "header", "nav", "title", "a"}
_SILENT = {"style", "svg", "title", "script", "summary"}
_HELPING = {"skip", "versions", "share"}
"""What helps a reader of the page to find the way, and is no text of the document."""


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        helps = dict(attributes).get("class") in _HELPING
        if tag in _SILENT or helps or tag in self._silent:
            self._silent.append(tag)
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            self._silent.remove(tag)
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(data)

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS - {"a"}:
            self.pieces.append("\n")


def html_text(file: Path) -> str:
    """The text of a page, without its drawings and what only helps to find the way."""
    page = _Page()
    page.feed(file.read_text(encoding="utf-8"))
    return "".join(page.pieces)


def docx_text(file: Path) -> str:
    """The text of a Word file's body."""
    import docx

    opened = docx.Document(str(file))
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    pieces: list[str] = []
    for element in opened.element.body.iter():
        if element.tag == f"{space}p":
            pieces.append("\n")
        elif element.tag == f"{space}t":
            pieces.append(element.text or "")
        elif element.tag == f"{space}noBreakHyphen":
            pieces.append("-")
        elif element.tag == f"{space}br":
            pieces.append("\n")
    return "".join(pieces)


def pdf_pages(file: Path) -> list[str]:
    """The text of each page of a PDF."""
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(str(file)).pages]


def letters(text: str) -> str:
    """A text without spaces, line ends and hyphens, which formats set as they need."""
    return re.sub(r"[\s\u00a0\u00ad\u2010\u2011\u2022-]", "", text)
