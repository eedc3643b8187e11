"""bulian (补链): an open industrial brain for one district.

Every command of the command line is a call here first:

    from pathlib import Path
    import bulian

    now = "2026-01-31T09:00:00+08:00"
    place = bulian.init(Path("大渡口"), region="500104")
    bulian.build(place, now=now)
    for sourced in bulian.facts(place, indicator="工业总产值"):
        print(sourced.fact.value, sourced.fact.period, sourced.source.name)
    bulian.report(place, Path("简报.docx"), lang="zh", now=now)

The calls are named as the commands, but for `extract_files`, `map_table`, `import_` and `chain_show` with its
kin: `bulian.extract` and `bulian.chain` are rooms, `map` and `import` are Python's. Nothing is imported until
a call asks for it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bulian.steps.asking import count, facts, judge, source, status
    from bulian.steps.backtesting import backtest
    from bulian.steps.building import build
    from bulian.steps.chaining import (
        chain_depend,
        chain_gaps,
        chain_lose,
        chain_sheets,
        chain_show,
        chain_view,
    )
    from bulian.steps.changing import chain_catalogue, chain_diff, chain_edit
    from bulian.steps.checking import check
    from bulian.steps.clustering import change_member, clusters, compare
    from bulian.steps.conflicting import conflicts
    from bulian.steps.demonstrating import demo
    from bulian.steps.desking import (
        desk_add,
        desk_correct,
        desk_end,
        desk_list,
        desk_load,
        desk_person,
        desk_show,
    )
    from bulian.steps.directing import directions
    from bulian.steps.evaluating import attest, evaluate, methods
    from bulian.steps.examining import doctor
    from bulian.steps.exporting import export
    from bulian.steps.extracting import extract_files
    from bulian.steps.filing import site
    from bulian.steps.forgetting import forget, forgettable
    from bulian.steps.founding import init
    from bulian.steps.identifying import identities
    from bulian.steps.importing import import_
    from bulian.steps.introducing import path
    from bulian.steps.laddering import ladder
    from bulian.steps.mapping import map_table
    from bulian.steps.matching import match, match_sheets, match_to_mend
    from bulian.steps.monitoring import choose_set, scorecard
    from bulian.steps.noting import (
        desk_achievements,
        desk_assign,
        desk_boards,
        desk_due,
        desk_figures,
        desk_week,
    )
    from bulian.steps.packaging import sheet
    from bulian.steps.placing import chain_cover, chain_place
    from bulian.steps.planning import clauses, goals, link, unlink
    from bulian.steps.profiling import firm, firms, firms_by, sei
    from bulian.steps.projecting import desk_funnel, desk_move
    from bulian.steps.prospecting import prospects
    from bulian.steps.recommending import opportunities
    from bulian.steps.rejecting import reject, rejections, restore
    from bulian.steps.reporting import report
    from bulian.steps.reviewing import merge, review, split, undo
    from bulian.steps.revising import revisions, verify
    from bulian.steps.risking import risk, risk_sectors
    from bulian.steps.searching import bring
    from bulian.steps.serving import serve
    from bulian.steps.standing_names import find_name
    from bulian.steps.structuring import choose_peer, drop_peer, peers, structure
    from bulian.steps.supposing import chain_save, chain_scenario, chain_scenarios
    from bulian.steps.tracking import assign, set_quality, targets

__version__ = "0.1.0"
_ROOM_OF = {
    "assign": "tracking",
    "attest": "evaluating",
    "backtest": "backtesting",
    "build": "building",
    "chain_catalogue": "changing",
    "chain_cover": "placing",
    "chain_depend": "chaining",
    "chain_diff": "changing",
    "chain_edit": "changing",
    "chain_gaps": "chaining",
    "chain_sheets": "chaining",
    "chain_lose": "chaining",
    "chain_place": "placing",
    "chain_save": "supposing",
    "chain_scenario": "supposing",
    "chain_scenarios": "supposing",
    "chain_show": "chaining",
    "chain_view": "chaining",
    "clauses": "planning",
    "check": "checking",
    "conflicts": "conflicting",
    "change_member": "clustering",
    "clusters": "clustering",
    "compare": "clustering",
    "count": "asking",
    "demo": "demonstrating",
    "bring": "searching",
    "desk_add": "desking",
    "directions": "directing",
    "restore": "rejecting",
    "rejections": "rejecting",
    "reject": "rejecting",
    "prospects": "prospecting",
    "sheet": "packaging",
    "path": "introducing",
    "desk_correct": "desking",
    "desk_end": "desking",
    "desk_achievements": "noting",
    "desk_assign": "noting",
    "desk_boards": "noting",
    "desk_due": "noting",
    "desk_figures": "noting",
    "desk_week": "noting",
    "desk_funnel": "projecting",
    "desk_move": "projecting",
    "desk_person": "desking",
    "desk_list": "desking",
    "desk_load": "desking",
    "desk_show": "desking",
    "doctor": "examining",
    "evaluate": "evaluating",
    "export": "exporting",
    "extract_files": "extracting",
    "facts": "asking",
    "firm": "profiling",
    "firms": "profiling",
    "firms_by": "profiling",
    "identities": "identifying",
    "forget": "forgetting",
    "forgettable": "forgetting",
    "find_name": "standing_names",
    "goals": "planning",
    "import_": "importing",
    "init": "founding",
    "judge": "asking",
    "link": "planning",
    "ladder": "laddering",
    "map_table": "mapping",
    "match": "matching",
    "match_sheets": "matching",
    "match_to_mend": "matching",
    "merge": "reviewing",
    "methods": "evaluating",
    "opportunities": "recommending",
    "report": "reporting",
    "review": "reviewing",
    "serve": "serving",
    "revisions": "revising",
    "risk": "risking",
    "risk_sectors": "risking",
    "structure": "structuring",
    "scorecard": "monitoring",
    "choose_set": "monitoring",
    "peers": "structuring",
    "choose_peer": "structuring",
    "drop_peer": "structuring",
    "sei": "profiling",
    "set_quality": "tracking",
    "site": "filing",
    "source": "asking",
    "split": "reviewing",
    "status": "asking",
    "targets": "tracking",
    "undo": "reviewing",
    "unlink": "planning",
    "verify": "revising",
}
__all__ = [
    "assign",
    "attest",
    "backtest",
    "bring",
    "build",
    "chain_catalogue",
    "chain_cover",
    "chain_depend",
    "chain_diff",
    "chain_edit",
    "chain_gaps",
    "chain_lose",
    "chain_place",
    "chain_save",
    "chain_scenario",
    "chain_scenarios",
    "chain_sheets",
    "chain_show",
    "chain_view",
    "change_member",
    "check",
    "choose_peer",
    "choose_set",
    "clauses",
    "clusters",
    "compare",
    "conflicts",
    "count",
    "demo",
    "desk_achievements",
    "desk_add",
    "desk_assign",
    "desk_boards",
    "desk_correct",
    "desk_due",
    "desk_end",
    "desk_figures",
    "desk_funnel",
    "desk_list",
    "desk_load",
    "desk_move",
    "desk_person",
    "desk_show",
    "desk_week",
    "directions",
    "doctor",
    "drop_peer",
    "evaluate",
    "export",
    "extract_files",
    "facts",
    "find_name",
    "firm",
    "firms",
    "firms_by",
    "forget",
    "forgettable",
    "goals",
    "identities",
    "import_",
    "init",
    "judge",
    "ladder",
    "link",
    "map_table",
    "match",
    "match_sheets",
    "match_to_mend",
    "merge",
    "methods",
    "opportunities",
    "path",
    "peers",
    "prospects",
    "reject",
    "rejections",
    "report",
    "restore",
    "review",
    "revisions",
    "risk",
    "risk_sectors",
    "scorecard",
    "sei",
    "serve",
    "set_quality",
    "sheet",
    "site",
    "source",
    "split",
    "status",
    "structure",
    "targets",
    "undo",
    "unlink",
    "verify",
]


def __getattr__(name: str) -> object:
    if name in _ROOM_OF:
        return getattr(import_module(f"bulian.steps.{_ROOM_OF[name]}"), name)
    raise AttributeError(f"module 'bulian' has no attribute {name!r}")
