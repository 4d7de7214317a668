"""The ids that a run has met, on disk, so that memory does not grow with the archive."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

_CACHE_KIB = 16_384


class Busy(RuntimeError):
    """Another run holds the folder."""


class Seen:
    """Which article, by its number in the archive, was the first to have an id, and where it stands.

    What a run that was killed wrote may be kept: the same archive gives the same first articles again. As long as it
    is open, no other process can open it.
    """

    def __init__(self, path: Path) -> None:
        """Raises `Busy` where another process has `path` open."""
        self.is_new = not path.exists()
        self._db = sqlite3.connect(path, timeout=0.2, isolation_level=None)
        try:
            self._db.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            self._db.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            self._db.close()
            raise Busy(f"{path.parent} is in use by another run") from None
        self._db.execute(
            "CREATE TABLE IF NOT EXISTS seen (id BLOB PRIMARY KEY, number INTEGER, place TEXT) WITHOUT ROWID"
        )

    def first(self, id: str, number: int, place: str) -> str | None:
        """The place of the earlier article with this `id`; None where article `number`, at `place`, is the first."""
        key = hashlib.blake2b(id.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        added = self._db.execute("INSERT OR IGNORE INTO seen VALUES (?, ?, ?)", (key, number, place))
        if added.rowcount:
            return None
        earlier, where = self._db.execute("SELECT number, place FROM seen WHERE id = ?", (key,)).fetchone()
        return None if earlier == number else str(where)

    def forget(self) -> None:
        """Begin anew."""
        self._db.execute("DELETE FROM seen")

    def save(self) -> None:
        """Put on disk what was met so far."""
        self._db.execute("COMMIT")
        self._db.execute("BEGIN EXCLUSIVE")

    def close(self) -> None:
        """Let go of the file; what was not saved is forgotten."""
        self._db.close()
