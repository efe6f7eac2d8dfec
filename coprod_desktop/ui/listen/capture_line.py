"""The line at the foot of the Listen page: words, and beside them what it is, who said it, its theme and quoting.

It hands in what was typed and forgets it at once; whoever listens saves it, and puts it back when that fails.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from coprod_desktop.domain.words import EntryKind, Sort, WhoseWords
from coprod_desktop.ui._forms.capture_line import Ui_CaptureLine
from coprod_desktop.ui.base.timers import Soon
from coprod_desktop.ui.listen import menus
from coprod_desktop.ui.listen.completion import Completion
from coprod_desktop.ui.listen.in_hand import InHand, spoken
from coprod_desktop.ui.listen.typed_line import LineBeingTyped
from coprod_desktop.ui.listen.voices import Voice, Voices
from coprod_desktop.ui.style import icons, theme
from coprod_desktop.ui.widgets.kept_field import DRAFT_MS

LONGEST_CHOICE = 9
"""What is chosen is cut on its button at this many line heights; a screen reader has all of it."""


class CaptureLine(QWidget):
    """The window on what is in hand (in_hand.py): fields, buttons and keys."""

    entered = Signal(object, str)
    """(Said, id of the line: a new one, or the one being changed)"""
    typed = Signal(object)
    """The line so far (LineBeingTyped), soon after it changed."""
    edit_last_wanted = Signal()
    edit_left = Signal(str)
    """Changing a line was given up: its id."""
    gap_wanted = Signal()
    risk_wanted = Signal()
    theme_wanted = Signal()
    """A theme that is on no list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._form = form = Ui_CaptureLine()
        form.setupUi(self)
        self.setObjectName("captureLine")
        self.field = form.captureWords
        self._hand = InHand()
        self.first_letters = self._covered = False
        self._soon = Soon(self._say_typed, DRAFT_MS, self)
        self._set_up_buttons()
        self._completion = Completion(self.field, self._hand.names)
        self._completion.picked.connect(self._completed)
        self.field.textChanged.connect(self._changed)
        self.field.entered.connect(self.enter)
        self.field.gave_up.connect(self.leave_edit)
        self.field.up_when_empty.connect(self._up)
        self.field.installEventFilter(self)
        form.editingBar.hide()
        self._show_choices()

    def _set_up_buttons(self) -> None:
        form = self._form
        for push, key, act in (
            (form.kindPicker, "Alt K", self.pick_kind),
            (form.sortPicker, "Alt I", self.pick_sort),
            (form.whoPicker, "Alt W", self.pick_who),
            (form.themePicker, "Alt T", self.pick_theme),
            (form.whosePicker, "Alt D", self.pick_whose),
        ):
            icons.put(push, "down")
            push.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            self._set_up(push, key, act)
        icons.put(form.quotePicker, "quote")
        icons.put(form.riskButton, "risk", "danger")
        self._set_up(form.quotePicker, "Alt Q", self.turn_quote)
        self._set_up(form.gapButton, "Ctrl G", self.gap_wanted.emit)
        self._set_up(form.riskButton, "Ctrl Shift R", self.risk_wanted.emit)
        form.riskButton.setToolTip("Someone may be at risk: Ctrl Shift R")
        self._set_up(form.saveLine, "Enter", self.enter)
        self._set_up(form.leaveEdit, "Escape", self.leave_edit)

    def _set_up(self, push: QPushButton, key: str, act: object) -> None:
        push.setToolTip(key)
        push.setAccessibleDescription(f"Key: {key}")
        # a press with the mouse leaves the focus where one types
        push.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        push.setAutoDefault(False)
        push.clicked.connect(lambda: act())  # type: ignore[operator]

    # ---- what there is to choose from

    def set_choices(self, voices: Voices, used_themes: Sequence[str], starter_themes: Sequence[str]) -> None:
        """Say who can have said it and which themes there are; what is chosen stays."""
        self._hand.set_choices(voices, used_themes, starter_themes)
        self._show_choices()

    # ---- what it holds

    @property
    def said(self) -> LineBeingTyped:
        """What the line holds now."""
        return self._now().said

    @property
    def editing(self) -> str | None:
        """The line that is being changed."""
        return self._hand.editing

    def _now(self) -> InHand:
        """Return what is in hand, with the words as they stand in the field."""
        self._hand.said = replace(self._hand.said, words=self.field.words())
        return self._hand

    def is_empty(self) -> bool:
        """Tell whether there are no words in it."""
        return self._now().is_empty()

    def start_again(self) -> None:
        """Forget everything: another session is shown."""
        self._hand.start_again()
        self._show()

    def put_back(self, said: LineBeingTyped, line_id: str = "") -> bool:
        """Give words back that could not be saved, as they were. False when others have been typed since, which stay."""
        taken = self._now().put_back(said, line_id)
        if taken and self.editing is None:
            self._show()
        return taken

    def take_draft(self, said: LineBeingTyped) -> None:
        """Take words that were typed before the program stopped, with those that are being typed now."""
        self._now().take_draft(said)
        self._show()

    def throw_away(self) -> None:
        """Forget the words being typed."""
        self._hand.throw_away()
        self._show()

    def edit(self, line_id: str, said: LineBeingTyped, at: str) -> None:
        """Change a line that was saved; what was being typed waits until that is done."""
        self.hand_in_draft()
        self._now().edit(line_id, said)
        self._show()
        self._form.editingWords.show_state("info", self._hand.changing_words(at))
        self.field.setFocus()

    def leave_edit(self) -> None:
        """Give up changing a line. Nothing of it was changed."""
        left = self._hand.leave_edit()
        if left is not None:
            self._show()
            self.edit_left.emit(left)

    def _show(self) -> None:
        """Put what is in hand into the field."""
        words = self._hand.said.words
        self._form.editingBar.setVisible(self.editing is not None)
        self.field.blockSignals(True)
        self.field.set_words(words)
        self.field.blockSignals(False)
        self._completion.close()
        self._soon.stop()
        if words:
            self._soon.start()
        self._show_choices()

    # ---- typing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def _changed(self) -> None:
        self._soon.begin()

    def hand_in_draft(self) -> None:
        """Say what was typed so far, if it was not said yet."""
        if self._soon.isActive():
            self._soon.stop()
            self._say_typed()

    def _say_typed(self) -> None:
        self.typed.emit(self.said)

    def enter(self) -> None:
        """Hand in the line and begin the next one."""
        self.field.setFocus()
        handed = self._now().enter(first_letters=self.first_letters)
        self._show()
        if handed is not None:
            self.entered.emit(*handed)

    def _up(self) -> None:
        if self.editing is None:
            self.edit_last_wanted.emit()

    def _completed(self, sign: str, name: str) -> None:
        self._hand.completed = True
        if sign == "@":
            self.choose_voice(self._hand.voices.by_name[name])
        else:
            self.choose_theme(name)

    # ---- choosing

    def pick_kind(self) -> None:
        """Open the list of what it is."""
        menus.kinds(self._menu(self._form.kindPicker, "What it is"), self.choose_kind, self._hand.said.kind)

    def pick_sort(self) -> None:
        """Open the list of what sort of thing it is."""
        menus.sorts(self._menu(self._form.sortPicker, "What sort"), self.choose_sort, self._hand.said.sort)

    def pick_who(self) -> None:
        """Open the list of who said it."""
        hand = self._hand
        menus.who(self._menu(self._form.whoPicker, "Who said it"), hand.voices, self.choose_voice, hand.last)

    def pick_theme(self) -> None:
        """Open the list of themes."""
        menu = self._menu(self._form.themePicker, "Theme")
        menus.themes(menu, self._hand.used, self._hand.starters, self._theme_picked)

    def pick_whose(self) -> None:
        """Open the list of whose words they are, and for whom it was said."""
        menu = self._menu(self._form.whosePicker, "Whose words")
        menus.whose(menu, self._hand.voices, self.choose_for, self.choose_whose, self._hand.whose())

    def pick_for(self) -> None:
        """Open the list of for whom it was said."""
        menus.for_whom(self._menu(self._form.whosePicker, "For whom"), self._hand.voices, self.choose_for)

    def turn_description(self) -> None:
        """Our description, or not?"""
        self._choose(self._hand.turn_description)

    def _theme_picked(self, theme: str | None) -> None:
        if theme is None:
            self.theme_wanted.emit()
        else:
            self.choose_theme(theme)

    def choose_kind(self, kind: EntryKind) -> None:
        """Say what it is."""
        self._choose(partial(self._hand.choose_kind, kind))

    def choose_sort(self, sort: Sort | None) -> None:
        """Say what sort of thing it is."""
        self._choose(partial(self._hand.choose_sort, sort))

    def turn_kind(self, kind: EntryKind) -> None:
        """Make it this kind, or an ordinary line if it is this kind already."""
        self._choose(partial(self._hand.turn_kind, kind))

    def choose_voice(self, voice: Voice) -> None:
        """Say who said it; quoting is filled from what they answered."""
        self._choose(partial(self._hand.choose_voice, voice))

    def choose_theme(self, theme_words: str) -> None:
        """Give it a theme, "" for none."""
        self._choose(partial(self._hand.choose_theme, theme_words))

    def choose_whose(self, whose: WhoseWords) -> None:
        """Whose words are they?"""
        self._choose(partial(self._hand.choose_whose, whose))

    def choose_for(self, person: str | None) -> None:
        """For whom was it said?"""
        self._choose(partial(self._hand.choose_for, person))

    def turn_quote(self) -> None:
        """Whatever the speaker answered once: may this line be quoted?"""
        self._choose(self._hand.turn_quote)

    def _choose(self, choose: Callable[[], None]) -> None:
        choose()
        self._show_choices()
        if not self.is_empty():
            self._changed()  # who said it is kept with the words
        self.field.setFocus()

    def _menu(self, below: QPushButton, title: str) -> QMenu:
        menu = menus.new(self, f"{below.objectName()}Menu", title)
        # shown once it is filled, upwards, as the line is at the foot of the window
        QTimer.singleShot(0, menu, lambda: menu.popup(below.mapToGlobal(QPoint(0, -menu.sizeHint().height()))))
        return menu

    def show_covered(self, *, on: bool) -> None:
        """Show no names, or show them again."""
        self._covered = on
        self._show_choices()

    def _show_choices(self) -> None:
        form, hand = self._form, self._hand
        shown = {
            form.kindPicker: hand.kind_words(),
            form.sortPicker: hand.sort_words(),
            form.whoPicker: hand.who_words(),
            form.themePicker: hand.theme_words(),
            form.whosePicker: hand.whose_words(),
            form.quotePicker: hand.quote_words(),
        }
        if self._covered:  # people can see the laptop: no name stands here
            for push, plain in ((form.whoPicker, "Who"), (form.whosePicker, "Whose")):
                shown[push] = plain if shown[push] == plain else f"{plain}: covered"
        for push, words in shown.items():
            if push.property("whole") == words:
                continue
            push.setProperty("whole", words)
            short = push.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, push.fontMetrics().height() * LONGEST_CHOICE
            )
            push.setText(short.replace("&", "&&"))
            push.setAccessibleName(spoken(words))

    # ---- the look

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102
        colours, focused = theme.tokens(), self.field.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 3.0 if focused else 1.0
        painter.setPen(QPen(QColor(colours.focus if focused else colours.line), width))
        painter.setBrush(QColor(colours.surface))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 12, 12)
