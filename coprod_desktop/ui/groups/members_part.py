"""Who is in a group, and who works with it: one list, a row that adds, and what can be done with the one one is on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.group_members import chairs_in_words
from coprod_desktop.domain.group_record import Partner
from coprod_desktop.errors import UserError
from coprod_desktop.services import group_members, groups, leaving
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.group_members import MemberLine, SeveralOfThatName
from coprod_desktop.services.seen.group import GroupSeen
from coprod_desktop.ui.answer.pick_dialog import PickDialog
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.dialogs.facts_dialog import FactsDialog, FactsPart
from coprod_desktop.ui.groups import member_words
from coprod_desktop.ui.groups.group_part import GroupPart
from coprod_desktop.ui.groups.own_papers import make_paper
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.columns import Columns
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.widgets.status_label import StatusLabel
from coprod_desktop.ui.widgets.text import Words

LEAST_LINES = 5
PERSON, PARTNER = "A person", "An organisation"


@dataclass(frozen=True)
class Listed:
    """A member, or a partner."""

    id: str
    member: MemberLine | None = None
    partner: Partner | None = None


class MembersPart(GroupPart):
    """Enter on a row opens what is known of it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setObjectName("membersPart")
        self._wanted = ""
        self.mix = Words(tone="quiet")
        self.mix.setObjectName("memberMix")
        self.chairs = StatusLabel("look", "")
        self.chairs.setObjectName("chairNote")
        self.none = Words(member_words.NONE_YET, tone="quiet")
        self.none.setObjectName("membersNone")
        self.list = RowsList[Listed](self._row, "membersList", "Members and partners", with_icons=False)
        Room(self.list, LEAST_LINES)
        self.name, self.role, self.what = QLineEdit(), QLineEdit(), QComboBox()
        for words in (PERSON, PARTNER):
            self.what.addItem(words, words)
        self._kept = [KeptField(context, self.name), KeptField(context, self.role)]
        self.add = button("Add to the group", "addMember")
        icons.put(self.add, "plus")
        AddRow(self.add, self._add, self.name, self.role, self.what)
        self.open = button("Their part…", "memberFacts")
        self.leaves = button("They leave…", "memberLeaves")
        self.back = button("They are back", "memberBack")
        self.more = button("More", "memberMore")
        self._lay_out()
        self.list.chosen.connect(lambda _id: self._show_acts())
        self.list.opened.connect(lambda _id: self._open())
        self.open.clicked.connect(self._open)
        self.leaves.clicked.connect(self._leave)
        self.back.clicked.connect(self._back)
        self.more.clicked.connect(self._open_menu)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self.chairs, self.mix, self.none):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        fields = Columns()
        fields.setProperty("room", 60)
        row = QHBoxLayout(fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for label, field, name in (
            ("Name to add", self.name, "memberName"),
            ("Their part in it", self.role, "memberRole"),
            ("Who it is", self.what, "memberWhat"),
        ):
            row.addWidget(_labelled(label, field, name), 1)
        column.addWidget(fields)
        acts = FlowRow()
        acts.setObjectName("memberActs")
        for push in (self.add, self.open, self.leaves, self.back, self.more):
            acts.add(push)
        column.addWidget(acts)

    # ---- the part

    def show_group(self, seen: GroupSeen) -> None:  # noqa: D102
        super().show_group(seen)
        for kept, name in zip(self._kept, group_members.NEW, strict=True):
            kept.show(f"group_member:new {seen.group.id}:{name}", "")
        members = [one.member for one in seen.members]
        note = chairs_in_words(members)
        self.chairs.setVisible(bool(note))
        self.chairs.show_state("look", note)
        self.mix.setText(member_words.mix(members))
        self.mix.setVisible(bool(self.mix.text()))
        rows = [Listed(one.member.id, member=one) for one in seen.members]
        rows += [Listed(one.id, partner=one) for one in seen.partners]
        show_rows(self.list, rows)
        if self._wanted and self.list.go_to(self._wanted):
            self._wanted = ""
        if rows and self.list.current_id() is None:
            self.list.go_to(rows[0].id)
        self.list.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self._show_acts()

    def leave(self) -> None:  # noqa: D102
        for kept in self._kept:
            kept.hand_in()

    def forget(self) -> None:  # noqa: D102
        super().forget()
        for kept in self._kept:
            kept.stop()

    def begin(self) -> None:  # noqa: D102
        self.name.setFocus()

    def _row(self, row: Listed) -> ListRow:
        if row.member is not None:
            return member_words.member(row.member, self.context.desk.today())
        assert row.partner is not None
        return member_words.partner(row.partner)

    def _now(self) -> Listed | None:
        return self.list.items.get(self.list.current_id() or "")

    def _show_acts(self) -> None:
        now = self._now()
        member = now.member.member if now is not None and now.member is not None else None
        self.open.setVisible(now is not None)
        self.open.setText("Their part…" if member is not None else "About the partner…")
        self.leaves.setVisible(member is not None and member.left_on is None)
        self.back.setVisible(member is not None and member.left_on is not None and member.person_id is not None)
        self.more.setVisible(now is not None)

    # ---- acts

    def _add(self, person: str | None = None) -> None:
        if not self.group:
            return
        name, role = self.name.text(), self.role.text()
        for kept in self._kept:
            kept.settle()
        if self.what.currentData() == PARTNER:
            verb: Any = partial(groups.add_partner, group=self.group, name=name, part=role)
        else:
            verb = partial(group_members.add, group=self.group, name=name, role=role, person=person)
        self.context.runner.do(verb, done=self._added, failed=self._refused, owner=self)

    def _added(self, made: tuple[str, Changes]) -> None:
        self.context.announce(f"Added: {self.name.text().strip()}")
        for field in (self.name, self.role):
            field.clear()
        self.what.setCurrentIndex(0)  # the next one is a person again, as most are
        self._wanted = "" if self.list.go_to(made[0]) else made[0]
        self.name.setFocus()

    def _refused(self, error: UserError) -> None:
        for kept in self._kept:
            kept.not_saved("")
        if isinstance(error, SeveralOfThatName):
            rows = [member_words.to_pick(*one) for one in error.people]
            dialog = PickDialog(error.what, rows, self)
            dialog.taken.connect(self._add)
            dialog.finished.connect(lambda _how: self.name.setFocus())
            dialog.open()
            return
        self.context.fail(error)
        self.name.setFocus()

    def _open(self) -> None:
        now = self._now()
        if now is None:
            return
        part = _member_facts(now.member) if now.member is not None else _partner_facts(now.partner)
        if part is not None:
            FactsDialog(self.context, "", part.heading, "", [part], self).open()

    def _leave(self) -> None:
        now = self._now()
        if now is not None and now.member is not None:
            from coprod_desktop.ui.groups.leave_dialog import open_leaving

            self.list.setFocus()  # where one is afterwards: “They are back” takes the place of the button pressed
            open_leaving(self.context, now.member.member.id, self)

    def menu(self) -> QMenu:
        """Return the menu of papers about the member one is on, and of what else can be done."""
        menu, now = QMenu("More", self.more), self._now()
        if now is not None and now.member is not None and now.member.member.person_id is not None:
            for words, kind in member_words.PAPERS:
                menu.addAction(words, partial(self._make, kind)).setObjectName(kind)
            menu.addSeparator()
        menu.addAction("Take out, it was a mistake", self._out).setObjectName("memberOut")
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _make(self, kind: str) -> None:
        now = self._now()
        if now is not None:
            make_paper(self.context, now.id, kind, self)

    def _back(self) -> None:
        now = self._now()
        if now is not None:
            self.context.runner.do(leaving.come_back, now.id, owner=self)

    def _out(self) -> None:
        now = self._now()
        if now is not None:
            verb = group_members.remove if now.member is not None else groups.remove_partner
            self.context.runner.do(verb, now.id, owner=self)


def _labelled(words: str, field: QWidget, name: str) -> QWidget:
    field.setObjectName(name)
    field.setAccessibleName(words)
    label = Words(words)
    label.setBuddy(field)
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(label)
    column.addWidget(field)
    return box


def _member_facts(line: MemberLine) -> FactsPart:
    member = line.member.id

    def read(desk: Desk) -> Mapping[str, Any]:
        found = next(
            (one.member for one in group_members.of(desk, line.member.group_id) if one.member.id == member), None
        )
        values = dict(vars(found or line.member))
        return {**values, "training": ", ".join(values["training"])}

    def save(desk: Desk, field: str, value: Any) -> Changes:
        return group_members.change(desk, member, **{field: value})

    return FactsPart(
        heading=line.name or member_words.NOBODY,
        lines=member_words.FACTS,
        noun="group_member",
        row=member,
        read=read,
        save=save,
        prefix="member",
        about="How they are counted is for the numbers of the group, and is never printed beside a name.",
    )


def _partner_facts(partner: Partner | None) -> FactsPart | None:
    if partner is None:
        return None

    def read(desk: Desk) -> Mapping[str, Any]:
        return dict(vars(groups.partner(desk, partner.id)))

    def save(desk: Desk, field: str, value: Any) -> Changes:
        return groups.change_partner(desk, partner.id, **{field: value})

    return FactsPart(
        heading=partner.name, lines=member_words.PARTNER_FACTS, noun="partner", row=partner.id, read=read, save=save
    )
