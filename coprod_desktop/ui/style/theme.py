"""How the window looks: scheme and text size in; palette, fonts, icons and style sheet out.

Sizes of text live in fonts only (a size in a style sheet would beat the person's text size), colours in tokens only.
`Title`, `Heading` and `Strong` are classes of ui/widgets/text.py; each has its own font here.
"""

from __future__ import annotations

import re
from dataclasses import asdict
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from coprod_desktop import paths
from coprod_desktop.domain.colours import contrast
from coprod_desktop.domain.value import Value, value
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.style.fusion import CoprodStyle
from coprod_desktop.ui.style.tokens import DARK, HIGH_CONTRAST, LIGHT, Tokens

BASE_POINTS = 12.0
TEXT_SCALES = (100, 125, 150, 175, 200)
FAMILIES = ["Lexend", "Noto Sans"]
_FONT_FILES = ("Lexend-Regular.ttf", "Lexend-SemiBold.ttf", "NotoSans-Regular.ttf")
_CLASS_FONTS = {"Title": (1.45, True), "Heading": (1.03, True), "Strong": (1.0, True), "Big": (1.9, True)}
_PROPERTY = "coprod_tokens"
_LOOK = "coprod_look"


class Scheme(StrEnum):
    """Which colours to use."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high contrast"


@value
class Appearance(Value):
    """How a person wants the window. `text_scale` is one of TEXT_SCALES; `still` also stops the blinking cursor."""

    scheme: Scheme = Scheme.SYSTEM
    text_scale: int = 100
    still: bool = False


def prepare(app: QApplication) -> None:
    """Do once, before the first widget: our style and our fonts."""
    app.setStyle(CoprodStyle())
    for name in _FONT_FILES:
        if paths.font(name).exists():
            QFontDatabase.addApplicationFont(str(paths.font(name)))


def apply(app: QApplication, look: Appearance) -> None:
    """Dress the whole program; also every widget that is already there."""
    chosen = tokens_for(look.scheme)
    app.setProperty(_PROPERTY, chosen)
    app.setProperty(_LOOK, look)
    ours = app.findChild(CoprodStyle)
    if ours is not None:
        ours.colours = chosen
    app.setPalette(_palette(chosen))
    app.setCursorFlashTime(0 if look.still else 1000)
    # Fonts only reach widgets that live under a style sheet when it is taken off first; class fonts come last.
    app.setStyleSheet("")
    base = QFont(FAMILIES)
    base.setPointSizeF(BASE_POINTS * look.text_scale / 100)
    app.setFont(base)
    app.setStyleSheet(_sheet(chosen, high=_is_high(chosen)))
    for name, (factor, strong) in _CLASS_FONTS.items():
        app.setFont(scaled(base, factor, strong=strong), name)  # type: ignore[arg-type]  # the stub asks for bytes, Qt for str
    icons.retint(chosen)


def tokens() -> Tokens:
    """Return the colours in use now."""
    app = QApplication.instance()
    found = app.property(_PROPERTY) if app else None
    return found if isinstance(found, Tokens) else LIGHT


def look_of(app: QApplication) -> Appearance | None:
    """Return the look the program was dressed in last."""
    found = app.property(_LOOK)
    return found if isinstance(found, Appearance) else None


def scaled(font: QFont, factor: float, *, strong: bool = False) -> QFont:
    """Return `font` at `factor` times its size, semibold if `strong`."""
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * factor)
    made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    return made


def tokens_for(scheme: Scheme) -> Tokens:
    """Return the tokens of a scheme; SYSTEM asks the system for contrast first, then for light or dark."""
    if scheme is Scheme.SYSTEM:
        hints = QGuiApplication.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return from_palette(_system_palette())
        scheme = Scheme.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else Scheme.LIGHT
    return {Scheme.LIGHT: LIGHT, Scheme.DARK: DARK}.get(scheme, HIGH_CONTRAST)


def from_palette(palette: QPalette) -> Tokens:
    """Return tokens that use only a palette's own colours, for systems set to high contrast."""
    role = QPalette.ColorRole
    text, paper = palette.color(role.WindowText).name(), palette.color(role.Window).name()
    mark, on_mark = palette.color(role.Highlight).name(), palette.color(role.HighlightedText).name()
    if contrast(mark, paper) < 3:
        mark, on_mark = text, paper
    plain = dict.fromkeys(
        ("text", "quiet", "line", "you_said", "we_will", "no", "waiting", "done", "danger", "edge"), text
    )
    return Tokens(
        background=paper,
        surface=paper,
        primary=mark,
        on_primary=on_mark,
        focus=mark,
        selection=paper,
        hover=paper,
        **plain,
    )


def _system_palette() -> QPalette:
    style = QApplication.style()
    return style.standardPalette() if style else QPalette()


def _is_high(chosen: Tokens) -> bool:
    return chosen.line == chosen.text


def _sheet(chosen: Tokens, *, high: bool) -> str:
    names = ["base.qss", "high_contrast.qss"] if high else ["base.qss"]
    text = "\n".join(paths.resource("styles", name).read_text(encoding="utf-8") for name in names)
    # a least height that is written down beats what the words need, so it has to grow with them
    line = QFontMetrics(QApplication.font()).height()
    known = asdict(chosen) | {"button_room": f"{max(32, line)}px", "field_room": f"{max(36, line + 2)}px"}
    return re.sub(r"@(\w+)", lambda found: known[found[1]], text)


def _palette(t: Tokens) -> QPalette:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    colours = {
        role.Window: t.background,
        role.WindowText: t.text,
        role.Base: t.surface,
        role.AlternateBase: t.background,
        role.Text: t.text,
        role.Button: t.surface,
        role.ButtonText: t.text,
        role.BrightText: t.danger,
        role.Highlight: t.primary,
        role.HighlightedText: t.on_primary,
        role.Link: t.primary,
        role.LinkVisited: t.you_said,
        role.ToolTipBase: t.surface,
        role.ToolTipText: t.text,
        role.PlaceholderText: t.quiet,
        role.Accent: t.primary,
        role.Light: t.surface,
        role.Midlight: t.hover,
        role.Mid: t.line,
        role.Dark: t.line,
        role.Shadow: t.line,
    }
    palette = QPalette()
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, which, QColor(t.quiet))
    return palette
