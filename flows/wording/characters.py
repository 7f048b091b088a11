"""The one table of characters that readers do not see, or do not tell apart.

Comparing, proving a redline, reading translation files and printing all ask it. Where Unicode has a category
for a kind, the category is the rule; only what people and programs put in by habit is listed.
"""

import re
import unicodedata
from enum import StrEnum
from types import MappingProxyType


class Kind(StrEnum):
    """What a character is to a reader."""

    PLAIN = "plain"
    INVISIBLE = "invisible"  # shows nothing: where a word may break, or where two characters join
    DIRECTION = "direction"  # turns the order of what stands behind it: a text may read otherwise than it is
    LIGATURE = "ligature"  # some letters in one character
    TYPOGRAPHIC = "typographic"  # another form of a quotation mark, dash, dot or space
    LINE_END = "line-end"  # ends a line to some programs
    CONTROL = "control"  # means something to a machine only
    PRIVATE = "private"  # means what one font says


_INVISIBLE = "\u00ad\u034f\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff" + "".join(
    map(
        chr,
        (
            *range(0x206A, 0x2070),
            *range(0xFE00, 0xFE10),  # ask for another form of the character before
            *range(0xFFF9, 0xFFFC),
            *range(0xE0000, 0xE0080),  # tags
            *range(0xE0100, 0xE01F0),
        ),
    )
)
_DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_LIGATURES = {"\u0132": "IJ", "\u0133": "ij"} | {
    chr(code): unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)
}
_CURLED, _DOUBLE = "‘’‚‛", "“”„‟«»"
_SINGLE = _CURLED + "`´"
QUOTES = _CURLED + _DOUBLE
"""Quotation marks that YAML takes for letters."""
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
"""Hyphens, dashes and the minus sign, besides the hyphen of a keyboard."""
BULLETS = "•·◦▪‣●"
"""What word processors put before an item of a list."""
SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Characters that look like the space of a keyboard, and are part of a word to YAML and Markdown."""
SPACE_LIKE = SPACES + "\u200b\u2060"
"""The same, with those of no width at all."""
SOFT_HYPHEN, NON_BREAKING_HYPHEN = "\u00ad", "\u2011"
LINE_ENDS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line to some programs, besides the line feed and the carriage return."""

_PLAIN_FORMS = MappingProxyType(
    {
        **dict.fromkeys(_INVISIBLE, ""),
        **_LIGATURES,
        **dict.fromkeys(_SINGLE, "'"),
        **dict.fromkeys(_DOUBLE, '"'),
        **dict.fromkeys(DASHES, "-"),
        "…": "...",
        **dict.fromkeys(SPACES + LINE_ENDS, " "),
    }
)
"""What a reader reads for each character with a plainer form. Directions have none: they change the text."""
_TIDIED = str.maketrans(
    {**dict.fromkeys(_INVISIBLE, ""), **_LIGATURES, **dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n")}
)
_WITHOUT = dict.fromkeys(map(ord, _INVISIBLE))
_AS_READ = str.maketrans(dict(_PLAIN_FORMS))

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML does not allow."""
OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal obeys instead of showing: controls, and changes of direction."""

TURNING = re.compile(f"[{_DIRECTION}]")
"""What turns the direction of a text."""

_NAMED = frozenset(
    "\x00\x07\x08\x0b\x0c\x1b\x1e\x1f\x7f\x85\xa0\xad\u2007\u2009\u200b\u202f\u2028\u2029\u2060\u3000\ufeff"
)
"""Characters that nobody sees and that have a name which a person may know."""
_KINDS = MappingProxyType(
    {
        **dict.fromkeys(_INVISIBLE, Kind.INVISIBLE),
        **dict.fromkeys(_DIRECTION, Kind.DIRECTION),
        **dict.fromkeys(_LIGATURES, Kind.LIGATURE),
        **dict.fromkeys(_SINGLE + _DOUBLE + DASHES + SPACES + "…", Kind.TYPOGRAPHIC),
        **dict.fromkeys(LINE_ENDS, Kind.LINE_END),
    }
)
_CATEGORIES = MappingProxyType(
    {"Cc": Kind.CONTROL, "Cs": Kind.CONTROL, "Cn": Kind.CONTROL, "Co": Kind.PRIVATE}
)


def kind_of(character: str) -> Kind:
    """What a character is to a reader."""
    if character in "\t\n\r":
        return Kind.PLAIN
    return _KINDS.get(character) or _CATEGORIES.get(unicodedata.category(character), Kind.PLAIN)


def code_point(character: str) -> str:
    """A character as Unicode's own tables list it, such as ``U+000B``."""
    return f"U+{ord(character):04X}"


def sign_term(character: str) -> str:
    """The term that names a character which nobody sees to a person."""
    if character in _NAMED:
        return f"sign-{ord(character):04X}"
    return "sign-space" if character in SPACE_LIKE else "sign-control"


def without_invisible(text: str) -> str:
    """A text without the characters that show nothing; all others stay as they are."""
    return text.translate(_WITHOUT)


def tidied(text: str) -> str:
    """A text as we keep it, so that what reads alike is alike everywhere, whichever program it comes from.

    Letters and accents are one character (NFC), ligatures are their letters, characters that show nothing are
    left out, and a line ends in one way. Quotation marks, dashes, spaces and directions stay as they are.
    """
    if text.isascii() and "\x0b" not in text and "\x0c" not in text:
        return text
    return unicodedata.normalize("NFC", text.translate(_TIDIED))


def as_read(text: str) -> str:
    """A text as it is read: invisible characters left out, ligatures opened, typographic forms made plain."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).translate(_AS_READ))
