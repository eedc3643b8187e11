"""Web pages."""

from bulian.corpus.readers.html import read_html
from tests.corpus.made import SENTENCE

PAGE = f"""<html><head><title>公报</title><style>p {{ color: red }}</style></head><body>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/b">办事大厅</a></li></ul></div>
<div class="article"><h1>某区2023年统计公报</h1><p>　　{SENTENCE}</p><p>{SENTENCE}</p><p>{SENTENCE}</p>
<p>表1 主要指标</p><p>单位：亿元</p>
<table><tr><th rowspan="2">指标</th><th colspan="2">2023年</th></tr><tr><td>绝对数</td><td>增速</td></tr>
<tr><td>&nbsp;&nbsp;工业</td><td>123.4</td><td><b>8.0%</b></td></tr></table>
<p>全年完成投资12亿元，增长3%。</p></div>
<script>var x = "不是正文";</script>
<div class="footer">版权所有：某区人民政府　备案号12345</div></body></html>"""


def test_an_article_with_a_table() -> None:
    content = read_html(PAGE.encode("gb18030"), "a.html")
    assert content.encoding == "gb18030, guessed"
    assert content.text.startswith("某区2023年统计公报\n")
    assert content.text.count(SENTENCE) == 3
    assert "全年完成投资12亿元" in content.text
    for left_out in ("不是正文", "备案号", "color", "123.4"):
        assert left_out not in content.text
    [table] = content.tables
    assert table.caption == ("表1 主要指标", "单位：亿元")
    assert table.merged == ((0, 0, 1, 0), (0, 1, 0, 2))
    assert {place: cell.text for place, cell in table.cells.items()} == {
        (0, 0): "指标",
        (0, 1): "2023年",
        (1, 1): "绝对数",
        (1, 2): "增速",
        (2, 0): "\u00a0\u00a0工业",
        (2, 1): "123.4",
        (2, 2): "8.0%",
    }
    assert [place for place, cell in table.cells.items() if cell.bold] == [(0, 0), (0, 1), (2, 2)]


def test_a_page_laid_out_by_tables_is_prose() -> None:
    page = f"<table><tr><td>菜单</td><td><p>{SENTENCE}</p><p>投资增长3%。</p></td></tr></table>"
    content = read_html(page.encode(), "a.html")
    assert content.tables == ()
    assert SENTENCE in content.text
    assert "投资增长3%。" in content.text


def test_a_data_table_within_a_layout_table() -> None:
    inner = "<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2<br>3</td></tr></table>"
    [table] = read_html(f"<table><tr><td>{inner}</td></tr></table>".encode(), "a.html").tables
    assert {place: cell.text for place, cell in table.cells.items()} == {
        (0, 0): "甲",
        (0, 1): "1",
        (1, 0): "乙",
        (1, 1): "2\n3",
    }


def test_spans_beyond_the_table_are_cut() -> None:
    page = (
        '<table><tr><td rowspan="99">甲</td><td>1</td></tr><tr><td>2</td><td colspan="0">3</td></tr></table>'
    )
    [table] = read_html(page.encode(), "a.html").tables
    assert table.merged == ((0, 0, 1, 0),)
    assert table.cells[1, 1].text == "2"


def test_when_the_article_is_in_doubt_all_is_read_and_noted() -> None:
    items = "".join(f"<li><a href='/{n}'>第{n}条消息：投资增长{n}%。</a></li>" for n in range(30))
    content = read_html(f"<body><ul>{items}</ul><p>{SENTENCE}</p></body>".encode(), "a.html")
    assert content.text.count("。") == 31
