"""Derived figures, each counted by hand, and unknown where a part is not known."""

from datetime import date
from decimal import Decimal

from bulian.desk.book import Row
from bulian.desk.due import due
from bulian.desk.figures import derivers
from bulian.desk.figures._figure import Derived
from bulian.vocab.registers import register


def row(register: str, key: str, **values: str) -> Row:
    return Row(register, key, values, "P1", "2026-06-30", "", "P1", "", {}, "2026-06-30")


def told(name: str, rows: dict[str, list[Row]]) -> dict[tuple[str, str], Derived]:
    return {(one.of, one.zh): one for one in derivers()[name](rows, "2026-06-30")}


def test_tax_per_mu_and_what_left() -> None:
    found = told(
        "sites",
        {
            "sites": [
                row("sites", "a", area="30", tax="6000000"),
                row("sites", "b", area="10", tax="400000", status="low"),
                row("sites", "c", area="20", left_on="2026-05", status="reuse"),
                row("sites", "d", left_on="2026-07-01"),
            ]
        },
    )
    assert found["a", "亩均税收"].value == 200000
    assert found["", "亩均税收"].value == 160000  # 6,400,000 over 40 mu
    assert found["", "亩均税收"].left_out == ("sites/c", "sites/d")
    assert found["", "已退出面积"].rows == ("sites/c",)
    assert found["", "可再利用面积"].value == 30


def test_vacancy_needs_every_tenant_s_floor() -> None:
    park = row("carriers", "园", lettable="1000")
    two = [
        row("tenants", "园/甲", carrier="园", area="300"),
        row("tenants", "园/乙", carrier="园", moved_out="2026-06-30", area="500"),
    ]
    found = told("carriers", {"carriers": [park], "tenants": two})
    assert (found["园", "空置面积"].value, found["园", "出租率"].value) == (Decimal(700), Decimal(30))
    unknown = told("carriers", {"carriers": [park], "tenants": [*two, row("tenants", "园/丙", carrier="园")]})
    assert unknown["园", "空置面积"].value is None
    assert unknown["园", "已知租用"].value == 300
    nobody = told("carriers", {"carriers": [park], "tenants": [row("tenants", "园/丙", carrier="园")]})
    assert nobody["园", "已知租用"].value is None
    assert unknown["园", "空置面积"].left_out == ("tenants/园/丙",)


def test_time_to_answer_and_what_comes_again() -> None:
    first = {"firm": "甲", "chain": "链", "category": "energy", "raised_on": "2026-01-01"}
    second = {**first, "raised_on": "2026-02-01", "answered_on": "2026-02-09", "confirmed": "yes"}
    several = [
        row("problems", "1", **first, answered_on="2026-01-05", confirmed="no"),
        row("problems", "2", **second),
        row("problems", "3", firm="乙", chain="链", category="land", raised_on="2026-03-01"),
    ]
    found = told("problems", {"problems": several})
    assert found["", "未答复"].value == 1
    assert found["", "答复用时"].value == 6  # the median of 4 and 8
    assert found["", "企业确认解决率"].value == 50
    assert found["链", "重复诉求（水电气）"].rows == ("problems/1", "problems/2")


def test_intents_that_became_orders() -> None:
    several = [
        row("intents", "1", event="展", amount="100", state="signed", signed_for="80"),
        row("intents", "2", event="展", amount="300", state="lost"),
        row("intents", "3", event="会", state="signed"),
    ]
    found = told("intents", {"intents": several})
    assert found["展", "意向转化率"].value == 50
    assert [found["", name].value for name in ("意向金额", "签约金额")] == [400, 80]
    assert [found["", name].left_out for name in ("意向金额", "签约金额")] == [("intents/3",)] * 2
    assert found["会", "意向金额"].value is None


def test_a_rung_without_evidence_does_not_count() -> None:
    several = [
        row("listing", "甲", rung="filed", reached_on="2026-01-01", evidence="公告"),
        row("listing", "乙", rung="filed"),
    ]
    found = told("listing", {"listing": several})["", "申报"]
    assert found.value == 1
    assert found.left_out == ("listing/乙",)


