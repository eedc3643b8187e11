"""Words of statistical prose that end a noun phrase, and what each does to the number behind it."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from bulian.vocab.table import FOLDER, rows

StopKind = Literal["link", "take", "growth", "change", "stop", "guard"]
_KINDS = ("link", "take", "growth", "change", "stop", "guard")


@dataclass(frozen=True, slots=True)
class Stop:
    """A word and its kind, as prose_stops.csv explains them; `sign` is "+" or "-" for growth and change."""

    word: str
    kind: StopKind
    sign: str


@cache
def prose_stops() -> dict[str, Stop]:
    """Every word of prose_stops.csv.

    >>> prose_stops()["下降"].kind, prose_stops()["下降"].sign
    ('growth', '-')
    """
    table: dict[str, Stop] = {}
    for row in rows(FOLDER / "prose_stops.csv", ("word", "kind", "value")):
        word = row.text("word")
        if word in table:
            raise row.wrong(f"{word} stands here twice; keep one row", f"{word} 出现两次，请保留一行")
        kind = cast(StopKind, row.one_of("kind", _KINDS))
        sign = row.optional("value")
        if (kind in ("growth", "change")) != (sign in ("+", "-")):
            raise row.wrong(
                "growth and change need + or -, others none", "growth、change 须写 + 或 -，其他留空"
            )
        table[word] = Stop(word, kind, sign)
    return table
