"""What `cluster` gives to programs: rows for JSON and CSV."""

from decimal import Decimal

from bulian.assess.cluster.crosswalk import Crosswalk
from bulian.assess.cluster.members import Member
from bulian.assess.cluster.scale import Total
from bulian.model.fact import value_text
from bulian.steps.clustering import Clusters, ClusterView, Roll


def crosswalk_rows(found: Crosswalk) -> list[dict[str, object]]:
    """A row a cell of the matrix, and one for each cluster that fits nowhere."""
    rows: list[dict[str, object]] = [
        {
            "from_taxonomy": found.one.key, "from": cell.one.zh, "to_taxonomy": found.other.key,
            "to": cell.other.zh, "how": cell.how, "says": list(cell.says), "firms": list(cell.firms),
        }
        for cell in found.cells
    ]  # fmt: skip
    for one in found.unmatched:
        rows.append({"from_taxonomy": found.one.key, "from": one.zh, "how": "unmatched"})
    for one in found.unmatched_other:
        rows.append({"to_taxonomy": found.other.key, "to": one.zh, "how": "unmatched"})
    return rows


def view_row(found: Clusters, view: ClusterView) -> dict[str, object]:
    """A cluster with all that is told of it."""
    cluster = view.cluster
    return {
        "taxonomy": found.taxonomy.key, "cluster": cluster.key, "zh": cluster.zh, "en": cluster.en,
        "year": found.ground.year, "scale": cluster.scale, "quality": cluster.quality,
        "rolls": [roll_row(found, view, roll) for roll in view.rolls],
        "members": [member_row(found, view, one) for one in view.members.inside],
        "removed": [
            {"firm": one.firm.name, "by": one.act.by, "why": one.act.why} for one in view.members.removed
        ],
        "stated": [one.id for one in view.stated],
    }  # fmt: skip


def roll_row(found: Clusters, view: ClusterView, roll: Roll) -> dict[str, object]:
    """The figures of a cluster's real, or made-up, firms."""
    grown = roll.growth
    return {
        "taxonomy": found.taxonomy.key, "cluster": view.cluster.key, "zh": view.cluster.zh,
        "synthetic": roll.synthetic, "year": roll.years[1], "firms": len(roll.members),
        "revenue": _exact(roll.total), "bound": roll.total.bound, "known": len(roll.total.data),
        "short_of_class": value_text(roll.distance.short) if roll.distance else None,
        "facts": [one.id for one in roll.total.data], "unknown": list(roll.total.unknown),
        "segments": [
            {
                "segment": one.segment.key if one.segment else None, "revenue": _exact(one.total),
                "share": _ratio(one.share), "growth": _ratio(one.growth), "same_scope": one.same_scope,
                "place": one.place,
            }
            for one in roll.segments
        ],
        "growth": grown and {
            "from": roll.years[0], "before": value_text(grown.before), "after": value_text(grown.after),
            "parts": {one.kind: value_text(one.change) for one in grown.parts},
            "remainder": value_text(grown.remainder),
        },
        "withheld": sorted(roll.withheld),
    }  # fmt: skip


def member_row(found: Clusters, view: ClusterView, one: Member) -> dict[str, object]:
    """A firm in a cluster, with its reasons."""
    return {
        "cluster": view.cluster.key, "firm": one.firm.name, "synthetic": one.firm.synthetic,
        "segment": one.segment.key if one.segment else None, "settled": one.firm.settled,
        "also_in": [key for key in found.overlap.get(one.firm.name, ()) if key != view.cluster.key],
        "reasons": [
            {
                "kind": reason.kind, "says": reason.says, "place": reason.place or None,
                "facts": list(reason.facts), "by": reason.act.by if reason.act else None,
            }
            for reason in one.reasons
        ],
    }  # fmt: skip


def _exact(one: Total) -> str | None:
    return None if one.value is None else value_text(one.value)


def _ratio(value: Decimal | None) -> float | None:
    return None if value is None else float(round(value, 6))
