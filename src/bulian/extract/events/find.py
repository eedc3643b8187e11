"""Events of a document: happenings that a rule reads and that the sentence dates."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice, product

from bulian.extract.context import Context
from bulian.extract.deferred import deferred
from bulian.extract.events.dating import DATES, POINT, Dating, a_state, datings, period_of
from bulian.extract.events.rules import EventRule, event_rules
from bulian.extract.periods import Period
from bulian.extract.relations.engine import Hit, hits
from bulian.extract.relations.rules import expand
from bulian.extract.relations.spots import Spot
from bulian.extract.relations.topics import Topic
from bulian.extract.segments import Sentence
from bulian.model.fact import Event
from bulian.model.period import days
from bulian.model.place import Place, Span

_NONE: Mapping[int, str] = {}


def find_events(
    context: Context, times: Mapping[int, str] = _NONE, about: tuple[Topic, ...] | None = None
) -> tuple[Event, ...]:
    """Every event once: type, date and first participant; what nothing dates is left out.

    A sentence that names no time goes on in that with which one before it in its paragraph opens, else in the
    one of `times`, which holds what dates a paragraph by its start. `about` holds the topics, if known.
    """
    found: dict[tuple[str, str, tuple[str, ...]], Event] = {}
    again: dict[tuple[str, str, tuple[str, ...]], dict[Place, None]] = {}
    dated: dict[int, tuple[Dating, ...]] = {}
    for rule, hit in hits(context, event_rules(), about):
        sentence = hit.spot.sentence
        if sentence.start not in dated:
            dated[sentence.start] = tuple(datings(context, sentence))
        for event in _events(context, rule, hit, times, dated[sentence.start]):
            # Each who is awarded is one happening; of others the first participant tells which it is.
            named = event.participants if event.type == "designated" else event.participants[:1]
            key = (event.type, event.date, named)
            first = found.setdefault(key, event)
            if first is not event and first.place.quote == event.place.quote and event.place != first.place:
                again.setdefault(key, {})[event.place] = None
    for key, places in again.items():
        found[key] = replace(found[key], also=tuple(places))
    finer = set(_wider(found.values()))
    kept = [one for one in found.values() if (one.type, one.participants[0], one.date) not in finer]
    return tuple(sorted(kept, key=lambda e: (e.place.start, e.place.end, e.type, e.participants)))


def _timed(context: Context, sentence: Sentence) -> bool:
    """Whether any period stands in the sentence."""
    return bool(context.periods_in(sentence.start, sentence.end))


def _dated_otherwise(context: Context, hit: Hit) -> bool:
    """20世纪八十年代, 翌年: the sentence has a time of its own that gives no date."""
    return _VAGUE_TIME.search(context.folded, hit.spot.sentence.start, hit.match.end()) is not None


def _carried(context: Context, hit: Hit, times: Mapping[int, str]) -> str | None:
    """The time in which a sentence that names none goes on: one before it opened with it, or its section."""
    sentences = hit.spot.paragraph.sentences
    number = bisect_left(sentences, hit.spot.sentence.start, key=_start)
    for sentence in reversed(sentences[max(0, number - _FAR) : number]):
        for period in context.periods_in(sentence.start, sentence.start + _OPENING + 1):
            if period.role in DATES and period.iso and period.rule != "now" and not period.ahead:
                return period.iso if _goes_on(context, hit, period, sentence) else None
    if _of_this_time(context, hit.spot):
        points = [one for one in _dates_before(context, hit.spot.paragraph.start) if POINT.fullmatch(one)]
        if points:
            return max(points, key=len)
    iso = times.get(hit.spot.paragraph.start)
    begun = context.date is not None and iso == context.date[:4] and context.date[5:7] <= _EARLY
    return iso if iso and POINT.fullmatch(iso) and not begun else None


def _of_this_time(context: Context, spot: Spot) -> bool:
    """Whether it tells of the day reported on, or adds to a sentence that does (现场签约。其中，甲与乙…)."""
    sentences, start = spot.paragraph.sentences, spot.sentence.start
    if _ADDS.match(context.folded, start):
        start = sentences[max(0, bisect_left(sentences, start, key=_start) - 1)].start
    return _THIS_TIME.search(context.folded, start, spot.sentence.end) is not None


def _goes_on(context: Context, hit: Hit, period: Period, sentence: Sentence) -> bool:
    """Whether a sentence's opening time dates the match in a later one: no plan's year, no day long past."""
    if not period.iso or not POINT.fullmatch(period.iso) or a_state(context.folded, period):
        return False
    if _has_another(context, period, sentence):
        return False
    said = hit.quote().quote
    if "已" in said:
        return False
    if len(period.iso) == _DAY and (_OVER_TIME.search(said) or not _of_this_time(context, hit.spot)):
        return False
    return not _HOPED.search(context.folded, period.end, min(sentence.end, period.end + _NEAR))


def _has_another(context: Context, period: Period, sentence: Sentence) -> bool:
    """2008年设立，2011年升级: what follows the sentence is of neither time."""
    low = bisect_left(context.period_starts, period.end)
    high = bisect_left(context.period_starts, sentence.end)
    others = (context.periods[i] for i in range(low, high))
    points = (one for one in others if one.role in DATES and one.rule != "now" and not one.ahead)
    return any(one.iso and POINT.fullmatch(one.iso) and one.iso != period.iso for one in points)


def _dates_before(context: Context, at: int) -> Iterator[str]:
    """The dates named last before, the nearest first."""
    last = bisect_left(context.period_starts, at)
    near = (context.periods[i] for i in range(last - 1, max(-1, last - 1 - _LOOKED), -1))
    return islice((p.iso for p in near if p.role in DATES and p.iso and not p.ahead), _LATELY)


def _start(sentence: Sentence) -> int:
    return sentence.start


def _wider(events: Iterable[Event]) -> Iterator[tuple[str, str, str]]:
    """What the same happenings would be with a coarser date (2023 beside 2023-12)."""
    for event in events:
        for part in _PART.finditer(event.date):
            yield event.type, event.participants[0], event.date[: part.start()]


def _events(
    context: Context, rule: EventRule, hit: Hit, times: Mapping[int, str], named: Iterable[Dating]
) -> Iterator[Event]:
    period = period_of(context, hit, named)
    alone = period is None and not _timed(context, hit.spot.sentence) and not _dated_otherwise(context, hit)
    iso = period.iso if period else _carried(context, hit, times) if alone else None
    if iso is None:
        return
    ahead = _ahead(context, hit, period, iso)
    if ahead and not _to_come(context, hit, period, iso):
        return
    first, *others = rule.who
    heads = hit.names(first)
    more = [name for what in others for name in hit.names(what)]
    if rule.type == "designated" and not more:
        return  # 20家企业入选: nobody by name
    if rule.type == "planned" and not ahead:
        return
    kind = "planned" if ahead else rule.type
    quote = _quote(context, hit, period) if period else hit.quote()
    each = [[name] for name in more] if rule.type == "designated" else [more]
    for head, others in product(heads, each):
        who = (head, *(name for name in dict.fromkeys(others) if name != head))
        yield Event(context.doc, quote, kind, iso, who, rule.name)


def _ahead(context: Context, hit: Hit, period: Period | None, iso: str) -> bool:
    """Whether it is only hoped for: said so before the verb, or dated after the document."""
    clause = hit.spot.sentence.clauses[hit.spot.clause]
    before = period and period.end <= hit.match.start()
    start = min(clause.start, period.start) if period and before else clause.start
    if hit.match.start() == clause.start and hit.spot.clause and "head" not in hit.match.groupdict():
        start = hit.spot.sentence.clauses[hit.spot.clause - 1].start  # 计划3月开工，年底投产
    said = _QUOTED.sub("", context.folded[start : _verb_end(hit)])
    if _HOPED.search(said) or _PUSHED.search(said):
        return True
    return context.date is not None and days(iso)[0] > days(context.date)[1]


def _to_come(context: Context, hit: Hit, period: Period | None, iso: str) -> bool:
    """Whether a date is that for which something is hoped, not that on which it was said.

    2日举行典礼，局长指出，将打造…: nobody says when. 计划3月开工 was for March, though it is past.
    """
    if context.date is None or days(iso)[1] > days(context.date)[0]:
        return True
    begin = hit.spot.sentence.clauses[hit.spot.clause].start
    return period is not None and _HOPED.search(context.folded, begin, max(begin, period.start)) is not None


def _verb_end(hit: Hit) -> int:
    """Where the words end that tell whether it has happened: before what it came to."""
    return hit.match.start("tail") if (hit.match.groupdict().get("tail") or "") else hit.match.end()


def _quote(context: Context, hit: Hit, period: Period) -> Span:
    """The hit's clauses, with the period where it stands before or inside them."""
    own = hit.quote()
    if period.start >= own.end:
        return own
    return context.span(min(own.start, period.start), max(own.end, period.end))


