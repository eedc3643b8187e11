"""The example district's desk: its made-up tables loaded, its made-up projects moved, as an officer would."""

import csv
from collections.abc import Iterator
from pathlib import Path

from bulian.corpus.workspace import Workspace
from bulian.desk import registers
from bulian.desk.book import Signed
from bulian.steps.desking import desk_load
from bulian.steps.projecting import desk_move
from bulian.vocab.registers import register
from bulian.vocab.stages import stage

_BY = "演示（合成）"


def equip(workspace: Workspace, *, now: str) -> None:
    """Load the tables that `desk/loads.csv` lists and make the moves of `desk/moves.csv`; again, nothing new.

    Raises:
        BulianError: a table or a move does not fit.
    """
    folder = workspace.root / "desk"
    for told in _rows(folder / "loads.csv"):
        desk_load(workspace, told["register"], folder / told["file"], Signed(_BY, now, told["on"]))
    known = {one.key: one for one in registers.rows(workspace, register("projects"))}
    for told in _rows(folder / "moves.csv"):
        wanted = (stage(told["stage"]).key, told["on"])
        # Asked on an earlier day, the example has only what had happened by then.
        if told["on"] <= now[:10] and wanted not in {
            (move["to"], move["on"]) for move in known[told["project"]].moves
        }:
            signed = Signed(_BY, now, told["on"], why=told["why"])
            desk_move(workspace, told["project"], told["stage"], signed, evidence=told["evidence"] or None)


def _rows(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
