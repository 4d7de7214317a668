"""The people stage alone, without the tagger and with it, and how often the tagger is asked.

python benchmarks/people.py [ARCHIVE.jsonl[.gz] | FOLDER] [--articles 500]
"""

from harness import report

from vnreport.document import Document, Found
from vnreport.people import find, tagger

HOSTILE = (
    "Nguyễn ", "Nguyễn Nguyễn. ", "Chủ tịch ", "Chủ tịch UBND, ", "ông An, bà Bình, ", "các Chủ tịch Lê An, ",
    "Y ", "(",
)  # fmt: skip


class Counted:
    """The tagger, counting the sentences it is shown and the calls of the stage."""

    def __init__(self) -> None:
        self.asked = self.calls = 0

    def __call__(self, sentence: str) -> list[tuple[int, int]]:
        self.asked += 1
        return tagger.underthesea(sentence)

    def find(self, document: Document, found: Found) -> object:
        self.calls += 1
        return find(document, found, tagger=self)


if __name__ == "__main__":
    counted = Counted()
    counted("Ông Nguyễn Văn An nói.")  # loads the model
    report({"people": find, "people with tagger": counted.find}, {"people": HOSTILE}, __doc__)
    print(f"sentences the tagger was asked about: {counted.asked / counted.calls:.3f} an article")
