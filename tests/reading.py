"""Reads the articles of folders and prints their records: run as a program by `tests/test_steady.py`."""

import sys
import threading
from pathlib import Path

from vnreport import Report, parse

# A date stamp that only dateparser reads, a name that only the tagger knows, and no day at all.
DAYS = ("2022-03-11", "Thứ sáu, 11/03/2022 | 08:30 GMT+7", "11 Mar 2022 at 8am", None)
OPEN = "Khán giả yêu Thu Mận. Rồi Thu Mận hát. Hôm nay Thu Mận về. Sau đó Thu Mận đi. Rồi Thu Mận ngủ."


def read(articles: list[str]) -> list[Report]:
    """The records of articles, each as it is with one of the days and with what is for the tagger behind it."""
    days = [DAYS[i % len(DAYS)] for i in range(len(articles))]
    texts = [f"{article}\n{OPEN}" if i % 5 == 0 else article for i, article in enumerate(articles)]
    return [parse(text, published=day, id=str(i)) for i, (text, day) in enumerate(zip(texts, days, strict=True))]


def articles(folders: list[str]) -> list[str]:
    """The articles of folders, by name."""
    return [path.read_text("utf-8") for folder in folders for path in sorted(Path(folder).glob("*.txt"))]


def together(texts: list[str], threads: int) -> list[list[Report]]:
    """What each of many threads reads that all begin at one moment, in a process that has read nothing so far."""
    sys.setswitchinterval(1e-6)
    begin = threading.Barrier(threads)
    found: list[list[Report]] = [[] for _ in range(threads)]

    def work(number: int) -> None:
        begin.wait()
        found[number] = read(texts)

    workers = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    return found


if __name__ == "__main__":
    count, *folders = sys.argv[1:]
    lines = [[report.to_json() for report in read] for read in together(articles(folders), int(count))]
    sys.stdout.buffer.write("\n".join("\n".join(each) for each in lines).encode("utf-8", "surrogatepass"))
