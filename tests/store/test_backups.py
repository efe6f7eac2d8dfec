"""A backup is a second copy that was proved to be sound; one that is not never gets a proper name."""

from __future__ import annotations

import contextlib
import datetime
import itertools
import json
import shutil
import threading

import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, keys, sessions, workspace
from coprod_desktop.services.capture import NewLine
from coprod_desktop.store import backups, cipher, contents, gone, schema
from coprod_desktop.store.backups import NotBackedUp
from coprod_desktop.store.migrate import SCHEMA_VERSION
from tests.desks import HOME_CARE

NOW = datetime.datetime(2026, 11, 26, 10, 15, 3, tzinfo=datetime.UTC)


def made(desk, why="asked", now=NOW):
    return desk.store.backups.make(why, now)


def names(folder):
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_it_holds_what_the_workspace_holds_and_says_so(desk, home_care):
    backup = made(desk)
    assert backup.folder.name == "2026-11-26T101503Z"
    assert names(backup.folder) == ["backup.json", "vault-copy.json", "vault.json", "workspace.db"]
    told = json.loads((backup.folder / "backup.json").read_bytes())
    lines = json.loads(HOME_CARE.read_bytes())["entries"]
    assert (told["sessions"], told["lines"], told["clock"]) == (1, len(lines), desk.store.clock)
    assert told["schema"] == SCHEMA_VERSION
    assert told["bytes"] == (backup.folder / "workspace.db").stat().st_size
    assert backups.is_whole(backup)


def test_it_opens_as_a_workspace_of_its_own(desk, home_care, tmp_path):
    copy = shutil.copytree(made(desk).folder, tmp_path / "copy")
    opened = workspace.unlock(copy, None)
    assert sessions.record(opened, home_care) == sessions.record(desk, home_care)
    assert opened.store.device != desk.store.device
    workspace.close(opened)


def test_it_is_encrypted_with_the_same_key_and_salt_and_can_be_read_by_nobody_else(desk, folder, home_care):
    stored = (made(desk).folder / "workspace.db").read_bytes()
    assert stored[:16] == (folder / "workspace.db").read_bytes()[:16]
    assert b"SQLite format" not in stored
    assert sessions.record(desk, home_care).session.title.encode() not in stored


def test_two_in_one_second_have_names_of_their_own(desk, home_care):
    assert [made(desk).folder.name for _ in range(3)] == [
        "2026-11-26T101503Z", "2026-11-26T101503Z-2", "2026-11-26T101503Z-3",
    ]  # fmt: skip
    assert len(backups.every(desk.store.backups.place)) == 3


def test_what_is_written_meanwhile_is_saved_and_the_backup_is_of_one_moment(desk, home_care):
    stop = threading.Event()
    said = []

    def type_on():
        while not stop.is_set():
            said.append(capture.add(desk, home_care, NewLine(text=f"line {len(said)}")).added[0].id)

    typist = threading.Thread(target=type_on)
    typist.start()
    try:
        counts = [made(desk).told.lines for _ in range(5)]
    finally:
        stop.set()
        typist.join()
    assert counts == sorted(counts)
    assert set(said) <= {line.id for line in capture.lines(desk, home_care)}


@contextlib.contextmanager
def damaged_on_the_way(monkeypatch, change):
    """Have the copy damaged after it was written, as a bad disk would."""
    write = backups.Backups._copy_database

    def copied(self, target):
        held = write(self, target)
        change(self, target)
        return held

    with monkeypatch.context() as patch:
        patch.setattr(backups.Backups, "_copy_database", copied)
        yield


