"""Firms of the district's firm tables on the nodes of its chains, and which tables were searched."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bulian.chain.areas import Areas
from bulian.chain.catalogue import Catalogue
from bulian.chain.edits import BOOK
from bulian.chain.placing import FirmRow, Spotted, place
from bulian.chain.registers import Register, register_of, with_relations
from bulian.chain.retrieve import Index, index_of
from bulian.corpus.metadata import read_metadata
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest, JournalError
from bulian.ledger import signing
from bulian.ledger.keeping import kept
from bulian.ledger.opening import read_ledger
from bulian.ledger.query import last_day
from bulian.ledger.scope import NOW, Scope, Seen
from bulian.ledger.sources import document
from bulian.model.chain import Chain, Placement, Searched
from bulian.resolve.identities import Identities
from bulian.steps.asking import look
from bulian.steps.changing import chain_catalogue
from bulian.steps.identifying import identities
from bulian.vocab.regions import regions

_SHOWN = 0.005


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row of a firm table with the nodes its firm is on or may be on."""

    register: Register
    row: FirmRow
    spotted: tuple[Spotted, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """Firm tables placed on all chains.

    Attributes:
        registers: the tables. told: every row of them with the nodes it is on or may be on.
    """

    registers: tuple[Register, ...]
    told: tuple[PlacedRow, ...]


@dataclass(frozen=True, slots=True)
class ChainPlaced:
    """What `chain place` answers: firm tables on these chains. `region` is the district's own."""

    chains: tuple[Chain, ...]
    placed: Placed
    seen: Seen
    region: str


def chain_place(
    workspace: Workspace, name: str | None = None, *, table: str | None = None, scope: Scope = NOW
) -> ChainPlaced:
    """Put the firms of the firm tables on nodes: with how sure it is, why, and what is left undecided.

    Args:
        name: one chain, by id or name; None: all of them. table: one firm table; None: all of them.

    Raises:
        BadRequest: there is no such chain or table. LedgerError: the workspace was not built yet.
    """
    catalogue = chain_catalogue(workspace, scope.known_on)
    chains = (catalogue.find(name),) if name else catalogue.chains
    seen, who = look(workspace, scope=scope), identities(workspace)
    found = placed(workspace, catalogue, seen, who, table)
    return ChainPlaced(chains, found, seen, workspace.region)


def chain_cover(workspace: Workspace, table: str | None, region: str, *, by: str, why: str, now: str) -> None:
    """Say that a firm table lists every firm of a region, so that what it does not hold may be missing.

    Raises:
        BadRequest: no such firm table or region. JournalError: nobody signed it, or it has no reason.
    """
    if not table:
        raise BadRequest("say which firm table: --table NAME.", "请写哪份名录：--table 文件名。")
    chain_place(workspace, table=table)
    cover(workspace, table, region, by=by, why=why, now=now)


def placed(
    workspace: Workspace, catalogue: Catalogue, seen: Seen, who: Identities, table: str | None = None
) -> Placed:
    """Every firm table within a scope on all chains.

    Args:
        table: the name of one of them; None: all.

    Raises:
        BadRequest: there is no such firm table.
    """
    found = firm_registers(workspace, seen, who)
    if table is not None:
        known = [one.name for one in found]
        found = tuple(one for one in found if one.name == table)
        if not found:
            raise _no_table(table, known)
    if not found:
        return Placed((), ())
    index = _index(catalogue.chains)
    told = [
        PlacedRow(register, row, spotted)
        for register in found
        for row, spotted in place(index, with_relations(register.rows, catalogue, seen.facts, who))
    ]
    return Placed(found, tuple(told))


def placements(found: Placed, chain: Chain, region: str, who: Identities, areas: Areas) -> list[Placement]:
    """What the tables say of one chain, the unsure too, which count nowhere."""
    district = {one.name for one in found.registers if one.covers == region}
    return [
        _placement(told.row, one, "district" if told.register.name in district else areas.of(one.firm), who)
        for told in found.told
        for one in told.spotted
        if one.chain == chain.id
    ]


def searched(found: Placed, region: str) -> tuple[Searched, ...]:
    """The tables that allow to say that something is missing."""
    told = (one.searched(region) for one in found.registers)
    return tuple(one for one in told if one)


def cover(workspace: Workspace, table: str, region: str, *, by: str, why: str, now: str) -> None:
    """Say that a firm table lists every firm of a region; kept in the journal, a later act takes its place.

    Raises:
        BadRequest: the region is unknown. JournalError: nobody signed it, or it has no reason.
    """
    if region not in regions():
        raise BadRequest(
            f"{region!r} is no region of GB/T 2260; write its six digits, as 500104.",
            f"“{region}”不是 GB/T 2260 的区划代码；请写六位数，如 500104。",
        )
    if not (by.strip() and why.strip()):
        raise JournalError(
            "That a table covers a region is kept with who says so and why: --by WHO --why REASON.",
            "说名录覆盖某区域，须写明是谁、为什么：--by 谁 --why 理由。",
        )
    signing.append(
        workspace.journal, BOOK,
        {"at": now, "by": by, "why": why, "do": "covers", "table": table, "region": region},
    )  # fmt: skip


def firm_registers(workspace: Workspace, seen: Seen, who: Identities) -> tuple[Register, ...]:
    """The firm tables among the sources within a scope, with the region that each claims to cover."""
    return kept(("firm registers", workspace.root), lambda: _firm_registers(workspace, seen, who), seen, who)


def _firm_registers(workspace: Workspace, seen: Seen, who: Identities) -> tuple[Register, ...]:
    by_hand = _covers(workspace, seen.scope.known_on)
    found = []
    with read_ledger(workspace.ledger) as ledger:
        for source in seen.sources:
            read = document(ledger, source.doc)
            if read.tables:
                covers = by_hand.get(source.name) or read_metadata(workspace.sources / source.name).covers
                register = register_of(read, source, covers, who)
                if register:
                    found.append(register)
    return tuple(found)


def _covers(workspace: Workspace, known_on: str | None) -> Mapping[str, str]:
    """What people said that tables cover, by table."""
    until = last_day(known_on) if known_on else "9999"
    acts = (entry.act for entry in signing.read(workspace.journal, BOOK))
    return {
        str(act["table"]): str(act["region"])
        for act in acts
        if act.get("do") == "covers" and str(act["at"])[:10] <= until
    }


def _placement(row: FirmRow, one: Spotted, area: str | None, who: Identities) -> Placement:
    word_en = f", the node's word “{one.word}”" if one.word else ""
    word_zh = f"，合该环节的名称“{one.word}”" if one.word else ""
    parts = "、".join(f"{name} {value:.2f}" for name, value in one.parts.items() if value > _SHOWN)
    why = (
        f"register: “{one.clause}”{word_en} ({row.place}; P {one.probability:.2f}: {parts})",
        f"名录：“{one.clause}”{word_zh}（{row.place}；概率 {one.probability:.2f}：{parts}）",
    )
    firm = one.firm
    return Placement(
        firm, one.node, one.probability, "register", (), why, who.group_of(firm), area, row.synthetic
    )


@lru_cache(maxsize=4)
def _index(chains: tuple[Chain, ...]) -> Index:
    """The index of a catalogue, kept: each view of a chain asks for it."""
    return index_of(chains)


def _no_table(table: str, known: Sequence[str]) -> BadRequest:
    has = ", ".join(known)
    if not known:
        return BadRequest(
            f"{table}: no source has a firm table with a column 经营范围 or 主营产品.",
            f"{table}：资料里没有带“经营范围”或“主营产品”一列的企业名录。",
        )
    return BadRequest(
        f"there is no firm table {table!r}. There are: {has}.", f"没有名录“{table}”。现有：{has}。"
    )
