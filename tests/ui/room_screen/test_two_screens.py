"""A laptop with a projector beside it: a program of its own, as a screen cannot be added to one that runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

PROGRAM = """
from PySide6.QtWidgets import QApplication, QWidget
from coprod_desktop.ui.room_screen.screens import Screens
from coprod_desktop.ui.room_screen.window import RoomWindow
app = QApplication([])
own = QWidget()
own.setGeometry(10, 10, 800, 600)
own.show()
screens = Screens(own, own)
found = screens.for_room()
if found is None:
    print("none:", screens.why_none())
else:
    window = RoomWindow(own)
    window.cover(found)
    app.processEvents()
    at = window.geometry()
    print(found.name(), at.left(), at.top(), at.width(), at.height(), window.picture.view.is_blank)
"""


def told(tmp_path, left):
    size = {"width": 1280, "height": 720, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1, "y": 0}
    screens = [{"name": "laptop", "x": 0, **size}, {"name": "projector", "x": left, **size}]
    path = tmp_path / "screens.json"
    path.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    env = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={path}"}
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, env=env)
    return run.stdout.strip()


@pytest.mark.parametrize(
    ("left", "shown"), [(1280, "projector 1280 0 1280 720 True"), (0, "none: The second screen shows the same")]
)
def test_it_covers_the_projector_blank_and_never_a_mirror_of_the_laptop(tmp_path, left, shown):
    assert told(tmp_path, left).startswith(shown)
