"""Lock in the window: what is covered, what is kept, and what is said when something is in the way."""

from __future__ import annotations

import shutil
import sys
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton

from coprod_desktop.services import drafts, kept_words, sessions, workspace
from coprod_desktop.ui.dialogs.new_session import NewSession
from coprod_desktop.ui.settings.take_card import TakeCard
from coprod_desktop.ui.window.cover import Sheet
from coprod_desktop.ui.window.door import Door
from coprod_desktop.ui.window.locking import HELD, KEPT, NOT_AFRESH, NOT_SAVED
from coprod_desktop.ui.window.shell import APP_NAME
from coprod_desktop.ui.window.succession import Predecessor, Stand, Successor

PASSPHRASE = "green tea on sunday"
SAID = "They took my chair away"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    workspace.create(tmp_path / "mine", PASSPHRASE)
    return tmp_path / "mine"


class Next(QObject):
    """Stands where the next process would: it comes, or falls, when a test says so."""

    came = Signal()
    wanted = Signal()
    fell = Signal()

    def __init__(self, stand: Stand) -> None:
        super().__init__()
        self.stand, self.is_there, self.words = stand, False, []

    def come(self) -> None:
        self.is_there = True
        self.came.emit()

    def end_this(self, word) -> None:
        self.words.append(word)


@pytest.fixture
def started() -> list[Next]:
    return []


