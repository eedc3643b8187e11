"""部分÷总量＝比重: a share against its part and its whole, amounts and counts alike."""

from collections.abc import Iterator, Mapping, Sequence

from bulian.assess.comparing import equality
from bulian.assess.datum import Datum
from bulian.assess.finding import Finding, Rule, Why
from bulian.assess.setting import parts_in_text
from bulian.assess.statements import Frame, Statements
from bulian.measure.arithmetic import over, percent
from bulian.measure.extent import Extent
from bulian.vocab.words import word_list

_MEASURES = ("增加值", "总产值", "产值", "营业收入", "收入", "投资", "零售额", "销售额", "数")
_OF = "占"
_RATIO = ("比重", "占比", "比例", "率")


def find(statements: Statements) -> Iterator[Finding]:
    """One finding a share whose part or whole is told in the same frame, or why there is none."""
    wholes = {part.id: each.whole for each in parts_in_text(statements) for part in each.parts}
    for frame, _, share in statements.of_kind("share"):
        if share.fact.unit == "%" and not tells_progress(share):
            yield _finding(statements, frame, share, wholes)


def tells_progress(share: Datum) -> bool:
    """Whether a percentage tells how much of a plan is done; 104 % of a budget is no share."""
    basis = share.fact.basis or ""
    return any(basis.endswith(word) for word in word_list("not_shares.csv"))


def _finding(statements: Statements, frame: Frame, share: Datum, wholes: Mapping[str, Datum]) -> Finding:
    part_name, whole_name = parted(share)
    part = statements.level(frame, *_names(part_name, whole_name))
    if part is None:
        return _open(share, "part_missing", part_name)
    whole = statements.level(frame, *_names(whole_name, "")) if whole_name else wholes.get(part.id)
    if whole is None or whole is part or whole.fact.unit != part.fact.unit:
        return _open(share, "whole_missing", whole_name)
    found = equality("share", "{0} ÷ {1}", (part, whole), _share, share)
    return found or _open(share, "may_be_nought", whole_name)


def parted(share: Datum) -> tuple[str, str]:
    """The names of the part and the whole of a share; the whole is "" where it goes without saying."""
    whole = share.fact.basis or ""
    name = share.indicator
    for ratio in _RATIO:
        name = name.removesuffix(ratio)
    if whole and name.endswith(whole):
        return name.removesuffix(whole).removesuffix(_OF), whole
    part, _, after = name.rpartition(_OF)
    return (part, whole or after) if part else (name, whole)


def _names(name: str, whole: str) -> list[str]:
    """The names under which the amount behind a share may stand: 港资企业 is counted as 港资企业数."""
    bare = name.removesuffix("总数").removesuffix("总量")
    tails = [tail for tail in _MEASURES if whole.endswith(tail)] or ["数"]
    return [name, f"{bare}数", bare, *(f"{bare}{tail}" for tail in tails)]


def _share(extents: Sequence[Extent]) -> Extent | None:
    part, whole = extents
    ratio = over(part, whole)
    return ratio and percent(ratio)


def _open(share: Datum, why: Why, missing: str) -> Finding:
    told = (missing,) if missing else ()
    return Finding("share", "not_checkable", (share,), "{0}", why=why, missing=told)


RULE = Rule("share", "部分÷总量＝比重", "part ÷ whole = share", find)
