"""Names of places that hold words which end phrases elsewhere, and terms behind the name of a place."""

import pytest

from tests.extract.observations.case import rows


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("达州市生产总值300亿元。", ("达州市", "地区生产总值")),
        ("达州GDP300亿元。", ("达州市", "地区生产总值")),
        ("都江堰市规上企业30家。", ("都江堰市", "规模以上企业数")),
        ("全州县工业投资5亿元。", ("全州县", "工业投资")),
        ("共和县工业投资5亿元。", ("共和县", "工业投资")),
        ("和田市工业投资5亿元。", ("和田市", "工业投资")),
        ("绵阳市社零总额5亿元。", ("绵阳市", "社会消费品零售总额")),
        ("绵阳市社零总额增速居全省第一。", ("绵阳市", "社会消费品零售总额增速")),
        # Elsewhere the words end a phrase as before.
        ("绵阳市税收达3亿元。", ("绵阳市", "税收")),
    ],
)
def test_places_that_hold_a_stop(text: str, said: tuple[str, str]) -> None:
    assert rows(text, "subject", "indicator") == [said]


def test_what_goes_on_of_a_place_keeps_its_term() -> None:
    text = "绵阳市社零总额5亿元，增长3%。"
    assert rows(text, "indicator") == [("社会消费品零售总额",), ("社会消费品零售总额",)]
