"""A file pasted together from several encodings is read line by line, and says so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.corpus.encoding import decode

HEAD, ROW, OTHER = "地块编号,用地面积（亩）\n", "示-01,30,闲置土地\n", "示-02,20,在用企业\n"


def test_a_row_pasted_in_is_read_and_named() -> None:
    decoded = decode(HEAD.encode() + ROW.encode("gb18030") + OTHER.encode(), "a.csv")
    assert decoded.text == HEAD + ROW + OTHER
    assert decoded.encoding == "utf-8 and gb18030, line by line"
    ((en, zh),) = decoded.notes
    assert "in gb18030 line 2, in utf-8 the others" in en
    assert "第 2 行是 gb18030，其余是 utf-8" in zh


def test_the_fewer_lines_are_named_and_many_are_cut_short() -> None:
    assert (
        "第 1 行是 utf-8，其余是 gb18030"
        in decode(HEAD.encode() + ROW.encode("gb18030") * 2, "a").notes[0][1]
    )
    many = decode(HEAD.encode() * 12 + ROW.encode("gb18030") * 10, "a").notes[0]
    assert "第 13、14、15、16、17、18、19、20 等行是 gb18030" in many[1]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_a_file_of_one_encoding_is_none(encoding: str) -> None:
    text = "地區產值，工業企業，閒置土地。\n一些\n" if encoding == "big5" else HEAD + "一些\n" + ROW
    decoded = decode(text.encode(encoding) * 3, "a.csv")
    assert (decoded.text, decoded.notes) == (text * 3, ())


def test_a_broken_byte_is_a_loss_and_no_other_encoding() -> None:
    decoded = decode((HEAD + ROW).encode()[:-3] + b"\xff\n" + OTHER.encode(), "a.csv")
    assert "lost" in decoded.notes[0][0]


SENTENCES = [
    "全区规模以上工业企业四十一家。",
    "示例新材料有限公司，年产值三亿元。",
    "地块闲置，已列入再利用清单。",
]


@given(st.lists(st.tuples(st.sampled_from(SENTENCES), st.booleans()), min_size=1, max_size=12))
def test_whatever_the_mixture_every_line_is_read(lines: list[tuple[str, bool]]) -> None:
    raw = b"\n".join(line.encode("utf-8" if modern else "gb18030") for line, modern in lines)
    assert decode(raw, "a.txt").text == "\n".join(line for line, _ in lines)
