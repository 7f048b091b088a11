"""Fields of Word: an instruction that nobody sees, a sign, and the result that people do see."""

import re
from dataclasses import dataclass, field

_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(\\l\s+)?"([^"]*)"')


@dataclass
class _Field:
    instruction: str = ""
    has_result: bool = False


@dataclass
class Fields:
    """The fields that are open at a place of the text, the outermost first."""

    _open: list[_Field] = field(default_factory=list)

    def turn(self, kind: str) -> None:
        """Take a sign: ``begin``, ``separate`` or ``end``; one that belongs to no field says nothing."""
        if kind == "begin":
            self._open.append(_Field())
        elif kind == "separate" and self._open:
            self._open[-1].has_result = True
        elif kind == "end" and self._open:
            self._open.pop()

    def instruct(self, text: str) -> None:
        """Take a piece of the instruction of the innermost field."""
        if self._open:
            self._open[-1].instruction += text

    @property
    def is_hidden(self) -> bool:
        """Whether what stands here is an instruction, and no text."""
        return any(not each.has_result for each in self._open)

    @property
    def link(self) -> str:
        """Where a link leads to whose result stands here; nothing where there is none."""
        for each in self._open:
            found = _HYPERLINK.match(each.instruction)
            if found is not None:
                return f"#{found[2]}" if found[1] else found[2]
        return ""
