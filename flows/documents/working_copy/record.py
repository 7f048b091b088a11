"""What a working copy says of itself, as XML inside the file."""

from collections.abc import Mapping

from lxml import etree

from flows.positions.provinces import Verb
from flows.returns.copies import Freedom, Passage, WorkingCopy

SPACE = "urn:standpunt:werkversie:1"
_S = f"{{{SPACE}}}"


def record(copy: WorkingCopy, givens: Mapping[str, str]) -> bytes:
    """The record of a working copy; `givens` is the variable in each bookmark of a value."""
    root = etree.Element(f"{_S}werkversie", nsmap={"s": SPACE})
    for name in ("format", "edition", "province", "language"):
        root.set(name, str(getattr(copy, name)))
    for passage in copy.passages:
        etree.SubElement(root, f"{_S}passage", _attributes(passage)).text = passage.text
    for bookmark, name in givens.items():
        etree.SubElement(root, f"{_S}given", {"bookmark": bookmark, "variable": name})
    for name, value in copy.values.items():
        etree.SubElement(root, f"{_S}value", {"variable": name}).text = value
    data: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def _attributes(passage: Passage) -> dict[str, str]:
    return {
        "bookmark": passage.bookmark,
        "block": passage.block,
        "field": passage.field,
        "kind": passage.kind,
        "path": " ".join(passage.path),
        "markdown": str(int(passage.is_markdown)),
        "freedom": passage.freedom,
        "verb": passage.verb or "",
        "target": passage.target,
        "slot": str(int(passage.is_slot)),
    }


def format_of(root: etree._Element) -> int:
    """The version of a record; 0 for XML that is none, or that says no number."""
    written = root.get("format") or ""
    return int(written) if root.tag == f"{_S}werkversie" and written.isdigit() else 0


def read_record(root: etree._Element) -> tuple[WorkingCopy, dict[str, str]]:
    """A working copy as it went out, and the variable in each bookmark of a value.

    Raises:
        ValueError: A verb or a freedom is not one of ours.
    """
    copy = WorkingCopy(
        root.get("edition") or "",
        root.get("province") or "",
        root.get("language") or "",
        tuple(_passage(each) for each in root.iterchildren(f"{_S}passage")),
        {each.get("variable") or "": each.text or "" for each in root.iterchildren(f"{_S}value")},
        format_of(root),
    )
    givens = {each.get("bookmark") or "": each.get("variable") or "" for each in root.iter(f"{_S}given")}
    return copy, givens


def _passage(element: etree._Element) -> Passage:
    said = {str(name): str(value) for name, value in element.attrib.items()}
    return Passage(
        said.get("bookmark", ""),
        said.get("block", ""),
        said.get("field", ""),
        said.get("kind", ""),
        tuple(said.get("path", "").split()),
        element.text or "",
        is_markdown=said.get("markdown") == "1",
        freedom=Freedom(said.get("freedom", "")),
        verb=Verb(said["verb"]) if said.get("verb") else None,
        target=said.get("target", ""),
        is_slot=said.get("slot") == "1",
    )
