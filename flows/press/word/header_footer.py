"""Running header and footer of a Word file, with the words of its own document: fields show old ones."""

from xml.sax.saxutils import escape

from lxml import etree

from flows.press.word.boxes import TEXT_WIDTH
from flows.press.word.listings import TYPES, with_entry
from flows.press.word.reference import RELATIONS, WORD

_W = f"{{{WORD}}}"
_R = f"{{{RELATIONS}}}"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_KINDS = ("header", "footer")


def set_frame(parts: dict[str, bytes], body: etree._Element, left: str, right: str, foot: str) -> None:
    """Add a header with a left and a right side and a footer with the page number, for the last section."""
    texts = {"header": _line("header", left, _run(right)), "footer": _line("footer", foot, _PAGE_NUMBER)}
    types, relations = parts[TYPES], parts["word/_rels/document.xml.rels"]
    section = body[-1]
    for number, kind in enumerate(_KINDS):
        name, anchor = f"standpunt-{kind}.xml", f"rIdStandpunt{kind.capitalize()}"
        parts[f"word/{name}"] = texts[kind].encode()
        content = {"PartName": f"/word/{name}", "ContentType": _CONTENT_TYPE.format(kind)}
        types = with_entry(types, "Override", content)
        relation = {"Id": anchor, "Type": f"{RELATIONS}/{kind}", "Target": name}
        relations = with_entry(relations, "Relationship", relation)
        reference = etree.Element(f"{_W}{kind}Reference", {f"{_W}type": "default", f"{_R}id": anchor})
        section.insert(number, reference)
    parts[TYPES], parts["word/_rels/document.xml.rels"] = types, relations


def _line(kind: str, left: str, right: str) -> str:
    tag = {"header": "hdr", "footer": "ftr"}[kind]
    return (
        f'{_HEAD}<w:{tag} xmlns:w="{WORD}"><w:p><w:pPr><w:pStyle w:val="{kind.capitalize()}"/>'
        f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs></w:pPr>'
        f"{_run(left)}<w:r><w:tab/></w:r>{right}</w:p></w:{tag}>"
    )


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


_PAGE_NUMBER = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
