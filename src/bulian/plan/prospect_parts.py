"""The parts that speak for and against a prospect, each by itself, 0 to 1, or unknown.

Unknown is not zero: where no data tell, the value of vocab/prospect_parts.csv stands in and is shown as
assumed; beside the score stand what it would be at worst and at best.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bulian.chain.placing import Spotted
from bulian.model.chain import Status
from bulian.plan.introducing import Introduction
from bulian.vocab.introductions import link_kinds
from bulian.vocab.prospects import part_kinds, prospect_words

Both = tuple[str, str]
"""A sentence in English and in Chinese."""

# How much a node is worth filling by its status alone; its place in the chain counts as much again.
_WANTED: Mapping[Status, float] = {
    "missing": 1.0, "claimed": 0.7, "unknown": 0.5, "single_source": 0.4, "planned": 0.2, "present": 0.1,
}  # fmt: skip
_RECENT = ((12, 1.0), (24, 0.7), (36, 0.4))
_OLD = 0.1
_YOUNG = 12
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a score.

    Attributes:
        key: of vocab/prospect_parts.csv. value: 0 to 1; None where nobody knows.
        says: what it rests on, in English and Chinese.
    """

    key: str
    value: float | None
    says: Both

    @property
    def counted(self) -> float:
        """The value that counts: the known one, else the assumed one."""
        return part_kinds()[self.key].assumed if self.value is None else self.value

    @property
    def speaks_for(self) -> bool:
        """A known half or more; any introduction is better than none."""
        return self.value is not None and (self.value >= _HALF or self.key == "path")


@dataclass(frozen=True, slots=True)
class Signal:
    """A sign that a firm expands.

    Attributes:
        on: its day, ISO 8601; None where nobody says. fact: its id, "" for a tag of a firm table.
    """

    says: str
    on: str | None
    where: str
    fact: str = ""


def score(parts: Iterable[Part]) -> tuple[float, float, float]:
    """Σ weight × value with what is assumed, then with every unknown part at 0, then at 1."""
    told = tuple(parts)
    weights = {one.key: part_kinds()[one.key].weight for one in told}
    low = sum(weights[one.key] * (one.value or 0.0) for one in told)
    open_ = sum(weights[one.key] for one in told if one.value is None)
    return sum(weights[one.key] * one.counted for one in told), low, low + open_


def need(status: Status, worth: float) -> Part:
    """The mean of what the status of the node asks for and the share of end products that hangs on it."""
    wanted = _WANTED[status]
    value = (wanted + worth) / 2
    return Part(
        "need", value,
        (f"the node is {status}; {worth:.0%} of the end products hang on it",
         f"环节现状“{_STATUS[status]}”；{worth:.0%} 的终端产品要靠它"),
    )  # fmt: skip


def fit(spotted: Spotted) -> Part:
    """How sure it is that the firm is on the node (`chain place`)."""
    word_en = f", “{spotted.word}”" if spotted.word else ""
    return Part(
        "fit", spotted.probability,
        (f"its table says “{spotted.clause}”{word_en}",
         f"名录写“{spotted.clause}”" + (f"，合“{spotted.word}”" if spotted.word else "")),
    )  # fmt: skip


def expansion(signals: Sequence[Signal], today: str) -> Part:
    """By the age of the newest dated sign; an undated tag counts half of what a fresh one would."""
    if not signals:
        return Part("expansion", None, ("no sign in our data", "资料中没有迹象"))
    dated = [(age, one) for one in signals if (age := months_old(one.on, today)) is not None]
    if not dated:
        return Part("expansion", 0.5, (f"{signals[0].says}, undated", f"{signals[0].says}（无日期）"))
    age, newest = min(dated, key=lambda one: one[0])
    value = next((value for most, value in _RECENT if age <= most), _OLD)
    return Part("expansion", value, (f"{newest.says} ({newest.on})", f"{newest.says}（{newest.on}）"))


def path(introduction: Introduction | None) -> Part:
    """The strength of the best introduction."""
    if introduction is None:
        return Part("path", None, ("nobody here is known to know it", "资料中没有人能引荐"))
    names = " → ".join(introduction.names)
    kinds = [link_kinds()[one.kind] for one in introduction.links]
    en, zh = ", ".join(one.en for one in kinds), "、".join(one.zh for one in kinds)
    return Part("path", introduction.strength, (f"{names} ({en})", f"{names}（{zh}）"))


def room(told: Mapping[str, str], free_land: float | None) -> Part:
    """Land and energy: what the firm asks for against what is free. `free_land`: the largest site, in mu."""
    against: list[tuple[float, Both]] = []
    wanted = told.get("land")
    if wanted and free_land is not None:
        mu = float(wanted.lstrip("≈≥≤"))
        fits = mu <= free_land
        against.append(
            (1.0 if fits else 0.0,
             (f"asks for {mu:g} mu; the largest free site has {free_land:g}",
              f"要地 {mu:g} 亩，最大空地 {free_land:g} 亩"))
        )  # fmt: skip
    if told.get("industry", "").startswith(prospect_words("heavy")):
        against.append((0.3, ("one of the six high-energy industries", "属六大高耗能行业")))
    if not against:
        return Part("room", None, ("land and energy are not known", "用地、能耗不明"))
    value = min(value for value, _ in against)
    return Part(
        "room", value, ("; ".join(en for _, (en, _) in against), "；".join(zh for _, (_, zh) in against))
    )


def soundness(told: Mapping[str, str], today: str) -> Part:
    """What the registry says: warnings, how young it is, whether anybody works there."""
    status = told.get("status", "")
    if not status:
        return Part("soundness", None, ("its standing is not known", "经营状态不明"))
    value, en, zh = 1.0, [f"status “{status}”"], [f"状态“{status}”"]
    warned = [word for word in prospect_words("abnormal") if word in f"{status}{told.get('tags', '')}"]
    if warned:
        value -= 0.5
        en.append(f"the registry warns: {', '.join(warned)}")
        zh.append(f"有警示：{'、'.join(warned)}")
    age = months_old(told.get("founded"), today)
    if age is not None and age < _YOUNG:
        value -= 0.3
        en.append(f"founded {told['founded']}, not a year ago")
        zh.append(f"{told['founded']}成立，不满一年")
    if told.get("employees") == "0":
        value -= 0.2
        en.append("no employees")
        zh.append("没有员工")
    return Part("soundness", max(value, 0.0), ("; ".join(en), "；".join(zh)))


def months_old(day: str | None, today: str) -> int | None:
    """Whole months from the first day of a date, month or year to today; None without a date.

    >>> months_old("2023-11", "2024-02-15"), months_old(None, "2024-02-15")
    (3, None)
    """
    if not day:
        return None
    year, month = int(day[:4]), int(day[5:7] or 1)
    now = date.fromisoformat(today[:10])
    return (now.year - year) * 12 + now.month - month


_STATUS: Mapping[Status, str] = {
    "missing": "缺", "claimed": "自称", "unknown": "不明", "single_source": "仅一家", "planned": "在建",
    "present": "有据",
}  # fmt: skip
