"""其中≤总量: what a sentence lists under a whole is no more than the whole."""

from collections.abc import Iterator

from bulian.assess.comparing import at_most
from bulian.assess.finding import Finding, Rule
from bulian.assess.setting import parts_in_text
from bulian.assess.statements import Statements


def find(statements: Statements) -> Iterator[Finding]:
    """After 其中 each part for itself, as parts may overlap; after 分…看 all of them together."""
    for each in parts_in_text(statements):
        if each.split and len({part.indicator for part in each.parts}) == len(each.parts):
            yield at_most("among", each.parts, each.whole)
        else:
            for part in each.parts:
                yield at_most("among", (part,), each.whole)


RULE = Rule("among", "其中各项不超过总量", "parts are no more than the whole", find)
