"""Intent orders of events: how many became orders, by number and by value."""

from decimal import Decimal

from bulian.desk.figures import Rows
from bulian.desk.figures._figure import Derived, in_columns, ratio
from bulian.desk.values import number

_SIGNED = ("{state}为{state=signed}的 ÷ 全部", "{state} {state=signed} / all")


def figures(rows: Rows, day: str) -> list[Derived]:
    """Of each event and of all: 转化率 by number, 意向金额 and 签约金额."""
    intents = rows.get("intents", ())
    found: list[Derived] = []
    for event in ("", *dict.fromkeys(one.get("event") for one in intents)):
        mine = [one for one in intents if event in ("", one.get("event"))]
        signed = [one for one in mine if one.get("state") == "signed"]
        ids = tuple(f"intents/{one.key}" for one in mine)
        told = ratio(len(signed), len(mine))
        found.append(Derived(event, "意向转化率", "Intents signed", told, "percent", _SIGNED, ids))
        for column, zh, en in (("amount", "意向金额", "Intended"), ("signed_for", "签约金额", "Signed for")):
            known = [one for one in mine if one.get(column)]
            value = sum((number(one.get(column)) for one in known), Decimal(0)) if known else None
            wanted = signed if column == "signed_for" else mine
            without = tuple(f"intents/{one.key}" for one in wanted if one not in known)
            rests = tuple(f"intents/{one.key}" for one in known)
            found.append(Derived(event, zh, en, value, "yuan", in_columns(f"Σ {{{column}}}"), rests, without))
    return found


FIGURES = figures
