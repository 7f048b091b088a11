"""What a Word file says about itself: title, author, language and date."""

from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from lxml import etree

from flows.press.word.reference import WORD


@dataclass(frozen=True, slots=True)
class Properties:
    """The properties of a Word file.

    Attributes:
        title: Its title.
        subject: Its subtitle.
        creator: Who publishes it.
        locale: Locale of its text: ``nl_NL``.
        timestamp: Seconds since 1970 that it states as its date.
    """

    title: str
    subject: str
    creator: str
    locale: str
    timestamp: int

    @property
    def language(self) -> str:
        """The language of its text, as Word writes it: ``nl-NL``."""
        return self.locale.replace("_", "-")


def moment(timestamp: int) -> str:
    """Seconds since 1970 as Word writes a date and time: ``2031-03-19T00:00:00Z``."""
    return datetime.fromtimestamp(timestamp, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def set_properties(parts: dict[str, bytes], about: Properties) -> None:
    """Put the properties into the parts of a package, in place of Pandoc's."""
    parts["word/settings.xml"] = _in_language(parts["word/settings.xml"], about)
    parts["docProps/core.xml"] = _core(about).encode()
    parts["docProps/app.xml"] = _APP


def _in_language(settings: bytes, about: Properties) -> bytes:
    root = etree.fromstring(settings)
    for element in root.iter(f"{{{WORD}}}themeFontLang"):
        element.set(f"{{{WORD}}}val", about.language)
    return as_bytes(root)


def _core(about: Properties) -> str:
    date = moment(about.timestamp)
    spaces = {
        "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    declared = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in spaces.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties {declared}>'
        f"<dc:title>{escape(about.title)}</dc:title><dc:subject>{escape(about.subject)}</dc:subject>"
        f"<dc:creator>{escape(about.creator)}</dc:creator>"
        f"<dc:language>{about.language}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{date}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{date}</dcterms:modified></cp:coreProperties>'
    )


_APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties '
    b'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Standpunt</Application></Properties>"
)


def as_bytes(root: etree._Element) -> bytes:
    """A part of a package from its tree."""
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data
