"""A cell, its row, its column and what stands around them, put together into one observation."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from bulian.extract.deferred import deferred
from bulian.extract.numbers.numeral import EXACT
from bulian.extract.tables.cell import Reading
from bulian.extract.tables.columns import Head
from bulian.extract.tables.context import Context
from bulian.extract.tables.measures import (
    crossed,
    is_complete,
    known,
    spelled_out,
    term,
    unscoped,
    within_title,
)
from bulian.extract.tables.period import When, settle
from bulian.extract.tables.row import RowHead
from bulian.extract.tables.words import counted_as, measure_of, words
from bulian.model.fact import Aspect, Observation, Value
from bulian.model.place import Cell, HeaderCell, cell_name
from bulian.vocab.units import Dimension, Unit, units


@dataclass(frozen=True, slots=True)
class Meaning:
    """What every number of one row and column says, before its value is looked at.

    `unit` is None where neither header, row, title nor vocabulary names one.
    """

    subject: str | None
    indicator: str
    aspect: Aspect
    unit: Unit | None
    canonical: str
    period: str | None
    basis: str | None
    rule: str
    headers: tuple[HeaderCell, ...]


def observation(
    meaning: Meaning, reading: Reading, row: RowHead, head: Head, *, at: tuple[str, str, str, bool]
) -> Observation | None:
    """The fact of one cell, None where its number has no unit. `at`: document, sheet, text, synthetic."""
    doc, sheet, text, synthetic = at
    aspect, unit, canonical = meaning.aspect, meaning.unit, meaning.canonical
    if reading.unit:
        unit, canonical = reading.unit, refined(reading.unit, meaning.indicator)
        if aspect == "level" and reading.verb and reading.unit.dimension == "share":
            aspect = "growth"
    if unit is None:
        return None
    return Observation(
        doc=doc,
        place=Cell(sheet, cell_name(row.row, head.column), text, meaning.headers),
        subject=meaning.subject, indicator=meaning.indicator, aspect=aspect,
        value=_times(reading.value, unit.factor), unit=canonical,
        surface=text.strip(), surface_start=None, bound=reading.bound,
        modality=head.modality or row.modality or "actual", period=meaning.period,
        basis=meaning.basis if aspect == meaning.aspect else "yoy",
        rule=meaning.rule + ("+unit.cell" if reading.unit else ""), synthetic=synthetic,
    )  # fmt: skip


def meaning_of(row: RowHead, head: Head, context: Context, date: str | None) -> Meaning | None:
    """What a number in this row and column says; None where nothing tells what it measures."""
    rules = ["table.header" if head.cells else "table.row"]
    name, used_title = _indicator(row, head, context)
    if not name:
        return None
    aspect, basis = _aspect(row, head, context)
    index = next((unit for unit in (*head.units, *row.group_units) if unit.canonical == "index"), None)
    if index:
        # 上年同月=100: the change is in the index number, so that its name must tell the bases apart.
        base = _INDEX_BASES.get(basis or "", "") if aspect == "growth" else ""
        if not base and not name.endswith("指数"):
            base = "环比" if "上月" in index.surface else "同比" if _LAST_YEAR.search(index.surface) else ""
        name = f"{name.removesuffix('指数')}{base}指数" if base else name
        aspect, basis = "level", None
    unit, unit_from = _unit(row, head, context, name, aspect)
    if not (head.goal or row.goal):
        name, aspect, basis = _growth_in_percent(name, aspect, basis, unit)
    subject, subject_from = _subject(row, head, context)
    period, period_from = _period(row, head, context, name, date)
    indicator, basis = _named(name, aspect, basis, row, head)
    rules += ["indicator.title"] if used_title else []
    rules += [f"unit.{unit_from}", f"period.{period_from}", f"subject.{subject_from}"]
    cells = _headers(
        row, head, context, {unit_from, period_from, subject_from} | ({"indicator"} if used_title else set())
    )
    canonical = in_currency(refined(unit, indicator), row, head, context) if unit else ""
    if aspect == "rank":
        canonical = "rank"
    return Meaning(
        subject, indicator, aspect, unit, canonical, period, basis,
        rule="+".join(rules), headers=cells,
    )  # fmt: skip


def _indicator(row: RowHead, head: Head, context: Context) -> tuple[str, bool]:
    """The measure's phrase, and whether the title gave a part of it."""
    phrase = crossed(row.phrase, head.phrase)
    title = context.measure
    if row.firm or head.subject:
        title = (
            "" if phrase else unscoped(title)
        )  # a firm's revenue is its revenue, whatever the list's scope
    named = within_title(phrase, title)
    if not named and phrase:
        named = phrase
    if (
        row.subject
        and named
        and not is_complete(named)
        and not known(named)
        and not head.units
        and not row.units
    ):
        return "", False
    return term(named) if named else "", named != phrase


