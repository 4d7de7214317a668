"""docs/annotation.md names what there is."""

import re
from pathlib import Path

from vnreport.annotation import LABELS, RELATIONS, conll2002

PAGE = (Path(__file__).parents[2] / "docs" / "annotation.md").read_text("utf-8")


def rows(head: str) -> dict[str, str]:
    """The table whose first column is called `head`: first cell to the rest of the row."""
    table = PAGE.split(f"| {head} |")[1].split("\n\n")[0]
    return {match[1]: match[2] for match in re.finditer(r"^\| `(\w+)` \|(.*)$", table, re.MULTILINE)}


def test_table_of_labels_has_their_fields() -> None:
    table = rows("label")
    assert list(table) == list(LABELS)
    for label in LABELS.values():
        fields = {field.name for field in label.fields}
        assert fields == set(re.findall(r"`(\w+)`", table[label.name])) - {"chairs", "speaks"}, label.name


def test_table_of_relations_has_them_all() -> None:
    assert list(rows("relation")) == list(RELATIONS)


def test_tags_and_layers_of_conll_are_named() -> None:
    assert all(f"`{name}`" in PAGE for name in (*conll2002.TAGS, *conll2002.LAYERS))
