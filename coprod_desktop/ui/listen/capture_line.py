"""The line at the foot of the Listen page: words, and beside them what it is, who said it, its theme and quoting.

It hands in what was typed and forgets it at once; whoever listens saves it, and puts it back when that fails.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from coprod_desktop.domain import shorthand
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.words import KIND_WORDS, EntryKind, WhoseWords
from coprod_desktop.ui._forms.capture_line import Ui_CaptureLine
from coprod_desktop.ui.listen import menus
from coprod_desktop.ui.listen.completion import Completion
from coprod_desktop.ui.listen.typed_line import LineBeingTyped
from coprod_desktop.ui.listen.voices import NOT_SAID, Voice, Voices
from coprod_desktop.ui.style import icons, theme
from coprod_desktop.ui.widgets.kept_field import Soon

LONGEST_CHOICE = 9
"""What is chosen is cut on its button at this many line heights; a screen reader has all of it."""
_ONLY_CAME = "May quote: who came"
_QUOTE_WORDS = {True: "May quote: yes", False: "May quote: no", None: "May quote?"}

_SPOKEN = {
    "May quote?": "May quote: not asked",
    "Whose": "Whose words: their own",
    "Who": "Who said it",
    **{words: f"What it is: {words}" for words in KIND_WORDS.values()},
}
"""What a screen reader is told where the button is short."""


class CaptureLine(QWidget):
    """`said` is what it holds. `editing` is the id of the line being changed, None while a new one is typed."""

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
        self.editing: str | None = None
        self._said = self._held = LineBeingTyped()
        self._id, self._held_id = new_id(), ""
        self._last = NOT_SAID
        self._voices, self._used, self._starters = Voices(), list[str](), list[str]()
        self.first_letters = False
        self._soon = Soon(self._say_typed, self)
        self._set_up_buttons()
        self._completion = Completion(self.field, self._names)
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
        self._voices, self._used, self._starters = voices, list(used_themes), list(starter_themes)
        for name in ("_said", "_held"):
            said: LineBeingTyped = getattr(self, name)
            if said.voice != NOT_SAID:
                fresh = self._voices.find(said.voice.speaker, said.voice.role)
                asked_since = fresh.quote is not said.voice.quote
                setattr(self, name, said.by(fresh) if asked_since else replace(said, voice=fresh))
        self._show_choices()

    def _names(self, sign: str) -> Sequence[str]:
        return list(self._voices.by_name) if sign == "@" else self._themes()

    def _themes(self) -> list[str]:
        return [*self._used, *(t for t in self._starters if t not in self._used)]

    # ---- what it holds

    @property
    def said(self) -> LineBeingTyped:
        """What the line holds now."""
        return replace(self._said, words=self.field.words())

    def is_empty(self) -> bool:
        """Tell whether there are no words in it."""
        return not self.field.words().strip()

    def start_again(self) -> None:
        """Forget everything: another session is shown."""
        self._close_edit_bar()
        self._said = self._held = LineBeingTyped()
        self._id, self._last = new_id(), NOT_SAID
        self._put(LineBeingTyped())

    def put_back(self, said: LineBeingTyped, line_id: str = "") -> bool:
        """Give words back that could not be saved, as they were. False when others have been typed since, which stay."""
        now = self.said if self.editing is None else self._held
        if now.words.strip():
            return False
        if self.editing is None:
            self._id = line_id or self._id
            self._put(said)
        else:
            self._held, self._held_id = said, line_id or self._held_id
        return True

    def put_before(self, words: str) -> None:
        """Put words before those that are being typed."""
        self._put(replace(self.said, words=f"{words}\n{self.field.words()}"))

    def throw_away(self) -> None:
        """Forget the words being typed."""
        self._put(LineBeingTyped())
        self._id = new_id()

    def edit(self, line_id: str, said: LineBeingTyped, at: str) -> None:
        """Change a line that was saved; what was being typed waits until that is done."""
        if self.editing is None:
            self._held, self._held_id = self.said, self._id
        self.hand_in_draft()
        self.editing, self._id = line_id, line_id
        self._put(said)
        self._form.editingWords.show_state("info", f"Changing what was said at {at}" if at else "Changing a line")
        self._form.editingBar.show()
        self.field.setFocus()

    def leave_edit(self) -> None:
        """Give up changing a line. Nothing of it was changed."""
        if self.editing is None:
            return
        left = self.editing
        self._end_edit()
        self.edit_left.emit(left)

    def _end_edit(self) -> None:
        self._close_edit_bar()
        self._id = self._held_id or new_id()
        self._put(self._held)
        self._held, self._held_id = LineBeingTyped(), ""

    def _close_edit_bar(self) -> None:
        self.editing = None
        self._form.editingBar.hide()

    def _put(self, said: LineBeingTyped) -> None:
        self._said = said
        self.field.blockSignals(True)
        self.field.set_words(said.words)
        self.field.blockSignals(False)
        self._completion.close()
        self._soon.stop()
        if said.words:
            self._soon.start()
        self._show_choices()

    # ---- typing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def _changed(self) -> None:
        self._soon.typed()

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
        said = self.said.read(self._read(), self._voices)
        if not said.words.strip():
            self._put(replace(said, words=""))
            return
        handed = self._id
        self._soon.stop()
        if self.editing is not None:
            self._end_edit()
        else:
            self._last = said.voice if said.voice != NOT_SAID else self._last
            self._id = new_id()
            self._put(LineBeingTyped())
        self.entered.emit(said, handed)

    def _read(self) -> shorthand.TypedLine:
        names = {name: voice.key for name, voice in self._voices.by_name.items()}
        return shorthand.read_line(self.field.words(), names, self._themes(), shorthand=self.first_letters)

    def _up(self) -> None:
        if self.editing is None:
            self.edit_last_wanted.emit()

    def _completed(self, sign: str, name: str) -> None:
        if sign == "@":
            self.choose_voice(self._voices.by_name[name])
        else:
            self.choose_theme(name)

    # ---- choosing

    def pick_kind(self) -> None:
        """Open the list of what it is."""
        menus.kinds(self._menu(self._form.kindPicker, "What it is"), self.choose_kind, self._said.kind)

    def pick_who(self) -> None:
        """Open the list of who said it."""
        menus.who(self._menu(self._form.whoPicker, "Who said it"), self._voices, self.choose_voice, self._last)

    def pick_theme(self) -> None:
        """Open the list of themes."""
        menu = self._menu(self._form.themePicker, "Theme")
        menus.themes(menu, self._used, self._starters, self._theme_picked)

    def pick_whose(self) -> None:
        """Open the list of whose words they are, and for whom it was said."""
        menu = self._menu(self._form.whosePicker, "Whose words")
        now = self._said.whose or (WhoseWords.SUPPORTER if self._said.said_for else WhoseWords.THEIRS)
        menus.whose(menu, self._voices, self.choose_for, self.choose_whose, now)

    def _theme_picked(self, theme: str | None) -> None:
        if theme is None:
            self.theme_wanted.emit()
        else:
            self.choose_theme(theme)

    def choose_kind(self, kind: EntryKind) -> None:
        """Say what it is; the same kind once more makes it an ordinary line again."""
        self._choose(replace(self._said, kind=kind))

    def turn_kind(self, kind: EntryKind) -> None:
        """Make it this kind, or an ordinary line if it is this kind already."""
        self.choose_kind(EntryKind.CONTRIBUTION if self._said.kind is kind else kind)

    def choose_voice(self, voice: Voice) -> None:
        """Say who said it; quoting is filled from what they answered."""
        self._choose(self._said.by(voice))

    def choose_theme(self, theme_words: str) -> None:
        """Give it a theme, "" for none."""
        self._choose(replace(self._said, theme=theme_words))

    def choose_whose(self, whose: WhoseWords) -> None:
        """Whose words are they?"""
        self._choose(replace(self._said, whose=whose))

    def choose_for(self, person: str | None) -> None:
        """For whom was it said? A supporter's words, unless it is said whose they are."""
        self._choose(replace(self._said, said_for=person, whose=self._said.whose if person else None))

    def turn_quote(self) -> None:
        """Whatever the speaker answered once: may this line be quoted?"""
        self._choose(replace(self._said, quote=self._said.quote is not True))

    def _choose(self, said: LineBeingTyped) -> None:
        self._said = said
        self._show_choices()
        if not self.is_empty():
            self._changed()  # who said it is kept with the words
        self.field.setFocus()

    def _menu(self, below: QPushButton, title: str) -> QMenu:
        menu = menus.new(self, f"{below.objectName()}Menu", title)
        # shown once it is filled, upwards, as the line is at the foot of the window
        QTimer.singleShot(0, menu, lambda: menu.popup(below.mapToGlobal(QPoint(0, -menu.sizeHint().height()))))
        return menu

    def _show_choices(self) -> None:
        form, said = self._form, self._said
        shown = {
            form.kindPicker: KIND_WORDS[said.kind],
            form.whoPicker: f"Who: {said.voice.words}" if said.voice.words else "Who",
            form.themePicker: f"Theme: {said.theme}" if said.theme else "Theme",
            form.whosePicker: said.shown_whose(self._voices) or "Whose",
            form.quotePicker: _ONLY_CAME if said.quote and said.circle is Circle.CAME else _QUOTE_WORDS[said.quote],
        }
        for push, words in shown.items():
            if push.property("whole") == words:
                continue
            push.setProperty("whole", words)
            short = push.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, push.fontMetrics().height() * LONGEST_CHOICE
            )
            push.setText(short.replace("&", "&&"))
            push.setAccessibleName(_SPOKEN.get(words, words))

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
