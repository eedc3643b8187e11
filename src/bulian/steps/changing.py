"""The chains that a workspace knows, and the district's changes to them."""

import shlex
from dataclasses import dataclass

from bulian.chain.catalogue import Catalogue, load_catalogue
from bulian.chain.differing import Difference, differences
from bulian.chain.edits import BOOK, KINDS, STATUSES, Edit, Orphan, act_of, apply, edit_of
from bulian.chain.naming import Words
from bulian.corpus.workspace import Workspace
from bulian.errors import BadRequest
from bulian.ledger import signing
from bulian.ledger.query import last_day
from bulian.model.chain import Chain, Change, Node


@dataclass(frozen=True, slots=True)
class ChainDiff:
    """What `chain diff` answers: what differs, and the changes that lost their target."""

    catalogue: Catalogue
    differences: tuple[Difference, ...]
    orphans: tuple[Orphan, ...]


def chain_catalogue(workspace: Workspace | None, known_on: str | None = None) -> Catalogue:
    """Every chain that is known: the shipped ones with the district's changes, and its own.

    Args:
        known_on: only with the changes made by the end of that day, month or year.

    Raises:
        VocabularyError: a file in `chains/` does not fit; names the file and the line.
    """
    if workspace is None:
        return load_catalogue(None)
    return load_catalogue(workspace.root / "chains", edits_of(workspace, known_on))


def find_node(chain: Chain, words: Words, name: str) -> Node | None:
    """A node by its id or any of its whole names; None where there is none."""
    by_id = chain.node(name.strip())
    named = words.find(name)
    return by_id or (chain.node(named.id) if named and named.what == "node" and named.whole else None)


def chain_diff(workspace: Workspace, name: str | None = None) -> ChainDiff:
    """What the district's chains have otherwise than the shipped ones, and changes that lost their target."""
    catalogue = chain_catalogue(workspace)
    chains = [catalogue.find(name)] if name else list(catalogue.chains)
    lost = {one.edit.change.line for one in catalogue.orphans}
    laid = tuple(edit for edit in edits_of(workspace) if edit.change.line not in lost)
    found = [one for chain in chains for one in differences(catalogue.shipped.get(chain.id), chain, laid)]
    ids = {chain.id for chain in chains}
    orphans = tuple(one for one in catalogue.orphans if one.edit.chain in ids or not name)
    return ChainDiff(catalogue, tuple(found), orphans)


def chain_edit(workspace: Workspace, name: str, typed: str, *, by: str, why: str, now: str) -> Edit:
    """Lay one change over a chain; it is kept in the journal and survives every upgrade of the catalogue.

    Args:
        typed: as "remove-node magbead", "rename magbead 磁性微粒", "add-edge U>V essential",
            "add-edge U>V substitutable 固相载体", "remove-edge U>V", "add-node ID SEGMENT 名称",
            "add-word magbead 磁颗粒", "set-status magbead missing", "place 三峰环境 grate".

    Raises:
        BadRequest: what is typed is no change, or names a node that is not there.
        JournalError: nobody signed it, or it has no reason.
    """
    chain = chain_catalogue(workspace).find(name)
    words = Words(chain)
    do, fields = _typed(typed)
    edit = Edit(chain.id, do, _settled(chain, words, do, fields), Change(by, now, why, 0))
    act = act_of(edit)
    for orphan in apply({chain.id: chain}, [edit])[1]:
        raise BadRequest(f"{typed!r}: {orphan.en}.", f"“{typed}”：{orphan.zh}。")
    entry = signing.append(workspace.journal, BOOK, act)
    return Edit(edit.chain, edit.do, edit.fields, Change(by, now, why, entry.seq))


_SHAPES = {
    "add-node": ("id", "segment", "name"),
    "remove-node": ("id",),
    "rename": ("id", "name"),
    "add-word": ("id", "word"),
    "add-edge": ("edge", "kind", "group"),
    "remove-edge": ("edge",),
    "set-status": ("id", "status"),
    "place": ("firm", "id"),
    "unplace": ("firm", "id"),
}


def _typed(typed: str) -> tuple[str, dict[str, str]]:
    verb, *rest = _split(typed) or [""]
    shape = _SHAPES.get(verb)
    if shape is None or not len(shape) - ("group" in shape) <= len(rest) <= len(shape):
        known = "; ".join(f"{name} {' '.join(parts).upper()}" for name, parts in _SHAPES.items())
        raise BadRequest(
            f"{typed!r} is no change. Write one of: {known}.", f"“{typed}”不是改动。可写：{known}。"
        )
    fields = dict(zip(shape, rest, strict=False))
    if "edge" in fields:
        supplier, _, user = fields.pop("edge").partition(">")
        fields |= {"supplier": supplier, "user": user}
    return verb.replace("-", "_"), fields


def _split(typed: str) -> list[str]:
    """The words of a change; a name with blanks stands in quotes."""
    try:
        return shlex.split(typed)
    except ValueError:
        return []


def _settled(chain: Chain, words: Words, do: str, fields: dict[str, str]) -> dict[str, str]:
    """Nodes by their ids; kinds and statuses checked."""
    if do == "add_node":
        return fields
    told = dict(fields)
    for key in ("id", "supplier", "user"):
        if key in told:
            node = find_node(chain, words, told[key])
            if node is None:
                raise BadRequest(
                    f"{chain.name.zh} has no node {told[key]!r}.",
                    f"{chain.name.zh}没有“{told[key]}”这个环节。",
                )
            told[key] = node.id
    for key, allowed in (("kind", KINDS), ("status", STATUSES)):
        if key in told and told[key] not in allowed:
            raise BadRequest(
                f"{key} {told[key]!r} is unknown. Choose one of {', '.join(allowed)}.",
                f"不认识 {key}“{told[key]}”。可选：{'、'.join(allowed)}。",
            )
    return told


def edits_of(workspace: Workspace, known_on: str | None = None) -> list[Edit]:
    """The district's changes, oldest first; where a day, month or year is given, those made by its end."""
    entries = signing.read(workspace.journal, BOOK)
    until = last_day(known_on) if known_on else None
    found = [edit for entry in entries if (edit := edit_of(entry))]
    return [edit for edit in found if until is None or edit.change.at[:10] <= until]
