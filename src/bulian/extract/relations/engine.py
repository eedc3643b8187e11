"""Rules tried on a document: where a cue word stands, the pattern; where it matches, its slots as names."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, Protocol, TypeVar

from ahocorasick_rs import AhoCorasick, MatchKind

from bulian.extract.context import Context
from bulian.extract.deferred import deferred
from bulian.extract.names.zones import BARE_ZONES
from bulian.extract.relations.agents import GOVERNED, agent
from bulian.extract.relations.anaphors import A_KIND
from bulian.extract.relations.entrants import entrant, list_before, project_before
from bulian.extract.relations.grounds import ground
from bulian.extract.relations.readings import READERS
from bulian.extract.relations.readings.words import COUNT, vague
from bulian.extract.relations.rules import CUES
from bulian.extract.relations.spots import Spot
from bulian.extract.relations.topics import Topic, topic_at, topics
from bulian.extract.segments import Clause, Paragraph, Sentence
from bulian.model.place import Span
from bulian.vocab.words import word_classes


class Pattern(Protocol):
    """What the engine needs of a rule, whatever it makes."""

    @property
    def cue(self) -> tuple[str, ...]: ...
    @property
    def needs(self) -> tuple[str, ...]: ...
    @property
    def pattern(self) -> re.Pattern[str]: ...
    @property
    def about(self) -> str: ...
    @property
    def unless(self) -> re.Pattern[str] | None: ...


class Hit(NamedTuple):
    """One match of a rule: where, and what its slots are read from."""

    context: Context
    spot: Spot
    match: re.Match[str]
    about: tuple[Topic, ...]

    @property
    def topic(self) -> Topic | None:
        """The industry that the passage is about."""
        return topic_at(self.about, self.match.start())

    def names(self, what: str) -> list[str]:
        """The names that a slot and its reading come to: `tail:directions`, `@place`; [] where there is none.

        `@ground` stands for the place where what a clause lists is, `@settled_before` for the one in which
        the sentence before settles firms, `@cluster_before` for the cluster or industry named last;
        `@place`, `@firm`, `@project` and `@any` stand for who acts; with `_here` the clause's own words
        before the verb, in the slot `head`, are asked first. `@topic` for the industry the passage is
        about, `@home` for the document's place, `@town` for the same where it is no province, `@entrant`
        for who is named or awarded, `@list_before` for the list of honours told of last.
        """
        first, _, second = what.partition("|")
        if second:
            return self.names(first) or self.names(second)
        bare = [_LEADS.sub("", _OURS.sub("", name)) for name in self._read(what)]
        return [name for name in bare if not _NO_NAME.fullmatch(name)]

    def _read(self, what: str) -> list[str]:
        if what == "@project_before":
            return project_before(self.context, self.spot, self.match.start())
        if what == "@topic":
            return [_industry_name(self.topic.text)] if self.topic else []
        if what == "@list_before":
            return list_before(self.context, self.match.start())
        if what == "@near_topic":
            near = self.topic and self.topic.named >= self.spot.sentence.start
            return self.names("@topic") if near else []
        if what == "@settled_before":
            return _settled_before(self.context, self.spot)
        if what == "@cluster_before":
            return _cluster_before(self.context, self.spot.sentence, self.match.start())
        if what == "@home":
            home = self.context.names.home
            return [home] if home and home not in BARE_ZONES else []
        if what == "@ground":
            return ground(self.context, self.spot, self.match.start())
        if what == "@ground_town":
            return [name for name in self.names("@ground") if not name.endswith(_WIDE)]
        if what == "@town":
            home = self.context.names.home
            return [home] if home and not home.endswith(_WIDE) else []
        if what == "@entrant":
            return entrant(self.context, self.spot, self.match.start())
        if what == "@entrant_before":
            return entrant(self.context, self.spot, self.match.start())
        if what == "@place_without_topic":
            return [] if self.topic else self._agent("@place", self.match.start())
        if what.endswith("_here"):
            return self._agent(what.removesuffix("_here"), self.match.end("head"))
        if what.startswith("@"):
            return self._agent(what, self.match.start())
        slot, _, how = what.partition(":")
        start, end = self.match.span(slot)
        return READERS[how](self.context, start, end) if start >= 0 else []

    def quote(self) -> Span:
        """From the beginning of the clause the match begins in to the end of that in which it ends."""
        clauses = self.spot.sentence.clauses
        last = bisect_left(clauses, self.match.end(), key=_end)
        start = min(clauses[self.spot.clause].start, self.match.start())
        return self.context.span(start, clauses[last].end if last < len(clauses) else self.match.end())

    def _agent(self, what: str, at: int) -> list[str]:
        found = agent(self.context, self.spot, at)
        if (
            not found
            or found.kind not in _KINDS[what]
            or COUNT.search(found.name)
            or A_KIND.match(found.name)
        ):
            return []
        if found.name in BARE_ZONES or vague().fullmatch(found.name):
            return []  # 高新区 or 新兴产业园区 of a text that says of none which it is
        if what.startswith("@place") and found.kind == "park" and not GOVERNED.search(found.name):
            return []
        return [found.name]


R = TypeVar("R", bound=Pattern)


def hits(
    context: Context, rules: Iterable[R], about: tuple[Topic, ...] | None = None
) -> Iterator[tuple[R, Hit]]:
    """Every match of every rule, sentence by sentence; `about` as `topics` gives it, where it is known."""
    rules = tuple(rules)
    about = topics(context) if about is None else about
    cued_by, matcher = _cue_words(tuple(rule.cue for rule in rules))
    cued = _cued(context, matcher)
    firms = [name.start for name in context.names.mentions if name.kind == "firm"]
    for paragraph in context.paragraphs:
        near = bisect_left(firms, paragraph.start - _NEAR) < bisect_left(firms, paragraph.end)
        for sentence in paragraph.sentences if paragraph.heading is None else ():
            here = cued.get(sentence.start)
            if here and _is_prose(sentence):
                numbers = sorted(set().union(*[cued_by[word] for word in here]))
                for rule in _tried(context.folded, sentence, [rules[number] for number in numbers], near):
                    for hit in _matches(context, rule, paragraph, sentence, about):
                        yield rule, hit


def _tried(folded: str, sentence: Sentence, rules: list[R], near: bool) -> list[R]:
    """The rules that match somewhere in a sentence; most of those it has a cue word of do not."""
    start, end = sentence.start, sentence.end
    text = folded[start:end]
    return [
        rule
        for rule in rules
        if (near or rule.about != "firm")
        and _may_match(rule.needs, text)
        and rule.pattern.search(folded, start, end)
    ]


def _may_match(needs: tuple[str, ...], text: str) -> bool:
    """Whether a text holds what every match of a rule holds."""
    # Asked for every rule of every sentence: a generator takes twice as long.
    for word in needs:
        if word in text:
            return True
    return not needs


def _is_prose(sentence: Sentence) -> bool:
    """No clause is longer than any that people write: what has no signs for so long is no sentence."""
    if sentence.end - sentence.start <= _LONGEST_CLAUSE:
        return True
    return all(clause.end - clause.start <= _LONGEST_CLAUSE for clause in sentence.clauses)


def _matches(
    context: Context, rule: Pattern, paragraph: Paragraph, sentence: Sentence, about: tuple[Topic, ...]
) -> Iterator[Hit]:
    for match in rule.pattern.finditer(context.folded, sentence.start, sentence.end):
        at = match.start()
        number = bisect_right(sentence.clauses, at, key=_start) - 1
        spot = Spot(paragraph, sentence, max(number, 0))
        begin = sentence.clauses[spot.clause].start
        if not (rule.unless and rule.unless.search(context.folded, begin, match.end())):
            yield Hit(context, spot, match, about)


def _start(clause: Clause | Sentence) -> int:
    return clause.start


def _end(clause: Clause) -> int:
    return clause.end


def _cued(context: Context, matcher: AhoCorasick) -> dict[int, set[int]]:
    """The cue words that stand in a sentence, by the sentence's start."""
    starts = [s.start for p in context.paragraphs if p.heading is None for s in p.sentences]
    found: dict[int, set[int]] = {}
    for word, start, _ in matcher.find_matches_as_indexes(context.folded, overlapping=True):
        index = bisect_right(starts, start) - 1
        if index >= 0:
            found.setdefault(starts[index], set()).add(word)
    return found


