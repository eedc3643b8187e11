"""Made-up observations with their sources, for the tests of this room and of publish."""

from decimal import Decimal

from bulian.model.fact import Aspect, Bound, Modality, Observation, Value
from bulian.model.place import Cell, Place, Span
from bulian.model.stored import Judgement, Source, Sourced

DISTRICT = "重庆市大渡口区"


def source(
    name: str = "甲.txt",
    published_on: str | None = "2022-01-31",
    *,
    retired: bool = False,
    synthetic: bool = False,
) -> Source:
    return Source(
        doc=f"doc-{name}", name=name, title=None, published_on=published_on,
        dated="given" if published_on else None, publisher=None, address=None, licence=None,
        access="public", reader="text", encoding="utf-8", recorded_at="2026-01-01T00:00:00+00:00",
        retired_at="2026-01-02T00:00:00+00:00" if retired else None, synthetic=synthetic,
    )  # fmt: skip


def said(
    text: str,
    value: str | tuple[str, str],
    *,
    indicator: str = "工业总产值",
    subject: str | None = DISTRICT,
    period: str | None = "2021",
    unit: str = "CNY",
    aspect: Aspect = "level",
    bound: Bound = "exact",
    modality: Modality = "actual",
    basis: str | None = None,
    quote: str | None = None,
    at: Place | None = None,
    of: Source | None = None,
    judgement: Judgement | None = None,
    synthetic: bool = False,
) -> Sourced:
    """An observation whose number reads `text` and comes to `value`."""
    of = of or source()
    quote = quote or f"{indicator}{text}"
    place = at or Span(0, len(quote), quote)
    number: Value = Decimal(value) if isinstance(value, str) else (Decimal(value[0]), Decimal(value[1]))
    start = None if isinstance(place, Cell) else place.start + max(quote.find(text), 0)
    fact = Observation(
        doc=of.doc, place=place, subject=subject, indicator=indicator, aspect=aspect, value=number,
        unit=unit, surface=text, surface_start=start, bound=bound, modality=modality, period=period,
        basis=basis, rule="made", synthetic=synthetic,
    )  # fmt: skip
    return Sourced(fact, of, judgement)
