"""What is due: what is empty, stale or over, the longest over first, with whom to ask."""

from bulian.publish.desk_note import over_words, what_is_due
from bulian.publish.site.desk import person, register_name, row_link
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.site import Site
from bulian.vocab.registers import registers


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    view = site.answers.desk
    lines = [
        {
            "register": register_name(registers()[one.register], site.lang), "row": one.row,
            "link": row_link(site, one.register, one.row), "what": what_is_due(one, site.words),
            "over": over_words(one, site.words), "late": one.over > 0, "who": person(site, one.who),
        }
        for one in view.due
    ]  # fmt: skip
    return {"day": view.day, "lines": lines}


PAGE = Page("due", "/due", _fill, in_house=True)
