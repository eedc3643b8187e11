"""What of the indicators that readers ask for first is there: from when to when, how often, or not at all."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bulian.assess.datum import Datum
from bulian.publish.headlines import headline_indicators
from bulian.publish.periods import period_words
from bulian.publish.site.site import Site


@dataclass(frozen=True, slots=True)
class Covered:
    """One indicator of the list, the district's own and real numbers alone.

    Attributes:
        first, last: the periods told of, in words; "" where there are none. numbers: how many there are.
        published: when the newest document with one of them came out; "" where it has no date.
    """

    indicator: str
    first: str = ""
    last: str = ""
    numbers: int = 0
    published: str = ""


def coverage(site: Site) -> list[Covered]:
    """Every indicator of the list in its order, those that are not in the data too; longer names count."""
    home = site.ground.names.name_of(site.name)
    told: dict[str, list[Datum]] = defaultdict(list)
    for one in site.ground.series.values():
        if one.key.subject == home and not one.key.synthetic and one.key.aspect != "rank":
            told[one.key.indicator] += [each for each in one.actuals if each.days]
    return [
        _covered(site, word, [one for name, data in told.items() if word in name for one in data])
        for word in headline_indicators()
    ]


def _covered(site: Site, indicator: str, data: Sequence[Datum]) -> Covered:
    if not data:
        return Covered(indicator)
    ordered = sorted(data, key=lambda one: one.newness)
    published = max(one.source.published_on or "" for one in data)
    return Covered(
        indicator, _period(site, ordered[0]), _period(site, ordered[-1]), len(data),
        period_words(published, site.words) if published else "",
    )  # fmt: skip


def _period(site: Site, one: Datum) -> str:
    return period_words(one.fact.period or "", site.words)
