"""GB 32100-2015: the check character, a code with a wrong one, and what is no code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulian.resolve.credit_code import check_character, credit_code

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def test_by_hand() -> None:
    # Only the first character counts: 9 · 3^0 = 9, and 31 - 9 = 22 is N.
    assert check_character("9" + "0" * 16) == ALPHABET[22] == "N"


def test_a_code_in_small_letters_and_with_blanks_is_the_code() -> None:
    assert credit_code(" 91350100m000100y43 ") == "91350100M000100Y43"


@pytest.mark.parametrize("text", ["91350100M000100Y44", "91350100M000100Y4", "I1350100M000100Y43", ""])
def test_what_is_refused(text: str) -> None:
    assert credit_code(text) is None


@given(st.text(ALPHABET, min_size=17, max_size=17), st.integers(0, 16), st.sampled_from(ALPHABET))
def test_no_single_wrong_character_passes(first: str, at: int, wrong: str) -> None:
    code = first + check_character(first)
    spoilt = code[:at] + wrong + code[at + 1 :]
    assert (credit_code(spoilt) is None) == (spoilt != code)
