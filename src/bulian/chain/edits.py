"""A district's changes to a chain: acts of the journal, laid over whatever catalogue is shipped today.

A change names its target by id. Where an upgrade took the target away, the change is kept and reported: it
changes nothing until the target is back or a person withdraws it.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from bulian.errors import JournalError
from bulian.ledger.chain import Entry
from bulian.model.chain import Chain, Change, Input, InputKind, Name, Node, Status

BOOK = "chain"
"""The book of the journal that holds changes, placements by hand and saved scenarios."""

FIELDS = {
    "add_node": ("id", "segment", "name"),
    "remove_node": ("id",),
    "rename": ("id", "name"),
    "add_word": ("id", "word"),
    "add_edge": ("supplier", "user", "kind"),
    "remove_edge": ("supplier", "user"),
    "set_status": ("id", "status"),
    "place": ("firm", "id"),
    "unplace": ("firm", "id"),
}
"""What each kind of change must say; `add_edge` may say `group`, `add_node` `final` and `extension` too."""
FREE = {"add_edge": ("group",), "add_node": ("final", "extension")}
OF_EVIDENCE = "evidence"
"""The status that withdraws one set by hand: the evidence decides again."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to one chain, with who made it, when and why."""

    chain: str
    do: str
    fields: Mapping[str, str]
    change: Change


@dataclass(frozen=True, slots=True)
class Orphan:
    """A change that finds no target in the catalogue of today, and why."""

    edit: Edit
    en: str
    zh: str


class _Gone(Exception):
    """The target of a change is not there: a finding about the change, no error of this run."""

    def __init__(self, en: str, zh: str) -> None:
        self.en, self.zh = en, zh


def edit_of(entry: Entry) -> Edit | None:
    """The change that a line of the journal holds; None for acts of another kind."""
    act: Mapping[str, Any] = entry.act
    if act.get("do") not in FIELDS:
        return None
    told = {key: str(value) for key, value in act.items() if key not in ("at", "by", "why", "chain", "do")}
    change = Change(str(act["by"]), str(act["at"]), str(act["why"]), entry.seq)
    return Edit(str(act["chain"]), str(act["do"]), told, change)


def act_of(edit: Edit) -> dict[str, Any]:
    """The change as the journal keeps it.

    Raises:
        JournalError: nobody signed it, it has no reason, or lacks a field.
    """
    if not edit.change.by.strip() or not edit.change.why.strip():
        raise JournalError(
            "A change to a chain needs the name of who makes it and its reason: both are kept.",
            "改链须写明是谁改的、为什么：都会保存。",
        )
    wanted = FIELDS.get(edit.do, ())
    missing = [field for field in wanted if not edit.fields.get(field)]
    extra = set(edit.fields) - set(wanted) - set(FREE.get(edit.do, ()))
    if not wanted or missing or extra:
        shape = " ".join(f"{field}=…" for field in wanted) or "、".join(FIELDS)
        raise JournalError(
            f"{edit.do} must say: {shape}. It said: {dict(edit.fields)}.",
            f"{edit.do} 应写：{shape}；现在写的是 {dict(edit.fields)}。",
        )
    head = {"at": edit.change.at, "by": edit.change.by, "why": edit.change.why}
    return head | {"chain": edit.chain, "do": edit.do} | dict(edit.fields)


def apply(known: Mapping[str, Chain], edits: Sequence[Edit]) -> tuple[dict[str, Chain], tuple[Orphan, ...]]:
    """The chains with all changes that find their target, in their order; and the changes that do not."""
    chains, orphans = dict(known), []
    for edit in edits:
        try:
            if edit.chain not in chains:
                raise _Gone(f"there is no chain {edit.chain}", f"没有 {edit.chain} 这条链")
            chains[edit.chain] = _DO[edit.do](chains[edit.chain], edit)
        except _Gone as gone:
            orphans.append(Orphan(edit, gone.en, gone.zh))
    return chains, tuple(orphans)


