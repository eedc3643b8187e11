"""Members of a cluster: each firm with the reasons why it is in, which a person may overrule and restore."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from bulian.assess.firms.firm import Book, Firm
from bulian.vocab.gbt4754 import within
from bulian.vocab.taxonomy import Cluster, Segment

Kind = Literal["listed", "code", "product", "judged"]


@dataclass(frozen=True, slots=True)
class Act:
    """A line of the book `clusters`: a person puts a firm in, or takes it out, and says why.

    The last act on a firm and a cluster holds; all stay.
    """

    cluster: str
    firm: str
    what: Literal["add", "remove"]
    by: str
    at: str
    why: str


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a firm is in: what was matched, and where it stands.

    Attributes:
        says: the code, the product, the list's word, or the person's reason.
        place: file, sheet and cell; "" where a fact or an act says it.
        facts: ids of the facts that say it.
    """

    kind: Kind
    says: str
    place: str = ""
    facts: tuple[str, ...] = ()
    act: Act | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A firm in a cluster.

    `segment` is the first of the cluster's segments that fits; None where none does. `there` is None where
    nothing tells when it came.
    """

    firm: Firm
    reasons: tuple[Reason, ...]
    segment: Segment | None
    there: bool | None


@dataclass(frozen=True, slots=True)
class Removed:
    """A firm that the rule would take in and a person took out."""

    firm: Firm
    act: Act


@dataclass(frozen=True, slots=True)
class Members:
    """Who is in a cluster in a year, who was taken out by hand, and who had not come yet or was gone."""

    cluster: Cluster
    year: int
    inside: tuple[Member, ...]
    removed: tuple[Removed, ...]
    elsewhere: tuple[Firm, ...]
    unknown_acts: tuple[Act, ...]


def members(cluster: Cluster, book: Book, acts: Iterable[Act], year: int) -> Members:
    """Who belongs in a year, each with every reason; a person's last act goes before the rule.

    Args:
        cluster: with the codes and words of its parts (`taxonomy.whole`).
        acts: of this cluster, oldest first, with firms under their fullest names.
    """
    last = {one.firm: one for one in acts}
    inside: list[Member] = []
    removed: list[Removed] = []
    elsewhere: list[Firm] = []
    for firm in book.values():
        reasons, act = _reasons(cluster, firm), last.get(firm.name)
        if act and act.what == "remove":
            removed += [Removed(firm, act)] if reasons else []
            continue
        if act:
            reasons = (*reasons, Reason("judged", act.why, act=act))
        there = firm.there_in(year)
        if reasons and there is False:
            elsewhere.append(firm)
        elif reasons:
            inside.append(Member(firm, reasons, _segment(cluster, firm), there))
    unknown = tuple(act for name, act in last.items() if name not in book)
    return Members(cluster, year, tuple(inside), tuple(removed), tuple(elsewhere), unknown)


def _reasons(cluster: Cluster, firm: Firm) -> tuple[Reason, ...]:
    """Every reason of the groups of criteria that hold; () where no group does."""
    found: dict[str, tuple[Reason, ...]] = {
        "listed": tuple(_listed(cluster, firm)),
        "code": tuple(_code(cluster.codes, firm)),
        "product": tuple(_product(cluster.products, firm)),
    }
    held = [group for group in cluster.include if all(found[one] for one in group)]
    kinds = dict.fromkeys(one for group in held for one in group)
    return tuple(reason for kind in kinds for reason in found[kind])


def _listed(cluster: Cluster, firm: Firm) -> Iterator[Reason]:
    for note in firm.told("listed"):
        if note.text in cluster.names:
            yield Reason("listed", note.text, note.place)
    for fact in firm.said("leads", "member_of"):
        if fact.tail in cluster.names:
            yield Reason("listed", fact.tail, facts=(fact.id,))


def _code(codes: tuple[str, ...], firm: Firm) -> Iterator[Reason]:
    note, known = firm.first("gb_code"), firm.industry
    if note and known and any(within(known.code, code) for code in codes):
        yield Reason("code", f"{known.code} {known.name}", note.place)


def _product(words: tuple[str, ...], firm: Firm) -> Iterator[Reason]:
    for note in firm.told("product"):
        if any(word in note.text for word in words):
            yield Reason("product", note.text, note.place)
    for fact in firm.said("leads", "member_of", "produces"):
        if any(word in fact.tail for word in words):
            yield Reason("product", fact.tail, facts=(fact.id,))


def _segment(cluster: Cluster, firm: Firm) -> Segment | None:
    """The first whose product fits, else the first whose code does: what a firm makes tells more."""
    by_product = (one for one in cluster.segments if next(_product(one.products, firm), None))
    by_code = (one for one in cluster.segments if next(_code(one.codes, firm), None))
    return next(by_product, None) or next(by_code, None)


def overlap(several: Iterable[Members]) -> dict[str, tuple[str, ...]]:
    """The firms that are in more than one cluster, with the keys of these; totals count each once."""
    found: dict[str, list[str]] = {}
    for one in several:
        for member in one.inside:
            found.setdefault(member.firm.name, []).append(one.cluster.key)
    return {firm: tuple(keys) for firm, keys in sorted(found.items()) if len(keys) > 1}
