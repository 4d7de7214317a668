"""The record's types described: a meaning for every field, in the schema too."""

import msgspec
import pytest

from vnreport import records
from vnreport.records import Report, Span
from vnreport.schema import json_schema, meanings

TYPES = [
    value
    for value in vars(records).values()
    if isinstance(value, type) and issubclass(value, msgspec.Struct) and value.__struct_fields__
]


def test_schema_names_every_field_of_the_record() -> None:
    schema = json_schema()
    assert list(schema["$defs"]["Report"]["properties"]) == [field.name for field in msgspec.structs.fields(Report)]


@pytest.mark.parametrize("record", TYPES, ids=lambda record: record.__name__)
def test_every_field_has_its_meaning(record: type[msgspec.Struct]) -> None:
    assert list(meanings()[record.__name__]) == list(record.__struct_fields__)


@pytest.mark.parametrize("record", TYPES, ids=lambda record: record.__name__)
def test_schema_describes_every_type_and_field(record: type[msgspec.Struct]) -> None:
    definition = json_schema()["$defs"][record.__name__]
    assert "``" not in definition["description"]
    assert all(described["description"] for described in definition["properties"].values())


def test_a_field_that_is_a_record_keeps_its_type() -> None:
    described = json_schema()["$defs"]["Mention"]["properties"]["span"]
    assert described["allOf"] == [{"$ref": f"#/$defs/{Span.__name__}"}]