@cache
def _cue_words(cues: tuple[tuple[str, ...], ...]) -> tuple[tuple[frozenset[int], ...], AhoCorasick]:
    """For the classes of each rule: every cue word with the numbers of the rules that it cues."""
    found: dict[str, set[int]] = {}
    for number, classes in enumerate(cues):
        for name in classes:
            for word in word_classes(CUES)[name]:
                found.setdefault(word, set()).add(number)
    words = sorted(found)
    return tuple(frozenset(found[word]) for word in words), AhoCorasick(words, matchkind=MatchKind.Standard)


def _cluster_before(context: Context, sentence: Sentence, at: int) -> list[str]:
    """The cluster, chain or industry that the sentence names last before."""
    before = context.names.within(sentence.start, at)
    named = [n.canonical for n in before if n.kind in ("cluster", "chain") and len(n.text) > _BARE]
    named = named or [n.canonical for n in before if n.kind == "industry"]
    return named[-1:]


def _settled_before(context: Context, spot: Spot) -> list[str]:
    """The place in which the sentence before, or this one before a semicolon, says that firms are."""
    number = bisect_left(spot.paragraph.sentences, spot.sentence.start, key=_start)
    begin = spot.paragraph.sentences[max(0, number - 1)].start
    told = _SETTLED.search(context.folded, begin, spot.sentence.end)
    if told is None:
        return []
    named = [n for n in context.names.within(told.start(), told.end()) if n.kind in ("place", "park")]
    home = context.names.home
    return [named[-1].canonical] if named else [home] if home and told["here"] else []


