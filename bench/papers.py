"""How long a paper of the example district takes, and how large it is: every kind in every format.

.venv/bin/python bench/papers.py

The bound: a Word report in less than 5 s, as a whole process from the ledger on. Beside it what renders alone
takes, and python-docx writing as many paragraphs and cells without looks or links.
"""

import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import docx
from machine import facts

from bulian.corpus.workspace import Workspace
from bulian.publish.rendering import render
from bulian.steps.demonstrating import demo
from bulian.steps.reporting import KINDS, Order, paper

Made = TypeVar("Made")
NOW = "2026-01-31T09:00:00+08:00"
BULIAN = str(Path(sys.executable).with_name("bulian"))
SUFFIXES = (".docx", ".pdf", ".xlsx", ".html", ".md")


def timed(act: Callable[[], Made]) -> tuple[float, Made]:
    """Seconds of a second run, which finds what the first one warmed, and what came of it."""
    act()
    began = time.perf_counter()
    made = act()
    return time.perf_counter() - began, made


def process(workspace: Workspace, kind: str, output: Path) -> None:
    """One report as a whole command."""
    command = [BULIAN, "report", str(workspace.root), "--kind", kind, "-o", str(output)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def bare(content: bytes) -> bytes:
    """python-docx writing the same text again: no styles, links, fonts or fixed bytes."""
    read = docx.Document(io.BytesIO(content))
    made = docx.Document()
    for paragraph in read.paragraphs:
        made.add_paragraph(paragraph.text)
    for table in read.tables:
        cells = [[cell.text for cell in row.cells] for row in table.rows]
        copy = made.add_table(len(cells), len(cells[0]))
        for row, line in zip(copy.rows, cells, strict=True):
            for cell, text in zip(row.cells, line, strict=True):
                cell.text = text
    kept = io.BytesIO()
    made.save(kept)
    return kept.getvalue()


def row(workspace: Workspace, kind: str, suffix: str, folder: Path) -> str:
    """One kind in one format: as a command where Word is wanted, and rendered alone."""
    made = paper(workspace, kind, Order("zh", NOW))
    whole = ""
    if suffix == ".docx":
        seconds, _ = timed(lambda: process(workspace, kind, folder / f"{kind}{suffix}"))
        whole = f"{seconds:.2f}"
    seconds, content = timed(lambda: render(made, suffix))
    return f"{kind:18s} {suffix:7s} {whole:>10s} {seconds:9.2f} {len(content) / 1000:7.0f}"


def main() -> None:
    """Print one row a kind and format."""
    print(facts())
    with tempfile.TemporaryDirectory() as folder:
        workspace = demo(Path(folder) / "dadukou", lang="zh", now=NOW).workspace
        print(f"{'kind':18s} {'format':7s} {'command s':>10s} {'render s':>9s} {'kB':>7s}")
        for kind in KINDS:
            for suffix in SUFFIXES:
                print(row(workspace, kind, suffix, Path(folder)))
        brief = render(paper(workspace, "brief", Order("zh", NOW)), ".docx")
        print(f"python-docx, the text of the brief alone: {timed(lambda: bare(brief))[0]:.2f} s")


if __name__ == "__main__":
    main()
