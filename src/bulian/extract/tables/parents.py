"""Which labels above a row it is a part of: by indent, by numbering (一、, 1.), by 其中."""

from dataclasses import dataclass, field

from bulian.extract.deferred import deferred
from bulian.extract.tables.grid import indent_of
from bulian.extract.tables.label import Label
from bulian.extract.tables.measures import is_complete, known, overlapped, part_of
from bulian.extract.tables.words import words
from bulian.model.document import TableCell
from bulian.vocab.units import Unit


@dataclass(slots=True)
class _Node:
    """A label that rows below may be parts of."""

    indent: int
    reach: int  # text under a label's 其中： begins this far in
    rank: int
    phrase: str
    measure: str  # what its parts are parts of: its own phrase, or that of the nearest measure above it
    units: tuple[Unit, ...]
    group: bool
    part: bool
    lists: bool = False  # 一、二、 below it, though it has no number itself, are its parts
    share: bool = False  # 三次产业结构: numbers in % below it are shares


@dataclass(slots=True)
class Parents:
    """The labels that are open where a row stands, the outermost first.

    Attributes:
        section: the label without numbers (城镇居民) below which the same measures are listed again.
        last, last_growth: what the row before measures, and whether it is a growth.
    """

    nodes: list[_Node] = field(default_factory=list)
    section: str = ""
    last: str = ""
    last_growth: bool = False
    _wholes: dict[str, str] = field(default_factory=dict)

    def open_section(self, phrase: str) -> None:
        """Begin again below a label that names whose measures follow."""
        self.section, self.last = phrase, ""
        self.nodes.clear()

    def of_shares(self) -> bool:
        """Whether numbers in % here are shares of what stands above (三次产业结构)."""
        return bool(self.nodes) and self.nodes[-1].share

    def measure(self, cell: TableCell, label: Label) -> tuple[str, str]:
        """What the row measures, and the whole it is a part of."""
        if label.phrase in words("total") or (label.level and not label.phrase):
            self.last = ""
            return "", ""
        if not label.phrase and (label.aspect or label.goal):
            self.last_growth = label.aspect == "growth"
            return self.last, ""
        parent = self.enter(cell, label, group=False)
        if self.nodes[-1].share:
            parent = self._wholes.get(label.phrase, parent)
        elif is_complete(parent) and not is_complete(label.phrase):
            self._wholes[label.phrase] = parent
        phrase = part_of(label.phrase, parent.removeprefix(self.section)) if parent else label.phrase
        phrase = overlapped(self.section, phrase) if self.section not in phrase else phrase
        if self.nodes:
            self.nodes[-1].phrase = phrase
            if is_complete(label.phrase):
                self.nodes[-1].measure = phrase
        self.last, self.last_growth = phrase, label.aspect == "growth"
        return phrase, parent

    def enter(self, cell: TableCell, label: Label, *, group: bool) -> str:
        """Puts the label into the order of parents; returns the phrase of the nearest one above it."""
        indent = indent_of(cell)
        by = label.by and group
        top = self.nodes[-1] if self.nodes else None
        if top and _FIRST.match(label.text) and not (group or top.group or top.rank or top.part):
            top.lists = indent >= top.indent and is_complete(top.phrase)
        while self.nodes and not _is_below(self.nodes[-1], indent, label, by=by, group=group):
            self.nodes.pop()
        parent = self.nodes[-1].measure if self.nodes else ""
        lead = len(label.text) - len(label.name)
        reach = indent + 2 * lead if label.part else indent
        phrase = parent if by else part_of(label.phrase, parent) if parent and group else label.phrase
        measure = phrase if is_complete(label.phrase) or not is_complete(parent) else parent
        units = label.units or (self.nodes[-1].units if self.nodes else ())
        share = bool(group and _STRUCTURE.search(label.phrase)) or bool(self.nodes and self.nodes[-1].share)
        part = label.part or by
        self.nodes.append(
            _Node(indent, reach, label.rank, phrase, measure, units, group, part, share=share)
        )  # fmt: skip
        return parent

    def units_above(self, label: Label) -> tuple[Unit, ...]:
        """The unit that the whole above this row names: 进出口总值（万美元） holds for 出口 below it."""
        return self.nodes[-1].units if self.nodes and not label.aspect else ()


def _is_below(node: _Node, indent: int, label: Label, *, by: bool, group: bool) -> bool:
    """Whether a row is a part of what the node names."""
    if group and node.group and not by:
        return indent > node.indent
    if label.part and not node.part and indent >= node.indent:
        return True
    if by:
        return indent >= node.indent and not node.part
    if label.rank and node.lists:
        return indent >= node.indent
    if label.rank and node.rank:
        return label.rank > node.rank
    if label.rank:
        return indent > node.indent
    if node.group and not node.part:
        goes_on = not is_complete(label.phrase) or known(node.phrase + label.phrase) is not None
        return indent > node.indent or (indent == node.indent and goes_on)
    if node.part and node.group:
        return (indent >= node.indent and not is_complete(label.phrase)) or indent > node.indent
    return indent > max(node.indent, node.reach + 1)


_STRUCTURE = deferred(r"(?:结构|构成)(?:（[^（）]*）)?$")
_FIRST = deferred(r"^(?:一、|（一）|1[.、．](?!\d)|（1）)")
