"""The last step of a change report in Word: revisions, comments, and the proof that both texts are in it."""

from itertools import zip_longest

from lxml import etree

from flows.documents.report import Report
from flows.press.failures import redline_wrong
from flows.press.packages import package, parts_of
from flows.press.redline import track
from flows.press.redline_comments import Author, comments_part, number_of_comments
from flows.press.redline_texts import Texts
from flows.press.reference import WORD
from flows.press.revisions import Side, resolved
from flows.press.word import _TURN, name_pictures
from flows.press.word_boxes import set_tables
from flows.press.word_characters import set_character_styles
from flows.press.word_frame import set_frame
from flows.press.word_properties import Properties, as_bytes, set_properties

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def finished_report(data: bytes, report: Report, timestamp: int) -> bytes:
    """A report as Pandoc wrote it, with its revisions and comments; its bytes depend on nothing else.

    Args:
        data: The file.
        report: What it holds.
        timestamp: Seconds since 1970 that it states as its date, and that of every revision and comment.

    Raises:
        PressError: With all changes accepted or rejected it would not say what the report says (SP807).
    """
    with _TURN:
        return _finished(data, report, timestamp)


def _finished(data: bytes, report: Report, timestamp: int) -> bytes:
    about = Properties(report.title, report.subtitle, report.organisation, report.locale, timestamp)
    author = Author(report.organisation or "Standpunt", timestamp)
    parts = parts_of(data)
    root = etree.fromstring(parts["word/document.xml"], _PARSER)
    body = root[0]
    set_tables(body)
    set_character_styles(body)
    name_pictures(body)
    parts["word/comments.xml"] = comments_part(report, author)
    track(body, author, first=number_of_comments(report))
    _prove(body, report)
    set_frame(parts, body, report.organisation, report.subtitle, report.title)
    etree.SubElement(body[-1], f"{{{WORD}}}titlePg")  # the first page says all that itself
    parts["word/document.xml"] = as_bytes(root)
    set_properties(parts, about)
    return package(parts)


def _prove(body: etree._Element, report: Report) -> None:
    """Refuse a file that does not give both texts back, to the letter."""
    wanted = Texts(report.blocks)
    sides: tuple[tuple[Side, list[str], str], ...] = (
        ("new", wanted.new, "accept"),
        ("old", wanted.old, "reject"),
    )
    for side, expected, kind in sides:
        for found, right in zip_longest(resolved(body, side), expected, fillvalue=""):
            if found != right:
                raise redline_wrong(report.folder, kind, found, right)
