"""Somebody named everywhere beside a group is erased: in rows, steps, drafts, pages, the log, an older copy; held, nothing goes."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from coprod_desktop.domain.agreed_record import AgreedPaper, PaperVersion, SignedUp
from coprod_desktop.domain.group_record import Member, Partner, WorkGroup
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.log_record import LogLine
from coprod_desktop.domain.looked_back_record import GroupMeasure, LookedBack
from coprod_desktop.errors import UserError
from coprod_desktop.services import bin as bins
from coprod_desktop.services import drafts, holds, people, sessions, workspace
from coprod_desktop.services.bring_in import between_laptops, session_file
from coprod_desktop.services.rights import erasure
from coprod_desktop.store import schema
from tests.desks import every_value
from tests.services.making.test_ways_out import filled
from tests.services.rights.test_erasure import plain_pages

WHO = "Vashti Quinquereme"
OF_SESSION = (
    *("series", "repeats", "senior_listener", "host", "wrote_it", "could_not_come", "shuts_out", "why_method"),
    *("travel_note", "print_note", "learnt", "for_whom", "state_why"),
)


def named(of, **more):
    """Return a row of which every column that takes words names them."""
    row = filled(of, **more)
    words = {
        f.name: f"{WHO}, {f.name}" if isinstance(value, str) else (f"{WHO}, {f.name}", "somebody else")
        for f in dataclasses.fields(of)
        if f.name not in more and (value := getattr(row, f.name)) and "zz" in repr(value) and f.name != "answers"
    }
    return dataclasses.replace(row, **words)


@pytest.fixture
def place(desk):
    """A session, them, and a group: each row of it names them, and was changed since. Returns (session, person, rows)."""
    session, _ = sessions.new(desk, title="Home", date=desk.today())
    person, _ = people.add(desk, session, WHO, "carer")
    group, paper = new_id(), new_id()
    here = {"group_id": group, "session_id": None}
    rows = (
        named(WorkGroup, id=group, kind="forum"),
        named(Member, group_id=group, person_id=person, mix="carers"),
        named(Member, group_id=group, person_id=None, mix="carers"),
        named(Partner, group_id=group),
        named(LogLine, **here, person_id=person, kind="decision", linked=None, vote_id=None),
        named(LogLine, group_id=group, session_id=session, person_id=None, kind="newer", linked=None, vote_id=None),
        named(AgreedPaper, id=paper, kind="charter", **here),
        named(PaperVersion, paper_id=paper, parts=((f"{WHO} and we", f"What {WHO} said"),)),
        named(SignedUp, paper_id=paper, person_id=person, version_id=None),
        named(SignedUp, paper_id=paper, person_id=None, version_id=None),
        named(LookedBack, **here, answers={}),
        named(GroupMeasure, **here),
    )
    with desk.store.write("Wrote it down") as tx:
        for row in rows:
            tx.add(row, session=getattr(row, "session_id", None))
        told = {name: f"{WHO}, {name}" for name in OF_SESSION}
        tx.change("session", session, **told, strands=(WHO, "Buses"), ways=(WHO, "By telephone"), group_id=group)
    for row in rows:
        table = schema.TABLE_OF[type(row)].name
        for field in dataclasses.fields(row):
            if isinstance(value := getattr(row, field.name), str) and WHO in value:
                with desk.store.write("Wrote it again") as tx:
                    tx.change(table, row.id, **{field.name: f"{value} again"})
    drafts.keep(desk, f"work_group:{group}:aim", f"{WHO} would like a bus")
    drafts.keep(desk, f"work_group:{group}:new_log", f"{WHO} decided it")
    return session, person, rows


def left(desk):
    return sorted({(table, value) for table, value in every_value(desk) if "quinquereme" in value.casefold()})


def test_nothing_of_them_is_left_in_any_row_step_draft_or_page(desk, place):
    _session, person, rows = place
    assert {table for table, _ in left(desk)} >= {schema.TABLE_OF[type(row)].name for row in rows} | {
        "session",
        "draft",
    }
    erasure.erase(desk, person)
    assert left(desk) == []
    assert b"quinquereme" not in plain_pages(desk.store.folder, desk.store.raw_key()).lower()


def test_an_older_copy_obeys(desk, place, tmp_path):
    _session, person, _rows = place
    desk.store.checkpoint()
    old = Path(shutil.copytree(desk.store.folder, tmp_path / "older"))
    erasure.erase(desk, person)
    shutil.copy(desk.store.folder / "gone.bin", old / "gone.bin")
    again = workspace.unlock(old, None)
    try:
        assert left(again) == []
    finally:
        workspace.close(again)


def test_a_file_of_a_session_takes_nothing_of_its_group_along(desk, place):
    session, _person, rows = place
    record = sessions.record(desk, session)
    told = session_file.write(record, between_laptops.of(desk, record)).decode("utf-8")
    assert WHO in told
    for row in rows:
        assert row.id not in told
    for words in ("may_decide", "left_why", "lived_present", "What Vashti", "approved_by"):
        assert words not in told


def test_a_hold_on_them_keeps_all_that_is_in_the_bin(desk, place):
    _session, person, rows = place
    holds.place(desk, holds.Scope.PERSON, person, "A complaint", "Complaints team")
    away = [(schema.TABLE_OF[type(row)].name, row.id) for row in rows]
    away = [one for one in away if one[0] in {"partner", "log_line", "agreed_paper"}]
    away.append(("group_member", rows[1].id))
    with desk.store.write("Took them away") as tx:
        for noun, row in away:
            tx.remove(noun, row)
    for one in away:
        with pytest.raises(UserError, match="hold"):
            bins.empty(desk, [one])
