from bulian.extract.relations.topics import topic_at, topics
from tests.extract.contexts import context_of


def topic(text: str, word: str) -> str | None:
    found = topic_at(topics(context_of(text)), text.index(word))
    return found.text if found else None


def test_a_topic_holds_until_the_next_one() -> None:
    text = "昆山市在新材料产业方面，聚焦甲板。再做乙板。在软件和信息服务业方面，引进丙板。"
    assert topic(text, "甲板") == "新材料产业"
    assert topic(text, "乙板") == "新材料产业"
    assert topic(text, "丙板") == "软件和信息服务业"


def test_a_heading_sets_the_topic_of_its_section() -> None:
    text = "生态环保产业：延链强链\n\n引进甲板。\n\n其他工作\n\n再做乙板。"
    assert topic(text, "甲板") == "生态环保产业"
    assert topic(text, "乙板") is None


def test_words_with_a_verb_are_no_topic() -> None:
    assert topic("加快推进产业发展方面，聚焦甲板。", "甲板") is None
