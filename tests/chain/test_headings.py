"""The heading above a sentence."""

import pytest

from bulian.chain.headings import heading_above

TEXT = """\
区情

智能视觉产业：建带

甲公司扩产。乙公司也来。

小面产业：做大

来自本区的丙面业亮相。

第二段说别的事。
"""


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("乙公司", "智能视觉产业"),
        ("丙面业", "小面产业"),
        ("第二段", "小面产业"),
        ("智能视觉", "区情"),
        ("区情", None),
    ],
)
def test_the_nearest_short_line_that_ends_no_sentence(words: str, heading: str | None) -> None:
    assert heading_above(TEXT, TEXT.index(words)) == heading
