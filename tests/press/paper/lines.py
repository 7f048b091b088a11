"""The lines of a PDF as poppler finds them: where they stand, and what they say."""

import re
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

HEAD, FOOT = 60.0, 790.0
"""Between these heights, in points from the top, stands the text of a page; outside of them what runs along."""
TOP, BOTTOM = 70.9, 785.2
"""Where the text of a full page begins and ends."""

_PAGE = re.compile(r"<page .*?</page>", re.DOTALL)
_LINE = re.compile(
    r'<line xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</line>', re.DOTALL
)
_WORD = re.compile(r"<word[^>]*>(.*?)</word>")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its page from 1, its edges in points from the left and the top, and its text."""

    page: int
    left: float
    top: float
    right: float
    foot: float
    text: str


def lines_of(file: Path) -> list[Line]:
    """Every line of a PDF but those of its cover and those that run along on each page, in reading order."""
    command = ["pdftotext", "-bbox-layout", str(file), "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
    found = []
    for page, body in enumerate(_PAGE.findall(told), 1):
        for left, top, right, foot, words in _LINE.findall(body):
            text = unescape(" ".join(_WORD.findall(words)))
            if page > 1 and float(foot) > HEAD and float(top) < FOOT:
                found.append(Line(page, float(left), float(top), float(right), float(foot), text))
    return found
