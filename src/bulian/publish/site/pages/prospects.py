"""Whom to attract (招商对象): firms elsewhere for a gap, part by part, with what speaks against them."""

from collections import Counter

from bulian.plan.prospect_parts import Both
from bulian.plan.prospecting import Prospect
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.site import Site
from bulian.vocab.introductions import link_kinds
from bulian.vocab.prospects import part_kinds

_METHOD = "prospects"


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    name = asked.get("for", "").strip() or None
    found = site.answers.prospects(name)
    zh = site.words.lang == "zh"
    groups = ((False, found.found), (True, found.made_up))
    return {
        "found": found, "asked_for": name or "", "wanted": [_told(one.name, zh) for one in found.wanted],
        "groups": [(made_up, [_entry(one, zh) for one in several]) for made_up, several in groups if several],
        "out": sorted(Counter(one.reason for one in found.left_out).items()),
        "rejected": [(one.firm, _told(one.says, zh)) for one in found.left_out if one.reason == "rejected"],
        "nodes": [
            (f"{one.chain}/{one.node}", f"{_told(one.name, zh)}（{one.chain}）") for one in found.wanted
        ],
        "method": _METHOD,
    }  # fmt: skip


def _entry(one: Prospect, zh: bool) -> dict[str, object]:
    candidate = one.candidate
    parts = [
        (part_kinds()[part.key], None if part.value is None else _hundredths(part.value))
        for part in one.parts
    ]
    return {
        "firm": candidate.firm.name, "node": _told(candidate.wanted.name, zh),
        "chain": candidate.wanted.chain,
        "spot": f"{candidate.wanted.chain}/{candidate.wanted.node}",
        "score": _hundredths(one.score), "low": _hundredths(one.low),
        "high": _hundredths(one.high),
        "parts": [(kind.zh if zh else kind.en, value) for kind, value in parts],
        "reasons": [
            (key, [_told(told, zh) for told in several])
            for key, several in (("why", one.why), ("why_not", one.why_not), ("unknown", one.unknown))
            if several
        ],
        "hops": [
            (link, link_kinds()[link.kind].zh if zh else link_kinds()[link.kind].en)
            for link in (candidate.introduction.links if candidate.introduction else ())
        ],
        "place": candidate.firm.place, "dated": candidate.firm.dated or "",
    }  # fmt: skip


def _hundredths(value: float) -> str:
    return f"{value:.2f}"


def _told(both: Both, zh: bool) -> str:
    return both[1] if zh else both[0]


PAGE = Page("prospects", "/prospects", _fill, nav=4, in_house=True)
