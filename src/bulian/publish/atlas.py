"""产业链图谱: each chain's map, the lists that districts print beside it, its gaps, heads and dependences."""

from bulian.publish.assembling import Outline, Standard, assembled, district_name
from bulian.publish.chains.picture import called
from bulian.publish.chains.told import ChainTold
from bulian.publish.computed import count
from bulian.publish.figure import Counted
from bulian.publish.material import Material, View, view
from bulian.publish.paper import Paper, Paragraph, Section, Text
from bulian.publish.sections.chain import chain_section


def atlas(material: Material, chains: tuple[ChainTold, ...], lang: str = "zh") -> Paper:
    """The atlas of chains in `lang`, one section a chain.

    Raises:
        BadRequest: there is no wording for `lang`.
    """
    seen = view(material, lang)
    sections = tuple(chain_section(one, seen) for one in chains)
    told = Outline(
        seen.words.say("atlas.title", district=district_name(seen)),
        _lead(seen, chains),
        sections or (Section(seen.words.words("atlas.none"), (Paragraph(seen.words.say("atlas.how")),)),),
        standards=tuple(_catalogue(one, seen) for one in chains),
    )
    return assembled(seen, told)


def _lead(seen: View, chains: tuple[ChainTold, ...]) -> Text:
    nodes = [(one.view.chain.id, state) for one in chains for state in one.view.states.values()]
    required = {(one.view.chain.id, node.id) for one in chains for node in one.view.chain.required}
    counted = [(chain, state) for chain, state in nodes if (chain, state.node.id) in required]
    parts = {
        "required": counted,
        "there": [(chain, state) for chain, state in counted if state.is_there],
        "missing": [(chain, state) for chain, state in counted if state.status == "missing"],
        "unknown": [(chain, state) for chain, state in counted if state.status == "unknown"],
    }
    figures = {
        key: count(Counted("nodes", tuple(f"{chain}/{state.node.id}" for chain, state in some)), seen.words)
        for key, some in parts.items()
    }
    chain_ids = tuple(one.view.chain.id for one in chains)
    return seen.words.say("atlas.lead", chains=count(Counted("chains", chain_ids), seen.words), **figures)


def _catalogue(one: ChainTold, seen: View) -> Standard:
    chain = one.view.chain
    return Standard(
        chain.id, called(chain.name, seen.words.lang), chain.version, "",
        seen.words.words(f"atlas.{'shipped' if chain.origin == 'shipped' else 'own'}"),
    )  # fmt: skip
