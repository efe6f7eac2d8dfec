"""Can it be read: computed from the tokens (design, section 9)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette

from coprod_desktop.domain.colours import contrast
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens

ALL = pytest.mark.parametrize("tokens", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high contrast"])
WORDS = ("text", "quiet", "you_said", "we_will", "no", "waiting", "done", "danger", "primary")


def test_contrast_is_the_sum_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@ALL
@pytest.mark.parametrize("ground", ["background", "surface"])
def test_words_are_seven_to_one(tokens: Tokens, ground: str) -> None:
    thin = {name: contrast(getattr(tokens, name), getattr(tokens, ground)) for name in WORDS}
    assert min(thin.values()) >= 7, thin


@ALL
def test_words_on_filled_grounds_are_seven_to_one(tokens: Tokens) -> None:
    assert contrast(tokens.on_primary, tokens.primary) >= 7
    assert contrast(tokens.text, tokens.selection) >= 7
    assert contrast(tokens.text, tokens.hover) >= 7


@ALL
@pytest.mark.parametrize("ground", ["background", "surface", "selection"])
def test_edges_icons_and_the_ring_are_three_to_one(tokens: Tokens, ground: str) -> None:
    # on the selection's ground edges are drawn in the primary or the quiet colour, not in `line`
    edges = ("primary", "focus", *WORDS) if ground == "selection" else ("line", "primary", "focus", *WORDS)
    for name in edges:
        assert contrast(getattr(tokens, name), getattr(tokens, ground)) >= 3, name


def test_high_contrast_of_the_system_uses_only_its_colours() -> None:
    palette = QPalette(QColor("#000000"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#00ff00"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#1aebff"))
    palette.setColor(QPalette.ColorRole.HighlightedText, QColor("#000000"))
    made = theme.from_palette(palette)
    assert (made.background, made.text, made.line, made.focus) == ("#000000", "#00ff00", "#00ff00", "#1aebff")


def test_a_highlight_that_cannot_be_seen_is_replaced_by_the_text_colour() -> None:
    palette = QPalette(QColor("#000000"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#ffffff"))
    palette.setColor(QPalette.ColorRole.Highlight, QColor("#0a0a0a"))
    assert theme.from_palette(palette).focus == "#ffffff"
