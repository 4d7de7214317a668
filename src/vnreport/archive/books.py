"""The books of a run: parts become part of the tables, in order, and the manifest says so."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from vnreport.archive import manifest, outputs
from vnreport.archive.feed import Part
from vnreport.archive.log import Log
from vnreport.archive.manifest import Plan, Progress
from vnreport.archive.seen import Seen


class Books:
    """The tables' folder, its logs and its manifest. `progress` is what the manifest says."""

    def __init__(self, folder: Path, plan: Plan, progress: Progress, seen: Seen) -> None:
        """Raises `OSError` where the logs are not what the manifest says."""
        self.folder = folder
        self.progress = progress
        self.seen = seen
        self._plan = plan
        self._errors = Log(folder / outputs.ERRORS, progress.errors_bytes)
        self._inputs = Log(folder / outputs.INPUTS, progress.inputs_bytes)

    def enter(self, part: Part, work: Path) -> None:
        """Make a part count: its files, put aside under `work`, its failures, the inputs read to their end in it.

        Nothing counts before the manifest is renamed, which comes last; all before it can be done twice. What the
        disk refuses is an `OSError`.
        """
        assert part.end is not None
        for name in part.rows or ():
            self._publish(work, name, outputs.part_name(part.number, str(self._plan.options["format"])))
        failures = sorted(part.failures)
        self.seen.save()
        progress = self.progress
        self._save(
            progress.plus(
                parts=progress.parts + (part.rows is not None),
                cursor=part.end,
                rows=_summed(progress.rows, part.rows or {}),
                errors=_summed(progress.errors, Counter(each.kind for each in failures)),
                errors_bytes=self._errors.append(
                    {"place": each.place, "id": each.id, "kind": each.kind, "reason": each.reason} for each in failures
                ),
                inputs_bytes=self._inputs.append(part.inputs),
            )
        )

    @property
    def bytes_total(self) -> int:
        """The bytes of all inputs."""
        return self._plan.inputs.bytes

    def finish(self) -> None:
        """Say that the run is done."""
        self._save(self.progress.plus(done=True))

    def close(self) -> None:
        """Let go of the logs."""
        self._errors.close()
        self._inputs.close()

    def _publish(self, work: Path, table: str, name: str) -> None:
        folder = self.folder / table
        folder.mkdir(exist_ok=True)
        os.replace(work / table / name, folder / name)
        manifest.flush_folder(folder)

    def _save(self, progress: Progress) -> None:
        manifest.save(self.folder, self._plan, progress)
        self.progress = progress


def _summed(one: Mapping[str, int], other: Mapping[str, int]) -> dict[str, int]:
    return {name: one.get(name, 0) + other.get(name, 0) for name in sorted({*one, *other})}
