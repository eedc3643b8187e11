import pytest
from opencc import OpenCC

from bulian.extract.events.rules import EventRule, event_rules
from bulian.extract.relations import find_relations
from bulian.extract.relations.readings import READERS
from bulian.extract.relations.rules import CUES, Example, Rule, examples, expand, rules
from bulian.vocab.words import word_classes
from tests.extract.contexts import context_of

TRADITIONAL = OpenCC("s2t")


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.text[:20])
def test_every_example_gives_what_it_says(example: Example) -> None:
    found = {(r.head, r.type, r.tail) for r in find_relations(context_of(example.text))}
    assert set(example.gives) <= found
    assert not set(example.not_gives) & found


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.text[:20])
def test_the_other_script_gives_the_same(example: Example) -> None:
    def found(text: str) -> set[tuple[str, str, str]]:
        return {(r.head, r.type, r.tail) for r in find_relations(context_of(text))}

    assert found(TRADITIONAL.convert(example.text)) == found(example.text)


def test_every_relation_type_has_a_rule_and_an_example() -> None:
    made = {make.type for rule in rules() for make in rule.makes}
    shown = {kind for example in examples() for _, kind, _ in example.gives}
    assert made == shown


def test_rule_names_are_unique_and_begin_with_their_file() -> None:
    names = [rule.name for rule in rules()]
    assert len(set(names)) == len(names)
    assert all("." in name for name in names)


def test_what_rules_name_exists() -> None:
    classes = word_classes(CUES)
    named: list[tuple[Rule | EventRule, str]]
    named = [(rule, what) for rule in rules() for make in rule.makes for what in (make.head, make.tail)]
    named += [(rule, what) for rule in event_rules() for what in rule.who]
    for rule, whats in named:
        for what in whats.split("|"):
            slot, _, how = what.partition(":")
            assert what.startswith("@") or (slot in rule.pattern.groupindex and how in READERS), rule.name
    assert all(name in classes for rule, _ in named for name in rule.cue)


@pytest.mark.parametrize("rule", [*rules(), *event_rules()], ids=lambda rule: rule.name)
def test_every_pattern_compiles(rule: Rule | EventRule) -> None:
    assert rule.pattern.search("") is None
    assert rule.unless is None or rule.unless.search("") is None


def test_slots_and_classes_are_written_out() -> None:
    assert expand("<coop_verb>").startswith("(?:签署战略合作协议|")
    assert "(?P<head>" in expand("以{head}为")


def test_an_unknown_class_is_refused() -> None:
    with pytest.raises(KeyError):
        expand("<no_such_class>")
