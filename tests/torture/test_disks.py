"""A full disk and a folder that cannot be written: a sentence each, and nothing lost."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile

import pytest

if sys.platform == "win32":
    pytest.skip("these disks are made with Unix means", allow_module_level=True)

from coprod_desktop.errors import NotOnDisk, ReadOnly, UserError
from coprod_desktop.services import capture, room, sessions, workspace
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import ballast
from coprod_desktop.store.store import DATABASE
from tests.torture import disks

PAGEFUL = "Nobody rang me, so I sat there in my coat. " * 60


def fill(desk: Desk, session: str) -> tuple[int, UserError]:
    """Add lines until one is refused. Returns how many were saved, and the refusal."""
    for saved in range(5000):
        try:
            capture.add(desk, session, capture.NewLine(text=f"{saved} {PAGEFUL}"))
        except UserError as refused:
            return saved, refused
    pytest.fail("the disk never filled up")


def texts(desk: Desk, session: str) -> list[str]:
    return [line.text for line in capture.lines(desk, session)]


def all_there(desk: Desk, session: str, saved: int) -> bool:
    return [text.split()[0] for text in texts(desk, session)] == [str(n) for n in range(saved)]


def test_a_full_disk_loses_nothing_and_says_so(tmp_path):
    try:
        with disks.small(tmp_path / "disk", 3000) as disk:
            (disk / "holiday.mov").write_bytes(bytes(600_000))
            workspace.create(disk / "desk", None)
            desk = workspace.unlock(disk / "desk", None)
            session, _ = sessions.start_now(desk)
            saved, refused = fill(desk, session)
            assert "disk is full" in refused.what
            assert saved > 20
            assert all_there(desk, session, saved)

            (disk / "holiday.mov").unlink()
            capture.add(desk, session, capture.NewLine(text=f"{saved} after making room"))
            workspace.close(desk)

            desk = workspace.unlock(disk / "desk", None)
            assert all_there(desk, session, saved + 1)
            workspace.close(desk)
    except disks.CannotMount:
        pytest.skip("mounting a small disk needs root")


def test_a_full_disk_can_still_be_opened_and_read(tmp_path):
    try:
        with disks.small(tmp_path / "disk", 3000) as disk:
            workspace.create(disk / "desk", None)
            desk = workspace.unlock(disk / "desk", None)
            session, _ = sessions.start_now(desk)
            saved, _ = fill(desk, session)
            workspace.close(desk)
            desk = workspace.unlock(disk / "desk", None)
            assert all_there(desk, session, saved)
            workspace.close(desk)
    except disks.CannotMount:
        pytest.skip("mounting a small disk needs root")


def test_room_kept_for_the_last_lines_is_given_up_when_the_disk_is_full_and_kept_again(tmp_path, monkeypatch):
    monkeypatch.setattr(ballast, "SIZE", 2**20)
    monkeypatch.setattr(ballast, "ENOUGH", 3 * 2**20)
    try:
        with disks.small(tmp_path / "disk", 6000) as disk:
            workspace.create(disk / "desk", None)
            desk = workspace.unlock(disk / "desk", None)
            session, _ = sessions.start_now(desk)
            assert room.look(desk).kept
            (disk / "holiday.mov").write_bytes(bytes(3_000_000))
            saved, refused = fill(desk, session)
            assert refused.room_made
            capture.add(desk, session, capture.NewLine(text=f"{saved} in the room kept for it"))
            assert all_there(desk, session, saved + 1)
            assert not room.look(desk).kept

            (disk / "holiday.mov").unlink()
            assert room.look(desk).kept
            workspace.close(desk)
    except disks.CannotMount:
        pytest.skip("mounting a small disk needs root")


def test_little_room_is_told_and_enough_is_not():
    assert room.Room(400 * 10**6, kept=True).is_little
    assert not room.Room(600 * 10**6, kept=True).is_little
    assert not room.Room(None, kept=False).is_little
    assert "400 MB" in room.words_of(room.Room(400 * 10**6, kept=True)).what
    assert "nearly full" in room.words_of(room.Room(3 * 10**6, kept=False)).what


def test_a_file_that_cannot_grow_loses_nothing(tmp_path):
    workspace.create(tmp_path / "desk", None)
    desk = workspace.unlock(tmp_path / "desk", None)
    session, _ = sessions.start_now(desk)
    with disks.short_files(2000):
        saved, refused = fill(desk, session)
        assert "disk" in refused.what
        assert all_there(desk, session, saved)
    capture.add(desk, session, capture.NewLine(text=f"{saved} after making room"))
    assert all_there(desk, session, saved + 1)
    workspace.close(desk)


def test_no_workspace_is_made_on_a_full_disk(tmp_path):
    try:
        with disks.small(tmp_path / "disk", 40) as disk:
            with pytest.raises(UserError, match="disk is full"):
                workspace.create(disk / "desk", None)
            assert workspace.state(disk / "desk") == "none"
    except disks.CannotMount:
        pytest.skip("mounting a small disk needs root")


def test_a_folder_that_cannot_be_written_is_refused_in_words(tmp_path):
    (tmp_path / "shelf").mkdir()
    try:
        with disks.read_only(tmp_path / "shelf") as shelf:
            with pytest.raises(UserError, match="cannot be"):
                workspace.create(shelf, None)
            with pytest.raises(UserError, match="cannot be"):
                workspace.create(shelf / "desk", None)
    except disks.CannotMount:
        pytest.skip("mounting needs root")
    assert list((tmp_path / "shelf").iterdir()) == []


def test_a_workspace_that_became_read_only_can_be_read_and_is_left_whole(tmp_path, monkeypatch):
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    workspace.create(tmp_path / "desk", None)
    desk = workspace.unlock(tmp_path / "desk", None)
    session, _ = sessions.start_now(desk)
    capture.add(desk, session, capture.NewLine(text="0 said before"))
    shutil.copytree(tmp_path / "desk", tmp_path / "killed")  # its last line is in the log only
    workspace.close(desk)
    before = {path.name: path.read_bytes() for path in (tmp_path / "killed").iterdir()}
    try:
        with disks.read_only(tmp_path / "killed"):
            desk = workspace.unlock(tmp_path / "killed", None)
            assert "can only be read" in workspace.news(desk)[0].what
            assert all_there(desk, session, 1)
            with pytest.raises(ReadOnly, match="cannot be written to"):
                capture.add(desk, session, capture.NewLine(text="1 not here"))
            assert all_there(desk, session, 1)
            assert len(list((tmp_path / "temp").iterdir())) == 1
            workspace.close(desk)
            assert list((tmp_path / "temp").iterdir()) == []
    except disks.CannotMount:
        pytest.skip("mounting needs root")
    assert {path.name: path.read_bytes() for path in (tmp_path / "killed").iterdir()} == before
    desk = workspace.unlock(tmp_path / "killed", None)
    assert all_there(desk, session, 1)
    workspace.close(desk)


HOLDER = """
import sys, time
from sqlcipher3 import dbapi2
held = dbapi2.connect(sys.argv[1], isolation_level=None)
held.execute(f"pragma key=\\"x'{sys.argv[2]}'\\"")
held.execute("begin immediate")
print("held", flush=True)
time.sleep(float(sys.argv[3]))
held.execute("rollback")
"""


def test_a_file_that_another_program_holds_for_a_moment_is_waited_for(tmp_path):
    workspace.create(tmp_path / "desk", None)
    desk = workspace.unlock(tmp_path / "desk", None)
    session, _ = sessions.start_now(desk)
    words = [str(desk.store.folder / DATABASE), desk.store.raw_key().hex(), "0.7"]
    with subprocess.Popen([sys.executable, "-c", HOLDER, *words], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        capture.add(desk, session, capture.NewLine(text="0 said meanwhile"))
    assert all_there(desk, session, 1)
    workspace.close(desk)


def test_a_file_that_another_program_keeps_is_told_calmly_and_taken_up_again(tmp_path):
    workspace.create(tmp_path / "desk", None)
    desk = workspace.unlock(tmp_path / "desk", None)
    session, _ = sessions.start_now(desk)
    words = [str(desk.store.folder / DATABASE), desk.store.raw_key().hex(), "6.5"]
    with subprocess.Popen([sys.executable, "-c", HOLDER, *words], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(NotOnDisk, match="Another program is using the workspace"):
            capture.add(desk, session, capture.NewLine(text="0 not yet"))
    capture.add(desk, session, capture.NewLine(text="0 now"))
    assert all_there(desk, session, 1)
    workspace.close(desk)
