"""One paragraph in, the rows it gives out: `surface | subject | indicator | aspect value unit … `."""

from bulian.extract import read
from bulian.model.document import Document
from bulian.model.fact import Observation, value_text

HOME = "江城市"


def observations(text: str, published_on: str | None = "2024-01-23") -> list[Observation]:
    """What a text of our own says in numbers."""
    document = Document(doc="0" * 64, name="a.txt", text=text)
    found = read(document, published_on=published_on, home=HOME).facts
    for fact in found:
        fact.place.verify("a.txt", text)  # type: ignore[union-attr]  # prose has spans only
    return [fact for fact in found if isinstance(fact, Observation)]


def rows(text: str, *fields: str, published_on: str | None = "2024-01-23") -> list[tuple[str | None, ...]]:
    """The named fields of each observation; values as text, units beside them."""
    return [tuple(_field(fact, field) for field in fields) for fact in observations(text, published_on)]


def _field(fact: Observation, field: str) -> str | None:
    if field == "value":
        return f"{value_text(fact.value)} {fact.unit}"
    value: str | None = getattr(fact, field)
    return value
