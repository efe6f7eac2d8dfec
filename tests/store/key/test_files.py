"""Two key files, and damage to one of them: nobody is locked out, and it never goes unnoticed."""

import json
import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop.errors import UserError
from coprod_desktop.store import key
from coprod_desktop.store.key import changes, code, files
from coprod_desktop.store.key.files import FILES, Standing

RAW, _FIRST = key.make("three warm cups")
WORDS = code.make()
VAULT = {**changes.with_code(_FIRST, RAW, WORDS), "salt": "0f" * 16}


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """A whole key file."""
    folder = tmp_path_factory.mktemp("whole")
    key.save(folder, VAULT)
    return (folder / FILES[0]).read_bytes()


def write_both(folder, data):
    for name in FILES:
        (folder / name).write_bytes(data)


def sheets(folder):
    return [files.read_one(folder / name) for name in FILES]


def said_of(act):
    try:
        return act(), None
    except UserError as refused:
        return None, refused


def flipped(data, bit):
    return data[: bit // 8] + bytes([data[bit // 8] ^ 1 << bit % 8]) + data[bit // 8 + 1 :]


@pytest.mark.slow
def test_no_flipped_bit_in_one_file_locks_out_or_goes_unnoticed(tmp_path, data):
    """Every bit of the file, one after another."""
    write_both(tmp_path, data)
    other = files.read_one(tmp_path / FILES[1])
    for bit in range(len(data) * 8):
        (tmp_path / FILES[0]).write_bytes(flipped(data, bit))
        hurt = files.read_one(tmp_path / FILES[0])
        assert hurt.standing is Standing.DAMAGED, bit
        assert files.joined([hurt, other]) == files.joined([other, hurt]) == other.vault, bit


@settings(deadline=None)
@given(st.sampled_from(FILES), st.floats(0, 1), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=9))
def test_any_damage_to_one_file_leaves_what_opens_and_is_healed(kept, data, name, cut, scribbles):
    write_both(kept, data)
    hurt = bytearray(data[: round(cut * len(data))])
    for part, value in scribbles:
        at = round(part * max(0, len(hurt) - 1))
        hurt[at : at + 1] = bytes([value])
    (kept / name).write_bytes(hurt)
    found = key.look(kept)
    opened = key.unlock(found, " ".join(WORDS), lambda raw, _vault: raw == RAW)
    key.heal(kept, found, opened, bytes.fromhex(VAULT["salt"]))

    assert files.alike(sheets(kept))
    assert {w["kind"] for w in key.read(kept)["wraps"]} == {"passphrase", "recovery"}
    assert key.read(kept)["check"] == VAULT["check"]


@settings(deadline=None)
@given(
    st.lists(st.integers(0, 20_000), min_size=1, max_size=3), st.lists(st.integers(0, 20_000), min_size=1, max_size=3)
)
def test_a_few_flipped_bits_in_both_are_never_taken_for_whole(kept, data, first, second):
    for name, bits in zip(FILES, (first, second), strict=True):
        hurt = data
        for bit in bits:
            hurt = flipped(hurt, bit % (len(data) * 8))
        (kept / name).write_bytes(hurt)
        assert files.read_one(kept / name).standing is (Standing.WHOLE if hurt == data else Standing.DAMAGED)
    vault, refused = said_of(lambda: key.read(kept))
    assert "damaged" in refused.what if refused else all(w in VAULT["wraps"] for w in vault["wraps"])


NAMES = st.sampled_from(["version", "generation", "check", "wraps", "kind", "key", "kdf", "n", "salt", "box", "sum"])
VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(["none", "passphrase"])
JSON = st.recursive(VALUES, lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner)).map(
    lambda value: json.dumps(value).encode()
)


@settings(deadline=None)
@given(st.binary(max_size=400) | JSON)
def test_whatever_stands_in_both_files_is_a_sentence_never_a_crash(kept, said):
    write_both(kept, said)
    raw, refused = said_of(lambda: key.unwrap(key.read(kept), "three warm cups"))
    assert refused.what if refused else len(raw) == 32


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", "[" * 100_000, "9" * 10_000, '{"version": 1, "wraps": 3, "check": "x"}', "\ud800"]
)
def test_a_damaged_key_file_is_refused_with_a_sentence(tmp_path, text):
    (tmp_path / FILES[0]).write_bytes(text.encode("utf-8", "surrogatepass"))

    with pytest.raises(UserError, match="damaged"):
        key.read(tmp_path)


