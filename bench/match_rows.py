"""Demands and products made for the bench of matching, as a session of a service centre looks.

Frozen before the assignment was tuned. Amounts are heavy-tailed (Pareto, α = 1.2, from 500,000 yuan), as
loans to firms are; budgets are heavy-tailed too and add up to what all demands ask for. The smallest and
largest amount, term, collateral and rate of a product are drawn alone, so that the cheap ones draw a crowd:
nothing steers a firm to what is left. 60 in 100 demands need all they ask for, the others would take half.
"""

import random
from decimal import Decimal

from bulian.plan.match.nouns import Demand, Product, demand, product

COLLATERAL = ("building", "land", "equipment", "receivable", "ip", "none")
BUYERS = tuple(f"买方{letter}" for letter in "甲乙丙丁戊")
TERMS = (6, 12, 24, 36, 60)


def _amount(chance: random.Random) -> int:
    """Whole 10,000 yuan: 50 and above, at most 20,000."""
    return min(int(50 * chance.paretovariate(1.2)), 20_000)


def made_demand(chance: random.Random, number: int) -> Demand:
    """One demand; everything that products ask is known of it."""
    amount = _amount(chance)
    flexible = chance.random() < 0.4
    groups = [word if chance.random() < 0.6 else f"非{word}" for word in ("小微", "首贷", "民营", "科技型")]
    values = {
        "code": f"D{number:05}", "consent": "yes", "amount": f"{amount}0000",
        "least": f"{amount // 2 if flexible else amount}0000",
        "term": str(chance.choice(TERMS)), "max_rate": f"{chance.uniform(3.5, 9):.2f}",
        "collateral": chance.choice(COLLATERAL),
        "collateral_value": f"{int(amount * chance.uniform(0.5, 3))}0000",
        "attributes": "、".join(groups), "buyer": chance.choice(BUYERS),
    }  # fmt: skip
    return demand(values, "")


def made_product(chance: random.Random, number: int, budget: int) -> Product:
    """One product with a budget in 10,000 yuan."""
    smallest = chance.choice((0, 0, 50, 100, 300))
    rate = chance.uniform(3, 8)
    values = {
        "code": f"P{number:04}", "kind": "loan", "min_amount": f"{smallest}0000",
        "max_amount": f"{max(smallest * 2, chance.choice((300, 1_000, 3_000, 10_000)))}0000",
        "max_term": str(chance.choice(TERMS)), "rate_low": f"{rate:.2f}", "rate_high": f"{rate:.2f}",
        "collateral": "、".join(("信用",) if chance.random() < 0.3 else chance.sample(COLLATERAL[:5], 3)),
        "ltv": str(chance.choice((50, 60, 70))), "days": str(chance.randint(3, 60)),
        "budget": f"{budget}0000",
        "requires": chance.choice(("", "", "小微", "科技型", "民营")),
    }  # fmt: skip
    if chance.random() < 0.2:
        values |= {"buyer_limit": f"{max(budget // 4, 100, smallest)}0000"}
    return product({key: text for key, text in values.items() if text}, "")


def made_session(demands: int, products: int, seed: int) -> tuple[tuple[Demand, ...], tuple[Product, ...]]:
    """A session: the same seed draws the same rows."""
    chance = random.Random(seed)
    asking = tuple(made_demand(chance, number) for number in range(demands))
    whole = int(sum((one.amount for one in asking), Decimal(0))) // 10_000
    weights = [chance.paretovariate(1.2) for _ in range(products)]
    budgets = [max(int(whole * weight / sum(weights)), 50) for weight in weights]
    return asking, tuple(made_product(chance, number, budget) for number, budget in enumerate(budgets))
