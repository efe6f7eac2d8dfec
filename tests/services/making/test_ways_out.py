"""Every private column that stands beside a session, filled with a word of its own, and every way out searched for it.

Whatever is added to these rows is filled too, so a new column that gets onto a paper fails here.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
import types
import typing
from enum import StrEnum
from typing import Any

import pytest

from coprod_desktop.domain.group_record import Member, WorkGroup
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.log_record import LogLine, Publicity
from coprod_desktop.domain.people_record import Bank, Claim, Deletion, Keep, ListColumns, Rate
from coprod_desktop.domain.record import Need
from coprod_desktop.domain.room import RoomChoice, RoomShows
from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds
from coprod_desktop.services import capture, drafts, holds, organisation, people, safeguarding, sessions
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.holds import Scope
from coprod_desktop.services.making import letters, packs, papers, reports
from coprod_desktop.services.program import fault
from coprod_desktop.services.rights import erasure
from coprod_desktop.services.seen import room_screen
from tests.services import unseen
from tests.services.making.test_unseen_sessions import FORMATS, QUICK, leaks

PRIVATE: tuple[type, ...] = (Need, Bank, Claim, Rate, Keep, Deletion, ListColumns, LogLine, Member)
"""Rows of which no word is for a paper. A line of a group's log is, unless it is private: here it is.

A figure of the place was printed by somebody else, and stands in the report of the bank of people with its source."""
_LINKS = frozenset({"id", "key", "given", "unknown", "person_id", "session_id", "group_id", "rate", "kind", "linked"})
DAY = datetime.date(2026, 10, 6)


def filled(of: Any, **more: Any) -> Any:
    """Return a row of which every column that takes words holds a private one."""
    hints = typing.get_type_hints(of)
    values = {
        f.name: _value(f"zz{of.__name__}{f.name}".lower().replace("_", ""), hints[f.name])
        for f in dataclasses.fields(of)
        if f.name not in _LINKS
    }
    return of(**{"id": new_id(), **values, **more})


def _value(word: str, hint: Any) -> Any:
    parts = [
        p for p in (typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)) if p is not type(None)
    ]
    kind: Any = parts[0]
    if typing.get_origin(kind) is tuple:
        return (f"{word}one", f"{word}two")
    if typing.get_origin(kind) is not None:  # a mapping
        return {f"{word}key": f"{word}value"}
    if issubclass(kind, StrEnum):
        return next(iter(kind))
    return {str: word, int: 4321, bool: True, datetime.date: DAY}[kind]


@pytest.fixture
def words(desk):
    """A session with one of each, and beside it one private row of each kind. Returns (session, group, private words)."""
    organisation.change(desk, name="Marrow & Vale Council")
    data = unseen.one_of_each()
    session = merge.import_file(desk, json.dumps(data).encode()).session
    listed = people.on_list(desk, session)
    group = new_id()
    rows = [
        (filled(Need), {"session": session, "person_id": listed[0].id}),
        (filled(Bank, person_id=listed[1].id), {"session": None}),
        (filled(Claim, kind="travel", person_id=listed[1].id, session_id=session), {"session": session}),
        (filled(Rate, kind="travel"), {"session": None}),
        (filled(Keep, kind="zzkind"), {"session": None}),
        (filled(Deletion, kind="person"), {"session": None}),
        (filled(ListColumns), {"session": None}),
        (filled(LogLine, kind="decision", publicity=Publicity.PRIVATE, group_id=group, session_id=session), {"session": session}),
        (filled(Member, group_id=group, person_id=listed[2].id), {"session": None}),
    ]  # fmt: skip
    assert {type(row) for row, _ in rows} == set(PRIVATE)
    with desk.store.write() as tx:
        tx.add(WorkGroup(id=group, name="The bus group", kind="project"), session=None)
        for row, where in rows:
            tx.add(row, **where)
    sessions.change(desk, session, group_id=group)
    line, _ = next(iter([(e.id, e) for e in capture.lines(desk, session) if "zzharm" in e.text]))
    safeguarding.seal(desk, line)
    holds.place(desk, Scope.PERSON, listed[4].id, "zzholdreason", "zzholdwho")
    drafts.keep(desk, f"capture:{session}", "zzdraft words", session=session)
    gone = next(p for p in listed if "Zzulric" in p.name)
    erasure.erase(desk, gone.id)
    papers.review(desk, session)
    own = [word for row, _ in rows for word in unseen.secrets({"row": repr(row)})]
    return session, group, (*own, *unseen.secrets(data), "zzholdreason", "zzholdwho", "zzdraft")


def test_no_paper_of_any_kind_or_format_holds_a_private_word_and_none_is_named_by_one(desk, words, tmp_path):
    session, _, never = words
    assert len(never) > 80
    made = papers.make(desk, session, FORMATS.papers, tmp_path / "all")
    paths = list(made.paths)
    for kind in paper_kinds.NAMES[1:]:
        paths += papers.make(desk, session, FORMATS.papers, tmp_path / kind, kind=kind).paths
    packs.make(desk, session, paper_kinds.YOU_SAID_WE_WILL, tmp_path / "pack", by="format")
    paths += [p for p in (tmp_path / "pack").rglob("*") if p.is_file() and "private" not in p.parts]
    assert len(paths) > 30
    assert leaks(paths, never) == set()
    assert not [name for p in paths for name in never if name in str(p.relative_to(tmp_path)).lower()]


def test_no_report_holds_one_of_a_group_or_of_all(desk, words, tmp_path):
    _, group, never = words
    paths = []
    for of in (None, group):
        for kind in reports.names():
            try:
                paths += reports.make(desk, kind, QUICK, tmp_path / f"{kind} {of is None}", of_group=of).paths
            except UserError:
                continue  # there is nothing for this kind
    assert len(paths) > 6
    assert leaks(paths, never) == set()


def test_a_letter_holds_nobody_elses(desk, words, tmp_path):
    session, _, never = words
    made = letters.make(desk, session, tmp_path, formats=("html", "text"), they_read_it=True)
    assert made.paths
    assert leaks(made.paths, [word for word in never if not word.startswith("zzneed")]) == set()


@pytest.mark.parametrize("shows", RoomShows)
def test_the_room_screen_shows_none(desk, words, shows):
    session, _, never = words
    record = sessions.record(desk, session)
    rows = tuple(row.id for row in (*record.entries, *record.votes, *record.agenda, *record.ground_rules))
    for theme in {"", *(e.theme or "" for e in record.entries)}:
        choice = RoomChoice(shows=shows, rows=rows, theme=theme, results=True, break_at=True)
        seen = room_screen.look(desk, session, choice, "10:05")
        assert not [word for word in never if word in repr(seen).lower()]


def test_what_a_crash_tells_holds_none(desk, words):
    session, _, never = words

    def breaks(words: tuple[str, ...], record: object) -> None:
        raise ValueError(f"{words} of {record}")

    try:
        breaks(never, sessions.record(desk, session))
    except ValueError as bug:
        told = fault.details(bug)
    assert "in breaks" in told
    assert not [word for word in never if word in told.lower()]


def test_the_history_of_undo_and_what_is_kept_of_papers_hold_none(desk, words, tmp_path):
    session, _, never = words
    people.change(desk, session, people.on_list(desk, session)[0].id, contact="zzcontactnow")
    papers.make(desk, session, ("text",), tmp_path)
    with desk.store.read() as connection:
        for table in ("undo_step", "paper", "settlement"):
            rows = str(connection.exec_driver_sql(f"select * from {table}").all()).lower()
            assert rows
            assert not [word for word in (*never, "zzcontactnow") if word in rows]
