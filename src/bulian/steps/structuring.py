"""Structure over time: 一业独大 or 多业并兴, by industry and by firm, year by year, beside chosen peers."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from bulian.assess.composition import By, Composition, compositions, compositions_of
from bulian.assess.concentration import Concentration, concentration
from bulian.assess.datum import data_in_force
from bulian.assess.restructuring import Reference, Restructuring, Shift, restructuring, shift_shares
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, JournalError, VocabularyError
from bulian.ledger import signing
from bulian.ledger.scope import NOW, Scope, Seen
from bulian.resolve.identities import Identities
from bulian.steps.asking import look
from bulian.steps.identifying import identities

BOOK = "peers"
_REFERENCE = ("name", "year", "value")


@dataclass(frozen=True, slots=True)
class View:
    """One measure by industry or by firm over its years, the oldest first.

    Attributes:
        changes: of neighbouring years with data, and from the first to the last where there are more.
        shifts: from the first year to the last against the reference; () without one.
        trouble: why there is no shift–share, as (en, zh).
    """

    by: By
    measure: str
    synthetic: bool
    years: tuple[Concentration, ...]
    changes: tuple[Restructuring, ...]
    shifts: tuple[Shift, ...] = ()
    trouble: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Peer:
    """A place to look at beside the district; who chose it, when and why."""

    name: str
    by: str
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Structure:
    """What `structure` answers: the district's views, and by peer its views."""

    views: tuple[View, ...]
    peers: tuple[tuple[Peer, tuple[View, ...]], ...]
    seen: Seen


def structure(
    workspace: Workspace,
    *,
    scope: Scope = NOW,
    indicator: str | None = None,
    reference: Path | None = None,
    largest: bool = False,
) -> Structure:
    """The structure of a district over its years, from the facts.

    Args:
        indicator: only measures whose name holds this. reference: a CSV of `name,year,value` with the
            industries of another place, for shift–share; else `structure/reference.csv` of the workspace.
        largest: a person says that no part left out of a list is larger than its smallest.

    Raises:
        BadRequest: a date or the reference cannot be read. LedgerError: the workspace was not built yet.
    """
    seen, who = look(workspace, scope=scope), identities(workspace)
    data = data_in_force(seen.facts, who)
    against = _reference(workspace, reference)

    def views(found: Sequence[Composition]) -> tuple[View, ...]:
        asked = [one for one in found if not indicator or indicator in one.measure]
        return _views(asked, against, largest)

    mine = views(compositions(data, who, who.name_of(workspace.name)))
    beside = [(peer, views(compositions_of(data, peer.name))) for peer in peers(workspace)]
    return Structure(mine, tuple(beside), seen)


def peers(workspace: Workspace) -> tuple[Peer, ...]:
    """The peers that are chosen now, in the order chosen."""
    kept: dict[str, Peer] = {}
    for entry in signing.read(workspace.journal, BOOK):
        act = entry.act
        if act["act"] == "choose":
            kept[act["peer"]] = Peer(act["peer"], act["by"], act["at"], act["why"])
        else:
            kept.pop(act["peer"], None)
    return tuple(kept.values())


def choose_peer(workspace: Workspace, name: str, *, by: str, why: str, now: str) -> Peer:
    """Keep a place as a peer, under its full name.

    Raises:
        JournalError: it is unsigned, without a reason, or the district itself.
    """
    who = identities(workspace)
    if who.same(name, workspace.name):
        raise JournalError("A district is no peer of itself.", "本区不能做自己的对标。")
    peer = Peer(_signed(who, name, by, why), by.strip(), now, why.strip())
    signing.append(workspace.journal, BOOK, _act("choose", peer))
    return peer


