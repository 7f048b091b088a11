"""Why a YAML file is broken: what the person who typed it did, and where, read from the text itself.

A parser tells where it gave up, often lines below the mistake. `CAUSES` is tried from the surest to the least
sure; the first that recognises the text tells its own place.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from flows.positions.shaping.misnamed import begins_item
from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.sources.yaml_lines import Inside, Line
from flows.sources.yaml_pages import Page, is_key
from flows.wording.characters import BULLETS, DASHES, QUOTES, SPACE_LIKE, code_point, sign_term

MOST = 20
"""Mistakes of one kind that are told at once."""


Cause = Callable[[Page], Iterator[Problem]]


def causes(page: Page) -> list[Problem]:
    """Why a file is broken: at least one problem, and no more than one kind."""
    for cause in CAUSES:
        found = list(islice(cause(page), MOST))
        if found and found[0].place is not None and found[0].place.line <= page.stop.line:
            return found
    line = page.here
    at = page.stop.column - 1 if line.number == page.stop.line else len(line.lead)
    return [problem("SP101", page.place(line, at), why="yaml-other")]


def _tab(page: Page) -> Iterator[Problem]:
    for line in page.spoken:
        at = (line.lead + line.dashes).find("\t")
        if at >= 0:
            yield problem("SP115", page.place(line, at))


def _hard_space(page: Page) -> Iterator[Problem]:
    """A space that YAML takes for a letter: in the indentation, behind a dash or around a key's colon."""
    for line in page.spoken:
        found = _HARD_SPACE.match(line.text)
        if found is not None:
            sign = found["sign"]
            yield problem(
                "SP130", page.place(line, found.start("sign")), sign=sign_term(sign), code=code_point(sign)
            )


_HARD_SPACE = re.compile(rf" *(?:- +)*(?:-?|[\w\"'“”-]+ *:?)(?P<sign>[{SPACE_LIKE}])")


def _odd_dash(page: Page) -> Iterator[Problem]:
    """Another sign than ``-`` before an item of a list, or ``-`` without its space."""
    for line in page.spoken:
        rest = line.text[line.start :]
        found = _ODD_DASH.match(rest)
        above = page.before(line)
        if found is None or above is None:
            continue
        begins = bool(above.key) and not above.value
        beside = bool(above.dashes or _ODD_DASH.match(above.text.lstrip())) and above.lead == line.lead
        if begins or beside or is_key(line.key[found.end() :].strip()):
            yield problem("SP123", page.place(line, line.start), found=found[0].strip())


_ODD_DASH = re.compile(rf"[{DASHES}{BULLETS}*](?!\*)[ {SPACE_LIKE}]*(?=\S)|-(?=[^\s-])")


def _curly_quote(page: Page) -> Iterator[Problem]:
    """A quotation mark of a word processor where YAML knows straight ones only."""
    for line in page.said:
        is_near = line.number in (page.stop.line, page.stop.began[0] if page.stop.began else 0)
        if line.key[:1] and line.key[0] in QUOTES:
            yield problem("SP124", page.place(line, line.start), found=line.key[0])
        elif line.is_open and line.value[-1:] in QUOTES and line.value[0] in "\"'":
            yield problem("SP124", page.place(line, line.text.rindex(line.value[-1])), found=line.value[-1])
        elif is_near and line.key and line.value[:1] and line.value[0] in QUOTES:
            yield problem("SP124", page.place(line, line.at), found=line.value[0])


def _unclosed_quote(page: Page) -> Iterator[Problem]:
    for line in page.said:
        if line.is_open and line.value[0] in "\"'":
            tip = "apostrophe" if _APOSTROPHE.match(line.value) else ""
            yield problem("SP127", page.place(line, line.at), found=line.value[0], tip=tip)
            return


_APOSTROPHE = re.compile(r"'(?:[a-z]\b|[a-z]-|s-)")


def _behind_quote(page: Page) -> Iterator[Problem]:
    """A text that begins with a quotation mark and goes on behind the one that closes it."""
    line = page.here
    found = _QUOTED.match(line.value)
    if found is not None and line.says:
        at = line.at + found.end()
        yield problem("SP137", page.place(line, at), found=line.value[0], text=line.value[found.end() :])


_QUOTED = re.compile(r"""(?:"(?:[^"\\]|\\.)*+"|'(?:[^']|'')*+')[ \t]*(?=[^ \t#])""")


