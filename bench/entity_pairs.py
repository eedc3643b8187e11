"""Made-up firms with a known truth: a register of full names, and pairs of names that are one firm or two.

    python bench/entity_pairs.py

The register is put together of real parts, as the note on the data of firms tells: place (divisions of 2024),
brand (short names of firms), trade word, legal form, joined in the orders that real names use. The reference
data lies in BULIAN_DATA, else in ../shared/data beside the project. One seed, no clock: the same pairs on
every machine; the command prints their number and hash. Written before the matcher that is measured on them,
and not changed since.

What is the truth where names alone cannot tell? Such pairs are not made: a brand alone, or brand and trade,
stands for a firm only where no other firm of the register bears them; a wrong character stands for a slip of
the pen only outside a brand of two or three characters, where it is another brand.
"""

import csv
import hashlib
import os
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import opencc
import polars as pl

ROOT = Path(__file__).parents[1]
DATA = Path(os.environ.get("BULIAN_DATA") or ROOT.parent / "shared" / "data").resolve()
SEED = 20260131
FIRMS = 6_000
A_KIND = 220
FORMS = ("有限公司",) * 12 + ("有限责任公司",) * 4 + ("股份有限公司",) * 5 + ("集团有限公司",) * 2
GROUPS = ("集团股份有限公司", "（集团）股份有限公司", "（集团）有限公司", "控股有限公司")
WRONG = "之大天小山水火木金土上下左右东西南北中一三五七九白黑红青目口手足日月"


@dataclass(frozen=True)
class Firm:
    """A made-up firm: the parts of its name, and the order they stand in."""

    place: str
    brand: str
    trade: str
    form: str
    order: str

    @property
    def name(self) -> str:
        """The full name."""
        return _name(self.place, self.brand, self.trade, self.form, order=self.order)


@dataclass(frozen=True)
class Pair:
    """Two names, whether they are one firm, and how the pair was made."""

    one: str
    other: str
    same: bool
    kind: str


@dataclass(frozen=True)
class Parts:
    """The parts that names are put together of; `places` as (as printed before a name, in short)."""

    places: list[tuple[str, str]]
    brands: list[str]
    trades: list[str]


def parts() -> Parts:
    """The parts from the reference data; trade words that at least 20 real short names end in."""
    shorts = pl.read_parquet(DATA / "firms" / "company_short_names.parquet")["short_name_zh"].to_list()
    ends = Counter(name[-length:] for name in shorts for length in (2, 3, 4) if len(name) > length)
    with (DATA / "lexicons" / "company_name_parts.csv").open(encoding="utf-8") as file:
        words = {row["word"] for row in csv.DictReader(file) if row["kind"] == "trade_word"}
    with (DATA / "admin_divisions" / "divisions_2024.csv").open(encoding="utf-8") as file:
        divisions = [
            row for row in csv.DictReader(file) if row["level"] in ("province", "prefecture", "county")
        ]
    trades = sorted(word for word in words if 2 <= len(word) <= 4 and ends[word] >= 20)
    brands = sorted(
        name for name in shorts
        if 2 <= len(name) <= 4 and all("一" <= c <= "龥" for c in name) and not any(t in name for t in trades)
        and len(set(name)) == len(name)
    )  # fmt: skip
    places = sorted({(row["name_zh"], row["short_zh"]) for row in divisions if len(row["short_zh"]) >= 2})
    heads = {short for _, short in places}
    return Parts(places, [brand for brand in brands if brand[:2] not in heads and brand not in heads], trades)


