"""How `vnreport batch` scales: rate with N workers beside one, and the peak memory of the process that reads.

    python benchmarks/batch.py ../shared/archive/news-2017.jsonl.gz --workers 4
    python benchmarks/batch.py ../shared/archive/news-2017.jsonl.gz --workers 4 --repeat 10 --no-single

The rate is that of the whole run, start of the workers included. `--repeat` writes the archive (JSON Lines, plain or
.gz) so many times into one, with ids made distinct, to show that memory does not grow with it. Run it on an idle
machine with as many cores as workers.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from harness import peak


def main() -> None:
    arguments = _arguments()
    if arguments.into is not None:
        print(json.dumps(_measured(arguments.archive, arguments.into, arguments.workers, arguments.articles)))
        return
    with tempfile.TemporaryDirectory() as folder:
        archive = arguments.archive
        if arguments.repeat > 1:
            archive = _repeated(archive, arguments.repeat, Path(folder) / "repeated.jsonl.gz")
        print(f"{archive.name}: {archive.stat().st_size / 1e6:.1f} MB; {len(os.sched_getaffinity(0))} cores")
        print(f"{'workers':>8} {'articles':>9} {'failed':>7} {'seconds':>8} {'a second':>9} {'parent peak':>12}")
        rates = {}
        for workers in sorted({arguments.workers} if arguments.no_single else {1, arguments.workers}):
            found = in_own_process(archive, Path(folder) / f"out{workers}", workers, arguments.articles)
            rates[workers] = found["articles"] / found["seconds"]
            print(
                f"{workers:>8} {found['articles']:>9,} {found['failed']:>7,} {found['seconds']:>8.1f} "
                f"{rates[workers]:>9.1f} {found['peak'] / 1e6:>9.0f} MB",
                flush=True,
            )
        if len(rates) == 2:
            print(f"{arguments.workers} workers do {rates[arguments.workers] / rates[1]:.2f} times what one does")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--articles", type=int, help="how many of the first articles; all by default")
    parser.add_argument("--repeat", type=int, default=1)
    parser.add_argument("--no-single", action="store_true", help="leave out the run with one worker")
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)  # one measurement, in a process of its own
    return parser.parse_args()


def in_own_process(archive: Path, out: Path, workers: int, limit: int | None = None) -> dict[str, float]:
    """The `articles` read, those that `failed`, the `seconds` it took and the `peak` memory of the parent in bytes."""
    command = [sys.executable, __file__, str(archive), "--into", str(out), "--workers", str(workers)]
    if limit is not None:
        command += ["--articles", str(limit)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def _measured(archive: Path, out: Path, workers: int, limit: int | None) -> dict[str, float]:
    from vnreport.archive.batch import Options, run

    began = time.perf_counter()
    outcome = run([archive], out, Options(workers=workers, limit=limit))
    seconds = time.perf_counter() - began
    return {"articles": outcome.articles, "failed": outcome.failed, "seconds": seconds, "peak": peak()}


def _repeated(archive: Path, times: int, path: Path) -> Path:
    with gzip.open(path, "wt", compresslevel=1, encoding="utf-8") as out:
        for number in range(times):
            with gzip.open(archive, "rt", encoding="utf-8") if archive.suffix == ".gz" else open(archive) as lines:
                for line in lines:
                    row = json.loads(line)
                    row["id"] = f"{row['id']}-{number}"
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


if __name__ == "__main__":
    main()
