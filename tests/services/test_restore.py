"""A workspace comes back from a stick, a folder of backups or a workspace that does not open; never over anything."""

from __future__ import annotations

import datetime
import os
import shutil
from dataclasses import replace

import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.services import backups, capture, keys, restore, sessions, workspace
from coprod_desktop.services.backups import Why
from coprod_desktop.services.capture import NewLine
from coprod_desktop.store import backups as stored
from tests.store.test_backups import flipped, names
from tests.store.test_frozen import FROZEN

PASSPHRASE = "four words to open it"


def say(desk, session, text):
    return capture.add(desk, session, NewLine(text=text)).added[0].id


@pytest.fixture
def to(tmp_path):
    return tmp_path / "back" / "workspace"


@pytest.fixture
def stick(desk, home_care, tmp_path):
    """A stick with two backups on it; between them a line was said."""
    place = tmp_path / "stick"
    place.mkdir()
    (place / "holiday pictures").mkdir()
    backups.choose_second_place(desk, place)
    backups.make(desk, Why.ASKED)
    say(desk, home_care, "Said in between")
    backups.make(desk, Why.WORK)
    return place


def restored(at, to, secret=None):
    return restore.restore(restore.look_for_one(at), to, secret)


def lines(folder, secret=None):
    opened = workspace.unlock(folder, secret)
    try:
        return [entry.text for one in sessions.every(opened) for entry in sessions.record(opened, one.id).entries]
    finally:
        workspace.close(opened)


def places(desk, stick, folder):
    """Everything that one may point at, and how many copies are found in it."""
    own = desk.store.backups.second(stick)
    newest = stored.every(own)[0].folder
    return {stick: 2, stick / "co-production backups": 2, own: 2, newest: 1, folder / "backups": 2, folder: 3}


def test_a_stick_a_folder_of_backups_a_backup_and_a_workspace_all_do(desk, stick, folder, tmp_path):
    counted = places(desk, stick, folder)
    workspace.close(desk)
    for n, (at, copies) in enumerate(counted.items()):
        found = restore.look_for_one(at)
        assert len(found) == copies, at
        done = restore.restore(found, tmp_path / f"back {n}", None)
        assert "Said in between" in lines(done.folder)
        assert done.lines == len(lines(done.folder))


def test_what_is_there_is_shown_before_anything_is_asked(desk, stick):
    newest, older = restore.look(stick)
    assert (newest.told.lines, older.told.lines) == (older.told.lines + 1, older.told.lines)
    assert f"1 session, {newest.told.lines} lines" in newest.words
    assert newest.why == "while you worked"
    assert not restore.needs_passphrase([newest, older])


def test_it_comes_back_with_everything_and_is_another_laptop(desk, stick, home_care, to):
    before = sessions.record(desk, home_care)
    restored(stick, to)
    opened = workspace.unlock(to, None)
    assert sessions.record(opened, home_care) == before
    assert opened.store.device != desk.store.device
    workspace.close(opened)
    assert names(to) == ["vault-copy.json", "vault.json", "workspace.db", "workspace.lock"]
    assert names(to.parent) == ["workspace"]


def test_with_a_passphrase_and_not_without(desk, stick, to):
    keys.change(desk, None, PASSPHRASE)
    backups.make(desk, Why.ASKED)
    found = restore.look_for_one(stick)
    assert restore.needs_passphrase(found)
    for wrong in (None, "not the words"):
        with pytest.raises(UserError):
            restore.restore(found, to, wrong)
        assert not to.parent.exists()
    assert "Said in between" in lines(restore.restore(found, to, PASSPHRASE).folder, PASSPHRASE)


def test_a_stick_that_is_write_protected_is_only_read(desk, stick, to):
    before = {path: path.read_bytes() for path in stick.rglob("*") if path.is_file()}
    everything = [stick, *stick.rglob("*")]
    for path in reversed(everything):
        os.chmod(path, 0o500 if path.is_dir() else 0o400)
    try:
        assert "Said in between" in lines(restored(stick, to).folder)
    finally:
        for path in everything:
            os.chmod(path, 0o700 if path.is_dir() else 0o600)
    assert {path: path.read_bytes() for path in stick.rglob("*") if path.is_file()} == before


def test_a_damaged_newest_backup_is_passed_over_and_that_is_said(desk, stick, to):
    newest, older = restore.look(stick)
    flipped(None, newest.folder / "workspace.db")
    done = restored(stick, to)
    assert done.source == older
    assert [source for source, _ in done.passed_over] == [newest]
    assert "passed over" in restore.told(done, desk.today())
    assert "Said in between" not in lines(to)


def test_nothing_whole_leaves_nothing_behind(desk, stick, to):
    for one in restore.look(stick):
        flipped(None, one.folder / "workspace.db")
    with pytest.raises(UserError, match="None of the 2 copies"):
        restored(stick, to)
    assert names(to.parent) == []


def test_a_workspace_that_does_not_open_comes_back_from_its_newest_backup(desk, stick, folder, to):
    workspace.close(desk)
    data = bytearray((folder / "workspace.db").read_bytes())
    for at in range(4096, len(data), 4096):
        data[at] ^= 1
    (folder / "workspace.db").write_bytes(data)
    done = restored(folder, to)
    assert done.source.told is not None
    assert "Said in between" in lines(to)
    assert (folder / "workspace.db").read_bytes() == data  # kept as it is


