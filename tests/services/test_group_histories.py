"""Histories of a group: whatever is done, undone and erased, nobody is in it twice, and who was erased never comes back."""

from __future__ import annotations

import shutil
from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.errors import UserError
from coprod_desktop.services import bin, group_members, groups, leaving, workspace
from coprod_desktop.services.rights import erasure
from tests.desks import every_value

NAMES = ("Ida Ackroyd", "Mo Bell", "Bea Quill")
ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["add", "leave", "back", "out", "erase", "undo", "redo", "delete group", "group back", "bin back"]
        ),
        st.integers(0, 2),
    ),
    max_size=16,
)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ACTS)
def test_nobody_is_in_it_twice_and_who_was_erased_is_nobody(empty_workspace, tmp_path_factory, acts):
    folder = shutil.copytree(empty_workspace, tmp_path_factory.mktemp("groups") / "w")
    desk = workspace.unlock(folder, None)
    try:
        group, _ = groups.add(desk, "Forum", "forum")
        people: dict[str, str] = {}
        erased: set[str] = set()
        for act, which in acts:
            name = NAMES[which]
            listed = group_members.of(desk, group)
            mine = next((one.member for one in listed if one.name == name), None)
            try:
                if act == "add" and name not in erased:
                    group_members.add(desk, group, name, "a part")
                elif act == "leave" and mine:
                    leaving.leave(desk, mine.id, desk.today(), f"{name} moved away")
                elif act == "back" and mine:
                    leaving.come_back(desk, mine.id)
                elif act == "out" and mine:
                    group_members.remove(desk, mine.id)
                elif act == "erase" and mine:
                    people[name] = mine.person_id
                    erasure.erase(desk, mine.person_id)
                    erased.add(name)
                elif act == "undo":
                    workspace.undo(desk)
                elif act == "redo":
                    workspace.redo(desk)
                elif act == "delete group":
                    groups.remove(desk, group)
                elif act == "group back":
                    bin.put_back(desk, "work_group", group)
                elif act == "bin back":
                    for thing in bin.things(desk):
                        bin.put_back(desk, thing.noun, thing.row)
            except UserError:
                continue
            now = group_members.of(desk, group)
            here = Counter(one.member.person_id for one in now if one.member.person_id and one.member.left_on is None)
            assert all(many == 1 for many in here.values()), here
            assert erased.isdisjoint(one.name for one in now)
        held = [value for _table, value in every_value(desk)]
        for name in erased:
            assert not any(name in value for value in held), name
    finally:
        workspace.close(desk)
