import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.beginning import beginning


@pytest.mark.parametrize(
    ("words", "most", "shown"),
    [
        ("The bus is late", 15, "The bus is late"),
        ("The bus is late", 14, "The bus is…"),
        ("The bus is late", 10, "The bus is…"),
        ("The bus is late", 9, "The bus…"),
        ("The bus is late", 8, "The bus…"),
        ("Llanfairpwllgwyngyll", 5, "Llanf…"),
        ("One\ntwo three", 9, "One\ntwo…"),
        ("One two\nthree", 7, "One two…"),
        ("One  two three", 6, "One…"),
        ("", 3, ""),
    ],
)
def test_long_words_are_cut_after_a_word(words, most, shown):
    assert beginning(words, most) == shown


@given(st.text(st.sampled_from("ab ł\n"), max_size=30), st.integers(1, 20))
def test_what_is_shown_is_a_beginning_and_never_longer(words, most):
    shown = beginning(words, most)
    assert shown == words or (shown.endswith("…") and words.startswith(shown[:-1]) and len(shown) <= most + 1)
