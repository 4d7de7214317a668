"""What a run has done so far, on disk: the one file that says which parts count.

All that a run writes is put aside first and renamed; then the manifest is renamed over the old one. What the manifest
does not count is made again, or cut off, when the run is started again.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from vnreport.archive.inputs import Totals

NAME = "manifest.json"
"""The file's name in the folder of the tables."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What decides the tables: a run may only go on with the plan it began with."""

    inputs: Totals
    options: dict[str, Any]

    def difference(self, other: Plan) -> str | None:
        """In words, what `other` has that is not so here; None where they are alike."""
        if self.inputs != other.inputs:
            return f"its inputs were {_summed(self.inputs)}, now they are {_summed(other.inputs)}"
        for name in sorted({*self.options, *other.options}):
            was, now = self.options.get(name), other.options.get(name)
            if was != now:
                return f"its {name} was {was!r}, now it is {now!r}"
        return None


def _summed(totals: Totals) -> str:
    return f"{totals.files} files of {totals.bytes} bytes (digest {totals.digest[:8]})"


@dataclass(frozen=True, slots=True)
class Cursor:
    """How far the inputs have been read: files read to their end, articles read of the next, articles in all."""

    inputs_done: int = 0
    within: int = 0
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """What is done: `parts` of the tables, `rows` in each table, `errors` by kind, what counts of the logs, in bytes.

    `cursor` says how far the inputs have been read for it, `done` that nothing is left.
    """

    parts: int = 0
    cursor: Cursor = Cursor()
    rows: dict[str, int] = field(default_factory=dict)
    errors: dict[str, int] = field(default_factory=dict)
    errors_bytes: int = 0
    inputs_bytes: int = 0
    done: bool = False

    @property
    def failed(self) -> int:
        """How many articles are in errors.jsonl."""
        return sum(self.errors.values())

    def plus(self, **changes: Any) -> Progress:
        """This progress with some of it moved on."""
        return replace(self, **changes)


def load(folder: Path) -> tuple[Plan, Progress] | None:
    """The plan and the progress of the run in `folder`; None where there is none.

    Raises `ValueError` where there is a manifest that no run of this version wrote.
    """
    try:
        data = json.loads((folder / NAME).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    try:
        progress = data["progress"]
        return (
            Plan(Totals(**data["plan"]["inputs"]), data["plan"]["options"]),
            Progress(**{**progress, "cursor": Cursor(**progress["cursor"])}),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"{folder / NAME} is no manifest of this version: {error}") from None


def save(folder: Path, plan: Plan, progress: Progress) -> None:
    """Make `progress` what counts; on disk when it returns, whole or not at all. Raises `OSError` if it cannot be."""
    data = {"plan": {"inputs": plan.inputs._asdict(), "options": plan.options}, "progress": asdict(progress)}
    aside = folder / f".{NAME}"
    with open(aside, "w", encoding="utf-8") as file:
        json.dump(data, file, ensure_ascii=False, indent=2)
        file.write("\n")
        flush(file.fileno())
    os.replace(aside, folder / NAME)
    flush_folder(folder)


def flush(descriptor: int) -> None:
    """Wait until what was written is on disk."""
    os.fsync(descriptor)


def flush_folder(folder: Path) -> None:
    """Wait until the renames in a folder are on disk, where the system can be asked to."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
