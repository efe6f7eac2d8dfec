from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QStyle, QVBoxLayout, QWidget

from coprod_desktop import paths
from coprod_desktop.domain.colours import contrast
from coprod_desktop.ui.style import icons, theme
from coprod_desktop.ui.style.theme import Appearance, Scheme
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.text import Title, Words


@pytest.fixture
def form(qtbot) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    for part in (Title("A title"), Words("Words"), QPushButton("Press"), QCheckBox("Tick")):
        column.addWidget(part)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize("scale", theme.TEXT_SCALES)
def test_all_words_grow_with_the_text_size_also_those_already_shown(dressed, form, scale) -> None:
    theme.apply(dressed, Appearance(Scheme.LIGHT, scale))
    points = 12 * scale / 100
    for kind in (Words, QPushButton, QCheckBox):
        shown = [w for w in form.findChildren(kind) if type(w) is kind]
        assert [w.font().pointSizeF() for w in shown] == [pytest.approx(points)], kind
    assert form.findChild(Title).font().pointSizeF() > points * 1.3


def test_boxes_to_tick_grow_with_the_text(dressed, form) -> None:
    def side() -> int:
        return form.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth)

    small = side()
    theme.apply(dressed, Appearance(Scheme.LIGHT, 200))
    assert side() == pytest.approx(small * 2, rel=0.1)


def test_everything_one_presses_is_44_pixels(form) -> None:
    for part in (form.findChild(QPushButton), form.findChild(QCheckBox)):
        assert part.height() >= 44, part


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST])
def test_the_edges_of_controls_can_be_seen_in_what_is_painted(dressed, form, scheme) -> None:
    theme.apply(dressed, Appearance(scheme))
    ground = QColor(theme.tokens().background).name()
    for part in (form.findChild(QPushButton), form.findChild(QCheckBox)):
        picture = part.grab().toImage()
        middle = picture.height() // 2
        colours = [picture.pixelColor(x, middle).name() for x in range(picture.width() // 3)]
        assert max(contrast(c, ground) for c in colours) >= 3, part


def test_nothing_moves_by_itself(dressed) -> None:
    assert dressed.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
    theme.apply(dressed, Appearance(Scheme.LIGHT, still=True))
    assert QApplication.cursorFlashTime() == 0


def test_icons_take_the_colour_of_the_scheme(dressed, qtbot) -> None:
    push = QPushButton("Lock")
    qtbot.addWidget(push)
    icons.put(push, "lock")

    def inked() -> set[str]:
        picture = push.icon().pixmap(push.iconSize()).toImage()
        spots = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
        return {c.name() for c in spots if c.alpha() == 255}

    assert theme.tokens().text.lower() in inked()
    theme.apply(dressed, Appearance(Scheme.DARK))
    assert inked() == {theme.tokens().text.lower()}


@pytest.mark.parametrize("svg", sorted(paths.resource("icons").glob("*.svg")), ids=lambda p: p.stem)
def test_every_icon_draws_something_and_takes_its_colour(dressed, svg) -> None:
    assert "currentColor" in svg.read_text("utf-8")
    picture = icons.pixmap(svg.stem, "#123456", 24).toImage()
    inked = sum(picture.pixelColor(x, y).alpha() > 100 for x in range(24) for y in range(24))
    assert 8 < inked < 24 * 24 * 0.7


def test_the_style_sheet_names_only_tokens_that_exist_and_no_size_of_text(dressed) -> None:
    assert "@" not in dressed.styleSheet()
    assert "font-size" not in dressed.styleSheet()


def test_words_are_never_read_as_markup(qtbot) -> None:
    label = Words("<b>bold</b> & <script>")
    qtbot.addWidget(label)
    assert label.sizeHint().width() > label.fontMetrics().horizontalAdvance("bold & ") + 40


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST])
@pytest.mark.parametrize("kind", ["primary", "outline", "danger", "plain", ""])
def test_the_focus_can_be_seen_on_every_kind_of_button(dressed, qtbot, scheme, kind) -> None:
    theme.apply(dressed, Appearance(scheme))
    window = QWidget()
    column = QVBoxLayout(window)
    push, other = button("Press", "press", kind=kind), button("Other", "other")
    column.addWidget(other)
    column.addWidget(push)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    without = push.grab().toImage()
    push.setFocus()
    ring = push.grab().toImage()
    middle = ring.height() // 2
    pairs = [(without.pixelColor(x, middle).name(), ring.pixelColor(x, middle).name()) for x in range(8)]
    assert max(contrast(*pair) for pair in pairs) >= 3
