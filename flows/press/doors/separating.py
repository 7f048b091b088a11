"""Every colour of a finished PDF as the inks of a printer: text, drawings, shadings and pictures."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Operator, Stream

from flows.documents.inks import Inks, inks_of
from flows.press.doors.pixels import as_jpeg, in_inks, in_screen_colours, on_white

_CHANNELS: Mapping[str, int] = {
    "/DeviceGray": 1,
    "/CalGray": 1,
    "/DeviceRGB": 3,
    "/CalRGB": 3,
    "/DeviceCMYK": 4,
}
_GREY, _SCREEN, _INKS = 1, 3, 4
"""Channels of a colour space."""
_PAINTS = {"sc": "k", "scn": "k", "SC": "K", "SCN": "K"}
_SPACES = {"cs": "k", "CS": "K"}
_DEVICE = {"g": "k", "rg": "k", "G": "K", "RG": "K"}
_SMOOTH = (2, 3)
"""Types of shadings that are made of one function: along a line, and between circles."""


class InseparableError(Exception):
    """A PDF holds a kind of colour that has no inks here; says which."""


@dataclass(slots=True)
class _Colours:
    """The channels of the colours in which a content stream fills and draws lines; None for patterns."""

    fill: int | None = _GREY
    line: int | None = _GREY


@dataclass(slots=True)
class Separation:
    """The separation of one PDF, in place.

    Attributes:
        given: The inks that a brand gives, by the colour as ``#rrggbb``; other colours follow `inks_of`.
        see_through: Whether something lets shine through what lies below it.
    """

    given: Mapping[str, Inks]
    see_through: bool = False
    _seen: set[tuple[int, int]] = field(default_factory=set)
    _resources: list[Dictionary] = field(default_factory=list)
    _groups: list[Any] = field(default_factory=list)

    def separate(self, pdf: pikepdf.Pdf) -> None:
        """Separate all pages.

        Raises:
            InseparableError: A kind of colour or shading that is not known here.
        """
        for page in pdf.pages:
            self._groups.append(page.obj)
            page.obj.Contents = pdf.make_stream(self._content(page.obj, page.resources))
            self._inside(page.resources)
        for resources in self._resources:  # streams that share them have all been read
            remove(resources, "/ColorSpace")
        for holder in self._groups:
            if "/Group" in holder and not self.see_through:
                del holder["/Group"]
            elif "/Group" in holder and "/CS" in holder.Group:
                holder.Group.CS = Name.DeviceCMYK

    def _content(self, stream: Any, resources: Any) -> bytes:
        spaces = resources.get("/ColorSpace", {})
        colours, kept = _Colours(), list[_Colours]()
        made: list[Any] = []
        instructions = list(pikepdf.parse_content_stream(stream))
        for at, one in enumerate(instructions):
            name = str(one.operator)
            if name == "INLINE IMAGE":
                raise InseparableError(name)
            if name == "q":
                kept.append(_Colours(colours.fill, colours.line))
            elif name == "Q" and kept:
                colours = kept.pop()
            following = str(instructions[at + 1].operator) if at + 1 < len(instructions) else ""
            made += self._instruction(one, name, colours, spaces, following)
        return pikepdf.unparse_content_stream(made)

    def _instruction(
        self, one: Any, name: str, colours: _Colours, spaces: Any, following: str
    ) -> Iterator[Any]:
        if name in _SPACES:
            channels = _channels(spaces.get(one.operands[0], one.operands[0]))
            if name == "cs":
                colours.fill = channels
            else:
                colours.line = channels
            if channels is None:
                yield one
            elif following not in _PAINTS:  # a space on its own is black
                yield ContentStreamInstruction([0, 0, 0, 1], Operator(_SPACES[name]))
        elif name in _PAINTS:
            channels = colours.fill if name in ("sc", "scn") else colours.line
            yield one if channels is None else self._paint(one.operands, _PAINTS[name])
        elif name in _DEVICE:
            yield self._paint(one.operands, _DEVICE[name])
        else:
            yield one

    def _paint(self, operands: Any, operator: str) -> Any:
        inks = [Decimal(str(ink)) for ink in self._inks([float(each) for each in operands])]
        return ContentStreamInstruction(inks, Operator(operator))

    def _inks(self, channels: list[float]) -> Inks:
        if len(channels) == _INKS:
            cyan, magenta, yellow, black = channels
            return cyan, magenta, yellow, black
        red, green, blue = (
            round(min(max(each, 0), 1) * 255)
            for each in (channels * 3 if len(channels) == _GREY else channels)
        )
        return self.given.get(f"#{red:02x}{green:02x}{blue:02x}") or inks_of(
            red / 255, green / 255, blue / 255
        )

    def _inside(self, resources: Any) -> None:
        """Separate everything that a content stream names."""
        self._resources.append(resources)
        kinds: Mapping[str, Callable[[Any, Any], None]] = {
            "/XObject": self._drawn,
            "/Pattern": self._pattern,
            "/Shading": lambda shading, _: self._shading(shading),
            "/ExtGState": self._state,
            "/Font": self._font,
        }
        for kind, separate in kinds.items():
            for _, each in sorted(resources.get(kind, {}).items()):
                if not each.is_indirect or each.objgen not in self._seen:
                    self._seen.add(each.objgen)
                    separate(each, resources)

    def _drawn(self, drawn: Any, around: Any) -> None:
        if drawn.Subtype == Name.Image:
            _separate_picture(drawn)
        else:
            self._form(drawn, around)

    def _form(self, form: Any, around: Any) -> None:
        resources = form.get("/Resources", around)
        form.write(self._content(form, resources))
        self._groups.append(form)
        self._inside(resources)

    def _pattern(self, pattern: Any, around: Any) -> None:
        if isinstance(pattern, Stream):
            self._form(pattern, around)
            return
        self._shading(pattern.Shading)
        if "/ExtGState" in pattern:
            self._state(pattern.ExtGState, around)

    def _state(self, state: Any, around: Any) -> None:
        opaque = all(state.get(key, 1) == 1 for key in ("/ca", "/CA"))
        plain = state.get("/BM", Name.Normal) in (Name.Normal, Name.Compatible)
        mask = state.get("/SMask", Name("/None"))
        self.see_through |= not (opaque and plain and mask == Name("/None"))
        if isinstance(mask, Dictionary):
            self._form(mask.G, around)

    def _font(self, font: Any, around: Any) -> None:
        if font.Subtype == Name.Type3:
            resources = font.get("/Resources", around)
            for _, drawn in sorted(font.CharProcs.items()):
                drawn.write(self._content(drawn, resources))
            self._inside(resources)

    def _shading(self, shading: Any) -> None:
        channels = _channels(shading.ColorSpace)
        if channels == _INKS:
            return
        if channels is None or shading.ShadingType not in _SMOOTH:
            raise InseparableError(f"ShadingType {shading.ShadingType}")
        self._function(shading.Function)
        if "/Background" in shading:
            shading.Background = self._mixed(shading.Background)
        shading.ColorSpace = Name.DeviceCMYK

    def _function(self, function: Any) -> None:
        """A function from one number to a colour, as one to inks."""
        if function.FunctionType == 3:  # noqa: PLR2004 - as the format numbers them: a row of functions
            for part in function.Functions:
                self._function(part)
        elif function.FunctionType == 2:  # noqa: PLR2004 - from one colour to another
            if len(function.C0) != _INKS:
                function.C0, function.C1 = self._mixed(function.C0), self._mixed(function.C1)
                remove(function, "/Range")
        else:
            raise InseparableError(f"FunctionType {function.FunctionType}")

    def _mixed(self, colour: Any) -> Array:
        return Array([Decimal(str(ink)) for ink in self._inks([float(each) for each in colour])])


def remove(holder: Any, *keys: str) -> None:
    """Remove keys from a dictionary of a PDF, where it has them."""
    for key in keys:
        if key in holder:
            del holder[key]


def _channels(space: Any) -> int | None:
    """How many channels a colour space has; None for patterns.

    Raises:
        InseparableError: It is none of those that Typst writes.
    """
    name = str(space[0] if isinstance(space, Array) else space)
    if name == "/ICCBased":
        return int(space[1].N)
    if name == "/Pattern" and (not isinstance(space, Array) or len(space) == 1):
        return None
    if name in _CHANNELS:
        return _CHANNELS[name]
    raise InseparableError(name)


def _separate_picture(drawn: Any) -> None:
    if drawn.get("/ImageMask", False):
        return
    space = drawn.ColorSpace
    channels = 0 if isinstance(space, Array) and space[0] == Name.Indexed else _channels(space)
    if channels in (_GREY, _INKS) and "/SMask" not in drawn:
        drawn.ColorSpace = Name.DeviceGray if channels == _GREY else Name.DeviceCMYK
        return
    found = pikepdf.PdfImage(drawn)
    picture, was_jpeg = found.as_pil_image(), drawn.get("/Filter") == Name.DCTDecode
    if channels == _SCREEN and isinstance(space, Array) and space[0] == Name.ICCBased:
        picture = in_screen_colours(picture.convert("RGB"), space[1].read_bytes())
    if "/SMask" in drawn:
        picture = on_white(picture, pikepdf.PdfImage(drawn.SMask).as_pil_image())
    inked = in_inks(picture)
    if was_jpeg:
        drawn.write(as_jpeg(inked), filter=Name.DCTDecode)
    else:
        drawn.write(inked.tobytes())
    remove(drawn, "/SMask", "/Mask", "/Decode", "/DecodeParms", "/Intent")
    drawn.ColorSpace, drawn.BitsPerComponent = Name.DeviceCMYK, 8
    if was_jpeg:
        drawn.Decode = Array([1, 0] * _INKS)
