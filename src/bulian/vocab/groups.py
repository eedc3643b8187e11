"""Which firms are of one group (集团), as filings say: members stay firms of their own."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from bulian.vocab.table import FOLDER, rows

Role = Literal["parent", "subsidiary"]
_ROLES = ("parent", "subsidiary")


@dataclass(frozen=True, slots=True)
class Member:
    """A firm of a group: its names, its role, and the filing that says so with its address and year."""

    group: str
    names: tuple[str, ...]
    role: Role
    source: str
    address: str
    since: str


@cache
def members() -> dict[str, Member]:
    """Every member by each of its names.

    >>> members()["萤石网络"].group
    '海康威视'
    """
    table: dict[str, Member] = {}
    for row in rows(FOLDER / "groups.csv", ("group", "names", "role", "source", "address", "since")):
        role = cast(Role, row.one_of("role", _ROLES))
        member = Member(
            row.text("group"), row.several("names"), role,
            row.text("source"), row.text("address"), row.text("since"),
        )  # fmt: skip
        for name in member.names:
            if name in table:
                raise row.wrong(f"{name} stands here twice; keep one row", f"{name} 出现两次，请保留一行")
            table[name] = member
    return table
