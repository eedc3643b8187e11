"""The desk: every register with how many rows it has, and the ways to projects, what is due, directions."""

from bulian.publish.site.desk import register_name
from bulian.publish.site.page import Asked, Page
from bulian.publish.site.site import Site
from bulian.vocab.registers import registers


def _fill(site: Site, asked: Asked) -> dict[str, object]:
    view = site.answers.desk
    listed = [
        (
            key,
            register_name(one, site.lang),
            view.rows[key],
            max((row.on for row in view.rows[key]), default=""),
        )
        for key, one in registers().items()
    ]
    return {
        "view": view,
        "full": [one for one in listed if one[2]],
        "empty": [(key, name) for key, name, rows, _ in listed if not rows],
    }


PAGE = Page("desk", "/desk", _fill, nav=7, in_house=True)
