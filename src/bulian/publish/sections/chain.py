"""One chain on paper: how complete, its map, its lists, and on whom it depends."""

from collections.abc import Sequence

from bulian.chain.presence import NodeState
from bulian.model.chain import Status
from bulian.publish.chains.picture import Links, called, chain_picture
from bulian.publish.chains.told import ChainTold
from bulian.publish.charts import one_width
from bulian.publish.computed import count
from bulian.publish.figure import Counted, Figure
from bulian.publish.material import View
from bulian.publish.paper import Block, Chart, Name, Paragraph, Section, See, Text, Words
from bulian.publish.sections.chain_lists import lists
from bulian.publish.sections.chain_risks import risks
from bulian.publish.wording import Wording

_COUNTED: tuple[Status, ...] = ("present", "single_source", "claimed", "planned", "missing", "unknown")


def chain_section(told: ChainTold, seen: View) -> Section:
    """The chain's own section of the atlas."""
    words, chain = seen.words, told.view.chain
    name = Name(called(chain.name, words.lang), (chain.id,))
    blocks: list[Block] = [
        Paragraph(_counts(told, words)),
        _map(told, name, words),
        Paragraph(words.say("atlas.lists", map=See(f"map-{chain.id}")), "note"),
        *lists(told, seen),
        *risks(told, seen),
    ]
    return Section(Words(name.text), tuple(blocks), words.say("atlas.aside"))


def _counts(told: ChainTold, words: Wording) -> Text:
    """How many nodes a complete chain has, how many have a firm here, and how the others stand."""
    view = told.view
    required = [view.states[node.id] for node in view.chain.required]
    parts = {status: _count([one for one in required if one.status == status], words) for status in _COUNTED}
    there = [one for one in required if one.is_there]
    return words.say("atlas.counts", required=_count(required, words), there=_count(there, words), **parts)


def _count(states: Sequence[NodeState], words: Wording) -> Figure:
    return count(Counted("nodes", tuple(one.node.id for one in states)), words)


def _map(told: ChainTold, name: Name, words: Wording) -> Chart:
    view = told.view
    links = Links(lambda segment: f"#b-map-{view.chain.id}", lambda node: f"#b-nodes-{view.chain.id}")
    return Chart(
        words.say("atlas.map", chain=name),
        one_width(chain_picture(view, words, links)),
        f"{name.text}{words['join.colon']}{words['chain.map']}",
        words.say("atlas.key"),
        f"map-{view.chain.id}",
    )
