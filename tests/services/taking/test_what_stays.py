"""What the app does not show stays out of the folder; what it shows goes; nothing half-made looks whole."""

from __future__ import annotations

import os

import pytest

from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.services import agreed, answers, capture, groups, log, people, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.taking import everything
from tests.services.taking.test_everything import every_word, rows

KEY = {"key": "k9", "given": "{}", "unknown": "{}"}


@pytest.fixture
def group(desk):
    return groups.add(desk, "The zzgroup", "steering_group")[0]


def words_on(desk, title, **place):
    paper, _ = agreed.begin(desk, "charter", **place)
    agreed.write(desk, agreed.one(desk, paper).newest.id, "What we promise", title)


def test_papers_people_agreed_on_stay_with_their_group_and_their_session(desk, home_care, group, tmp_path):
    sample, _ = sessions.new(desk, title="Sample", type="drop-in", date=desk.today())
    away, _ = sessions.new(desk, title="Away", type="drop-in", date=desk.today())
    words_on(desk, "zzsample", session=sample)
    words_on(desk, "zzaway", session=away)
    words_on(desk, "zzofgroup", group=group)
    words_on(desk, "kept here", session=home_care)
    log.add(desk, "zzdecided", "decided", group=group)
    groups.remove(desk, group)
    sessions.remove(desk, away)
    with desk.store.write() as tx:
        tx.change("session", sample, sample=True)
    words = every_word(everything.take(desk, tmp_path).folder)
    assert "kept here" in words
    assert not [mark for mark in ("zzsample", "zzaway", "zzofgroup", "zzdecided", "zzgroup") if mark in words]


def test_sessions_and_promises_of_a_group_in_the_bin_go_along(desk, group, tmp_path):
    session, _ = sessions.new(desk, title="Buses", type="drop-in", date=desk.today(), group_id=group)
    capture.add(desk, session, NewLine(text="The bus stops at nine"))
    answers.add_point(desk, session, "Later buses", answer=AnswerKind.WILL, text="We will ask")
    groups.remove(desk, group)
    folder = everything.take(desk, tmp_path).folder
    assert [row["Title"] for row in rows(folder, "private-sessions")] == ["Buses"]
    assert len(rows(folder, "points-and-promises")) == 1
    (file,) = (folder / "sessions").glob("*.json")
    assert "The bus stops at nine" in file.read_text("utf-8")


def test_what_hangs_on_a_point_in_the_bin_stays_with_it(desk, home_care, tmp_path):
    point, _ = answers.add_point(desk, home_care, "Gone", answer=AnswerKind.WILL, text="We will")
    on = {"session_id": home_care, "on": desk.today().isoformat(), **KEY}
    place = {"place": "we_will", "order": 0, "from_hash": "", "session_id": home_care, **KEY}
    with desk.store.write() as tx:
        tx.insert("asking", {"id": new_id(), "point": point, "step": "asked", "to_whom": "zzasked", **on})
        tx.insert("easy_sentence", {"id": new_id(), "point": point, "words": "zzeasy", **place})
        tx.insert(
            "telling",
            {"id": new_id(), "promise": point, "text": "zztold", "order": 0, "session_id": home_care, **KEY},
        )
    answers.remove_point(desk, point)
    words = every_word(everything.take(desk, tmp_path).folder)  # lists, and the session's own file
    assert not [mark for mark in ("zzasked", "zzeasy", "zztold") if mark in words]


def test_who_was_taken_off_every_list_stays_with_what_they_need(desk, home_care, tmp_path):
    person, _ = people.add(desk, home_care, "Zzperson Away", "carer", contact="zz@example.org")
    people.add_need(desk, home_care, person, "zzneed")
    people.remove(desk, home_care, person)
    folder = everything.take(desk, tmp_path).folder
    lists = "".join(path.read_text("utf-8-sig") for path in folder.rglob("private-*.csv"))
    assert not [mark for mark in ("Zzperson", "zz@example", "zzneed") if mark in lists]


def test_while_it_is_filled_its_name_says_so_and_one_of_another_run_is_left_alone(desk, home_care, tmp_path):
    stick = tmp_path / "stick"
    other = stick / f"{everything.NAME}-{desk.today()}-{everything.UNFINISHED}-abc"
    other.mkdir(parents=True)
    (other / "of another").write_text("here")
    seen: set[str] = set()
    taken = everything.take(desk, stick, lambda _: seen.update(path.name for path in stick.iterdir()))
    (own,) = seen - {other.name}
    assert everything.UNFINISHED in own
    assert not own.startswith(".")
    assert (other / "of another").read_text() == "here"
    assert other.name in (taken.worry or "")
    assert {path.name for path in stick.iterdir()} == {other.name, taken.folder.name}


def test_it_is_there_only_when_every_file_is_on_the_disk(desk, home_care, tmp_path, monkeypatch):
    synced: set[int] = set()
    plain = os.fsync

    def fsync(file):
        synced.add(os.fstat(file).st_ino)
        plain(file)

    monkeypatch.setattr(os, "fsync", fsync)
    folder = everything.take(desk, tmp_path).folder
    assert not [path for path in folder.rglob("*") if path.stat().st_ino not in synced]
