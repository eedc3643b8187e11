"""Opportunities in words: what they rest on, their numbers, what speaks for and against, what is unknown."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from bulian.plan.entry.peer_table import ABSENT, PRESENT
from bulian.plan.entry.precedents import Precedent
from bulian.plan.entry.reasons import Part, Reasons
from bulian.plan.opportunity.found import Opportunities
from bulian.plan.opportunity.nouns import DESIRABLE, Candidate, Merit, NodeGap, Ranked
from bulian.plan.opportunity.ordering import BAND, DRAWS
from bulian.publish.wording import Wording, filled

HEADS = ("name", "top", "place", "front", "likelihood", "desirability", "feasibility", "why")
_SHOWN, _LEAST = 5, 0.005
_PERCENT = {"likelihood": 1, "chain": 0, "demand": 1}


@dataclass(frozen=True, slots=True)
class Telling:
    """Tells of opportunities in one language, for the terminal and the page alike."""

    words: Wording

    def say(self, key: str, **parts: object) -> str:
        return filled(self.words[key], **{name: str(part) for name, part in parts.items()})

    def listed(self, names: Sequence[str]) -> str:
        return self.words["join.list"].join(names)

    def heads(self) -> list[str]:
        return [self.say(f"opportunity_head.{head}") for head in HEADS]

    def setting(self, found: Opportunities) -> Iterator[str]:
        """What the list rests on, and what it was not checked against."""
        yield self.say("opportunity.of", of=found.of, count=len(found.ranked))
        learned = found.learned
        if learned is None:
            yield self.say("opportunity.no_peers", chains=found.chains)
        else:
            steps = ", ".join(f"{one.start}→{one.end}" for one in learned.steps)
            base = f"{100 * learned.base_rate:.1f}"
            yield self.say(
                "opportunity.peers",
                horizon=learned.horizon,
                name=learned.table.name,
                steps=steps,
                base=base,
                absent=f"{ABSENT:g}",
                present=f"{PRESENT:g}",
            )
            if learned.table.synthetic:
                yield self.say("opportunity.synthetic")
        file = found.filtered_by
        yield self.say("opportunity.filtered", file=file) if file else self.say("opportunity.unfiltered")

    def how(self, found: Opportunities) -> str:
        """How the order came about."""
        low, high = BAND
        return self.say("opportunity.how", draws=f"{DRAWS:,}", seed=found.seed, low=low, high=high)

    def barred(self, found: Opportunities) -> Iterator[str]:
        """What a filter took out, with its reason."""
        for one in found.ranked:
            for why in one.candidate.barriers:
                yield self.say("opportunity.barrier", name=one.candidate.name, **asdict(why))

    def line(self, one: Ranked) -> tuple[str, ...]:
        """A row under `heads`."""
        told, (low, _, high) = one.candidate, one.place
        known = [m for m in (told.merit(criterion) for criterion in DESIRABLE) if m.value is not None]
        worth = self.listed([f"{self._criterion(m)} {self.number(m)}" for m in known])
        return (
            told.name, f"{one.top:.2f}", f"{low}–{high}", "★" if one.front else "",
            self.number(told.merit("likelihood")), worth or self.say("opportunity.unknown"),
            self.say("opportunity.listed" if told.filtered_by else "opportunity.open"), self.parts_for(told),
        )  # fmt: skip

    def number(self, merit: Merit) -> str:
        """A criterion's value as people read it."""
        criterion, value = merit.criterion, merit.value
        if value is None:
            return self.say("opportunity.unknown")
        if criterion in _PERCENT:
            sign = "+" if criterion == "demand" else ""
            return f"{100 * value:{sign}.{_PERCENT[criterion]}f}%"
        return f"{value:+.3f}" if criterion == "resilience" else f"{value:.2f}"

    def parts_for(self, told: Candidate) -> str:
        """The three activities that speak loudest for it, or the node it would fill."""
        if told.reasons:
            return self.listed([self._part(one) for one in told.reasons.present[:3] if one.amount > _LEAST])
        (gap,) = told.gaps
        status, more = self.say(f"opportunity_status.{gap.status}"), f"{100 * gap.completeness:.1f}"
        return self.say("opportunity_why.short", status=status, complete=more)

    def whole(self, told: Candidate) -> Iterator[tuple[str, list[str]]]:
        """Sections of one candidate, each a title and its lines."""
        if told.reasons:
            yield from self._likelihood(told.reasons, told.merit("likelihood").value or 0.0)
            yield self.say("opportunity_head.why"), [self._precedent(told.precedent)]
        desirable = [told.merit(criterion) for criterion in DESIRABLE]
        known = [self._merit(one) for one in desirable if one.value is not None]
        yield self.say("opportunity_head.desirability"), known
        gaps = [line for gap in told.gaps for line in self._gap_lines(gap)]
        yield self.say("opportunity_why.gaps"), gaps
        free = self.say("opportunity.listed" if told.filtered_by else "opportunity.open")
        barred = [f"{one.rule}: {one.reason} ({one.source})" for one in told.barriers]
        yield self.say("opportunity_head.feasibility"), barred or [free]
        unknown = [self._merit(one) for one in told.merits if one.value is None]
        yield self.say("opportunity_why.unknown"), unknown

    def _merit(self, one: Merit) -> str:
        basis = one.basis[self.words.lang == "zh"]
        return f"{self._criterion(one)} {self.number(one)} · {basis}"

    def _criterion(self, one: Merit) -> str:
        return self.say(f"opportunity_criterion.{one.criterion}")

    def _likelihood(self, why: Reasons, value: float) -> Iterator[tuple[str, list[str]]]:
        head = self.say(
            "opportunity_why.likelihood", value=f"{100 * value:.1f}", logit=f"{why.logit:.3f}",
            base=f"{why.base:.3f}",
        )  # fmt: skip
        yield self.say("opportunity_head.likelihood"), [head]
        own = [Part(self.say(f"opportunity_term.{one.what}"), one.amount) for one in why.own]
        own.append(Part(self.say("opportunity_why.usual"), why.usual))
        yield self.say("opportunity_why.own"), [self._part(one) for one in own]
        loud = [one for one in why.present if one.amount > _LEAST][:_SHOWN]
        yield self.say("opportunity_why.for"), [self._part(one) for one in loud]
        lacking = [Part(self.say("opportunity_why.absent", name=one.what), one.amount) for one in why.absent]
        against = sorted((*why.present, *lacking), key=lambda one: one.amount)[:_SHOWN]
        against = [one for one in against if one.amount < -_LEAST]
        rest = why.logit - why.base - sum(one.amount for one in (*own, *loud, *against))
        yield self.say("opportunity_why.against"), [self._part(one) for one in against]
        yield self.say("opportunity_why.rest"), [f"{rest:+.3f}"]

    def _part(self, one: Part) -> str:
        return f"{one.what} {one.amount:+.3f}"

    def _precedent(self, found: Precedent | None) -> str:
        if found is None:
            return self.say("opportunity_why.no_precedent")
        return self.say(
            "opportunity_why.precedent", region=found.region, start=found.when.start, end=found.when.end,
            alike=f"{100 * found.alike:.0f}", tried=found.tried, came=found.came,
        )  # fmt: skip

    def _gap(self, gap: NodeGap) -> str:
        return self.say(
            "opportunity_why.gap", chain=gap.chain, node=gap.node,
            status=self.say(f"opportunity_status.{gap.status}"),
            open=f"{100 * gap.open:.1f}", complete=f"{100 * gap.completeness:.1f}",
        )  # fmt: skip

    def _gap_lines(self, gap: NodeGap) -> Iterator[str]:
        yield self._gap(gap)
        if gap.status != "missing":
            yield self.say("opportunity_why.nobody")
        if gap.near:
            yield self.say("opportunity_why.near", names=self.listed(gap.near))
        if gap.wanted:
            yield self.say("opportunity_why.wanted", facts=self.listed(gap.wanted))
