"""The notice to be read out: at the start, to who comes late, and at the close. Each time is written down with the day."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.words import NoticeTime
from coprod_desktop.errors import UserError
from coprod_desktop.services import notices
from coprod_desktop.services.notices import NoticeSeen
from coprod_desktop.services.program.content import Content
from coprod_desktop.ui._forms.listen_notice import Ui_ListenNotice
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.listen.ask import Question
from coprod_desktop.ui.widgets.text import Words, restyle
from coprod_desktop.ui.words import notice


class NoticeDialog(Question):
    """Offers what is to be read next, and how many are here as how many heard it."""

    def __init__(self, context: Context, session: str, content: Content, parent: QWidget) -> None:
        super().__init__("What may become of what you say", parent, letters=64, high=True)
        self._context, self._session, self._content = context, session, content
        self._seen = NoticeSeen(session=session)
        self.ui = ui = Ui_ListenNotice()
        ui.setupUi(self)
        self.setObjectName("noticeDialog")
        for label in self.findChildren(Words):
            restyle(label)  # the form names their tone after the scroll area has styled them
        for when in NoticeTime:
            ui.when.addItem(when[:1].upper() + when[1:], when)
        ui.when.currentIndexChanged.connect(lambda _at: self._show_words())
        ui.noticeRead.clicked.connect(self._read_out)
        ui.noticeClose.clicked.connect(self.reject)
        ui.cameAfter.hide()
        self._show_words()
        context.runner.ask(notices.seen, session, done=self._show, owner=self)

    def when(self) -> NoticeTime:
        """Return when it is read out."""
        return NoticeTime(self.ui.when.currentData())

    def _show(self, seen: NoticeSeen) -> None:
        ui, self._seen = self.ui, seen
        ui.when.setCurrentIndex(ui.when.findData(seen.next_time))
        late = notice.came_after(seen.came_after)
        ui.cameAfter.setVisible(bool(late))
        ui.cameAfter.show_state("look", late)
        ui.readBefore.setText(f"Read out before:\n{notice.each_time(seen.given)}" if seen.given else "")
        ui.readBefore.setVisible(bool(seen.given))
        self._show_words()
        QTimer.singleShot(0, self, lambda: ui.noticeArea.verticalScrollBar().setValue(0))

    def _show_words(self) -> None:
        ui, rows = self.ui, self.ui.wordRows
        while (item := rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for words in self._content.notice(self.when()):
            rows.addWidget(Words(words))
        late = self.when() is NoticeTime.LATE
        ui.heardBy.setValue(len(self._seen.came_after) if late else self._seen.here)

    def _read_out(self) -> None:
        self._context.runner.do(
            notices.give, self._session, self.when(), self.ui.heardBy.value() or None,
            done=self._noted, failed=self._refused, owner=self,
        )  # fmt: skip

    def _noted(self, _changes: Changes) -> None:
        self._context.announce("Noted that it was read out.")
        self.accept()

    def _refused(self, error: UserError) -> None:
        self.ui.banner.tell_error(error)


def open_notice(context: Context, session: str, content: Content, back: QWidget, parent: QWidget) -> QDialog:
    """Open it; `back` has the focus again afterwards."""
    dialog = NoticeDialog(context, session, content, parent)
    dialog.finished.connect(lambda _how: back.setFocus())
    dialog.open()
    return dialog
