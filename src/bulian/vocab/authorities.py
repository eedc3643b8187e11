"""Authorities (权威等级): who is heard first when sources disagree, as an economist ranked them."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from bulian.vocab.table import FOLDER, rows

AuthorityClass = Literal["bulletin", "bureau", "government", "department", "media", "firm", "unknown"]
_CLASSES = ("bulletin", "bureau", "government", "department", "media", "firm")
_WHERE = ("title", "publisher")


@dataclass(frozen=True, slots=True)
class Authority:
    """A class of sources. `rank` 1 is heard first; the unknown ranks behind all."""

    kind: AuthorityClass
    rank: int
    name_zh: str
    name_en: str


UNKNOWN = Authority("unknown", 99, "未知", "unknown")


@dataclass(frozen=True, slots=True)
class AuthorityRule:
    """One row: a source is of this authority where one of `words` stands in its title or its publisher."""

    authority: Authority
    where: Literal["title", "publisher"]
    words: tuple[str, ...]


@cache
def authority_rules() -> tuple[AuthorityRule, ...]:
    """The rows of authorities.csv in their order; the first that fits decides."""
    found = []
    for row in rows(FOLDER / "authorities.csv", ("class", "rank", "name_zh", "name_en", "where", "words")):
        rank = row.decimal("rank")
        if rank != int(rank) or not 1 <= rank < UNKNOWN.rank:
            raise row.wrong("rank must be a whole number from 1 to 98", "rank 应为 1 到 98 的整数")
        kind = cast(AuthorityClass, row.one_of("class", _CLASSES))
        authority = Authority(kind, int(rank), row.text("name_zh"), row.text("name_en"))
        where = cast(Literal["title", "publisher"], row.one_of("where", _WHERE))
        found.append(AuthorityRule(authority, where, row.several("words")))
    return tuple(found)
