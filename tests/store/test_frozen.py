"""Workspaces as older programs left them open in this one, and every value in them is what it was."""

from __future__ import annotations

import datetime
import json
import shutil
from pathlib import Path

import pytest

from coprod_desktop.domain.check.printable import PrintableLines
from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.permission import Circle, Purpose, Standing
from coprod_desktop.errors import Upgraded, UserError
from coprod_desktop.services import bank, capture, groups, permissions, promises, sessions, workspace
from coprod_desktop.services.bring_in import merge, session_file
from coprod_desktop.services.seen import search
from coprod_desktop.store import backups, migrate, schema
from coprod_desktop.store import promises as stored
from tests.desks import HOME_CARE, every_value

FROZEN = Path(__file__).parent / "frozen"
GONE = {"exchange_row", "earlier_promise"}
"""Tables that went: what they held is worked out from rows and their changes, or stands in another (below)."""
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
        row.pop("expenses")
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
        alone = sum(table == "point" and row["session_id"] is None for row in here)  # of which only papers are here
        assert len(here) == len(rows) + (table == "meta") + alone, table
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


@pytest.fixture
def year(tmp_path):
    """Three sessions of a year, of which the later two tell of the promises of the first, each in its own copy."""
    opened = workspace.unlock(Path(shutil.copytree(FROZEN / "schema-3", tmp_path / "year")), None)
    yield opened
    workspace.close(opened)


YEAR = json.loads((FROZEN / "schema-3" / "told.json").read_text("utf-8"))


def test_every_value_of_a_copy_stands_in_what_its_paper_told(year):
    rows = json.loads((FROZEN / "schema-3" / "values.json").read_text("utf-8"))
    for table in ("earlier_promise", "point", "promise_update", "session", "entry", "person", "settlement"):
        here = {row["id"]: row for row in now(year, "telling" if table == "earlier_promise" else table)}
        for before in rows[table]:
            kept = {k: v for k, v in before.items() if k not in {"seq", "status"}}
            assert kept.items() <= here[before["id"]].items(), table
    told = {row["id"]: row for row in now(year, "telling")}
    said = {row["id"]: row["status"] for row in rows["earlier_promise"]}
    only_stood_there = YEAR["earlier"]["autumn:Write the guide again with carers"]
    assert {k: told[k]["status"] for k in said if k != only_stood_there} == {
        k: v for k, v in said.items() if k != only_stood_there
    }
    assert told[only_stood_there]["status"] is None  # nobody had said so


def test_a_copy_joins_its_original_where_words_and_day_agree(year):
    told = {row["id"]: row["promise"] for row in now(year, "telling")}
    points, copies = YEAR["points"], YEAR["earlier"]
    for joined in ("Ask the bus company for a later bus", "Write the guide again with carers", "Train the drivers"):
        session = "summer" if "bus" in joined else "autumn"
        assert told[copies[f"{session}:{joined}"]] == points[joined]
    lines = {(p.what, p.alone): p for p in promises.lines(year)}
    assert lines["Ask the bus company for a later bus", False].state == "Done, on time"
    assert lines["Train the drivers", False].state == "Done, on time"
    assert lines["Write the guide again with carers", False].who == "Guide editor"
    assert {p.what for p in promises.seen(year, "alone").lines} == {
        "Mend the hall door",
        "Put a bench outside the library",  # another day than was promised
    }


def test_the_index_of_open_promises_is_made_for_what_was_there(year):
    before = [(row["id"], row["open"], row["ended"]) for row in now(year, "point")]
    with year.store.write() as tx:
        stored.keep_open(tx.connection, [row[0] for row in before], datetime.date(2026, 11, 26))
    assert [(row["id"], row["open"], row["ended"]) for row in now(year, "point")] == before
    assert {row[2] for row in before} == {None, "kept", "no"}


