"""Listen: what people say, as they say it, with the agenda on one side and the room on the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.domain.words import EntryKind, Group
from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, sessions
from coprod_desktop.services.capture import is_gap
from coprod_desktop.services.drafts import Kept
from coprod_desktop.services.seen import listen
from coprod_desktop.services.seen.listen import ListenSeen, called_otherwise, tells_of_the_room
from coprod_desktop.ui._forms.listen import Ui_Listen
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.listen import hour, said_lines, screen_part
from coprod_desktop.ui.listen.at_risk import AtRisk
from coprod_desktop.ui.listen.chosen_line import ChosenLine
from coprod_desktop.ui.listen.covering import Covering
from coprod_desktop.ui.listen.drafts import Drafts
from coprod_desktop.ui.listen.held import Held
from coprod_desktop.ui.listen.keys import KEYS as KEYS
from coprod_desktop.ui.listen.lines import Lines
from coprod_desktop.ui.listen.more_menu import Here, MoreMenu
from coprod_desktop.ui.listen.paste_offer import PasteOffer
from coprod_desktop.ui.listen.questions import Questions
from coprod_desktop.ui.listen.room_dialogs import RoomDialogs
from coprod_desktop.ui.listen.row_menu import RowActs
from coprod_desktop.ui.listen.screen_part import ScreenPart
from coprod_desktop.ui.listen.spelling import Spelling
from coprod_desktop.ui.listen.typed_line import LineBeingTyped, draft_again, to_change
from coprod_desktop.ui.listen.voices import Voices, voices_of
from coprod_desktop.ui.pages.base import Page
from coprod_desktop.ui.widgets.growing_field import GrowingField
from coprod_desktop.ui.words.rules import agreed_words

CHOICES_MS = 150
"""Themes are counted again this long after the last line, so that Enter never waits for it."""
FOLD_LETTERS = 96
"""Narrower than this many letters, the two side columns become one."""
LEAST_LINES = 5
"""Lines of text above the capture line that are always there, however large the text."""


class ListenPage(Page):
    """Puts the parts together and calls the verbs. The capture line has the focus whenever nothing else was asked for."""

    title: ClassVar[str] = "Listen"
    stays_open: ClassVar[bool] = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.form = Ui_Listen()
        self.form.setupUi(self)
        self.setObjectName("ListenPage")
        self.line = self.form.captureLine
        self.lines = Lines(context, self)
        self.list = self.lines.list
        self.drafts = Drafts(context, self.form.draftBanner, self)
        self.acts = RowActs(self.lines, self)
        self.held = Held(context, self.lines, self.line, self)
        self.room: ListenSeen | None = None
        self.content = context.desk.content
        self._voices = Voices()
        self.questions = Questions(context, self.lines, self.line.field, self)
        self.on_line = ChosenLine(context, self.lines, self.line, self.drafts, self.acts, self)
        self.spelling = [Spelling(context, self.line.field)]
        self.on_line.made.connect(self._spell_there_too)
        self.at_risk = AtRisk(context, self.lines, self.line, self.drafts, self)
        self.dialogs = RoomDialogs(context, self.line.field, self)
        self.more = MoreMenu(self.form.listenMore, self._here)
        self.paste = PasteOffer(self.line, self._here, self)
        parts = (self.form.agendaCard, self.form.accessCard, self.form.leftSide)
        self.hour = hour.Hour(context, *parts, self.line.field, self)
        self.covering = Covering(self.form, self.lines)
        self.on_screen = ScreenPart(context, self.covering, self.on_line.current, self.hour.go_on, self)
        self._put_list()
        self._connect()
        self._set_up_keys()
        self._choices_soon = Pause(self._show_choices, CHOICES_MS, self)

    def _put_list(self) -> None:
        place = QVBoxLayout(self.form.listPlace)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self.list)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        QWidget.setTabOrder(self.form.agendaCard.make, self.list)
        self.list.setMinimumHeight(60)

    def _connect(self) -> None:
        form, line, lines, acts = self.form, self.line, self.lines, self.acts
        line.entered.connect(self._entered)
        line.typed.connect(lambda said: self.drafts.keep(said, line.editing))
        line.edit_last_wanted.connect(self._edit_last)
        line.edit_left.connect(lambda line_id: self.drafts.drop(f"entry:{line_id}"))
        line.gap_wanted.connect(self._gap)
        line.risk_wanted.connect(lambda: self._risk())
        acts.risk_wanted.connect(self._risk)
        self.on_screen.listen_to(acts, self.at_risk)
        line.theme_wanted.connect(lambda: self.questions.theme(line.choose_theme))
        lines.changed.connect(self._lines_changed)
        lines.not_changed.connect(self._not_changed)
        self.list.menu_wanted.connect(acts.open_menu)
        acts.edit_wanted.connect(self.on_line.edit)
        acts.join_wanted.connect(lines.join)
        acts.strike_wanted.connect(self.questions.strike)
        acts.seen_to_wanted.connect(self.questions.seen_to)
        acts.same_as_wanted.connect(self.questions.same_as)
        acts.theme_wanted.connect(lambda line_id: self.questions.theme(partial(self._set_theme, line_id)))
        self.drafts.put_back.connect(self._put_back_draft)
        form.agendaCard.make_wanted.connect(lambda: self.context.open_page("get_ready", self.session_id))
        form.roomCard.count_wanted.connect(self._count)
        form.roomCard.arrivals_wanted.connect(self._open_arrivals)
        form.rulesCard.wanted.connect(self._open_rules)
        form.noticeCard.wanted.connect(self._open_notice)

    def _set_up_keys(self) -> None:
        on = self.on_line
        does: dict[str, Callable[[], object]] = {
            "kind": partial(on.pick, "kind", self.line.pick_kind),
            "sort": partial(on.pick, "sort", self.line.pick_sort),
            "who": partial(on.pick, "who", self.line.pick_who),
            "theme": partial(on.pick, "theme", self.line.pick_theme),
            "whose": partial(on.pick, "whose", self.line.pick_whose),
            "for": partial(on.pick, "for", self.line.pick_for),
            "ours": partial(on.turn, self.acts.turn_description, self.line.turn_description),
            "quote": partial(on.turn, self.acts.turn_quote, self.line.turn_quote),
            "park": partial(on.turn_kind, EntryKind.PARKING_LOT),
            "access": partial(on.turn_kind, EntryKind.ACCESS_INCIDENT),
            "papers": on.turn_papers,
            "list": on.to_last,
            "more": self.more.open,
            "gap": self._gap,
            "back": self._come_back,
            "arrivals": self._open_arrivals,
            "risk": self._risk,
            "same": partial(on.turn, lambda line: self.questions.same_as(line.id), lambda: None),
            "seen_to": partial(on.turn, lambda line: self.questions.seen_to(line.id), self._seen_to_last),
            "join": partial(on.turn, lambda line: self.lines.join(line.id), lambda: None),
        }
        for sequence, _words, name in KEYS:
            self._key(sequence, self, Qt.ShortcutContext.WidgetWithChildrenShortcut, does[name])
        self._key(
            "F2", self.list, Qt.ShortcutContext.WidgetShortcut, partial(on.turn, lambda line: on.edit(line.id), int)
        )
        self._key("Delete", self.list, Qt.ShortcutContext.WidgetShortcut, self._strike_current)
        self._key("Escape", self.list, Qt.ShortcutContext.WidgetShortcut, self.line.field.setFocus)

    def _key(self, sequence: str, where: QWidget, context: Qt.ShortcutContext, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(sequence), where)
        shortcut.setContext(context)
        shortcut.activated.connect(act)

    # ---- what the shell asks of a page

    def open(self, session_id: str | None) -> None:  # noqa: D102
        other = session_id != self.session_id
        super().open(session_id)
        self.hour.open(session_id)
        if session_id is None:
            return
        self.line.first_letters = self.context.settings.read().shorthand
        self._read_room()
        if other:
            self.on_line.close()
            self.line.start_again()
            self.on_screen.open(session_id)
            self.held.open(session_id)
            self.questions.open(session_id)
            self.lines.load(session_id, partial(self._loaded, session_id))

    def _loaded(self, session_id: str) -> None:
        self._show_choices()
        self.drafts.open(session_id)
        self.context.runner.once_idle(self._make_rest)

    def _make_rest(self) -> None:
        """One can type: make what is wanted once there are lines, before it is."""
        if shiboken6.isValid(self):
            self.on_line.make()

    def _spell_there_too(self, field: GrowingField) -> None:
        self.spelling.append(Spelling(self.context, field))
        self._show_choices()

    def point_at(self, row: Ref) -> None:  # noqa: D102
        self.lines.go_to(row.id)

    def leave(self) -> None:  # noqa: D102
        self.hour.leave()
        self.on_line.hand_over()
        self.line.hand_in_draft()
        self.held.save(by_itself=True)

    def apply(self, changes: Changes) -> None:  # noqa: D102
        if self.session_id is None:
            return
        self.lines.apply(changes)
        if any(True for _ in changes.all()):  # the disk took something: it may take what waits
            self.held.save(by_itself=True)
        if self.line.editing in {ref.id for ref in changes.removed}:
            self.line.leave_edit()
        if tells_of_the_room(changes, self.session_id):
            self._read_room()

    def keys(self) -> Sequence[tuple[str, str]]:  # noqa: D102
        shown = [(sequence.replace("+", " "), words) for sequence, words, _ in (*KEYS, *hour.KEYS, *screen_part.KEYS)]
        return [
            ("Enter", "Save the line"),
            ("Shift Enter", "Begin a new line in the same words"),
            ("Up", "On an empty line: change the last one"),
            ("@  #", "Who said it, and its theme: Tab or Enter takes what is offered"),
            *shown,
            ("Enter, F2", "In the list: change the words there. Ctrl Enter makes two lines of it at the cursor"),
            ("Shift Up, Shift Down", "In the list: choose several lines"),
            ("Delete", "In the list: don't write that down"),
        ]

    def panes(self) -> list[QWidget]:  # noqa: D102
        form = self.form
        said = self.list if self.list.isVisible() else form.saidCard
        return [form.draftBanner, form.leftSide, said, form.rightSide, self.line]

    def first_focus(self) -> QWidget | None:  # noqa: D102
        field: QWidget = self.line.field
        return field

    # ---- showing

    def _read_room(self) -> None:
        session = self.session_id
        if session is not None:
            self.context.runner.ask(
                listen.read, session, done=lambda found: self._show_room(session, found), owner=self
            )

    def _show_room(self, session: str, found: ListenSeen) -> None:
        if session != self.session_id:
            return
        before, self.room = self.room, found
        self.form.roomCard.show_counts(found.came(), found.session.headcount)
        self.covering.show(found)
        self.form.rulesCard.show_agreed(agreed_words(found.session.rules_agreed))
        self.hour.show_seen(found)
        self._show_choices()
        self.dialogs.show_room(found)
        if before is not None and before.session.id == session:
            self.lines.refresh(self.lines.said_by(called_otherwise(before.people, found.people)))

    def _show_choices(self) -> None:
        starters, themes = list(self.content.themes()), self.lines.themes()
        self._voices = voices_of(self.room.people if self.room else (), self._roles())
        self.line.set_choices(self._voices, themes, starters)
        for spelling in self.spelling:
            spelling.know([*themes, *starters, *(self.room.names() if self.room else ())])
        self.covering.show_not_heard(listen.not_heard_words(self.room.people if self.room else (), self.lines.all()))
        self.acts.voices, self.acts.starter_themes = self._voices, starters

    def _lines_changed(self) -> None:
        self.form.saidCount.setText(said_lines.count_words(self.lines.all()))
        self.form.saidCount.setVisible(bool(self.lines.all()))
        self.form.noneSaid.setVisible(not self.lines.all())
        self.form.listPlace.setVisible(bool(self.lines.all()))
        self._choices_soon.start()

    def heightForWidth(self, width: int) -> int:  # noqa: D102
        # The cards scroll by themselves: what the page must have is the line whole, and some of the list above it.
        banner, line = self.form.draftBanner, self.fontMetrics().height()
        if banner.isVisibleTo(self):
            above = [banner.heightForWidth(width), line * LEAST_LINES // 2]
        else:
            above = [line * LEAST_LINES]
        above += [self.paste.heightForWidth(width)] if self.paste.isVisibleTo(self) else []
        head = self.form.saidHead  # folded over several lines in large text
        above[-1] += max(0, head.heightForWidth(head.width()) - 2 * line)
        gaps = len(above) * self.form.listenColumn.spacing()
        return int(self.line.heightForWidth(width) + sum(above) + gaps)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        form = self.form
        narrow = self.width() < FOLD_LETTERS * self.fontMetrics().averageCharWidth()
        form.leftSide.set_most(self.width() * 2 // 5)
        if narrow == form.rightSide.isHidden():
            return
        place = form.leftColumn if narrow else form.rightColumn
        for card in (form.screenCard, form.roomCard, form.accessCard, form.rulesCard, form.noticeCard):
            place.addWidget(card)
        form.rightSide.setVisible(not narrow)

    # ---- the line

    def _entered(self, said: LineBeingTyped, line_id: str) -> None:
        if self.lines.get(line_id) is not None:
            self.drafts.drop(f"entry:{line_id}")
            self.lines.rewrite(said, line_id)
        else:
            self.held.enter(said, line_id, self.drafts.entered())

    def _not_changed(self, said: LineBeingTyped, line_id: str, error: UserError) -> None:
        line = self.lines.get(line_id)
        if line is not None:
            self.line.edit(line_id, said, line.at or "")
        self.context.fail(error)

    def _edit_last(self) -> None:
        last = self.lines.last()
        if last is not None:
            self._edit(last.id)

    def _edit(self, line_id: str, typed: LineBeingTyped | None = None) -> None:
        line = self.lines.get(line_id)
        if line is None:
            return
        self.line.edit(line_id, to_change(line, self._voices) if typed is None else typed, line.at or "")
        if is_gap(line):
            self.line.field.selectAll()

    def _put_back_draft(self, draft: Kept) -> None:
        line = self.lines.get(draft.row) if draft.row is not None else None
        typed = draft_again(draft, line, self._voices)
        if line is not None:
            self._edit(line.id, typed)
        else:
            self.line.take_draft(typed)
            self.line.hand_in_draft()
            if self.line.editing is None:  # else they are only laid aside, and kept nowhere but in the draft
                self.drafts.drop(draft.field)
        self.line.field.setFocus()

    def _seen_to_last(self) -> None:
        if (last := self.lines.last()) is not None:
            self.questions.seen_to(last.id)

    def _come_back(self) -> None:
        """Put the first thing that was missed in hand: what is typed now keeps its time and its place."""
        if (gap := self.lines.first_gap(after=self.line.editing)) is not None:
            self.list.go_to(gap.id)
            self._edit(gap.id)

    def _gap(self) -> None:
        if self.session_id is not None:
            self.context.runner.do(capture.gap, self.session_id)
        self.line.field.setFocus()

    def _set_theme(self, line_id: str, theme_words: str) -> None:
        self.acts.set_theme(self.acts.chosen_with(line_id), theme_words)

    def _strike_current(self) -> None:
        if (on := self.on_line.current()) is not None:
            self.questions.strike(on.id)

    # ---- the room

    def _count(self, group: Group, by: int) -> None:
        if self.session_id is not None:
            self.context.runner.do(sessions.count, self.session_id, group, by)

    def _open_arrivals(self) -> None:
        if self.session_id is not None:
            self.dialogs.open_arrivals(self.session_id, self._roles())

    def _open_rules(self) -> None:
        if self.session_id is not None:
            self.dialogs.open_rules(self.session_id, self.content.ground_rules())

    def _open_notice(self) -> None:
        if self.session_id is not None:
            from coprod_desktop.ui.listen.notice_dialog import open_notice  # the first line typed does not wait for it

            open_notice(self.context, self.session_id, self.content, self.line.field, self)

    def _roles(self) -> Sequence[str]:
        return self.content.pick_list("roles")

    def _here(self) -> Here | None:
        if self.session_id is None:
            return None
        return Here(self.context, self.session_id, self.content, self.line.field, self)

    # ---- someone may be at risk

    def _risk(self, line_id: str | None = None) -> None:
        if self.session_id is not None:
            chosen = self.lines.get(line_id) if line_id else self.on_line.current()
            self.on_line.hand_over()
            self.at_risk.open(self.room.session if self.room else None, self.session_id, chosen)
