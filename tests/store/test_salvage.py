"""A damaged database put right: what can be read is there, what cannot comes from the copy, and the rest is told."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from coprod_desktop.services import capture, permissions, sessions, workspace
from coprod_desktop.services.bring_in import merge
from coprod_desktop.store import health, pages, permits, put_right, store
from coprod_desktop.store.pages import PAGE
from coprod_desktop.store.store import DATABASE
from tests.desks import HOME_CARE, every_value


class Made(NamedTuple):
    folder: Path
    key: bytes
    session: str


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Made:
    """A closed workspace with the everyday sample and a long session of this morning."""
    folder = tmp_path_factory.mktemp("made") / "desk"
    workspace.create(folder, None)
    desk = workspace.unlock(folder, None)
    merge.import_file(desk, HOME_CARE.read_bytes())
    session, _ = sessions.start_now(desk)
    for n in range(150):
        capture.add(desk, session, capture.NewLine(text=f"Line {n}. " + "The bus was late again. " * (n % 12)))
    key = desk.store._key
    workspace.close(desk)
    return Made(folder, key, session)


@pytest.fixture
def folder(made, tmp_path) -> Path:
    return shutil.copytree(made.folder, tmp_path / "desk")


def copy_of(folder: Path) -> Path:
    """Make a backup."""
    desk = workspace.unlock(folder, None)
    try:
        return desk.store.backups.make("asked", desk.now()).folder
    finally:
        workspace.close(desk)


def scribble(folder: Path, numbers: list[int], seed: int = 1) -> None:
    chance = random.Random(seed)
    with (folder / DATABASE).open("r+b") as file:
        for number in numbers:
            file.seek((number - 1) * PAGE + 20)
            file.write(chance.randbytes(2000))


def values(folder: Path) -> list[tuple[str, str]]:
    desk = workspace.unlock(folder, None)
    try:
        rows = every_value(desk)
    finally:
        workspace.close(desk)
    return sorted((t, v) for t, v in rows if t not in ("meta", "undo_step") and "_fts_" not in t)


def texts(folder: Path, session: str) -> list[str]:
    desk = workspace.unlock(folder, None)
    try:
        return [line.text for line in capture.lines(desk, session)]
    finally:
        workspace.close(desk)


def right(folder: Path, key: bytes) -> put_right.Salvaged:
    found = health.look(folder, key)
    assert not found.is_sound
    report = put_right.put_right(folder, key, found)
    assert health.look(folder, key).is_sound
    return report


def test_with_a_copy_of_after_them_every_row_comes_back_whatever_page_is_damaged(made, folder, tmp_path):
    copy_of(folder)
    before = values(made.folder)
    many = pages.count(folder / DATABASE)
    chance = random.Random(7)
    for n, hit in enumerate([[1], [2, 3, 4], chance.sample(range(1, many + 1), 20), list(range(1, many + 1))]):
        desk = shutil.copytree(folder, tmp_path / f"desk-{n}")
        scribble(desk, hit)
        report = right(desk, made.key)
        assert (report.lines, report.rows) == ((), {}), hit
        assert values(desk) == before, hit


def test_without_a_copy_each_page_costs_only_what_stood_on_it_and_that_is_told(made, folder, tmp_path):
    before = texts(made.folder, made.session)
    many, chance = pages.count(folder / DATABASE), random.Random(3)
    for n in range(6):
        desk = shutil.copytree(folder, tmp_path / f"desk-{n}")
        scribble(desk, [chance.randrange(2, many + 1)], n)
        report = right(desk, made.key)
        after = texts(desk, made.session) if not report.rows.get("session") else []
        gone = {number for lost in report.lines for number in lost.numbers}
        if not report.unsure:
            assert [t for i, t in enumerate(before) if i + 1 not in gone] == after
        assert len(after) >= len(before) - 30


def test_the_root_of_the_lines_does_not_take_the_lines_with_it(made, folder):
    desk = workspace.unlock(folder, None)
    with desk.store.read() as connection:
        root = connection.exec_driver_sql("SELECT rootpage FROM sqlite_schema WHERE name = 'entry'").scalar_one()
    workspace.close(desk)
    before = values(folder)
    scribble(folder, [root])
    report = right(folder, made.key)
    assert (report.lines, report.rows) == ((), {})
    assert values(folder) == before


def test_the_damaged_files_are_kept_as_they_were(made, folder):
    scribble(folder, [30, 40])
    damaged = (folder / DATABASE).read_bytes()
    report = right(folder, made.key)
    assert (folder / report.kept_in / DATABASE).read_bytes() == damaged
    assert (folder / report.kept_in / "vault.json").exists()


def test_one_flipped_bit_is_turned_back_and_nothing_else_is_touched(made, folder):
    data = (folder / DATABASE).read_bytes()
    (folder / DATABASE).write_bytes(pages.flipped(data, 70_000, 5))
    report = right(folder, made.key)
    assert report.mended
    assert (folder / DATABASE).read_bytes() == data


def test_a_program_that_ends_while_it_puts_right_leaves_it_to_the_next_start(made, folder, monkeypatch):
    scribble(folder, [30])
    monkeypatch.setattr(health, "finish", lambda _folder: None)
    put_right.put_right(folder, made.key, health.look(folder, made.key))
    monkeypatch.undo()
    assert (folder / health.READY).exists()
    assert not health.look(folder, made.key).is_sound
    health.finish(folder)
    assert health.look(folder, made.key).is_sound


def test_what_was_struck_since_the_copy_stays_out(made, folder):
    copy_of(folder)
    desk = workspace.unlock(folder, None)
    lines = capture.lines(desk, made.session)
    for line in lines[10:140:9]:
        capture.strike(desk, line.id)
    struck = [line.text for line in lines[10:140:9]]
    workspace.close(desk)
    scribble(folder, list(range(2, pages.count(folder / DATABASE) + 1, 2)))
    right(folder, made.key)
    after = texts(folder, made.session)
    assert not set(after) & set(struck)
    assert set(after) == {line.text for line in lines} - set(struck)


def test_what_a_copy_does_not_know_is_read_from_the_damaged_file(made, folder):
    copy_of(folder)
    desk = workspace.unlock(folder, None)
    capture.add(desk, made.session, capture.NewLine(text="Said after the copy was made."))
    workspace.close(desk)
    scribble(folder, [1, 2, 3])
    right(folder, made.key)
    assert texts(folder, made.session)[-1] == "Said after the copy was made."


def test_a_clock_never_goes_back(made, folder):
    opened = store.open_store(folder, None)
    before = opened._clock
    opened.close()
    scribble(folder, [1, 2, 3, 4])
    right(folder, made.key)
    opened = store.open_store(folder, None)
    assert opened._clock >= before
    opened.close()


def page_that_holds(folder: Path, key: bytes, table: str, *names: str) -> list[int]:
    """Return the roots of a table and of these indexes."""
    opened = store.open_store(folder, None)
    with opened.read() as connection:
        wanted = ", ".join(f"'{name}'" for name in (table, *names))
        found = connection.exec_driver_sql(f"SELECT rootpage FROM sqlite_schema WHERE name IN ({wanted})")
        roots = list(found.scalars())
    opened.close()
    return roots


def test_lines_do_not_go_with_the_details_of_their_session(made, folder):
    before = texts(folder, made.session)
    scribble(folder, page_that_holds(folder, made.key, "session"))
    report = right(folder, made.key)
    assert report.nameless == 2
    assert texts(folder, made.session) == before


def test_where_a_no_may_be_missing_no_yes_stands(made, folder):
    desk = workspace.unlock(folder, None)
    line = capture.lines(desk, made.session)[5].id
    permissions.ask_lines(desk, made.session, {line: permissions.ANYONE})
    assert capture.one(desk, line).quote_ok
    workspace.close(desk)
    scribble(folder, page_that_holds(folder, made.key, "permission", "ix_permission_place"))
    right(folder, made.key)
    desk = workspace.unlock(folder, None)
    assert not capture.one(desk, line).quote_ok
    workspace.close(desk)


def test_a_no_is_not_lost_with_its_page(made, folder):
    desk = workspace.unlock(folder, None)
    line = capture.lines(desk, made.session)[5].id
    permissions.ask_lines(desk, made.session, {line: permissions.REFUSED})
    refused = capture.one(desk, line)
    workspace.close(desk)
    scribble(folder, page_that_holds(folder, made.key, "permission"))
    right(folder, made.key)
    desk = workspace.unlock(folder, None)
    assert capture.one(desk, line) == refused
    with desk.store.read() as connection:
        assert permits.of(connection, line)
    workspace.close(desk)
