"""Edits as a person makes them in LibreOffice: its own commands, by a macro, one file an edit."""

from collections.abc import Mapping
from pathlib import Path

from tests.press.word.libreoffice import run_macro

_MACRO = """
Sub Edit(folder As String, names As String)
  On Error Goto Failed
  Dim props(0) As New com.sun.star.beans.PropertyValue
  props(0).Name = "Hidden" : props(0).Value = True
  Dim out(0) As New com.sun.star.beans.PropertyValue
  out(0).Name = "FilterName" : out(0).Value = "MS Word 2007 XML"
  list = Split(names, "|")
  For i = 0 To UBound(list)
    doc = StarDesktop.loadComponentFromURL("file://" &amp; folder &amp; "source.docx", "_blank", 0, props())
    Perform(doc, list(i))
    doc.storeToURL("file://" &amp; folder &amp; list(i) &amp; ".docx", out())
    doc.close(True)
  Next i
  Exit Sub
Failed:
  Open folder &amp; "failed.txt" For Output As #1
  Print #1, list(i) &amp; ": " &amp; Error &amp; " " &amp; Erl
  Close #1
  StarDesktop.terminate()
End Sub

Function Found(doc, text As String)
  search = doc.createSearchDescriptor()
  search.SearchString = text
  Found = doc.findFirst(search)
End Function

Sub Retype(doc, text As String, words As String)
  spot = Found(doc, text)
  spot.Text.insertString(spot, words, True)
End Sub

Function Behind(doc, text As String)
  spot = Found(doc, text)
  Behind = spot.Text.createTextCursorByRange(spot.getEnd())
End Function

Function Before(doc, text As String)
  spot = Found(doc, text)
  Before = spot.Text.createTextCursorByRange(spot.getStart())
End Function

Sub PressEnter(cursor)
  cursor.Text.insertControlCharacter(cursor, com.sun.star.text.ControlCharacter.PARAGRAPH_BREAK, False)
End Sub

Sub TypeText(cursor, words As String)
  cursor.Text.insertString(cursor, words, False)
End Sub

Function WholeParagraph(doc, text As String)
  spot = Found(doc, text)
  cursor = spot.Text.createTextCursorByRange(spot.getStart())
  cursor.gotoStartOfParagraph(False)
  cursor.gotoEndOfParagraph(True)
  WholeParagraph = cursor
End Function

Sub Perform(doc, what As String)
  Select Case what
{cases}
  End Select
End Sub
"""


def edited(source: Path, folder: Path, edits: Mapping[str, str]) -> dict[str, Path]:
    """A copy of a file for each edit, which is Basic with the subs above.

    Args:
        source: The working copy.
        folder: Where the copies come.
        edits: The lines of each edit by its name.
    """
    (folder / "source.docx").write_bytes(source.read_bytes())
    cases = "\n".join(f'  Case "{name}"\n{_escaped(code)}' for name, code in edits.items())
    run_macro(folder, _MACRO.replace("{cases}", cases), f"Edit({folder}/,{'|'.join(edits)})")
    failed = folder / "failed.txt"
    assert not failed.exists(), failed.read_text()
    return {name: folder / f"{name}.docx" for name in edits}


def _escaped(code: str) -> str:
    return code.replace("&", "&amp;").replace("<", "&lt;")