@pytest.fixture
def open_door(shell, runner, settings, folder, started, qtbot, monkeypatch, tmp_path):
    """Return a function that opens the workspace; with `afresh` another process takes over at a lock."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    made: list[Door] = []

    def succeed(stand: Stand) -> Next:
        started.append(Next(stand))
        return started[-1]

    def begin(*, afresh: bool) -> Door:
        made.append(Door(shell, runner, settings, folder, succeed=succeed if afresh else None))
        made[-1].begin()
        runner.wait_idle()
        unlock(shell, qtbot)
        return made[-1]

    yield begin
    if (cover := made[-1]._locking._cover) is not None:
        cover.lift()
    shell.leave()
    made[-1]._close_desk()
    runner.wait_idle()


def unlock(shell, qtbot) -> None:
    field = shell.in_front().findChild(QLineEdit, "passphrase")
    qtbot.keyClicks(field, PASSPHRASE)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    shell.runner.wait_idle()
    assert shell.in_front().objectName() == "HomePage"


def lock_key(shell, qtbot) -> None:
    qtbot.keyClick(shell, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def sheets(shell) -> list[Sheet]:
    return [sheet for sheet in shell.findChildren(Sheet) if sheet.isVisible()]


def dialog_with_words(shell, qtbot) -> NewSession:
    shell.open_page("sessions")
    shell.runner.wait_idle()
    page = shell.in_front()
    dialog = NewSession(page.context, page)
    dialog.open()
    qtbot.waitExposed(dialog)
    shell.runner.wait_idle()
    qtbot.keyClicks(dialog.findChild(QLineEdit, "sessionTitle"), "Held in the hall")
    return dialog


def test_every_window_is_covered_before_anything_is_handed_in(open_door, shell, started, qtbot, monkeypatch):
    open_door(afresh=True)
    dialog = dialog_with_words(shell, qtbot)
    dialog.setWindowTitle("Mrs Tattersall")
    seen: list[tuple[int, list[str]]] = []
    take_in = shell.take_in
    monkeypatch.setattr(shell, "take_in", lambda: (seen.append((len(sheets(shell)), titles())), take_in())[1])
    shell.lock_wanted.emit()
    assert seen == [(2, [APP_NAME, APP_NAME])]
    for sheet in sheets(shell):
        assert sheet.rect() == sheet.parentWidget().rect()
        assert_one_colour(sheet.parentWidget())


def titles() -> list[str]:
    return [w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible()]


def assert_one_colour(window) -> None:
    """Nothing but the word in the middle is to be seen."""
    picture = window.grab().toImage()
    edge = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height() // 3, 5)}
    assert len(edge) == 1


def test_while_it_is_covered_keys_and_a_second_lock_do_nothing(open_door, shell, started, qtbot):
    open_door(afresh=True)
    lock_key(shell, qtbot)
    lock_key(shell, qtbot)
    shell.lock_wanted.emit()
    qtbot.keyClicks(shell, "typed on")
    shell.close()
    assert len(started) == 1
    assert shell.isVisible()
    started[0].come()
    assert started[0].words == [{}]


def test_the_process_ends_once_the_workspace_is_closed_and_the_next_one_is_there(
    open_door, shell, started, folder, qtbot
):
    open_door(afresh=True)
    lock_key(shell, qtbot)
    assert Path(started[0].stand.folder) == folder
    assert not started[0].words
    assert not workspace.in_use(folder)
    started[0].come()
    assert started[0].words == [{}]


def test_it_ends_at_once_when_somebody_wants_in_but_never_before_all_is_handed_in(
    open_door, shell, started, qtbot, monkeypatch
):
    open_door(afresh=True)
    take_in, words_then = shell.take_in, []

    def slowly():
        started[0].come()
        started[0].wanted.emit()
        words_then.append(list(started[0].words))
        return take_in()

    monkeypatch.setattr(shell, "take_in", slowly)
    closing = []
    monkeypatch.setattr(shell.runner, "rest", lambda: closing.append(list(started[0].words)))
    lock_key(shell, qtbot)
    assert words_then == [[]]
    assert closing[0] == [{}], "it goes on to the backup first"


def test_where_no_other_process_can_be_started_the_door_is_here_and_says_so(open_door, shell, started, qtbot):
    open_door(afresh=True)
    lock_key(shell, qtbot)
    started[0].fell.emit()
    shell.runner.wait_idle()
    assert shell.in_front().objectName() == "unlock"
    assert not sheets(shell)
    assert (shell.in_front().banner.what.text(), shell.in_front().banner.next.text()) == NOT_AFRESH
    unlock(shell, qtbot)


def test_what_is_typed_in_a_dialog_is_kept(open_door, shell, qtbot):
    open_door(afresh=False)
    dialog_with_words(shell, qtbot)
    shell.lock_wanted.emit()
    shell.runner.wait_idle()
    qtbot.waitUntil(lambda: not shell.findChildren(QDialog))
    unlock(shell, qtbot)
    assert [kept.words for kept in drafts.every(shell.runner.desk)] == ["Held in the hall"]


def test_long_work_is_stopped_and_not_waited_for(open_door, shell, folder, qtbot, monkeypatch):
    open_door(afresh=False)
    began, ended, done = threading.Event(), threading.Event(), []
    take_in, ended_then = shell.take_in, []
    monkeypatch.setattr(shell, "take_in", lambda: (take_in(), ended_then.append(ended.is_set()))[0])

    def work(_desk, job) -> None:
        try:
            while True:
                began.set()
                job.say(0.5)
                time.sleep(0.01)  # as a page that is drawn
        finally:
            ended.set()

    shell.runner.job(work, done=done.append)
    began.wait(60)
    lock_key(shell, qtbot)
    shell.runner.wait_idle()
    assert ended_then == [True]
    assert shell.in_front().objectName() == "unlock"
    assert not done
    assert not workspace.in_use(folder)


def test_lock_in_the_sample_leads_back_to_ones_own_work(open_door, shell, started, folder, qtbot):
    open_door(afresh=True)
    shell.sample_wanted.emit()
    qtbot.waitUntil(lambda: "sample" in shell.banner.what.text())
    shell.runner.wait_idle()
    lock_key(shell, qtbot)
    assert Path(started[0].stand.folder) == folder


def type_when_the_folder_is_gone(shell, folder: Path, tmp_path: Path, qtbot) -> None:
    session, _ = sessions.start_now(shell.runner.desk)
    shell.open_page("listen", session)
    shell.runner.wait_idle()
    shell.runner.desk.store.checkpoint()
    shutil.copytree(folder, tmp_path / "copy")
    shutil.rmtree(folder)
    qtbot.keyClicks(shell.in_front().line.field, SAID)


def test_it_locks_when_the_folder_is_gone_and_says_where_the_words_are(
    open_door, shell, started, folder, tmp_path, qtbot
):
    open_door(afresh=True)
    type_when_the_folder_is_gone(shell, folder, tmp_path, qtbot)
    lock_key(shell, qtbot)
    started[0].come()
    assert started[0].words == [{"not_saved": True, "held": {}}]
    opened = workspace.unlock(tmp_path / "copy", PASSPHRASE)
    assert [kept_words.shown_words(kept) for kept in kept_words.waiting(opened)] == [SAID]
    workspace.close(opened)


def test_words_that_no_disk_takes_are_handed_on_locked_and_are_offered_there(
    open_door, shell, runner, started, settings, folder, tmp_path, qtbot
):
    (tmp_path / "data").write_text("no folder")  # where words are kept elsewhere: nothing can be written there
    open_door(afresh=True)
    type_when_the_folder_is_gone(shell, folder, tmp_path, qtbot)
    lock_key(shell, qtbot)
    started[0].come()
    (word,) = started[0].words
    assert word["held"]
    assert SAID not in str(word)
    shutil.copytree(tmp_path / "copy", folder)
    (tmp_path / "data").unlink()
    opened = workspace.unlock(folder, PASSPHRASE)
    assert opened.rescue.take({**word["held"], "another": "AAAA"}) == {"another": "AAAA"}
    assert [kept_words.shown_words(kept) for kept in kept_words.waiting(opened)] == [SAID]
    assert opened.rescue.held() == {}
    workspace.close(opened)


@pytest.mark.parametrize(
    ("word", "said"), [({"not_saved": True, "held": {"a": "b"}}, HELD), ({"not_saved": True, "held": {}}, KEPT)]
)
def test_the_next_process_says_what_became_of_the_words_and_opens_nothing_by_itself(
    shell, runner, settings, tmp_path, qtbot, word, said
):
    workspace.create(tmp_path / "open", None)
    before = Before(Stand(str(tmp_path / "open")))
    made = Door(shell, runner, settings, tmp_path / "open", predecessor=before)
    made.begin()
    runner.wait_idle()
    assert before.painted
    assert shell.in_front().objectName() == "unlock"
    qtbot.mouseClick(shell.in_front().findChild(QPushButton, "open"), Qt.MouseButton.LeftButton)
    runner.wait_idle()
    assert shell.in_front().objectName() == "unlock", "it is opened while the process before may hold it"
    before.end(word)
    assert (shell.in_front().banner.what.text(), shell.in_front().banner.next.text()) == (NOT_SAVED, said)
    runner.wait_idle()
    assert shell.in_front().objectName() == "HomePage"
    shell.leave()
    made._close_desk()
    runner.wait_idle()


class Before(QObject):
    """Stands where the process before would: it ends when a test says so."""

    gone = Signal(object)

    def __init__(self, stand: Stand) -> None:
        super().__init__()
        self.stand, self.painted, self._then = stand, False, []

    def tell_painted(self) -> None:
        self.painted = True

    def when_gone(self, then) -> None:
        self._then.append(then)

    def end(self, word) -> None:
        self.gone.emit(word)
        for then in self._then:
            then()


def test_two_processes_speak_to_each_other(qtbot, tmp_path):
    """The next one hears folder and stand, and then the last word; the old one that it is painted."""
    script = (
        "import sys\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from coprod_desktop.ui.window.succession import Predecessor\n"
        "app = QCoreApplication([])\n"
        "before = Predecessor(sys.argv[-1])\n"
        "print(before.stand.folder, before.stand.front, before.stand.minimised, sys.argv[1:-1], flush=True)\n"
        "before.gone.connect(lambda word: (print(word, flush=True), app.quit()))\n"
        "before.tell_painted()\n"
        "app.exec()\n"
    )
    heard = tmp_path / "heard"
    command = [sys.executable, "-c", f"import sys; sys.stdout = open({str(heard)!r}, 'w')\n{script}"]
    made = Successor(Stand("/a folder/with a name", front=False, minimised=True), command)
    with qtbot.waitSignal(made.came, timeout=60_000):
        pass
    made._say({"not_saved": True, "held": {"a": "b"}})
    made._socket.abort()  # as when the process ends
    qtbot.waitUntil(lambda: made._process.poll() is not None)
    assert heard.read_text().splitlines() == [
        "/a folder/with a name False True ['--locked']",
        "{'not_saved': True, 'held': {'a': 'b'}}",
    ]


def test_a_program_that_does_not_start_is_noticed(qtbot):
    made = Successor(Stand(), [sys.executable, "-c", "raise SystemExit(1)"])
    with qtbot.waitSignal(made.fell, timeout=60_000):
        pass
    made = Successor(Stand(), ["/there/is/no/such/program"])
    with qtbot.waitSignal(made.fell, timeout=60_000):
        pass


def test_a_process_that_is_told_of_no_other_goes_on_alone(qtbot):
    made = Predecessor("coprod-nobody-is-there")
    with qtbot.waitSignal(made.gone, timeout=60_000):
        pass
    assert made.stand == Stand()


def test_locking_while_everything_is_taken_leaves_nothing_that_looks_whole(open_door, shell, tmp_path, qtbot):
    door = open_door(afresh=False)
    stick = tmp_path / "stick"
    stick.mkdir()
    shell.open_page("settings")
    shell.in_front().findChild(TakeCard).take(stick)
    qtbot.waitUntil(lambda: any(stick.iterdir()))
    door.lock()
    qtbot.waitUntil(lambda: shell.in_front().objectName() == "unlock")
    for folder in stick.iterdir():
        assert (folder / "READ-ME.html").exists(), "only a folder that was whole before the lock may be there"
        assert "unfinished" not in folder.name
