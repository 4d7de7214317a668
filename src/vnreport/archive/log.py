"""Logs that a run appends to and that count only as far as the manifest says: a record a line, in order."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from vnreport.archive.manifest import flush


class Log:
    """A file of JSON lines. What stands behind its first `size` bytes is cut off when it is opened."""

    def __init__(self, path: Path, size: int) -> None:
        """Raises `OSError` where the file is shorter than `size`: somebody has changed it."""
        self._file = open(path, "ab")  # noqa: SIM115 - open as long as the run
        if os.path.getsize(path) < size:
            self._file.close()
            raise OSError(f"{path} is shorter than the manifest says")
        self._file.truncate(size)
        self.size = size

    def append(self, records: Iterable[Mapping[str, Any]]) -> int:
        """Add a line for each record and wait for the disk; the size of the file then."""
        lines = (json.dumps(record, ensure_ascii=False) + "\n" for record in records)
        data = "".join(lines).encode("utf-8", "backslashreplace")
        if data:
            self._file.write(data)
            self._file.flush()
            flush(self._file.fileno())
            self.size += len(data)
        return self.size

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()
