"""Who can introduce us (以商招商): the strongest chains of introductions to a firm, hop by hop."""

from bulian.plan.introducing import Introduction
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.site import Site
from bulian.vocab.introductions import link_kinds

_MOST = 10


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    firm = asked.get("to", "").strip()
    chains = site.answers.introductions(firm) if firm else ()
    return {
        "firm": firm,
        "chains": [_told(one, site.words.lang == "zh") for one in chains[:_MOST]],
        "more": max(len(chains) - _MOST, 0),
        "method": "prospects",
    }


def _told(one: Introduction, zh: bool) -> dict[str, object]:
    hops = []
    for link in one.links:
        kind = link_kinds()[link.kind]
        hops.append((link, kind.zh if zh else kind.en, f"{link.strength:.2f}"))
    return {"names": one.names, "strength": f"{one.strength:.2f}", "hops": hops}


PAGE = Page("path", "/path", _fill, in_house=True)
