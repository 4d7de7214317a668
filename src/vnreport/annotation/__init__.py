"""Records and annotated articles in the formats of annotation tools, and back to the gold form.

An article with its annotations is a `Markup`: labelled regions, their fields, relations between them. It comes from a
record (`of_report`) or an annotated article (`of_gold`), goes out to Label Studio, brat or CoNLL-2002 (`files`), and
what people have corrected there comes back (`read`) and becomes the gold form (`gold`). ``docs/annotation.md`` says
what each format carries.

>>> import vnreport
>>> report = vnreport.parse("Ngày 11/3/2022, ông Lê Văn An chủ trì cuộc họp.", id="a-1")
>>> markup = of_report(report)
>>> [(region.label, markup.words(region)) for region in markup.regions]
[('Person', 'Lê Văn An'), ('Date', 'Ngày 11/3/2022'), ('Meeting', 'cuộc họp')]
>>> gold(markup)["meeting"]["chairs"]
['Lê Văn An']
"""

from __future__ import annotations

from vnreport.annotation.exchange import TASKS, Format, configuration, files, read
from vnreport.annotation.form import gold
from vnreport.annotation.golds import read as of_gold
from vnreport.annotation.label_studio import NotAnnotatedError
from vnreport.annotation.markup import LABELS, RELATIONS, AnnotationError, Markup, Region, Relation
from vnreport.annotation.reports import markup as of_report

__all__ = [
    "LABELS",
    "RELATIONS",
    "TASKS",
    "AnnotationError",
    "Format",
    "Markup",
    "NotAnnotatedError",
    "Region",
    "Relation",
    "configuration",
    "files",
    "gold",
    "of_gold",
    "of_report",
    "read",
]
