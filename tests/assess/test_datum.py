"""What counts: corrections in, rejections and retired files out, the future apart."""

from decimal import Decimal

from bulian.assess.datum import data_in_force
from bulian.assess.subject import district
from bulian.model.place import Cell, HeaderCell
from bulian.model.stored import Judgement, Sourced
from tests.assess.made import DISTRICT, said, source


def _data(*facts: Sourced) -> list[Decimal]:
    values = [datum.value for datum in data_in_force(facts, district(DISTRICT))]
    return [value for value in values if isinstance(value, Decimal)]


def _judged(verdict: str, value: Decimal | None = None) -> Judgement:
    assert verdict in ("accept", "correct", "reject")
    return Judgement("f", verdict, "张", "2026-01-01", "看过原文", value)  # type: ignore[arg-type]  # checked above


def test_a_correction_counts_and_is_exact() -> None:
    fact = said(
        "约300亿元", "30000000000", bound="approx", judgement=_judged("correct", Decimal(31000000000))
    )
    (datum,) = data_in_force([fact], district(DISTRICT))
    assert datum.value == Decimal(31000000000)
    assert datum.bound == "exact"
    assert datum.correction is not None


def test_rejected_and_retired_do_not_count_and_accepted_does() -> None:
    assert _data(
        said("1家", "1", judgement=_judged("reject")),
        said("2家", "2", of=source(retired=True)),
        said("3家", "3", judgement=_judged("accept")),
    ) == [Decimal(3)]


def test_ahead_by_words_or_by_a_date_after_the_document() -> None:
    facts = [
        said("500亿元", "5e10", modality="forecast", period="2025"),
        said("500亿元", "5e10", period="2025"),
        said("300亿元", "3e10", period="2021"),
        said("300亿元", "3e10", period="2025", of=source(published_on=None)),
    ]
    assert [datum.ahead for datum in data_in_force(facts, district(DISTRICT))] == [True, True, False, False]


def test_orders_of_magnitude_in_prose_and_in_cells() -> None:
    cell = Cell("表", "B2", "100亿级", (HeaderCell("A2", "食品工业"),))
    facts = [
        said("100億", "1e10", quote="食品工業將達100億級規模"),
        said("百亿", "1e10", quote="五大百亿元级集群"),
        said("100亿", "1e10", at=cell),
        said("100亿元", "1e10"),
    ]
    assert [datum.order_of_magnitude for datum in data_in_force(facts, district(DISTRICT))] == [
        True, True, True, False,
    ]  # fmt: skip
