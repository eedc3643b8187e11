"""Setting: which numbers a sentence sets under which, by the words between (其中, 分产业看, 按…分)."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bulian.assess.datum import Datum
from bulian.assess.statements import STOPS, Statements, is_count, place_in
from bulian.model.place import Span
from bulian.vocab.table import FOLDER, rows

_LEAST_COMMON = 2


@dataclass(frozen=True, slots=True)
class Parts:
    """Numbers that a sentence lists as parts of one before them.

    `split` says that they do not overlap; else each for itself is at most the whole.
    """

    whole: Datum
    parts: tuple[Datum, ...]
    split: bool


def parts_in_text(statements: Statements) -> Iterator[Parts]:
    """The parts that the words of each document set under a whole, in the order of the text."""
    levels: dict[str, list[Datum]] = defaultdict(list)
    for datum in statements.data:
        fact = datum.fact
        if isinstance(fact.place, Span) and fact.aspect == "level" and fact.surface_start is not None:
            levels[fact.doc].append(datum)
    for doc, data in levels.items():
        if doc in statements.texts:
            yield from _parts_of_text(statements.texts[doc], data)


def _parts_of_text(text: str, levels: list[Datum]) -> Iterator[Parts]:
    cues = list(_cue().finditer(text))
    above: dict[str, Datum] = {}
    places = [place_in(datum) for datum in levels]
    for number, cue in enumerate(cues):
        end = _end_of_list(text, cue)
        if number + 1 < len(cues):
            end = min(end, cues[number + 1].start())
        last = bisect_left(places, cue.start()) - 1
        if last < 0 or places[last] < _reach_back(text, cue.start()):
            continue
        # A list after a list divides the same whole once more: 按经营地分…。按消费类型分….
        whole = above.get(levels[last].id, levels[last])
        within = levels[bisect_left(places, cue.end()) : bisect_left(places, end)]
        parts = tuple(datum for datum in within if _is_part(datum, whole))
        if parts:
            above |= {part.id: whole for part in parts}
            yield Parts(whole, parts, split=cue.lastgroup == "split")


def _reach_back(text: str, at: int) -> int:
    """Where the whole before a cue may begin: in its sentence or, at the head of one, in the one before."""
    start = max(text.rfind(stop, 0, at) for stop in STOPS)
    if not text[start + 1 : at].strip(" \u3000，") and start >= 0 and text[start] != "\n":
        start = max(text.rfind(stop, 0, start) for stop in STOPS)
    return start + 1


def _is_part(part: Datum, whole: Datum) -> bool:
    one, other = part.fact, whole.fact
    same = (part.subject, one.unit, one.period, one.modality) == (
        whole.subject, other.unit, other.period, other.modality,
    )  # fmt: skip
    return same and part.indicator != whole.indicator and _of_one_measure(part, whole)


def _of_one_measure(part: Datum, whole: Datum) -> bool:
    """企业数 of 企业数, 产值 of 总产值: the names end alike, so that parts of another measure are none."""
    one, other = (datum.indicator.replace("总", "") for datum in (part, whole))
    least = _LEAST_COMMON + (1 if is_count(part) else 0)
    return one[-least:] == other[-least:]


def _end_of_list(text: str, cue: re.Match[str]) -> int:
    """其中，… reaches to the end of its sentence, 其中高铁370公里，… no further than its clause."""
    wide = cue.lastgroup == "split" or text[cue.end() : cue.end() + 1] in ("，", "：", ":", ",")
    stops = STOPS if wide else STOPS + "，；,;"
    found = [place for stop in stops if (place := text.find(stop, cue.end())) >= 0]
    return min(found, default=len(text))


@cache
def _cue() -> re.Pattern[str]:
    shapes: dict[str, list[str]] = defaultdict(list)
    for row in rows(FOLDER / "part_cues.csv", ("cue", "kind")):
        shape = re.escape(row.text("cue")).replace("…", "[^，。；：\\d]{1,10}?")
        shapes[row.one_of("kind", ("among", "split"))].append(shape)
    return re.compile("|".join(f"(?P<{kind}>{'|'.join(each)})" for kind, each in shapes.items()))
