"""``python -m vnreport`` is the command ``vnreport``."""

from vnreport.cli import app

app(prog_name="vnreport")
