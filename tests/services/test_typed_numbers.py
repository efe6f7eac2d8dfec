"""Numbers as people type them; what is none is a sentence, and stays as it was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.errors import UserError
from coprod_desktop.services import typed_numbers as typed


@pytest.mark.parametrize(
    ("read", "words", "value"),
    [
        (typed.whole, " 12 ", 12), (typed.whole, "1,200", 1200), (typed.whole, "", None), (typed.whole, None, None),
        (typed.pence, "£1,250.50", 125_050), (typed.pence, "18.5", 1850), (typed.pence, "0", 0), (typed.pence, "", None),
        (typed.share, "58.3%", 58.3), (typed.share, "75", 75), (typed.share, " ", None),
    ],
)  # fmt: skip
def test_what_is_a_number(read, words, value):
    assert read(words) == value


@pytest.mark.parametrize(
    ("read", "words"),
    [
        (typed.whole, "a few"), (typed.whole, "-1"), (typed.whole, "2.5"), (typed.whole, "٣"), (typed.whole, "9" * 12),
        (typed.pence, "1.234"), (typed.pence, "12,50"), (typed.pence, "ten"), (typed.pence, "99999999999"),
        (typed.share, "101"), (typed.share, "half"), (typed.share, "-3"),
    ],
)  # fmt: skip
def test_what_is_none_is_said(read, words):
    with pytest.raises(UserError) as said:
        read(words)
    assert words in said.value.what
    assert "stays as you typed it" in said.value.do


@given(st.integers(0, 10**9))
def test_an_amount_is_read_as_it_is_shown(pence):
    assert typed.pence(typed.shown_pence(pence)) == pence
