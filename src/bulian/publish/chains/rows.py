"""Answers about a chain as plain rows: the same for JSON, CSV, pages and spreadsheets.

Every row carries `evidence`: facts with their quote, document and day; an empty list says there is none.
"""

from collections.abc import Iterable, Mapping

from bulian.chain.completing import Completeness, Count
from bulian.chain.depending import Alert, Dependence, NodeDependence, Part
from bulian.chain.differing import Difference
from bulian.chain.edits import Orphan
from bulian.chain.gapping import Extension, Gap, Weakness
from bulian.chain.leading import Designation, Leader
from bulian.chain.losing import Loss, Losses, Scenario
from bulian.chain.presence import NodeState
from bulian.chain.telling import Mention
from bulian.measure.dominance import Bounds, Dominance
from bulian.model.chain import Chain, Change, Placement
from bulian.model.stored import Sourced

Row = dict[str, object]
Facts = Mapping[str, Sourced]


def chain_row(chain: Chain) -> Row:
    """A chain of the catalogue in one line."""
    return {
        "id": chain.id, "name": chain.name.zh, "name_en": chain.name.en, "version": chain.version,
        "origin": chain.origin, "segments": len(chain.segments), "nodes": len(chain.nodes),
        "inputs": len(chain.inputs),
    }  # fmt: skip


def evidence_row(one: Sourced) -> Row:
    """A fact to walk back to."""
    return {
        "fact": one.fact.id, "quote": one.fact.place.quote, "source": one.source.name,
        "published_on": one.source.published_on, "synthetic": one.source.synthetic,
    }  # fmt: skip


def node_row(chain: Chain, state: NodeState, facts: Facts) -> Row:
    """A node with its status, its firms and what is said of it."""
    node = state.node
    segment = next(each for each in chain.segments if each.id == node.segment)
    return {
        "chain": chain.id, "stage": segment.stage, "stage_name": dict(chain.stages).get(segment.stage, ""),
        "segment": segment.name.zh, "node": node.id, "name": node.name.zh, "name_en": node.name.en,
        "final": node.final, "extension": node.extension, "status": state.status,
        "firms": [placement_row(one, facts) for one in state.firms],
        "doubtful": [placement_row(one, facts) for one in state.doubtful],
        "groups": state.groups, "probability": round(state.probability, 6),
        "said": [mention_row(one) for one in state.mentions],
        "searched": state.searched and {"table": state.searched.name, "dated": state.searched.dated},
        "set_by": change_row(state.set_by), "status_by_evidence": state.by_evidence,
        "gb4754": {code: str(weight) for code, weight in node.codes}, "hs": list(node.hs),
        "needs": [
            {
                "node": edge.supplier, "kind": edge.kind, "group": edge.group,
                "share": None if edge.share is None else str(edge.share), "source": edge.source,
            }
            for edge in chain.inputs
            if edge.user == node.id
        ],
    }  # fmt: skip


def placement_row(one: Placement, facts: Facts) -> Row:
    """A firm on a node, and why."""
    return {
        "firm": one.firm, "group": one.group, "area": one.area, "probability": one.probability,
        "kind": one.evidence, "why": one.why[1], "why_en": one.why[0], "evidence": evidence(one.facts, facts),
    }  # fmt: skip


def evidence(ids: Iterable[str], facts: Facts) -> list[Row]:
    """The facts behind a row, as far as they may be shown."""
    return [evidence_row(facts[each]) for each in ids if each in facts]


def mention_row(one: Mention) -> Row:
    """What a document says of a part of the chain without putting a firm on a node."""
    return {
        "kind": one.kind, "part": one.named.what, "id": one.named.id, "word": one.named.word, "who": one.who,
        "feeds": one.other and one.other.id, "evidence": [evidence_row(one.fact)],
    }  # fmt: skip


def change_row(change: Change | None) -> Row | None:
    """Who changed something, when and why."""
    if change is None:
        return None
    return {"by": change.by, "at": change.at, "why": change.why, "line": change.line}


def completeness_row(found: Completeness) -> Row:
    """How complete, in all, by stage and by area."""
    low, high = found.buildable or (None, None)
    return {
        **_count_row(found.count),
        "weighted": found.weighted and found.weighted.value, "sd": found.weighted and found.weighted.sd,
        "coverage": found.coverage, "buildable_at_least": low, "buildable_at_most": high,
        "stages": {stage: _count_row(count) for stage, count in found.stages},
        "areas": {area: _count_row(count) for area, count in found.areas},
        "left_out": list(found.left_out),
    }  # fmt: skip


def _count_row(count: Count) -> Row:
    return {
        "there": count.there, "required": count.required, "at_most": count.at_most,
        "by_status": dict(count.counts),
    }  # fmt: skip


def leader_row(leader: Leader, facts: Facts) -> Row:
    """A firm at the head of the chain."""
    return {
        "firm": leader.firm, "group": leader.group,
        "designations": [_designation_row(one) for one in leader.designations],
        "nodes": list(leader.nodes), "inputs": leader.inputs,
        "pull": [placement_row(one, facts) | {"node": one.node} for one in leader.pull],
        "leans_on": [{"firm": one.firm, "node": one.node} for one in leader.leans_on],
        "wants": [
            {"node": want.node, "name": want.state.node.name.zh, "essential": want.essential,
             "status": want.state.status}
            for want in leader.wants
        ],
        "links": [evidence_row(one) for one in leader.links],
    }  # fmt: skip