def test_of_a_workspace_that_was_not_closed_its_log_comes_along(desk, stick, folder, home_care, to, tmp_path):
    say(desk, home_care, "Said last")
    killed = shutil.copytree(folder, tmp_path / "killed")
    assert (killed / "workspace.db-wal").stat().st_size
    assert "Said last" in lines(restored(killed, to).folder)


def test_a_workspace_that_lost_its_log_has_less_than_its_backup(desk, stick, folder, home_care, to, tmp_path):
    killed = shutil.copytree(folder, tmp_path / "killed")
    shutil.copyfile(restore.look(stick)[1].folder / "workspace.db", killed / "workspace.db")
    (killed / "workspace.db-wal").unlink()
    done = restored(killed, to)
    assert "Said in between" in lines(to)
    assert done.passed_over[0][0].told is None


def test_a_key_file_that_is_damaged_in_the_newest_is_taken_from_another(desk, stick, to):
    for name in stored.VAULTS:
        (restore.look(stick)[0].folder / name).write_bytes(b"{")
    assert "Said in between" in lines(restored(stick, to).folder)


@pytest.mark.parametrize("kind", ["full", "a file", "inside"])
def test_nothing_is_ever_written_over(desk, stick, folder, to, kind):
    if kind == "full":
        to.mkdir(parents=True)
        (to / "letter.txt").write_text("mine", "utf-8")
    elif kind == "a file":
        to.parent.mkdir()
        to.write_text("mine", "utf-8")
    else:
        to = restore.look(stick)[0].folder / "inside"
    with pytest.raises(UserError, match="Nothing was changed"):
        restored(stick, to)
    if kind == "full":
        assert names(to) == ["letter.txt"]
    with pytest.raises(UserError, match="ever written over"):
        restored(stick, folder)


def test_an_empty_folder_will_do_and_what_a_kill_left_goes(desk, stick, to):
    to.mkdir(parents=True)
    half = to.with_name(f".part-{to.name}")
    half.mkdir()
    (half / "workspace.db").write_bytes(b"half")
    restored(stick, to)
    assert names(to.parent) == ["workspace"]


def test_what_was_struck_since_stays_gone_whoever_tells_it(desk, stick, folder, home_care, to, tmp_path):
    line = next(one.id for one in capture.lines(desk, home_care) if one.text == "Said in between")
    capture.strike(desk, line)
    backups.pass_on_gone(desk)
    for n, at in enumerate((stick, folder / "backups", stored.every(desk.store.backups.second(stick))[0].folder)):
        done = restored(at, tmp_path / f"back {n}")
        assert "Said in between" not in lines(done.folder)
        assert done.struck == 1
        assert "stayed out" in restore.told(done, desk.today())


def test_two_workspaces_on_one_stick_are_told_apart(desk, stick, empty_workspace, tmp_path):
    workspace.create(tmp_path / "other", None)
    other = workspace.unlock(tmp_path / "other", None)
    sessions.start_now(other)
    backups.copy_once(other, backups.make(other, Why.ASKED), stick)
    workspace.close(other)
    assert len(restore.look(stick)) == 3
    with pytest.raises(UserError, match="2 workspaces"):
        restore.look_for_one(stick)


def test_a_backup_of_a_newer_program_is_refused(desk, stick, to):
    for one in restore.look(stick):
        (one.folder / "backup.json").write_bytes(stored.page_of(replace(one.told, schema=99)))
    with pytest.raises(UserError, match="newer version"):
        restored(stick, to)


@pytest.mark.parametrize("schema", [2, 3, 4, 5, 6, 7])
def test_a_backup_of_an_older_program_is_brought_up_to_date(tmp_path, schema, to):
    old = shutil.copytree(FROZEN / f"schema-{schema}", tmp_path / "old")
    workspace.close(workspace.unlock(old, None))
    (backup,) = stored.every(old / "backups")
    done = restored(backup.folder, to)
    assert done.source.told.schema == schema
    assert len(lines(to)) == done.lines == backup.told.lines
    assert names(to) == ["vault-copy.json", "vault.json", "workspace.db", "workspace.lock"]


@pytest.mark.parametrize("there", [True, False])
def test_where_there_is_no_backup_it_is_said(tmp_path, there):
    if there:
        (tmp_path / "place").mkdir()
    with pytest.raises(UserError, match="There is no backup"):
        restore.look(tmp_path / "place")


def test_the_place_that_is_proposed_is_not_there_yet(tmp_path):
    assert restore.propose(tmp_path / "workspace") == tmp_path / restore.NEW_NAME
    (tmp_path / restore.NEW_NAME).mkdir()
    assert restore.propose(tmp_path / "workspace") == tmp_path / f"{restore.NEW_NAME} 2"


def test_it_is_said_when_it_was(desk, stick, to):
    done = restored(stick, to)
    said = restore.told(done, desk.today() + datetime.timedelta(3))
    assert "3 days ago" in said
    assert f"{done.lines} lines" in said
