from hypothesis import given
from hypothesis import strategies as st

from bulian.extract.fold import fold
from bulian.extract.names import find_names
from bulian.extract.names.phrases import find_phrases


def names(text: str) -> list[tuple[str, str, str]]:
    found = find_names(find_phrases(text)).mentions
    return [(name.text, name.canonical, name.kind) for name in found]


def test_a_firm_known_once_is_found_everywhere() -> None:
    text = "昆山市引进远山软件、丰禾信息等企业。远山软件扩产。"
    assert [name[0] for name in names(text) if name[2] == "firm"] == ["远山软件", "丰禾信息", "远山软件"]


def test_the_introduced_short_name_settles_the_firm() -> None:
    text = "江苏远山环境集团股份有限公司（以下简称“远山环境”）投产。远山环境增长。"
    found = find_names(find_phrases(text))
    assert {name.canonical for name in found.mentions if name.kind == "firm"} == {"远山环境"}
    (alias,) = found.aliases
    assert (alias.short, alias.full) == ("远山环境", "江苏远山环境集团股份有限公司")
    assert text[alias.start : alias.end] == "江苏远山环境集团股份有限公司（以下简称“远山环境”）"


def test_things_by_what_they_end_in() -> None:
    text = "打造智能视觉产业链，建成长谷科技产业园，推进滨江智算中心项目。"
    assert [(name[0], name[2]) for name in names(text)] == [
        ("智能视觉产业链", "chain"),
        ("长谷科技产业园", "park"),
        ("滨江智算中心项目", "project"),
        ("滨江智算中心", "site"),
    ]


def test_a_conjunction_before_a_bare_process_stays_in_the_name() -> None:
    assert ("燃料电池研发与生产项目", "project") in [
        (name[0], name[2]) for name in names("推进燃料电池研发与生产项目")
    ]


@given(st.text(max_size=300))
def test_any_text_gives_names_that_stand_where_they_say(text: str) -> None:
    folded = fold(text)
    for name in find_names(find_phrases(folded)).mentions:
        assert folded[name.start : name.end] == name.text


def test_a_name_it_had_before_is_not_what_it_goes_by() -> None:
    text = "云栖软件园（原名云栖科技园）位于江城市。云栖软件园税收2亿元。"
    named = find_names(find_phrases(text)).mentions
    assert {name.canonical for name in named if name.text == "云栖软件园"} == {"云栖软件园"}
