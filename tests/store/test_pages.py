"""Every page of the database proves what it holds; our eyes and SQLCipher's see the same."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from coprod_desktop.services import capture, sessions, workspace
from coprod_desktop.store import key, pages
from coprod_desktop.store.pages import PAGE
from coprod_desktop.store.store import DATABASE


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> tuple[Path, bytes]:
    """A closed database with many lines, of which some were struck and some changed; and its key."""
    folder = tmp_path_factory.mktemp("sound") / "desk"
    workspace.create(folder, None)
    desk = workspace.unlock(folder, None)
    session, _ = sessions.start_now(desk)
    for n in range(120):
        capture.add(desk, session, capture.NewLine(text=f"Line {n}. " + "The bus was late again. " * (n % 30)))
        if n % 7 == 3:
            capture.strike(desk, capture.lines(desk, session)[-2].id)
    key = desk.store._key
    workspace.close(desk)
    return folder / DATABASE, key


@pytest.fixture
def database(sound, tmp_path) -> Path:
    return Path(shutil.copy(sound[0], tmp_path / DATABASE))


def damaged(database: Path, key: bytes) -> list[int]:
    return pages.damaged(database, pages.keys_of(database, key))


def sqlcipher_says(database: Path, key: bytes) -> set[int]:
    connection = dbapi2.connect(str(database))  # cipher.connect() reads the tables, and stops at a damaged page
    try:
        connection.execute("pragma cipher_log_level=NONE")
        connection.execute(f"pragma key=\"x'{key.hex()}'\"")
        said = [row[0] for row in connection.execute("pragma cipher_integrity_check")]
        return {int(words.rpartition(" ")[2]) for words in said}
    finally:
        connection.close()


def overwrite(path: Path, at: int, with_bytes: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(with_bytes)


def test_a_sound_file_has_no_damaged_page(sound):
    assert damaged(*sound) == []
    assert sqlcipher_says(*sound) == set()


def test_no_page_is_ever_left_empty_by_the_program(sound):
    data = sound[0].read_bytes()
    assert all(any(data[at : at + PAGE]) for at in range(0, len(data), PAGE))


def test_what_sqlcipher_sees_is_seen(database, sound):
    chance, many = random.Random(4), pages.count(database)
    hit = sorted(chance.sample(range(2, many), 9))
    for number in hit:
        overwrite(database, (number - 1) * PAGE + chance.randrange(PAGE - 8), chance.randbytes(8))
    assert damaged(database, sound[1]) == hit
    assert sqlcipher_says(database, sound[1]) == set(hit)


def test_a_page_of_zeros_is_damage(database, sound):
    overwrite(database, 20 * PAGE, bytes(PAGE))
    assert damaged(database, sound[1]) == [21]


def test_a_page_in_another_pages_place_is_damage(database, sound):
    data = database.read_bytes()
    overwrite(database, 20 * PAGE, data[30 * PAGE : 31 * PAGE])
    assert damaged(database, sound[1]) == [21]


def test_a_file_that_was_cut_off_is_damage(database, sound):
    data = database.read_bytes()
    database.write_bytes(data[: 30 * PAGE + 7])
    assert damaged(database, sound[1]) == [31]


def test_slices_see_what_the_whole_sees(database, sound):
    for number in (2, 33, 64):
        overwrite(database, (number - 1) * PAGE + 99, b"damage")
    keys = pages.keys_of(database, sound[1])
    found = [n for first in range(1, pages.count(database) + 1, 32) for n in pages.damaged(database, keys, first, 32)]
    assert found == [2, 33, 64]


def test_one_flipped_bit_is_found_and_turned_back(database, sound):
    before, chance = database.read_bytes(), random.Random(5)
    places = [chance.randrange(len(before)) for _ in range(6)]
    for at in [3, 15, 17, 4090, *places]:
        database.write_bytes(pages.flipped(before, at, chance.randrange(8)))
        keys = pages.keys_of(database, sound[1])
        found = pages.damaged(database, keys)
        assert found == [at // PAGE + 1]
        assert pages.mend(database, keys, found) == []
        assert database.read_bytes() == before


def test_two_flipped_bits_of_one_page_are_found_and_left(database, sound):
    data = database.read_bytes()
    database.write_bytes(pages.flipped(pages.flipped(data, 9000, 1), 9100, 1))
    keys = pages.keys_of(database, sound[1])
    assert pages.mend(database, keys, pages.damaged(database, keys)) == [3]


def test_a_salt_that_is_gone_is_put_back_from_the_key_file(database, sound):
    before = database.read_bytes()
    overwrite(database, 0, b"0123456789abcdef")
    keys = pages.keys_of(database, sound[1], known_salt=before[:16].hex())
    assert pages.damaged(database, keys) == [1]
    assert pages.mend(database, keys, [1]) == []
    assert database.read_bytes() == before


FROZEN = sorted((Path(__file__).parent / "frozen").glob("schema-*"))


@pytest.mark.parametrize("folder", FROZEN, ids=lambda folder: folder.name)
def test_workspaces_of_every_older_version_have_whole_pages(folder):
    raw = key.unwrap(key.read(folder), None)
    assert damaged(folder / DATABASE, raw) == []
