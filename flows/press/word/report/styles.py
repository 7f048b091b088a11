"""The styles of a change report in Word: those of a brochure's text, calmer, and those of its changes."""

from collections.abc import Mapping
from dataclasses import replace

from flows.documents.brand import Brand
from flows.press.word.boxes import AFTER, data_styles
from flows.press.word.reference import styled_document
from flows.press.word.styles import DEFAULT_CHARACTERS, Look, character_styles, paragraph_styles

_FROM_BROCHURES = (
    *("Normal", "Body Text", "First Paragraph", "Compact", "heading 3", "caption"),
    *("Tabelkop", "Tabeltekst", AFTER, "header", "footer"),
)
_CHARACTERS = (DEFAULT_CHARACTERS, "Strong", "Emphasis", "Verbatim Char", "Hyperlink")


def report_reference(brand: Brand) -> bytes:
    """The reference document of reports: equal bytes for equal brands."""
    return styled_document(brand, _paragraphs(brand), _character_styles(brand), data_styles(brand))


def _paragraphs(brand: Brand) -> Mapping[str, Look]:
    """Every paragraph style by its name."""
    known = paragraph_styles(brand)
    return {name: known[name] for name in _FROM_BROCHURES} | _headings(brand, known) | _kinds(brand)


def _headings(brand: Brand, known: Mapping[str, Look]) -> dict[str, Look]:
    muted, line, solid = brand.colour(brand.page.muted), brand.colour(brand.page.line), brand.tone(0)[0]
    small = float(brand.scale.small) + 1
    return {
        "Verslag organisatie": Look(size=small + 1, colour=muted, bold=True, after=10),
        "Title": Look(size=float(brand.scale.chapter), colour=solid, bold=True, after=4, line=1),
        "Subtitle": Look(size=float(brand.scale.lead), colour=muted, after=14, floor=line),
        "heading 1": replace(known["heading 1"], size=float(brand.scale.theme) + 4, before=16, after=5),
        "Wijzigingen kop": Look(roof=line, before=26, level=0, based_on="heading 1"),
        "heading 2": replace(known["heading 2"], before=18, after=4),
    }


def _kinds(brand: Brand) -> dict[str, Look]:
    solid = brand.tone(0)[0]
    muted, line = brand.colour(brand.page.muted), brand.colour(brand.page.line)
    small = float(brand.scale.small) + 0.5
    return {
        "Lijstregel": Look(after=3),
        "Omslag regel": Look(bold=True, after=2),
        "Vraag": Look(edge=solid, left=4, before=2, after=6),
        "Feit": Look(edge=line, left=4, before=2, after=4),
        "Contact titel": Look(bold=True, left=4, before=8, after=2, keep=True),
        "Contact": Look(left=4, after=2),
        "Bron": Look(size=small, colour=muted, after=6),
        "Feit bron": Look(size=small, colour=muted, edge=line, left=4, after=6),
        "Block Text": Look(size=float(brand.scale.lead) - 1, italic=True, left=8, before=6, after=4),
        "Spreker": Look(bold=True, left=8, after=6),
        "Besluit": Look(edge=solid, left=4, before=2, after=4),
        "Opmerking": Look(size=small, colour=muted, after=6),
        "Legenda": Look(size=small, colour=muted, before=0, after=2),
        "annotation text": Look(size=small, after=2),
    }


def _character_styles(brand: Brand) -> Mapping[str, Look]:
    known = character_styles(brand)
    plain = Look(based_on=DEFAULT_CHARACTERS)
    return {
        **{name: known[name] for name in _CHARACTERS},
        "Tekst erbij": replace(plain, bold=True, underline="single"),
        "Tekst weg": replace(plain, colour=brand.colour(brand.page.muted), struck=True),
        "Stand": replace(plain, bold=True, colour=brand.tone(0)[0]),
        "annotation reference": replace(plain, size=8),
    }
