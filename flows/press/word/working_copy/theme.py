"""The theme of a Word file: the brand's colours and font, as people find them in Word's own lists."""

from xml.sax.saxutils import quoteattr

from flows.documents.brand import Brand

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_ACCENTS = 6
_STYLES = 3
"""Styles of fills, lines and effects that every theme has, from subtle to intense."""


def theme_part(brand: Brand) -> str:
    """The part of a package with its theme."""
    page = brand.page
    named = {
        "dk1": brand.colour(page.ink),
        "lt1": brand.colour(page.paper),
        "dk2": brand.tone(0)[0],
        "lt2": brand.colour(page.line),
        **{f"accent{number}": brand.tone(number)[0] for number in range(1, _ACCENTS + 1)},
        "hlink": brand.colour(page.link),
        "folHlink": brand.colour(page.link),
    }
    entries = (f'<a:{name}><a:srgbClr val="{value[1:]}"/></a:{name}>' for name, value in named.items())
    colours = "".join(entries)
    font = f'<a:latin typeface={quoteattr(brand.fonts.family)}/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme xmlns:a="{_DRAWING}" name="Standpunt"><a:themeElements>'
        f'<a:clrScheme name="Standpunt">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Standpunt"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Standpunt"><a:fillStyleLst>{fill * _STYLES}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * _STYLES}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * _STYLES}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * _STYLES}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
