"""Zones and projects called by their kind alone, and clauses that go on of them; our own sentences."""

from tests.extract.observations.case import rows


def test_a_zone_called_by_its_kind_is_the_only_one_named() -> None:
    text = "江城高新区于2010年设立。\n截至目前，高新区已引进企业270家。"
    assert rows(text, "subject") == [("江城高新区",)]


def test_of_two_zones_neither_is_meant() -> None:
    text = "概况\n2010年设立江城高新区和远山高新区。\n截至目前，高新区已引进企业270家。"
    assert rows(text, "subject")[-1][0] not in ("江城高新区", "远山高新区")


def test_a_title_is_no_zone() -> None:
    text = "青石小镇入选省级特色小镇。到2015年，小镇已入驻市场主体608家。"
    assert rows(text, "subject")[-1] == ("青石小镇",)


def test_the_clauses_behind_semicolons_go_on_of_the_same_zone() -> None:
    text = "2010年，江城高新区实现总收入420亿元；实现财政收入15亿元；服务业项目2个，总投资19亿元。"
    assert [row[0] for row in rows(text, "subject")] == ["江城高新区"] * 4


def test_其中_goes_on_of_whom_the_sentence_before_began_with() -> None:
    text = "江城高新区本次签约项目主要聚焦新能源等领域。其中签约外资项目2个。"
    assert rows(text, "subject") == [("江城高新区",)]


def test_things_of_a_zone_are_counted_and_not_zones() -> None:
    assert rows("江城高新区25个重大项目集中开工，总投资约227亿元。", "subject") == [("江城高新区",)] * 2


def test_works_joined_by_及_are_one_project() -> None:
    text = "远光特种光纤生产基地及研发中心项目总投资15亿元。项目预计2026年建成，达产后年产值将达50亿元。"
    assert rows(text, "subject") == [("远光特种光纤生产基地及研发中心项目",)] * 2


def test_so_many_projects_are_no_project() -> None:
    assert rows("江城市51个项目集中开工，项目总投资约75亿元。", "subject")[-1] == ("江城市",)


def test_a_headline_that_tells_what_happened_names_no_zone() -> None:
    text = "江城再添国家级经济技术开发区\n徐某称，实际到位外资5亿美元。"
    assert "再添" not in str(rows(text, "subject")[-1][0])


def test_a_report_titled_with_its_year_looks_back_on_the_year_before() -> None:
    text = "2022年江城市政府工作报告\n一、工作回顾\n一年来，全年完成工业投资134亿元。"
    assert rows(text, "period", published_on=None)[-1] == ("2021",)


def test_in_a_yearly_bulletin_年末_does_not_date_what_was_earned() -> None:
    text = "2023年江城市国民经济和社会发展统计公报\n年末农产品加工企业840家；实现销售收入113亿元。"
    assert rows(text, "period") == [("2023-12",), ("2023",)]


def test_a_clause_that_has_goes_on_of_the_base_that_opened_its_sentence() -> None:
    text = "江城汽车产业基地吸引近200家企业进驻，拥有高新技术企业78家。"
    assert rows(text, "subject") == [("江城汽车产业基地",)] * 2


def test_what_is_done_for_a_place_is_not_of_it() -> None:
    assert rows("重庆市大渡口区为北京配套的重点企业超过120家。", "subject") == [("重庆市大渡口区",)]


def test_a_list_of_projects_has_none_of_them_for_its_subject() -> None:
    text = "远山智能产业园等11个项目集中投产，总投资90亿元。"
    assert rows(text, "subject") == [("江城市",)] * 2


def test_a_clause_that_only_describes_a_park_brings_it_in() -> None:
    assert rows("位于漳泽工业园的平板电脑产业园，占地166亩。", "subject") == [("平板电脑产业园",)]


def test_a_note_inside_a_name_is_part_of_it() -> None:
    text = "全市汽车及新能源（智能网联）车产业关联企业超过150家。"
    assert rows(text, "indicator") == [("汽车及新能源（智能网联）车产业关联企业数",)]


def test_a_time_that_opens_a_headline_is_nobody() -> None:
    text = "一季度 江城市汽车产业保持增长\n规上工业总产值增长15%。"
    assert rows(text, "subject")[-1] == ("江城市",)
