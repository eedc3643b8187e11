"""Which number counts: judgement, then authority, then recency; every loser stays, with the reason."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bulian.assess.authority import authority_of
from bulian.assess.standing import Standing, latest_in_force, value_in_force
from bulian.model.stored import Judgement, Source, Sourced
from tests.assess.made import said, source
from tests.assess.test_series import series_of

BULLETIN = source("大渡口区2021年国民经济和社会发展统计公报.txt", "2022-03-20")
REPORT = source("政府工作报告.txt", "2022-01-10")
PAPER = replace(source("一则消息.html", "2022-06-30"), publisher="某某日报社")
NOBODY = source("甲.txt", "2023-01-01")


def _in_force(*facts: Sourced) -> Standing | None:
    (one,) = series_of(*facts)
    return value_in_force(one, "2021")


def _accepted(fact: Sourced, at: str = "2026-01-01T00:00:00+00:00") -> Sourced:
    return replace(fact, judgement=Judgement(fact.fact.id, "accept", "张三", at, "核对过原件"))


def test_the_bulletin_is_heard_before_newer_sources() -> None:
    found = _in_force(
        said("310.2亿元", "31020000000", of=PAPER),
        said("309.8亿元", "30980000000", of=BULLETIN),
        said("308亿元", "30800000000", of=REPORT),
        said("312亿元", "31200000000", of=NOBODY),
    )
    assert found is not None
    assert (found.datum.fact.surface, found.authority.kind, found.by) == (
        "309.8亿元",
        "bulletin",
        "authority",
    )
    assert [(one.authority.kind, one.why) for one in found.losers] == [
        ("government", "authority"),
        ("media", "authority"),
        ("unknown", "authority"),
    ]


def test_among_equals_the_newest_counts() -> None:
    found = _in_force(
        said("309.8亿元", "30980000000", of=NOBODY), said("300亿元", "3e10", of=source("乙.txt", "2022-01"))
    )
    assert found is not None
    assert (found.datum.fact.surface, found.by) == ("309.8亿元", "recency")


def test_a_judgement_goes_before_every_authority() -> None:
    found = _in_force(
        _accepted(said("312亿元", "31200000000", of=NOBODY)), said("309.8亿元", "30980000000", of=BULLETIN)
    )
    assert found is not None
    assert (found.datum.fact.surface, found.by) == ("312亿元", "judgement")


def test_two_people_judge_and_the_later_judgement_counts() -> None:
    found = _in_force(
        _accepted(said("312亿元", "31200000000", of=NOBODY), "2026-01-02T00:00:00+00:00"),
        _accepted(said("309.8亿元", "30980000000", of=BULLETIN), "2026-01-03T00:00:00+00:00"),
    )
    assert found is not None
    assert found.datum.fact.surface == "309.8亿元"
    assert [one.why for one in found.losers] == ["judgement"]


def test_who_says_the_same_lost_nothing() -> None:
    found = _in_force(said("13%", "13", unit="%", of=REPORT), said("13.0%", "13", unit="%", of=BULLETIN))
    assert found is not None
    assert (found.by, [one.why for one in found.losers]) == ("same", ["same"])


def test_no_number_for_another_period_a_target_or_a_class() -> None:
    (one,) = series_of(
        said("500亿元", "5e10", period="2025", modality="target"),
        said("100亿级", "1e10", period="2021", quote="工业总产值100亿级"),
    )
    assert value_in_force(one, "2021") is None
    assert value_in_force(one, "2025") is None
    assert value_in_force(one, "2025", "target") is not None


def test_the_latest_number_is_the_one_in_force_of_the_newest_period() -> None:
    (one,) = series_of(
        said("310.2亿元", "31020000000", of=PAPER),
        said("309.8亿元", "30980000000", of=BULLETIN),
        said("280亿元", "2.8e10", period="2020", of=PAPER),
    )
    found = latest_in_force(one)
    assert found is not None
    assert found.fact.surface == "309.8亿元"


def test_who_speaks() -> None:
    def kind(name: str, publisher: str | None = None, title: str | None = None) -> str:
        of: Source = replace(source(name), publisher=publisher, title=title)
        return authority_of(of).kind

    assert kind("a.txt", title="某区2023年國民經濟和社會發展統計公報") == "bulletin"
    assert kind("a.txt", "某区统计局") == "bureau"
    assert kind("2024年政府工作报告.docx") == "government"
    assert kind("a.txt", "某市经济信息委") == "department"
    assert kind("a.txt", "某市政府新闻网") == "media"
    assert kind("a.txt", "某某科技有限公司") == "firm"
    assert kind("a.txt") == "unknown"


@given(st.permutations([BULLETIN, REPORT, PAPER, NOBODY]))
def test_the_order_of_reading_decides_nothing(order: list[Source]) -> None:
    facts = {
        one.name: said(f"{300 + number}亿元", f"{300 + number}e8", of=one)
        for number, one in enumerate((BULLETIN, REPORT, PAPER, NOBODY))
    }
    found = _in_force(*(facts[one.name] for one in order))
    assert found is not None
    assert found.datum.source is BULLETIN
