"""Statistical indicators (统计指标): the bureau's terms with their other names, units and kinds."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from bulian.vocab.table import FOLDER, rows

Kind = Literal["flow", "stock", "rate"]
_KINDS = ("flow", "stock", "rate")


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator by the statistics bureau's term.

    Attributes:
        aliases: other names of the same thing.
        unit: canonical unit of its level, implied where a text leaves it out.
        kind: "flow" may be summed over time, "stock" stands at a date, "rate" neither.
    """

    name: str
    aliases: tuple[str, ...]
    unit: str
    kind: Kind
    name_en: str


@cache
def indicators() -> dict[str, Indicator]:
    """Every indicator by its name and by each of its aliases.

    >>> indicators()["GDP"].name
    '地区生产总值'
    """
    table: dict[str, Indicator] = {}
    for row in rows(FOLDER / "indicators.csv", ("indicator", "aliases", "unit", "kind", "name_en")):
        kind = cast(Kind, row.one_of("kind", _KINDS))
        name, aliases = row.text("indicator"), row.several("aliases")
        indicator = Indicator(name, aliases, row.text("unit"), kind, row.text("name_en"))
        for word in (name, *aliases):
            if word in table:
                raise row.wrong(f"{word} stands here twice; keep one", f"{word} 出现两次，请保留一处")
            table[word] = indicator
    return table


@cache
def indicators_in_english() -> dict[str, str]:
    """The bureau's term by its English name in small letters; the first of the file where several share one.

    >>> indicators_in_english()["gross regional product"]
    '地区生产总值'
    """
    found: dict[str, str] = {}
    for one in indicators().values():
        found.setdefault(one.name_en.casefold(), one.name)
    return found
