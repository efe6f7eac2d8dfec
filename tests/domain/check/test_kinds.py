"""What is left of a text in which something was left out."""

import pytest

from coprod_desktop.domain.check.kinds import has_gap, only_gaps


@pytest.mark.parametrize(
    ("text", "gap", "nothing_else"),
    [
        ("[name left out]", True, True),
        ("[Name left out], [number left out].", True, True),
        ("[name left out] never rings", True, False),
        ("We may not print the rest.", True, False),
        ("Nobody rings [ever]", False, False),
        ("", False, False),
    ],
)
def test_a_text_of_gaps_alone_says_nothing(text, gap, nothing_else):
    assert (has_gap(text), only_gaps(text)) == (gap, nothing_else)
