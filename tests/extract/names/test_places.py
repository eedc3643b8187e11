from hypothesis import given
from hypothesis import strategies as st

from bulian.extract.names.home_region import home_region
from bulian.extract.names.places import PlaceMention, all_places, named_places, official_name
from bulian.vocab.regions import Region, regions


def find_places(text: str) -> tuple[tuple[PlaceMention, ...], Region | None]:
    named = named_places(text)
    home = home_region(text, named)
    return all_places(text, named, home), home


def named(text: str) -> list[tuple[str, str]]:
    mentions, _ = find_places(text)
    return [(text[m.start : m.end], official_name(m.region)) for m in mentions]


def test_short_names_stand_for_the_district_once_it_is_named_in_full() -> None:
    text = "顺德区地处广东。顺德制造业发达，我区经济向好。"
    assert named(text) == [
        ("顺德区", "佛山市顺德区"),
        ("广东", "广东省"),
        ("顺德", "佛山市顺德区"),
        ("我区", "佛山市顺德区"),
    ]


def test_a_district_behind_its_city_is_one_mention() -> None:
    assert named("重庆市大渡口区稳步发展") == [("重庆市大渡口区", "重庆市大渡口区")]


def test_a_shared_name_is_settled_by_its_city_or_left_out() -> None:
    assert named("长春市朝阳区") == [("长春市朝阳区", "长春市朝阳区")]
    assert named("朝阳区今年增长") == []


def test_home_is_the_place_named_most() -> None:
    _, home = find_places("昆山市毗邻上海市。昆山市工业强，昆山服务好。")
    assert home is not None
    assert home.name == "昆山市"


def test_a_text_without_places_has_no_home() -> None:
    assert find_places("产业稳步发展。") == ((), None)


@given(st.sampled_from(sorted(regions())))
def test_every_division_is_found_under_its_own_name_or_shares_it(code: str) -> None:
    region = regions()[code]
    mentions, _ = find_places(f"，{region.name}，")
    same = [r for r in regions().values() if r.name == region.name]
    stands_for_several = "直辖县级" in region.name
    if len(region.name) >= 3 and len(same) == 1 and not stands_for_several:
        assert [m.region.code for m in mentions] == [code]
