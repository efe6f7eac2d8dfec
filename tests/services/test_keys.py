"""Who can open a workspace, and that changing one way in leaves the others."""

import json
import shutil

import keyring
import pytest
from keyring.backend import KeyringBackend

from coprod_desktop.errors import UserError
from coprod_desktop.services import keys, sessions, workspace
from coprod_desktop.store import key

OWN, SECOND, NEW = "three warm cups", "seven red kites", "four warm cups"


class Ring(KeyringBackend):
    """A keyring that keeps what it is given while the test runs."""

    priority = -1
    """None that the library chooses by itself; the one in use says otherwise."""

    def __init__(self):
        super().__init__()
        self.kept = {}

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def delete_password(self, service, username):
        del self.kept[service, username]


@pytest.fixture
def ring():
    before = keyring.get_keyring()
    made = Ring()
    made.priority = 5
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


@pytest.fixture
def locked(desk):
    keys.change(desk, None, OWN)
    return desk


def opens(desk, secret):
    try:
        key.unwrap(key.read(desk.store.folder), secret)
    except UserError:
        return False
    return True


def confirmed(desk, own=None):
    words = keys.make_code(desk)
    first, second = keys.asked_back()
    keys.confirm(desk, words, {first: words[first - 1], second: words[second - 1][:4].upper()})
    return words


def test_a_passphrase_ends_that_anyone_can_open_it(locked):
    assert not opens(locked, None)
    assert opens(locked, OWN)
    assert keys.ways(locked).passphrase


def test_changing_one_passphrase_leaves_the_code_and_the_second_persons(locked):
    words = " ".join(confirmed(locked))
    keys.second_passphrase(locked, OWN, SECOND)
    keys.change(locked, OWN, NEW)

    keys.change(locked, SECOND, "eight red kites")
    ways = (OWN, NEW, SECOND, "eight red kites", words)
    assert [opens(locked, way) for way in ways] == [False, True, False, True, True]


def test_who_types_something_wrong_changes_nothing(locked):
    before = (locked.store.folder / "vault.json").read_bytes()
    for act in (
        lambda: keys.change(locked, "wrong wrong", NEW),
        lambda: keys.change(locked, OWN, "short"),
        lambda: keys.change(locked, None, NEW),
        lambda: keys.second_passphrase(locked, "wrong wrong", SECOND),
        lambda: keys.second_passphrase(locked, OWN, OWN),
        lambda: keys.second_passphrase(locked, OWN, "short"),
    ):
        with pytest.raises(UserError):
            act()
    assert (locked.store.folder / "vault.json").read_bytes() == before


def test_the_second_persons_passphrase_can_be_taken_away_and_opens_the_workspace_until_then(locked):
    keys.second_passphrase(locked, OWN, SECOND)
    folder = locked.store.folder
    copy = shutil.copytree(folder, folder.with_name("copy"))
    workspace.close(workspace.unlock(copy, SECOND))
    assert keys.ways(locked).second
    keys.second_passphrase(locked, OWN, None)

    assert not opens(locked, SECOND)
    assert not keys.ways(locked).second


def test_no_passphrase_means_that_nothing_else_is_needed_or_kept(locked, ring):
    confirmed(locked)
    keys.second_passphrase(locked, OWN, SECOND)
    keys.keyring_on(locked)
    keys.change(locked, OWN, None)

    assert [w["kind"] for w in key.read(locked.store.folder)["wraps"]] == ["none"]
    assert ring.kept == {}
    assert keys.reminder(locked) is None
    for act in (keys.make_code, keys.keyring_on, lambda desk: keys.second_passphrase(desk, None, SECOND)):
        with pytest.raises(UserError, match="passphrase"):
            act(locked)


def test_a_code_counts_only_once_two_of_its_words_came_back(locked):
    assert "no recovery code yet" in keys.reminder(locked).what
    words = keys.make_code(locked)
    assert opens(locked, " ".join(words))
    assert not keys.code_stands(locked)
    first, second = keys.asked_back()
    wrong = next(w for w in words if w != words[second - 1])
    with pytest.raises(UserError, match=f"Word {second}"):
        keys.confirm(locked, words, {first: words[first - 1], second: wrong})
    assert keys.reminder(locked) is not None
    keys.confirm(locked, words, {first: words[first - 1], second: words[second - 1]})
    assert keys.code_stands(locked)
    assert keys.reminder(locked) is None