_PART = deferred("-")
_OPENING = 6
_NEAR = 12
"""How far behind the year of a plan it says that it is one (2022年我省将加快…)."""
_LATELY = 4
_LOOKED = 200
_FAR = 60
"""How many sentences back one may open with the time in which all after it go on."""
_EARLY = "03"
"""Up to this month nobody looks back on the year that has begun."""
_THIS_TIME = deferred(
    "本次|此次|这次|现场|当天|当日|同日|集中(?:签约|开工|竣工|投产)|在[^，。；]{0,30}(?:会议|年会|峰会|仪式|论坛|大会|推介会|签约会)上"
)
"""What a report on one day speaks of: the day was named before."""
_DAY = len("2024-04-09")
_ADDS = deferred("其中|此外|另外|同时")
_PUSHED = deferred(r"力促|确保|(?:推动|推进|促进)[^，。；]*(?:年内|[上下]半年|年底|季度)")
"""What somebody pushes to be ready within the year is not ready yet."""
_OVER_TIME = deferred("先后|相继|累计|曾")
"""No single day holds what has happened by and by."""
_VAGUE_TIME = deferred("世纪|年代|翌年|次年|同年|当年(?!签约|开工|投产|建成)")
_QUOTED = deferred(r"“[^”]*”")
_HOPED = deferred(
    expand(
        r"预计(?!年?(?:营收|产值|收入|纳税|税收|销售|利润|总?投资))|力争|争取|有望|计划(?![）」”》])|拟|将于|将在|将(?!军)|目标|规划到"
    )
)
