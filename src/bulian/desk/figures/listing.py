"""The ladder to the stock exchange: how many firms stand on each rung."""

from decimal import Decimal

from bulian.desk.figures import Rows
from bulian.desk.figures._figure import Derived
from bulian.vocab.registers import register

_SHOWN = ("有{reached_on}和{evidence}的", "with {reached_on} and {evidence}")


def figures(rows: Rows, day: str) -> list[Derived]:
    """Firms by rung, from the reserve up; a rung without a day or evidence is left out and named."""
    found = []
    for rung in register("listing").field("rung").choices:
        mine = [one for one in rows.get("listing", ()) if one.get("rung") == rung.key]
        shown = [one for one in mine if one.get("reached_on") and one.get("evidence")]
        ids = tuple(f"listing/{one.key}" for one in shown)
        without = tuple(f"listing/{one.key}" for one in mine if one not in shown)
        told = Decimal(len(shown))
        found.append(Derived("", rung.zh, rung.en, told, "count", _SHOWN, ids, without))
    return found


FIGURES = figures