def test_a_file_of_that_workspace_says_what_it_said(year):
    rows = json.loads((FROZEN / "schema-3" / "values.json").read_text("utf-8"))
    out = session_file.as_json(sessions.record(year, YEAR["summer"]))["previous_promises"]
    assert [(p["uid"], p["text"], p["due"], p["status"]) for p in out] == [
        (r["id"], r["text"], r["due"], r["status"])
        for r in rows["earlier_promise"]
        if r["session_id"] == YEAR["summer"]
    ]


def test_everything_that_was_there_is_found_also_where_older_programs_did_not_look(year):
    hits = {(hit.noun, hit.column, hit.words) for hit in search.search(year, "guide editor")}
    assert ("point", "owner", "Something about write the guide again with carers") in hits
    with year.store.read() as connection:
        for noun in schema.SEARCHED:
            rows = connection.exec_driver_sql(f"SELECT count(*) FROM {noun}").scalar()
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {noun}_fts_docsize").scalar() == rows, noun


@pytest.mark.parametrize("schema_then", [2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
def test_a_backup_of_it_as_it_was_is_made_first(tmp_path, schema_then):
    frozen = FROZEN / f"schema-{schema_then}"
    old = Path(shutil.copytree(frozen, tmp_path / "old"))
    opened = workspace.unlock(old, None)
    told = next(one for one in workspace.news(opened) if isinstance(one, Upgraded))
    workspace.close(opened)
    (backup,) = backups.every(old / "backups")
    assert (backup.told.schema, backup.told.why) == (schema_then, "upgrade")
    assert "brought up to date" in told.what
    assert f"kept in {backup.folder}" in told.do
    assert backups.is_whole(backup)
    workspace.close(workspace.unlock(old, None))
    assert backups.every(old / "backups") == (backup,)
    lines = sum(row["deleted_at"] is None for row in frozen_rows(schema_then, "entry"))
    assert backup.told.lines == lines

    opened = workspace.unlock(backup.folder, None)  # a whole workspace of its own
    assert len(sessions.every(opened)) == backup.told.sessions
    workspace.close(opened)


def frozen_rows(schema_then, table):
    return json.loads((FROZEN / f"schema-{schema_then}" / "values.json").read_text("utf-8"))[table]


def test_when_no_backup_can_be_made_nothing_is_upgraded(old):
    (old / "backups").write_bytes(b"a file in the way")
    before = (old / "workspace.db").read_bytes()
    with pytest.raises(UserError, match="No backup could be made"):
        workspace.unlock(old, None)
    assert (old / "workspace.db").read_bytes() == before


@pytest.mark.parametrize("schema_then", [4, 5])
def test_what_was_gone_says_since_when_by_our_own_clock(tmp_path, schema_then):
    old = Path(shutil.copytree(FROZEN / f"schema-{schema_then}", tmp_path / "old"))
    opened = workspace.unlock(old, None)
    told = json.loads((old / "told.json").read_text("utf-8"))
    clock = int(next(row["value"] for row in frozen_rows(schema_then, "meta") if row["key"] == "clock"))
    rows = {row["id"]: row for row in now(opened, "gone")}
    for before in frozen_rows(schema_then, "gone"):
        assert before.items() <= rows[before["id"]].items()
    ours, theirs = rows[told["struck"]], rows[told["elsewhere"]]
    assert ours["here"] == ours["hlc"] <= clock
    assert theirs["here"] == clock < theirs["hlc"]  # that laptop's clock was a year ahead
    assert ours["day"] == theirs["day"] == "2026-11-26"
    lines = {line.id: line.text for line in capture.lines(opened, told["session"])}
    assert lines[told["kept"]] == "The kettle in the hall does not reach the tap"
    assert told["struck"] not in lines
    workspace.close(opened)


def test_the_week_after_begins_empty_and_a_point_keeps_whom_it_was_asked_of(tmp_path):
    opened = workspace.unlock(Path(shutil.copytree(FROZEN / "schema-6", tmp_path / "old")), None)
    told = json.loads((FROZEN / "schema-6" / "told.json").read_text("utf-8"))
    points = {p.id: p for p in sessions.record(opened, told["session"]).points}
    asked = points[told["asked"]]
    assert (asked.asked_who, asked.asked_on.isoformat(), asked.chased_on.isoformat()) == (
        "Head of Home Care",
        "2026-09-24",
        "2026-10-08",
    )
    for table in ("asking", "member_check", "said_back", "format_asked", "easy_sentence", "easy_mark"):
        assert now(opened, table) == []
    for table in ("session", "entry", "point", "person", "permission", "gone"):
        assert all(any(row.items() <= here.items() for here in now(opened, table)) for row in frozen_rows(6, table))
    workspace.close(opened)


def test_the_live_hour_begins_empty_and_nothing_else_is_another(tmp_path):
    opened = workspace.unlock(Path(shutil.copytree(FROZEN / "schema-7", tmp_path / "old")), None)
    told = json.loads((FROZEN / "schema-7" / "told.json").read_text("utf-8"))
    for table in ("moment", "read_back", "sheet_photo"):
        assert now(opened, table) == []
    rows = json.loads((FROZEN / "schema-7" / "values.json").read_text("utf-8"))
    for table, before in rows.items():
        here = now(opened, table)
        assert len(here) == len(before), table
        for row in before:
            assert any(stands(table, row).items() <= one.items() for one in here), table
    record = sessions.record(opened, told["session"])
    line = next(e for e in record.entries if e.id == told["kept"])
    assert (line.sort, line.unconfirmed, line.sheet, line.call_back) == (None, None, None, None)
    vote = next(v for v in record.votes if v.id == told["vote"])
    with opened.store.write("Put it down again") as tx:
        assert tx.change("vote", vote.id, options=vote.options) is None  # its choices are written as they were
    assert {hit.noun for hit in search.search(opened, vote.options[0].label)} >= {"vote"}
    workspace.close(opened)


def stands(table, row):
    """What of an older row stands in its table still."""
    gone = {"meta": {"value"}, "attendance": {"expenses"}}.get(table, set())
    return {k: v for k, v in row.items() if k not in gone}


def all_of_it_stands(opened, schema_then):
    """Every row of an older workspace is there, with all it held."""
    for table, before in json.loads((FROZEN / f"schema-{schema_then}" / "values.json").read_text("utf-8")).items():
        here = now(opened, table)
        assert len(here) == len(before), table
        for row in before:
            assert any(stands(table, row).items() <= one.items() for one in here), table


def is_about_expenses(table, row):
    return (table == "revision" and "expenses" in row["old"]) or (
        table == "undo_step" and row["said"] == "Changed someone on the list"
    )


PEOPLE_AND_MONEY = ("bank", "rate", "claim", "privacy", "keep_rule", "deletion", "about_you_question", "local_figure", "list_columns")  # fmt: skip


def test_people_and_money_begin_empty_and_nothing_else_is_another(tmp_path):
    opened = workspace.unlock(Path(shutil.copytree(FROZEN / "schema-8", tmp_path / "old")), None)
    told = json.loads((FROZEN / "schema-8" / "told.json").read_text("utf-8"))
    for table in PEOPLE_AND_MONEY:
        assert table == "claim" or now(opened, table) == []
    rows = json.loads((FROZEN / "schema-8" / "values.json").read_text("utf-8"))
    for table, before in rows.items():
        here = now(opened, table)
        assert len(here) == len([row for row in before if table != "undo_step" or not is_about_expenses(table, row)])
        for row in before:
            if not is_about_expenses(table, row):
                assert any(stands(table, row).items() <= one.items() for one in here), table
    record = sessions.record(opened, told["session"])
    assert {line.told_as for line in record.entries} == {None}
    assert {(n.why_not, n.review_by, n.shared_on) for p in record.people for n in p.needs} == {(None, None, None)}
    someone = next(person for person in record.people if person.needs)
    found = search.search(opened, someone.needs[0].need)  # needs are found, as whose they are
    assert ("person", someone.id) in {(hit.noun, hit.id) for hit in found}
    workspace.close(opened)


def test_what_stood_as_expenses_is_an_amount_each_to_the_penny(tmp_path):
    opened = workspace.unlock(Path(shutil.copytree(FROZEN / "schema-8", tmp_path / "old")), None)
    told = json.loads((FROZEN / "schema-8" / "told.json").read_text("utf-8"))
    people = [p for s in (told["session"], told["steering"]) for p in sessions.record(opened, s).people]
    assert {p.id: [list(one) for one in p.expenses] for p in people if p.expenses} == told["expenses"]
    amounts = now(opened, "claim")
    assert sum(row["pence"] for row in amounts) == sum(
        pence for listed in told["expenses"].values() for _, pence in listed
    )
    kinds = {(row["words"], row["kind"], row["fee"], row["state"], row["on"]) for row in amounts}
    assert ("bus", "travel", 0, "claimed", "2026-09-17") in kinds
    for table, value in every_value(opened):
        assert "expenses" not in value or table in {"attendance", "person", "session"}  # what a file came in with
    again = merge.import_file(opened, HOME_CARE.read_bytes())
    assert again.changes.added == ()  # the same file makes the same amounts
    workspace.close(opened)


GROUPS = ("work_group", "group_member", "partner", "log_line", "agreed_paper", "paper_version", "signed_up", "looked_back", "group_measure")  # fmt: skip


def test_groups_begin_empty_and_nothing_else_is_another(tmp_path):
    opened = workspace.unlock(Path(shutil.copytree(FROZEN / "schema-9", tmp_path / "old")), None)
    told = json.loads((FROZEN / "schema-9" / "told.json").read_text("utf-8"))
    for table in GROUPS:
        assert now(opened, table) == []
    all_of_it_stands(opened, 9)
    record = sessions.record(opened, told["session"])
    assert (record.session.group_id, record.session.days, record.session.strands) == (None, (), ())
    assert {(point.sorter, point.group_id) for point in record.points} == {(None, None)}
    assert {hit.id for hit in search.search(opened, told["project"]) if hit.noun == "session"} == {told["session"]}
    workspace.close(opened)


def test_partners_keep_all_of_theirs_are_found_and_can_say_what_they_gave(tmp_path):
    opened = workspace.unlock(Path(shutil.copytree(FROZEN / "schema-10", tmp_path / "old")), None)
    told = json.loads((FROZEN / "schema-10" / "told.json").read_text("utf-8"))
    all_of_it_stands(opened, 10)
    assert [(row["gave"], row["got"]) for row in now(opened, "partner")] == [(None, None)] * 2
    assert told["group"] in {hit.id for hit in search.search(opened, told["words"])}
    groups.change_partner(opened, told["partner"], gave="a minibus on Fridays")
    assert told["group"] in {hit.id for hit in search.search(opened, "minibus")}
    workspace.close(opened)


def test_whoever_is_in_the_bank_and_on_no_list_keeps_all_of_theirs_and_can_have_a_role(tmp_path):
    opened = workspace.unlock(Path(shutil.copytree(FROZEN / "schema-11", tmp_path / "old")), None)
    told = json.loads((FROZEN / "schema-11" / "told.json").read_text("utf-8"))
    all_of_it_stands(opened, 11)
    assert [(row["person_id"], row["role"]) for row in now(opened, "bank")] == [(told["somebody"], None)]
    bank.change(opened, told["somebody"], "role", "carer")
    assert [row["role"] for row in now(opened, "bank")] == ["carer"]
    assert told["group"] in {hit.id for hit in search.search(opened, told["words"])}
    workspace.close(opened)


def test_the_newest_step_of_the_chain_is_the_version_that_is_written_down():
    steps = [path.stem.partition("_")[0] for path in Path(migrate.__file__).with_name("versions").glob("0*.py")]
    assert max(steps) == f"{migrate.SCHEMA_VERSION:04}"
