"""The window opens inside its screen, and where it was left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.base.settings_file import Place, Settings
from coprod_desktop.ui.window.place import PlaceKeeper, inside

LAPTOP, BESIDE = QRect(0, 0, 1366, 728), QRect(1366, 0, 1920, 1080)
USUAL = QSize(1280, 800)


@pytest.mark.parametrize("room", [LAPTOP, QRect(0, 40, 1280, 680), QRect(0, 0, 853, 453), QRect(70, 0, 900, 480)])
def test_it_is_no_larger_than_its_room_and_wholly_in_it(room):
    assert room.contains(inside(USUAL, None, [room]))
    assert room.contains(inside(USUAL, QPoint(-300, 500), [room]))


def test_it_stands_where_it_was_left_also_on_the_second_screen():
    assert inside(QSize(900, 600), QPoint(1500, 100), [LAPTOP, BESIDE]) == QRect(1500, 100, 900, 600)


def test_when_its_screen_is_gone_it_stands_in_the_middle_of_the_one_that_is_there():
    there = inside(QSize(900, 600), QPoint(1500, 100), [LAPTOP])
    assert LAPTOP.contains(there)
    assert (there.size(), abs(there.center().x() - LAPTOP.center().x()) <= 1) == (QSize(900, 600), True)


def test_half_out_of_the_screen_it_comes_back_whole():
    assert inside(QSize(900, 600), QPoint(1000, 400), [LAPTOP]) == QRect(466, 128, 900, 600)


def test_size_place_and_maximised_are_remembered(settings, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 400)
    keeper = PlaceKeeper(window, settings)
    assert not window.isMaximized()
    window.setGeometry(60, 70, 420, 330)
    window.show()
    qtbot.waitExposed(window)
    keeper.remember()
    assert settings.read().window == Place(60, 70, 420, 330, maximised=False)
    window.showMaximized()
    keeper.remember()
    assert settings.read().window == Place(60, 70, 420, 330, maximised=True)

    again = QWidget()
    qtbot.addWidget(again)
    PlaceKeeper(again, settings)
    assert again.isMaximized()
    assert again.normalGeometry().isNull() or again.normalGeometry().size() == QSize(420, 330)


@pytest.mark.parametrize(
    "odd", ["wide", {"left": 1}, {"left": 0, "top": 0, "width": 0, "height": 9}, [1, 2], {"left": 1e9}]
)
def test_an_odd_place_counts_as_none(settings, odd):
    settings.write(Settings())
    kept = json.loads(settings.path.read_text()) | {"window": odd}
    settings.path.write_text(json.dumps(kept))
    assert settings.read().window is None


PROGRAM = """
import json, sys
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.base.settings_file import SettingsFile
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.window.look_keeper import LookKeeper
from coprod_desktop.ui.window.place import PlaceKeeper
from coprod_desktop.ui.window.shell import Shell
from pathlib import Path
app = QApplication([])
theme.prepare(app)
settings = SettingsFile(Path(sys.argv[1]))
runner = Runner(app)
shell = Shell(app, runner, LookKeeper(app, settings))
place = PlaceKeeper(shell, settings)
shell.leaving.connect(place.remember)
shell.show()
app.processEvents()
room, frame = app.primaryScreen().availableGeometry(), shell.frameGeometry()
print(json.dumps([room.adjusted(0, 0, 1, 1).contains(frame), shell.isMaximized(), frame.getRect(), room.getRect()]))
shell.close()
"""


@pytest.mark.slow
@pytest.mark.parametrize("scale", ["1", "1.25", "1.5"])
@pytest.mark.parametrize("screen", [(1366, 768), (1280, 720)])
def test_the_real_window_opens_inside_small_screens_at_every_scale(tmp_path: Path, screen, scale):
    screens = {"screens": [{"name": "laptop", "x": 0, "y": 0, "width": screen[0], "height": screen[1]}]}
    config = tmp_path / "screens.json"
    config.write_text(json.dumps(screens))
    platform = f"offscreen:configfile={config}"
    env = os.environ | {"QT_QPA_PLATFORM": platform, "QT_SCALE_FACTOR": scale, "QT_LOGGING_RULES": "qt.qpa.*=false"}
    for _start in ("the first time", "the next time"):
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(tmp_path / "settings.json")],
            env=env, capture_output=True, text=True, timeout=120, check=True,
        )  # fmt: skip
        is_inside, is_maximised, frame, room = json.loads(done.stdout)
        assert room[2:] == pytest.approx([side / float(scale) for side in screen], abs=1)
        assert is_inside, (frame, room)
        assert is_maximised
