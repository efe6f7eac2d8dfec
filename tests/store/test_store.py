import contextlib
import gc
import sqlite3

import pytest
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import literal, select, text, update
from sqlalchemy.sql.elements import BindParameter

from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, keys, organisation, sessions, workspace
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import papers
from coprod_desktop.store import cipher, clock, key, migrate, places, schema, store


def test_the_database_cannot_be_read_without_its_key(desk, folder):
    session, _ = sessions.new(desk, title="A session nobody else may read")
    capture.add(desk, session, NewLine(text="Men do my personal care"))
    desk.store.checkpoint()

    stored = b"".join(p.read_bytes() for p in folder.glob("workspace.db*"))
    assert b"personal care" not in stored
    assert b"nobody else" not in stored
    with contextlib.closing(sqlite3.connect(folder / store.DATABASE)) as plain, pytest.raises(sqlite3.DatabaseError):
        plain.execute("select * from sqlite_master").fetchall()


def test_once_it_is_closed_no_statement_that_is_kept_for_the_next_workspace_holds_a_word(folder):
    said = "Men do my personal care"
    desk = workspace.unlock(folder, None)
    session, _ = sessions.new(desk, title="Evenings")
    s = schema.session
    with desk.store.write("Wrote it down") as tx:  # in ways of no other test: what is compiled already holds no words
        tx.connection.execute(update(s).where(s.c.id == session, s.c.hlc > -3).values(title=said))
        tx.connection.execute(select(s.c.hlc, s.c.id).where(s.c.title == f"{said}.")).all()
        tx.connection.execute(select(s.c.id, s.c.hlc).where(s.c.title.in_(["Men", said]))).all()
        tx.connection.execute(select(s.c.id, literal(said), s.c.hlc)).all()
    del tx
    held = lambda: [  # noqa: E731
        one.value for one in gc.get_objects() if isinstance(one, BindParameter) and said in str(one.value)
    ]
    assert len(held()) >= 4
    workspace.close(desk)
    del desk

    gc.collect()
    assert held() == []
    assert cipher._COMPILED, "what holds no words is not compiled again for the next workspace"


def test_what_durability_rests_on_is_so(desk):
    found = desk.store.raw_check()

    assert found["journal"] == "wal"
    assert found["cipher"].startswith("4.")
    assert found["damage"] == "none"
    with desk.store.read() as connection:
        assert connection.exec_driver_sql("pragma synchronous").scalar() == 2
        assert connection.exec_driver_sql("pragma secure_delete").scalar() == 1


def test_the_schema_of_the_chain_is_the_schema_of_the_tables(desk):
    with desk.store.read() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": lambda _o, name, kind, _r, _c: kind != "table" or "_fts" not in name}
        )
        assert compare_metadata(context, schema.META) == []


def test_a_workspace_of_the_first_version_opens_with_its_papers(tmp_path):
    raw, vault = key.make(None)
    key.save(tmp_path, vault)
    engine = cipher.writer(tmp_path / store.DATABASE, raw)
    migrate.to_newest(engine, upto="0001")
    with engine.begin() as connection:
        connection.exec_driver_sql("INSERT INTO meta (key, value) VALUES ('device', 'laptop'), ('clock', '1')")
        connection.exec_driver_sql(
            "INSERT INTO paper (id, session_id, made_on, formats, file_names, fingerprint, draft, holds, created_at,"
            " updated_at, hlc, device) VALUES ('p', 's', '2026-11-01', '[\"pdf\"]', '[]', 'abc', 0, '[]', '', '', 1, 'laptop')"
        )
    engine.dispose()

    desk = workspace.unlock(tmp_path, None)
    try:
        (kept,) = papers.made_before(desk, "s")
        assert kept.formats == ("pdf",)
        organisation.change(desk, name="Marrowdale Council")
        assert organisation.organisation(desk).name == "Marrowdale Council"
    finally:
        workspace.close(desk)


def test_a_migration_that_breaks_half_way_leaves_nothing(tmp_path, monkeypatch):
    raw, _ = key.make(None)
    engine = cipher.writer(tmp_path / store.DATABASE, raw)

    def breaks(*_: object) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr(op, "add_column", breaks)  # the last step of the last revision
    with pytest.raises(RuntimeError, match="the power went"):
        migrate.to_newest(engine)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("select count(*) from sqlite_master").scalar() == 0
        assert connection.exec_driver_sql("pragma user_version").scalar() == 0
    engine.dispose()


def test_a_second_window_or_command_is_refused_with_a_sentence(desk, folder):
    with pytest.raises(UserError, match="open in another"):
        workspace.unlock(folder, None)


def test_the_lock_is_let_go_when_opening_fails(folder):
    (folder / store.DATABASE).write_bytes(b"not a database at all" * 400)

    for _ in range(2):
        with pytest.raises(UserError, match="damaged"):
            workspace.unlock(folder, None)


def test_a_database_of_a_newer_program_is_left_alone(desk, folder):
    with desk.store.write() as tx:
        tx.connection.execute(text("pragma user_version = 99"))
    workspace.close(desk)

    with pytest.raises(UserError, match="newer version"):
        workspace.unlock(folder, None)


def test_a_folder_that_is_a_file_is_refused(tmp_path):
    (tmp_path / "taken").write_text("x")

    with pytest.raises(UserError, match="cannot be used"):
        workspace.create(tmp_path / "taken", None)


def test_a_second_workspace_in_the_same_folder_is_refused(folder):
    with pytest.raises(UserError, match="already"):
        workspace.create(folder, None)


def test_a_short_passphrase_is_refused(tmp_path):
    with pytest.raises(UserError, match="at least 8"):
        workspace.create(tmp_path / "w", "short")


def test_the_passphrase_can_be_changed_and_everything_is_still_there(desk, folder):
    session, _ = sessions.new(desk, title="Still here")
    keys.change(desk, None, "three warm cups")
    workspace.close(desk)

    assert workspace.state(folder) == "locked"
    with pytest.raises(UserError, match="locked"):
        workspace.unlock(folder, None)
    again = workspace.unlock(folder, "three warm cups")
    assert sessions.one(again, session).title == "Still here"
    workspace.close(again)


@pytest.mark.parametrize(
    ("folder", "word"),
    [
        ("/home/a/OneDrive - Council/work", "internet"),
        ("/home/a/Dropbox/x", "internet"),
        ("//server/share/x", "network"),
    ],
)
def test_synced_and_network_folders_are_warned_about(folder, word):
    from pathlib import Path

    assert word in (places.worry(Path(folder)) or "")


def test_an_ordinary_folder_is_no_worry(tmp_path):
    assert places.worry(tmp_path) is None


def test_the_clock_never_goes_back():
    later = clock.tick(0, 2_000)

    assert clock.tick(later, 1_000) > later
    assert clock.tick(later, 3_000) == 3_000 << 16


def test_the_clock_is_kept_over_a_restart(desk, folder):
    sessions.new(desk, title="One")
    before = desk.store._clock
    workspace.close(desk)
    again = workspace.unlock(folder, None)

    assert again.store._clock == before
    workspace.close(again)
