"""分子÷分母＝比率, 甲−乙＝差额: a rate or a balance that a standard identity defines by two amounts."""

from collections.abc import Iterator, Sequence

from bulian.assess.comparing import Follows, equality
from bulian.assess.finding import Finding, Rule
from bulian.assess.statements import Statements
from bulian.measure.arithmetic import minus, over, percent
from bulian.measure.extent import Extent
from bulian.vocab.accounting import IdentityKind, identities


def find(statements: Statements) -> Iterator[Finding]:
    """For every rate and balance whose two amounts are told in its frame."""
    for kind, (formula, follows) in _KINDS.items():
        for identity in identities(kind):
            one, other = identity.parts
            for frame, told in statements.frames.items():
                for whole in told.get(("level", identity.whole), ()) if frame.modality == "actual" else ():
                    pair = statements.level(frame, *one), statements.level(frame, *other)
                    if pair[0] and pair[1]:
                        found = equality("ratio", formula, (pair[0], pair[1]), follows, whole)
                        if found:
                            yield found


def _ratio(extents: Sequence[Extent]) -> Extent | None:
    above, below = extents
    ratio = over(above, below)
    return ratio and percent(ratio)


def _difference(extents: Sequence[Extent]) -> Extent:
    one, other = extents
    return minus(one, other)


_KINDS: dict[IdentityKind, tuple[str, Follows]] = {
    "ratio": ("{0} ÷ {1}", _ratio),
    "difference": ("{0} − {1}", _difference),
}

RULE = Rule("ratio", "比率与差额", "rates and balances", find)
