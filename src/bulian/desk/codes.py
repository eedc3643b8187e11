"""One credit code is one firm (统一社会信用代码): beside two names it is wrong in one of them.

Rows that happen (visits, problems) are left alone: they keep the name that the firm had then.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bulian.vocab.registers import Register

COLUMN = "credit_code"


@dataclass(frozen=True, slots=True)
class Taken:
    """Whose a code is, and where that was told: a line of a table, or the key of a row."""

    firm: str
    place: str


def codes_of(register: Register, rows: Iterable[tuple[str, Mapping[str, str]]]) -> dict[str, Taken]:
    """The codes that rows tell, the first word on each counts.

    Args:
        rows: where each stands, and its values.
    """
    found: dict[str, Taken] = {}
    for place, values in rows:
        code, firm = told(register, values)
        if code and firm:
            found.setdefault(code, Taken(firm, place))
    return found


def told(register: Register, values: Mapping[str, str]) -> tuple[str, str]:
    """The code of a row and the firm it is of; "" for what is not told."""
    column = next((one.key for one in register.fields if one.type == "firm"), "")
    return values.get(COLUMN, ""), values.get(column, "")


def clash(
    register: Register, values: Mapping[str, str], known: Mapping[str, Taken]
) -> tuple[str, str] | None:
    """Why a row cannot be taken beside the codes that are known, as (en, zh); None where it can."""
    code, firm = told(register, values)
    other = known.get(code) if firm and register.names else None
    if other is None or other.firm == firm:
        return None
    return (
        f"code {code} is {other.firm}'s, at {other.place}; one of the two is wrong",
        f"代码 {code} 在 {other.place} 是{other.firm}的，两处必有一错",
    )
