"""Kinds of links over which firms introduce each other (以商招商), with their strength."""

from dataclasses import dataclass
from functools import cache

from bulian.vocab.table import FOLDER, rows


@dataclass(frozen=True, slots=True)
class LinkKind:
    """A kind of link: its strength, above 0 to 1, and how it is called."""

    key: str
    strength: float
    zh: str
    en: str


@cache
def link_kinds() -> dict[str, LinkKind]:
    """Every kind by its key, the strongest first.

    >>> link_kinds()["supplier"].strength
    0.7
    """
    table = {}
    for row in rows(FOLDER / "introductions.csv", ("link", "strength", "zh", "en")):
        strength = float(row.decimal("strength"))
        if not 0 < strength <= 1:
            raise row.wrong("strength must lie above 0 and not above 1", "strength 应大于 0、不大于 1")
        table[row.text("link")] = LinkKind(row.text("link"), strength, row.text("zh"), row.text("en"))
    return dict(sorted(table.items(), key=lambda one: (-one[1].strength, one[0])))
