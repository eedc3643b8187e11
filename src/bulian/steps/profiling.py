"""Ask for firms: what is known of each over time, of how many, and how old; and what share is strategic."""

from dataclasses import dataclass
from pathlib import Path

from bulian.assess.datum import Datum, data_in_force
from bulian.assess.firms.coverage import Coverage, coverage
from bulian.assess.firms.firm import Firm
from bulian.assess.firms.foreign_told import foreign_told
from bulian.assess.firms.grouping import Grouped, grouped
from bulian.assess.strategic import Share, share
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest
from bulian.ledger.scope import NOW, Scope
from bulian.steps.gathering import Ground, ground
from bulian.vocab.sei import Strategic, sei_map

SEI_FILE = "sei.csv"


@dataclass(frozen=True, slots=True)
class Firms:
    """What is known of firms; `coverage` of the real ones and `made_up` of the made-up ones, apart."""

    ground: Ground
    coverage: tuple[Coverage, ...]
    made_up: tuple[Coverage, ...]
    real: tuple[Firm, ...]
    synthetic: tuple[Firm, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """One firm, and the group it belongs to as far as somebody says so."""

    ground: Ground
    firm: Firm
    group: str | None


@dataclass(frozen=True, slots=True)
class StrategicShare:
    """The share of strategic industries: (False, over the real firms) and (True, over the made-up ones).

    `table` is the district's map, from `file`.
    """

    ground: Ground
    file: Path
    table: dict[str, tuple[Strategic, ...]]
    shares: tuple[tuple[bool, Share], ...]


def foreign(base: Ground) -> tuple[Datum, ...]:
    """What documents print of foreign firms, the newest first."""
    return foreign_told(data_in_force(base.seen.facts, base.names))


def firms(workspace: Workspace, *, year: int | None = None, scope: Scope = NOW, now: str) -> Firms:
    """What is known of firms, of how many, and how old it is, counted from `year` or the year of `now`.

    Raises:
        BadRequest: a date is malformed. LedgerError: not built yet.
    """
    base = ground(workspace, year=year, scope=scope, now=now)
    real = tuple(firm for firm in base.book.values() if not firm.synthetic)
    made_up = tuple(firm for firm in base.book.values() if firm.synthetic)
    this = year or int(now[:4])
    return Firms(base, coverage(real, this), coverage(made_up, this), real, made_up)


def firms_by(
    workspace: Workspace, attribute: str, *, year: int | None = None, scope: Scope = NOW, now: str
) -> tuple[Ground, tuple[Grouped, ...]]:
    """Firms by an attribute and by industry, what each group makes and added; real and made-up ones apart.

    Args:
        attribute: "origin", "owner_place" or "investor_place" (foreign capital by who controls, by who
            invests), "ownership", "listed" or "size".

    Raises:
        BadRequest: there is no such attribute, or a date is malformed. LedgerError: not built yet.
    """
    base = ground(workspace, year=year, scope=scope, now=now)
    return base, grouped(base.book.values(), attribute, base.year, public=scope.public)


def firm(workspace: Workspace, name: str, *, scope: Scope = NOW, now: str) -> Profile:
    """One firm by any of its names: every attribute over time, each with its source.

    Raises:
        BadRequest: there is no such firm, or several.
    """
    base = ground(workspace, scope=scope, now=now)
    found = base.firm(name)
    return Profile(base, found, base.names.group_of(found.name))


def sei(
    workspace: Workspace,
    *,
    attribute: str = "revenue",
    year: int | None = None,
    scope: Scope = NOW,
    now: str,
) -> StrategicShare:
    """The share of strategic emerging industries, from the district's own map in clusters/sei.csv.

    Args:
        attribute: "revenue" or "output": what is added up.

    Raises:
        BadRequest: there is no map. VocabularyError: a line of it does not fit; names file and line.
    """
    file = workspace.clusters / SEI_FILE
    if not file.is_file():
        raise BadRequest(
            f"{file} is not there. Put the table of Order No. 23 of 2018 there, with the columns code, name, "
            "gb_code and gb_name; leave the * at codes that are strategic only in part.",
            f"没有 {file}。请把国家统计局令第23号（2018）的对照表放在那里，"
            "列为 code、name、gb_code、gb_name；代码后的 * 请保留。",
        )
    table = sei_map(file)
    base = ground(workspace, year=year, scope=scope, now=now)
    there = [one for one in base.book.values() if one.there_in(base.year) is not False]
    shares = []
    for synthetic in (False, True):
        mine = [one for one in there if one.synthetic is synthetic]
        if mine:
            shares.append((synthetic, share(mine, table, attribute, base.year)))
    return StrategicShare(base, file, table, tuple(shares))