def _aspect(row: RowHead, head: Head, context: Context) -> tuple[Aspect, str | None]:
    if head.goal or row.goal:
        return "level", None
    for source in (head, row):
        if source.aspect == "rank":
            return "rank", None
    if head.aspect == "share" and row.aspect is None:
        return "share", head.basis
    for source in (head, row):
        if source.aspect:
            return source.aspect, source.basis
    if context.aspect and not head.units and not row.units:
        return context.aspect, "yoy"
    return "level", None


def _unit(row: RowHead, head: Head, context: Context, name: str, aspect: Aspect) -> tuple[Unit | None, str]:
    """The unit, and where it stands: the row's own before the column's, both before the title's."""
    if aspect == "rank":
        return _RANK, "rank"
    index = next((unit for unit in (*head.units, *row.group_units) if unit.canonical == "index"), None)
    if index:
        return index, "header" if index in head.units else "row"
    amount = head.amount or row.amount or _is_amount(row, head, context)
    if head.goal or row.goal or (aspect in ("growth", "share") and not amount):
        return _of_rates(row, head, name)
    for listed, source in ((row.units, "row"), (head.units, "header")):
        fitting = _fitting(listed, name, sole=True)
        if fitting:
            return fitting, source
    fitting = _fitting(row.group_units, name, sole=True)
    if fitting:
        return fitting, "row"
    fitting = _fitting(context.units, name, sole=False)
    if fitting:
        return fitting, "title"
    implied = _implied(name)
    # Nobody knows whether money without a unit is in yuan or in ten thousand yuan.
    return (None if implied and implied.canonical in _MONEY else implied), "vocabulary"


def _is_amount(row: RowHead, head: Head, context: Context) -> bool:
    """增减 without % is an amount where the table counts in one unit that is none of per cent."""
    listed = row.units or context.units
    return (
        head.change and not head.units and bool(listed) and all(unit.dimension != "share" for unit in listed)
    )


def _of_rates(row: RowHead, head: Head, name: str) -> tuple[Unit | None, str]:
    """Growth and shares are in % unless the header says points or per mille; never in the level's unit."""
    for listed, source in ((head.units, "header"), (row.units, "row")):
        for unit in listed:
            if unit.dimension != "share":
                continue
            if (
                head.aspect == "growth"
                and source == "header"
                and unit.canonical == "%"
                and _is_rate(row, name)
            ):
                return _POINTS, "header"
            return unit, source
    if head.aspect == "growth" and _is_rate(row, name):
        return _POINTS, "header"
    return _PERCENT, "growth"


def _is_rate(row: RowHead, name: str) -> bool:
    """The row itself is in per cent, so that its change is in points: 城镇化率, 产销率."""
    in_percent = any(unit.canonical == "%" for unit in row.units)
    return (
        in_percent
        and row.aspect in (None, "share")
        and (name.endswith(("率", "比重", "占比")) or row.aspect == "share")
    )


