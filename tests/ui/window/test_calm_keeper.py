"""While people talk the laptop neither sleeps nor locks itself; its battery is told of in time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap

import pytest

from coprod_desktop.services import sessions
from coprod_desktop.services.program import battery
from coprod_desktop.services.program.battery import Battery
from coprod_desktop.ui.window import calm_keeper
from coprod_desktop.ui.window.calm_keeper import NOT_HELD, CalmKeeper
from coprod_desktop.ui.window.stay_awake import LinuxAwake, MacAwake, StayAwake, WindowsAwake, of_this_system


class System(StayAwake):
    """A system that does as it is asked, or cannot."""

    def __init__(self, *, can: bool = True) -> None:
        super().__init__()
        self.can, self.log = can, []

    def hold(self) -> None:
        self.log.append("awake")
        self.answered.emit(self.can)

    def release(self) -> None:
        self.log.append("may sleep")


@pytest.fixture
def at(monkeypatch):
    """How the battery stands, as a test says."""
    stands: list[Battery | None] = [None]
    monkeypatch.setattr(battery, "read", lambda: stands[0])
    monkeypatch.setattr(calm_keeper, "SOON_MS", 0)
    return stands


@pytest.fixture
def session(in_shell, desk):
    """A session of today, made when Home has read what it shows."""
    in_shell.runner.wait_idle()
    return sessions.start_now(desk)[0]


def settled(shell, qtbot):
    qtbot.waitUntil(lambda: not shell.findChild(CalmKeeper)._soon.isActive())
    shell.runner.wait_aside(60_000)


def test_awake_on_listen_and_no_longer_than_that(in_shell, session, at, qtbot):
    system = System()
    CalmKeeper(in_shell, system)
    in_shell.open_page("listen", session)
    settled(in_shell, qtbot)
    assert system.log == ["awake"]
    in_shell.open_page("listen", session)
    settled(in_shell, qtbot)
    assert system.log == ["awake"]
    in_shell.open_page("home", None)
    assert system.log == ["awake", "may sleep"]
    in_shell.open_page("listen", session)
    settled(in_shell, qtbot)
    in_shell.close()
    assert system.log == ["awake", "may sleep", "awake", "may sleep"]


def test_it_may_sleep_once_the_workspace_is_closed(in_shell, session, at, qtbot):
    system = System()
    keeper = CalmKeeper(in_shell, system)
    in_shell.open_page("listen", session)
    settled(in_shell, qtbot)

    keeper.rest()

    assert system.log[-1] == "may sleep"
    assert not keeper._later.isActive()


def test_where_nothing_keeps_it_awake_it_says_so_once_and_quietly(in_shell, session, at, qtbot):
    CalmKeeper(in_shell, System(can=False))
    in_shell.open_page("listen", session)
    settled(in_shell, qtbot)
    assert in_shell.status.note.text() == NOT_HELD
    assert not in_shell.banner.isVisibleTo(in_shell)
    in_shell.open_page("home", None)
    in_shell.open_page("listen", session)
    settled(in_shell, qtbot)
    assert in_shell.status.note.text() != NOT_HELD or in_shell.status.note.isHidden()


def test_the_battery_stands_at_the_foot_and_is_told_at_twenty_and_ten(in_shell, at, qtbot):
    keeper = CalmKeeper(in_shell, System())
    said = []
    for percent in (64, 20, 19, 10):
        in_shell.banner.clear()
        at[0] = Battery(percent, plugged_in=False)
        keeper.look()
        in_shell.runner.wait_aside(60_000)
        said.append((in_shell.status.battery_state.text(), in_shell.banner.what.text()))

    assert said[0] == ("Battery 64%", "")
    assert said[1] == ("Battery 20%", "The battery is at 20%. What you wrote is saved.")
    assert said[2] == ("Battery 19%", "")
    assert said[3] == ("Battery 10%", "The battery is at 10%. What you wrote is saved.")


def test_without_a_battery_the_foot_says_nothing_of_one(in_shell, at, qtbot):
    CalmKeeper(in_shell, System()).look()
    in_shell.runner.wait_aside(60_000)
    assert in_shell.status.battery_state.isHidden()


def test_each_system_has_its_own_way(monkeypatch, dressed):
    for platform, kind in (("linux", LinuxAwake), ("darwin", MacAwake), ("win32", WindowsAwake), ("haiku", StayAwake)):
        monkeypatch.setattr(sys, "platform", platform)
        assert type(of_this_system()) is kind


def test_a_mac_is_kept_awake_by_a_process_that_ends_with_the_page(tmp_path, dressed):
    command = tmp_path / "caffeinate"
    command.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/asked\nexec sleep 600\n', "utf-8")
    command.chmod(0o755)
    awake, heard = MacAwake(command=str(command)), []
    awake.answered.connect(heard.append)

    awake.hold()
    beside = awake._beside
    while not (tmp_path / "asked").is_file() or not (tmp_path / "asked").read_text("utf-8").strip():
        os.sched_yield()
    assert (tmp_path / "asked").read_text("utf-8").split() == ["-di", "-w", str(os.getpid())]
    assert beside.poll() is None
    awake.release()
    assert beside.poll() is not None
    assert heard == [True]

    without = MacAwake(command=str(tmp_path / "not there"))
    without.answered.connect(heard.append)
    without.hold()
    assert heard == [True, False]


LISTENS = """
    import sys, threading
    from PySide6.QtCore import QCoreApplication, QTimer
    from jeepney import HeaderFields, MatchRule, MessageType, message_bus, new_method_return
    from jeepney.io.blocking import open_dbus_connection
    from coprod_desktop.ui.window.stay_awake import LinuxAwake

    log, ready, is_gone = [], threading.Event(), threading.Event()

    def serve():
        bus = open_dbus_connection("SESSION")
        bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.ScreenSaver"))
        bus.send_and_get_reply(message_bus.AddMatch(MatchRule(type="signal", member="NameOwnerChanged")))
        ready.set()
        holders = set()
        while True:
            got = bus.receive()
            if got.header.message_type is MessageType.method_call:
                holders.add(got.header.fields[HeaderFields.sender])
                log.append((got.header.fields[HeaderFields.member], *got.body))
                bus.send(new_method_return(got, "u", (7,)))
            elif got.body and got.body[0] in holders and not got.body[2]:
                log.append("given back")
                is_gone.set()

    if sys.argv[1] == "saver":
        threading.Thread(target=serve, daemon=True).start()
        ready.wait()
    app, heard = QCoreApplication([]), []
    awake = LinuxAwake()
    awake.answered.connect(heard.append)
    awake.answered.connect(app.quit)
    QTimer.singleShot(0, awake.hold)
    app.exec()
    awake.release()
    if sys.argv[1] == "saver":
        is_gone.wait(60)
    print(heard, log)
"""


@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="no D-Bus here")
@pytest.mark.parametrize("there", ["saver", "nothing"])
def test_a_desktop_on_linux_is_asked_over_its_bus_and_let_go_with_the_connection(there):
    daemon = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with subprocess.Popen(daemon, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as bus:
        try:
            assert bus.stdout is not None
            address = bus.stdout.readline().strip()
            own = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address, "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nowhere"}
            asked = [sys.executable, "-c", textwrap.dedent(LISTENS), there]
            done = subprocess.run(asked, env=own, capture_output=True, text=True, timeout=120, check=True)
        finally:
            bus.terminate()
    if there == "saver":
        who = "('Inhibit', 'Co-production Desktop', 'People are talking, and nobody touches the keyboard')"
        assert done.stdout.strip() == f"[True] [{who}, 'given back']"
    else:
        assert done.stdout.strip() == "[False] []"
