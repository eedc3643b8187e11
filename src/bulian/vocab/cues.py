"""Cue words (提示词): bounds beside a number, modality, and what a growth is compared with."""

from functools import cache
from typing import Literal

from bulian.vocab.table import FOLDER, rows

Kind = Literal["before", "after", "modality", "basis"]
_VALUES: dict[str, tuple[str, ...]] = {
    "before": ("approx", "min", "max"),
    "after": ("approx", "min", "max"),
    "modality": ("forecast", "target", "plan", "capacity"),
    "basis": ("yoy", "qoq", "cumulative"),
}


@cache
def cues(kind: Kind) -> dict[str, str]:
    """The cues of a kind with what each stands for, the longest first.

    >>> cues("before")["不足"], cues("modality")["力争"]
    ('max', 'target')
    """
    return dict(sorted(_all()[kind].items(), key=lambda item: (-len(item[0]), item[0])))


@cache
def _all() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {kind: {} for kind in _VALUES}
    for row in rows(FOLDER / "cues.csv", ("surface", "kind", "value")):
        kind = row.one_of("kind", tuple(_VALUES))
        surface = row.text("surface")
        if surface in table[kind]:
            raise row.wrong(f"{surface} stands here twice as {kind}", f"{surface} 作为 {kind} 出现两次")
        table[kind][surface] = row.one_of("value", _VALUES[kind])
    return table
