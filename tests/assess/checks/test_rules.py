"""Each rule: what it reproduces, what it contradicts, what it must leave alone. All sentences are our own."""

from decimal import Decimal

from bulian.assess.check import check
from bulian.assess.checks import rules
from bulian.assess.datum import data_in_force
from bulian.assess.statements import arranged
from bulian.assess.subject import district
from bulian.model.fact import Modality
from tests.assess.checks.reading import HOME, checked, found, surfaces
from tests.assess.made import said, source


def test_every_rule_has_its_names_and_its_paragraph() -> None:
    assert {"share", "sums", "growth", "twice", "limits", "year_to_date"} <= set(rules())
    assert all(rule.zh and rule.en for rule in rules().values())


def test_a_share_of_counts_is_reproduced() -> None:
    (one,) = found("share", "2023年，全区外资企业87家，其中港资企业41家，占外资企业总数的47.13%。")
    assert (one.verdict, surfaces(one)) == ("reproduced", ["41家", "87家", "47.13%"])


def test_a_share_without_its_whole_takes_the_number_that_the_sentence_sets_it_under() -> None:
    (one,) = found("share", "2023年，全区规模以上工业企业163家，其中亏损企业21家，占12.9%。")
    assert (one.verdict, surfaces(one)) == ("reproduced", ["21家", "163家", "12.9%"])


def test_a_share_that_passes_by_a_hair_raises_no_alarm() -> None:
    (one,) = found(
        "share",
        "2011年，全区地区生产总值149.9亿元，第二产业增加值83.5亿元，第二产业增加值占地区生产总值的比重为55.8%。",
    )
    assert one.verdict == "consistent"


def test_a_wrong_share_contradicts_and_no_number_of_it_can_be_left_out() -> None:
    (one,) = found("share", "2023年，全区外资企业87家，其中港资企业41家，占外资企业总数的41.73%。")
    assert one.verdict == "contradicted"
    assert one.smallest == one.facts


def test_a_share_whose_whole_is_not_there_cannot_be_checked() -> None:
    (one,) = found("share", "2023年，全区高新技术企业增加值占地区生产总值的比重为21.3%。")
    assert (one.verdict, one.why) == ("not_checkable", "part_missing")


def test_done_to_104_percent_of_the_budget_is_no_share() -> None:
    assert not found("limits", "2023年，一般公共预算收入31.6亿元，完成年初预算的104.2%。")


def test_three_industries_make_the_gross_product() -> None:
    text = (
        "2023年，地区生产总值412.6亿元。其中，第一产业增加值12.4亿元；第二产业增加值{}亿元；"
        "第三产业增加值212.3亿元。"
    )
    (good,) = found("sums", text.format("187.9"))
    (bad,) = found("sums", text.format("178.9"))
    assert (good.verdict, bad.verdict) == ("reproduced", "contradicted")


def test_the_number_that_all_others_speak_against_is_the_suspect() -> None:
    result = checked(
        "2023年，地区生产总值412.6亿元。其中，第一产业增加值12.4亿元；第二产业增加值178.9亿元；"
        "第三产业增加值212.3亿元。三次产业结构为3.0∶45.5∶51.5。"
    )
    against = [one for one in result.findings if one.verdict == "contradicted"]
    assert {one.rule for one in against} == {"sums", "share"}
    suspects = [result.suspect(one) for one in against]
    assert {suspect.fact.surface for suspect in suspects if suspect} == {"178.9亿元"}


def test_shares_of_all_parts_make_100_percent() -> None:
    (good,) = found("structure", "2023年，三次产业结构为3.0∶45.5∶51.5。")
    (bad,) = found("structure", "2023年，三次产业结构为3.0∶45.5∶55.1。")
    assert (good.verdict, bad.verdict) == ("reproduced", "contradicted")


def test_a_part_is_no_more_than_its_whole() -> None:
    (one,) = found("among", "2023年，一般公共预算收入31.6亿元，其中税收收入42.8亿元。")
    assert one.verdict == "contradicted"


