"""比重的变动: a share and its change in percentage points against the share a year before."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bulian.assess.comparing import equality
from bulian.assess.datum import Datum
from bulian.assess.finding import Finding, Rule
from bulian.assess.statements import Statements
from bulian.measure.arithmetic import minus
from bulian.measure.extent import Extent
from bulian.model.period import year_before


def find(statements: Statements) -> Iterator[Finding]:
    """For every change in points beside its share, against each share told of the year before."""
    shares: dict[tuple[str, str, bool, str], list[Datum]] = defaultdict(list)
    for kind in ("share", "level"):
        for frame, name, datum in statements.of_kind(kind):
            if datum.fact.unit == "%" and frame.modality == "actual" and frame.subject:
                shares[frame.subject, frame.time, frame.synthetic, name].append(datum)
    for frame, name, change in statements.of_kind("points"):
        now = statements.first(frame, "share", name) or statements.level(frame, name)
        before = year_before(frame.time) if frame.time else None
        if now is None or before is None or frame.modality != "actual":
            continue
        for earlier in shares[frame.subject, before, frame.synthetic, name]:
            if finding := equality("points", "{0} − {1}", (now, earlier), _change, change):
                yield finding


def _change(extents: Sequence[Extent]) -> Extent:
    now, earlier = extents
    return minus(now, earlier)


RULE = Rule("points", "本期比重−上期比重＝变动", "share − share a year before = change in points", find)
