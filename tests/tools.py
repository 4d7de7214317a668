"""The project's own tools of ``quality/``, for the tests of what they make."""

import importlib.util
from pathlib import Path
from types import ModuleType

QUALITY = Path(__file__).parents[1] / "quality"


def tool(name: str) -> ModuleType:
    """The module ``quality/NAME.py``, loaded anew: the folder is no package."""
    spec = importlib.util.spec_from_file_location(f"quality_{name}", QUALITY / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
