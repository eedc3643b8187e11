"""Coverage (掌握情况): what is known of firms, of how many, and how old it is."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bulian.assess.firms.firm import Firm
from bulian.vocab.firm_attributes import Attribute, firm_attributes

_ABOUT_ROWS = ("name", "nature", "granted_on", "valid_to", "grantor", "left", "sei_code")


@dataclass(frozen=True, slots=True)
class Coverage:
    """One attribute over a set of firms.

    Attributes:
        known: the firms of which it is known. unknown: those of which it is not.
        years: how many firms are known up to each year; under None those whose year nobody tells.
        stale: the firms whose newest value is older than the attribute may be.
    """

    attribute: Attribute
    known: tuple[str, ...]
    unknown: tuple[str, ...]
    years: tuple[tuple[int | None, int], ...]
    stale: tuple[str, ...]


def coverage(firms: Iterable[Firm], year: int) -> tuple[Coverage, ...]:
    """Every attribute, in the order of the vocabulary; `year` is the year from which age is counted."""
    several = tuple(firms)
    wanted = (one for key, one in firm_attributes().items() if key not in _ABOUT_ROWS)
    return tuple(_coverage(one, several, year) for one in wanted)


def newest(firm: Firm, attribute: Attribute) -> tuple[bool, int | None]:
    """Whether an attribute of a firm is known, and of which year the newest is; None where nobody tells."""
    if attribute.kind == "number":
        years = firm.years(attribute.key)
        return bool(years), years[-1] if years else None
    told = firm.first(attribute.key)
    return told is not None, told.year if told else None


def _coverage(attribute: Attribute, firms: tuple[Firm, ...], year: int) -> Coverage:
    found = {firm.name: newest(firm, attribute) for firm in firms}
    known = {name: last for name, (is_known, last) in found.items() if is_known}
    years = Counter(known.values())
    age = attribute.stale_after
    return Coverage(
        attribute,
        known=tuple(known),
        unknown=tuple(name for name in found if name not in known),
        years=tuple(sorted(years.items(), key=lambda item: item[0] or 0)),
        stale=tuple(name for name, last in known.items() if age is not None and last and year - last > age),
    )
