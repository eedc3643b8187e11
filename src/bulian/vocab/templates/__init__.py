"""Official methods (官方方法) as versioned templates: one YAML file each, which officials can amend.

A clause says what is asked in its own words, and how it is tested. What the document says but nobody here has
read is marked `unseen` and stays unknown; nothing is filled in.
"""

from decimal import Decimal
from pathlib import Path
from typing import cast

from bulian.errors import BadRequest, VocabularyError
from bulian.vocab.amount import Amount, amount
from bulian.vocab.marked_yaml import Entry
from bulian.vocab.sets import keyed_entry, shipped_and_own
from bulian.vocab.template import (
    Alignment,
    AllOf,
    AnyOf,
    Attested,
    Comparison,
    Criterion,
    How,
    Line,
    Part,
    Quantity,
    Scoring,
    Status,
    Template,
    Test,
    Title,
    Unseen,
)

_STATUSES = ("official_text", "mirror", "our_own")
_SUBJECTS = ("firm", "cluster", "district", "park")
_SCORINGS = ("none", "ratio_to_base", "goalposts")
_COMPARISONS: tuple[Comparison, ...] = ("at_least", "above", "at_most", "below")
_HOWS = ("latest", "each", "mean", "total", "average_growth", "compound_growth")
_QUANTITY = ("indicator", "over", "aspect", "how", "years")


SHIPPED = Path(__file__).parent


def templates(own: Path | None = None) -> dict[str, Template]:
    """Every template by its key; one of the workspace's folder `own` stands in for the shipped one.

    Raises:
        VocabularyError: a file does not fit; names file and line.
    """
    return shipped_and_own(SHIPPED, own, _template)


def _template(file: Path, own: bool) -> Template:
    entry = keyed_entry(
        file, "zh", "en", "document", "in_force", "until", "successor", "source", "status", "applies_to",
        "note_zh", "note_en", "clauses", "criteria", "cells", "scoring", "weights_official", "total_weight",
    )  # fmt: skip
    total = entry.optional("total_weight")
    template = Template(
        key=entry.text("key"), zh=entry.text("zh"), en=entry.text("en"), document=entry.text("document"),
        in_force=entry.optional("in_force"),
        until=entry.optional("until"), successor=entry.optional("successor") or "",
        source=entry.text("source"),
        status=cast(Status, entry.one_of("status", _STATUSES)),
        applies_to=entry.one_of("applies_to", _SUBJECTS),
        note_zh=entry.optional("note_zh") or "", note_en=entry.optional("note_en") or "",
        clauses=tuple(_part(one) for one in entry.entries("clauses")),
        criteria=tuple(_criterion(one) for one in entry.entries("criteria")),
        cells=tuple(_cell(one) for one in entry.entries("cells")),
        scoring=cast(Scoring, entry.one_of("scoring", _SCORINGS, "none")),
        weights_official=bool(entry.get("weights_official", True)),
        total_weight=_number(entry, "total_weight") if total else None,
        own=own,
    )  # fmt: skip
    _check(entry, template)
    return template


def _check(entry: Entry, template: Template) -> None:
    if not (template.clauses or template.criteria or template.cells):
        raise entry.wrong(
            "has neither clauses, criteria nor cells", "既没有 clauses，也没有 criteria 或 cells"
        )
    keys = [one.key for one in template.clauses]
    keys += [one.key for one in template.criteria] + [one.key for one in template.cells]
    if twice := next((key for key in keys if keys.count(key) > 1), None):
        raise entry.wrong(f"key {twice} stands twice", f"键 {twice} 出现两次")
    for one in template.criteria:
        lacking = {
            "ratio_to_base": one.base is None, "goalposts": one.goalposts is None, "none": False
        }[template.scoring]  # fmt: skip
        if lacking:
            raise entry.wrong(
                f"{one.key} lacks what scoring {template.scoring} needs", f"{one.key} 缺少计分方式所需的数"
            )
    total = sum((one.weight for one in template.criteria), Decimal(0))
    whole = template.total_weight
    if template.scoring != "none" and whole is not None and total != whole:
        raise entry.wrong(f"weights sum to {total}, not {whole}", f"权重合计 {total}，应为 {whole}")


