"""Does it add up: contradictions with their arithmetic, what cannot be compared, how much was checked."""

import re
from collections.abc import Iterator
from decimal import Context, Decimal

import typer

from bulian.assess.check import Checked
from bulian.assess.checks import rules
from bulian.assess.datum import Datum
from bulian.assess.finding import Finding
from bulian.cli.printing import grid, print_csv, to_json
from bulian.cli.say import language, say
from bulian.measure.extent import Extent
from bulian.publish.naming import what, when
from bulian.publish.numbers import by_size, figure_of
from bulian.publish.wording import Wording, wording

_SHORT = 8
_SLOT = re.compile(r"\{(\d+)\}")
_DIGITS = Context(prec=6)
_IN_FULL = ("contradicted",)
_SHOWN = ("contradicted", "not_comparable")
_SIGNS = {"=": "equal", "≤": "most", "≥": "least", "∋": "within"}
_JOINT = {"zh": "、", "en": ", "}


def checked(found: Checked, form: str, verdict: str | None) -> None:
    """Contradictions and what is not comparable; with `verdict` all findings of that verdict alone.

    Programs get every finding, a row each, unless `verdict` names one.
    """
    asked = (verdict,) if verdict else _SHOWN if form == "table" else None
    kept = [one for one in found.findings if asked is None or one.verdict in asked]
    words = wording(language())
    if form == "json":
        typer.echo(to_json([_row(found, one, words) for one in kept], indent=1))
    elif form == "csv":
        print_csv([_row(found, one, words) for one in kept])
    else:
        for one in kept:
            _told(found, one, words)
        _counted(found)


def _told(found: Checked, one: Finding, words: Wording) -> None:
    rule = rules()[one.rule]
    last = one.facts[-1]
    name = rule.zh if language() == "zh" else rule.en
    head = (name, last.subject or words["mark.nobody"], when(last, words))
    typer.echo(say(f"check.{one.verdict}", what=" ".join(head)))
    typer.echo(f"  {in_words(one, words)}")
    if one.verdict in _IN_FULL:
        grid((), _lines(found, one, words))
    typer.echo()


def in_words(one: Finding, words: Wording) -> str:
    """The arithmetic with the numbers in it: 83.5亿元 ÷ 149.9亿元 得 55.7038%（…—…），原文 55.8%（…—…）."""
    figures = [figure_of(datum, words).whole for datum in one.facts]
    formula = _SLOT.sub(lambda slot: figures[int(slot[1])], one.formula)
    told = formula
    if one.computed is not None and one.stated is not None:
        key = _key(one)
        stated = figures[-1] if _holds_stated(one) else _size(one.stated.point, one.unit, words)
        told = say(
            f"check.{key}", formula=formula, computed=_size(one.computed.point, one.unit, words),
            range=_range(one.computed, one.unit, words), stated=stated,
            allowed=_range(one.stated, one.unit, words),
            rest=_size(one.stated.point - one.computed.point, one.unit, words),
        )  # fmt: skip
    if "s ×" in one.formula:
        told += say("check.legend")
    if one.why:
        told = f"{told}{say(f'check.why.{one.why}', missing=_JOINT[language()].join(one.missing) or '—')}"
    return told


def _key(one: Finding) -> str:
    """Which sentence tells it: two rules have their own, and so has a formula with two sides."""
    if one.rule in ("covered", "twice"):
        return one.rule
    return "sides" if "= " in one.formula or "≤ " in one.formula else _SIGNS[one.sign]


def _holds_stated(one: Finding) -> bool:
    """Whether the last number is what the result is held against, so that the formula leaves it out."""
    return f"{{{len(one.facts) - 1}}}" not in one.formula


def _size(value: Decimal, unit: str, words: Wording) -> str:
    written = by_size(_DIGITS.plus(value), unit, words)
    return f"{written.before}{written.text}{written.unit}"


def _range(extent: Extent, unit: str, words: Wording) -> str:
    if extent.low is None or extent.high is None or extent.low == extent.high:
        return say("check.exact")
    return f"{_size(extent.low, unit, words)}—{_size(extent.high, unit, words)}"


def _lines(found: Checked, one: Finding, words: Wording) -> Iterator[tuple[str, ...]]:
    suspect = found.suspect(one)
    for datum in dict.fromkeys(one.smallest):
        mark = say("check.suspect") if datum is suspect else ""
        yield (
            f"  {datum.id[:_SHORT]}",
            what(datum, words),
            when(datum, words),
            figure_of(datum, words).whole,
            datum.source.name,
            mark,
        )


def _counted(found: Checked) -> None:
    counts = found.counts
    typer.echo(say("check.count", numbers=found.numbers, checked=found.checked, **counts))
    if counts["contradicted"]:
        typer.echo(say("check.how"))


def _row(found: Checked, one: Finding, words: Wording) -> dict[str, object]:
    suspect = found.suspect(one)
    return {
        "rule": one.rule, "verdict": one.verdict, "why": one.why, "missing": list(one.missing),
        "arithmetic": in_words(one, words), "formula": one.formula, "sign": one.sign, "unit": one.unit,
        "computed": _ends(one.computed), "stated": _ends(one.stated), "facts": list(one.ids),
        "smallest": [datum.id for datum in one.smallest], "suspect": suspect.id if suspect else None,
        "sources": _names(one.facts),
    }  # fmt: skip


def _ends(extent: Extent | None) -> dict[str, float | None] | None:
    if extent is None:
        return None
    told = {"low": extent.low, "point": extent.point, "high": extent.high}
    return {name: None if end is None else float(_DIGITS.plus(end)) for name, end in told.items()}


def _names(facts: tuple[Datum, ...]) -> list[str]:
    return list(dict.fromkeys(datum.source.name for datum in facts))
