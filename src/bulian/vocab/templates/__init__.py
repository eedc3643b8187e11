"""Official methods (官方方法) as versioned templates: one YAML file each, which officials can amend.

A clause says what is asked in its own words, and how it is tested. What the document says but nobody here has
read is marked `unseen` and stays unknown; nothing is filled in.
"""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Literal, cast

from bulian.errors import BadRequest, VocabularyError
from bulian.vocab.amount import Amount, amount
from bulian.vocab.marked_yaml import Entry, load_entry

Status = Literal["official_text", "mirror", "our_own"]
Scoring = Literal["none", "ratio_to_base", "goalposts"]
Comparison = Literal["at_least", "above", "at_most", "below"]
How = Literal["latest", "each", "mean", "average_growth", "compound_growth"]

_STATUSES = ("official_text", "mirror", "our_own")
_SUBJECTS = ("firm", "cluster", "district", "park")
_SCORINGS = ("none", "ratio_to_base", "goalposts")
_COMPARISONS: tuple[Comparison, ...] = ("at_least", "above", "at_most", "below")
_HOWS = ("latest", "each", "mean", "average_growth", "compound_growth")
_QUANTITY = ("indicator", "over", "aspect", "how", "years")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number asked of a subject: an indicator, or one over another, in one or several years.

    Attributes:
        names: the names it may have in the ledger, the best first. over: those of the denominator, if any.
        aspect: "level" or "growth", as printed.
        how: "latest" year; "each" of the last `years`; their "mean"; or the "average_growth" (arithmetic) or
            "compound_growth" of levels over them.
    """

    names: tuple[str, ...]
    over: tuple[str, ...]
    aspect: str
    how: How
    years: int


@dataclass(frozen=True, slots=True)
class Line:
    """A quantity held against a threshold."""

    quantity: Quantity
    comparison: Comparison
    threshold: Amount


@dataclass(frozen=True, slots=True)
class Title:
    """The subject holds one of these titles (资质, 称号)."""

    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Attested:
    """A person must say so, with evidence: no figure tells it."""


@dataclass(frozen=True, slots=True)
class Unseen:
    """The document asks something here whose text nobody here has read."""


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part must hold."""

    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One part is enough."""

    parts: tuple["Part", ...]


Test = Line | Title | Attested | Unseen | AllOf | AnyOf


@dataclass(frozen=True, slots=True)
class Part:
    """One thing asked, with its words: a clause, or a part of one.

    `evidence` names the papers that an assessor wants to see; `near` is the share of a threshold from which a
    subject that falls short is a candidate (升规后备), None where that has no meaning.
    """

    key: str
    zh: str
    en: str
    test: Test
    evidence: tuple[str, ...] = ()
    near: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Criterion:
    """A scored indicator: its weight, and the base or the two goalposts it is measured by.

    `domain` groups criteria; `ours` marks a weight or indicator that no official text gives.
    """

    key: str
    zh: str
    en: str
    weight: Decimal
    quantity: Quantity | None
    base: Amount | None
    goalposts: tuple[Amount, Amount] | None
    domain: str
    ours: bool


@dataclass(frozen=True, slots=True)
class Alignment:
    """A cell of a system of clusters (33618) and the words by which a district's own are held against it."""

    key: str
    zh: str
    en: str
    tier: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """One version of one method.

    Attributes:
        document: its number. in_force: from when, ISO 8601, None where the text read does not say.
        status: whether the official text, a mirror of it, or our own choice stands behind it.
        weights_official: False where the weights are a district's choice; every print says so.
        total_weight: of the whole method, where only a part of it was read.
        own: the district's variant lies in the workspace and stands in for the shipped one.
    """

    key: str
    zh: str
    en: str
    document: str
    in_force: str | None
    source: str
    status: Status
    applies_to: str
    note_zh: str
    note_en: str
    clauses: tuple[Part, ...]
    criteria: tuple[Criterion, ...]
    cells: tuple[Alignment, ...]
    scoring: Scoring
    weights_official: bool
    total_weight: Decimal | None
    own: bool = False


SHIPPED = Path(__file__).parent


def templates(own: Path | None = None) -> dict[str, Template]:
    """Every template by its key; one of the workspace's folder `own` stands in for the shipped one.

    Raises:
        VocabularyError: a file does not fit; names file and line.
    """
    found = {one.key: one for one in (_template(file, False) for file in sorted(SHIPPED.glob("*.yaml")))}
    files = sorted(own.glob("*.yaml")) if own is not None and own.is_dir() else []
    return found | {one.key: one for one in (_template(file, True) for file in files)}


def _template(file: Path, own: bool) -> Template:
    entry = load_entry(file)
    entry.refuse_others(
        "key", "zh", "en", "document", "in_force", "source", "status", "applies_to", "note_zh", "note_en",
        "clauses", "criteria", "cells", "scoring", "weights_official", "total_weight",
    )  # fmt: skip
    if entry.text("key") != file.stem:
        raise entry.wrong(f"key must be the file's name, {file.stem}", f"key 应与文件名一致：{file.stem}")
    total = entry.optional("total_weight")
    template = Template(
        key=entry.text("key"), zh=entry.text("zh"), en=entry.text("en"), document=entry.text("document"),
        in_force=entry.optional("in_force"), source=entry.text("source"),
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
