"""The pictures of texts and brand: each judged once, and the verdict kept by what the file holds."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache as once
from pathlib import Path, PurePath

from flows.desk.opening.caches import cache_of
from flows.documents.photos import Frame, needed
from flows.positions import limits
from flows.press.doors.tools import digest_of, font_files, fonts_digest, version_of
from flows.press.doors.typst import families
from flows.press.looks import FONTS_FOLDER
from flows.problems.codes import problem
from flows.problems.records import Place, Problem
from flows.sources.content import Content
from flows.sources.file_bytes import read_inside
from flows.sources.font_files import font_problems
from flows.sources.pictures import judging
from flows.sources.pictures.drawings import Flaw
from flows.sources.pictures.photos import flaws_of_photo
from flows.sources.pictures.pixels import KINDS

_TOOLS = ("typst", "vl-convert-python")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with the content of a picture, and its size in pixels."""

    flaws: tuple[Flaw, ...]
    width: int = 0
    height: int = 0


def picture_problems(content: Content, path: str, place: Place, *, logo: bool = False) -> Iterator[Problem]:
    """What keeps a picture from standing in a text or, as a logo, on a cover.

    Args:
        content: The content root.
        path: The picture, from the content root.
        place: Where it is asked for.
        logo: Whether it is the logo.

    Yields:
        SP704 where it is not there, SP710 to SP716, SP832 where the press takes too long for it, and SP833
        where it ends at it, with ``path``.
    """
    kind = judging.kind_named(path)
    if not kind and (content.root / path).exists():
        yield problem("SP710", place, path=path, said=tuple(dict.fromkeys(KINDS.values())))
        return
    data, unread = read_inside(content.root, path, limits.PICTURE_BYTES)
    if data is None:
        yield from (_as_picture(found, path, place, limits.PICTURE_BYTES) for found in unread)
        return
    verdict = _verdict(content, data, PurePath(path).suffix.lower())
    shape = judging.too_wide if logo else judging.too_long
    for code, args in verdict.flaws or shape(verdict.width, verdict.height):
        yield replace(problem(code, place), args={"path": path, **args})


def photo_problems(content: Content, path: str, place: Place, frame: Frame) -> Iterator[Problem]:
    """What keeps a photo of the brand from filling its frame.

    Yields:
        What `picture_problems` does, SP835, SP837 and SP838 with ``path``, and SP836 (``path``, ``width``,
        ``height``, ``wide``, ``high``) for a photo that is too small to be sharp in print.
    """
    data, unread = read_inside(content.root, path, limits.PHOTO_BYTES)
    if data is None:
        yield from (_as_picture(found, path, place, limits.PHOTO_BYTES) for found in unread)
        return
    flaws = flaws_of_photo(data, judging.kind_named(path))
    found = [replace(problem(code, place), args={"path": path, **args}) for code, args in flaws]
    found = found or [*picture_problems(content, path, place)]
    yield from found
    if not found:
        verdict, (wide, high) = _verdict(content, data, PurePath(path).suffix.lower()), needed(frame)
        if verdict.width < wide or verdict.height < high:
            yield problem(
                "SP836", place, path=path, width=verdict.width, height=verdict.height, wide=wide, high=high
            )


def _as_picture(found: Problem, path: str, place: Place, most: int) -> Problem:
    """What keeps a file from being read, where the picture is asked for."""
    if found.code == "SP105":
        return problem("SP711", place, path=path, most=most // 1024 // 1024)
    if found.code == "SP109":
        return problem("SP109", place, reason=found.args["reason"])
    return problem("SP716" if found.code == "SP716" else "SP704", place, path=path)


def _verdict(content: Content, data: bytes, ending: str) -> Verdict:
    """The verdict on a picture; it follows from the file, the fonts, the tools and the rules alone."""
    fonts = fonts_of(content)
    told = [hashlib.sha256(data).hexdigest(), ending, *map(version_of, _TOOLS), _rules()]
    told.append(fonts_digest(fonts) if fonts else "")
    key = f"picture:{hashlib.sha256(json.dumps(told).encode()).hexdigest()}"
    cache = cache_of(content)
    kept = cache.found([key]).get(key)
    if kept is not None:
        said = json.loads(kept)
        return Verdict(tuple((code, args) for code, args in said["flaws"]), said["width"], said["height"])
    verdict, sure = _judged(data, ending, fonts)
    if not sure:
        return verdict
    kept = json.dumps(
        {"flaws": verdict.flaws, "width": verdict.width, "height": verdict.height}, ensure_ascii=True
    ).encode()
    cache.keep({key: kept})
    return verdict


def _judged(data: bytes, ending: str, fonts: str) -> tuple[Verdict, bool]:
    """The verdict, and whether it follows from the file: what was too slow may be so for the machine."""
    kind = KINDS[ending]
    found = judging.flaws(data, kind, families(fonts) if kind == "SVG" else ())
    if found:
        return Verdict(tuple(found)), True
    from flows.press.printer.children import ChildEnded  # takes all formats along
    from flows.press.printer.trying import TRIAL_SECONDS, try_picture

    try:
        said = try_picture(data, ending, fonts)
    except ChildEnded as ended:
        flaw: Flaw = ("SP832", {"most": f"{TRIAL_SECONDS:g}"}) if ended.slow else ("SP833", {})
        return Verdict((flaw,)), False
    verdict = Verdict((("SP710", {"said": kind}),)) if said else Verdict((), *judging.measured(data, kind))
    return verdict, True


def fonts_of(content: Content) -> str:
    """The folder with the brand's fonts; nothing where there are none, or none that may be opened."""
    folder = content.root / FONTS_FOLDER
    if not any(font_files(folder)) or font_problems(content.root, FONTS_FOLDER, Place(FONTS_FOLDER)):
        return ""
    return str(folder)


@once
def _rules() -> str:
    """Digest of the code that judges."""
    folder = Path(judging.__file__).parent
    return digest_of([*sorted(folder.glob("*.py")), Path(limits.__file__), Path(__file__)])
