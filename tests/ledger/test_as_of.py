"""Facts as of a day against a naive replay of the same history."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulian.ledger.query import FactQuery, facts
from bulian.model.period import days
from tests.ledger.making import Lying, build, number, opened, reading, text_document

DATES = [None, "2019", "2020-02", "2020-12-31", "2021-H1", "2022-03-05", "2024"]
RECORDED = [f"2023-0{month}-11T23:30:00+08:00" for month in range(1, 6)]
ASKED = [
    *("2018", "2019-12-30", "2019", "2020-02-28", "2020-02", "2021", "2022-03-04", "2022-03-05"),
    *("2023-01-10", "2023-01-11", "2023-03", "2023-05-11", "2024-12-30", "2025"),
]


@dataclass(frozen=True)
class Lay:
    """What a naive replay keeps of a document: its date, its first build, after which builds it lay there."""

    published: str | None
    first: str
    present: tuple[bool, ...]


def seen(lay: Lay, as_of: str | None, known_on: str | None) -> bool:
    """The laws in their plainest form."""
    builds = [at[:10] for at in RECORDED]
    present = lay.present[-1]
    if known_on is not None:
        by_then = [there for at, there in zip(builds, lay.present, strict=True) if at <= last(known_on)]
        present = bool(by_then) and by_then[-1]
    if as_of is None:
        return present
    return present and (last(lay.published) if lay.published else lay.first[:10]) <= last(as_of)


def last(day: str) -> str:
    return days(day)[1].isoformat()


HISTORIES = st.lists(
    st.tuples(
        st.sampled_from(DATES), st.lists(st.booleans(), min_size=len(RECORDED), max_size=len(RECORDED))
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(HISTORIES)
def test_any_day_agrees_with_a_naive_replay(
    tmp_path_factory: pytest.TempPathFactory, history: list[tuple[str | None, list[bool]]]
) -> None:
    workspace = tmp_path_factory.mktemp("workspace")
    replay = _played(workspace, history)
    with opened(workspace) as ledger:
        for as_of in [None, *ASKED]:
            for known_on in [None, *ASKED]:
                found = {one.source.name for one in facts(ledger, FactQuery(as_of=as_of, known_on=known_on))}
                assert found == {name for name, lay in replay.items() if seen(lay, as_of, known_on)}


def _played(workspace: Path, history: list[tuple[str | None, list[bool]]]) -> dict[str, Lay]:
    papers: Lying = {}
    for which, (published, _) in enumerate(history):
        paper = text_document(f"{which}.txt", f"企业{which}家")
        papers[paper.name] = (
            paper,
            reading(number(paper, f"企业{which}家", f"{which}家"), published_on=published),
        )
    replay = {}
    for which, (published, present) in enumerate(history):
        if any(present):
            first = RECORDED[present.index(True)]
            replay[f"{which}.txt"] = Lay(published, first, tuple(present))
    for build_number, at in enumerate(RECORDED):
        lying = {name: papers[name] for name, lay in replay.items() if lay.present[build_number]}
        build(workspace, lying, at=at)
    return replay