def register(size: int, rng: random.Random, of: Parts) -> list[Firm]:
    """`size` firms with different names; a few brands are borne by many firms, most by one (Zipf)."""
    brands = rng.sample(of.brands, min(len(of.brands), max(size // 2, 1)))
    weights = [1 / (rank + 5) for rank in range(len(brands))]
    drawn = rng.choices(brands, weights, k=size * 2)
    found: dict[str, Firm] = {}
    for brand in drawn:
        place, short = rng.choice(of.places)
        order = rng.choices(("pbtf", "bptf", "btpf"), (85, 8, 7))[0]
        firm = Firm(
            rng.choice((place, place, short)) if order == "pbtf" else short,
            brand, _trade(rng, of), rng.choice(FORMS), order,
        )  # fmt: skip
        found.setdefault(firm.name, firm)
        if len(found) == size:
            break
    return list(found.values())


def _trade(rng: random.Random, of: Parts) -> str:
    one, other = rng.choice(of.trades), rng.choice(of.trades)
    return one if rng.random() < 0.65 or set(one) & set(other) else one + other


def _name(place: str, brand: str, trade: str, form: str, *, order: str = "pbtf") -> str:
    if order == "pbtf":
        return place + brand + trade + form
    return brand + (f"（{place}）{trade}" if order == "bptf" else f"{trade}（{place}）") + form


def pairs(seed: int = SEED) -> list[Pair]:
    """`A_KIND` pairs of every kind, shuffled."""
    rng, of = random.Random(seed), parts()
    firms = register(FIRMS, rng, of)
    made = [pair for kind in (*SAME, *OTHER) for pair in _some(kind, rng, of, firms)]
    rng.shuffle(made)
    return made


Maker = Callable[[Firm, random.Random, "Known"], str | None]


class Known:
    """The register by brand and by brand and trade, so that no pair is ambiguous."""

    def __init__(self, firms: list[Firm], of: Parts) -> None:
        self.of = of
        self.names = {firm.name for firm in firms}
        self.brands = Counter(firm.brand for firm in firms)
        self.short = Counter(firm.brand + firm.trade for firm in firms)
        self.by_brand: dict[str, list[Firm]] = defaultdict(list)
        for firm in firms:
            self.by_brand[firm.brand].append(firm)


def _some(kind: tuple[str, bool, Maker], rng: random.Random, of: Parts, firms: list[Firm]) -> Iterator[Pair]:
    name, same, make = kind
    known, made = Known(firms, of), 0
    while made < A_KIND:
        firm = rng.choice(firms)
        other = make(firm, rng, known)
        if other and other != firm.name and (same or other not in known.names or name in _WITHIN):
            made += 1
            yield Pair(firm.name, other, same, name)


def _traditional(firm: Firm, rng: random.Random, known: Known) -> str | None:
    return str(_s2t().convert(firm.name))


def _typing(firm: Firm, rng: random.Random, known: Known) -> str | None:
    name = firm.name.replace("（", "(").replace("）", ")")
    at = rng.randrange(1, len(name))
    return f"{name[:at]} {name[at:]}"


def _place_otherwise(firm: Firm, rng: random.Random, known: Known) -> str | None:
    for place, short in known.of.places:
        if firm.place in (place, short) and place != short:
            return _name(short if firm.place == place else place, firm.brand, firm.trade, firm.form)
    return None


def _form_otherwise(firm: Firm, rng: random.Random, known: Known) -> str | None:
    other = {"有限公司": "有限责任公司", "有限责任公司": "有限公司", "股份有限公司": "股份公司"}.get(
        firm.form
    )
    return other and _name(firm.place, firm.brand, firm.trade, other, order=firm.order)


def _no_place(firm: Firm, rng: random.Random, known: Known) -> str | None:
    return firm.brand + firm.trade + firm.form if known.short[firm.brand + firm.trade] == 1 else None


def _no_form(firm: Firm, rng: random.Random, known: Known) -> str | None:
    return firm.place + firm.brand + firm.trade


def _short(firm: Firm, rng: random.Random, known: Known) -> str | None:
    return firm.brand + firm.trade if known.short[firm.brand + firm.trade] == 1 else None


def _brand_alone(firm: Firm, rng: random.Random, known: Known) -> str | None:
    return firm.brand if len(firm.brand) >= 3 and known.brands[firm.brand] == 1 else None


def _abbreviated(firm: Firm, rng: random.Random, known: Known) -> str | None:
    """国际复合材料 as 国际复材: the brand, and of a trade of four characters the first and the third."""
    alone = known.brands[firm.brand] == 1
    return firm.brand + firm.trade[0] + firm.trade[2] if alone and len(firm.trade) == 4 else None


def _slip(firm: Firm, rng: random.Random, known: Known) -> str | None:
    start = firm.name.find(firm.trade)
    at = start + rng.randrange(len(firm.trade))
    return firm.name[:at] + rng.choice(WRONG) + firm.name[at + 1 :]


def _other_trade_and_place(firm: Firm, rng: random.Random, known: Known) -> str | None:
    place = _elsewhere(firm, rng, known)
    return _name(place, firm.brand, _other_trade(firm, rng, known), firm.form)


def _other_place(firm: Firm, rng: random.Random, known: Known) -> str | None:
    return _name(_elsewhere(firm, rng, known), firm.brand, firm.trade, firm.form)


def _other_trade_here(firm: Firm, rng: random.Random, known: Known) -> str | None:
    return _name(firm.place, firm.brand, _other_trade(firm, rng, known), firm.form)


def _branch(firm: Firm, rng: random.Random, known: Known) -> str | None:
    place, short = rng.choice(known.of.places)
    return f"{firm.name}{rng.choice((place, short, '第一', '第二'))}分公司"


def _subsidiary(firm: Firm, rng: random.Random, known: Known) -> str | None:
    place = _elsewhere(firm, rng, known)
    return _name(place, firm.brand, firm.trade, firm.form, order=rng.choice(("bptf", "btpf")))


def _parent(firm: Firm, rng: random.Random, known: Known) -> str | None:
    return firm.place + firm.brand + rng.choice(GROUPS)


def _near_brand(firm: Firm, rng: random.Random, known: Known) -> str | None:
    near = _one_character_off(firm.brand, rng, known)
    return near and _name(firm.place, near, firm.trade, firm.form, order=firm.order)


def _short_of_another(firm: Firm, rng: random.Random, known: Known) -> str | None:
    others = [one for one in known.by_brand[firm.brand] if not set(one.trade) & set(firm.trade)]
    return rng.choice(others).brand + rng.choice(others).trade if others else None


def _another(firm: Firm, rng: random.Random, known: Known) -> str | None:
    others = [one for one in known.by_brand[firm.brand] if one.name != firm.name]
    return rng.choice(others).name if others else None


SAME: tuple[tuple[str, bool, Maker], ...] = (
    ("script", True, _traditional),
    ("typing", True, _typing),
    ("place otherwise", True, _place_otherwise),
    ("form otherwise", True, _form_otherwise),
    ("no place", True, _no_place),
    ("no form", True, _no_form),
    ("brand and trade", True, _short),
    ("brand alone", True, _brand_alone),
    ("abbreviated", True, _abbreviated),
    ("slip in the trade", True, _slip),
)
OTHER: tuple[tuple[str, bool, Maker], ...] = (
    ("other trade and place", False, _other_trade_and_place),
    ("other place", False, _other_place),
    ("other trade", False, _other_trade_here),
    ("branch", False, _branch),
    ("subsidiary elsewhere", False, _subsidiary),
    ("group above", False, _parent),
    ("brand one character off", False, _near_brand),
    ("short of a namesake", False, _short_of_another),
    ("namesake of the register", False, _another),
)
_WITHIN = ("short of a namesake", "namesake of the register")


def _elsewhere(firm: Firm, rng: random.Random, known: Known) -> str:
    """A place of another name altogether; which of two places lies in the other is no question here."""
    while True:
        place, short = rng.choice(known.of.places)
        if not set(short) & set(firm.place):
            return place


def _other_trade(firm: Firm, rng: random.Random, known: Known) -> str:
    while True:
        trade = rng.choice(known.of.trades)
        if not set(trade) & set(firm.trade):
            return trade


def _one_character_off(brand: str, rng: random.Random, known: Known) -> str | None:
    """A real brand of two or three characters that differs in one."""
    if len(brand) > 3:
        return None
    at = rng.randrange(len(brand))
    near = [
        one for one in _brands_without(known, at, len(brand)).get(brand[:at] + brand[at + 1 :], ())
        if one != brand
    ]  # fmt: skip
    return rng.choice(near) if near else None


def _brands_without(known: Known, at: int, length: int) -> dict[str, list[str]]:
    if (at, length) not in _CACHE:
        table: dict[str, list[str]] = defaultdict(list)
        for brand in known.of.brands:
            if len(brand) == length:
                table[brand[:at] + brand[at + 1 :]].append(brand)
        _CACHE[at, length] = table
    return _CACHE[at, length]


_CACHE: dict[tuple[int, int], dict[str, list[str]]] = {}


@cache
def _s2t() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


def digest(made: list[Pair]) -> str:
    """A hash over all pairs, to see that they are still the same."""
    whole = hashlib.sha256()
    for pair in made:
        whole.update(f"{pair.one}\t{pair.other}\t{pair.same}\t{pair.kind}\n".encode())
    return whole.hexdigest()[:16]


def main() -> None:
    """Print how many pairs of which kind, one of each, and the hash."""
    made = pairs()
    counted = Counter(pair.kind for pair in made)
    example = {pair.kind: pair for pair in made}
    for kind, count in counted.items():
        pair = example[kind]
        print(f"{kind:26s}{count:6d}  {'one' if pair.same else 'two'}  {pair.one} | {pair.other}")
    print(f"{len(made)} pairs, {digest(made)}")


if __name__ == "__main__":
    main()