def _industry_name(text: str) -> str:
    return text if text.endswith(("业", "链", "集群", "体系", "经济")) else text + "产业"


_SETTLED = deferred(
    r"在(?P<here>这里|此|当地|园区|区内)?[^，。；：]{0,12}?(?:扎根|落户|集聚|聚集|布局|落地|投资)|(?:入驻|落户|集聚于|聚集于)[^，。；：]{2,12}"
)
_LONGEST_CLAUSE = 300
_BARE = 4
"""产业集群 by itself tells no name."""
_WIDE = ("省", "自治区", "全国")
"""Homes too wide for a workshop that a reporter visits to lie in any part of them."""
_NEAR = 500
"""How far before a paragraph a firm may be named that 公司 or no subject at all still means."""


# 我区电子电路铜箔产业集群: whose it is is no part of its name.
_OURS = deferred("^[我本该全][省市区县州](?=[一-鿿]{3})")
# 抓好某某项目, （万亿）级工程机械产业集群: what is done with it and how large it is.
_LEADS = deferred("^(?:抓好|抓实|做好|推进|加快|推动|实施|级)(?=..)")
# 拓市场, 两区五基地: what to do and how many; none is a name.
_NO_NAME = deferred(
    r"[拓育补延扩稳促抓壮筑提强](?:市场|龙头|链条|主体|企业|品牌|规模|平台|园区|集群|动能|产业|项目|短板|优势)"
    r"|[一二两三四五六七八九十][区带轴心核极园][一二两三四五六七八九十].{1,4}|全[省市区县州国](?:建|新|创)"
    r"|(?:倍增|培育|提升|振兴|攻坚|升级|筑基|强基)工程"
)
_KINDS = {
    "@place": frozenset({"place", "park"}),
    "@park": frozenset({"park", "site"}),
    "@host": frozenset({"place", "park", "site"}),
    "@firm": frozenset({"firm"}),
    "@area": frozenset({"place"}),
    "@project": frozenset({"project", "site", "base", "park"}),
    "@maker": frozenset({"firm", "project", "site", "base"}),
    "@thing": frozenset({"firm", "project", "site", "park", "body", "base"}),
    "@any": frozenset({"place", "park", "firm", "project", "site", "body", "base", "cluster", "chain"}),
}
