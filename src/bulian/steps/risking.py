"""The pillar that leaves: what nation, city and district would lose with a firm or a part of a sector."""

from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from bulian.assess.datum import Datum, data_in_force
from bulian.assess.reach import reach
from bulian.assess.series import SeriesKey, series
from bulian.assess.standing import value_in_force
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest
from bulian.ledger.scope import NOW, Scope
from bulian.plan.io_totals import Factor, Totals, find_sector, read_factors, read_totals
from bulian.plan.leaving import Leaving, Standing, leaving, share_to_output, standings
from bulian.steps.asking import look
from bulian.steps.identifying import identities
from bulian.vocab.io_table import IoTable, national_table, read_table

_FOLDER = "input-output"
_OUTPUTS = ("工业总产值", "总产值", "产值", "工业产值", "规模以上工业总产值", "营业收入")
"""What a firm makes, the nearest to an output first; revenue is the last resort and is named as such."""

_TABLE_UNIT = 10_000


@dataclass(frozen=True, slots=True)
class Ask:
    """What leaves, said in one of three ways.

    Attributes:
        share: of the sector in the innermost area, 0 to 1. output: in CNY. firm: its output is in the facts.
    """

    share: float | None = None
    output: Decimal | None = None
    firm: str | None = None


@dataclass(frozen=True, slots=True)
class Inputs:
    """Files that a user brings; those left out are looked for in `input-output/` of the workspace.

    Attributes:
        table: another input–output table in our long layout with the same sectors. city, district: totals.
        coefficients: jobs, tax, energy per output.
    """

    table: Path | None = None
    city: Path | None = None
    district: Path | None = None
    coefficients: Path | None = None


@dataclass(frozen=True, slots=True)
class Risk:
    """The answer, the table it rests on, and the fact that says how much leaves, where one does."""

    table: IoTable
    found: Leaving
    inwards: tuple[Totals, ...]
    datum: Datum | None = field(default=None)


def risk(
    workspace: Workspace | None, sector: str, ask: Ask, *, inputs: Inputs | None = None, scope: Scope = NOW
) -> Risk:
    """What goes when a part of a sector leaves: an upper bound, beside what closures took in fact.

    Args:
        workspace: where totals, coefficients and facts are looked for; None uses only what is given.
        sector: code or name of a sector of the table.

    Raises:
        BadRequest: sector, firm or file is unknown, a share lies above one, a table does not balance.
        VocabularyError: a row of a file does not fit.
    """
    given = inputs or Inputs()
    table = _table(given)
    place = find_sector(sector, table.sectors)
    inwards, factors = _brought(workspace, given, table)
    datum = _output_of(workspace, ask.firm, scope) if ask.firm else None
    direct = _direct(ask, datum, place, table, inwards)
    return Risk(table, leaving(table, place, direct, inwards, factors), inwards, datum)


def risk_sectors(inputs: Inputs | None = None) -> tuple[IoTable, tuple[Standing, ...]]:
    """Every sector of the table, those whose loss would take most first."""
    table = _table(inputs or Inputs())
    return table, standings(table)


def _table(given: Inputs) -> IoTable:
    if given.table is None:
        return national_table()
    if not given.table.is_file():
        raise BadRequest(f"{given.table} is no file.", f"没有 {given.table} 这个文件。")
    return read_table(given.table, national_table().sectors, (given.table.name, given.table.name))


def _brought(
    workspace: Workspace | None, given: Inputs, table: IoTable
) -> tuple[tuple[Totals, ...], tuple[Factor, ...]]:
    city = _found(workspace, given.city, "city.csv")
    district = _found(workspace, given.district, "district.csv")
    coefficients = _found(workspace, given.coefficients, "coefficients.csv")
    if district and not city:
        raise BadRequest(
            "a district is cut out of its city: give --city too. Straight from the nation nearly "
            "nothing would be local.",
            "区要从市里切出来：请同时给 --city。由全国直接到区，本地配套会被低估到几乎没有。",
        )
    inwards = tuple(read_totals(file, table.sectors) for file in (city, district) if file)
    return inwards, read_factors(coefficients, table.sectors) if coefficients else ()


def _found(workspace: Workspace | None, given: Path | None, name: str) -> Path | None:
    if given is not None:
        return given
    kept = workspace.root / _FOLDER / name if workspace else None
    return kept if kept and kept.is_file() else None


def _direct(ask: Ask, datum: Datum | None, place: int, table: IoTable, inwards: tuple[Totals, ...]) -> float:
    if sum(one is not None for one in (ask.share, ask.output, ask.firm)) != 1:
        raise BadRequest(
            "say what leaves in one way: --share of the sector, --output of it, or --firm whose output "
            "is known.",
            "请用一种方式说明什么要离开：--share 占部门多少、--output 产出多少，或 --firm "
            "哪家企业（其产出须已入账）。",
        )
    if ask.share is not None:
        return share_to_output(ask.share, place, table, inwards[-1] if inwards else None)
    output = ask.output if ask.output is not None else reach(datum).point if datum else Decimal(0)
    if output <= 0:
        raise BadRequest("what leaves must make more than nothing.", "要离开的产出须大于零。")
    return float(output) / _TABLE_UNIT


def _output_of(workspace: Workspace | None, firm: str, scope: Scope) -> Datum:
    """The newest output of a firm that counts, by the first indicator it has one of."""
    if workspace is None:
        raise BadRequest(
            "--firm is read from the facts of a workspace: name one, or give --output.",
            "--firm 要从工作区的事实里读：请指明工作区，或改用 --output。",
        )
    who = identities(workspace)
    name = who.name_of(firm)
    data = data_in_force(look(workspace, scope=scope).facts, who)
    mine = [one for one in series(data) if one.key.subject == name and _is_output(one.key)]
    for one in sorted(mine, key=lambda each: _OUTPUTS.index(each.key.indicator)):
        latest = one.actuals[-1] if one.actuals else None
        if latest and latest.fact.period:
            standing = value_in_force(one, latest.fact.period)
            if standing:
                return standing.datum
    raise BadRequest(
        f"no fact says what {name} makes. Put a source with its output into sources/ and build, or "
        "give --output.",
        f"没有事实说明{name}的产出。请把写有产值的材料放进 sources/ 再 build，或改用 --output。",
    )


def _is_output(key: SeriesKey) -> bool:
    return key.indicator in _OUTPUTS and key.aspect == "level" and key.unit == "CNY"
