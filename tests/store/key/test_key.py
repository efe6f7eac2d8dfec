import hashlib
import json
import shutil
import unicodedata

import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.services import keys, workspace
from coprod_desktop.store import key
from coprod_desktop.store.key import wraps
from coprod_desktop.store.store import DATABASE

COPY = key.FILES[1]


@pytest.fixture
def locked(tmp_path):
    """A folder with a workspace behind a passphrase."""
    workspace.create(tmp_path / "locked", "three warm cups")
    return tmp_path / "locked"


def opens(folder, secret):
    desk = workspace.unlock(folder, secret)
    told = workspace.news(desk)
    workspace.close(desk)
    return [t.what for t in told]


def whole(folder):
    return key.files.alike([key.files.read_one(folder / name) for name in key.FILES])


def test_the_passphrase_gives_the_key_back_and_a_wrong_one_says_so():
    raw, vault = key.make("three warm cups")

    assert key.unwrap(vault, "three warm cups") == raw
    with pytest.raises(UserError, match="not the passphrase"):
        key.unwrap(vault, "three cold cups")
    with pytest.raises(UserError, match="locked"):
        key.unwrap(vault, None)


def test_no_passphrase_is_said_in_the_file():
    raw, vault = key.make(None)

    assert not key.needs_passphrase(vault)
    assert key.unwrap(vault, None) == raw


def test_the_key_file_with_a_passphrase_does_not_hold_the_key():
    raw, vault = key.make("three warm cups")

    assert raw.hex() not in json.dumps(vault)


def test_a_letter_composed_in_another_way_is_the_same_letter():
    """One laptop gives é as one letter, another as e and an accent."""
    raw, vault = key.make(unicodedata.normalize("NFD", "thé à la café"))

    for form in ("NFC", "NFD"):
        assert key.unwrap(vault, unicodedata.normalize(form, "thé à la café")) == raw


def test_an_older_key_file_took_the_passphrase_as_it_was_typed():
    raw, vault = key.make("thé")
    typed = unicodedata.normalize("NFD", "thé")
    salt = bytes(16)
    stretched = wraps._stretched(typed, salt, {"n": 2**15, "r": 8, "p": 1})
    old = {"kind": "passphrase", "kdf": "scrypt", "n": 2**15, "r": 8, "p": 1, "salt": salt.hex()}
    vault["wraps"] = [{**old, **wraps._boxed(raw, stretched)}]

    assert key.unwrap(vault, typed) == raw


@pytest.mark.parametrize("cost", [{"n": 2**30}, {"r": 2**20}, {"p": 64}, {"n": "x"}, {"r": -1}, {"n": None}])
def test_a_damaged_key_file_takes_neither_the_memory_nor_the_day(cost, monkeypatch):
    _, vault = key.make("three warm cups")
    vault["wraps"] = [wraps.stamped({**vault["wraps"][0], **cost})]
    monkeypatch.setattr(hashlib, "scrypt", lambda *_args, **fields: pytest.fail(f"it would be tried: {fields}"))

    with pytest.raises(UserError):
        key.unwrap(vault, "three warm cups")


def test_a_key_that_does_not_pass_the_check_is_damage_not_a_wrong_passphrase():
    _, vault = key.make(None)
    vault["wraps"][0]["key"] = "00" * 32

    with pytest.raises(UserError, match="damaged"):
        key.unwrap(vault, None)


# ---- found and put right


@pytest.mark.parametrize("name", key.FILES)
def test_a_key_file_that_was_hurt_or_lost_is_put_right_and_that_is_said(locked, name):
    assert opens(locked, "three warm cups") == []
    (locked / name).write_bytes((locked / name).read_bytes()[:200])
    assert ["damaged" in said for said in opens(locked, "three warm cups")] == [True]
    (locked / name).unlink()
    assert ["missing" in said for said in opens(locked, "three warm cups")] == [True]
    assert whole(locked)
    assert opens(locked, "three warm cups") == []


def test_nothing_is_put_right_until_the_key_is_known_to_be_right(locked):
    (locked / COPY).unlink()
    with pytest.raises(UserError, match="not the passphrase"):
        workspace.unlock(locked, "three cold cups")

    assert not (locked / COPY).exists()


