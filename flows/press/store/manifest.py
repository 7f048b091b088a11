"""What was built, from what, and whether it is still there: one small record a document, beside the outputs.

Records are separate files, so that two builds at once never write over each other's; losing one only means
that its document is built again, to the same bytes.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from flows.scratch.folders import WORK_FOLDER, scratch


@dataclass(frozen=True, slots=True)
class Built:
    """One file that was built.

    Attributes:
        key: Digest of everything that decides its content.
        path: Where it is, relative to the output folder.
        sha256: Digest of its content.
        size: Bytes.
        modified: Time of its last change, in nanoseconds since 1970.
        draft: Whether it says that it is a draft.
    """

    key: str
    path: str
    sha256: str
    size: int
    modified: int
    draft: bool = False


class Manifest:
    """The records of one output folder."""

    def __init__(self, out: Path) -> None:
        self.out = out

    def stale(self, name: str, key: str, formats: Iterable[str]) -> tuple[str, ...]:
        """The formats of a document that are not there as they should be."""
        known = self._record(name)
        return tuple(each for each in formats if not self._is_intact(known.get(each), key))

    def keep(self, name: str, key: str, files: Mapping[str, tuple[str, str]], *, draft: bool = False) -> None:
        """Remember what was built: for each format its path and SHA-256, and whether it is a draft."""
        record = self._record(name)
        for written_in, (path, digest) in files.items():
            about = (self.out / path).stat()
            record[written_in] = Built(key, path, digest, about.st_size, about.st_mtime_ns, draft)
        self.write(f"documents/{name}", {each: asdict(built) for each, built in record.items()})

    def documents(self) -> Iterator[tuple[str, str, Built]]:
        """Every file that was built, after the name of its document and its format."""
        for name in self.names("documents"):
            yield from ((name, written_in, built) for written_in, built in self._record(name).items())

    def made(self, name: str) -> frozenset[str]:
        """The formats of a document that were made and are still there, whatever they say."""
        found = self._record(name).items()
        return frozenset(written_in for written_in, built in found if (self.out / built.path).is_file())

    def names(self, kind: str) -> list[str]:
        """The names of all records of a kind."""
        return sorted(path.stem for path in (self.out / WORK_FOLDER / kind).glob("*.json"))

    def forget(self, name: str, written_in: str) -> None:
        """Forget one format of a document, and a record that holds nothing else or knows no formats."""
        left = {each: stored for each, stored in self.read(name).items() if written_in and each != written_in}
        if left:
            self.write(name, left)
        else:
            self._path(name).unlink(missing_ok=True)

    def read(self, name: str) -> dict[str, Any]:
        """A record by its name; empty where there is none that can be read."""
        try:
            stored = json.loads(self._path(name).read_bytes())
        except (OSError, ValueError):
            return {}
        return stored if isinstance(stored, dict) else {}

    def write(self, name: str, content: Mapping[str, Any]) -> None:
        """Write a record whole."""
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        with scratch(self.out / WORK_FOLDER) as folder:
            part = folder / path.name
            part.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
            part.replace(path)

    def _record(self, name: str) -> dict[str, Built]:
        try:
            return {each: Built(**stored) for each, stored in self.read(f"documents/{name}").items()}
        except TypeError:
            return {}

    def _is_intact(self, built: Built | None, key: str) -> bool:
        """Whether a file was built from `key` and still holds what was written."""
        if built is None or built.key != key:
            return False
        path = self.out / built.path
        try:
            about = path.stat()
            if about.st_size != built.size:
                return False
            untouched = about.st_mtime_ns == built.modified
            return untouched or hashlib.sha256(path.read_bytes()).hexdigest() == built.sha256
        except OSError:
            return False

    def _path(self, name: str) -> Path:
        return self.out / WORK_FOLDER / f"{name}.json"
