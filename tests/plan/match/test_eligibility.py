"""Eligibility against 205 cases that were answered by hand, and the laws of three answers."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.plan.match.comparing import COMPARISONS
from bulian.plan.match.eligibility import eligibilities, eligibility
from bulian.plan.match.nouns import demand
from bulian.vocab.match_clauses import match_clauses
from tests.plan.match.help import DAY, offers, told, wants

_FILE = Path(__file__).with_name("cases.csv")


def _cases() -> list[dict[str, str]]:
    with _FILE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


CASES = _cases()
_FACTS = (
    "use",
    "term",
    "stage",
    "attributes",
    "industry",
    "region",
    "founded",
    "revenue",
    "tax_grade",
    "collateral",
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_answers_worked_out_by_hand(case: dict[str, str]) -> None:
    found = eligibility(wants("D1", case["demand"]), offers("P1", case["product"]), DAY)
    assert found.answer == case["expected"]
    assert [clause.key for clause in found.deciding] == case["clauses"].split()


def test_there_are_enough_cases_and_each_clause_has_one_of_its_own() -> None:
    assert len(CASES) >= 200
    decided = {clause for case in CASES for clause in case["clauses"].split()}
    assert decided == {clause.key for clause in match_clauses()}
    assert {clause.how for clause in match_clauses()} == set(COMPARISONS)


@given(st.sampled_from(CASES), st.sampled_from(_FACTS))
def test_to_forget_a_fact_never_adds_a_no_and_never_answers_a_question(
    case: dict[str, str], fact: str
) -> None:
    known = told(case["demand"])
    less = ";".join(f"{field}={text}" for field, text in known.items() if field != fact)
    before = eligibility(wants("D", case["demand"]), offers("P", case["product"]), DAY)
    after = eligibility(wants("D", less), offers("P", case["product"]), DAY)
    assert set(after.against) <= set(before.against)
    assert set(after.open) >= set(before.open)


@given(st.sampled_from(CASES))
def test_a_product_that_closed_admits_nobody(case: dict[str, str]) -> None:
    closed = offers("P", f"{case['product']};valid_until=2026-06-29")
    found = eligibility(wants("D", case["demand"]), closed, DAY)
    assert found.answer == "no"
    assert "valid_until" in [clause.key for clause in found.against]


def test_without_consent_a_demand_is_in_no_list() -> None:
    product = offers("P1", "kind=loan")
    never = demand({"code": "D1", "amount": "1000000"}, "需求!2")
    refused = demand({"code": "D2", "amount": "1000000", "consent": "no"}, "需求!3")
    ended = demand({"code": "D3", "amount": "1", "consent": "yes", "consent_until": "2026-06-29"}, "需求!4")
    holds = demand({"code": "D4", "amount": "1", "consent": "yes", "consent_until": "2026-06-30"}, "需求!5")
    found = eligibilities([never, refused, ended, holds], [product], date(2026, 6, 30))
    assert [one.demand.code for one in found] == ["D4"]
