"""Groups: all groups and projects, and beside them the one one is on, as a timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QWidget

from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.services import groups
from coprod_desktop.services.groups import GroupLine
from coprod_desktop.services.seen import group as seen_group
from coprod_desktop.services.seen.group import AT_ONCE, GroupSeen
from coprod_desktop.ui._forms.groups import Ui_Groups
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.get_ready.part import LINES
from coprod_desktop.ui.groups import parts, words
from coprod_desktop.ui.groups.group_part import Act, GroupPart, Part
from coprod_desktop.ui.groups.new_group import NewGroup
from coprod_desktop.ui.groups.own_papers import make_directory
from coprod_desktop.ui.groups.timeline_part import TimelinePart
from coprod_desktop.ui.pages.base import Page
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.one_of import OneOf
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_help import after_dot
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows


class GroupsPage(Page):
    """A list to filter by typing; beside it one part of a group at a time (ui/groups/parts.py), the timeline first."""

    title = "Groups"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._form = form = Ui_Groups()
        form.setupUi(self)
        self.setObjectName("GroupsPage")
        self._every: Sequence[GroupLine] = ()
        self._seen: GroupSeen | None = None
        self._wanted, self._begun, self._most = "", "", AT_ONCE
        self._just_opened = False
        self.list = RowsList[GroupLine](self._row, "groupsList", "Groups", with_icons=False)
        Room(self.list, LINES)
        form.groupsPlace.addWidget(self.list)
        self.made: dict[str, GroupPart] = {}
        self._shows: dict[str, GroupSeen] = {}
        self._pushes = self._make_pushes()
        self.adding = NewGroup(context, form, self)
        self.adding.added.connect(self._begin)
        for before, after in ((form.findGroup, self.list), (self.list, form.newGroupName)):
            self.setTabOrder(before, after)
        form.findGroup.textChanged.connect(lambda _text: self._show_list())
        form.findGroup.returnPressed.connect(self.list.setFocus)
        form.groupDirectory.clicked.connect(lambda: make_directory(context, self))
        form.groupDirectory.setAccessibleDescription(
            "Makes a list of all groups for a spreadsheet, without members' names"
        )
        self.list.chosen.connect(lambda _id: self._read_one())
        self.list.opened.connect(lambda _id: self._part().begin())
        form.groupCard.hide()

    def _make_pushes(self) -> Mapping[str, QPushButton]:
        """One button a part, of which one is down; and those that open something."""
        first, self.more = button(parts.FIRST.title, parts.FIRST.name, kind="outline"), button("More", "moreOfGroup")
        first.clicked.connect(partial(self._act, parts.FIRST))
        self.more.clicked.connect(self._open_menu)
        for push in (first, self.more):  # before the parts, as they stand: Tab goes on from a part into what it shows
            self._form.groupActs.addWidget(push)
        group = OneOf(self)
        found: dict[str, QPushButton] = {}
        for part in parts.PARTS:
            found[part.name] = push = QPushButton(part.title)
            push.setCheckable(True)
            push.clicked.connect(partial(self._show_part, part.name, begin=True))
            group.addButton(push)
        for name, push in found.items():
            push.setObjectName(name)
            push.setProperty("kind", "small")
            self._form.groupParts.add(push)
        found[parts.PARTS[0].name].setChecked(True)
        return found

    # ---- the page

    def open(self, session_id: str | None) -> None:  # noqa: D102
        super().open(session_id)
        self._just_opened = True
        self.adding.end()
        self._read()

    def point_at(self, row: Ref) -> None:  # noqa: D102
        self._form.findGroup.clear()
        if row.noun == "work_group":
            self.show_part(parts.PARTS[0].name)
            self._go_to(row.id)

    def leave(self) -> None:  # noqa: D102
        for part in self.made.values():
            part.leave()
        self.adding.leave()

    def apply(self, changes: Changes) -> None:  # noqa: D102
        nouns = {noun for part in (*parts.PARTS, *parts.ABOVE) for noun in part.nouns}
        if self.isVisible() and (seen_group.touches(changes) or any(ref.noun in nouns for ref in changes.all())):
            self._read()

    def keys(self) -> Sequence[tuple[str, str]]:  # noqa: D102
        return (
            ("Enter", "Go from the group you are on to the part of it that is shown; on its timeline, open the row"),
        )

    def first_focus(self) -> QLineEdit:  # noqa: D102
        field: QLineEdit = self._form.findGroup
        return field

    # ---- the list

    def _read(self) -> None:
        self.context.runner.ask(groups.every, done=self._show, owner=self)

    def _show(self, found: Sequence[GroupLine]) -> None:
        self._every = found
        self._show_list()
        self._read_one()
        if self._just_opened and self.isVisible():
            self._just_opened = False
            (self.first_focus() if found else self._form.addGroup).setFocus()

    def _row(self, line: GroupLine) -> ListRow:
        return words.group_row(line, self.context.desk.content.groups, self.context.desk.today())

    def _go_to(self, group: str) -> None:
        """Stand on a group as soon as it is in the list."""
        self._wanted = "" if self.list.go_to(group) else group

    def _begin(self, group: str) -> None:
        """Stand on a group that is new; who is in it is what is typed next."""
        self._begun = group
        self._go_to(group)
        self._read_one()

    def _show_list(self) -> None:
        form, kinds = self._form, self.context.desk.content.groups
        typed = form.findGroup.text().casefold().split()
        found = [
            line
            for line in self._every
            if all(word in _found_by(line, kinds.words(line.kind)) for word in typed)
        ]  # fmt: skip
        show_rows(self.list, found)
        if self._wanted and self.list.go_to(self._wanted):
            self._wanted = ""
        if found and self.list.current_id() is None:
            self.list.go_to(found[0].id)
        many = len(self._every)
        form.groupsTally.setText(after_dot(f"{len(found):,} of {many:,}" if len(found) != many else str(many or "")))
        form.groupsNone.setText(words.NONE_LIKE_IT if many else words.NO_GROUPS)
        form.groupsNone.setVisible(not found)
        for widget in (form.groupDirectory, form.findGroupLabel, form.findGroup):
            widget.setVisible(bool(many))
        self.list.setVisible(bool(found))
        form.groupCard.setVisible(bool(found))

    # ---- the group

    def _read_one(self) -> None:
        group = self.list.current_id()
        if group is None:
            self._forget()
            return
        if self._seen is not None and self._seen.group.id != group:
            for part in self.made.values():
                part.leave()
            self._most = AT_ONCE
        done = partial(self._show_one, group)
        self.context.runner.ask(seen_group.read, group, self._most, done=done, owner=self)

    def _show_one(self, group: str, seen: GroupSeen | None) -> None:
        if group != self.list.current_id():
            return  # one has gone on to another
        if seen is None:
            self._forget()
            return
        self._seen, form = seen, self._form
        form.groupName.setText(seen.group.name)
        form.groupFacts.setText(words.facts(seen))
        self._part()
        if group == self._begun:
            self._begun = ""
            self.show_part(parts.MEMBERS)
            self._part().begin()

    def _forget(self) -> None:
        self._seen = None
        self._shows.clear()
        for part in self.made.values():
            part.forget()

    def _now(self) -> Part:
        return next(part for part in parts.PARTS if self._pushes[part.name].isChecked())

    def _part(self) -> GroupPart:
        """Return the part that is shown, made when it is first wanted."""
        spec = self._now()
        if spec.name not in self.made:
            made = self.made[spec.name] = spec.make(self.context)
            if isinstance(made, TimelinePart):
                made.more.connect(self._more)
            self._form.groupPlace.addWidget(made)
        if (
            self._seen is not None and self._shows.get(spec.name) is not self._seen
        ):  # the others read when they are opened
            self._shows[spec.name] = self._seen
            self.made[spec.name].show_group(self._seen)
        for name, part in self.made.items():
            part.setVisible(name == spec.name)
        return self.made[spec.name]

    def show_part(self, name: str) -> None:
        """Bring one part of the group to the front."""
        self._pushes[name].setChecked(True)
        self._show_part(name)

    def _show_part(self, _name: str, _checked: bool = True, *, begin: bool = False) -> None:
        for part in self.made.values():
            if part.isVisible():
                part.leave()
        part = self._part()
        if begin:
            part.begin()

    def _more(self, most: int) -> None:
        self._most = most
        self._read_one()

    # ---- acts

    def _act(self, act: Act, _checked: bool = False) -> None:
        if self._seen is not None:
            act.press(self.context, self._seen, self)

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def menu(self) -> QMenu:
        """Return the menu of what else can be done with a group."""
        menu = QMenu("More", self.more)
        for act in parts.ACTS:
            menu.addAction(act.title, partial(self._act, act)).setObjectName(act.name)
        menu.addSeparator()
        gone = menu.addAction("Take the group away", self._remove)
        gone.setObjectName("removeGroup")
        gone.setEnabled(self._seen is not None)
        return menu

    def _remove(self) -> None:
        if self._seen is not None:
            group = self._seen.group
            done = partial(self._take_away, group.id, group.name)
            self.context.runner.ask(groups.before_removing, group.id, done=done, owner=self)

    def _take_away(self, group: str, name: str, stays: str) -> None:
        def tell(_changes: Changes) -> None:
            self.context.tell(f"“{name}” is in the Bin. {stays}", "", "done")

        self.context.runner.do(groups.remove, group, done=tell, owner=self)


def _found_by(line: GroupLine, kind: str) -> str:
    return " ".join(part for part in (line.name, kind, line.locality, line.area) if part).casefold()
