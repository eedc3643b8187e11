"""The title above a text: without marks, never a chapter's heading."""

import pytest

from bulian.extract.fold import fold
from bulian.extract.title import title_of


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# 江城市工业发展简报\n\n工业产值3亿元。\n", "江城市工业发展简报"),
        ("江城市產業轉型綜述\n\n二、今年以來的運行情況\n", "江城市產業轉型綜述"),
        ("江城市產業概況與展望\n（一）工業情況\n## 主要情况说明\n", "江城市產業概況與展望"),
        ("一、工业情况\n产值3亿元。\n", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert title_of(fold(text), text) == title
