"""Words about somebody at risk that were copied are off the clipboard when the program ends, and it ends well."""

from __future__ import annotations

import os
import subprocess
import sys

PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from coprod_desktop.ui.safeguarding import private_copy
app = QApplication([])
private_copy.copy("he takes the purse")
QTimer.singleShot(0, app.quit)
code = app.exec()
print(repr(app.clipboard().text()))
sys.exit(code)
"""


def test_it_ends_well_with_nothing_on_the_clipboard():
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, env=env, check=False)
    assert (run.returncode, run.stdout.strip()) == (0, "''"), run.stderr
