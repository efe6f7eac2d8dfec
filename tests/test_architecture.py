"""The house stands as design says: who may import whom, what is loaded when, and nothing global.

Each rule is tried twice: on the real tree, and on a small made-up one that breaks it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests import house

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def real() -> dict[str, house.Module]:
    return house.read(ROOT)


def build(root: Path, **files: str) -> dict[str, house.Module]:
    """Make a small house: the key `store__key` is the file store/key.py."""
    for name, text in files.items():
        path = root / house.PACKAGE / (name.replace("__", "/") + ".py")
        path.parent.mkdir(parents=True, exist_ok=True)
        for folder in path.relative_to(root).parents[:-1]:
            (root / folder / "__init__.py").touch()
        path.write_text(text, encoding="utf-8")
    return house.read(root)


def test_rooms_import_only_downwards(real):
    assert house.wrong_ways(real) == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("domain__words", "from coprod_desktop.store import schema"),
        ("domain__words", "def f():\n    import coprod_desktop.services.capture"),
        ("publish__gate", "from coprod_desktop import store"),
        ("publish__gate", "from ..store import schema"),
        ("store__rows", "from coprod_desktop.services.capture import add"),
        ("services__capture", "from coprod_desktop.ui.shell import Shell"),
        ("ui__pages__home", "from coprod_desktop.store.schema import metadata"),
        ("ui__pages__home", "from ...store.schema import metadata"),
        ("cli", "def window():\n    from coprod_desktop.ui import shell"),
        ("errors", "from coprod_desktop import domain"),
        ("attic", "x = 1"),
    ],
)
def test_a_wrong_way_is_seen(tmp_path, file, text):
    rooms = build(tmp_path, store__schema="metadata = 1", ui__shell="", domain__record="")
    assert house.wrong_ways(rooms) == []
    assert len(house.wrong_ways(build(tmp_path, **{file: text}))) == 1


def test_widgets_know_no_page(real):
    assert house.widgets_that_know_a_page(real) == []


def test_a_widget_that_knows_a_page_is_seen(tmp_path):
    rooms = build(tmp_path, ui__pages__home="", ui__widgets__card="from coprod_desktop.ui.pages import home")
    assert len(house.widgets_that_know_a_page(rooms)) == 1


def test_libraries_stay_in_their_rooms(real):
    assert house.libraries_out_of_place(real) == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("services__capture", "import sqlalchemy as sa"),
        ("cli", "def f():\n    from PySide6.QtWidgets import QApplication"),
        ("ui__shell", "from reportlab.platypus import Paragraph"),
        ("store__open", "import sqlite3"),
        ("domain__words", "import jsonschema"),
    ],
)
def test_a_library_out_of_place_is_seen(tmp_path, file, text):
    assert len(house.libraries_out_of_place(build(tmp_path, **{file: text}))) == 1


def test_nothing_heavy_is_loaded_before_the_first_paint(real):
    for start in ("coprod_desktop.app", "coprod_desktop.__main__"):
        assert house.loaded_with(real, start, house.HEAVY) == []


def test_paper_libraries_wait_for_a_paper(real):
    for start in (name for name, module in real.items() if module.room in {"services", "cli", "ui"}):
        assert house.loaded_with(real, start, house.PAPER_LIBRARIES) == []


def test_a_heavy_import_is_seen_through_other_modules(tmp_path):
    rooms = build(
        tmp_path,
        app="from coprod_desktop.services import papers",
        services__papers="from coprod_desktop.publish.render import pdf",
        publish__render__pdf="from reportlab.pdfgen import canvas",
    )
    (way,) = house.loaded_with(rooms, "coprod_desktop.app", house.HEAVY)
    assert "services.papers" in way


@pytest.mark.parametrize(
    "text",
    ["def draw():\n    import reportlab", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import reportlab"],
)
def test_a_late_import_is_not_heavy(tmp_path, text):
    rooms = build(tmp_path, app="from coprod_desktop.publish import pdf", publish__pdf=text)
    assert house.loaded_with(rooms, "coprod_desktop.app", house.HEAVY) == []


def modules_after(statement: str) -> set[str]:
    code = f"{statement}\nimport sys; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return {name.partition(".")[0] for name in run.stdout.split()}


def test_python_itself_loads_nothing_heavy_with_the_window():
    assert not modules_after("import coprod_desktop.app") & house.HEAVY


def test_commands_do_without_qt():
    assert "PySide6" not in modules_after("import coprod_desktop.__main__, coprod_desktop.cli")


@pytest.mark.parametrize(
    "module", ["agenda_words", "at_hand", "in_hand", "old_drafts", "said_lines", "typed_line", "voices", "waiting"]
)
def test_what_listening_decides_needs_no_window(module):
    assert "PySide6" not in modules_after(f"import coprod_desktop.ui.listen.{module}")


def test_no_circles(real):
    assert house.circles(real) == []


def test_a_circle_is_seen(tmp_path):
    rooms = build(
        tmp_path,
        domain__a="from coprod_desktop.domain import b",
        domain__b="def f():\n    from . import c",
        domain__c="import coprod_desktop.domain.a",
        domain__d="from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from . import a",
    )
    assert house.circles(rooms) == [
        "coprod_desktop.domain.a -> coprod_desktop.domain.b -> coprod_desktop.domain.c -> coprod_desktop.domain.a"
    ]


def test_no_state_in_modules(real):
    assert house.state_in_modules(real) == []


@pytest.mark.parametrize(
    "text",
    [
        "CACHE: dict[str, int] = {}",
        "_SEEN = set()",
        "pages = ['home', 'people']",
        "count = 0\ndef more():\n    global count\n    count += 1",
        "NAMES = {'a': 1}\ndef learn(n):\n    NAMES[n] = 2",
        "NAMES = ['a']\ndef learn(n):\n    NAMES.append(n)",
    ],
)
def test_state_is_seen(tmp_path, text):
    assert house.state_in_modules(build(tmp_path, services__capture=text))


@pytest.mark.parametrize(
    "text", ["KINDS = {'q': 'question'}", "log = getLogger(__name__)", "__all__ = ['a']", "SIZES = (1, 2)"]
)
def test_constants_are_not_state(tmp_path, text):
    assert house.state_in_modules(build(tmp_path, services__capture=text)) == []


def test_no_events_are_pumped(real):
    assert house.pumped_events(real) == []


def test_pumping_is_seen(tmp_path):
    assert house.pumped_events(build(tmp_path, ui__shell="def f(app):\n    app.processEvents()"))


def test_every_timer_is_one_of_three(real):
    assert house.bare_timers(real) == []


def test_a_timer_of_its_own_is_seen(tmp_path):
    rooms = build(tmp_path, ui__shell="def f(self):\n    self.later = QTimer(self)", ui__base__timers="x = QTimer()")
    assert len(house.bare_timers(rooms)) == 1


def test_statements_live_in_the_store(real):
    assert house.sql_out_of_place(real) == []


def test_a_statement_elsewhere_is_seen(tmp_path):
    rooms = build(tmp_path, services__search="Q = 'select words from entry'", store__rows="Q = 'select 1'")
    assert len(house.sql_out_of_place(rooms)) == 1


def test_files_stay_one_idea(real):
    assert house.too_long(real) == []
    assert house.dumping_grounds(real) == []


def test_long_and_shapeless_files_are_seen(tmp_path):
    rooms = build(tmp_path, services__capture="x = 1\n" * 401, domain__utils="")
    assert house.too_long(rooms) == ["coprod_desktop.services.capture has 401 lines"]
    assert house.dumping_grounds(rooms) == ["coprod_desktop.domain.utils"]
