"""What is a fact, and what is still to come."""

import pytest

from tests.extract.observations.case import rows


@pytest.mark.parametrize(
    ("text", "modalities"),
    [
        ("到2025年，常住人口城镇化率达到70%，工业总产值超过500亿元。", ["target"] * 2),
        ("计划2026年投产，工业总产值达到20亿元。", ["plan"]),
        ("预计2025年工业总产值达到20亿元。", ["forecast"]),
        ("“十四五”以来，新增企业300家。", ["actual"]),
        ("纲要提出八个目标：\n\n研发投入占生产总值比重达到3%，森林覆盖率提高到41%。", ["target"] * 2),
        ("圆满完成全年目标：\n\n工业投资120亿元。", ["actual"]),
        ("2024年主要预期目标是：地区生产总值增长5%；工业投资增长8%。", ["target"] * 2),
        ("今年投资5亿元，收入预计12亿元；城镇登记失业率为2.3%。", ["actual", "forecast", "actual"]),
        ("下半年仍有6个项目可望开工。", ["forecast"]),
        ("提前完成2025年目标任务，工业总产值500亿元。", ["actual"]),
    ],
)  # fmt: skip
def test_modality(text: str, modalities: list[str]) -> None:
    assert [row[0] for row in rows(text, "modality")] == modalities


def test_an_undated_text_knows_its_own_years() -> None:
    text = "2021年工业总产值300亿元，到2025年达到500亿元。"
    assert [row[0] for row in rows(text, "modality", published_on=None)] == ["actual", "target"]
