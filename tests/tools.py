"""The project's own programs, for the tests of what they make."""

import importlib.util
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]


def tool(name: str, folder: str = "quality") -> ModuleType:
    """The module ``FOLDER/NAME.py`` beside the package, loaded anew: such a folder is no package."""
    spec = importlib.util.spec_from_file_location(f"{folder}_{name}", ROOT / folder / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
