"""Aliases that documents state themselves: the relations `same_as`, gathered over all documents."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bulian.model.fact import Relation
from bulian.resolve.folding import plain


@dataclass(frozen=True, slots=True)
class Stated:
    """An alias as documents state it.

    Attributes:
        facts: ids of the relations that say so, sorted.
    """

    alias: str
    name: str
    facts: tuple[str, ...]


def stated_aliases(relations: Iterable[Relation]) -> tuple[Stated, ...]:
    """Every `same_as` once, with all facts that say it, sorted by alias and name."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for relation in relations:
        alias, name = plain(relation.head), plain(relation.tail)
        if relation.type == "same_as" and alias and name and alias != name:
            found[alias, name].add(relation.id)
    return tuple(Stated(alias, name, tuple(sorted(facts))) for (alias, name), facts in sorted(found.items()))


def clear_aliases(stated: Iterable[Stated]) -> tuple[tuple[Stated, ...], Mapping[str, tuple[Stated, ...]]]:
    """The aliases that stand for one name, and by alias those that several documents use for different ones.

    公司 or 研究院 is short for another full name in each report: such an alias settles nothing by itself.
    """
    by_alias: dict[str, list[Stated]] = defaultdict(list)
    for one in stated:
        by_alias[one.alias].append(one)
    clear = tuple(group[0] for group in by_alias.values() if len(group) == 1)
    return clear, {alias: tuple(group) for alias, group in by_alias.items() if len(group) > 1}
