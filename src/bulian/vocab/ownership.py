"""Who holds a firm (控股情况): the state, a collective, private persons, 港澳台, or somebody abroad."""

import re
from functools import cache
from typing import Literal, cast, get_args

from bulian.vocab.table import FOLDER, rows

Ownership = Literal["state", "collective", "private", "hong_kong_macao_taiwan", "abroad"]
"""国有, 集体, 私人, 港澳台商, 外商."""
_BRACKETS = re.compile(r"[（(](.*?)[）)]")


def ownership_of(text: str) -> Ownership | None:
    """Who holds a firm, by what a register's cell begins with, or else what stands in its brackets.

    None where neither tells: a form of company (有限责任公司) is nobody's.

    >>> ownership_of("国有控股"), ownership_of("有限责任公司（自然人投资或控股）"), ownership_of("非国有控股")
    ('state', 'private', None)
    """
    plain = "".join(text.split())
    for part in (plain, *_BRACKETS.findall(plain)):
        for word, ownership in _words().items():
            if part.startswith(word):
                return ownership
    return None


@cache
def _words() -> dict[str, Ownership]:
    """The longest first."""
    found = {
        row.text("word"): cast(Ownership, row.one_of("ownership", get_args(Ownership)))
        for row in rows(FOLDER / "ownerships.csv", ("word", "ownership"))
    }
    return dict(sorted(found.items(), key=lambda one: -len(one[0])))
