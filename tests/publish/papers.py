"""One paper of every kind on the invented district, for the laws that hold of all."""

from collections.abc import Callable

from bulian.publish import brief
from bulian.publish.month import Month
from bulian.publish.monthly import monthly
from bulian.publish.paper import Paper
from tests.publish.invented import material

MONTH = Month("2022-01-01")

PAPERS: dict[str, Callable[[str], Paper]] = {
    "brief": lambda lang: brief(material(), lang),
    "monthly": lambda lang: monthly(material(), MONTH, lang),
}
