"""Formulas of desk figures: in one language each, with columns and choices as people call them."""

import re

import pytest

from bulian.desk.book import Row
from bulian.desk.figures import derivers
from bulian.desk.figures._figure import Derived
from bulian.publish.desk_note import formula_words

_DAY = "2026-06-30"


def row(register: str, key: str, **values: str) -> Row:
    return Row(register, key, values, "P1", _DAY, "", "P1", "", {}, _DAY)


ROWS = {
    "sites": [row("sites", "a", area="30", tax="6000000", status="low", value_added="1", left_on="2026-05")],
    "carriers": [row("carriers", "园", lettable="1000", output="100", area="2")],
    "tenants": [row("tenants", "园/甲", carrier="园", area="300")],
    "phases": [row("phases", "园/一", carrier="园", area="300", status="built")],
    "problems": [
        row("problems", key, firm="甲", chain="链", category="energy", raised_on="2026-01-01")
        for key in ("一", "二")
    ],
    "enquiries": [row("enquiries", "一", asked_on="2026-01-01", answered_on="2026-01-05")],
    "honours": [row("honours", "甲/号", title="号", valid_until="2026-09-01")],
    "lines": [row("lines", "甲/一", product="材", capacity="3 吨/年", used="80", started_on="2020")],
    "key_firms": [row("key_firms", "甲", firm="甲", cycle="30", origin="local")],
    "intents": [row("intents", "一", event="会", state="signed", amount="5", signed_for="3")],
    "listing": [row("listing", "一", rung="reserve", reached_on="2026-01-01", evidence="文")],
}


def told() -> list[Derived]:
    return [
        Derived(one.of, one.zh, one.en, one.value, one.unit, one.formula, one.rows, register=name)
        for name, derive in derivers().items()
        for one in derive(ROWS, _DAY)
    ]


def test_every_register_with_figures_is_tried() -> None:
    assert {one.register for one in told()} == set(derivers())


def test_no_formula_mixes_languages_or_names_a_column_by_its_key() -> None:
    for one in told():
        assert not re.search("[a-z{}_]", formula_words(one, "zh")), one
        assert not re.search("[一-鿿{}_]", formula_words(one, "en")), one


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "Σ 用地面积，状态为低效、闲置或拟再利用"),
        ("en", "Σ Area, Status low yield, idle or to be used again"),
    ],
)
def test_columns_and_choices_stand_as_people_call_them(lang: str, said: str) -> None:
    assert said in {formula_words(one, lang) for one in told() if one.register == "sites"}
