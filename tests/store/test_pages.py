import os

from coprod_desktop.services import workspace
from coprod_desktop.store import key, pages
from coprod_desktop.store.store import DATABASE


def keyed(folder):
    vault = key.read(folder)
    return folder / DATABASE, key.unwrap(vault, None)


def test_every_page_of_a_workspace_is_whole_by_its_own_key(folder):
    database, raw = keyed(folder)
    data, checked_with = database.read_bytes(), pages.mac_key(raw, pages.salt_of(database))

    assert len(data) > 10 * pages.PAGE
    for at in range(0, len(data), pages.PAGE):
        page = data[at : at + pages.PAGE]
        assert pages.is_whole(checked_with, at // pages.PAGE + 1, page)
        assert not pages.is_whole(checked_with, at // pages.PAGE + 2, page)
        hurt = page[:100] + bytes([page[100] ^ 1]) + page[101:]
        assert not pages.is_whole(checked_with, at // pages.PAGE + 1, hurt)


def test_a_damaged_database_still_tells_whose_it_is(folder, tmp_path):
    database, raw = keyed(folder)
    salt = pages.salt_of(database)
    workspace.create(tmp_path / "other", None)
    _, other = keyed(tmp_path / "other")
    with database.open("r+b") as file:
        file.write(os.urandom(2 * pages.PAGE))

    assert pages.any_fits(database, raw, (salt,))
    assert not pages.any_fits(database, raw, (pages.salt_of(database),))
    assert not pages.any_fits(database, other, (salt,))


def test_what_is_not_there_fits_nothing(tmp_path):
    assert pages.salt_of(tmp_path / "none") is None
    assert not pages.any_fits(tmp_path / "none", bytes(32), (bytes(16),))
