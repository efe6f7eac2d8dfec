"""Damaged files: a sentence each, never a half-open workspace, and the files left as they were."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, sessions, workspace
from coprod_desktop.store import key
from coprod_desktop.store.store import DATABASE, VAULT

PAGE = 4096


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> tuple[Path, str]:
    """A closed workspace with 300 lines, and its session."""
    folder = tmp_path_factory.mktemp("sound") / "desk"
    workspace.create(folder, None)
    desk = workspace.unlock(folder, None)
    session, _ = sessions.start_now(desk)
    for n in range(300):
        capture.add(desk, session, capture.NewLine(text=f"Line {n}. " + "The bus was late again. " * 10))
    workspace.close(desk)
    return folder, session


@pytest.fixture
def desk_folder(sound, tmp_path) -> Path:
    return shutil.copytree(sound[0], tmp_path / "desk")


def overwrite(path: Path, at: int, with_bytes: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(with_bytes)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name in {DATABASE, VAULT}}


def empty(path: Path) -> None:
    path.write_bytes(b"")


def halve(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def scribble_over_the_start(path: Path) -> None:
    overwrite(path, 0, random.Random(1).randbytes(PAGE))


def replace_by_a_letter(path: Path) -> None:
    path.write_bytes(b"Dear all, please find attached " * 1000)


def replace_by_an_open_database(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(path.stat().st_size - 16))


@pytest.mark.parametrize(
    "damage",
    [
        empty,
        scribble_over_the_start,
        replace_by_a_letter,
        replace_by_an_open_database,
        Path.unlink,
    ],
)
def test_a_database_that_cannot_be_opened_is_refused_and_left_alone(desk_folder, damage):
    damage(desk_folder / DATABASE)
    before = contents(desk_folder)
    with pytest.raises(UserError) as refused:
        workspace.unlock(desk_folder, None)
    assert refused.value.do
    assert contents(desk_folder) == before


@pytest.mark.parametrize("damage", [halve, *range(4, 12)])
def test_damage_further_in_is_told_and_never_read_as_less(desk_folder, sound, damage):
    """Damage to a page may be met on opening or on reading; what is given out is everything or a sentence."""
    database = desk_folder / DATABASE
    if callable(damage):
        damage(database)
    else:
        pages = database.stat().st_size // PAGE
        overwrite(database, PAGE * (pages * damage // 12 - 1) + 100, random.Random(damage).randbytes(40))
    given, refused = read_all(desk_folder, sound[1])
    if refused is not None:
        assert "damaged" in refused.what
        assert refused.do
    else:
        assert given == [f"Line {n}" for n in range(300)]


def read_all(folder: Path, session: str) -> tuple[list[str], UserError | None]:
    """Return the beginnings of all lines, or the refusal."""
    try:
        desk = workspace.unlock(folder, None)
        try:
            return [line.text.split(".")[0] for line in capture.lines(desk, session)], None
        finally:
            workspace.close(desk)
    except UserError as refused:
        return [], refused


KEY_FILE_DAMAGE = [empty, halve, replace_by_a_letter, lambda vault: vault.write_text('{"version": 1}'), Path.unlink]


@pytest.mark.parametrize("damage", KEY_FILE_DAMAGE)
@pytest.mark.parametrize("name", key.FILES)
def test_damage_to_one_key_file_is_put_right_and_told(desk_folder, sound, name, damage):
    before = contents(desk_folder)[VAULT]
    damage(desk_folder / name)
    desk = workspace.unlock(desk_folder, None)
    assert len(capture.lines(desk, sound[1])) == 300
    (told,) = workspace.news(desk)
    assert "damaged" in told.what or "missing" in told.what
    workspace.close(desk)
    assert [w["key"] for w in json.loads(before)["wraps"]] == [w["key"] for w in key.read(desk_folder)["wraps"]]
    desk = workspace.unlock(desk_folder, None)
    assert workspace.news(desk) == ()
    workspace.close(desk)


@pytest.mark.parametrize("damage", KEY_FILE_DAMAGE)
def test_two_damaged_key_files_are_refused_and_left_alone(desk_folder, damage):
    for name in key.FILES:
        damage(desk_folder / name)
    before = contents(desk_folder)
    with pytest.raises(UserError) as refused:
        workspace.unlock(desk_folder, None)
    assert "key file" in refused.value.what
    assert refused.value.do
    assert contents(desk_folder) == before


def test_another_workspaces_key_files_are_told_from_damage_by_nothing_lost(desk_folder, tmp_path):
    workspace.create(tmp_path / "other", None)
    mine = {name: (desk_folder / name).read_bytes() for name in key.FILES}
    for name in key.FILES:
        shutil.copy(tmp_path / "other" / name, desk_folder / name)
    with pytest.raises(UserError, match="another workspace"):
        workspace.unlock(desk_folder, None)
    for name, data in mine.items():
        (desk_folder / name).write_bytes(data)
    workspace.close(workspace.unlock(desk_folder, None))


def test_a_wrong_passphrase_is_told_from_damage(tmp_path):
    workspace.create(tmp_path, "four words to remember")
    with pytest.raises(UserError, match="not the passphrase"):
        workspace.unlock(tmp_path, "five words to remember")
    scribble_over_the_start(tmp_path / DATABASE)
    with pytest.raises(UserError, match="damaged"):
        workspace.unlock(tmp_path, "four words to remember")