def test_a_key_file_of_gigabytes_is_not_read_into_memory(tmp_path):
    with (tmp_path / FILES[0]).open("wb") as file:
        file.truncate(3 * 2**30)

    with pytest.raises(UserError, match="damaged"):
        key.read(tmp_path)


def test_a_key_file_of_a_newer_program_is_refused(tmp_path):
    (tmp_path / FILES[0]).write_text('{"version": 2, "wraps": [], "check": ""}')

    with pytest.raises(UserError, match="newer version"):
        key.read(tmp_path)


def test_of_two_whole_files_the_newer_is_believed_alone(tmp_path):
    """The program was killed between the two: the old passphrase must not come back."""
    key.save(tmp_path, VAULT)
    older = (tmp_path / FILES[1]).read_bytes()
    key.save(tmp_path, changes.with_passphrase(VAULT, RAW, "four warm cups"))
    (tmp_path / FILES[1]).write_bytes(older)

    assert key.unwrap(key.read(tmp_path), "four warm cups") == RAW
    with pytest.raises(UserError, match="not the passphrase"):
        key.unwrap(key.read(tmp_path), "three warm cups")


def test_killed_between_the_two_and_then_hurt_the_new_passphrase_still_opens(tmp_path):
    key.save(tmp_path, VAULT)
    older = (tmp_path / FILES[1]).read_bytes()
    key.save(tmp_path, changes.with_passphrase(VAULT, RAW, "four warm cups"))
    (tmp_path / FILES[1]).write_bytes(older)
    hurt = (tmp_path / FILES[0]).read_text().replace('"check": "', '"check": "x')
    (tmp_path / FILES[0]).write_text(hurt)
    found = key.look(tmp_path)
    opened = key.unlock(found, "four warm cups", lambda raw, _vault: raw == RAW)
    key.heal(tmp_path, found, opened, bytes(16))

    with pytest.raises(UserError, match="not the passphrase"):
        key.unwrap(key.read(tmp_path), "three warm cups")


def test_a_damaged_newer_file_with_a_passphrase_is_not_opened_by_an_older_one_without(tmp_path):
    """The program was killed between the two while a passphrase was set, and then the newer one was hurt."""
    key.save(tmp_path, changes.with_nothing(VAULT, RAW))
    older = (tmp_path / FILES[1]).read_bytes()
    key.save(tmp_path, VAULT)
    (tmp_path / FILES[1]).write_bytes(older)
    (tmp_path / FILES[0]).write_text((tmp_path / FILES[0]).read_text().replace('"check": "', '"check": "x'))

    assert key.needs_passphrase(key.read(tmp_path))
    assert key.unwrap(key.read(tmp_path), "three warm cups") == RAW


def test_what_others_wrote_into_it_and_the_salt_stay_through_every_save(tmp_path):
    key.save(tmp_path, {**VAULT, "something": {"new": 1}})
    key.save(tmp_path, changes.with_passphrase(key.read(tmp_path), RAW, "four warm cups"))

    assert key.read(tmp_path)["salt"] == VAULT["salt"]
    assert key.read(tmp_path)["something"] == {"new": 1}


def test_only_the_owner_can_read_the_key_files(tmp_path):
    key.save(tmp_path, VAULT)

    assert all((tmp_path / name).stat().st_mode & 0o077 == 0 for name in FILES)


class Stopped(BaseException):
    """The program ended here."""


@pytest.mark.parametrize("step", range(8))
@pytest.mark.parametrize("how", [Stopped, OSError])
def test_a_save_that_ends_anywhere_leaves_the_old_key_file_or_the_new_one(tmp_path, monkeypatch, step, how):
    key.save(tmp_path, VAULT)
    steps = iter(range(100))
    real = {name: getattr(os, name) for name in ("open", "fsync", "replace")}

    def stopping(name):
        def call(*args, **fields):
            if next(steps) == step:
                raise how
            return real[name](*args, **fields)

        return call

    for name in real:
        monkeypatch.setattr(os, name, stopping(name))
    changed = changes.without(VAULT, "recovery")
    try:
        key.save(tmp_path, changed)
        told = None
    except (Stopped, OSError) as wrong:
        told = wrong
    monkeypatch.undo()
    now = {w["kind"] for w in key.read(tmp_path)["wraps"]}
    assert now in ({"passphrase"}, {"passphrase", "recovery"})
    if told is None:
        assert now == {"passphrase"}
    elif how is OSError:
        assert now == {"passphrase", "recovery"}
    key.save(tmp_path, changed)
    assert files.alike(sheets(tmp_path))