def drop_peer(workspace: Workspace, name: str, *, by: str, why: str, now: str) -> Peer:
    """Let a peer go; the journal keeps that it was one.

    Raises:
        BadRequest: it is no peer. JournalError: the act is unsigned or without a reason.
    """
    who = identities(workspace)
    peer = Peer(_signed(who, name, by, why), by.strip(), now, why.strip())
    chosen = [one.name for one in peers(workspace)]
    if peer.name not in chosen:
        listed = ", ".join(chosen) or "none"
        raise BadRequest(
            f"{peer.name} is no peer. Chosen are: {listed}.",
            f"{peer.name}不在对标之列。现有：{'、'.join(chosen) or '无'}。",
        )
    signing.append(workspace.journal, BOOK, _act("drop", peer))
    return peer


def _act(kind: str, peer: Peer) -> dict[str, Any]:
    return {"act": kind, "at": peer.at, "by": peer.by, "peer": peer.name, "why": peer.why}


def _signed(who: Identities, name: str, by: str, why: str) -> str:
    if not by.strip() or not why.strip() or not name.strip():
        raise JournalError(
            "Choosing a peer needs --by WHO and --why REASON.", "选对标要写明 --by 谁、--why 理由。"
        )
    return who.name_of(name.strip())


def _views(found: Sequence[Composition], against: Reference | None, largest: bool) -> tuple[View, ...]:
    groups: dict[tuple[By, str, bool], list[Composition]] = {}
    for one in found:
        groups.setdefault((one.by, one.measure, one.synthetic), []).append(one)
    ordered = sorted(groups.items(), key=lambda item: (item[0][2], item[0][0] != "industry", item[0][1]))
    return tuple(_view(key, years, against, largest) for key, years in ordered)


def _view(
    key: tuple[By, str, bool], years: list[Composition], against: Reference | None, largest: bool
) -> View:
    pairs = list(pairwise(years))
    if len(pairs) > 1:
        pairs.append((years[0], years[-1]))
    shifts: tuple[Shift, ...] = ()
    trouble = None
    if against is not None and pairs and key[0] == "industry":
        try:
            shifts = shift_shares(years[0], years[-1], against)
        except BadRequest as error:
            trouble = (error.en, error.zh)
    return View(
        *key, tuple(concentration(one, largest=largest) for one in years),
        tuple(restructuring(one, other) for one, other in pairs), shifts, trouble,
    )  # fmt: skip


def _reference(workspace: Workspace, given: Path | None) -> Reference | None:
    path = given or workspace.root / "structure" / "reference.csv"
    if given is None and not path.is_file():
        return None
    try:
        told = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadRequest(
            f"{path} cannot be read ({error}). Name a CSV in UTF-8 with the columns name,year,value.",
            f"{path} 读不了（{error}）。请指明一个 UTF-8 的 CSV，列为 name,year,value。",
        ) from error
    lines = [(number, line) for number, line in enumerate(told, start=1) if line.strip() and line[0] != "#"]
    cells = list(csv.reader(line for _, line in lines))
    if not cells or tuple(cells[0]) != _REFERENCE:
        head = ",".join(_REFERENCE)
        raise VocabularyError(path.name, 1, f"the header must read {head}", f"表头应为 {head}")
    found: dict[int, dict[str, float]] = {}
    for (number, _), row in zip(lines[1:], cells[1:], strict=True):
        name, year, value = _row(path.name, number, row)
        if name in found.setdefault(year, {}):
            raise VocabularyError(
                path.name, number, f"{name} stands twice in {year}", f"{name} 在 {year} 年出现两次"
            )
        found[year][name] = value
    return found


def _row(file: str, line: int, cells: list[str]) -> tuple[str, int, float]:
    try:
        name, year, value = cells
        told = name.strip(), int(year), float(value.replace(",", ""))
    except ValueError:
        told = "", 0, -1.0
    if not told[0] or not 0 <= told[2] < float("inf"):
        raise VocabularyError(
            file, line, f"{cells} is no row: a name, a year, a value of zero or more",
            f"{cells} 不成一行：应为 名称、年份、不小于零的数",
        )  # fmt: skip
    return told
