import pytest

from bulian.extract.refusals import Rule, find_refusals, rules

RULES = [pytest.param(rule, id=f"{rule.reason}-{i}") for i, rule in enumerate(rules())]


@pytest.mark.parametrize("rule", RULES)
def test_examples_of_a_rule(rule: Rule) -> None:
    for example in rule.yes:
        before, refused, after = example.split("|")
        found = [
            match.group(match.lastgroup or 0) for match in rule.pattern.finditer(before + refused + after)
        ]
        assert refused in found
        assert rule.needs is None or rule.needs & set(before + refused + after)
    for sentence in rule.no:
        assert not rule.pattern.search(sentence)


def test_what_is_a_name_is_not_read_as_a_number() -> None:
    text = "5G基站，第13版，PM2.5，浏览次数：120，见注1："
    assert [text[r.start : r.end] for r in find_refusals(text, ())] == [
        "5G",
        "第13版",
        "PM2.5",
        "浏览次数：120",
        "注1",
    ]
