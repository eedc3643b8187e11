"""What documents print of foreign firms (外资企业), beside what a list of firms comes to."""

from collections.abc import Iterable

from bulian.assess.datum import Datum
from bulian.vocab.capital_places import foreign_words


def foreign_told(data: Iterable[Datum]) -> tuple[Datum, ...]:
    """The numbers in force on foreign firms and their kinds, made-up ones aside, the newest first."""
    starts = tuple(f"{word}企业" for word in foreign_words())
    told = (one for one in data if one.indicator.startswith(starts) and not one.synthetic)
    return tuple(
        sorted(told, key=lambda one: (one.newness, one.fact.aspect == "level", one.value), reverse=True)
    )


def parts_told(share: Datum, data: Iterable[Datum]) -> tuple[Datum, Datum] | None:
    """The two numbers of one period a printed share is of, 港资企业数 and 外资企业数; None without them."""
    part, _, whole = share.indicator.partition("占")
    numbers = {
        one.indicator.removesuffix("数"): one
        for one in data
        if (one.subject, one.fact.period) == (share.subject, share.fact.period) and one is not share
    }
    of = next((one for name, one in numbers.items() if name in whole), None)
    return (numbers[part], of) if of and part in numbers else None
