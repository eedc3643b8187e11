"""一图N清单: the map and the lists that districts print for each chain, as one spreadsheet.

Sheets: the map (链图), leading firms (龙头骨干企业), supporting firms (主要配套企业), strengths
(锻长板重点领域), gaps (补短板突破环节), key products (关键产品), and the sentences behind it all (出处).
Every row names the facts it rests on by number; the last sheet says what is not known. Only text is written,
never a formula.
"""

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.resources import files
from io import BytesIO

from bulian.chain.completing import Completeness
from bulian.chain.gapping import Gaps
from bulian.chain.leading import Leader
from bulian.chain.presence import NodeState
from bulian.chain.telling import Told
from bulian.ledger.scope import Scope
from bulian.model.chain import Chain, Searched
from bulian.model.stored import Sourced
from bulian.publish.spreadsheet import write_sheet

_TIES = ("member", "makes", "section")
Line = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lists:
    """All that the lists of one chain are written from.

    `facts` are those within `scope`; `withheld` counts those that it keeps in the house.
    """

    home: str
    chain: Chain
    states: dict[str, NodeState]
    told: Told
    completeness: Completeness
    leaders: tuple[Leader, ...]
    gaps: Gaps
    searched: tuple[Searched, ...]
    facts: dict[str, Sourced]
    scope: Scope
    withheld: int


def chain_sheets_xlsx(told: Lists, *, lang: str, now: str) -> bytes:
    """The spreadsheet; the same input gives the same bytes.

    Args:
        lang: "zh" or "en". now: the time of writing, ISO 8601.
    """
    import xlsxwriter

    kept = BytesIO()
    cites = _Cites(told.facts)
    sheets = [(key, list(make(told, cites, lang))) for key, make in SHEETS]
    with xlsxwriter.Workbook(kept, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"created": datetime.fromisoformat(now).replace(tzinfo=None)})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        for key, lines in [*sheets, ("sources", list(cites.lines())), ("notes", _notes(told, lang, now))]:
            write_sheet(
                book.add_worksheet(word(f"{key}.sheet", lang)), titles(key, lang), lines, (bold, wrap)
            )
    return kept.getvalue()


Cites = Callable[[Iterable[str]], str]
"""Turns the facts that a row rests on into what its last cell says."""


class _Cites:
    """Gives each fact that a row rests on a number, in the order in which they are first named."""

    def __init__(self, facts: dict[str, Sourced]) -> None:
        self._facts = facts
        self._numbers: dict[str, int] = {}

    def __call__(self, ids: Iterable[str]) -> str:
        named = [each for each in dict.fromkeys(ids) if each in self._facts]
        return "、".join(str(self._numbers.setdefault(each, len(self._numbers) + 1)) for each in named)

    def lines(self) -> Iterable[Line]:
        """Number, sentence, document, day and id of every fact named."""
        for each, number in self._numbers.items():
            one = self._facts[each]
            quote = " ".join(one.fact.place.quote.split())
            yield str(number), quote, one.source.name, one.source.published_on or "", each


def _map(told: Lists, cites: Cites, lang: str) -> Iterable[Line]:
    for node in told.chain.nodes:
        state = told.states[node.id]
        segment = next(each for each in told.chain.segments if each.id == node.segment)
        firms = "、".join(one.firm for one in state.firms)
        yield (
            _stage(told.chain, segment.stage, lang), segment.name.zh, _name(state, lang),
            word(f"status.{state.status}", lang), firms, _facts_of(state, cites),
        )  # fmt: skip


def _leaders(told: Lists, cites: Cites, lang: str) -> Iterable[Line]:
    for leader in told.leaders:
        heads = leader.designations
        rank = "、".join(dict.fromkeys(word(f"rank.{one.rank or 'other'}", lang) for one in heads))
        wants = "、".join(_name(want.state, lang) for want in leader.wants)
        yield (
            leader.firm, rank, "、".join(dict.fromkeys(one.of for one in heads)),
            "、".join(_name(told.states[node], lang) for node in leader.nodes), wants,
            "、".join(dict.fromkeys(one.said_on or "" for one in heads)),
            cites(one.fact.fact.id for one in heads),
        )  # fmt: skip


def _suppliers(told: Lists, cites: Cites, lang: str) -> Iterable[Line]:
    heads = {leader.firm for leader in told.leaders}
    for state in told.states.values():
        for one in state.firms:
            if one.firm not in heads:
                yield one.firm, _name(state, lang), _users(told, state, lang), cites(one.facts)
    tied = [
        one
        for one in told.told.mentions
        if one.kind in ("member", "makes", "section") and one.who not in heads
    ]
    for who in dict.fromkeys(one.who for one in tied):
        facts = [one.fact.fact.id for one in tied if one.who == who]
        yield who, word("node_unknown", lang), "", cites(facts)