def _fitting(units: Iterable[Unit], name: str, *, sole: bool) -> Unit | None:
    """Of the units listed, the one that fits what the indicator is counted in.

    A header's or row's only unit always fits; a title's 万元 does not hold for a count of firms.
    """
    listed = [unit for unit in units if sole or unit.dimension != "share"]
    if sole and len(listed) == 1:
        return listed[0]
    expected = _implied(name)
    if expected is None:
        if len(listed) == 1:
            return None if _counted(name) else listed[0]
        in_money = measure_of(name) in words("amount") or measure_of(name) in words("account")
        return next((unit for unit in listed if in_money and unit.dimension == "money"), None)
    for unit in listed:
        if unit.canonical == expected.canonical:
            return unit
    for unit in listed:
        same_money = unit.dimension == "money" and expected.canonical.split("/")[0] in _MONEY
        if (
            same_money
            or unit.canonical == expected.canonical
            or unit.canonical == expected.canonical.split("/")[0]
        ):
            return unit
        if (
            unit.dimension == "count"
            and expected.dimension == "count"
            and unit.canonical in ("items", "households")
        ):
            return unit
        if unit.dimension == expected.dimension and unit.dimension not in ("count", "other"):
            return unit
    return None


def _counted(name: str) -> bool:
    return name.endswith(("数", "家数", "户数", "人数", "率", "指数"))


@lru_cache(maxsize=16384)
def _implied(name: str) -> Unit | None:
    """The unit an indicator has where the table names none: the vocabulary's, or that of its last word."""
    indicator = known(name)
    if indicator:
        return Unit(indicator.unit, indicator.unit, _dimension(indicator.unit), Decimal(1))
    canonical = counted_as(name) or _of_whole(name)
    return Unit(canonical, canonical, _dimension(canonical), Decimal(1)) if canonical else None


def _of_whole(name: str) -> str:
    """The unit of the longest indicator that a name ends in: 发明专利授权量 is counted as 专利授权量."""
    longest = (known(name[cut:]) for cut in range(1, len(name) - 2))
    indicator = next((found for found in longest if found), None)
    return indicator.unit if indicator else ""


def _dimension(canonical: str) -> Dimension:
    """What kind of thing a canonical unit counts, as far as fitting a title's units needs it."""
    money, _, per = canonical.partition("/")
    if money in _MONEY and not per.startswith(("t", "m", "k")):
        return "money"
    return "share" if canonical in ("%", "pp") else _dimensions().get(canonical, "other")


@cache
def _dimensions() -> dict[str, Dimension]:
    return {unit.canonical: unit.dimension for unit in units().values()}


@lru_cache(maxsize=65536)
def refined(unit: Unit, indicator: str) -> str:
    """The canonical unit with what the indicator adds: 户 of firms are enterprises, 元 per head CNY/person.

    >>> from bulian.extract.tables.units import table_unit
    >>> refined(table_unit("户"), "规模以上工业企业数"), refined(table_unit("元"), "人均可支配收入")
    ('enterprises', 'CNY/person')
    """
    canonical = unit.canonical
    if canonical in ("m2", *_MONEY) and "人均" in indicator:
        return f"{canonical}/person"
    if canonical in ("households", "items"):
        precise = counted_as(indicator)
        return precise if precise in ("enterprises", "projects") else canonical
    return canonical


def in_currency(canonical: str, row: RowHead, head: Head, context: Context) -> str:
    """元 in a table of Taiwan, Hong Kong or Macau is that place's dollar or pataca."""
    if not canonical.startswith("CNY"):
        return canonical
    place = row.place or head.place
    settled = place is not None and (place.code or place.currency != "CNY")
    return (place.currency if place and settled else context.currency) + canonical.removeprefix("CNY")


