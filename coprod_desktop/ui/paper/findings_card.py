"""Look at these first: the list, and what can be done about the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QPushButton, QWidget

from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.domain.check.kinds import FindingKind
from coprod_desktop.domain.check.settled import Decision, Finding, Severity
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.record import Entry
from coprod_desktop.errors import UserError
from coprod_desktop.services import capture
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from coprod_desktop.ui._forms.paper_look import Ui_PaperLook
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.paper import findings_rows
from coprod_desktop.ui.paper.findings_rows import LookItem
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.kept_field import KeptField

LINES = 9
"""Lines of text that the list shows at the least."""
_WRITTEN_ON = {
    "entry": ("answer", "Change it on Answer"),
    "point": ("answer", "Change it on Answer"),
    "session": ("get_ready", "Change it on Get ready"),
    "earlier": ("follow_up", "Change it on Follow up"),
}
"""Where words are changed; a vote has no page of its own."""


class LookCard(Card):
    """`set_up` once, then `show_findings` for a session as often as they change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_PaperLook()
        self.ui.setupUi(self)
        self.list = self.ui.lookList
        self._give_room()
        self.ui.editBox.hide()
        self.list.chosen.connect(lambda _id: self._show_acts())
        self.list.opened.connect(lambda _id: self._first_act())
        self.ui.leaveOut.clicked.connect(partial(self._settle, Decision.LEAVE_OUT))
        self.ui.itIsFine.clicked.connect(partial(self._settle, Decision.FINE))
        self.ui.otherWords.clicked.connect(self._ask_words)
        self.ui.useWords.clicked.connect(self._use_words)
        self.ui.cancelWords.clicked.connect(self._close_editor)
        self.ui.goThere.clicked.connect(self._go)
        self._session = ""
        self._editing: Finding | None = None

    def set_up(self, context: Context) -> None:
        """Give the card its tools."""
        self._context = context
        self._kept = KeptField(context, self.ui.editWords)

    def show_findings(self, session: str, findings: Sequence[Finding]) -> None:
        """Show what there is to look at in a session; the row one was on stays, else the first that is open."""
        if session != self._session:
            self._close_editor()
        self._session = session
        before, place = self.list.current_id(), self.list.currentIndex().row()
        rows = findings_rows.items(findings)
        self.list.items.set_rows(rows)
        self._show_state(rows)
        same = next((i for i in rows if i.id == before and not (i.first.settled and place >= 0)), None)
        chosen = same or next((i for i in rows if i.is_open), None) or (rows[0] if rows else None)
        if chosen is not None:
            self.list.go_to(chosen.id)
        self._show_acts()

    def hand_in(self) -> None:
        """Keep what is being typed; the page is about to go."""
        self._kept.hand_in()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._give_room()

    def _give_room(self) -> None:
        self.list.setMinimumHeight(self.fontMetrics().height() * LINES)

    def _show_state(self, rows: Sequence[LookItem]) -> None:
        must, gaps = sum(i.is_open for i in rows), sum(i.is_gap for i in rows)
        asked = sum(i.is_asked for i in rows)
        if must:
            things = counted(must, "thing is", "things are")
            self.ui.lookState.show_state("late", f"{things} private, so no paper yet. Choose what to do with each.")
        elif gaps or asked:
            draft = " The paper will say “draft”." if gaps else ""
            things = f" {'1 thing is' if asked == 1 else f'{asked} things are'} asked about." if asked else ""
            self.ui.lookState.show_state("waiting", f"Nothing private has to be settled.{draft}{things}")
        else:
            self.ui.lookState.show_state("done", "Nothing is open.")
        self.list.setVisible(bool(rows))

    # ---- what can be done about the chosen one

    def _item(self) -> LookItem | None:
        chosen = self.list.current_id()
        return self.list.items.get(chosen) if chosen else None

    def _show_acts(self) -> None:
        ui, item = self.ui, self._item()
        found = item.first if item else None
        by_person = (
            found.settled.decision if found is not None and found.settled is not None and found.settled.id else None
        )
        settle = item is not None and (item.is_open or item.is_asked or by_person is not None)
        numbers = item is not None and item.is_gap and item.first.kind == FindingKind.NUMBERS
        of_entry = found is not None and found.subject_kind == "entry"
        rewrite = of_entry and (settle or (found is not None and found.kind == FindingKind.NO_OTHER_WORDS))
        place = self._place(item)
        ui.goThere.setText(place[1])
        for push, wanted in (
            (ui.otherWords, rewrite),
            (ui.leaveOut, settle and by_person is not Decision.LEAVE_OUT),
            (ui.itIsFine, numbers or (settle and by_person is not Decision.FINE)),
            (ui.goThere, bool(place[0])),
        ):
            push.setVisible(wanted)
            push.setAccessibleDescription(findings_rows.row(item).title if item else "")
        self._show_words(found)
        ui.lookActs.setVisible(bool(settle or numbers or rewrite or place[0]) and self._editing is None)

    def _show_words(self, found: Finding | None) -> None:
        """Show the whole text with the found words marked, when the row shows a part of it."""
        shown = found is not None and bool(found.marks) and found.severity is Severity.PRIVACY
        self.ui.lookWords.setVisible(shown)
        if found is not None and shown:
            self.ui.lookWords.setText(findings_rows.marked(found))

    def _place(self, item: LookItem | None) -> tuple[str, str]:
        """Return the page where the chosen one is mended and the words of its button; ("", "") for none."""
        if item is None or (item.first.settled is not None):
            return "", ""
        if item.is_open or item.is_asked:
            return _WRITTEN_ON.get(item.first.subject_kind, ("", ""))
        if item.first.kind in (FindingKind.TRANSLATION, FindingKind.SAID_FOR, FindingKind.NUMBERS):
            return "listen", "Go to Listen"
        return ("", "") if item.first.kind == FindingKind.NO_OTHER_WORDS else ("answer", "Go to Answer")

    def _first_act(self) -> None:
        shown: list[QPushButton] = [self.ui.otherWords, self.ui.leaveOut, self.ui.itIsFine, self.ui.goThere]
        first = next((push for push in shown if push.isVisible()), None)
        if first is not None:
            first.setFocus()

    def _go(self) -> None:
        item = self._item()
        page, _ = self._place(item)
        if page and item is not None:
            self._context.open_page(page, self._session, _row_of(item, self._session))

    def _settle(self, decision: Decision) -> None:
        item = self._item()
        if item is not None:
            self._context.runner.do(papers.settle, self._session, item.first, decision, done=self._settled)

    def _settled(self, _changes: Changes) -> None:
        self._context.announce("Settled.")
        self.list.setFocus()

    # ---- other words

    def _ask_words(self) -> None:
        item = self._item()
        if item is not None:
            self._editing = item.first
            self._context.runner.ask(_words_now, item.first.subject, done=self._open_editor)

    def _open_editor(self, words: str) -> None:
        if self._editing is None:
            return
        about = findings_rows.short(self._editing.words)
        self.ui.editLabel.setText(f"What the paper prints instead of the line with “{about}”")
        self.ui.editWords.setPlainText(words)
        self.ui.editBox.show()
        self._show_acts()
        self.ui.editWords.selectAll()
        entry = self._editing.subject
        self._kept.show(f"entry:{entry}:public_text", words, session=self._session, row=entry)
        self.ui.editWords.setFocus()

    def _use_words(self) -> None:
        if self._editing is None:
            return
        self._kept.keep()
        words = self.ui.editWords.toPlainText()
        runner = self._context.runner
        runner.do(
            papers.settle,
            self._session,
            self._editing,
            Decision.OTHER_WORDS,
            words,
            done=self._words_used,
            failed=self._words_refused,
        )

    def _words_used(self, changes: Changes) -> None:
        self._kept.settle()
        self._close_editor()
        self._settled(changes)

    def _words_refused(self, error: UserError) -> None:
        self._context.fail(error)
        self.ui.editWords.setFocus()

    def _close_editor(self) -> None:
        held = self._editing is not None
        if held:
            self._kept.stop()
        self._editing = None
        self.ui.editBox.hide()
        self._show_acts()
        if held:
            self.list.setFocus()


def _row_of(item: LookItem, session: str) -> Ref | None:
    """Return the row that is changed; None for several gaps of one kind."""
    if len({f.subject for f in item.findings}) > 1 and not (item.is_open or item.is_asked):
        return None
    found = item.first
    if found.subject_kind == "session" and found.subject == session:
        return Ref("session", found.field)
    noun = {"leads": "agenda_item", "title": "agenda_item", "text": "ground_rule"}.get(found.field, "")
    return Ref(noun if found.subject_kind == "session" else found.subject_kind, found.subject)


def _words_now(desk: Desk, entry: str) -> str:
    """Return the words to begin with: what would be printed, else what was said."""
    line: Entry = capture.one(desk, entry)
    return line.public_text or line.text
