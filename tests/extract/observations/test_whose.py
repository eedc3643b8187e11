"""Whose a figure is and when it holds, as a reader carries it on; our own sentences."""

from tests.extract.observations.case import rows


def test_this_project_is_the_one_named_last() -> None:
    text = "远山重工智能装备项目开工建设。该项目总投资25亿元，达产后年产值将达60亿元。"
    assert rows(text, "subject", "indicator", "modality") == [
        ("远山重工智能装备项目", "总投资", "actual"),
        ("远山重工智能装备项目", "年产值", "capacity"),
    ]


def test_a_list_of_firms_is_not_the_one_a_sum_is_of() -> None:
    text = "丰禾电气有限公司、海峰材料等9个内资项目，合计总投资18亿元。"
    assert rows(text, "subject", "value")[-1] == ("江城市", "1800000000 CNY")


def test_a_firm_known_by_its_form_alone() -> None:
    assert rows("远山重工去年产值12亿元。", "subject", "period") == [("远山重工", "2023")]
    assert rows("新能源汽车去年产值12亿元。", "subject", "indicator") == [("江城市", "新能源汽车产值")]


def test_a_zone_goes_by_its_short_name() -> None:
    text = "昆山经济技术开发区概况\n昆山经济技术开发区位置优越。昆山开发区税收12亿元。"
    assert rows(text, "subject") == [("昆山经济技术开发区",)]


def test_a_city_named_before_its_province_is_what_the_text_is_of() -> None:
    text = "晋城市是山西省辖地级市，位于山西省东南部，总面积9490平方公里。"
    assert rows(text, "subject") == [("晋城市",)]


def test_a_profile_below_the_name_of_its_firm() -> None:
    assert rows("江城志远 电源领域\n\n聘请员工1500名。", "subject") == [("江城志远",)]


def test_a_paragraph_goes_on_in_the_time_of_the_one_before() -> None:
    text = "2023年上半年，工业投资增长3%。\n\n新能源汽车产量增长17%。"
    assert rows(text, "period") == [("2023-H1",), ("2023-H1",)]


def test_an_area_lasts_and_takes_no_time_from_another_paragraph() -> None:
    assert rows("2022年，签约项目3个。\n\n园区面积12平方公里。", "period")[1] == (None,)


def test_the_date_of_an_event_dates_no_other_clause() -> None:
    text = "3月25日，集中开工仪式举行。一期于2020年建成，此次总投资30亿元。"
    assert rows(text, "period") == [("2023-03-25",)]


def test_what_a_figure_rose_from_is_undated_unless_the_text_dates_it() -> None:
    text = "2023年，企业从20家增加到35家。"
    assert rows(text, "value", "period") == [("20 enterprises", None), ("35 enterprises", "2023")]
    text = "企业从2020年的20家增加到2023年的35家。"
    assert rows(text, "period") == [("2020",), ("2023",)]


def test_what_is_set_out_to_be_done_is_a_target() -> None:
    text = "还将全力推动项目落地。新增高新技术企业50家。"
    assert rows(text, "modality") == [("target",)]


def test_the_stamp_of_a_page_dates_no_figure() -> None:
    text = "发布时间：2023-05-09\n\n全市拥有光伏企业600家。"
    assert rows(text, "period") == [(None,)]


def test_a_year_is_forced_by_those_that_are_named() -> None:
    text = "一季度工业投资增长3%，比2021年一季度提高1个百分点。"
    assert rows(text, "period", published_on=None)[0] == ("2022-Q1",)


def test_what_a_plant_can_make_is_a_capacity() -> None:
    text = "建设年产2000万吨绿色建材生产线。"
    assert rows(text, "indicator", "modality") == [("绿色建材年产量", "capacity")]


def test_the_growth_of_a_place_where_the_indicator_was_said_before() -> None:
    text = "投资增速前两位：昆山市增长36.4%，太仓市增长7.5%。"
    assert rows(text, "subject", "indicator") == [("昆山市", "投资"), ("太仓市", "投资")]


def test_money_of_hong_kong_is_its_own() -> None:
    text = "本港8月零售销售额6亿元，本港出口3亿元。"
    assert rows(text, "value") == [("600000000 HKD",), ("300000000 HKD",)]


def test_several_cities_by_one_indicator() -> None:
    text = "2023年，武汉GDP达2万亿元，长沙达1.4万亿元，合肥增长6%。\n\n增速方面，成都增长5%。"
    assert rows(text, "subject", "indicator", "value") == [
        ("武汉市", "地区生产总值", "2000000000000 CNY"),
        ("长沙市", "地区生产总值", "1400000000000 CNY"),
        ("合肥市", "地区生产总值", "6 %"),
        ("成都市", "地区生产总值", "5 %"),
    ]


def test_a_text_of_the_whole_country() -> None:
    text = "2023年全国经济运行情况\n\n国家统计局数据显示，国内生产总值增长5%。东部地区增长6%。"
    assert rows(text, "subject") == [("全国",), ("东部地区",)]


def test_a_town_that_a_title_names() -> None:
    text = "江津区白沙镇2023年工作总结\n\n全镇税收6亿元。我镇拥有规上企业35家。白沙镇发展良好。"
    assert rows(text, "subject") == [("重庆市江津区白沙镇",), ("重庆市江津区白沙镇",)]


def test_a_county_level_city_by_its_short_name() -> None:
    text = "昆山经济观察\n\n昆山投资增长3%。昆山营商环境好。"
    assert rows(text, "subject") == [("昆山市",)]


def test_what_there_is_is_not_of_the_day_of_an_event() -> None:
    text = "12月8日，远山重工有限公司签约落户。公司现有员工800人。"
    assert rows(text, "subject", "period") == [("远山重工有限公司", None)]


