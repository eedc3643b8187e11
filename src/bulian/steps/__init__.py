"""The whole way, a call a step; the command line and the Python caller use the same ones.

`build` is the way itself, from `sources/` to the ledger; the others ask what came of it, correct it, or
write it out.
"""

from bulian.steps.asking import count, facts, judge, source, status
from bulian.steps.building import build
from bulian.steps.demonstrating import demo
from bulian.steps.examining import doctor
from bulian.steps.extracting import extract_files
from bulian.steps.founding import init
from bulian.steps.mapping import map_table
from bulian.steps.reporting import report

__all__ = [
    "build", "count", "demo", "doctor", "extract_files", "facts", "init", "judge", "map_table", "report",
    "source", "status",
]  # fmt: skip
