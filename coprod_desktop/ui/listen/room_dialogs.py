"""Opens the list of who is here and the ground rules, and keeps them up to date while they are open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.words import Attending
from coprod_desktop.services.seen.listen import ListenSeen
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.kept_field import KeptField, typed_in

if TYPE_CHECKING:  # a dialog is imported when it is first opened: the first line typed does not wait for it
    from coprod_desktop.ui.listen.arrivals_dialog import ArrivalsDialog
    from coprod_desktop.ui.listen.rules_dialog import RulesDialog


class RoomDialogs(QObject):
    """One of each at a time. `field` has the focus again when one is closed."""

    def __init__(self, context: Context, field: QWidget, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._field, self._page = context, field, page
        self._room: ListenSeen | None = None
        self._arrivals: ArrivalsDialog | None = None
        self._rules: RulesDialog | None = None

    def show_room(self, room: ListenSeen) -> None:
        """The room has changed."""
        self._room = room
        if self._arrivals is not None:
            self._arrivals.show_people(room.people)
        if self._rules is not None:
            self._rules.show_rules(room.rules, room.session.rules_agreed, sum(room.came().here.values()))

    def open_arrivals(self, session: str, roles: Sequence[str]) -> None:
        """Show who is here."""
        if self._arrivals is not None:
            return
        from coprod_desktop.services import people
        from coprod_desktop.ui.listen.arrivals_dialog import ArrivalsDialog

        dialog = self._arrivals = ArrivalsDialog(roles, self._page)
        do = self._context.runner.do
        dialog.arrived.connect(lambda person: do(people.arrive, session, person))
        dialog.not_here.connect(lambda person: do(people.change, session, person, attendance=Attending.COMING))
        dialog.may_quote.connect(lambda person, may: do(people.arrive, session, person, quote=may))

        def add(name: str, role: str) -> None:
            do(
                people.add,
                session,
                name,
                role,
                attendance=Attending.HERE,
                done=lambda _: dialog.show_added(),
                failed=partial(dialog.refuse, name, role),
                owner=dialog,
            )

        dialog.added.connect(add)
        dialog.details.connect(partial(self._open_details, session, dialog))
        self._show(dialog)
        self._keep_typing(dialog, session)
        dialog.first_focus().setFocus()

    def _open_details(self, session: str, dialog: ArrivalsDialog, person: str) -> None:
        from coprod_desktop.ui.people.person_dialog import PersonDialog

        listed = self._room.people if self._room is not None else ()
        for found in (one for one in listed if one.id == person):
            PersonDialog(self._context, session, found, dialog).open()

    def _keep_typing(self, dialog: ArrivalsDialog, session: str) -> None:
        """Somebody half typed is there again when the list is opened the next time, and on Get ready."""
        for name, field in (("new_person", dialog.name), ("new_person.role", typed_in(dialog.role))):
            if field is not None:
                kept = KeptField(self._context, field)
                kept.show(f"session:{session}:{name}", "", session=session, row=session)
                dialog.handed_in.connect(kept.settle)
                dialog.finished.connect(kept.hand_in)

    def open_rules(self, session: str, starters: Sequence[str]) -> None:
        """Show the ground rules, to be agreed."""
        if self._rules is not None:
            return
        from coprod_desktop.services import prepare
        from coprod_desktop.ui.listen.rules_dialog import RulesDialog

        dialog = self._rules = RulesDialog(self._page)
        do = self._context.runner.do
        dialog.agreed.connect(lambda by: do(prepare.agree_rules, session, by))
        dialog.starter_wanted.connect(lambda: do(prepare.use_rules, session, starters))
        self._show(dialog)

    def _show(self, dialog: QDialog) -> None:
        if self._room is not None:
            self.show_room(self._room)
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self._arrivals = self._rules = None
        self._field.setFocus()