def test_firms_with_their_listing_count_in_the_money_of_their_exchange() -> None:
    text = "元山（1234-TW）9 月营收 7.7 亿元，月增 3.8%，年减 6%，前三季营收已超越去年全年的 60 亿元。"
    assert rows(text, "subject", "value", "basis", published_on="2022-10-07") == [
        ("元山", "770000000 TWD", None),
        ("元山", "3.8 %", "qoq"),
        ("元山", "-6 %", "yoy"),
        ("元山", "6000000000 TWD", None),
    ]


def test_a_growth_said_of_several_places_at_once() -> None:
    text = "福州、厦门和泉州的投资增速分别是2%、1.6%和3%。"
    assert rows(text, "subject", "indicator") == [
        ("福州市", "投资"),
        ("厦门市", "投资"),
        ("泉州市", "投资"),
    ]


def test_a_rank_among_things_that_are_counted() -> None:
    text = "2023年，GDP居全省第8位，长江沿岸41个市中第30位。"
    assert rows(text, "value", "basis") == [("8 rank", "全省"), ("30 rank", "长江沿岸41个市")]


def test_what_is_left_from_the_year_before_is_no_period() -> None:
    assert rows("2022年，上年结转5亿元，总收入88亿元。", "period") == [("2022",), ("2022",)]


def test_growth_in_name_and_in_real_terms_of_what_was_said() -> None:
    text = "居民人均可支配收入31250元，名义增长6%，实际增长5%。"
    assert {row[0] for row in rows(text, "indicator")} == {"居民人均可支配收入"}


def test_how_far_a_place_lies() -> None:
    assert rows("县城距离沈阳市363公里。", "indicator") == [("距沈阳市距离",)]


def test_a_year_that_is_only_hoped_for_dates_no_document() -> None:
    text = "5月18日，项目签约，总投资3亿元，2023年第二季度开工，预计2024年底投产。"
    assert rows(text, "period", published_on=None) == [("2023-05-18",)]


def test_the_same_indicator_again_is_of_the_same_place() -> None:
    text = "2022年全国GDP达56万亿元，其中二季度GDP增长0.4%。"
    assert rows(text, "subject") == [("全国",), ("全国",)]


def test_a_clause_that_only_describes_a_place_brings_it_in() -> None:
    text = "坐稳全国第一位的上海，2023年工业产值增长16%。"
    assert rows(text, "subject")[-1] == ("上海市",)


def test_kinds_of_works_are_nobody() -> None:
    text = "国家级绿色工厂达到268家、绿色矿山达到53家。规模化供水工程覆盖农村人口比例达53%。"
    assert {row[0] for row in rows(text, "subject")} == {"江城市"}


def test_a_dispatch_dates_what_happened() -> None:
    text = "新华网江城7月27日电 27日，投资对接会在江城举行。企业家近300人齐聚一堂。"
    assert rows(text, "indicator", "period", published_on="2022-07-28") == [("企业家数", "2022-07-27")]


def test_the_date_on_which_a_plant_opened_dates_no_figure_after_it() -> None:
    text = "远山啤酒基地2013年10月竣工投产，拥有灌装线6条。去年缴纳税收2亿元。"
    assert rows(text, "indicator", "period") == [("灌装线数", None), ("缴纳税收", "2023")]


def test_trade_with_several_partners() -> None:
    text = "对东盟、美国分别进出口24亿元和19亿元，增长41%和18%。"
    assert [row[0] for row in rows(text, "indicator")] == ["对东盟进出口", "对美国进出口"] * 2


def test_a_loss_is_a_profit_below_nothing() -> None:
    assert rows("净利润亏损3亿元。", "indicator", "value") == [("净利润", "-300000000 CNY")]


def test_what_a_plant_being_built_will_make_is_a_capacity() -> None:
    text = "铜箔项目由远山集团投资15亿元建设，年产铜箔2万吨。"
    assert rows(text, "indicator", "modality")[-1] == ("铜箔年产量", "capacity")


def test_this_base_and_what_the_next_clauses_tell_of_it() -> None:
    text = "远山手机产业基地一期投产。该基地由富远集团建设，总投资20亿元，占地300亩。"
    assert rows(text, "subject") == [("远山手机产业基地",), ("远山手机产业基地",)]


def test_a_second_whole_and_another_place() -> None:
    text = "年产饰品6亿件，占全国总量的80%、全世界的一半。"
    assert rows(text, "indicator", "basis")[1:] == [
        ("饰品年产量占全国比重", "全国"),
        ("饰品年产量占全世界比重", "全世界"),
    ]
    text = "GDP居全省第8位，仅为宁波的1/6、合肥的1/5。"
    assert [row[0] for row in rows(text, "indicator")][1:] == [
        "地区生产总值占宁波比重",
        "地区生产总值占合肥比重",
    ]


def test_the_money_of_a_sum_is_no_part_of_its_name() -> None:
    assert rows("注册资本人民币9000万元。", "indicator") == [("注册资本",)]


def test_the_economy_of_a_town_is_nobody() -> None:
    text = "2010年全镇工农业总产值8亿元，农民人均纯收入5680元。"
    assert rows(text, "subject", "indicator")[1] == ("江城市", "农民人均纯收入")


def test_a_text_of_taiwan_counts_in_its_own_money() -> None:
    text = "合并营收68亿元，每股盈余4.8元。"
    assert [row[0] for row in rows(text, "value")] == ["6800000000 TWD", "4.8 TWD"]
    assert rows("昆山市营收68亿元，港股上涨。", "value") == [("6800000000 CNY",)]
