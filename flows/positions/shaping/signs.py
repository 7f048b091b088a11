"""Characters that word processors put where YAML wants a plain one, and those that nobody sees."""

SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u200b\u2060"
)
"""Characters that look like a space, or like nothing, and are part of a word to YAML."""
DASHES = "–—―−‐‑•·◦▪‣●*"
"""What stands before an item of a list where word processors make one."""
QUOTES = "“”„‟‘’‚‛«»"
"""Quotation marks that YAML takes for letters."""

_NAMED = frozenset(
    "\x00\x07\x08\x0b\x0c\x1b\x1e\x1f\x7f\x85\xa0\xad\u2007\u2009\u200b\u202f\u2028\u2029\u2060\u3000\ufeff"
)


def sign_term(character: str) -> str:
    """The term that names a character to a person."""
    if character in _NAMED:
        return f"sign-{ord(character):04X}"
    return "sign-space" if character in SPACES else "sign-control"


def code_point(character: str) -> str:
    """A character as Unicode's own tables list it, such as ``U+000B``."""
    return f"U+{ord(character):04X}"
