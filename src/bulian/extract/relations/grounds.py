"""Where what a clause lists stands: the place that acts there, else one inside the home, else the home."""

from bisect import bisect_left, bisect_right

from bulian.extract.context import Context
from bulian.extract.relations.agents import GOVERNED, agent
from bulian.extract.relations.spots import Spot


def ground(context: Context, spot: Spot, at: int) -> list[str]:
    """The place or zone named as subject, or last before in the paragraph inside the home; else the home."""
    found = agent(context, spot, at)
    home = context.names.home
    begin = spot.sentence.clauses[spot.clause].start
    if found and found.kind == "firm" and found.start is not None and found.start >= begin:
        return []
    if found and (found.kind == "place" or GOVERNED.search(found.name)) and found.name != home:
        return [found.name]
    near = _nearest(context, spot, at) or home
    return [near] if near else []


def _nearest(context: Context, spot: Spot, at: int) -> str | None:
    """桂阳县 of a text about 郴州市: the place inside the home that the sentence names last before."""
    home = context.names.home or ""
    low = bisect_left(context.names.starts, spot.sentence.start)
    high = bisect_right(context.names.starts, at)
    for name in reversed(context.names.mentions[low:high]):
        if name.kind == "place" and name.canonical != home and _inside(name.canonical, home):
            return name.canonical
    return None


def _inside(name: str, home: str) -> bool:
    return name.startswith(home) or (
        home.endswith(("市", "州", "地区", "盟")) and name.endswith(("县", "旗"))
    )
