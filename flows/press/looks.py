"""What decides how documents look besides their text: brand, fonts, templates and the tools' versions."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache as once
from pathlib import Path

from flows.documents.brand import Brand
from flows.documents.brand_file import read_brand
from flows.documents.contrasts import is_dark
from flows.positions.marked import Marked
from flows.press.doors.tools import digest_of, font_files, fonts_digest, version_of
from flows.press.store.cache import Cache
from flows.problems.codes import problem
from flows.problems.records import Problem, has_errors

BRAND_FOLDER = "shared/brand"
BRAND_FILE = f"{BRAND_FOLDER}/brand.yaml"
FONTS_FOLDER = f"{BRAND_FOLDER}/fonts"
_PICTURES = (".svg", ".png", ".jpg", ".jpeg")
"""How the names of pictures end that a brand may have."""
_CODE_ENDINGS = (".py", ".lua", ".typ", ".html", ".css", ".js")
TOOLS = ("typst", "fonttools", "brotli", "vl-convert-python", "babel", "lxml", "pikepdf", "pillow")
"""Packages beside Pandoc whose version can change what a document holds."""
_FLOWS = Path(__file__).parents[1]
_ROOMS = ("changes", "desk", "documents", "positions", "press", "translation", "wording")
"""The rooms whose code decides what a document holds; what the others make of the sources is in its key."""


@dataclass(frozen=True, slots=True)
class Looks:
    """A brand with its files.

    Attributes:
        brand: The brand.
        fonts: Folder with its fonts, relative to the content root; nothing for those that Typst brings.
        logo: File of its logo, relative to the content root; nothing where there is none.
        dark_logo: The same of the logo for dark grounds.
    """

    brand: Brand
    fonts: str = ""
    logo: str = ""
    dark_logo: str = ""

    @property
    def logos(self) -> tuple[str, ...]:
        """The files of the logo."""
        return tuple(filter(None, (self.logo, self.dark_logo)))

    @property
    def pictures(self) -> tuple[str, ...]:
        """The files of the logo and of every photo."""
        return (*self.logos, *(_beside(photo.file) for _, photo in self.brand.photographs()))

    def logo_on(self, ground: str) -> str:
        """The file of the logo that can be seen on a colour; nothing where there is no logo."""
        return self.dark_logo if self.dark_logo and is_dark(ground) else self.logo

    def fonts_in(self, root: Path) -> str:
        """The folder with its fonts as the tools are told it; nothing for those that Typst brings."""
        return str(root / self.fonts) if self.fonts else ""


def read_looks(root: Path, brand_file: Marked) -> tuple[Looks | None, list[Problem]]:
    """Read a brand and find its fonts, logo and photos.

    Args:
        root: The content root.
        brand_file: `BRAND_FILE`, or the neutral brand where an association has none of its own.

    Returns:
        The looks with nothing but warnings, or None with every problem: those of `read_brand`, and SP806 for
        a font, logo or photo that is not there (``name``, ``allowed``).
    """
    brand, problems = read_brand(brand_file)
    if brand is None:
        return None, problems
    fonts = FONTS_FOLDER if any(font_files(root / FONTS_FOLDER)) else ""
    logo, dark = (_beside(file) for file in ((brand.logo.file, brand.logo.dark) if brand.logo else ("", "")))
    wanted: dict[tuple[str, ...], str] = {("logo", "file"): logo, ("logo", "dark"): dark}
    wanted |= {(*path, "file"): _beside(photo.file) for path, photo in brand.photographs()}
    problems += _missing_files(root, wanted, brand_file)
    problems += _missing_font(root, fonts, brand, brand_file)
    return (None if has_errors(problems) else Looks(brand, fonts, logo, dark)), problems


def _beside(file: str | None) -> str:
    return f"{BRAND_FOLDER}/{file}" if file else ""


def _missing_files(
    root: Path, wanted: Mapping[tuple[str, ...], str], brand_file: Marked
) -> Iterator[Problem]:
    for path, name in wanted.items():
        if name and not (root / name).exists():
            there = (
                file.name for file in (root / BRAND_FOLDER).glob("*") if file.suffix.lower() in _PICTURES
            )
            place = brand_file.span(*path).place
            yield problem("SP806", place, name=name, allowed=tuple(sorted(there)))


def _missing_font(root: Path, fonts: str, brand: Brand, brand_file: Marked) -> Iterator[Problem]:
    from flows.press.doors.typst import families

    there = families(str(root / fonts) if fonts else "")
    if brand.fonts.family not in there:
        place = brand_file.span("fonts", "family").place
        yield problem("SP806", place, name=brand.fonts.family, allowed=tuple(sorted(there)))


def fingerprint(root: Path, looks: Looks, cache: Cache) -> str:
    """SHA-256 of everything besides the document that decides what its files hold.

    That is the brand, its fonts, logo and photos, the templates, the code of the rooms that make documents,
    and the versions of Pandoc and of `TOOLS`.
    """
    from flows.press.doors import pandoc

    told = {
        "brand": asdict(looks.brand),
        "fonts": fonts_digest(str(root / looks.fonts)) if looks.fonts else "",
        "pictures": [hashlib.sha256((root / file).read_bytes()).hexdigest() for file in looks.pictures],
        "code": _code_digest(),
        "tools": [pandoc.version(cache), *map(version_of, TOOLS)],
    }
    text = json.dumps(told, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


@once
def _code_digest() -> str:
    files = (path for room in _ROOMS for path in sorted((_FLOWS / room).rglob("*")))
    return digest_of(path for path in files if path.suffix in _CODE_ENDINGS)
