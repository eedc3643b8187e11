"""What a passage is about: an industry named by a heading, or by 在…方面 or 某方向 at a sentence's head.

A topic holds from where it is named until the next one, and no further than its paragraph, or its section
where a heading names it.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from bulian.extract.context import Context
from bulian.extract.deferred import deferred
from bulian.extract.segments import Paragraph


@dataclass(frozen=True, slots=True)
class Topic:
    """An industry and the stretch of text that is about it."""

    start: int
    end: int
    text: str
    named: int


def topics(context: Context) -> tuple[Topic, ...]:
    """The topics in order; a paragraph's own take the place of its heading's."""
    found: list[Topic] = []
    heading: Topic | None = None
    for paragraph in context.paragraphs:
        if paragraph.heading:
            heading = _of_heading(context, paragraph)
            continue
        own = list(_of_paragraph(context, paragraph))
        if heading:
            stop = own[0].start if own else paragraph.end
            found.append(Topic(paragraph.start, stop, heading.text, heading.named))
        found += own
    return tuple(found)


def topic_at(found: tuple[Topic, ...], at: int) -> Topic | None:
    """The topic of the passage that holds an offset."""
    index = bisect_right(found, at, key=lambda topic: topic.start) - 1
    return found[index] if index >= 0 and at < found[index].end else None


def _of_heading(context: Context, paragraph: Paragraph) -> Topic | None:
    heading = paragraph.heading
    match = heading and _HEADING.match(context.folded, heading.start, heading.end)
    if not match or not _plain(context, *match.span("topic")):
        return None
    return Topic(paragraph.start, paragraph.end, match["topic"], match.start("topic"))


def _of_paragraph(context: Context, paragraph: Paragraph) -> Iterator[Topic]:
    matches = []
    if not _TURN.search(context.folded, paragraph.start, paragraph.end + 1):
        return
    for sentence in paragraph.sentences:
        for clause in sentence.clauses:
            match = clause.hard and _ASPECT.match(context.folded, clause.start, clause.end + 1)
            if match and _plain(context, *match.span("topic")):
                matches.append(match)
    for match, following in zip_longest(matches, matches[1:]):
        end = following.start() if following else paragraph.end
        begin = _after_place(context, *match.span("topic"))
        yield Topic(match.start(), end, context.folded[begin : match.end("topic")], begin)


def _after_place(context: Context, start: int, end: int) -> int:
    """昆山市软件业方面: the industry begins behind the place."""
    for name in context.names.within(start, end - 2):
        if name.kind == "place" and name.start == start:
            return name.end
    return start


def _plain(context: Context, start: int, end: int) -> bool:
    """A name without a verb in it; a conjunction may join two (软件和信息服务业)."""
    return all(context.folded[a:b] in "和与及、" for a, b in context.phrases.within(start, end))


_HEADING = deferred(
    r"(?:做[大强优]+|发展|壮大|培育|打造|聚焦)?(?P<topic>[^，。；：、“”]{2,16}?(?:产业集群|产业链|产业|制造业|服务业|工业|农业|旅游业))(?=：|——|$)"
)
_TURN = deferred("方面|产业上?[，：]|方向(?:希望|重点|计划|以|聚焦|发展)|细分[为成]")
_ASPECT = deferred(
    r"(?:[一二三四五六七八九十]是|其中，?)?(?:[^，。；：、在]{2,12}[省市区县])?(?:在|于)?"
    r"(?P<topic>[^，。；：、]{2,18}?)(?:(?:领域|行业)?(?:发展)?方面|方向(?=希望|重点|计划|以|聚焦|发展)|(?<=产业)上?(?=，|：)|(?=细分[为成]))"
)
