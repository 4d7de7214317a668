"""What `vnreport.archive` exports, and that it costs nothing until it is asked for."""

import subprocess
import sys

import pytest

import vnreport.archive


def _python(code: str) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)


def test_importing_it_imports_no_arrow() -> None:
    code = "import sys, vnreport.archive; sys.exit(bool({'pyarrow', 'pandas', 'polars'} & set(sys.modules)))"
    assert _python(code).returncode == 0


@pytest.mark.parametrize("name", vnreport.archive.__all__)
def test_every_name_it_promises_is_there(name: str) -> None:
    pytest.importorskip("pyarrow")
    assert getattr(vnreport.archive, name) is not None


def test_without_arrow_it_says_what_to_install() -> None:
    run = _python("import sys; sys.modules['pyarrow'] = None; from vnreport.archive import to_frames")
    assert "to_frames needs pyarrow: pip install 'vnreport[archive]'" in run.stderr


def test_a_name_it_does_not_have_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        vnreport.archive.nothing  # noqa: B018
