"""Little room on the disk is told before it is full; a full one takes the last lines all the same."""

from __future__ import annotations

import pytest

from coprod_desktop.errors import DiskFull
from coprod_desktop.services import room, sessions
from coprod_desktop.store import ballast
from coprod_desktop.ui.window.room_keeper import RoomKeeper


@pytest.fixture
def keeper(plain_shell, runner, desk):
    runner.desk = desk
    return RoomKeeper(plain_shell, runner)


def looked(keeper: RoomKeeper) -> str:
    keeper.look()
    keeper._runner.wait_idle()
    return keeper._shell.banner.what.text()


def test_it_is_told_once_and_again_when_there_was_room_in_between(keeper, monkeypatch):
    monkeypatch.setattr(room, "LITTLE", 2**60)
    assert "little room on the disk" in looked(keeper)
    keeper._shell.banner.clear()
    assert looked(keeper) == ""
    monkeypatch.setattr(room, "LITTLE", 0)
    assert looked(keeper) == ""
    monkeypatch.setattr(room, "LITTLE", 2**60)
    assert "little room" in looked(keeper)


def test_room_is_kept_beside_the_workspace_under_a_name_that_says_what_for(keeper, desk):
    looked(keeper)
    (kept,) = desk.store.folder.glob("room-kept*")
    assert kept.stat().st_size == ballast.SIZE


def test_what_the_full_disk_refused_is_tried_again_in_the_room_that_was_kept(runner, desk):
    runner.desk = desk
    session = sessions.start_now(desk)[0]
    ballast.keep(desk.store.folder)
    tried: list[str] = []

    def verb(desk, words):
        tried.append(words)
        with desk.store.write("Tried"):
            if ballast.is_kept(desk.store.folder):
                raise DiskFull("The disk is full.", "")
        return words

    done: list[str] = []
    runner.do(verb, session, done=done.append)
    runner.wait_idle()
    assert (tried, done) == ([session, session], [session])
