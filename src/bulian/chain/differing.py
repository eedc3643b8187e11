"""What differs between the shipped catalogue and the district's, and who changed it, when and why."""

from dataclasses import dataclass
from typing import Literal

from bulian.chain.edits import Edit
from bulian.model.chain import Chain, Change

Kind = Literal["node", "edge", "name", "words", "status", "placement"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is otherwise in the district's chain.

    `before` is what is shipped, "" for what was added; `after` what the district has, "" for what it removed.
    """

    chain: str
    kind: Kind
    target: str
    before: str
    after: str
    change: Change | None


def differences(shipped: Chain | None, district: Chain, edits: tuple[Edit, ...]) -> tuple[Difference, ...]:
    """Every difference, in the order of the changes that made it; a chain of the district's own has none."""
    if shipped is None:
        return ()
    found: list[Difference] = []
    for edit in edits:
        if edit.chain == district.id:
            found.append(_difference(shipped, district, edit))
    return tuple(found)


def _difference(shipped: Chain, district: Chain, edit: Edit) -> Difference:
    told = edit.fields
    if edit.do in ("add_edge", "remove_edge"):
        target = f"{told['supplier']} → {told['user']}"
        words = told.get("kind", "") + (f"：{told['group']}" if told.get("group") else "")
        return Difference(district.id, "edge", target, *_sides(edit.do, words or target), edit.change)
    target = told["id"]
    before, now = shipped.node(target), district.node(target)
    if edit.do == "rename":
        was = before.name.zh if before else target
        return Difference(district.id, "name", target, was, told["name"], edit.change)
    if edit.do == "add_word":
        return Difference(district.id, "words", target, "", told["word"], edit.change)
    if edit.do == "set_status":
        return Difference(district.id, "status", target, "", told["status"], edit.change)
    if edit.do in ("place", "unplace"):
        sides = (told["firm"], "") if edit.do == "unplace" else ("", told["firm"])
        return Difference(district.id, "placement", target, *sides, edit.change)
    node = before or now
    name = told.get("name") or (node.name.zh if node else target)
    return Difference(district.id, "node", target, *_sides(edit.do, name), edit.change)


def _sides(do: str, words: str) -> tuple[str, str]:
    return ("", words) if do.startswith("add") else (words, "")
