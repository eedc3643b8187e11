"""N张清单: the lists of 一图N清单 as tables, from the rows that the spreadsheet has too."""

from collections.abc import Iterable, Iterator

from bulian.chain.gapping import Gap, Weakness
from bulian.chain.presence import NodeState
from bulian.publish.chains.picture import called
from bulian.publish.chains.sheets import SHEETS, titles, word
from bulian.publish.chains.told import ChainTold
from bulian.publish.computed import impact_figure
from bulian.publish.material import View
from bulian.publish.paper import Column, Name, NumberedTable, TableCell, Text, Words
from bulian.publish.sections.cells import citation
from bulian.publish.wording import Wording

Row = tuple[NodeState, Text, Text]
_ROWS, _GAPS = 80, 30
# Which cells of each list stand on paper, and their shares of the width; the last one cites.
_PARTS = {
    "map": ((0, 1, 2, 3, 4, 5), (12, 19, 23, 12, 24, 10)),
    "leaders": ((0, 1, 2, 3, 4, 6), (22, 10, 18, 18, 22, 10)),
    "suppliers": ((0, 1, 2, 3), (30, 28, 32, 10)),
    "strengths": ((0, 1, 2, 3), (28, 36, 26, 10)),
    "products": ((0, 1, 2, 5), (32, 12, 46, 10)),
}
_KEYS = {"map": "nodes"}


def lists(told: ChainTold, seen: View) -> Iterator[NumberedTable]:
    """Every list that has a row: nodes, leading and supporting firms, strengths, gaps, key products."""
    for key, make in SHEETS:
        if key == "gaps":
            yield from _gaps(told, seen)
            continue
        lines = list(make(told.lists, _ids, seen.words.lang))
        if lines:
            yield _table(key, lines, told, seen)


def _ids(ids: Iterable[str]) -> str:
    """The facts behind a row in its last cell, to be cited below."""
    return " ".join(dict.fromkeys(ids))


def _table(key: str, lines: list[tuple[str, ...]], told: ChainTold, seen: View) -> NumberedTable:
    parts, shares = _PARTS[key]
    words, chain = seen.words, told.view.chain
    heads = titles(key, words.lang)
    columns = tuple(
        Column(Words(heads[part]), "cite" if part == parts[-1] else "head" if not at else "text", share)
        for at, (part, share) in enumerate(zip(parts, shares, strict=True))
    )
    rows = []
    previous: tuple[str, ...] = ()
    for line in lines[:_ROWS]:
        cells = [_cell(line[part], previous[part : part + 1] if at < 2 else (), chain.id)
                 for at, part in enumerate(parts[:-1])]  # fmt: skip
        rows.append((*cells, TableCell(cited(line[-1].split(), seen))))
        previous = line if key == "map" else ()
    more = (words.words("paper.continued"),) if len(lines) > _ROWS else ()
    return NumberedTable(
        words.say("atlas.list", chain=Name(called(chain.name, words.lang), (chain.id,)),
                  list=Words(word(f"{key}.sheet", words.lang))),
        columns, tuple(rows), more, f"{_KEYS.get(key, key)}-{chain.id}",
    )  # fmt: skip


def _cell(text: str, above: tuple[str, ...], trace: str) -> TableCell:
    """A cell of text; empty where the row above says the same."""
    return TableCell((Name(text, (trace,)),) if text and (text,) != above else ())


def cited(ids: Iterable[str], seen: View) -> Text:
    """The citations of the facts that are in force."""
    there = [each for each in ids if each in seen.ids]
    return citation(there, seen.words) if there else ()


def _gaps(told: ChainTold, seen: View) -> Iterator[NumberedTable]:
    """补, 强, 延 and what nobody has looked for, each a table with what hangs on it."""
    words, chain, found = seen.words, told.view.chain, told.gaps

    def tests(weak: Weakness) -> Text:
        return _joined((word(f"test.{test}", words.lang) for test in weak.tests), words, chain.id)

    rows: dict[str, list[Row]] = {
        "fill": [_gap(one, told, seen) for one in found.fill],
        "strengthen": [(one.state, tests(one), ()) for one in found.strengthen],
        "extend": [(one.state, _named(one.next_to, told, words), ()) for one in found.extend],
        "search": [_gap(one, told, seen) for one in found.unsearched],
    }
    for key, several in rows.items():
        if several:
            yield _gap_table(key, several, told, seen)


def _gap(one: Gap, told: ChainTold, seen: View) -> Row:
    near = _joined((placed.firm for placed in one.near), seen.words, told.view.chain.id)
    return one.state, near, (impact_figure(one.worth.open, told.view, seen.words),)


def _gap_table(key: str, rows: list[Row], told: ChainTold, seen: View) -> NumberedTable:
    words, chain = seen.words, told.view.chain
    worth = key in ("fill", "search")
    columns = [
        Column(words.words("atlas.node"), "head", 26),
        Column(words.words("atlas.status"), "text", 12),
        Column(words.words(f"atlas.{key}_why"), "text", 34),
        *([Column(words.words("atlas.worth"), "number", 18)] if worth else []),
        Column(words.words("column.cite"), "cite", 10),
    ]
    made = tuple(
        (
            TableCell((Name(called(state.node.name, words.lang), (chain.id,)),)),
            TableCell((words.words(f"status.{state.status}"),)),
            TableCell(why),
            *([TableCell(figure)] if worth else []),
            TableCell(cited([one.fact.fact.id for one in state.mentions], seen)),
        )
        for state, why, figure in rows[:_GAPS]
    )
    more = (words.words("paper.continued"),) if len(rows) > _GAPS else ()
    name = Name(called(chain.name, words.lang), (chain.id,))
    caption = words.say(f"atlas.{key}", chain=name)
    return NumberedTable(caption, tuple(columns), made, more, f"{key}-{chain.id}")


def _named(nodes: Iterable[str], told: ChainTold, words: Wording) -> Text:
    names = (called(told.view.states[node].node.name, words.lang) for node in nodes)
    return _joined(names, words, told.view.chain.id)


def _joined(names: Iterable[str], words: Wording, trace: str) -> Text:
    whole = words["join.list"].join(names)
    return (Name(whole, (trace,)),) if whole else ()
