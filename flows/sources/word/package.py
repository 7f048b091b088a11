"""The parts of a Word file from somebody else: bounded, without pictures, and never anything but XML."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from flows.problems.codes import problem
from flows.problems.records import Place, Problem

LARGEST_PART = 32 * 1024 * 1024
"""Bytes of one part of XML; a brochure of five hundred blocks has two million."""
MOST_PARTS = 10_000
_RATIO = 200
"""How many times smaller than its text XML can be packed by a program that means well."""
_SMALL = 1024 * 1024
_WANTED = re.compile(
    r"word/(?:[^/]+\.xml|_rels/[^/]+\.rels)|customXml/item\d+\.xml|docProps/(?:custom|app)\.xml|\[Content_Types\]\.xml"
)
_OLE, _ZIP, _PDF = b"\xd0\xcf\x11\xe0", b"PK\x03\x04", b"%PDF"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


@dataclass(frozen=True, slots=True)
class Refusal(Exception):  # noqa: N818  a file that is not for us, not a failure
    """A file that is not read, and why."""

    problem: Problem


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of XML of a Word file, parsed as they are asked for."""

    file: str
    parts: Mapping[str, bytes]

    def part(self, name: str) -> etree._Element | None:
        """The root of a part; None where there is no such part.

        Raises:
            Refusal: It is broken, or it brings a document type.
        """
        content = self.parts.get(name)
        return None if content is None else parsed(content, self.file)


def parsed(content: bytes, file: str) -> etree._Element:
    """The root of some XML that declares nothing and asks for nothing from outside.

    Raises:
        Refusal: It is broken (SP931), or it brings a document type (SP933).
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Refusal(problem("SP931", Place(file))) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise Refusal(problem("SP933", Place(file)))
    return root


def open_package(path: Path) -> Package:
    """The parts of a Word file.

    Raises:
        Refusal: It is no Word file (SP930), broken (SP931), too large (SP932), open in Word (SP936), or it
            carries programs (SP937).
        OSError: It cannot be read.
    """
    file = path.name
    if file.startswith(("~$", ".~lock.")):
        raise Refusal(problem("SP936", Place(file), sign="~$"))
    if path.is_dir():
        raise Refusal(problem("SP930", Place(file), returned="returned-folder"))
    with path.open("rb") as stream:
        start = stream.read(4)
    if start != _ZIP:
        raise Refusal(problem("SP930", Place(file), returned=_kind_of(path, start)))
    try:
        with ZipFile(path) as archive:
            return Package(file, _read(archive, file))
    except (BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError, OverflowError):
        raise Refusal(problem("SP931", Place(file))) from None
    except Exception as error:
        if type(error).__module__ in ("zlib", "lzma", "_lzma"):
            raise Refusal(problem("SP931", Place(file))) from None
        raise


def _kind_of(path: Path, start: bytes) -> str:
    if not start:
        return "returned-empty"
    if start == _OLE:
        return "returned-locked" if _ENCRYPTED in path.read_bytes()[: 64 * _SMALL] else "returned-doc"
    return "returned-pdf" if start == _PDF else "returned-other"


def _read(archive: ZipFile, file: str) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MOST_PARTS:
        raise Refusal(problem("SP932", Place(file)))
    names = {entry.filename for entry in entries}
    if any(name.endswith("vbaProject.bin") for name in names):
        raise Refusal(problem("SP937", Place(file)))
    if "word/document.xml" not in names:
        found = "returned-odt" if "mimetype" in names else "returned-other-office"
        raise Refusal(problem("SP930", Place(file), returned=found))
    return {
        entry.filename: _part(archive, entry, file) for entry in entries if _WANTED.fullmatch(entry.filename)
    }


def _part(archive: ZipFile, entry: ZipInfo, file: str) -> bytes:
    """One part, read no further than it may be large, whatever the file says of it."""
    most = LARGEST_PART
    if entry.file_size > _SMALL:
        most = min(most, max(_SMALL, entry.compress_size * _RATIO))
    with archive.open(entry) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise Refusal(problem("SP932", Place(file)))
    return content
