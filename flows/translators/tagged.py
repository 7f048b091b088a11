"""Masks as tags, for services that read XML or HTML and keep a pair of tags around the right words."""

import re
from html import escape, unescape

from flows.translation.masking import Mask, Masked, Side

LEFT_ALONE = "code"
"""The tag whose content no service translates: HTML says so, and DeepL is told."""

_TAG = re.compile(
    rf'<{LEFT_ALONE}\s[^>]*?id="(?P<alone>\d+)"[^>]*>.*?</{LEFT_ALONE}\s*>'
    r'|<b\s[^>]*?id="(?P<opening>\d+)"[^>]*>|(?P<closing></b\s*>)|(?P<other></?[a-z][^>]*>)',
    re.DOTALL | re.IGNORECASE,
)


def tagged(text: Masked) -> str:
    """A text with a tag for every mask and a pair of tags for every pair."""
    return "".join(escape(each, quote=False) if isinstance(each, str) else _tag(each) for each in text.pieces)


def untagged(answer: str) -> str:
    """An answer with masks for tags; a tag of the service's own becomes a mask that nobody knows."""
    opened: list[str] = []
    found, end = [], 0
    for match in _TAG.finditer(answer):
        found += [unescape(answer[end : match.start()]), _shown(match, opened)]
        end = match.end()
    return "".join([*found, unescape(answer[end:])])


def _tag(mask: Mask) -> str:
    if mask.side is Side.CLOSING:
        return "</b>"
    if mask.side is Side.OPENING:
        return f'<b id="{mask.number}">'
    return f'<{LEFT_ALONE} id="{mask.number}">{mask.number}</{LEFT_ALONE}>'


def _shown(match: re.Match[str], opened: list[str]) -> str:
    if match["alone"]:
        return f"⟦{match['alone']}⟧"
    if match["opening"]:
        opened.append(match["opening"])
        return f"⟦{match['opening']}⟧"
    return f"⟦/{opened.pop()}⟧" if match["closing"] and opened else "⟦⟧"
