"""Templates of official methods: those that ship, and what a district may get wrong in its own."""

from decimal import Decimal
from pathlib import Path

import pytest

from bulian.errors import VocabularyError
from bulian.vocab.ladder import size_line
from bulian.vocab.template import AllOf, AnyOf, Line, Unseen
from bulian.vocab.templates import templates

GOOD = """key: own
zh: 本区办法
en: our own method
document: 区府〔2024〕1号
source: 本区
status: our_own
applies_to: firm
"""
SCORED = (
    GOOD
    + """scoring: goalposts
total_weight: 100
criteria:
  - {key: a, zh: 甲, en: a, weight: 60, indicator: [税收], low: 0元, high: 10万元}
  - {key: b, zh: 乙, en: b, weight: 40, indicator: [就业], low: 0人, high: 10人}
"""
)


def own(folder: Path, text: str, name: str = "own") -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.yaml").write_text(text, "utf-8")


def test_every_shipped_method_names_its_document_source_and_standing() -> None:
    found = templates()
    assert {"sme_cluster_2022", "little_giant_2022", "four_above_2023", "per_mu_large", "cq_33618"} <= set(
        found
    )
    for one in found.values():
        assert one.document
        assert one.source.startswith("http")
        assert one.zh != one.en


def test_numbers_of_the_national_cluster_standard() -> None:
    clauses = {one.key: one.test for one in templates()["sme_cluster_2022"].clauses}
    output, unread = clauses["output"], clauses["rd_growth"]
    assert isinstance(output, Line)
    assert (output.threshold.value, output.comparison) == (Decimal("4E9"), "at_least")
    assert (output.quantity.how, output.quantity.years) == ("each", 3)
    assert unread == Unseen()


def test_33618_has_its_thirty_cells() -> None:
    tiers = [cell.tier for cell in templates()["cq_33618"].cells]
    assert [tiers.count(tier) for tier in dict.fromkeys(tiers)] == [3, 3, 6, 18]


def test_a_districts_own_stands_in_for_the_shipped_one(tmp_path: Path) -> None:
    own(tmp_path, SCORED.replace("key: own", "key: per_mu_large"), "per_mu_large")
    mine = templates(tmp_path)["per_mu_large"]
    assert mine.own
    assert [one.key for one in mine.criteria] == ["a", "b"]
    assert not templates()["per_mu_large"].own


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        (SCORED.replace("weight: 40", "weight: 30"), 1, "weights sum to 90"),
        (SCORED.replace("status: our_own\n", ""), 1, "status is None"),
        (SCORED.replace("high: 10人", "high: 0人"), 12, "same number"),
        (SCORED.replace("low: 0人, high: 10人", "base: 1人"), 1, "lacks what scoring"),
        (SCORED.replace("high: 10人", "hihg: 10人"), 12, "hihg is not understood"),
        (SCORED.replace("10万元", "十个"), 11, "is no amount"),
        (SCORED.replace("key: b", "key: a"), 1, "stands twice"),
        (SCORED.replace("weight: 60", "weight: 60, weight: 61"), 11, "a key stands twice"),
        (GOOD, 1, "neither clauses"),
        (GOOD + "clauses:\n  - {key: a, zh: 甲, en: a}\n", 9, "tested in one way"),
        (GOOD + "clauses:\n  - {key: a, zh: 甲, en: a, indicator: [税收]}\n", 9, "one threshold"),
        (GOOD + "clauses:\n  - key: a\n   zh: 甲\n", 10, "no valid YAML"),
    ],
)
def test_what_does_not_fit_names_file_and_line(tmp_path: Path, text: str, line: int, what: str) -> None:
    own(tmp_path, text)
    with pytest.raises(VocabularyError, match=what) as told:
        templates(tmp_path)
    assert (told.value.file, told.value.line) == ("own.yaml", line)


def test_the_statistical_register_asks_the_same_of_its_method_and_of_the_ladder() -> None:
    """The lines stand in words in the method and by industry in size_lines.csv; they must not drift apart."""
    code_of = {
        "industry": "35", "wholesale": "51", "retail": "52", "catering": "61", "services_2000": "65",
        "services_1000": "73", "services_500": "80",
    }  # fmt: skip
    (above,) = templates()["four_above_2023"].clauses
    assert isinstance(above.test, AnyOf)
    asked = {}
    for kind in above.test.parts:
        for part in kind.test.parts if isinstance(kind.test, AllOf) else ():
            if isinstance(part.test, Line):
                asked[kind.key] = part.test.threshold.value
    assert asked.keys() == code_of.keys()
    for key, code in code_of.items():
        line = size_line(code, 2023)
        assert line is not None, key
        assert line.at_least == asked[key], key
    for code in ("47", "701"):  # builders with a licence and developers, all of them
        line = size_line(code, 2023)
        assert line is not None
        assert line.at_least == 0


def test_a_method_that_was_replaced_says_until_when_and_by_what() -> None:
    found = templates()
    old, new = found["specialised_sme_2022"], found["specialised_sme_2026"]
    assert (old.until, old.successor) == ("2026-03-31", new.document)
    assert [one.holds_on("2026-03-31") for one in (old, new)] == [True, False]
    assert [one.holds_on("2026-04-01") for one in (old, new)] == [False, True]
