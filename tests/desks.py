"""A real workspace for tests: made once without a passphrase, copied for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from coprod_desktop.domain.people_record import Privacy
from coprod_desktop.domain.privacy_notice import CONDITIONS
from coprod_desktop.domain.record import Need
from coprod_desktop.services import workspace
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.rights import special
from coprod_desktop.store import reading

SAMPLES = Path(__file__).parent / "samples"
HOME_CARE = SAMPLES / "home-care-listening-space.json"
STEERING = SAMPLES / "steering-group.json"
EVALUATION = SAMPLES / "evaluation-session.json"


@pytest.fixture(scope="session")
def empty_workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workspaces") / "empty"
    workspace.create(folder, None)
    choose_condition(folder)
    return folder


def choose_condition(folder: Path) -> None:
    """Have the workspace's condition for special category data chosen, as if nothing had been written yet."""
    desk = workspace.unlock(folder, None)
    with desk.store.write() as tx:
        tx.add(Privacy(id=special.ROW, article9=CONDITIONS[1]), session=None)
    workspace.close(desk)
    desk = workspace.unlock(folder, None)
    desk.store.remember(clock="1")
    workspace.close(desk)


@pytest.fixture
def folder(empty_workspace: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(empty_workspace, tmp_path / "workspace"))


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    opened = workspace.unlock(folder, None)
    yield opened
    workspace.close(opened)


def set_needs(desk: Desk, session: str, person: str, needs: Sequence[Need]) -> None:
    """Make a person's needs be these, with all that is arranged about them already."""
    with desk.store.write("Wrote down needs") as tx:
        for listed in reading.people(tx.connection, session, person):
            for old in listed.needs:
                tx.remove("need", old.id)
        for need in needs:
            tx.add(need, session=session, person_id=person)


def every_value(desk: Desk) -> list[tuple[str, str]]:
    """Return everything the database holds: (table, one value as text). A whole row as text would be cut short."""
    with desk.store.read() as connection:
        tables = connection.exec_driver_sql("select name from sqlite_master where type='table'").scalars().all()
        return [
            (table, str(value))
            for table in tables
            for row in connection.exec_driver_sql(f'select * from "{table}"')
            for value in row
        ]


@pytest.fixture
def home_care(desk: Desk) -> str:
    """The id of the everyday sample session, brought into the desk's workspace."""
    return merge.import_file(desk, HOME_CARE.read_bytes()).session
