"""Parsing XML that a stranger made: no entities, no network, no trees beyond libxml2's own limits."""

import io
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from bulian.corpus.archive import damaged


def parse(raw: bytes, file: str) -> etree._Element:
    """The root of a small XML part."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(file) from error


def stream(raw: bytes, names: frozenset[str], file: str) -> Iterator[etree._Element]:
    """Each element with one of the local `names`, when it is complete; memory is given back behind it."""
    events = etree.iterparse(
        io.BytesIO(raw),
        events=("end",),
        tag=[f"{{*}}{name}" for name in sorted(names)],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        for _, element in events:
            yield element
            element.clear()
            while element.getprevious() is not None and (parent := element.getparent()) is not None:
                del parent[0]
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(file) from error


def local(element: etree._Element) -> str:
    """An element's name without its namespace; "" for a comment."""
    tag = element.tag
    return _without_namespace(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1024)
def _without_namespace(tag: str) -> str:
    return tag.rpartition("}")[2]


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The direct children of a local name."""
    return element.iterchildren(f"{{*}}{name}")


def child(element: etree._Element, name: str) -> etree._Element | None:
    """The first direct child of a local name."""
    return next(children(element, name), None)


def attribute(element: etree._Element, name: str) -> str:
    """An attribute by its local name; "" when it is missing."""
    value = element.get(name)
    if value is not None:
        return str(value)
    return next((str(v) for key, v in element.attrib.items() if str(key).rpartition("}")[2] == name), "")


def whole(text: str | None, otherwise: int) -> int:
    """A whole number as an attribute holds it, at most nine digits; `otherwise` for anything else."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else otherwise