def _colon_in_braces(page: Page) -> Iterator[Problem]:
    """A colon inside a word between braces or brackets: a space is missing, or the word is an address."""
    if "unexpected ':'" in page.stop.said and page.began is not None and page.stop.began is not None:
        line, start, colon = page.began, page.stop.began[1] - 1, page.stop.column - 1
        word = line.text[start:colon]
        if is_key(word) and line.text[colon + 1 : colon + 2] != "/":
            yield problem("SP126", page.place(line, start, len(word)), key=word)
        else:
            yield problem("SP125", page.place(page.here, colon))


def _unfinished_brackets(page: Page) -> Iterator[Problem]:
    for line in (page.began, page.here):
        if line is not None and line.value.startswith("{{"):
            yield problem("SP128", page.place(line, line.at, 2), found="{{")
            return
    line = next((each for each in page.said if each.is_open and each.value[0] in "[{"), None)
    if line is not None:
        yield problem("SP101", page.place(line, line.at), why="yaml-bracket")
        return
    line = page.began
    if "',' or" in page.stop.said and line is not None and page.stop.began is not None:
        yield problem("SP101", page.place(line, page.stop.began[1] - 1), why="yaml-bracket")


def _reserved_sign(page: Page) -> Iterator[Problem]:
    """A text that begins with a sign that YAML keeps for itself."""
    line = page.here
    if line.opens_text or line.number != page.stop.line or page.stop.column <= line.at:
        return
    if line.value[:1] in ("|", ">") and line.key == "text":
        yield problem("SP129", page.place(line, line.at), key=line.key)
    elif line.value.startswith("- "):
        yield problem("SP101", page.place(line, line.at), why="yaml-list")
    elif line.value[:1] and line.value[0] in "%@`{[]},&*!?|>":
        yield problem("SP128", page.place(line, line.at), found=line.value[0])


def _escape(page: Page) -> Iterator[Problem]:
    if "escape" in page.stop.said or "hexdecimal" in page.stop.said:
        yield problem("SP101", Place(page.file, page.stop.line, page.stop.column), why="yaml-escape")


def _no_colon(page: Page) -> Iterator[Problem]:
    """A key without its colon, or a colon without its space."""
    for line in page.said:
        rest = line.text[line.start :]
        found = _NO_COLON.match(rest)
        if found is None or not is_key(found["word"]) or line.key == found["word"]:
            continue
        is_began = line is page.began and "':'" in page.stop.said
        is_item = bool(line.dashes) and not line.key and begins_item(found["word"])
        if found["colon"] or is_item or is_began or found["equals"]:
            place = page.place(line, line.start, len(found["word"]))
            yield problem("SP126", place, key=found["word"])


_NO_COLON = re.compile(r"""(?P<word>\w+)(?:(?P<colon>:)(?=[^\s/])|(?P<equals>[ ]*[=;])|(?=[ ]|\Z))""")


def _shallow_text(page: Page) -> Iterator[Problem]:
    """A text below ``text: |`` that does not stand deeper than its key, or not all of it."""
    for line in page.said:
        above = page.before(line)
        if above is None or line.dashes or is_key(line.key):
            continue
        deep = _too_deep(page, line)
        if deep is not None:
            spaces = len(line.lead)
            related = (("beside", page.place(line, spaces)),)
            yield problem(
                "SP122",
                page.place(deep, _indent(deep)),
                found=_indent(deep),
                expected_spaces=spaces,
                related=related,
            )
            return
        if above.inside is Inside.TEXT or above.opens_text:
            yield problem("SP129", page.place(line, len(line.lead)), key=page.key_above(line))
            return
        goes_on = above.key and not above.is_open and line.start <= above.start
        if goes_on and line is page.began and "':'" in page.stop.said:
            yield problem("SP129", page.place(line, len(line.lead)), key=above.key)
            return


def _too_deep(page: Page, line: Line) -> Line | None:
    """The first line of the text above, where it is deeper than this line, which is deep enough itself."""
    number = line.number - 1
    while number > 0 and not page.lines[number - 1].opens_text:
        if page.lines[number - 1].says:
            return None
        number -= 1
    header = page.lines[number - 1] if number else None
    if header is None or len(line.lead) <= header.start:
        return None
    first = next((each for each in page.lines[number:] if each.text.strip()), line)
    return first if _indent(first) > len(line.lead) else None


def _indent(line: Line) -> int:
    return len(line.text) - len(line.text.lstrip(" "))


def _cut_text(page: Page) -> Iterator[Problem]:
    """A text over more lines in which ``#`` began a comment."""
    line = page.here
    above = page.before(line)
    at = above.text.find(" #") if above is not None else -1
    if above is not None and at >= 0 and not line.key and not line.dashes and above.text[:at].strip():
        yield problem("SP101", page.place(above, at + 1), why="yaml-hash")


