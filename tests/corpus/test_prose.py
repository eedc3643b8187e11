"""Where prose ends and tables begin."""

from bulian.corpus.prose import Draft, caption_of, holds_sentences
from bulian.model.document import TableCell


def test_a_caption_is_the_short_lines_above() -> None:
    assert caption_of(["长句，投资增长3%。", "", "表1 主要指标", "", "单位：万元"]) == (
        "表1 主要指标",
        "单位：万元",
    )
    assert caption_of(["正" * 101, "单位：万元"]) == ("单位：万元",)
    assert caption_of(["2023年情况见下表。"]) == ("2023年情况见下表。",)
    assert caption_of(["一", "二", "三", "四"]) == ("二", "三", "四")
    assert caption_of([]) == ()


def test_a_table_of_one_column_is_a_frame_around_prose() -> None:
    draft = Draft()
    draft.add_table({(0, 0): TableCell("甲。"), (2, 0): TableCell("乙。")}, [])
    assert (draft.text(), draft.tables) == ("甲。\n乙。\n", [])


def test_a_cell_of_sentences_is_prose_and_a_label_is_not() -> None:
    assert holds_sentences("全年完成固定资产投资12亿元，同比增长3.5%；其中工业投资4亿元，增长2%。")
    assert not holds_sentences("规模以上工业增加值（万元）")
    assert not holds_sentences("1,234.5")
