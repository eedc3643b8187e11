from bulian.extract.statements import find_statements
from tests.extract.contexts import context_of


def test_a_goal_and_a_claim_by_hand() -> None:
    text = "昆山市拥有全国最大的膜材料基地，力争建设世界级新材料之都。"
    found = find_statements(context_of(text))
    assert [(s.type, s.subject, s.text, s.modality) for s in found] == [
        ("claim", "昆山市", "昆山市拥有全国最大的膜材料基地", "actual"),
        ("goal", "昆山市", "力争建设世界级新材料之都", "target"),
    ]


def test_a_goal_keeps_its_year() -> None:
    (goal,) = find_statements(context_of("昆山市预计到2030年全面建成产业高地。"))
    assert goal.period == "2030"


def test_what_holds_a_number_is_no_statement() -> None:
    assert find_statements(context_of("昆山市力争实现产值突破500亿元。")) == ()


def test_a_heading_says_nothing() -> None:
    assert find_statements(context_of("昆山市全力打造产业高地\n\n正文稍后。")) == ()
