"""The last step of a change report in Word: revisions, comments, and the proof that both texts are in it."""

from collections.abc import Mapping
from itertools import zip_longest

from lxml import etree

from flows.documents.change_report.report import Report
from flows.press.failures import redline_wrong
from flows.press.word.fonts import set_fonts
from flows.press.word.header_footer import set_frame
from flows.press.word.properties import Properties
from flows.press.word.reference import WORD
from flows.press.word.report.comments import Author, comments_part, number_of_comments
from flows.press.word.report.proof import paragraphs
from flows.press.word.report.resolving import Side, resolved
from flows.press.word.report.tracking import track
from flows.press.word.rewriting import Parts, rewritten


def finished_report(data: bytes, report: Report, faces: Mapping[str, bytes], timestamp: int) -> bytes:
    """A report as Pandoc wrote it, with its revisions and comments; its bytes depend on nothing else.

    Args:
        data: The file.
        report: What it holds.
        faces: The faces of its font that go along.
        timestamp: Seconds since 1970 that it states as its date, and that of every revision and comment.

    Raises:
        PressError: With all changes accepted or rejected it would not say what the report says (SP807).
    """

    def change(parts: Parts, body: etree._Element) -> None:
        set_fonts(parts, faces)
        author = Author(report.organisation or "Standpunt", timestamp)
        parts["word/comments.xml"] = comments_part(report, author)
        track(body, author, first=number_of_comments(report))
        _prove(body, report)
        set_frame(parts, body, report.organisation, report.subtitle, report.title)
        etree.SubElement(body[-1], f"{{{WORD}}}titlePg")  # the first page says all that itself

    about = Properties(report.title, report.subtitle, report.organisation, report.locale, timestamp)
    return rewritten(data, about, change)


def _prove(body: etree._Element, report: Report) -> None:
    """Refuse a file that does not give both texts back, to the letter."""
    sides: tuple[tuple[Side, str], ...] = (("new", "accept"), ("old", "reject"))
    for side, kind in sides:
        wanted = paragraphs(report.blocks, side)
        for found, right in zip_longest(resolved(body, side), wanted, fillvalue=""):
            if found != right:
                raise redline_wrong(report.folder, kind, found, right)
