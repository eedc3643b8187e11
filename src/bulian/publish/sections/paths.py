"""目标的路: a drawing for each of the district's targets that has a path, the same as on its page."""

from bulian.assess.tracking import Tracked
from bulian.publish.charts import one_width
from bulian.publish.material import View
from bulian.publish.numbers import figure_of
from bulian.publish.paper import Chart
from bulian.publish.paths import path_of
from bulian.publish.sections.cells import citation, named, period
from bulian.publish.site.drawing.path import path_svg

_CHARTS = 3


def paths(view: View, most: int = _CHARTS) -> tuple[Chart, ...]:
    """The first few, the district's own and real ones, those with the longest past first."""
    real = [one for one in view.tracked if not one.key.synthetic and one.base and one.datum.days]
    real.sort(key=lambda one: (one.key.subject != view.own, -len(one.odds.known if one.odds else ()), one.id))
    drawn = (_chart(view, one) for one in real)
    return tuple(chart for chart in drawn if chart)[:most]


def _chart(view: View, one: Tracked) -> Chart | None:
    words = view.words
    series = next((each for each in view.series if each.key == one.key), None)
    path = path_of(one, series, words, lambda datum: f"#s-{datum.id}")
    if path is None or one.base is None:
        return None
    caption = words.say(
        "paths.caption", what=named(one.datum, words), base=period(one.base.datum, words),
        end=period(one.datum, words),
    )  # fmt: skip
    shown = dict.fromkeys(point.to.removeprefix("#s-") for point in path.points)
    note = words.say(
        "paths.note", base=figure_of(one.base.datum, words), target=figure_of(one.datum, words),
        cite=citation(shown, words),
    )  # fmt: skip
    return Chart(caption, one_width(path_svg(path), "w2"), path.about, note, f"path-{one.id}", 150.0)
