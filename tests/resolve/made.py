"""Relations of our own, for the tests of this room."""

from bulian.model.fact import Relation
from bulian.model.place import Span


def relation(head: str, type_: str, tail: str, doc: str = "甲") -> Relation:
    quote = f"{head}{tail}"
    return Relation(doc=doc, place=Span(0, len(quote), quote), head=head, type=type_, tail=tail, rule="made")
