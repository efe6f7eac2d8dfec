import json

import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.store import key


def test_the_passphrase_gives_the_key_back_and_a_wrong_one_says_so():
    raw, vault = key.make("three warm cups")

    assert key.unwrap(vault, "three warm cups") == raw
    with pytest.raises(UserError, match="not the passphrase"):
        key.unwrap(vault, "three cold cups")


def test_no_passphrase_is_said_in_the_file():
    raw, vault = key.make(None)

    assert not key.needs_passphrase(vault)
    assert key.unwrap(vault, None) == raw


def test_the_key_file_with_a_passphrase_does_not_hold_the_key():
    raw, vault = key.make("three warm cups")

    assert raw.hex() not in json.dumps(vault)


def test_another_passphrase_wraps_the_same_key():
    raw, _ = key.make("three warm cups")

    assert key.unwrap(key.rewrap(raw, "four warm cups"), "four warm cups") == raw


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"version": 1, "wraps": 3, "check": "x"}'])
def test_a_damaged_key_file_is_refused_with_a_sentence(tmp_path, text):
    path = tmp_path / "vault.json"
    path.write_text(text)

    with pytest.raises(UserError):
        key.unwrap(key.read(path), None)


def test_a_key_file_of_a_newer_program_is_refused(tmp_path):
    path = tmp_path / "vault.json"
    path.write_text('{"version": 2, "wraps": [], "check": ""}')

    with pytest.raises(UserError, match="newer version"):
        key.read(path)


def test_a_key_that_does_not_pass_the_check_is_damage_not_a_wrong_passphrase():
    _, vault = key.make(None)
    vault["wraps"][0]["key"] = "00" * 32

    with pytest.raises(UserError, match="damaged"):
        key.unwrap(vault, None)


def test_only_the_owner_can_read_the_key_file(tmp_path):
    path = tmp_path / "vault.json"
    key.save(path, key.make(None)[1])

    assert path.stat().st_mode & 0o077 == 0