def _add_node(chain: Chain, edit: Edit) -> Chain:
    told = edit.fields
    if chain.node(told["id"]):
        raise _Gone(f"{told['id']} is there by now", f"{told['id']} 现在已有")
    if told["segment"] not in {segment.id for segment in chain.segments}:
        raise _Gone(f"there is no segment {told['segment']}", f"没有环节组 {told['segment']}")
    node = Node(
        told["id"], told["segment"], Name(told["name"]), final=told.get("final") == "true",
        extension=told.get("extension") == "true", change=edit.change,
    )  # fmt: skip
    return replace(chain, nodes=(*chain.nodes, node))


def _remove_node(chain: Chain, edit: Edit) -> Chain:
    gone = _target(chain, edit.fields["id"]).id
    return replace(
        chain,
        nodes=tuple(node for node in chain.nodes if node.id != gone),
        inputs=tuple(edge for edge in chain.inputs if gone not in (edge.supplier, edge.user)),
    )


def _rename(chain: Chain, edit: Edit) -> Chain:
    """The old name stays a synonym, so that facts that use it still meet the node."""
    node = _target(chain, edit.fields["id"])
    words = (*node.words, node.name.zh)
    return _with(chain, replace(node, name=Name(edit.fields["name"]), words=words, change=edit.change))


def _add_word(chain: Chain, edit: Edit) -> Chain:
    node = _target(chain, edit.fields["id"])
    return _with(chain, replace(node, words=(*node.words, edit.fields["word"]), change=edit.change))


def _add_edge(chain: Chain, edit: Edit) -> Chain:
    told = edit.fields
    supplier, user = _target(chain, told["supplier"]).id, _target(chain, told["user"]).id
    if any((edge.supplier, edge.user) == (supplier, user) for edge in chain.inputs):
        raise _Gone(f"{user} needs {supplier} by now", f"{user} 现在已写了需要 {supplier}")
    kind: InputKind = told["kind"]  # type: ignore[assignment]  # checked when it was entered
    source = f"{edit.change.by}，{edit.change.at[:10]}：{edit.change.why}"
    group = told.get("group", "") if kind == "substitutable" else ""
    edge = Input(supplier, user, kind, group, None, source, edit.change)
    return replace(chain, inputs=(*chain.inputs, edge))


def _remove_edge(chain: Chain, edit: Edit) -> Chain:
    pair = (edit.fields["supplier"], edit.fields["user"])
    left = tuple(edge for edge in chain.inputs if (edge.supplier, edge.user) != pair)
    if len(left) == len(chain.inputs):
        raise _Gone(f"{pair[1]} does not need {pair[0]}", f"{pair[1]} 并不需要 {pair[0]}")
    return replace(chain, inputs=left)


def _set_status(chain: Chain, edit: Edit) -> Chain:
    node, status = _target(chain, edit.fields["id"]).id, edit.fields["status"]
    others = tuple(each for each in chain.statuses if each[0] != node)
    if status == OF_EVIDENCE:
        return replace(chain, statuses=others)
    return replace(chain, statuses=(*others, (node, status, edit.change)))  # type: ignore[arg-type]  # checked


def _placing(chain: Chain, edit: Edit) -> Chain:
    """Placements by hand change no chain; they only need their node."""
    _target(chain, edit.fields["id"])
    return chain


def _target(chain: Chain, node_id: str) -> Node:
    node = chain.node(node_id)
    if node is None:
        raise _Gone(f"there is no node {node_id}", f"没有 {node_id} 这个环节")
    return node


def _with(chain: Chain, changed: Node) -> Chain:
    return replace(chain, nodes=tuple(changed if node.id == changed.id else node for node in chain.nodes))


_DO: dict[str, Callable[[Chain, Edit], Chain]] = {
    "add_node": _add_node, "remove_node": _remove_node, "rename": _rename, "add_word": _add_word,
    "add_edge": _add_edge, "remove_edge": _remove_edge, "set_status": _set_status, "place": _placing,
    "unplace": _placing,
}  # fmt: skip

KINDS: tuple[str, ...] = get_args(InputKind)
STATUSES: tuple[str, ...] = (*get_args(Status), OF_EVIDENCE)
