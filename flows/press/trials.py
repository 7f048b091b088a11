"""The press is asked before it prints: does it take this font, and this picture?"""

import json
from collections.abc import Mapping

from flows.press.doors.charts import svg_as_png
from flows.press.doors.typst import TypstError, typeset
from flows.press.failures import PressError
from flows.scratch.folders import temporary

LINE = """\
#let data = json("data.json")
#set document(title: "x")
#set text(font: data.font, fallback: false, lang: "nl")
#let line = "Pa's wijze lynx bezag vroom het fikse aquaduct, 0123456789."
#line *#line* _#line;_ #text(weight: "semibold", upper(line))
"""
"""What is set in a font to try it."""
_PICTURE = """\
#let data = json("data.json")
#set document(title: "x")
#image(data.file, alt: "x", width: 60pt)
"""


def font_refused(family: str, fonts: str) -> str:
    """What Typst says against a line in a font, regular, bold and slanted; nothing where it sets it.

    Args:
        family: The font.
        fonts: Folder with the brand's fonts, or nothing for those that Typst brings itself.
    """
    return _refused(LINE, {"font": family}, {}, fonts)


def picture_refused(content: bytes, ending: str, fonts: str) -> str:
    """What Typst, or for a drawing the writer of Word's pixels, says against a picture."""
    name = f"picture{ending}"
    said = _refused(_PICTURE, {"file": name}, {name: content}, fonts)
    return said or (_not_drawn(content, fonts) if ending == ".svg" else "")


def _refused(source: str, data: Mapping[str, str], files: Mapping[str, bytes], fonts: str) -> str:
    with temporary() as folder:
        (folder / "main.typ").write_text(source, encoding="ascii")
        (folder / "data.json").write_text(json.dumps(data), encoding="ascii")
        for file, content in files.items():
            (folder / file).write_bytes(content)
        try:
            typeset(folder, fonts, 0)
        except TypstError as error:
            return str(error)
    return ""


def _not_drawn(content: bytes, fonts: str) -> str:
    try:
        svg_as_png(content.decode("utf-8", "replace"), fonts)
    except PressError as error:
        return str(error.problem.args["said"])
    except BaseException as error:
        # As with Typst: a panic is no Exception, and would end the whole check.
        if type(error).__name__ != "PanicException":
            raise
        return str(error)
    return ""
