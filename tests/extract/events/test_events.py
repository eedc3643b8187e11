import pytest
from opencc import OpenCC

from bulian.extract.events import find_events
from bulian.extract.events.rules import EventExample, event_examples
from tests.extract.contexts import context_of

TRADITIONAL = OpenCC("s2t")


@pytest.mark.parametrize("example", event_examples(), ids=lambda example: example.text[:20])
def test_every_example_gives_its_events_and_no_others(example: EventExample) -> None:
    found = {(e.type, e.date, e.participants) for e in find_events(context_of(example.text))}
    assert found == set(example.gives)


@pytest.mark.parametrize("example", event_examples(), ids=lambda example: example.text[:20])
def test_the_other_script_gives_the_same(example: EventExample) -> None:
    found = {
        (e.type, e.date, e.participants) for e in find_events(context_of(TRADITIONAL.convert(example.text)))
    }
    assert found == set(example.gives)


def test_what_lies_after_the_document_is_only_planned() -> None:
    text = "2024年6月，长谷电池项目开工建设。"
    assert [e.type for e in find_events(context_of(text, "2024-03"))] == ["planned"]
    assert [e.type for e in find_events(context_of(text, "2024-09"))] == ["construction_started"]


def test_a_finer_date_takes_the_place_of_a_coarser_one() -> None:
    text = "2023年远山重工成功上市。昆山市祝贺。2023年12月，远山重工成功上市。"
    assert [e.date for e in find_events(context_of(text))] == ["2023-12"]


def test_an_undated_happening_is_no_event() -> None:
    assert find_events(context_of("长谷电池项目开工建设。")) == ()
