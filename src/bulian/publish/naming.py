"""A datum in one line: whose, what, how counted, when."""

from bulian.assess.datum import Datum
from bulian.publish.paper import Label, Name, Text, Words
from bulian.publish.periods import period_words
from bulian.publish.sections.cells import basis, called, indicator_name
from bulian.publish.wording import Wording


def what(datum: Datum, words: Wording) -> str:
    """The indicator with its basis, as the papers name it: 规模以上工业增加值增速（同比）."""
    remark = _flat(basis(datum, words))
    name = _flat(indicator_name(datum, words))
    return (
        f"{name}（{remark}）" if remark and words.lang == "zh" else f"{name} ({remark})" if remark else name
    )


def beside(indicator: str, words: Wording) -> str:
    """The indicator as documents have it, in English after its English name where the vocabulary has one."""
    plain = indicator.removesuffix("增速")
    name = called(plain, words)
    if name == plain:
        return indicator
    return f"{name if plain == indicator else words['aspect.growth'].format(indicator=name)} {indicator}"


def when(datum: Datum, words: Wording) -> str:
    """The period in words; 无期限 where there is none."""
    return period_words(datum.fact.period, words) if datum.fact.period else words["mark.undated"]


def _flat(text: Text) -> str:
    return "".join(node.text for node in text if isinstance(node, Words | Name | Label))
