import pytest

from bulian.extract.names.firms import find_firms
from bulian.extract.names.form import is_firm_name
from bulian.extract.names.legal import core
from bulian.extract.names.phrases import find_phrases


def firms(text: str) -> set[str]:
    return {text[start:end] for start, end in find_firms(find_phrases(text))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("昆山市引进远山软件、丰禾信息等优质企业。", {"远山软件", "丰禾信息"}),
        ("以远山智能为链主建设产业链。", {"远山智能"}),
        ("由江苏远山（昆山）新材料有限公司承建。", {"江苏远山（昆山）新材料有限公司"}),
        ("行业龙头企业——丰禾锂电，去年落户。", {"丰禾锂电"}),
        ("抓住远山智能在区增资扩产机遇。", {"远山智能"}),
        ("丰禾药业成功上市。", {"丰禾药业"}),
        ("远山港口集团与两地合作。", {"远山港口集团"}),
    ],
)
def test_the_words_around_tell_a_firm(text: str, expected: object) -> None:
    assert firms(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "引进减速器、控制器等核心零部件企业。",
        "以新能源汽车为龙头，带动配套。",
        "发展零部件制造、软件研发等企业。",
        "上市公司数量居全市首位，培育一批企业集团。",
    ],
)
def test_trades_products_and_kinds_are_no_firms(text: str) -> None:
    assert firms(text) == set()


def test_a_place_is_no_firm_name() -> None:
    assert not is_firm_name("昆山")
    assert is_firm_name("远山电子")


def test_the_core_of_a_legal_name() -> None:
    assert core("江苏远山环境集团股份有限公司") == "远山环境"
    assert core("远山环境") == "远山环境"
