"""One breath, one label: whether two numbers of one name repeat a statement or tell of different things."""

from bulian.assess.datum import Datum
from bulian.extract.fold import fold
from bulian.model.place import Span

NEAR = 16
"""Characters between two numbers within which 从8万元提高到9万元 or 分别为5元、6元 is told: a convention."""

_LEAST, _WORDS = 2, 6
_LINKS = "了的为达至到有共约超逾近是计 ，、已"


def one_breath(one: Datum, other: Datum) -> bool:
    """Whether two numbers stand in one clause of one document, so that neither contradicts the other.

    Their quotes overlap, or the numbers stand within `NEAR` characters. Cells are never of one breath.
    """
    here, there = one.fact.place, other.fact.place
    if one.fact.doc != other.fact.doc or not (isinstance(here, Span) and isinstance(there, Span)):
        return False
    if one.fact.surface in there.quote or other.fact.surface in here.quote:
        return here.start < there.end and there.start < here.end
    starts = (one.fact.surface_start, other.fact.surface_start)
    return None not in starts and 0 < abs((starts[0] or 0) - (starts[1] or 0)) <= NEAR


def one_label(one: Datum, other: Datum) -> bool:
    """Whether the words right before two numbers end alike: 净增经营主体 and 新增经营主体 do not.

    Counts are named by a bare head (企业数, 项目数), so that only their words tell what is counted.
    """
    mine, yours = _label(one), _label(other)
    return len(mine) >= _LEAST and mine == yours


def _label(datum: Datum) -> str:
    place, start = datum.fact.place, datum.fact.surface_start
    if not isinstance(place, Span) or start is None:
        return datum.indicator
    return fold(place.quote[: max(start - place.start, 0)]).rstrip(_LINKS)[-_WORDS:]
