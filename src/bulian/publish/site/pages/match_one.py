"""One demand or product: as it is registered, and every pair of it clause by clause."""

from bulian.desk.telling import shown
from bulian.plan.match.nouns import Demand, Product
from bulian.publish.matching import rows
from bulian.publish.site.page import Asked, NotFound, Page
from bulian.publish.site.site import Site
from bulian.vocab.registers import register


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    told, code = site.answers.matched.matching, asked["code"]
    mine = [one for one in told.verdicts if code in (one.demand.code, one.product.code)]
    if not mine or not site.live:
        raise NotFound(
            f"There is no demand or product {code!r}, or it has no consent, or was granted or paid.",
            f"没有编号为“{code}”的需求或产品，或它没有有效授权、已授信放款。",
        )
    is_demand = mine[0].demand.code == code
    one: Demand | Product = mine[0].demand if is_demand else mine[0].product
    return {
        "one": one, "is_demand": is_demand, "values": _values(one, site.lang),
        "heads": rows.heads("pairs", site.words), "pairs": rows.pairs(mine, site.words),
        "synthetic": site.answers.matched.synthetic,
    }  # fmt: skip


def _values(one: Demand | Product, lang: str) -> list[tuple[str, str]]:
    """Every column that is filled, in the order of the register."""
    kind = register("demands" if isinstance(one, Demand) else "products")
    filled = [field for field in kind.fields if one.get(field.key)]
    return [
        (field.zh if lang == "zh" else field.en, shown(field, one.get(field.key), lang)) for field in filled
    ]


PAGE = Page("match_one", "/match/{code}", _fill, every=lambda site: ())
