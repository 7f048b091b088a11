"""A change report that belongs to no format yet: its text as a tree with components, and its data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flows.documents.document import Chart
from flows.documents.elements import Tree

COMPONENTS = (
    "report-cover",  # title, subtitle, organisation, the two names
    "summary",  # counts
    "decisions",  # what needs a decision, first; holds `decision`s
    "variables",  # one changed value that explains many units
    "matrix",  # themes by provinces; a table whose cells are `state` spans
    "effects",  # what the changes mean for each override of each province
    "redline",  # the whole text with its changes; holds `change`s
)
"""The boxes of a report. Every writer draws each of them."""

NATIONAL = "national"
"""The subject of the report about the national text, where every other is a province."""
COMPARE, FILE = "compare", "report"
"""The folder of change reports in the output folder, and the name of the files of each of them."""

ADDED, REMOVED = "added", "removed"
"""Class of a ``Span`` (words), ``Div`` (a paragraph, or the blocks of a list item) or table row that stands
in the new text alone, or in the old text alone."""


def report_folder(pair: str, subject: str, language: str) -> str:
    """Where the files of a report belong under the output folder: ``compare/2023-2027/zeeland/nl``."""
    return f"{COMPARE}/{pair}/{subject}/{language}"


@dataclass(frozen=True, slots=True)
class Report:
    """A change report in one language, for every format.

    In `blocks`, each row of the redline is a ``Div`` of the class ``change`` with an anchor (``nieuw-<id>``,
    or ``oud-<id>`` for a place in the old text alone) and the attributes ``op``, ``kind``, ``flags`` (apart
    by a space), ``side`` (``both``, ``old``, ``new``), ``digest``, ``block`` (its id) and, for headings,
    ``level``. It holds, in this order, boxes (``Div``) of the classes

    * ``head``: what a reader is told about the change, not part of the text (labels, links, ruling); a Word
      file shows it as a comment;
    * ``text``: the text itself, with `ADDED` and `REMOVED`; resolved to one side, it is that side's text and
      nothing else. Parts that the brochure styles (``source``, ``speaker``, ``figure-title``, ``data``, …)
      are boxes in it; the heading of a chapter or theme is a ``Header`` of its level and one;
    * ``inline``, only for a unit that was moved and edited: its text with the changes word by word, which
      replaces ``text`` where a format need not resolve;
    * ``fields``: a table of structured values that differ; not part of the text.

    The other components hold a ``Header`` of level 1 and then ordinary blocks (paragraphs, lists, tables,
    links), ``Header``s of level 2, and boxes of the classes ``decision``, ``note`` and ``legend``. In tables
    a ``Span`` of the class ``state`` with the attribute ``name`` is one state of the matrix.

    Attributes:
        name: Name of its files: ``report``.
        folder: Its `report_folder`.
        language: Code of the language of its text.
        locale: Locale of that language.
        speaks: Language of its own words: ``nl`` or ``en``.
        title: What it is.
        subtitle: What it compares, for whom.
        organisation: Who publishes it.
        blocks: Pandoc's blocks.
        data: The change model, as the published schema says.
        charts: None; a report shows the numbers of a figure as a table.
    """

    name: str
    folder: str
    language: str
    locale: str
    speaks: str
    title: str
    subtitle: str
    organisation: str
    blocks: Tree
    data: Mapping[str, Any]
    charts: tuple[Chart, ...] = ()
