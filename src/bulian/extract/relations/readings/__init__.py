"""How the words in a slot become names: firms, directions, titles, things. One reader a kind."""

from collections.abc import Callable

from bulian.extract.context import Context
from bulian.extract.relations.readings import firms, industries, places, things, titles

Reader = Callable[[Context, int, int], list[str]]
"""Reads the names in a span of the folded text; [] where it holds none of its kind."""

READERS: dict[str, Reader] = {
    "firms": firms.firms,
    "known_firms": firms.known_firms,
    "investors": firms.investors,
    "known_firm": firms.known_firm,
    "firm_named": firms.firm_named,
    "firm_at_start": firms.firm_at_start,
    "known_firm_end": firms.known_firm_end,
    "firm_or_anaphor": firms.firm_or_anaphor,
    "settler": firms.settler,
    "mover": firms.mover,
    "partners": firms.partners,
    "directions": industries.directions,
    "segments": industries.segments,
    "segments_of_home": industries.segments_of_home,
    "kinds_of_firm": industries.kinds_of_firm,
    "mains": industries.mains,
    "stages": industries.stages,
    "chain": industries.chain,
    "system": industries.system,
    "industry": industries.industry,
    "product": industries.product,
    "goods": industries.goods,
    "aspirations": titles.aspirations,
    "titles": titles.titles,
    "graded": titles.graded,
    "quoted": titles.quoted,
    "place": places.place,
    "place_at_start": places.place_at_start,
    "place_at_end": places.place_at_end,
    "place_or_park_at_start": places.place_or_park_at_start,
    "thing_in_place": places.thing_in_place,
    "areas": places.areas,
    "facilities": things.facilities,
    "parks": things.parks,
    "own_thing": things.own_thing,
    "owned": things.owned,
    "named": things.named,
    "inside": things.inside,
    "body": things.body,
    "party": things.party,
    "line": industries.line,
    "place_or_park": places.place_or_park,
    "built": things.built,
    "one": things.one,
    "renamed": things.renamed,
    "short_form": things.short_form,
    "things": things.things,
    "thing_at_end": things.thing_at_end,
    "firm_or_facility": things.firm_or_facility,
    "subject": things.subject,
    "builts": things.builts,
}
