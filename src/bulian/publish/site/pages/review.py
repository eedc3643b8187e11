"""The review queue: pairs of names and facts that wait for a person, with what speaks for and against."""

from dataclasses import dataclass

from bulian.ledger import journal, judging, query
from bulian.model.stored import Sourced
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.pages.facts import Hit, hit
from bulian.publish.site.part import part_of, wanted
from bulian.publish.site.site import Site
from bulian.resolve.judged import BOOK, Standing, pair_of, standing
from bulian.resolve.queue import Undecided

_LISTS = ("names", "facts", "judged", "held")
_MOST = 40


@dataclass(frozen=True, slots=True)
class Clue:
    """What a clue compares and whether it speaks for one firm or two; its weight in bits."""

    name: str
    one: str
    other: str
    speaks_for: bool
    bits: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names that wait, with their clues, the weightiest first."""

    one: Undecided
    clues: tuple[Clue, ...]


@dataclass(frozen=True, slots=True)
class Queued:
    """A fact that wants a look: why, or what was decided; its judgements are counted for the form."""

    hit: Hit
    why: str
    seen: int


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    kept, made = standing(site.ledger.journal), judging.in_force(site.ledger)
    names = part_of(_waiting(site, kept), "names", asked, _MOST)
    facts = part_of(_open(site), "facts", asked, _MOST)
    judged = part_of(made, "judged", asked, _MOST)
    held = part_of(sorted(kept.held.values(), key=lambda act: -act.line), "held", asked, _MOST)
    return {
        "parts": {"names": names, "facts": facts, "judged": judged, "held": held},
        "lists": wanted(asked, _LISTS),
        "pairs": [_pair(one) for one in names.shown],
        "facts": [_queued(site, one, why) for one, why in facts.shown],
        "judged": [_judged(site, one.fact_id, one.verdict) for one in judged.shown],
        "orphans": judging.orphans(site.ledger),
        "held": held.shown,
        "lines": len(list(journal.read(site.ledger.journal, BOOK))),
    }


def _waiting(site: Site, kept: Standing) -> list[Undecided]:
    """The pairs that wait, without those decided since the district was assessed."""
    pairs = ((one, pair_of(one.one, one.other)) for one in site.ground.names.undecided)
    return [one for one, pair in pairs if pair not in kept.held or pair in kept.disputed]


def _pair(one: Undecided) -> Pair:
    clues = [clue for clue in (one.match.clues if one.match else ()) if clue.bits]
    clues.sort(key=lambda clue: -abs(clue.bits))
    return Pair(
        one,
        tuple(Clue(each.name, each.one, each.other, each.bits > 0, f"{each.bits:+.1f}") for each in clues),
    )


def _open(site: Site) -> list[tuple[Sourced, str]]:
    """The numbers that contradictions point at and nobody judged yet, each with why, the suspects first."""
    found = site.answers.checked.to_review
    facts = [(fact_id, site.ground.facts[fact_id]) for fact_id in found if fact_id in site.ground.facts]
    open_ones = [(fact_id, one) for fact_id, one in facts if one.judgement is None]
    open_ones.sort(key=lambda told: (not found[told[0]], told[0]))
    return [(one, "suspect" if found[fact_id] else "contradicted") for fact_id, one in open_ones]


def _queued(site: Site, one: Sourced, why: str) -> Queued:
    return Queued(hit(site, one), why, len(judging.judgements(site.ledger, one.fact.id)))


def _judged(site: Site, fact_id: str, verdict: str) -> Queued:
    return _queued(site, query.fact(site.ledger, fact_id), verdict)


PAGE = Page("review", "/review", _fill, nav=13)
