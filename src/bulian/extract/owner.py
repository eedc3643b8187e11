"""The firm whose figures and deeds stand below a heading (公司简介): profiles name it once, above."""

import re

from bulian.extract.names.name import Names
from bulian.extract.segments import Heading


def owner_of(folded: str, names: Names, heading: Heading | None) -> str | None:
    """The firm that a heading begins with: one known, or set off from its trade (江城志远 电源领域)."""
    if heading is None:
        return None
    firms = [n for n in names.within(heading.start, heading.end) if n.kind == "firm"]
    if firms and firms[0].start == heading.start:
        return firms[0].canonical
    match = _PROFILE.match(folded, heading.start, heading.end)
    return match["name"] if match else None


_PROFILE = re.compile(
    r"(?P<name>[一-鿿]{3,6}) (?=[一-鿿A-Za-z]{2,10})(?![^ ]*(?:情况|工作|任务|目标|建设|发展))"
)