def _growth_in_percent(
    name: str, aspect: Aspect, basis: str | None, unit: Unit | None
) -> tuple[str, Aspect, str | None]:
    """A level in % of what is counted in money or heads is its growth: 规模以上工业增加值 | % | 6.1."""
    if aspect != "level" or unit is None or unit.canonical != "%":
        return name, aspect, basis
    indicator = known(name)
    expected = indicator.unit if indicator else ""
    measured = indicator is not None and expected not in ("%", "index", "ratio") and indicator.kind != "rate"
    if measured or (indicator is None and measure_of(name) in words("amount")):
        return name, "growth", "yoy"
    return name, aspect, basis


def _subject(row: RowHead, head: Head, context: Context) -> tuple[str | None, str]:
    if row.subject:
        return row.subject, "row"
    if head.subject or head.place:
        return head.subject or (head.place.name if head.place else None), "header"
    return (context.place.name, "title") if context.place else (None, "none")


def _period(
    row: RowHead, head: Head, context: Context, name: str, date: str | None
) -> tuple[str | None, str]:
    own = (*head.whens, *row.whens)
    around = context.whens
    if _is_stock(name) and not any(when.mode for when in own):
        own = (*own, When(mode="point"))
    period = settle((*own, *around), date)
    dated = [when for when in own if when.year is not None or when.months]
    source = "header" if dated or head.whens else "row" if row.whens else "title" if around else "date"
    return period, source if period else "none"


def _is_stock(name: str) -> bool:
    return name.endswith("余额") or "余额" in name


def _named(name: str, aspect: Aspect, basis: str | None, row: RowHead, head: Head) -> tuple[str, str | None]:
    """The name as its aspect has it: X占Y比重 for a share, X增速 for the rank of a growth rate."""
    goal = head.goal or row.goal
    if goal:
        return f"{name}{goal}", None
    if aspect == "rank":
        return (f"{name}增速" if head.of_growth or row.of_growth else name), None
    if aspect == "share":
        return _share_named(name, basis, row)
    if aspect == "growth":
        named = _share_named(name, row.basis, row)[0] if row.aspect == "share" else name
        return named, basis or "yoy"
    return name, None


def _share_named(name: str, basis: str | None, row: RowHead) -> tuple[str, str | None]:
    """X占Y比重, and the whole; where the header names none, the measure that the row is a part of."""
    whole = term(spelled_out(basis)) if basis else term(row.whole) if is_complete(row.whole) else ""
    if not whole and row.around:
        # 北京 | 比重 beside 人口数: of the whole place that the rows divide.
        name = name.removesuffix("数") if len(name) > 2 else name
        whole = row.around
    return (f"{name}占{whole}比重" if whole else f"{name}占比"), whole or None


def _headers(row: RowHead, head: Head, context: Context, sources: set[str]) -> tuple[HeaderCell, ...]:
    """The cells that give the number its meaning, each once."""
    cells = [*head.cells, *row.cells]
    cells += [row.unit_cell] if row.unit_cell and "row" in sources else []
    cells += [context.unit_cell] if context.unit_cell and "title" in sources else []
    cells += [cell for cell in (context.when_cell, context.place_cell) if cell and "title" in sources]
    cells += [context.measure_cell] if context.measure_cell and "indicator" in sources else []
    return tuple(dict.fromkeys(cells))


def _times(value: Value, factor: Decimal) -> Value:
    if factor == 1:
        return value
    if isinstance(value, tuple):
        low, high = (EXACT.multiply(part, factor) for part in value)
        return low, high
    return EXACT.multiply(value, factor)


_MONEY = ("CNY", "USD", "HKD", "TWD", "EUR", "JPY", "MOP")
_LAST_YEAR = deferred(r"上年|去年|前年")
_INDEX_BASES = {"yoy": "同比", "qoq": "环比"}
_PERCENT = Unit("%", "%", "share", Decimal(1))
_POINTS = Unit("个百分点", "pp", "share", Decimal(1))
_RANK = Unit("位", "rank", "count", Decimal(1))