def test_a_list_after_a_list_divides_the_same_whole() -> None:
    several = found(
        "among",
        "2023年，社会消费品零售总额198.7亿元。按经营地分，城镇消费品零售额171.2亿元；乡村消费品零售额27.5亿元。"
        "按消费类型分，商品零售额170.1亿元；餐饮收入28.6亿元。",
    )
    assert {surfaces(one)[-1] for one in several} == {"198.7亿元"}
    assert {one.verdict for one in several} == {"consistent"}


def test_a_printed_structure_is_fitted_and_may_be_a_digit_off() -> None:
    """372.5 of 934.5 is 39.86 %, printed as 39.8 so that 5.6, 54.6 and it make 100; 39.6 is beyond."""
    text = "2023年，地区生产总值934.5亿元，第三产业增加值372.5亿元。三次产业结构为5.6∶54.6∶{}。"
    verdicts = [
        [one.verdict for one in found("share", text.format(last)) if one.verdict != "not_checkable"]
        for last in ("39.8", "39.6")
    ]
    assert verdicts == [["consistent"], ["contradicted"]]


def test_the_order_of_documents_decides_nothing() -> None:
    one = "2022年，全区一般公共预算收入30.4亿元。"
    other = "2023年，全区一般公共预算收入31.6亿元，增长9.3%。"
    there, back = checked(one, other), checked(other, one)
    assert [(each.rule, each.verdict, surfaces(each)) for each in there.findings] == [
        (each.rule, each.verdict, surfaces(each)) for each in back.findings
    ]


def test_what_is_listed_after_the_next_comma_is_no_part() -> None:
    assert not found("among", "2023年，新增铁路里程60公里，其中高铁37公里，新增公路里程260公里。")[1:]


def test_parts_of_another_measure_are_none() -> None:
    assert not found("among", "2023年，全区利润总额10亿元，其中亏损企业21家，工业总产值20亿元。")


def test_light_and_heavy_industry_of_a_district_bulletin_of_2011() -> None:
    """methods: 56.3 + 189.2 = 245.5; implied 2010: 56.3/1.177 + 189.2/1.388 = 184.1, 245.5/1.333 = 184.2."""
    text = (
        "2011年，实现工业总产值245.5亿元，增长33.3%。其中，轻工业56.3亿元，增长17.7%；"
        "重工业189.2亿元，增长{}%。"
    )
    (total,) = found("sums", text.format("38.8"))
    (before,) = found("earlier_sum", text.format("38.8"))
    assert (total.verdict, before.verdict) == ("reproduced", "consistent")
    assert before.computed is not None
    assert round(before.computed.point / 10**8, 1) == Decimal("184.1")
    (wrong,) = found("earlier_sum", text.format("33.8"))
    assert wrong.verdict == "contradicted"


def test_growth_between_two_levels() -> None:
    last = "2022年，全区一般公共预算收入30.4亿元。"
    (good,) = found("growth", last, "2023年，全区一般公共预算收入31.6亿元，增长3.9%。")
    (bad,) = found("growth", last, "2023年，全区一般公共预算收入31.6亿元，增长9.3%。")
    assert (good.verdict, bad.verdict) == ("reproduced", "contradicted")


def test_an_average_yearly_growth_between_two_levels() -> None:
    """(31.6 / 20.0)^(1/5) − 1 = 9.58 %."""
    levels = (
        "2018年，全区税收收入20.0亿元。\n2023年，全区税收收入31.6亿元。\n"
        "2019—2023年，全区税收收入年均增长{}%。"
    )
    (good,) = found("average", levels.format("9.6"))
    (bad,) = found("average", levels.format("6.9"))
    assert (good.verdict, bad.verdict) == ("reproduced", "contradicted")


