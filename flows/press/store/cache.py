"""A store of finished pieces that survives two builds at once, a kill in the middle and a damaged file."""

import hashlib
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

CACHE_FILE = ".standpunt/press.sqlite3"
"""Where parsed texts, drawn charts and parts of fonts are kept, from the content root."""
_BUSY_SECONDS = 30.0
_TABLE = "pieces_with_sums"
"""A new form of the table gets a new name, so that an older file is no obstacle."""
_AT_ONCE = 500
"""Keys in one question; SQLite allows some thousands."""
_DAMAGE = (sqlite3.DatabaseError, UnicodeError, TypeError)
"""What reading a damaged file ends in: SQLite notices, or hands out values of another type."""


class Cache:
    """Bytes by key in one SQLite file. Losing it costs time, never content: a damaged one is thrown away."""

    def __init__(self, path: str | Path) -> None:
        """Make a cache of the file at `path`, which need not exist yet."""
        self._path = Path(path)

    def found(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The pieces that are there, by key."""
        wanted = list(dict.fromkeys(keys))
        if not wanted or not self._path.exists():
            return {}
        try:
            return self._read(wanted)
        except sqlite3.OperationalError:
            return {}
        except _DAMAGE:
            self._discard()
            return {}

    def keep(self, pieces: Mapping[str, bytes]) -> None:
        """Store pieces; where that cannot be done, they are made again next time."""
        if not pieces:
            return
        try:
            self._write(pieces)
        except (sqlite3.OperationalError, OSError):
            return
        except _DAMAGE:
            self._discard()

    def _read(self, wanted: list[str]) -> dict[str, bytes]:
        pieces: dict[str, bytes] = {}
        with self._open() as store:
            for start in range(0, len(wanted), _AT_ONCE):
                some = wanted[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                rows = store.execute(f"SELECT key, sum, piece FROM {_TABLE} WHERE key IN ({marks})", some)
                pieces.update((key, piece) for key, total, piece in rows if total == _sum(piece))
        return pieces

    def _write(self, pieces: Mapping[str, bytes]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._open() as store:
            store.execute(f"CREATE TABLE IF NOT EXISTS {_TABLE} (key TEXT PRIMARY KEY, sum BLOB, piece BLOB)")
            rows = ((key, _sum(piece), piece) for key, piece in pieces.items())
            store.executemany(f"INSERT OR REPLACE INTO {_TABLE} VALUES (?, ?, ?)", rows)

    def _open(self) -> "_Connection":
        return _Connection(self._path)

    def _discard(self) -> None:
        for name in (self._path, self._path.with_name(f"{self._path.name}-journal")):
            name.unlink(missing_ok=True)


def _sum(piece: bytes) -> bytes:
    return hashlib.blake2b(piece, digest_size=8).digest()


class _Connection:
    """A connection that commits or rolls back, and closes, which sqlite3's own `with` does not."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> sqlite3.Connection:
        self._connection = sqlite3.connect(self._path, timeout=_BUSY_SECONDS)
        return self._connection

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        try:
            if kind is None:
                self._connection.commit()
        finally:
            self._connection.close()
