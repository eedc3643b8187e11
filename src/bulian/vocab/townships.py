"""Townships and streets (乡镇街道) of the districts that bulian knows so far: those of Chongqing."""

from dataclasses import dataclass
from functools import cache

from bulian.vocab.table import FOLDER, rows


@dataclass(frozen=True, slots=True)
class Township:
    """A township or street: nine-digit statistical code, name, and the code of its district."""

    code: str
    name: str
    county: str


@cache
def townships() -> dict[str, tuple[Township, ...]]:
    """By the code of the district, its townships in the order of their codes.

    >>> townships()["500104"][0].name
    '新山村街道'
    """
    found: dict[str, list[Township]] = {}
    for row in rows(FOLDER / "townships.csv", ("code", "name", "county")):
        one = Township(row.text("code"), row.text("name"), row.text("county"))
        found.setdefault(one.county, []).append(one)
    return {county: tuple(sorted(several, key=lambda one: one.code)) for county, several in found.items()}
