"""Conventions of structure and risk, as a district may set them."""

from decimal import Decimal
from functools import cache

from bulian.vocab.table import FOLDER, rows


@cache
def structure_thresholds() -> dict[str, Decimal]:
    """Every threshold by its name.

    >>> structure_thresholds()["many_thrive_effective"]
    Decimal('5')
    """
    table: dict[str, Decimal] = {}
    for row in rows(FOLDER / "structure_thresholds.csv", ("name", "value", "meaning")):
        name = row.text("name")
        if name in table:
            raise row.wrong(f"{name} stands here twice; keep one row", f"{name} 出现两次，请保留一行")
        row.text("meaning")
        table[name] = row.decimal("value")
    return table
