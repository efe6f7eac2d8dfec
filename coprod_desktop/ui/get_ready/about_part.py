"""What the session is about, what cannot change, when it must end, who to ring, and the rung it aims for."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.words import Rung
from coprod_desktop.services import sessions
from coprod_desktop.services.program import about
from coprod_desktop.services.program.content import Content
from coprod_desktop.services.seen.get_ready import ReadySeen
from coprod_desktop.services.taking_part import FIELDS as TAKING_PART
from coprod_desktop.ui._forms.get_ready_about import Ui_GetReadyAbout
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.dialogs.about_session import about_session
from coprod_desktop.ui.get_ready import dates_words
from coprod_desktop.ui.get_ready.part import ReadyPart
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.growing_field import GrowingField


class AboutPart(ReadyPart):
    """Each field saves by itself; the session's other facts are in a dialog."""

    def __init__(self, context: Context, content: Content) -> None:
        super().__init__(context, content)
        self._form = form = Ui_GetReadyAbout()
        form.setupUi(self)
        self.setObjectName("AboutPart")
        form.ladderAim.addItem("Not said", None)
        for rung, (name, _meaning) in zip(Rung, content.ladder(), strict=True):
            form.ladderAim.addItem(name, rung)
        form.ladderCredit.setText(about.LADDER_CREDIT)
        texts = {
            "purpose": form.purpose,
            "cannot_change": form.cannotChange,
            "set_agenda": form.setAgenda,
            "lead_name": form.leadName,
            "lead_phone": form.leadPhone,
        }
        for name, field in texts.items():
            self.fields.text(name, field)
        self.fields.date("finish_by", form.finishBy, form.finishByLabel)
        self.fields.pick("ladder_aim", form.ladderAim)
        self.fields.keep_drafts(context, "session")
        self._texts = texts
        self._names = (*texts, "finish_by", "ladder_aim")
        self.fields.changed.connect(self._save)
        form.ladderAim.currentIndexChanged.connect(lambda _at: self._show_meaning())
        form.aboutSession.clicked.connect(self._about)
        form.takingPart.clicked.connect(self._taking_part)
        form.moveOrCancel.clicked.connect(self._move)
        form.openDates.clicked.connect(self._dates)
        self._show_meaning()

    def show_seen(self, seen: ReadySeen) -> None:  # noqa: D102
        self.seen = seen
        values = {name: getattr(seen.session, name) for name in self._names}
        self.fields.show_row(seen.session.id, values, seen.session.id)
        words, said = dates_words.button(seen.plan, seen.today)
        self._form.openDates.setText(words)
        self._form.openDates.setAccessibleDescription(said)
        icons.put(self._form.openDates, "warn" if seen.plan.late else "clock")
        self._form.shutsOut.setText(dates_words.hard_for(seen.session))
        self._form.shutsOut.setVisible(bool(self._form.shutsOut.text()))

    def first_focus(self) -> GrowingField:  # noqa: D102
        field: GrowingField = self._form.purpose
        return field

    def field(self, name: str) -> QWidget:
        """Return where a fact of the session is changed: its field, or the button to all the others."""
        others = self._form.takingPart if name in TAKING_PART else self._form.aboutSession
        found: QWidget = self._texts.get(name, others)
        return found

    def _save(self, session: str, field: str, value: Any) -> None:
        saved = getattr(self.seen.session, field) if self.seen else None
        self.context.runner.do(
            sessions.change, session, failed=self.refused(field, saved), owner=self, **{field: value}
        )

    def _show_meaning(self) -> None:
        rung = self._form.ladderAim.currentData()
        meanings = dict(zip(Rung, (meaning for _name, meaning in self.content.ladder()), strict=True))
        self._form.ladderMeaning.setText(meanings.get(rung, ""))
        self._form.ladderMeaning.setVisible(rung in meanings)

    def _dates(self) -> None:
        if self.seen is not None:
            from coprod_desktop.ui.get_ready.dates_dialog import DatesDialog  # the page does not wait for it

            self.leave()
            DatesDialog(self.context, self.seen.session, self).open()

    def _taking_part(self) -> None:
        if self.seen is not None:
            from coprod_desktop.ui.get_ready.taking_part import open_taking_part  # the page does not wait for it

            self.leave()
            open_taking_part(self.context, self.seen.session.id, self)

    def _move(self) -> None:
        if self.seen is not None:
            from coprod_desktop.ui.dialogs.moved import open_moved  # the page does not wait for it

            self.leave()
            open_moved(self.context, self.seen.session.id, self)

    def _about(self) -> None:
        if self.seen is not None:
            self.leave()
            about_session(self.context, self.seen.session.id, self)
