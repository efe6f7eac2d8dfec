"""What listens for other starts of the program takes names of files from them, and nothing from anybody else."""

from __future__ import annotations

import json
import os
import sys

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from coprod_desktop.ui.window import single
from coprod_desktop.ui.window.single import LONGEST, OnlyWindow

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps others out of such a name by itself")


@pytest.fixture
def window(tmp_path, dressed):
    made = OnlyWindow()
    made.came = []
    made.file_came.connect(made.came.append)
    made.hold(tmp_path)
    yield made
    made.let_go()


@pytest.fixture
def stranger(tmp_path, window):
    socket = QLocalSocket()
    socket.connectToServer(single._name(tmp_path))
    assert socket.waitForConnected()
    yield socket
    socket.abort()


@pytest.mark.parametrize(
    "rubbish",
    [
        b"\xff\xfe\x00\n",
        b"[" * (LONGEST - 10) + b"\n",
        b"7\n",
        b'{"open": "all"}\n',
        b'"no whole path.coprod"\n',
        b'"/tmp/a\\u0000b.coprod"\n',
    ],
)
def test_rubbish_is_passed_over_and_the_next_name_is_taken(window, stranger, tmp_path, qtbot, rubbish):
    stranger.write(rubbish)
    stranger.write(json.dumps(str(tmp_path / "a.coprod")).encode() + b"\n")
    qtbot.waitUntil(lambda: bool(window.came))
    assert window.came == [tmp_path / "a.coprod"]


def test_one_who_never_ends_a_line_is_hung_up_on(window, stranger, qtbot):
    stranger.write(b"x" * (4 * LONGEST))
    qtbot.waitUntil(lambda: stranger.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert window.came == []


def test_a_name_that_another_user_took_first_is_told_nothing(tmp_path, dressed, monkeypatch):
    """On a computer that several people use: theirs must neither hear which files are opened, nor keep us shut."""
    theirs = QLocalServer()
    assert theirs.listen(single._name(tmp_path))
    assert single.may_answer(tmp_path)
    own = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: own + 1)
    assert not single.may_answer(tmp_path)
    assert not OnlyWindow().other_answers(tmp_path, [tmp_path / "private.coprod"])
    assert not theirs.waitForNewConnection(100)[0]
    theirs.close()
