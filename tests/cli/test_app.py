"""`vnreport` itself, and `vnreport schema`."""

import json
from importlib.metadata import version

from typer.testing import CliRunner

from vnreport import parse
from vnreport.cli import app


def test_version_is_that_of_the_package() -> None:
    result = CliRunner().invoke(app, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"vnreport {version('vnreport')}\n")


def test_help_shows_the_commands_and_an_example() -> None:
    shown = CliRunner().invoke(app, ["--help"]).stdout
    assert "vnreport parse report.txt --published 2022-03-11" in shown
    assert all(command in shown for command in ("parse", "schema", "evaluate"))


def test_unknown_command_is_exit_code_2() -> None:
    assert CliRunner().invoke(app, ["pasre"]).exit_code == 2


def test_schema_is_a_json_schema_that_describes_records() -> None:
    schema = json.loads(CliRunner().invoke(app, ["schema"]).stdout)
    record = json.loads(parse("Ngày 11/3/2022, xã họp.").to_json())
    described = schema["$defs"]["Report"]["properties"]
    assert set(record) == set(described)
    assert described["schema_version"]["default"] == record["schema_version"]