def test_a_wrong_passphrase_is_told_from_two_damaged_files(locked):
    for name in key.FILES:
        vault = json.loads((locked / name).read_text())
        vault["wraps"][0]["box"] = "00" + vault["wraps"][0]["box"][2:]
        (locked / name).write_text(json.dumps(vault))

    with pytest.raises(UserError, match="damaged"):
        workspace.unlock(locked, "three warm cups")


def test_an_older_key_file_is_brought_up_to_date_without_a_word(locked):
    vault = json.loads((locked / "vault.json").read_text())
    vault["wraps"][0].pop("sum")
    old = {"version": 1, "wraps": vault["wraps"], "check": vault["check"]}
    (locked / "vault.json").write_text(json.dumps(old, indent=1))
    (locked / COPY).unlink()

    assert opens(locked, "three warm cups") == []
    assert whole(locked)
    assert key.read(locked)["salt"] == (locked / DATABASE).read_bytes()[:16].hex()


def backup_of(folder, name="2026-11-26T101503Z"):
    place = folder / "backups" / name
    place.mkdir(parents=True)
    for file in (DATABASE, *key.FILES):
        shutil.copy(folder / file, place / file)
    return place


@pytest.mark.parametrize("lose", [lambda p: p.unlink(), lambda p: p.write_bytes(b"\0" * 900)])
def test_both_lost_or_damaged_the_backups_key_file_is_found_used_and_put_back(locked, lose):
    backup_of(locked)
    for name in key.FILES:
        lose(locked / name)

    assert workspace.state(locked) == "locked"
    with pytest.raises(UserError, match="not the passphrase"):
        workspace.unlock(locked, "three cold cups")
    assert ["backup" in said for said in opens(locked, "three warm cups")] == [True]
    assert whole(locked)
    assert opens(locked, "three warm cups") == []


def test_the_newest_backup_goes_first_and_one_of_another_workspace_is_passed_over(locked, tmp_path):
    backup_of(locked, "2026-11-20T101503Z")
    desk = workspace.unlock(locked, "three warm cups")
    keys.change(desk, "three warm cups", "four warm cups")
    workspace.close(desk)
    backup_of(locked, "2026-11-25T101503Z")
    workspace.create(tmp_path / "other", "four warm cups")
    shutil.copytree(tmp_path / "other", locked / "backups" / "2026-11-26T101503Z")
    for name in key.FILES:
        (locked / name).unlink()

    assert ["backup" in said for said in opens(locked, "four warm cups")] == [True]
    workspace.unlock(locked, "four warm cups").store.close()


def test_one_key_file_of_another_workspace_does_not_lock_out_and_is_kept(locked, tmp_path):
    workspace.create(tmp_path / "other", "three warm cups")
    theirs = (tmp_path / "other" / "vault.json").read_bytes()
    (locked / "vault.json").write_bytes(theirs)

    assert ["another workspace" in said for said in opens(locked, "three warm cups")] == [True]
    assert (locked / "vault-of-another-workspace.json").read_bytes() == theirs
    assert opens(locked, "three warm cups") == []


def test_two_key_files_of_another_workspace_are_named_as_such_and_left(locked, tmp_path):
    workspace.create(tmp_path / "other", None)
    for name in key.FILES:
        shutil.copy(tmp_path / "other" / name, locked / name)
    before = {p.name: p.read_bytes() for p in locked.iterdir()}

    with pytest.raises(UserError, match="another workspace"):
        workspace.unlock(locked, None)
    assert {p.name: p.read_bytes() for p in locked.iterdir()} == before


def test_what_a_backup_has_is_used_before_a_key_file_of_another_workspace(locked, tmp_path):
    backup_of(locked)
    workspace.create(tmp_path / "other", None)
    for name in key.FILES:
        shutil.copy(tmp_path / "other" / name, locked / name)

    assert workspace.state(locked) == "locked"
    assert ["backup" in said for said in opens(locked, "three warm cups")] == [True]
    assert len(list(locked.glob("vault-of-another-workspace*"))) == 2