def _shallow_name(page: Page) -> Iterator[Problem]:
    """A line that left a level which the lines around it keep, with a name that is no key of our files."""
    line, left = page.here, None
    for each in reversed(page.said) if line.key and not line.dashes else ():
        if each.start == line.start and not each.dashes and each is not line:
            break
        left = each if each.start < line.start else left
    else:
        return
    if left is not None and left.key and not is_key(left.key):
        yield problem("SP122", page.place(left, left.start), found=left.start, expected_spaces=line.start)


def _deep_name(page: Page) -> Iterator[Problem]:
    """A line too deep below one with a name that is no key of our files, which it seems to go on with."""
    line, above = page.here, page.before(page.here)
    if "mapping values" not in page.stop.said or above is None or not above.key or is_key(above.key):
        return
    if above.start < line.start and not line.dashes and _NAME.fullmatch(line.key):
        related = (("beside", page.place(above, above.start)),)
        yield problem(
            "SP122",
            page.place(line, line.start),
            found=line.start,
            expected_spaces=above.start,
            related=related,
        )


_NAME = re.compile(r"[a-z][a-z0-9_-]*")


def _colon_in_text(page: Page) -> Iterator[Problem]:
    """A colon in a text without quotation marks."""
    line, at = page.here, page.stop.column - 1
    if "mapping values" not in page.stop.said or line.number != page.stop.line:
        return
    is_first = bool(line.key) and at <= line.start + len(line.key)
    if not is_first or not is_key(line.key):
        yield problem("SP125", page.place(line, at))


def _no_dash(page: Page) -> Iterator[Problem]:
    """A line between the items of a list that has no dash itself, or before the first that has one."""
    line, first = page.here, None
    for each in reversed(page.said) if line.dashes else ():
        if each.start < len(line.lead) or (each.dashes and each.lead == line.lead and each is not line):
            break
        begins = begins_item(each.key) and each.start in (len(line.lead), line.start)
        if not each.dashes and (begins or (each.key == line.key and each.start == line.start)):
            first = each
    if first is not None:
        column = len(line.lead) + 1
        yield problem("SP123", page.place(first, first.start), found="", column=column)
        return
    if "'-'" in page.stop.said and page.stop.began and line.start == page.stop.began[1] - 1:
        yield problem("SP123", page.place(line, line.start), found="")


def _indentation(page: Page) -> Iterator[Problem]:
    """A line that stands no deeper and no less deep than any line that it can belong to."""
    line = page.here
    found = len(line.lead) if line.dashes else line.start
    beside = [each for each in page.said if each.number < line.number and (each.key or each.dashes)]
    levels: dict[int, Line] = {}
    lowest = 1_000
    for each in reversed(beside[-200:]):
        for level in (each.start, len(each.lead)) if each.key else (len(each.lead),):
            is_of_a_kind = bool(line.dashes) == bool(each.dashes and level == len(each.lead))
            if level < lowest and is_of_a_kind:
                levels.setdefault(level, each)
        lowest = min(lowest, len(each.lead) + 1)
    if levels and found not in levels and (line.key or line.dashes):
        level = min(levels, key=lambda each: (abs(each - found), -each))
        related = (("beside", page.place(levels[level], level)),)
        yield problem(
            "SP122", page.place(line, len(line.lead)), found=found, expected_spaces=level, related=related
        )


def _missing_colon(page: Page) -> Iterator[Problem]:
    """A line of its own without a colon."""
    above = page.before(page.here)
    if "mapping values" in page.stop.said and above is not None and above.says and not above.key:
        yield problem("SP101", page.place(above, len(above.lead)), why="yaml-colon-missing")
    if "':'" in page.stop.said and page.began is not None:
        yield problem("SP101", page.place(page.began, len(page.began.lead)), why="yaml-colon-missing")


CAUSES: Sequence[Cause] = (
    _tab,
    _hard_space,
    _odd_dash,
    _curly_quote,
    _escape,
    _colon_in_braces,
    _unfinished_brackets,
    _unclosed_quote,
    _behind_quote,
    _reserved_sign,
    _no_colon,
    _shallow_text,
    _cut_text,
    _shallow_name,
    _deep_name,
    _colon_in_text,
    _no_dash,
    _indentation,
    _missing_colon,
)
"""What people do, from the signs that can mean one thing only to what is left."""
