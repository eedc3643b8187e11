"""Outlines go to the townships of the district: by full name, by code, by name without ending."""

from bulian.corpus.geojson import Area
from bulian.resolve.township_areas import township_areas
from bulian.vocab.boundaries import Ring, outlines

HERE: Ring = ((106.45, 29.40), (106.46, 29.40), (106.46, 29.41))
AWAY: Ring = ((110.45, 29.40), (110.46, 29.40), (110.46, 29.41))
HOME = outlines()["500104"]


def placed(*areas: Area) -> dict[str, int]:
    """How many rings went to each township."""
    return {code: len(rings) for code, rings in township_areas(areas, "500104", HOME).rings.items()}


def test_each_way_of_saying_which_leads_to_its_township() -> None:
    assert placed(
        Area("八桥镇", "", (HERE,)),
        Area("重庆市大渡口区跳磴镇", "", (HERE,)),
        Area("新山村街道办事处", "", (HERE,)),
        Area(" 春晖路 ", "", (HERE,)),
        Area("旧称", "500104102", (HERE,)),
    ) == {"500104101": 1, "500104103": 1, "500104001": 1, "500104005": 1, "500104102": 1}


def test_the_full_name_goes_before_a_code_that_another_office_gave() -> None:
    assert placed(Area("八桥镇", "500104103", (HERE,))) == {"500104101": 1}


def test_two_pieces_of_land_are_one_township() -> None:
    assert placed(Area("八桥镇", "", (HERE,)), Area("八桥镇", "", (HERE, HERE))) == {"500104101": 3}


def test_namesakes_elsewhere_and_the_district_itself_are_told_as_strange() -> None:
    found = township_areas(
        [
            Area("八桥镇", "321182103", (HERE,)), Area("八桥镇", "", (AWAY,)),
            Area("大渡口区", "500104", (HERE,)), Area("", "", (HERE,)),
        ],
        "500104", HOME,
    )  # fmt: skip
    assert found.rings == {}
    assert found.strangers == ("八桥镇", "大渡口区", "?")
    assert len(found.missing) == len(found.townships) == 8


def test_where_no_list_of_townships_is_known_those_with_a_code_of_the_district_are_taken() -> None:
    found = township_areas(
        [Area("甲镇", "110101001", (HERE,)), Area("乙镇", "110102001", (HERE,)), Area("丙镇", "", (HERE,))],
        "110101", None,
    )  # fmt: skip
    assert [(one.code, one.name) for one in found.townships] == [("110101001", "甲镇")]
    assert found.strangers == ("乙镇", "丙镇")
