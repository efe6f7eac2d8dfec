"""The log looked at before it is opened: what a crash left is silent, what is damaged is found and put together again."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from coprod_desktop.services import capture, sessions, workspace
from coprod_desktop.store import cipher, pages, wal
from coprod_desktop.store.store import DATABASE

FRAME = 4096 + 24
LOG = f"{DATABASE}-wal"


@pytest.fixture(scope="module")
def killed(tmp_path_factory) -> tuple[Path, bytes]:
    """The files of a workspace whose program was killed after forty lines, and the key."""
    folder = tmp_path_factory.mktemp("killed") / "desk"
    workspace.create(folder, None)
    desk = workspace.unlock(folder, None)
    session, _ = sessions.start_now(desk)
    for n in range(40):
        capture.add(desk, session, capture.NewLine(text=f"Line {n}. The bus was late."))
    left = shutil.copytree(folder, folder.parent / "killed")
    key = desk.store._key
    workspace.close(desk)
    return left, key


@pytest.fixture
def folder(killed, tmp_path) -> Path:
    return shutil.copytree(killed[0], tmp_path / "desk")


def looked(folder: Path, key: bytes) -> wal.Log:
    return wal.look(folder / LOG, pages.keys_of(folder / DATABASE, key))


def lines_in(folder: Path, key: bytes) -> int:
    """Return how many lines SQLite reads."""
    connection = cipher.connect(folder / DATABASE, key)
    try:
        return int(connection.execute("SELECT count(*) FROM entry").fetchone()[0])
    finally:
        connection.close()


def test_a_log_that_is_whole_is_left_alone(killed, folder):
    log = looked(folder, killed[1])
    assert (log.is_damaged, log.is_whole) == (False, True)
    assert log.read_by_sqlite == len(log.frames) > 100


def test_no_log_is_no_damage(killed, folder):
    (folder / LOG).unlink()
    assert not looked(folder, killed[1]).is_damaged
    (folder / LOG).write_bytes(b"")
    assert not looked(folder, killed[1]).is_damaged


@pytest.mark.parametrize("zeroed", [False, True])
def test_what_a_crash_cut_off_is_no_damage(killed, folder, zeroed):
    data = (folder / LOG).read_bytes()
    for at in [*random.Random(1).sample(range(len(data)), 40), 0, 31, 32, 33, len(data) - 1]:
        (folder / LOG).write_bytes(data[:at] + bytes(len(data) - at) * zeroed)
        log = looked(folder, killed[1])
        is_mended = not log.lost and not log.last_is_lost  # where what was cut off is one bit of a frame's last byte
        assert not log.is_damaged or (zeroed and is_mended), at


def test_a_crash_between_two_writes_over_an_older_log_is_no_damage(killed, folder):
    data = (folder / LOG).read_bytes()
    log = looked(folder, killed[1])
    end = 32 + len(log.frames) * FRAME
    older = data[end - FRAME + 24 : end]  # a whole page of a log that went before
    (folder / LOG).write_bytes(data[:end] + data[32:56] + older + bytes(8) + data[32 + 8 : 32 + FRAME])
    assert not looked(folder, killed[1]).is_damaged


def test_frames_of_an_older_log_are_no_damage(killed, folder):
    data = (folder / LOG).read_bytes()
    (folder / LOG).write_bytes(data + b"".join(data[32:40] + b"otherlog" + data[48 : 32 + FRAME] for _ in range(3)))
    assert not looked(folder, killed[1]).is_damaged


def test_any_one_flipped_bit_is_found_and_nothing_is_lost(killed, folder):
    data, key = (folder / LOG).read_bytes(), killed[1]
    whole = looked(folder, key)
    chance = random.Random(2)
    used = 32 + len(whole.frames) * FRAME
    heads = [32 + FRAME * chance.randrange(len(whole.frames)) + chance.randrange(24) for _ in range(40)]
    for at in [*range(32), *heads, *(chance.randrange(32, used) for _ in range(60))]:
        (folder / LOG).write_bytes(pages.flipped(data, at, chance.randrange(8)))
        log = looked(folder, key)
        assert (log.is_damaged, log.is_whole) == (True, True), at
        assert log.frames == whole.frames, at


def test_a_mended_log_is_read_by_sqlite_to_its_end(killed, folder):
    data, key = (folder / LOG).read_bytes(), killed[1]
    (folder / LOG).write_bytes(pages.flipped(data, 32 + 5 * FRAME + 700, 3))
    cut = shutil.copytree(folder, folder.parent / "as it is")
    assert lines_in(cut, key) < 40
    looked(folder, key).write(folder / LOG)
    assert not looked(folder, key).is_damaged
    assert lines_in(folder, key) == 40


def test_a_frame_that_is_gone_is_told_unless_a_later_one_holds_its_page(killed, folder):
    data, key = bytearray((folder / LOG).read_bytes()), killed[1]
    whole = looked(folder, key)
    later = [n for n, f in enumerate(whole.frames) if any(f.number == g.number for g in whole.frames[n + 1 :])]
    last = [n for n in range(len(whole.frames)) if n not in later]
    for n, is_whole in ((later[3], True), (last[0], False)):
        at = 32 + n * FRAME + 24
        (folder / LOG).write_bytes(data[:at] + random.Random(n).randbytes(300) + data[at + 300 :])
        log = looked(folder, key)
        assert (log.is_damaged, log.is_whole) == (True, is_whole)
        assert len(log.frames) == len(whole.frames) - 1


def test_the_last_thing_saved_is_missed_when_its_frame_is_damaged(killed, folder):
    data, key = (folder / LOG).read_bytes(), killed[1]
    at = 32 + len(looked(folder, key).frames) * FRAME - 2000
    (folder / LOG).write_bytes(data[:at] + random.Random(3).randbytes(50) + data[at + 50 :])
    log = looked(folder, key)
    assert (log.is_damaged, log.is_whole, log.last_is_lost) == (True, False, True)