def _part(entry: Entry, key: str = "") -> Part:
    known = ("key", "zh", "en", "evidence", "near", "all_of", "any_of", "attested", "unseen", "titles")
    entry.refuse_others(*known, *_QUANTITY, *_COMPARISONS)
    near = entry.optional("near")
    return Part(
        key=entry.optional("key") or key,
        zh=entry.text("zh"),
        en=entry.text("en"),
        test=_test(entry),
        evidence=entry.words("evidence"),
        near=_number(entry, "near") if near else None,
    )


def _test(entry: Entry) -> Test:
    kinds = [
        name for name in ("all_of", "any_of", "attested", "unseen", "titles", "indicator") if name in entry
    ]
    if len(kinds) != 1:
        raise entry.wrong(
            "must be tested in one way: indicator, titles, all_of, any_of, attested or unseen",
            "须且只须写一种检验：indicator、titles、all_of、any_of、attested 或 unseen",
        )
    match kinds[0]:
        case "all_of":
            return AllOf(_parts(entry, "all_of"))
        case "any_of":
            return AnyOf(_parts(entry, "any_of"))
        case "attested":
            return Attested()
        case "unseen":
            return Unseen()
        case "titles":
            return Title(entry.words("titles"))
        case _:
            return _line(entry)


def _parts(entry: Entry, key: str) -> tuple[Part, ...]:
    parts = tuple(_part(one, f"{n}") for n, one in enumerate(entry.entries(key), 1))
    if len(parts) < 2:
        raise entry.wrong(f"{key} needs at least two parts", f"{key} 至少要有两部分")
    return parts


def _line(entry: Entry) -> Line:
    given = [name for name in _COMPARISONS if name in entry]
    if len(given) != 1:
        raise entry.wrong(
            f"needs one threshold: {', '.join(_COMPARISONS)}", f"须写一个门槛：{'、'.join(_COMPARISONS)}"
        )
    return Line(_quantity(entry), given[0], _amount(entry, given[0]))


def _quantity(entry: Entry) -> Quantity:
    years = _number(entry, "years") if "years" in entry else Decimal(1)
    if years != int(years) or years < 1:
        raise entry.wrong("years must be a whole number from 1", "years 应是从 1 起的整数")
    how = cast(How, entry.one_of("how", _HOWS, "each" if years > 1 else "latest"))
    return Quantity(
        entry.words("indicator"), entry.words("over"), entry.one_of("aspect", ("level", "growth"), "level"),
        how, int(years),
    )  # fmt: skip


def _criterion(entry: Entry) -> Criterion:
    entry.refuse_others("key", "zh", "en", "weight", "base", "low", "high", "domain", "ours", *_QUANTITY)
    weight = _number(entry, "weight")
    if weight <= 0:
        raise entry.wrong("weight must be above 0", "权重应大于 0")
    posts = (_amount(entry, "low"), _amount(entry, "high")) if "low" in entry or "high" in entry else None
    if posts and posts[0].value == posts[1].value:
        raise entry.wrong("low and high are the same number", "low 与 high 不能相同")
    return Criterion(
        key=entry.text("key"), zh=entry.text("zh"), en=entry.text("en"), weight=weight,
        quantity=_quantity(entry) if "indicator" in entry else None,
        base=_amount(entry, "base") if "base" in entry else None, goalposts=posts,
        domain=entry.optional("domain") or "", ours=bool(entry.get("ours", False)),
    )  # fmt: skip


def _cell(entry: Entry) -> Alignment:
    entry.refuse_others("key", "zh", "en", "tier", "words")
    return Alignment(
        entry.text("key"), entry.text("zh"), entry.text("en"), entry.text("tier"), entry.words("words")
    )


def _amount(entry: Entry, key: str) -> Amount:
    try:
        return amount(entry.text(key))
    except BadRequest as error:
        raise VocabularyError(entry.file, entry.line, f"{key}: {error.en}", f"{key}：{error.zh}") from error


def _number(entry: Entry, key: str) -> Decimal:
    given = entry.text(key)
    try:
        number = Decimal(given)
    except ArithmeticError as error:
        raise entry.wrong(f"{key} {given!r} is no number", f"{key} 的“{given}”不是数字") from error
    if not number.is_finite():
        raise entry.wrong(f"{key} {given!r} is no number", f"{key} 的“{given}”不是数字")
    return number
