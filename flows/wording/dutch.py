"""Plain Dutch: what an editor may want to look at again. Advice, never a gate.

The rules follow the Dutch government's advice for B1: short sentences, active voice, one spelling of a thing.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flows.wording.numbers import Kind, Number, numbers

LONGEST_SENTENCE = 25
"""Words; a sentence of more is hard to read in one go."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at.

    Attributes:
        rule: Code of the problem it becomes.
        text: The words it is about, as they stand in the text.
        better: How it could be written; empty where only the writer can tell.
        count: A number that belongs to it: words of a sentence, passives in a row.
    """

    rule: str
    text: str
    better: str = ""
    count: int = 0


_PLACEHOLDER = re.compile(r"\{\{[^}]*\}\}")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")
_SENTENCE = re.compile(r"[^.!?:;\n]+(?:[.:](?=\w)[^.!?:;\n]+)*")
_WORD = re.compile(r"\w+(?:[-’'.,]\w+)*")
_BECOME = re.compile(r"\b(?:word(?:t|en)|werd(?:en)?|geworden)\b", re.I)
_MKB = re.compile(r"\b(?:MKB|Mkb(?=\s+[a-z]))(?=[\s.,;:!?)-]|$)")
_POINT_DECIMAL = re.compile(r"\d+\.\d{1,2}")
_COMMA_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+")
_BARE_THOUSANDS = re.compile(r"\d{5,}")
_COUNTED = re.compile(r"\s*(?:keer|punten?)\b")
"""Words behind a number that show it to be an amount, where no unit does."""
_SPACED_PERCENT = re.compile(r"\d\s+%\Z")
_PHONE = re.compile(r"(?<![\d\w])(?:\+31[\s-]?\(?0?\)?[\s-]?|0)\d(?:[\s.-]{0,3}\d){8}(?!\d)")
_AREAS_OF_THREE = frozenset(
    re.findall(
        r"\d+",
        "010 013 015 020 023 024 026 030 033 035 036 038 040 043 045 046 050 053 055 058 "
        "070 071 072 073 074 075 076 077 078 079 084 085 087 088",
    )
)
"""Dutch area codes of three digits; all others have four."""


def remarks(text: str) -> Iterator[Remark]:
    """Every remark about a Markdown text, in no particular order."""
    for rule in _RULES:
        yield from rule(text)


def _sentences(text: str) -> Iterator[str]:
    """The sentences of a text as they stand, link targets and addresses left out of the count."""
    for match in _SENTENCE.finditer(_ADDRESS.sub("", text.replace("\n\n", "\n.\n").replace("\n", " "))):
        if match[0].strip():
            yield match[0].strip()


def _long_sentences(text: str) -> Iterator[Remark]:
    plain = _PLACEHOLDER.sub("variabele", _LINK.sub(r"\1", text))
    for sentence in _sentences(plain):
        words = len(_WORD.findall(sentence))
        if words > LONGEST_SENTENCE:
            yield Remark("SP651", " ".join(sentence.split()[:4]), count=words)


def _passive_chains(text: str) -> Iterator[Remark]:
    for sentence in _sentences(text):
        passives = _BECOME.findall(sentence)
        if len(passives) > 1:
            yield Remark("SP652", " ".join(sentence.split()[:4]), count=len(passives))


def _spelling_of_mkb(text: str) -> Iterator[Remark]:
    for match in _MKB.finditer(text):
        yield Remark("SP653", match[0], "mkb")


def _numbers(text: str) -> Iterator[Remark]:
    plain = _PHONE.sub(" ", _ADDRESS.sub(" ", text))
    for number in numbers(plain, "nl"):
        better = _better(number, plain[number.start + len(number.written) :])
        if better:
            yield Remark("SP654", number.digits, better)
        spaced = _SPACED_PERCENT.search(number.written)
        if spaced:
            yield Remark("SP654", spaced[0], re.sub(r"\s", "", spaced[0]))


def _better(number: Number, behind: str) -> str:
    """The digits of a number as Dutch writes them; nothing where they are right, or are no amount."""
    digits = number.digits
    is_amount = number.kind is Kind.AMOUNT or _COUNTED.match(behind) is not None
    if is_amount and _POINT_DECIMAL.fullmatch(digits):
        return digits.replace(".", ",")
    if _COMMA_THOUSANDS.fullmatch(digits):
        return digits.replace(",", ".")
    if _BARE_THOUSANDS.fullmatch(digits):
        return f"{int(digits):,}".replace(",", ".")
    return ""


def phone_remarks(text: str) -> Iterator[Remark]:
    """Telephone numbers that are not in groups with spaces: ``06 12 34 56 78``, ``030 605 33 44``."""
    for match in _PHONE.finditer(text):
        if match[0] != grouped(match[0]):
            yield Remark("SP655", match[0], grouped(match[0]))


def grouped(phone: str) -> str:
    """A Dutch telephone number in groups: mobile in pairs, others after their area code."""
    digits = re.sub(r"\D", "", phone)
    if digits.startswith("31"):
        digits = "0" + digits.removeprefix("31").removeprefix("0")
    if digits[:3] in _AREAS_OF_THREE:
        return f"{digits[:3]} {digits[3:6]} {digits[6:8]} {digits[8:]}"
    area = 2 if digits.startswith("06") else 4
    return " ".join([digits[:area], *(digits[at : at + 2] for at in range(area, 10, 2))])


_RULES: tuple[Callable[[str], Iterator[Remark]], ...] = (
    _long_sentences,
    _passive_chains,
    _spelling_of_mkb,
    _numbers,
    phone_remarks,
)
