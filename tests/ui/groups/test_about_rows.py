"""Each row of the sources that is a fact of a group: typed in its field, kept word for word, told where one looks for it."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from coprod_desktop.domain.group_record import Level
from coprod_desktop.services import groups
from coprod_desktop.services.seen import group as seen
from coprod_desktop.ui.groups import words
from coprod_desktop.ui.groups.about_dialog import open_about

JUNE = datetime.date(2999, 6, 30)
"""Ahead of every day on which this is run."""

ROWS = {
    "10": ({"committee_on": ("30/6/2999", JUNE), "clearance_days": ("21", 21)}, "committee sits on 30 June 2999"),
    "24": (
        {
            "kind": ("Task", "task_and_finish"),
            "aim": ("One letter in place of four", "One letter in place of four"),
            "end": ("30/6/2999", JUNE),
        },
        "The group ends",
    ),
    "27": (
        {
            "kind": ("Project", "project"),
            "issue": ("Buses stop at six", "Buses stop at six"),
            "aim": ("A bus home after the forum", "A bus home after the forum"),
            "start": ("1/6/2999", JUNE.replace(day=1)),
            "end": ("30/6/2999", JUNE),
        },
        "The group ends",
    ),
    "35": ({"level": ("One", Level.ONE_TO_ONE)}, ""),
    "43": (
        {"kind": ("Service", "service_improvement"), "area": ("Home care", "Home care")},
        "Service improvement group · Home care",
    ),
    "121": ({"why_this_many": ("Six fit round one table", "Six fit round one table")}, ""),
}
"""By number of the row: what is typed and what is kept by field, and what the page of the group says of it then."""


def told(desk, group):
    found = seen.read(desk, group)
    return "\n".join((words.facts(found), *(row.words for row in found.rows)))


@pytest.fixture
def about(context, desk, parent, runner, qtbot):
    """A group, and a way to type what is known about it as one who comes to each field by Tab."""
    group, _ = groups.add(desk, "Riverside", "steering_group")

    def settle():
        while not (runner.wait_idle() and runner._pending == 0):
            QApplication.processEvents()

    def type_in(typed):
        dialog = open_about(context, group, parent)
        settle()
        for name, said in typed.items():
            field = dialog.field(name)
            edit = getattr(field, "edit", field)
            edit.setFocus()
            qtbot.keyClicks(edit, said)
            if isinstance(field, QComboBox):
                qtbot.keyClick(field, Qt.Key.Key_Return)
            settle()
        dialog.reject()
        settle()
        return group

    return type_in


@pytest.mark.parametrize("row", ROWS)
def test_what_the_sources_ask_of_a_group_is_typed_and_told(row, about, desk):
    facts, says = ROWS[row]
    group = about({name: typed for name, (typed, _kept) in facts.items()})
    kept = vars(groups.one(desk, group))
    assert {name: kept[name] for name in facts} == {name: value for name, (_typed, value) in facts.items()}
    assert says in told(desk, group)


def test_a_project_is_asked_for_its_end_until_it_has_one(about, desk):
    group = about({"kind": "Forum"})
    assert "It has no end date" not in told(desk, group)
    about({"kind": "Project"})
    assert "It has no end date" in told(desk, group)
    about({"end": "30/6/2999"})
    assert "It has no end date" not in told(desk, group)
