"""Firms by one attribute: by industry, and what each group makes and added; real and made-up apart."""

from collections.abc import Iterable
from dataclasses import dataclass

from bulian.assess.firms.adding import Added, added
from bulian.assess.firms.crosstab import GROUPINGS, Crosstab, crosstab
from bulian.assess.firms.firm import Firm
from bulian.errors import BadRequest


@dataclass(frozen=True, slots=True)
class Grouped:
    """Firms by an attribute; `synthetic` where all of them are made up."""

    synthetic: bool
    counted: Crosstab
    added: Added


def grouped(firms: Iterable[Firm], attribute: str, year: int, *, public: bool = False) -> tuple[Grouped, ...]:
    """The real firms by an attribute, and apart from them the made-up ones; who has none is left out.

    Args:
        attribute: one of GROUPINGS. year: the last year, and the one in which firms are counted.
        public: leave out what a group adds where a part would tell of one firm.

    Raises:
        BadRequest: firms are not counted by this attribute.
    """
    if attribute not in GROUPINGS:
        raise BadRequest(
            f"Firms are not counted by {attribute!r}. Choose one of {', '.join(GROUPINGS)}.",
            f"企业不能按“{attribute}”分组。可选 {'、'.join(GROUPINGS)}。",
        )
    found, several = [], tuple(firms)
    for synthetic in (False, True):
        mine = [one for one in several if one.synthetic is synthetic]
        if mine:
            counted = crosstab(mine, attribute, year)
            found.append(Grouped(synthetic, counted, added(mine, attribute, year, public=public)))
    return tuple(found)