def _designation_row(one: Designation) -> Row:
    return {
        "rank": one.rank, "of": one.of, "level": one.level, "grantor": one.grantor, "said_on": one.said_on,
        "evidence": [evidence_row(one.fact)],
    }  # fmt: skip


def gap_row(gap: Gap, facts: Facts) -> Row:
    """A node to fill, and what that is worth."""
    return {
        "list": "fill" if gap.state.status == "missing" else "search", **_short(gap.state),
        "way": gap.way, "near": [placement_row(one, facts) for one in gap.near],
        "adds_completeness": gap.worth.completeness, "adds_buildable": gap.worth.buildable,
        "hangs_on_it": gap.worth.open, "wanted": [mention_row(one) for one in gap.state.wanted],
        "searched": gap.state.searched and gap.state.searched.name,
    }  # fmt: skip


def weakness_row(weak: Weakness, facts: Facts) -> Row:
    """A node that is there and weak, and which tests it fails."""
    return {
        "list": "strengthen", **_short(weak.state), "tests": list(weak.tests),
        "missing_inputs": list(weak.missing_inputs),
        "firms": [placement_row(one, facts) for one in weak.state.firms],
    }  # fmt: skip


def extension_row(one: Extension) -> Row:
    """A node beyond the present ends, and what it joins."""
    return {
        "list": "extend", **_short(one.state), "side": one.side, "next_to": list(one.next_to),
        "outside_chain": one.outside, "steps": one.steps,
        "said": [mention_row(each) for each in one.state.mentions],
    }  # fmt: skip


def _short(state: NodeState) -> Row:
    node = state.node
    return {"node": node.id, "name": node.name.zh, "name_en": node.name.en, "status": state.status}


def dependence_row(found: Dependence) -> Row:
    """On whom it depends."""
    return {
        "nodes": [_node_dependence_row(one) for one in found.nodes],
        "district": [_part_row(one) for one in found.district],
        "firms": found.firms and _dominance_row(found.firms),
        "alerts": [_alert_row(one) for one in found.alerts],
    }


def _node_dependence_row(one: NodeDependence) -> Row:
    firms = [placement.firm for placement in one.state.firms]
    return {**_short(one.state), "firms": firms, "complete": one.complete, **_dominance_row(one.dominance)}


def _dominance_row(one: Dominance) -> Row:
    high = one.effective_high
    return {
        "top": _bounds(one.top), "hhi": _bounds(one.hhi),
        "effective_number": [float(one.effective_low), None if high is None else float(high)],
        "named": _bounds(one.named),
    }  # fmt: skip


def _bounds(one: Bounds) -> list[float]:
    return [float(one.low), float(one.high)]


def _part_row(one: Part) -> Row:
    share = one.share
    return {
        "name": one.name, "is_chain": one.chain, "period": one.part.fact.period, "ahead": one.ahead,
        "part": one.part.fact.surface, "whole": one.whole.fact.surface, "indicator": one.part.indicator,
        "of": one.whole.indicator, "at_least": share and float(share.low),
        "as_printed": share and float(share.point), "at_most": share and float(share.high),
        "refused": one.refused and one.refused[1], "refused_en": one.refused and one.refused[0],
        "evidence": [
            {"fact": each.id, "quote": each.fact.place.quote, "source": each.source.name,
             "published_on": each.source.published_on}
            for each in (one.part, one.whole)
        ],
    }  # fmt: skip


def _alert_row(one: Alert) -> Row:
    return {
        "of": one.of, "name": one.name, "at_least": float(one.low), "at_most": float(one.high),
        "threshold": float(one.threshold), "certain": one.certain,
    }  # fmt: skip


def losses_row(found: Losses) -> Row:
    """What breaks without each firm and node."""
    return {
        "made_here": list(found.made_here), "not_placed": list(found.not_placed),
        "firms": [_loss_row(one) for one in found.firms], "nodes": [_loss_row(one) for one in found.nodes],
    }  # fmt: skip


def _loss_row(one: Loss) -> Row:
    return {"name": one.name, "impact": one.impact, "stops": list(one.stops)}


def scenario_row(found: Scenario) -> Row:
    """What is left when several are gone."""
    return {
        "without": list(found.without), "share": found.share, "impact": found.impact,
        "left": dict(found.left), "beside": list(found.beside),
    }  # fmt: skip


def gone_row(part: Part, gone: float) -> Row:
    """What a firm's share of the district comes to when the part `gone` of it leaves."""
    share = part.share
    bounds = (share.low, share.point, share.high) if share else (None, None, None)
    keys = ("at_least", "as_printed", "at_most")
    return _part_row(part) | {
        key: None if one is None else float(one) * gone for key, one in zip(keys, bounds, strict=True)
    }


def difference_row(one: Difference) -> Row:
    """One thing the district has otherwise."""
    return {
        "chain": one.chain, "kind": one.kind, "target": one.target, "before": one.before, "after": one.after,
        "change": change_row(one.change),
    }  # fmt: skip


def orphan_row(one: Orphan) -> Row:
    """A change whose target is gone."""
    return {
        "chain": one.edit.chain, "do": one.edit.do, "fields": dict(one.edit.fields), "reason": one.zh,
        "reason_en": one.en, "change": change_row(one.edit.change),
    }  # fmt: skip
