"""A document that belongs to no format yet: words, components and charts, for every writer alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from flows.documents.about import About
from flows.documents.elements import Tree

COMPONENTS = (
    "cover",
    "contents",
    "intro",
    "chapter",
    "colophon",
    "theme",
    "prose",
    "asks",
    "ask",
    "facts",
    "fact",
    "figure",
    "quote",
    "contact",
)
"""The boxes a document is made of. Every writer draws each of them; one that lacks one is at fault."""

PARTS = (
    "organisation",
    "subtitle",
    "title",
    "province",
    "election",
    "edition",
    "draft",
    "box-title",
    "figure-title",
    "chart",
    "photo",
    "credit",
    "data",
    "source",
    "speaker",
    "marked",
    "translation-note",
)
"""The named pieces inside the components."""

CHART = "chart:"
"""What the target of an image starts with when a figure's data takes the place of a file."""


CARDS = "cards/"
"""The folder of the pictures of a document, in the folder of the document."""
COVER_CARD = f"{CARDS}_cover.png"
"""The picture of the cover; no id of an ask begins as its name does."""


@dataclass(frozen=True, slots=True)
class Row:
    """One value of a chart.

    Attributes:
        label: What it is the value of.
        value: The exact decimal number, with a point.
        shown: The number as a reader of the language sees it, in figure, table and chart alike.
    """

    label: str
    value: str
    shown: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The data of a figure; `flows.documents.charts` draws it in the colours of a brand.

    Attributes:
        id: Id of the figure, which its place in the document repeats.
        kind: ``bar``, ``stacked-bar``, ``donut`` or ``line``.
        title: Heading of the figure.
        alt: What a reader who does not see the chart is told.
        rows: The values, in the order in which they are written.
        tone: Number of the chapter's colours, from 1.
    """

    id: str
    kind: str
    title: str
    alt: str
    rows: tuple[Row, ...]
    tone: int


def document_name(province: str, edition: str, language: str) -> str:
    """The name of a document's files: ``zeeland-2023-nl``."""
    return f"{province}-{edition}-{language}"


def document_path(edition: str, province: str, language: str, written_in: str) -> str:
    """Where a file of a province belongs in the output folder."""
    return f"{edition}/{province}/{language}/{document_name(province, edition, language)}.{written_in}"


@dataclass(frozen=True, slots=True)
class Version:
    """The same document in another language, as far as this one speaks of it.

    Attributes:
        language: Code of the language.
        spoken: The name of the language, in its own words.
        locale: Its locale: ``en_GB``.
        file: Its web page from the output folder: ``2023/zeeland/en/zeeland-2023-en.html``.
    """

    language: str
    spoken: str
    locale: str
    file: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document in one language, for every format.

    Attributes:
        name: Name of its files: ``zeeland-2023-nl``.
        folder: Where its files belong under the output folder: ``2023/zeeland/nl``.
        language: Code of the language: ``nl``.
        locale: Locale of that language: ``nl_NL``.
        title: Title on the cover.
        subtitle: The line above it.
        organisation: Who publishes it.
        province: Name of the province, in the language.
        edition: Name of the edition.
        election: The election it is written for, with its date.
        dated: The day on which its text was fixed, as its readers write it; nothing where nobody said.
        draft: True until the edition is adopted; every format then says so.
        labels: The fixed words that writers need outside of the text.
        blocks: Pandoc's blocks, with a ``Div`` for each of `COMPONENTS` and `PARTS`.
        charts: The data of its figures.
        cover_languages: Language of each line of the cover that is not in that of the document, by its name.
        has_cards: True where pictures to share are made beside it.
        others: The other languages that the same document is published in.
        source_locale: Locale of such texts; empty where there can be none.
        about: What programs want to know of it.
    """

    name: str
    folder: str
    language: str
    locale: str
    title: str
    subtitle: str
    organisation: str
    province: str
    edition: str
    election: str
    dated: str
    draft: bool
    labels: Mapping[str, str]
    blocks: Tree
    charts: tuple[Chart, ...] = ()
    cover_languages: Mapping[str, str] = field(default_factory=dict)
    source_locale: str = ""
    others: tuple[Version, ...] = ()
    has_cards: bool = False
    about: About = field(default_factory=About)

    @property
    def full_title(self) -> str:
        """What tells it from every other: title, province, edition and, of a draft, that it is one."""
        mark = self.labels["draft"] if self.draft else ""
        return " · ".join(filter(None, (f"{self.title} – {self.province}", self.edition, mark)))

    def chart(self, anchor: str) -> Chart:
        """The chart with an id.

        Raises:
            KeyError: No figure of the document has it.
        """
        for chart in self.charts:
            if chart.id == anchor:
                return chart
        raise KeyError(anchor)
