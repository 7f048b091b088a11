"""The text of a Word file as paragraphs of runs, whatever wraps them: fields, controls, links, revisions."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from flows.returns.returned import LeftOut, Paragraph, Revision, Run, Tracked
from flows.sources.word.fields import Fields
from flows.sources.word.styles import FIELD_NAME, GIVEN, LABELS, VAL, Styles, W, is_on

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
PASSAGE, VALUE = re.compile(r"blok_\d{3,6}"), re.compile(r"gegeven_\d{3,6}")
_LABEL = re.compile(r"\u25b8 ")
_WRAPS = ("sdt", "sdtContent", "smartTag", "customXml", "fldSimple", "dir", "bdo")
_INSIDE = frozenset(f"{W}{name}" for name in _WRAPS)
_HALVES = 0xD800
"""From here on, half a character."""
_TRACKED = {
    f"{W}ins": Tracked.INSERTED,
    f"{W}moveTo": Tracked.INSERTED,
    f"{W}del": Tracked.DELETED,
    f"{W}moveFrom": Tracked.DELETED,
}
_SIGNS = {
    f"{W}tab": " ",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "",
    f"{W}ptab": " ",
}
_OBJECTS = {f"{W}drawing": "picture", f"{W}pict": "picture", f"{W}object": "object"}
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "footnote"}
_DIRECT = {"color": "colour", "sz": "size", "highlight": "colour", "strike": "strike", "rFonts": "font"}


@dataclass(frozen=True, slots=True)
class Around:
    """What holds for a run: the link and the tracked change that it stands in."""

    link: str = ""
    revision: Revision | None = None


@dataclass
class Body:
    """Reads the paragraphs of a text, and keeps what is open: bookmarks, comments and fields.

    Attributes:
        styles: What styles and lists mean.
        links: The address of each relation.
        notes: The words of each footnote, by its id.
    """

    styles: Styles
    links: Mapping[str, str]
    notes: Mapping[str, str]
    paragraphs: list[Paragraph] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    _names: dict[str, str] = field(default_factory=dict)
    _bookmarks: dict[str, None] = field(default_factory=dict)
    _comments: dict[str, None] = field(default_factory=dict)
    _fields: Fields = field(default_factory=Fields)
    _touched: dict[str, None] = field(default_factory=dict)
    _runs: list[Run] = field(default_factory=list)
    _style: str = ""

    def read(self, container: etree._Element) -> None:
        """Read the paragraphs of a text or of something in it."""
        for child in container:
            if child.tag == f"{W}p":
                self._paragraph(child)
            elif child.tag in _INSIDE or child.tag in _TRACKED:
                self.read(child)
            elif child.tag == f"{W}tbl":
                self._leave("table", _words(child))
            else:
                self._mark(child)

    def _paragraph(self, element: etree._Element) -> None:
        properties = element.find(f"{W}pPr")
        style = _styled(properties, "pStyle")
        self._runs, self._style = [], style
        self._touched = dict.fromkeys(name for name in self._bookmarks if PASSAGE.fullmatch(name))
        self._content(element, Around())
        level, ordered = self.styles.listed(properties, style)
        runs = tuple(self._runs)
        if self.styles.name(style) in LABELS or _LABEL.match("".join(run.text for run in runs)):
            runs = tuple(_as_label(run) for run in runs)
        self.paragraphs.append(
            Paragraph(
                runs,
                self.styles.name(style),
                tuple(self._touched),
                self.styles.heading(style),
                level,
                ordered,
                _mark_revision(properties),
                len(self.paragraphs) + 1,
            )
        )

    def _content(self, container: etree._Element, around: Around) -> None:
        for child in container:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child, around)
            elif tag == f"{W}hyperlink":
                self._content(child, Around(self._link(child), around.revision))
            elif tag in _TRACKED:
                self._content(child, Around(around.link, _revision(child, _TRACKED[tag])))
            elif tag in _INSIDE:
                self._content(child, around)
            elif tag != f"{W}pPr":
                self._mark(child)

    def _link(self, element: etree._Element) -> str:
        anchor = element.get(f"{W}anchor")
        address = self.links.get(element.get(RELATION) or "", "")
        return address + (f"#{anchor}" if anchor else "")

    def _mark(self, element: etree._Element) -> None:
        """What is open from here on: a bookmark, or the words that a comment is about."""
        name = str(element.tag).rpartition("}")[2]
        identifier = element.get(f"{W}id") or ""
        if name == "bookmarkStart":
            self._open(identifier, element.get(f"{W}name") or "")
        elif name == "bookmarkEnd":
            self._bookmarks.pop(self._names.get(identifier, ""), None)
        elif name == "commentRangeStart":
            self._comments[identifier] = None
        elif name == "commentRangeEnd":
            self._comments.pop(identifier, None)

    def _open(self, identifier: str, name: str) -> None:
        """Open a bookmark; LibreOffice opens an empty one twice and closes it once, so its name counts."""
        self._names[identifier] = name
        if PASSAGE.fullmatch(name):  # passages never overlap: one whose end was lost ends here
            for other in [each for each in self._bookmarks if PASSAGE.fullmatch(each)]:
                del self._bookmarks[other]
            self._touched[name] = None
        self._bookmarks[name] = None

    def _run(self, element: etree._Element, around: Around) -> None:
        properties = element.find(f"{W}rPr")
        text = "".join(self._signs(element))
        if not text or self._fields.is_hidden:
            return
        style = self.styles.name(_styled(properties, "rStyle"))
        opened = list(self._bookmarks)
        given = next((name for name in opened if VALUE.fullmatch(name)), "")
        self._direct(properties, text)
        self._runs.append(
            Run(
                text,
                self._is("b", properties),
                self._is("i", properties),
                _height(properties) == "superscript",
                _height(properties) == "subscript",
                around.link or self._fields.link,
                given or ("?" if style == GIVEN else ""),
                tuple(name for name in opened if PASSAGE.fullmatch(name)),
                around.revision,
                tuple(self._comments),
                style == FIELD_NAME,
            )
        )

    def _signs(self, run: etree._Element) -> Iterator[str]:
        """The characters of a run; what is no character is left out and told."""
        for child in run:
            tag = child.tag
            if tag in (f"{W}t", f"{W}delText"):
                yield child.text or ""
            elif tag in _SIGNS:
                yield _SIGNS[tag]
            elif tag == f"{W}sym":
                yield _symbol(child)
            elif tag == f"{W}fldChar":
                self._fields.turn(child.get(f"{W}fldCharType") or "")
            elif tag == f"{W}instrText":
                self._fields.instruct(child.text or "")
            elif tag == f"{W}commentReference":
                self._runs.append(Run("", comments=(child.get(f"{W}id") or "",)))
            elif tag in _NOTES:
                self._leave("footnote", self.notes.get(child.get(f"{W}id") or "", ""))
            elif tag in _OBJECTS or str(tag).endswith("}AlternateContent"):
                boxed = _words(child)
                self._leave("text-box" if boxed else _OBJECTS.get(tag, "picture"), boxed)

    def _is(self, name: str, properties: etree._Element | None) -> bool:
        """Whether a run is bold (``b``) or italic (``i``) beyond what its paragraph is by its style."""
        by_style = self.styles.is_bold if name == "b" else self.styles.is_italic
        own = is_on(properties.find(f"{W}{name}")) if properties is not None else None
        if own is None:
            own = by_style(_styled(properties, "rStyle"))
        return own and not by_style(self._style)

    def _direct(self, properties: etree._Element | None, text: str) -> None:
        """Tell what a run looks like that no text of ours can say."""
        if properties is None or not text.strip():
            return
        for name, what in _DIRECT.items():
            found = properties.find(f"{W}{name}")
            if found is not None and (found.get(VAL) or "1").lower() not in ("auto", "0", "none"):
                self._leave(what, text)
        if properties.find(f"{W}u") is not None and properties.find(f"{W}rStyle") is None:
            self._leave("underline", text)

    def _leave(self, what: str, text: str) -> None:
        self.left_out.append(LeftOut(what, len(self.paragraphs) + 1, text))


def _styled(properties: etree._Element | None, name: str) -> str:
    found = properties.find(f"{W}{name}") if properties is not None else None
    return (found.get(VAL) or "") if found is not None else ""


def _as_label(run: Run) -> Run:
    return Run(run.text, bookmarks=run.bookmarks, revision=run.revision, comments=run.comments, is_label=True)


def _height(properties: etree._Element | None) -> str:
    return _styled(properties, "vertAlign")


def _symbol(element: etree._Element) -> str:
    code = element.get(f"{W}char") or ""
    return chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{2,4}", code) and int(code, 16) < _HALVES else ""


def _revision(element: etree._Element, tracked: Tracked) -> Revision:
    return Revision(tracked, element.get(f"{W}author") or "", element.get(f"{W}date") or "")


def _mark_revision(properties: etree._Element | None) -> Revision | None:
    looks = properties.find(f"{W}rPr") if properties is not None else None
    for child in looks if looks is not None else ():
        if child.tag in _TRACKED:
            return _revision(child, _TRACKED[child.tag])
    return None


def _words(element: etree._Element) -> str:
    """The words inside something, each paragraph on a line; those of a fallback stand there twice."""
    paragraphs = [each for each in element.iter(f"{W}p") if not _is_fallback(each)]
    lines = ("".join(each.text or "" for each in paragraph.iter(f"{W}t")) for paragraph in paragraphs)
    return "\n".join(line for line in lines if line.strip())


def _is_fallback(paragraph: etree._Element) -> bool:
    return any(str(above.tag).endswith("}Fallback") for above in paragraph.iterancestors())
