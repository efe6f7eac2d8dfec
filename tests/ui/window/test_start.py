"""What is imported when: the window is painted before anything heavy, and commands never see Qt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from coprod_desktop import __main__, app

HEAVY = ("sqlalchemy", "alembic", "sqlcipher3", "reportlab", "jsonschema", "cryptography", "PIL", "pypdfium2")
SCRIPT = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from coprod_desktop.ui.window.shell import Shell
seen = []
begin = Shell.paintEvent
def paint(self, event):
    begin(self, event)
    if not seen:
        seen.append(sorted(m for m in sys.modules if m.split(".")[0] in {heavy!r}))
        print("at first paint:", seen[0])
        QTimer.singleShot(0, self.close)
Shell.paintEvent = paint
from coprod_desktop import app
raise SystemExit(app.main([]))
"""


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    env = {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path),
        "HOME": str(tmp_path),
        "PATH": "",
    }
    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(heavy=HEAVY)], env=env, capture_output=True, text=True, timeout=60
    )
    assert ran.returncode == 0, ran.stderr
    assert "at first paint: []" in ran.stdout


def test_a_command_loads_what_it_needs_and_not_what_others_need() -> None:
    late = ("alembic", "mako", "reportlab", "docx", "openpyxl", "lxml", "braillify", "jsonschema", "sqlalchemy.orm")
    script = f"import sys, coprod_desktop.cli; print([m for m in {late!r} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert ran.stdout.strip() == "[]"


def test_the_first_line_typed_waits_for_no_dialog() -> None:
    listen = "coprod_desktop.ui.listen"
    late = [f"{listen}.{name}" for name in ("arrivals_dialog", "rules_dialog", "notice_dialog", "ask", "risk_card")]
    script = f"import sys, coprod_desktop.ui.pages.listen; print([m for m in {late!r} if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ([], None),
        (["--workspace", "here"], None),
        (["--workspace=here"], None),
        (["window"], "window"),
        (["--workspace", "window", "check", "1"], "check"),
        (["--workspace=x", "sessions", "--json"], "sessions"),
        (["--help"], "--help"),
    ],
)
def test_only_no_command_or_window_opens_the_window(words: list[str], command: str | None) -> None:
    assert __main__._command(words) == command


def test_the_workspace_named_at_start_is_the_one_that_is_opened() -> None:
    assert app.workspace_in(["--workspace", "/a/b"]) == Path("/a/b")
    assert app.workspace_in(["window", "--workspace=/c"]) == Path("/c")
    assert app.workspace_in(["--workspace"]) is None


def test_without_a_screen_it_says_so_in_one_line(monkeypatch, capsys) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert app.main([]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "no screen" in said