def test_a_new_code_takes_the_place_of_the_old_one_only_when_it_stands(locked):
    old = confirmed(locked)
    dropped, new = keys.make_code(locked), keys.make_code(locked)
    assert [opens(locked, " ".join(code)) for code in (old, dropped, new)] == [True, False, True]
    assert keys.code_stands(locked)
    with pytest.raises(UserError, match="newer"):
        keys.confirm(locked, dropped, {1: dropped[0], 12: dropped[11]})
    keys.confirm(locked, new, {1: new[0], 12: new[11]})

    assert [opens(locked, " ".join(code)) for code in (old, new)] == [False, True]
    with pytest.raises(UserError, match="not the one of this workspace"):
        key.unwrap(key.read(locked.store.folder), " ".join(old))


def test_the_two_words_asked_back_are_of_both_halves_and_not_always_the_same():
    asked = {keys.asked_back() for _ in range(60)}

    assert all(1 <= first <= 6 < second <= 12 for first, second in asked)
    assert len(asked) > 5


def test_the_code_opens_a_workspace_and_gives_it_a_new_passphrase(locked):
    words = ", ".join(confirmed(locked)).upper()
    folder = locked.store.folder
    copy = shutil.copytree(folder, folder.with_name("copy"))
    desk = workspace.unlock(copy, words)
    keys.change(desk, words, NEW)
    workspace.close(desk)

    workspace.close(workspace.unlock(copy, NEW))
    with pytest.raises(UserError, match="not the passphrase"):
        workspace.unlock(copy, OWN)


def test_a_code_with_a_wrong_word_says_which(locked):
    words = list(confirmed(locked))
    words[6] = "banaan"
    with pytest.raises(UserError, match="Word 7, “banaan”"):
        key.unwrap(key.read(locked.store.folder), " ".join(words))


def test_the_code_is_nowhere_in_the_folder(locked):
    words = confirmed(locked)
    said = json.dumps(key.read(locked.store.folder))

    assert " ".join(words) not in said
    assert sum(word in said for word in words) < 4


def test_this_computers_keyring_opens_it_until_it_is_told_not_to(locked, ring):
    folder = locked.store.folder
    assert keys.from_keyring(folder) is None
    keys.keyring_on(locked)
    copy = shutil.copytree(folder, folder.with_name("copy"))
    desk = workspace.unlock(copy, keys.from_keyring(copy))
    assert keys.ways(desk).keyring
    workspace.close(desk)
    keys.keyring_off(locked)

    assert keys.from_keyring(folder) is None
    assert ring.kept == {}
    assert opens(locked, OWN)


def test_what_the_keyring_holds_alone_is_not_the_key(locked, ring):
    keys.keyring_on(locked)

    assert locked.store._key.hex() not in ring.kept.values()


def test_switching_it_off_here_leaves_the_keyring_of_another_computer(locked, ring):
    keys.keyring_on(locked)
    there, ring.kept = ring.kept, {}
    keys.keyring_on(locked)
    keys.keyring_off(locked)
    ring.kept = there

    assert opens(locked, keys.from_keyring(locked.store.folder))


@pytest.mark.parametrize("breaks", ["priority", "set_password", "get_password"])
def test_a_keyring_that_is_missing_or_broken_is_none_and_nothing_is_changed(locked, ring, monkeypatch, breaks):
    def fails(*_args):
        raise RuntimeError("no bus")

    monkeypatch.setattr(ring, breaks, -1 if breaks == "priority" else fails)
    before = (locked.store.folder / "vault.json").read_bytes()
    assert keys.from_keyring(locked.store.folder) is None
    with pytest.raises(UserError, match="keyring"):
        keys.keyring_on(locked)
    assert not keys.ways(locked).keyring
    assert (locked.store.folder / "vault.json").read_bytes() == before


def test_none_of_it_touches_the_database_or_the_words_in_it(locked):
    sessions.start_now(locked)
    locked.store.checkpoint()
    before = (locked.store.folder / "workspace.db").read_bytes()
    confirmed(locked)
    keys.change(locked, OWN, NEW)

    assert (locked.store.folder / "workspace.db").read_bytes() == before
