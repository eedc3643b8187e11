"""Drawings on paper: the pages' own look, and no number that leads nowhere."""

import pytest

from bulian.errors import BareNumber
from bulian.publish.charts import bare_labels, one_width, theme, themed
from bulian.publish.paper import Chart, Words

_SVG = '<svg class="w2" viewBox="0 0 10 10">{}</svg>'


def test_a_number_in_a_drawing_is_an_axis_or_a_link() -> None:
    good = _SVG.format('<text class="x mid">2021</text><a href="#s-1"><text>5家</text></a><text>家</text>')
    assert list(bare_labels(good)) == []
    assert list(bare_labels(_SVG.format("<text>5家</text>"))) == ["5家"]


def test_a_chart_refuses_a_number_without_a_source() -> None:
    with pytest.raises(BareNumber):
        Chart((Words("图"),), _SVG.format("<text>300</text>"), "图")


def test_the_look_is_that_of_the_pages_with_its_tokens_filled_in() -> None:
    assert "svg .la { stroke: #a5301c;" in theme()
    assert "var(" not in theme()
    assert "@media" not in theme()
    assert ":hover" not in theme()


def test_one_width_is_chosen_and_stands_alone() -> None:
    drawing = '<svg class="w3" viewBox="0 0 9 9"/><svg class="w2" viewBox="0 0 7 5"/>'
    chosen = one_width(drawing, "w2")
    assert chosen == '<svg class="w2" viewBox="-24 0 31 5"/>'
    assert 'width="31" height="5" xmlns="http://www.w3.org/2000/svg"' in themed(chosen)
