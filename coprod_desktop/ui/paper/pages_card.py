"""The middle of the Paper page: while something is to be looked at, one question; then the paper as pages or as text."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.permission import Circle
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.document import Document
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from coprod_desktop.services.seen import looking
from coprod_desktop.services.seen.looking import Choice
from coprod_desktop.services.seen.paper import Questions
from coprod_desktop.services.seen.preview import Preview
from coprod_desktop.ui._forms.paper_pages import Ui_PaperPages
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.runner import Job
from coprod_desktop.ui.paper.pdf_pages import PdfPages
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.words.circle import CIRCLE_WORDS

LINES = 14
"""Lines of text that the pages have room for at the least."""

ROOM_LINES = 30
"""In a window lower than so many lines of text a question stands alone."""


class PagesCard(Card):
    """`set_up` once, then `show_preview` as often as it changes. `pdf` is the file behind the pages, for printing."""

    kind_chosen = Signal(str)
    circle_chosen = Signal(object)
    """A permission.Circle: for whom the paper is to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = ui = Ui_PaperPages()
        ui.setupUi(self)
        self._tools = (ui.showPages, ui.showText, ui.zoomOut, ui.zoomFit, ui.zoomIn, ui.pageWords)
        ui.showPages.toggled.connect(lambda _on: self._show_middle())
        ui.zoomIn.clicked.connect(partial(ui.pageView.zoom, 1))
        ui.zoomOut.clicked.connect(partial(ui.pageView.zoom, -1))
        ui.zoomFit.clicked.connect(partial(ui.pageView.zoom, 0))
        ui.pageView.turned.connect(self._say_page)
        for kind in paper_kinds.KINDS:
            ui.kind.addItem(kind.words, kind.name)
        ui.kind.activated.connect(lambda _at: self.kind_chosen.emit(ui.kind.currentData()))
        for circle, words in CIRCLE_WORDS.items():
            ui.circle.addItem(words, circle)
        ui.circle.activated.connect(lambda _at: self.circle_chosen.emit(Circle(ui.circle.currentData())))
        ui.otherwise.clicked.connect(self._tell_otherwise)
        ui.question.chosen.connect(self._chosen)
        ui.showLooked.toggled.connect(self._list_toggled)
        ui.lookedList.opened.connect(self._go_to)
        ui.toReady.clicked.connect(lambda: self._open("get_ready"))
        ui.toListen.clicked.connect(lambda: self._open("listen"))
        ui.toAnswer.clicked.connect(lambda: self._open("answer"))
        self.questions = Questions()
        self._chose: Choice | None = None
        """What was chosen and is not told yet: the next question comes with the next preview."""
        self._arriving = False
        self.pdf: bytes | None = None
        self._document: Document | None = None
        self._session = self._kind = ""
        self._circle = Circle.ANYONE
        self._otherwise: tuple[str, ...] = ()
        self._job: Job | None = None
        self._show_middle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.ui.middle.setMinimumHeight(self.fontMetrics().height() * LINES)

    def set_up(self, context: Context) -> None:
        """Give the card its tools."""
        self._context = context
        self.ui.question.set_up(context)

    def arrive(self) -> None:
        """The page came to the front: the focus goes to the question, when it is known that there is one."""
        self._arriving = True

    def show_preview(self, found: Preview) -> None:
        """Show the paper of a session; the pages are drawn again only when its words changed."""
        other = (found.session, found.kind, found.circle) != (self._session, self._kind, self._circle)
        self._session, self._kind, self._circle = found.session, found.kind, found.circle
        self.ui.kind.setCurrentIndex(self.ui.kind.findData(found.kind))
        self._show_circle(found)
        self._otherwise = found.otherwise
        count = len(found.otherwise)
        self.ui.otherwise.setText(counted(count, "note on this paper", "notes on this paper"))
        self.ui.otherwise.setVisible(count > 0)
        if other:
            self.ui.showLooked.setChecked(False)
        self.questions.show(found.session, looking.items(found.findings))
        self.ui.lookedList.items.set_rows(self.questions.items)
        if found.document is None:
            self._forget()
            self._say_why(found)
        elif other or found.document != self._document:
            self._draw(found.document, keep_pages=not other)
        self._show_middle()
        self._arriving = False
        if self._chose is not None:
            self._context.announce(self.questions.after(self._chose))
            self._chose = None

    def _show_circle(self, found: Preview) -> None:
        """Show for whom it is; nobody has come before the day, so then there is nothing to choose."""
        self.ui.circle.setCurrentIndex(self.ui.circle.findData(found.circle))
        self.ui.circle.setVisible(found.kind not in paper_kinds.BEFORE)

    def _forget(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._document = self.pdf = None
        self.ui.pageView.show_pages(None)
        self.ui.paperText.show_document(None)

    def _draw(self, document: Document, *, keep_pages: bool) -> None:
        if not keep_pages:
            self._forget()
        elif self._job is not None:
            self._job.cancel()
        self._document = document
        self.ui.paperText.show_document(document)
        if self.pdf is None:
            self.ui.pageWords.setText("Drawing the pages…")
        self._job = self._context.runner.job(
            partial(_pdf_of, document), done=partial(self._drawn, document), owner=self
        )

    def _drawn(self, document: Document, pdf: bytes) -> None:
        if document is self._document:
            self.pdf = pdf
            self.ui.pageView.show_pages(PdfPages(pdf))

    def _tell_otherwise(self) -> None:
        """Say what to know of the paper, and what is not printed as it was typed, before anything is made."""
        self._context.tell("What to know about this paper.", "\n".join(self._otherwise), "look")

    def _say_page(self, now: int, total: int) -> None:
        self.ui.pageWords.setText(f"Page {now} of {total}" if total else "")

    def _say_why(self, found: Preview) -> None:
        ui = self.ui
        ui.notYetState.show_state("info", "There is nothing to print yet")
        ui.notYetWords.setText(found.missing)
        before = next(kind.before for kind in paper_kinds.KINDS if kind.name == found.kind)
        ui.toReady.setVisible(before)
        for there in (ui.toListen, ui.toAnswer):
            there.setVisible(not before)

    # ---- what is to be looked at

    def _chosen(self, choice: Choice) -> None:
        item = self.ui.question.item
        if choice is Choice.LATER and item is not None:
            self.questions.put_off(item)
            self._show_middle()
            self._context.announce(self.questions.after(choice))
        else:
            self.questions.settled()
            self._chose = choice

    def _list_toggled(self, shown: bool) -> None:
        self.ui.showLooked.setText("Close the list" if shown else "Show all")
        self._show_middle()
        if shown:
            self.ui.lookedList.setFocus()

    def _go_to(self, item: str) -> None:
        """Ask again about one of the list."""
        self.questions.choose(item)
        self.ui.showLooked.setChecked(False)
        self._show_middle()
        self.ui.question.setFocus()

    # ---- what is shown

    def _show_middle(self) -> None:
        ui, now = self.ui, self.questions.now
        as_list, as_pages = ui.showLooked.isChecked(), ui.showPages.isChecked()
        is_page = now is None and not as_list and self._document is not None
        focused = QApplication.focusWidget()
        had_focus = focused is not None and (focused is ui.question or ui.question.isAncestorOf(focused))
        if now is not None:
            ui.question.ask(self.questions.session, now, self.questions.heading(), self.questions.left())
        else:
            ui.question.leave()
        page: QWidget = ui.notYet if self._document is None else ui.pageView if as_pages else ui.paperText
        ui.middle.setCurrentWidget(ui.lookedList if as_list else ui.question if now is not None else page)
        ui.whichPaper.setVisible(now is None or self._has_room())
        for tool in self._tools:
            tool.setVisible(is_page and (as_pages or tool in (ui.showPages, ui.showText)))
        state, words = self.questions.looked()
        ui.lookedRow.setVisible(bool(words))
        if words:
            ui.lookedState.show_state(state, words)
            ui.showLooked.setAccessibleDescription(words)
        if now is not None and self._arriving and not as_list:
            ui.question.setFocus()
        elif now is None and had_focus:
            page.setFocus()

    def _has_room(self) -> bool:
        return self.window().height() >= ROOM_LINES * self.fontMetrics().height()

    def _open(self, page: str) -> None:
        self._context.open_page(page, self._session)


def _pdf_of(document: Document, desk: Desk, job: Job) -> bytes:
    job.say(0.0)
    return papers.draw(document, desk.now())
