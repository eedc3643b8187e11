"""Both languages say the same things, and say no numbers of their own."""

import re
from importlib.resources import files
from typing import get_args

import pytest

from bulian.assess.targets import WhyNot
from bulian.errors import BadRequest
from bulian.model.fact import Modality
from bulian.publish.paper import Words
from bulian.publish.wording import LANGUAGES, wording

_MADE_OF_DIGITS = ("month.", "number.magnitudes", "numerals.", "unit.", "desk_form.hint_")
"""Names of months and units, and how a value is written into a form: none tells a fact."""


def test_the_languages_have_the_same_keys_and_slots() -> None:
    zh, en = wording("zh").texts, wording("en").texts
    assert list(zh) == list(en)
    for key, text in zh.items():
        assert set(re.findall(r"\{(\w+)\}", text)) == set(re.findall(r"\{(\w+)\}", en[key])), key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_wording_holds_a_number(lang: str) -> None:
    for key, text in wording(lang).texts.items():
        if not key.startswith(_MADE_OF_DIGITS):
            Words(re.sub(r"\{\w+\}", "", text))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_and_modality_has_words(lang: str) -> None:
    words = wording(lang)
    for reason in get_args(WhyNot):
        assert words[f"why_not.{reason}"]
    for modality in get_args(Modality):
        assert words[f"modality.{modality}"]


def test_a_language_without_wording_is_refused() -> None:
    with pytest.raises(BadRequest, match="Choose zh or en"):
        wording("fr")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_templates_fill_every_slot_of_what_they_say(lang: str) -> None:
    """A word that is said without parts has no slot, or the page would show {name}."""
    said = {
        key
        for file in (files("bulian.publish.site") / "templates").iterdir()
        for key in re.findall(r"""\bt\("([a-z_.]+)"\)""", file.read_text("utf-8"))
    }
    assert len(said) > 200
    assert [key for key in sorted(said) if "{" in wording(lang)[key]] == []
