from hypothesis import given
from hypothesis import strategies as st

from bulian.extract.fold import fold
from bulian.extract.segments import paragraphs


def read(text: str) -> list[list[list[str]]]:
    folded = fold(text)
    return [[[text[c.start : c.end] for c in s.clauses] for s in p.sentences] for p in paragraphs(folded)]


def headings(text: str) -> list[str]:
    return [text[p.heading.start : p.heading.end] for p in paragraphs(fold(text)) if p.heading]


def test_clauses_by_hand() -> None:
    text = "全区产值1,234亿元,增长5%；其中：工业800亿元。税收12亿元"
    assert read(text) == [
        [["全区产值1,234亿元", "增长5%", "其中", "工业800亿元"], ["税收12亿元"]],
    ]


def test_headings_are_short_and_have_no_stop() -> None:
    text = "一、综合\n2.3 工业\n（二）投资情况\n大健康产业:建设诊断高地\n全年产值3亿元。\n  1．农业\n"
    assert headings(text) == ["综合", "工业", "投资情况", "大健康产业:建设诊断高地", "农业"]


def test_a_sentence_goes_on_over_a_broken_line() -> None:
    assert read("打造产业带，\n\n预计到2025年，规模超200亿元。") == [
        [["打造产业带", "预计到2025年", "规模超200亿元"]]
    ]


def test_nothing_in_an_empty_text() -> None:
    assert paragraphs(" \n\t\n") == ()


@given(st.text(alphabet="一二（）、，。；\n 产值3.亿元——1"))
def test_pieces_lie_in_order_inside_their_wholes(text: str) -> None:
    at = 0
    for paragraph in paragraphs(fold(text)):
        assert at <= paragraph.start < paragraph.end <= len(text)
        inner = paragraph.start
        for sentence in paragraph.sentences:
            for clause in sentence.clauses:
                assert inner <= clause.start < clause.end <= sentence.end <= paragraph.end
                inner = clause.end
        at = paragraph.end
