"""The stages of a project (线索 → 达产), what shows that one is reached, and the classes of size."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal, cast, get_args

from bulian.errors import BadRequest
from bulian.vocab.marked_yaml import Entry, load_entry
from bulian.vocab.table import FOLDER

EvidenceKind = Literal["document", "fact", "payment", "visit"]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage.

    Attributes:
        place: its place in the order, from 0. evidence: the kinds that may show it; events: the types of read
            events that do. planned: the column that holds the promised day, "" for none.
        stuck: days after which a project that stays is listed; 0 for never.
    """

    key: str
    zh: str
    en: str
    place: int
    evidence: tuple[EvidenceKind, ...]
    events: tuple[str, ...]
    planned: str
    stuck: int


@dataclass(frozen=True, slots=True)
class Size:
    """A class of size: planned investment in yuan from `at_least` up to the next."""

    key: str
    zh: str
    en: str
    at_least: Decimal


@cache
def stages() -> tuple[Stage, ...]:
    """Every stage in order.

    >>> [stage.zh for stage in stages()][:3]
    ['线索', '在谈', '签约']
    """
    told = load_entry(FOLDER / "stages.yaml").entries("stages")
    return tuple(_stage(place, one) for place, one in enumerate(told))


def stage(name: str) -> Stage:
    """A stage by its key or name.

    Raises:
        BadRequest: there is none; the message lists them.
    """
    for one in stages():
        if name in (one.key, one.zh, one.en):
            return one
    raise BadRequest(
        f"There is no stage {name!r}; there are {', '.join(one.key for one in stages())}.",
        f"没有“{name}”这个阶段；有 {'、'.join(one.zh for one in stages())}。",
    )


def size_of(total: Decimal) -> Size:
    """The class of size of a planned investment in yuan.

    >>> size_of(Decimal(38_000_000_000)).zh, size_of(Decimal(100_000_000)).zh
    ('百亿级', '亿级')
    """
    return next(one for one in _sizes() if total >= one.at_least)


@cache
def _sizes() -> tuple[Size, ...]:
    told = load_entry(FOLDER / "stages.yaml").entries("sizes")
    found = [Size(one.text("key"), one.text("zh"), one.text("en"), Decimal(one.text("from"))) for one in told]
    return tuple(sorted(found, key=lambda one: -one.at_least))


def _stage(place: int, entry: Entry) -> Stage:
    entry.refuse_others("key", "zh", "en", "evidence", "events", "planned", "stuck")
    kinds = entry.words("evidence")
    if not set(kinds) <= set(get_args(EvidenceKind)):
        raise entry.wrong("evidence holds an unknown kind", "evidence 里有不认识的种类")
    return Stage(
        entry.text("key"), entry.text("zh"), entry.text("en"), place,
        cast(tuple[EvidenceKind, ...], kinds), entry.words("events"), entry.optional("planned") or "",
        int(entry.text("stuck")),
    )  # fmt: skip