def test_a_change_in_points_between_two_shares() -> None:
    last = "2022年，第二产业增加值占地区生产总值的比重为44.2%。"
    now = "2023年，第二产业增加值占地区生产总值的比重为45.5%，比上年提高{}个百分点。"
    (good,) = found("points", last, now.format("1.3"))
    (bad,) = found("points", last, now.format("3.1"))
    assert (good.verdict, bad.verdict) == ("reproduced", "contradicted")


def test_words_say_that_growth_is_on_a_like_scope() -> None:
    (one,) = found(
        "growth", "2022年，全区税收收入20.4亿元。", "2023年，全区税收收入31.6亿元，同口径增长3.9%。"
    )
    assert (one.verdict, one.why) == ("not_comparable", "scope")


def test_a_whole_grows_no_faster_than_its_fastest_part() -> None:
    text = (
        "2023年，地区生产总值412.6亿元，增长{}%。其中，第一产业增加值12.4亿元，增长3.2%；"
        "第二产业增加值187.9亿元，增长6.8%；第三产业增加值212.3亿元，增长5.7%。"
    )
    (good,) = found("between", text.format("6.1"))
    (bad,) = found("between", text.format("8.1"))
    assert (good.verdict, bad.verdict) == ("consistent", "contradicted")


def test_a_rate_and_a_balance_from_their_two_amounts() -> None:
    (rate,) = found("ratio", "2023年末，常住人口48.62万人，城镇人口41.33万人，城镇化率为85.0%。")
    (balance,) = found("ratio", "2023年，出口总额61.9亿元，进口总额24.5亿元，贸易顺差37.4亿元。")
    assert (rate.verdict, balance.verdict) == ("reproduced", "reproduced")


def test_the_same_fact_in_two_documents() -> None:
    one, other = "2023年，全区社会消费品零售总额198.7亿元。", "2023年，全区社会消费品零售总额{}亿元。"
    (bad,) = found("twice", one, other.format("189.7"))
    (good,) = found("twice", one, other.format("198.7"))
    assert (bad.verdict, good.verdict) == ("contradicted", "reproduced")


def test_a_move_and_a_list_within_a_sentence_are_told_once() -> None:
    assert not found("twice", "2023年，全区一般公共预算收入从28.1亿元提高到31.6亿元。")


def test_what_no_share_and_no_rank_can_be() -> None:
    (one,) = found("limits", "2023年末，全区常住人口城镇化率为850.0%。")
    assert one.verdict == "contradicted"


def test_eleven_months_are_no_more_than_the_year() -> None:
    ytd = "2023年1—11月，全区社会消费品零售总额{}亿元。"
    year = "2023年，全区社会消费品零售总额198.7亿元。"
    (bad,) = found("year_to_date", ytd.format("217.3"), year)
    assert bad.verdict == "contradicted"
    assert not found("year_to_date", ytd.format("177.3"), year)


def test_levels_and_growths_of_eleven_months_and_december_give_the_year() -> None:
    """180/1.05 = 171.4 and 200/1.06 = 188.7, so s = 0.909; 0.909 × 5 + 0.091 × 16 = 6.0."""
    year = "2023年，全区一般公共预算收入200.0亿元，增长6.0%。"
    ytd = "2023年1—11月，全区一般公共预算收入180.0亿元，增长5.0%。"
    month = "2023年12月，全区一般公共预算收入增长{}%。"
    (good,) = found("year_to_date", year, ytd, month.format("16.0"))
    (bad,) = found("year_to_date", year, ytd, month.format("61.0"))
    assert (good.verdict, bad.verdict) == ("consistent", "contradicted")


def test_made_up_rows_and_targets_are_never_held_against_what_is() -> None:
    modality: Modality = "target"
    facts = [
        said("30亿元", "3e9", indicator="税收收入", of=source("甲.txt")),
        said("90亿元", "9e9", indicator="税收收入", of=source("乙.txt"), synthetic=True),
        said("80亿元", "8e9", indicator="税收收入", of=source("丙.txt"), modality=modality),
    ]
    assert not check(arranged(data_in_force(facts, district(HOME)))).findings
