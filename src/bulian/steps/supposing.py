"""Suppose that firms and nodes of a chain, or a share of them, are gone, and keep the supposition by name."""

from collections.abc import Sequence
from dataclasses import dataclass

from bulian.chain.edits import BOOK
from bulian.chain.losing import Scenario, scenario
from bulian.chain.view import ChainView
from bulian.corpus.workspace import Workspace
from bulian.errors import JournalError
from bulian.ledger import signing
from bulian.model.chain import Change
from bulian.steps.changing import find_node


@dataclass(frozen=True, slots=True)
class SavedScenario:
    """A scenario that somebody kept by name; `share` is what part of firms and nodes is gone, 0 to 1."""

    chain: str
    name: str
    without: tuple[str, ...]
    share: float
    change: Change


def chain_scenario(view: ChainView, without: Sequence[str], share: float = 1.0) -> Scenario:
    """What breaks without these firms and nodes at once; names in either script, nodes also by id.

    `share` is what part of each is gone, 0 to 1.

    Raises:
        BadRequest: one of them is no node and no firm on a node, or the share is no such number.
    """
    return scenario(view.chain, view.graph, view.states, [_target(view, name) for name in without], share)


def _target(view: ChainView, name: str) -> str:
    firm = view.who.name_of(name)
    if any(one.firm == firm for state in view.states.values() for one in state.firms):
        return firm
    node = find_node(view.chain, view.words, name)
    return node.id if node else name


def chain_save(view: ChainView, workspace: Workspace, scenario_name: str, without: Sequence[str],
               share: float = 1.0, *, by: str, why: str, now: str) -> None:  # fmt: skip
    """Keep a scenario by name in the journal; a later one of the same name takes its place.

    Raises:
        JournalError: it has no name, nobody signed it, or it has no reason.
    """
    if not (scenario_name.strip() and by.strip() and why.strip()):
        raise JournalError(
            "A scenario is kept with its name, who made it and why.", "保存情景须写名称、是谁、为什么。"
        )
    act = {
        "at": now, "by": by, "why": why, "chain": view.chain.id, "do": "scenario", "name": scenario_name,
        "without": [_target(view, name) for name in without], "share": share,
    }  # fmt: skip
    signing.append(workspace.journal, BOOK, act)


def chain_scenarios(workspace: Workspace) -> tuple[SavedScenario, ...]:
    """The scenarios that were kept, by chain and name; of several of one name the last."""
    found: dict[tuple[str, str], SavedScenario] = {}
    for entry in signing.read(workspace.journal, BOOK):
        act = entry.act
        if act.get("do") == "scenario":
            change = Change(str(act["by"]), str(act["at"]), str(act["why"]), entry.seq)
            key = (str(act["chain"]), str(act["name"]))
            share = float(act.get("share", 1))  # the first scenarios that were kept took whole firms
            found[key] = SavedScenario(*key, tuple(map(str, act["without"])), share, change)
    return tuple(found[key] for key in sorted(found))
