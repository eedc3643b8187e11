"""Demands and products in a few words."""

from datetime import date

from bulian.plan.match.nouns import Demand, Product, demand, product

DAY = date(2026, 6, 30)


def told(text: str) -> dict[str, str]:
    """`amount=1000000;kinds=贷款` as values by column."""
    return dict(part.split("=", 1) for part in text.split(";"))


def wants(code: str, text: str) -> Demand:
    """A demand with consent."""
    return demand({"code": code, "consent": "yes", **told(text)}, f"需求!{code}")


def offers(code: str, text: str) -> Product:
    """A product."""
    return product({"code": code, **told(text)}, f"产品!{code}")
