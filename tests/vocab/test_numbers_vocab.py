"""The vocabularies of the checks: what an economist edits is read and held to its form."""

from pathlib import Path

import pytest

from bulian.errors import VocabularyError
from bulian.vocab import accounting
from bulian.vocab.accounting import identities
from bulian.vocab.authorities import UNKNOWN, authority_rules
from bulian.vocab.definitions import without_scope
from bulian.vocab.growth_bases import growth_bases


def test_the_order_of_authorities() -> None:
    ranks = {rule.authority.kind: rule.authority.rank for rule in authority_rules()}
    assert sorted(ranks, key=lambda kind: ranks[kind]) == [
        "bulletin", "bureau", "government", "department", "media", "firm",
    ]  # fmt: skip
    assert max(ranks.values()) < UNKNOWN.rank


def test_three_industries_are_the_gross_product() -> None:
    parts = {one.whole: one.parts for one in identities("sum")}
    assert parts["地区生产总值"] == (("第一产业增加值",), ("第二产业增加值",), ("第三产业增加值",))


def test_names_are_the_terms_under_which_facts_stand() -> None:
    assert "用电量" in {one.whole for one in identities("sum")}  # 全社会用电量 is its other name


@pytest.mark.parametrize("line", ["sum,甲,甲|乙", "sum,甲,乙", "ratio,甲,乙|丙|丁", "product,甲,乙|丙"])
def test_an_identity_that_cannot_be_is_refused(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "identities.csv").write_text(f"kind,whole,parts\n{line}\n", "utf-8")
    monkeypatch.setattr(accounting, "FOLDER", tmp_path)
    with pytest.raises(VocabularyError):
        accounting._all.__wrapped__()  # past the cache, which others use


def test_what_a_growth_compares_with() -> None:
    assert growth_bases("一般公共预算收入", "增长4.1%") == ("same", "scope")
    assert growth_bases("一般公共预算收入", "同口径增长4.1%")[0] == "scope"
    assert growth_bases("地区生产总值", "")[0] == "price"
    assert growth_bases("某指数", "") == ("unknown",)


def test_two_definitions_share_a_name_without_their_scope() -> None:
    assert without_scope("常住人口") == without_scope("户籍人口") == "人口"
    assert without_scope("规模以上工业总产值") != without_scope("规模以上工业增加值")
