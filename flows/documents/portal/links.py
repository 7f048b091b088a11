"""The links of a portal: to the files that are there, with their sizes."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import quote

from flows.documents.portal.outline import Outline
from flows.translation.languages import Language

FORMATS = ("pdf", "docx", "html")
"""The formats that a portal links to, in its order."""
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Link:
    """One file.

    Attributes:
        format: Its ending.
        address: Relative to the portal; empty where there is no such file.
        size: As the page's language writes it: ``1,2 MB``.
        outdated: True where the file is known to be of earlier texts.
    """

    format: str
    address: str = ""
    size: str = ""
    outdated: bool = False


def link_to(outline: Outline, path: str, found: Mapping[str, int]) -> Link:
    """A link from the folder of the edition to a file in the output folder, empty where there is none."""
    written_in = path.rpartition(".")[2]
    if path not in found:
        return Link(written_in)
    start = f"{outline.edition}/"
    address = path.removeprefix(start) if path.startswith(start) else f"../{path}"
    return Link(written_in, quote(address), size_of(found[path], outline.language))


def size_of(size: int, language: Language) -> str:
    """A number of bytes for people: ``412 kB``, ``1,2 MB``."""
    kilobytes = max(1, round(size / _THOUSAND))
    if kilobytes < _THOUSAND:
        return f"{language.number(Decimal(kilobytes))} kB"
    return f"{language.number(Decimal(round(kilobytes / 100)) / 10)} MB"


def in_its_own_words(outline: Outline, code: str) -> str:
    """The name of a language; its code where its file cannot be read."""
    language = outline.languages.get(code)
    return language.labels.get("language_name", code) if language is not None else code
