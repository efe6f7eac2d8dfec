"""Workspaces as older programs left them open in this one, and every value in them is what it was."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from coprod_desktop.domain.check.printable import PrintableLines
from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.permission import Circle, Purpose, Standing
from coprod_desktop.services import permissions, sessions, workspace

FROZEN = Path(__file__).parent / "frozen"
GONE = {"exchange_row"}
"""Tables that went: what they held is worked out from rows and their changes now."""
ANSWERS = {"permission"}
"""A table of the same name with other columns: compared by what its rows mean, below."""


@pytest.fixture
def old(tmp_path):
    return Path(shutil.copytree(FROZEN / "schema-2", tmp_path / "old"))


@pytest.fixture
def desk(old):
    opened = workspace.unlock(old, None)
    yield opened
    workspace.close(opened)


@pytest.fixture
def told():
    return json.loads((FROZEN / "schema-2" / "told.json").read_text("utf-8"))


def values():
    return json.loads((FROZEN / "schema-2" / "values.json").read_text("utf-8"))


def now(desk, table):
    with desk.store.read() as connection:
        rows = connection.exec_driver_sql(f'select * from "{table}" order by 1')
        names = list(rows.keys())
        return [dict(zip(names, row, strict=True)) for row in rows]


def as_it_is_now(table, row, told):
    """What a row of the older schema is meant to be now."""
    row = dict(row)
    if table == "attendance":
        row["id"] = made_id("attendance", row["session_id"], row["person_id"])
    if table == "revision" and row["noun"] == "attendance":
        row.pop("row_id")
    if table == "undo_step":
        row.pop("ops")
    if table == "meta" and row["key"] in {"clock", "device"}:
        row.pop("value")
    if table == "entry" and row["id"] == told["undone"]:
        row["withdrawn"] = 1  # undo wrote the yes that stood here, and nobody gave it
    return row


def test_every_value_is_what_it_was(desk, told):
    for table, rows in values().items():
        if table in GONE | ANSWERS:
            continue
        here = now(desk, table)
        assert len(here) == len(rows) + (table == "meta"), table
        for before in rows:
            wanted = as_it_is_now(table, before, told)
            assert any(wanted.items() <= row.items() for row in here), (table, wanted)


def test_the_answers_of_the_older_ledger_still_stand(desk, told):
    record = sessions.record(desk, told["session"])
    said, lines = PrintableLines(record), {e.id: e for e in record.entries}
    assert said.allows_words(lines[told["asked_again"]])
    assert said.taken_back(lines[told["withdrawn"]])
    assert permissions.stands(desk, told["no_photo"], Purpose.PHOTO) is Standing.NO
    assert permissions.stands(desk, told["quoted"], Purpose.QUOTE) is Standing.YES
    assert record.permissions.name_parts(told["unnamed"], Circle.ANYONE) == frozenset()
    assert record.permissions.of_person(told["everything"], Purpose.OTHER_WORDS) is Standing.NO


def test_a_yes_that_only_undo_wrote_is_nobodys(desk, told):
    record = sessions.record(desk, told["session"])
    line = next(e for e in record.entries if e.id == told["undone"])
    assert PrintableLines(record).taken_back(line)
    assert line.withdrawn


def test_who_was_taken_off_a_list_keeps_their_no(desk, told):
    record = sessions.record(desk, told["session"])
    assert told["off_list"] in {p.id for p in record.others}
    assert told["off_list"] not in {p.id for p in record.people}


def test_each_answer_says_when_and_undoing_still_works(desk, told):
    rows = now(desk, "permission")
    assert all(row["on_date"] for row in rows)
    assert {row["basis"] for row in rows} == {"asked"}
    again = [r for r in rows if r["row_id"] == told["asked_again"] and r["purpose"] == "quote"]
    assert [r["value"] for r in again] == ["yes", "no", "yes"]
    assert again[1]["id"] in json.loads(again[2]["over"])
    workspace.undo(desk)


def test_a_copy_of_the_database_is_kept_beside_it_first(old):
    before = (old / "workspace.db").read_bytes()
    workspace.close(workspace.unlock(old, None))
    (copy,) = old.glob("workspace-before-schema-3.db")
    assert copy.read_bytes() == before
    workspace.close(workspace.unlock(old, None))
    assert copy.exists()


def test_the_copy_itself_can_be_opened(old):
    workspace.close(workspace.unlock(old, None))
    (copy,) = old.glob("workspace-before-schema-3.db")
    (old / "workspace.db").unlink()
    for log in old.glob("workspace.db-*"):
        log.unlink()
    copy.rename(old / "workspace.db")
    opened = workspace.unlock(old, None)
    assert len(sessions.every(opened)) == 2
    workspace.close(opened)