def _strengths(told: Lists, cites: Cites, lang: str) -> Iterable[Line]:
    led = {node for leader in told.leaders for node in leader.nodes}
    for state in told.states.values():
        if state.is_there:
            reasons = [word(f"status.{state.status}", lang)]
            reasons += [word("led", lang)] if state.node.id in led else []
            reasons += [word("final", lang)] if state.node.final else []
            firms = "、".join(one.firm for one in state.firms)
            yield _name(state, lang), firms, "；".join(reasons), _facts_of(state, cites)


def _gaps(told: Lists, cites: Cites, lang: str) -> Iterable[Line]:
    for kind, listed in (("fill", told.gaps.fill), ("search", told.gaps.unsearched)):
        for gap in listed:
            near = "、".join(one.firm for one in gap.near)
            worth = f"{gap.worth.open:.0%}"
            yield (
                word(f"list.{kind}", lang), _name(gap.state, lang),
                word(f"status.{gap.state.status}", lang), worth, near, _facts_of(gap.state, cites),
            )  # fmt: skip
    for weak in told.gaps.strengthen:
        tests = "、".join(word(f"test.{test}", lang) for test in weak.tests)
        cited = _facts_of(weak.state, cites)
        yield word("list.strengthen", lang), _name(weak.state, lang), tests, "", "", cited
    for one in told.gaps.extend:
        joined = "、".join(_name(told.states[node], lang) for node in one.next_to)
        yield (
            word("list.extend", lang), _name(one.state, lang), word(f"status.{one.state.status}", lang), "",
            joined, _facts_of(one.state, cites),
        )  # fmt: skip


def _products(told: Lists, cites: Cites, lang: str) -> Iterable[Line]:
    for state in told.states.values():
        if state.node.final:
            firms = "、".join(one.firm for one in state.firms)
            codes = "、".join(code for code, _ in state.node.codes)
            yield (
                _name(state, lang), word(f"status.{state.status}", lang), firms, codes,
                "、".join(state.node.hs), _facts_of(state, cites),
            )  # fmt: skip


SHEETS: tuple[tuple[str, Callable[[Lists, Cites, str], Iterable[Line]]], ...] = (
    ("map", _map), ("leaders", _leaders), ("suppliers", _suppliers), ("strengths", _strengths),
    ("gaps", _gaps), ("products", _products),
)  # fmt: skip


def _notes(told: Lists, lang: str, now: str) -> list[Line]:
    count = told.completeness.count
    tables = "、".join(f"{one.name}（{one.dated}）" for one in told.searched)
    return [
        (word("note.chain", lang), f"{told.home}　{told.chain.name.zh}（{told.chain.id}）"),
        (word("note.catalogue", lang), told.chain.version),
        (word("note.written", lang), now[:10]),
        (word("note.count", lang), f"{count.there}/{count.required}（≤ {count.at_most}）"),
        (word("note.searched", lang), tables or word("note.never", lang)),
        (word("note.unknown", lang), str(len(told.completeness.left_out))),
        (word("note.rule", lang), word("note.rule_text", lang)),
        *_reach(told, lang),
    ]


def _reach(told: Lists, lang: str) -> list[Line]:
    """As of when, and whether for the public; nothing where all that is in force now is shown."""
    scope = told.scope
    asked = [("note.as_of", scope.as_of), ("note.known_on", scope.known_on)]
    lines: list[Line] = [(word(key, lang), day) for key, day in asked if day]
    return lines + ([(word("note.public", lang), str(told.withheld))] if scope.public else [])


def _facts_of(state: NodeState, cites: Cites) -> str:
    placed = [fact for one in state.firms for fact in one.facts]
    return cites([*placed, *(one.fact.fact.id for one in state.mentions)])


def _users(told: Lists, state: NodeState, lang: str) -> str:
    users = [edge.user for edge in told.chain.inputs if edge.supplier == state.node.id]
    return "、".join(_name(told.states[user], lang) for user in users)


def _name(state: NodeState, lang: str) -> str:
    return state.node.name.en if lang == "en" and state.node.name.en else state.node.name.zh


def _stage(chain: Chain, stage: str, lang: str) -> str:
    own = next((label for key, label in chain.stages if key == stage), None) if lang == "zh" else None
    return own or word(f"stage.{stage}", lang)


def titles(key: str, lang: str) -> Line:
    """The heads of a list's columns; the last is that of the facts behind each row."""
    return tuple(word(f"{key}.heads", lang).split("|"))


def word(key: str, lang: str) -> str:
    """A word of the lists."""
    return _words()[key][lang]


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("bulian.publish.chains") / "words.toml").read_text("utf-8"))
