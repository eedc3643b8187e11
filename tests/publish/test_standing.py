"""Where targets stand: progress and odds as figures that walk back, and none where nothing is known."""

import pytest

from bulian.model.stored import Sourced
from bulian.publish.brief import brief
from bulian.publish.figure import Figure, facts_of
from bulian.publish.material import Material
from bulian.publish.paper import NumberedTable
from bulian.publish.renderers._renderer import plain
from tests.assess.made import DISTRICT, said, source

EARLY, LATE = source("早.txt", "2021-12"), source("晚.txt", "2024-01")
PAST = (
    said("280亿元", "2.8e10", period="2020", of=EARLY),
    said("300亿元", "3e10", period="2021", of=EARLY),
    said("500亿元", "5e10", period="2025", modality="target", of=EARLY),
)
LATER = said("380亿元", "3.8e10", period="2023", of=LATE)


def table_of(*facts: Sourced, lang: str = "zh") -> NumberedTable | None:
    material = Material(DISTRICT, "2024-06-30", facts, (EARLY, LATE), {})
    paper = brief(material, lang)
    title = {"zh": "目标走到哪", "en": "Where targets stand"}[lang]
    tables = [
        block for section in paper.sections for block in section.blocks if isinstance(block, NumberedTable)
    ]
    return next((table for table in tables if plain(table.caption).startswith(title)), None)


def test_progress_and_odds_by_hand() -> None:
    """(380 - 300)/(500 - 300) = 40 %, and 400 were due after two of four years."""
    table = table_of(*PAST, LATER)
    assert table is not None
    ((_, _, aim, state, progress, odds, _),) = table.rows
    assert plain(aim.text) == "500亿元"
    assert plain(state.text) == "未到期"
    assert plain(progress.text) == "已走40.0%"
    assert plain(progress.note) == "现为380亿元，按直线应到400亿元"
    assert plain(odds.text).startswith(("难分，约", "偏难，约", "较可能，约"))
    assert plain(odds.note).endswith("依据3个已知年份")


def test_every_figure_walks_back_to_the_facts() -> None:
    table = table_of(*PAST, LATER)
    assert table is not None
    chance = next(node for node in table.rows[0][5].text if isinstance(node, Figure))
    assert set(facts_of(chance)) >= {PAST[2].fact.id, LATER.fact.id}


@pytest.mark.parametrize(("lang", "word"), [("zh", "说不准"), ("en", "cannot tell")])
def test_one_actual_year_is_no_odds(lang: str, word: str) -> None:
    table = table_of(*PAST[1:], lang=lang)
    assert table is not None
    assert plain(table.rows[0][5].text) == word


def test_an_outcome_is_printed_and_ends_the_odds() -> None:
    reached = said("510亿元", "5.1e10", period="2025", of=source("末.txt", "2026-02"))
    table = table_of(*PAST, reached)
    assert table is not None
    assert (plain(table.rows[0][3].text), plain(table.rows[0][3].note)) == ("已达成", "实绩510亿元")
    assert plain(table.rows[0][5].text) == ""


def test_nothing_to_say_is_no_table() -> None:
    assert table_of(said("100亿", "1e10", period=None, modality="target")) is None
