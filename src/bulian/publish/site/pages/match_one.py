"""One demand or product: every pair of it clause by clause, and the way to its row at the desk."""

from bulian.plan.match.nouns import Demand, Product
from bulian.publish.matching import rows
from bulian.publish.site.page import Asked, NotFound, Page
from bulian.publish.site.site import Site


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
        "one": one, "is_demand": is_demand, "register": "demands" if is_demand else "products",
        "heads": rows.heads("pairs", site.words), "pairs": rows.pairs(mine, site.words),
        "synthetic": site.answers.matched.synthetic,
    }  # fmt: skip


PAGE = Page("match_one", "/match/{code}", _fill, every=lambda site: ())
