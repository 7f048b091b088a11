"""The only door to pikepdf: a finished PDF as a printer wants it, PDF/X-1a where nothing is see-through."""

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING

from flows.documents.inks import Condition, Inks
from flows.press.failures import tool_failed

if TYPE_CHECKING:
    from pikepdf import Page, Pdf

STANDARD = "PDF/X-1a:2003"
REGISTRY = "http://www.color.org"
"""How the standard names the registry of printing conditions; nothing is ever asked there."""
CONDITIONS: Mapping[Condition, str] = MappingProxyType(
    {
        Condition.FOGRA39: "Coated FOGRA39 (ISO 12647-2:2004)",
        Condition.FOGRA51: "PSO Coated v3 (Fogra51, ISO 12647-2:2013)",
        Condition.FOGRA52: "PSO Uncoated v3 (Fogra52, ISO 12647-2:2013)",
    }
)
"""What each condition means for people."""
_MM = 72 / 25.4
_MARGIN, _GAP, _LENGTH, _THIN = 10 * _MM, 1 * _MM, 6 * _MM, 0.25
"""Points: paper around the bleed, air before a crop mark, a mark and its line."""
_FOR_READERS = ("/StructTreeRoot", "/MarkInfo", "/Outlines", "/PageMode", "/Names", "/Dests", "/PageLabels")
"""What a reader on a screen uses; links and what they need may not stand on a printed page."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a printer is given.

    Attributes:
        condition: The press and paper that the colours are meant for.
        marks: Whether to draw crop marks around the bleed.
        inks: The inks of the brand's colours, by colour as ``#rrggbb``.
    """

    condition: Condition
    marks: bool
    inks: Mapping[str, Inks]


def for_printers(written: bytes, wanted: Wanted) -> tuple[bytes, bool]:
    """A PDF in the inks of a printer, with its boxes, its marks and what it is meant for.

    Args:
        written: A PDF 1.4 whose pages are as large as paper and bleed, with a TrimBox.
        wanted: What the printer is given.

    Returns:
        The bytes, equal for equal input, and whether they are PDF/X.

    Raises:
        PressError: A picture or shading cannot be separated (SP801).
    """
    import pikepdf

    from flows.press.doors.separating import InseparableError, Separation, remove

    with pikepdf.open(BytesIO(written)) as pdf:
        remove(pdf.Root, *_FOR_READERS)
        separation = Separation(wanted.inks)
        try:
            separation.separate(pdf)
        except (InseparableError, pikepdf.PdfError, NotImplementedError) as error:
            raise tool_failed("pikepdf", f"{type(error).__name__}: {error}") from error
        for page in pdf.pages:
            _bound(pdf, page, marks=wanted.marks)
        _declare(pdf, wanted.condition, is_x=not separation.see_through)
        made = BytesIO()
        pdf.save(
            made,
            force_version="1.4",
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
        )
    return made.getvalue(), not separation.see_through


def _bound(pdf: "Pdf", page: "Page", *, marks: bool) -> None:
    """Set the boxes of a page, cut off what reaches over the bleed, and draw the marks outside of it."""
    from pikepdf import Array

    from flows.press.doors.separating import remove

    remove(page.obj, "/Annots", "/CropBox", "/ArtBox", "/StructParents", "/Tabs")
    left, foot, right, top = (float(edge) for edge in page.mediabox)
    page.obj.BleedBox = Array(page.mediabox)
    cut = f"q {left:.3f} {foot:.3f} {right - left:.3f} {top - foot:.3f} re W n\n"
    page.contents_add(cut.encode(), prepend=True)
    page.contents_add(b"\nQ" + (_marks(pdf, page) if marks else b""))
    page.contents_coalesce()
    if marks:
        page.obj.MediaBox = Array(
            [round(each, 3) for each in (left - _MARGIN, foot - _MARGIN, right + _MARGIN, top + _MARGIN)]
        )


def _marks(pdf: "Pdf", page: "Page") -> bytes:
    """Eight lines at the corners of the trimmed page, in a colour that stands on every plate."""
    from pikepdf import Array, Dictionary, Name

    tint = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[1, 1, 1, 1])
    every = Array([Name.Separation, Name.All, Name.DeviceCMYK, pdf.make_indirect(tint)])
    page.obj.Resources.ColorSpace = Dictionary(Registration=every)
    left, foot, right, top = (float(edge) for edge in page.mediabox)
    ends = [(left - _GAP, left - _GAP - _LENGTH), (right + _GAP, right + _GAP + _LENGTH)]
    heights = [(foot - _GAP, foot - _GAP - _LENGTH), (top + _GAP, top + _GAP + _LENGTH)]
    trim = [float(edge) for edge in page.trimbox]
    lines = [(start, y, end, y) for start, end in ends for y in (trim[1], trim[3])]
    lines += [(x, start, x, end) for start, end in heights for x in (trim[0], trim[2])]
    drawn = "".join(f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l S\n" for a, b, c, d in lines)
    return f"\nq /Registration CS 1 SCN {_THIN} w\n{drawn}Q".encode()


def _declare(pdf: "Pdf", condition: Condition, *, is_x: bool) -> None:
    """Say what the colours are meant for, and which standard the file keeps."""
    from pikepdf import Array, Dictionary, Name

    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=condition.value,
        OutputCondition=CONDITIONS[condition],
        RegistryName=REGISTRY,
        Info=CONDITIONS[condition],
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
    pdf.docinfo.Trapped = Name("/False")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as about:
        about["pdf:Trapped"] = "False"
        if is_x:
            about["pdfx:GTS_PDFXVersion"] = STANDARD
    if is_x:
        pdf.docinfo.GTS_PDFXVersion = STANDARD