def test_nothing_gives_nothing_and_no_error() -> None:
    for name, derive in derivers().items():
        assert all(one.value in (None, 0) for one in derive({}, "2026-06-30")), name


def test_visits_are_overdue_by_each_firm_s_cycle() -> None:
    firms = [
        row("key_firms", "甲", firm="甲", cycle="30", origin="attracted"),
        row("key_firms", "乙", firm="乙", cycle="30", origin="attracted"),
        row("key_firms", "丙", firm="丙", cycle="30", origin="local"),
        row("key_firms", "丁", firm="丁"),
    ]
    visits = [
        row("visits", "1", firm="甲", visited_on="2026-05-01"),
        row("visits", "2", firm="甲", visited_on="2026-06-10"),
        row("visits", "3", firm="乙", visited_on="2026-05-20"),
    ]
    found = told("key_firms", {"key_firms": firms, "visits": visits})
    # 甲 20 days ago, 乙 41; 丙 never, entered that day; of 丁 no cycle is told.
    assert found["", "走访逾期"].rows == ("key_firms/乙",)
    assert found["", "走访逾期"].left_out == ("key_firms/丁",)
    assert found["", "按期走访率"].value == Decimal(2) / 3 * 100
    assert found["", "距上次走访"].value == Decimal("30.5")
    assert found["", "距上次走访"].left_out == ("key_firms/丙", "key_firms/丁")
    assert found["", "重点企业（引进）"].value == 2
    assert found["", "重点企业（本地培育）"].value == 1
    assert told("key_firms", {})["", "按期走访率"].value is None


def test_honours_that_run_out_are_those_that_due_tells_of() -> None:
    several = [
        row("honours", "a", title="高新", valid_until="2026-06-30"),
        row("honours", "b", title="高新", valid_until="2026-09-27"),
        row("honours", "c", title="高新", valid_until="2026-09-28"),
        row("honours", "d", title="商标", valid_until="9999-12-31"),
        row("honours", "e", title="小巨人", valid_until="2026-06-29"),
        row("honours", "f", title="商标"),
    ]
    found = told("honours", {"honours": several})
    assert found["", "有效荣誉"].rows == ("honours/a", "honours/b", "honours/c", "honours/d")
    assert found["", "即将到期"].rows == ("honours/a", "honours/b")  # 0 and 89 days; 90 is not yet told
    assert found["", "已过期"].rows == ("honours/e",)
    assert found["", "有效荣誉"].left_out == ("honours/f",)
    assert found["高新", "有效荣誉"].value == 3
    due_now = {one.row for one in due([register("honours")], {"honours": several}, date(2026, 6, 30))
               if one.what == "expiry"}  # fmt: skip
    assert due_now == {"a", "b", "e"}


def test_capacities_add_up_by_product_and_unit_alone() -> None:
    several = [
        row("lines", "甲/一", product="型材", capacity="12000 吨/年", used="80", started_on="2020-09-01"),
        row("lines", "甲/二", product="型材", capacity="0.8 万吨/年", used="50", started_on="2021"),
        row("lines", "甲/三", product="型材", capacity="3 米/年", started_on="2021"),
        row("lines", "乙/一", product="试剂", capacity="500 万人份/年"),
        row("lines", "乙/二", product="试剂", capacity="1 吨/年", started_on="2020", stopped_on="2026-06-30"),
        row("lines", "乙/三", product="试剂", started_on="2020"),
    ]
    found = told("lines", {"lines": several})
    assert found["", "在产产线"].rows == ("lines/甲/一", "lines/甲/二", "lines/甲/三", "lines/乙/三")
    assert found["", "在产产线"].left_out == ("lines/乙/一", "lines/乙/三")
    of = "型材（吨/年）"
    assert found[of, "设计产能"].value == 20_000
    assert found[of, "在用产能"].value == 13_600  # 12000 × 80 % + 8000 × 50 %
    assert found[of, "产能利用率"].value == 68
    assert found["型材（米/年）", "在用产能"].value is None
    assert not [key for key in found if key[0].startswith("试剂")]
