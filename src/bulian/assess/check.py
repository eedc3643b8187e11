"""Does it add up: every rule over all that documents state."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bulian.assess.checks import rules
from bulian.assess.datum import Datum
from bulian.assess.finding import Finding, Verdict
from bulian.assess.statements import Statements

ORDER: tuple[Verdict, ...] = (
    "contradicted",
    "not_comparable",
    "consistent",
    "reproduced",
    "not_checkable",
)


@dataclass(frozen=True)
class Checked:
    """All findings, contradictions first, then in the order of the documents.

    `numbers` is how many numbers there are; `checked` how many of them some rule held against others.
    """

    findings: tuple[Finding, ...]
    numbers: int

    @cached_property
    def counts(self) -> dict[Verdict, int]:
        """How many findings of each verdict."""
        return {verdict: len(several) for verdict, several in self.by_verdict.items()}

    @cached_property
    def by_verdict(self) -> dict[Verdict, tuple[Finding, ...]]:
        """The findings of each verdict, in their order."""
        sorted_apart: dict[Verdict, list[Finding]] = {verdict: [] for verdict in ORDER}
        for finding in self.findings:
            sorted_apart[finding.verdict].append(finding)
        return {verdict: tuple(several) for verdict, several in sorted_apart.items()}

    @cached_property
    def checked(self) -> int:
        """How many different numbers were held against others."""
        held = ("contradicted", "consistent", "reproduced")
        return len({id for one in self.findings if one.verdict in held for id in one.ids})

    @cached_property
    def _weight(self) -> Mapping[str, int]:
        """How often a number takes part in contradictions, less how often others reproduce it."""
        weight: Counter[str] = Counter()
        for finding in self.findings:
            step = {"contradicted": 1, "reproduced": -1}.get(finding.verdict, 0)
            for id in dict.fromkeys(datum.id for datum in finding.smallest or finding.facts):
                weight[id] += step
        return weight

    @cached_property
    def to_review(self) -> Mapping[str, bool]:
        """The numbers at which contradictions between real ones point: whether others speak against each."""
        found: dict[str, bool] = {}
        for one in self.by_verdict["contradicted"]:
            if not any(datum.synthetic for datum in one.facts):
                suspect = self.suspect(one)
                for datum in one.smallest or one.facts:
                    found[datum.id] = found.get(datum.id, False) or datum is suspect
        return found

    def suspect(self, finding: Finding) -> Datum | None:
        """The number of a contradiction that the other findings speak against; None where none tells."""
        ranked = sorted(
            finding.smallest, key=lambda datum: (-self._weight[datum.id], finding.facts.index(datum))
        )
        if not ranked:
            return None
        first, *rest = ranked
        return first if not rest or self._weight[first.id] > self._weight[rest[0].id] else None


def check(statements: Statements) -> Checked:
    """Every finding of every rule; the same numbers are found the same, in whatever order they come."""
    found = _once(finding for rule in rules().values() for finding in rule.find(statements))
    place = {datum.id: number for number, datum in enumerate(statements.data)}
    found.sort(key=lambda one: (ORDER.index(one.verdict), place.get(one.ids[-1], 0), one.rule, one.ids))
    return Checked(tuple(found), len(statements.data))


def _once(findings: Iterable[Finding]) -> list[Finding]:
    kept: dict[tuple[str, tuple[str, ...]], Finding] = {}
    for finding in findings:
        kept.setdefault((finding.rule, tuple(sorted(finding.ids))), finding)
    return list(kept.values())