def flipped(_keeper, database):
    data = bytearray(database.read_bytes())
    data[len(data) // 2] ^= 1
    database.write_bytes(data)


def with_a_line_less(keeper, database):
    with contextlib.closing(cipher.connect(database, keeper._key)) as connection:
        connection.execute("delete from entry where seq = (select max(seq) from entry)")
        connection.execute("pragma wal_checkpoint(truncate)")


def with_a_search_index_that_lacks_a_part(keeper, database):
    with contextlib.closing(cipher.connect(database, keeper._key)) as connection:
        connection.execute("delete from entry_fts_data where id > 100")
        connection.execute("pragma wal_checkpoint(truncate)")


@pytest.mark.parametrize("change", [flipped, with_a_line_less, with_a_search_index_that_lacks_a_part])
def test_a_copy_that_is_not_sound_never_gets_a_name(desk, home_care, monkeypatch, change):
    first = made(desk)
    with damaged_on_the_way(monkeypatch, change), pytest.raises(NotBackedUp, match="No backup could be made"):
        made(desk)
    assert backups.every(desk.store.backups.place) == (first,)
    assert names(desk.store.backups.place) == [first.folder.name]


def test_what_a_kill_left_half_done_is_cleared(desk, home_care):
    half = desk.store.backups.place / ".part-0123"
    half.mkdir(parents=True)
    (half / "workspace.db").write_bytes(b"half")
    assert names(desk.store.backups.place) == [".part-0123"]
    assert backups.every(desk.store.backups.place) == ()
    backup = made(desk)
    assert names(desk.store.backups.place) == [backup.folder.name]


def test_where_nothing_can_be_written_it_is_said(desk, folder, home_care):
    desk.store.backups.place.write_bytes(b"a file in the way")
    with pytest.raises(NotBackedUp, match="What you wrote is saved"):
        made(desk)


def test_a_copy_in_another_place_is_the_same_and_an_unfinished_one_of_another_laptop_stays(desk, home_care, tmp_path):
    backup, stick = made(desk), tmp_path / "stick"
    (stick / ".part-theirs").mkdir(parents=True)
    copied = desk.store.backups.copy_to(backup, stick)
    assert copied.told == backup.told
    assert backups.is_whole(copied)
    assert names(copied.folder) == names(backup.folder)
    assert (stick / ".part-theirs").exists()


def test_a_copy_that_is_stopped_leaves_nothing(desk, home_care, tmp_path):
    def stop(_part):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        desk.store.backups.copy_to(made(desk), tmp_path / "stick", stop)
    assert names(tmp_path / "stick") == []


def test_a_backup_that_was_changed_is_known(desk, home_care):
    backup = made(desk)
    flipped(None, backup.folder / "workspace.db")
    assert not backups.is_whole(backup)


@pytest.mark.parametrize("said", [b"", b"{}", b"[]", b'{"version": "one"}', b'{"version": 1, "made_at": 5}', b"\xff"])
def test_a_folder_that_says_nothing_that_can_be_read_is_no_backup(desk, home_care, said):
    backup = made(desk)
    (backup.folder / "backup.json").write_bytes(said)
    assert backups.every(desk.store.backups.place) == ()


def test_every_bit_of_its_page_counts(desk, home_care):
    backup = made(desk)
    page = backup.folder / "backup.json"
    whole = page.read_bytes()
    for at, bit in itertools.product(range(len(whole)), (0, 1, 6)):
        page.write_bytes(whole[:at] + bytes([whole[at] ^ (1 << bit)]) + whole[at + 1 :])
        if (found := backups.at(backup.folder)) is not None:
            assert json.loads(page.read_bytes()) == json.loads(whole), found
    told = json.loads(whole)
    del told["check"]
    page.write_text(json.dumps(told))  # as those were written that had no check
    assert backups.at(backup.folder) == backup


def test_older_backups_take_the_key_file_and_what_is_gone_of_today(desk, folder, home_care):
    backup = made(desk)
    keys.change(desk, None, "four words to open it")
    capture.strike(desk, capture.lines(desk, home_care)[0].id)
    desk.store.backups.refresh(desk.store.backups.place)
    assert workspace.state(backup.folder) == "locked"
    assert (backup.folder / "gone.bin").read_bytes() == (folder / "gone.bin").read_bytes()
    assert backups.is_whole(backup)


def test_a_damaged_key_file_takes_no_good_one_with_it(desk, folder, home_care):
    backup = made(desk)
    before = (backup.folder / "vault.json").read_bytes()
    for name in backups.VAULTS:
        (folder / name).write_bytes(b'{"version": 1, "wraps": []')
    desk.store.backups.refresh(desk.store.backups.place)
    assert (backup.folder / "vault.json").read_bytes() == before


def test_what_is_gone_says_from_when_to_when_it_was_here(desk, home_care):
    line = capture.add(desk, home_care, NewLine(text="Said in confidence")).added[0].id
    holding = desk.store.clock
    capture.strike(desk, line)
    with desk.store.read() as connection:
        (mark,) = gone.marks(connection)
    assert mark.came < holding < mark.here == desk.store.clock
    assert mark.day == desk.today()


def test_what_another_laptop_struck_and_never_was_here_is_in_no_backup(desk, home_care):
    with desk.store.write() as tx:
        ahead = tx.clock + (1 << 50)
        gone.add_rows(tx, [gone.GoneRow("theirs", "entry", "k", "1", None, "struck", ahead, "other")])
    with desk.store.read() as connection:
        assert gone.marks(connection) == ()


def test_every_table_is_counted(desk, home_care):
    with desk.store.read() as connection:
        raw = connection.connection.driver_connection
        before = contents.of(raw)
        assert before.rows > sum(
            raw.execute(f'select count(*) from "{name}"').fetchone()[0] for name in ("entry", "person", "need")
        )
    capture.add(desk, home_care, NewLine(text="One more"))
    with desk.store.read() as connection:
        after = contents.of(connection.connection.driver_connection)
    assert after.lines == before.lines + 1
    assert {table.name for table in schema.META.sorted_tables} >= {"entry", "gone"}


def test_a_database_that_has_lost_a_page_gives_no_backup_and_says_so(folder):
    desk = workspace.unlock(folder, None)
    session = sessions.start_now(desk)[0]
    for n in range(400):
        capture.add(desk, session, NewLine(text=f"A line that takes up some room in the database, number {n}"))
    desk.store.checkpoint()
    data = bytearray((folder / "workspace.db").read_bytes())
    for at in range(40 * 4096 + 100, len(data), 4096):
        data[at] ^= 1
    with (folder / "workspace.db").open("rb+") as file:
        file.write(data)
    with pytest.raises(UserError, match=r"cannot be read|damaged"):
        desk.store.backups.make("asked", NOW)
    assert names(folder / "backups") == []
    workspace.close(desk)
