"""A chain without one firm or node, or a share of it: what is hit, by how much, and the choices there are."""

from dataclasses import dataclass
from decimal import Decimal

from bulian.chain.depending import part_of, parts_of
from bulian.chain.losing import refuse_no_share, scenario
from bulian.chain.view import ChainView
from bulian.errors import BadRequest
from bulian.publish.chains.picture import called
from bulian.publish.figure import Figure
from bulian.publish.naming import beside
from bulian.publish.numbers import digits, figure_of, significant
from bulian.publish.periods import period_words
from bulian.publish.site.choosing import Choices
from bulian.publish.site.page import Asked
from bulian.publish.site.site import Site

_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Weight:
    """What a firm is of its district, by two numbers that say so, and what the share that leaves comes to.

    `modality` is that of the firm's number, `indicator` names the district's. `share` and `gone` are as the
    numbers are printed; `least` and `least_gone` what their bound words leave for certain, "" where that is
    the same.
    """

    period: str
    part: Figure
    modality: str
    whole: Figure
    indicator: str
    share: str
    gone: str
    least: str
    least_gone: str


@dataclass(frozen=True, slots=True)
class Supposed:
    """What follows.

    Attributes:
        who: the chosen firm or node, as the form sends it; name: the same in words. share: 0 to 1.
        told: the share in words. impact: what stops of the end products made here; None where none is made.
        hit: (node id, its name, what it loses in words), the worst first.
        lost: by node id, the same words, for the map.
        beside: (node id, name) where others stay, who are taken to step in.
        placed: it is a node, or a firm that stands on one; else nothing can be told of nodes.
        firm: it is a firm; weight: what it is of the district, None where no two numbers say so.
    """

    who: str
    name: str
    share: float
    told: str
    impact: str | None
    hit: tuple[tuple[str, str, str], ...]
    lost: dict[str, str]
    beside: tuple[tuple[str, str], ...]
    placed: bool
    firm: bool
    weight: Weight | None


def supposed(site: Site, view: ChainView, asked: Asked, among: Choices) -> Supposed | None:
    """The chain without the share of the one that is asked for; None where there is nobody to take away.

    Until somebody says whom and how much, it is the first of those to choose from, and nothing of it.

    Raises:
        BadRequest: it is neither a firm of the chain nor a node of it, or the share is none.
    """
    who = asked.get("without", "") or among.first
    if not who:
        return None
    share = _share(asked.get("share", ""), 1.0 if asked.get("without") else 0.0)
    state, told = view.states.get(who), in_percent(site, share)
    weight = None if state else _weight(site, view, who, share)
    if who in view.unplaced:
        return Supposed(who, who, share, told, None, (), {}, (), placed=False, firm=True, weight=weight)
    found = scenario(view.chain, view.graph, view.states, [who], share)
    worst = sorted((left, node) for node, left in found.left.items() if left < 1)
    lost = {node: _loss(site, 1 - left) for left, node in worst}
    return Supposed(
        who, called(state.node.name, site.lang) if state else who, share, told,
        None if found.impact is None else _loss(site, found.impact),
        tuple((node, _name(site, view, node), loss) for node, loss in lost.items()), lost,
        tuple((node, _name(site, view, node)) for node in found.beside),
        placed=True, firm=state is None, weight=weight,
    )  # fmt: skip


def _share(text: str, otherwise: float) -> float:
    try:
        share = float(text) if text.strip() else otherwise
    except ValueError:
        raise BadRequest(
            f"{text!r} is no share. Write 40 % as 0.4.", f"“{text}”不是份额。40% 请写 0.4。"
        ) from None
    refuse_no_share(share)
    return share


def _weight(site: Site, view: ChainView, firm: str, share: float) -> Weight | None:
    home = view.who.name_of(view.home)
    about = dict.fromkeys((*site.ground.about.get(firm, ()), *site.ground.about.get(home, ())))
    data = [site.ground.data[fact] for fact in about if fact in site.ground.data]
    part = part_of(parts_of(data, home, [firm], view.chain, view.words), firm)
    if part is None or part.share is None:
        return None
    low, point = float(part.share.low), float(part.share.point)
    least = (in_percent(site, low), in_percent(site, low * share)) if low < point else ("", "")
    return Weight(
        period_words(part.part.fact.period or "", site.words),
        figure_of(part.part, site.words),
        site.words[f"modality.{part.part.fact.modality}"],
        figure_of(part.whole, site.words),
        beside(part.whole.indicator, site.words),
        in_percent(site, point),
        in_percent(site, point * share),
        *least,
    )


def _name(site: Site, view: ChainView, node: str) -> str:
    return called(view.states[node].node.name, site.lang)


def _loss(site: Site, share: float) -> str:
    """A loss as on the map: −60%."""
    return f"−{in_percent(site, share)}" if share else in_percent(site, share)


def in_percent(site: Site, share: float) -> str:
    """A share in percent, to three digits."""
    return f"{digits(significant(Decimal(f'{share * _HUNDRED:.4g}')), site.words)}%"
