"""Everything is taken in one act, in open formats; what must not leave stays; and what can come back in comes back."""

from __future__ import annotations

import csv
import io
import shutil
import zipfile
from collections import namedtuple

import pytest
from PIL import Image

from coprod_desktop.domain.check.printable import PrintableLines
from coprod_desktop.domain.money import pounds
from coprod_desktop.domain.permission import Purpose
from coprod_desktop.errors import UserError
from coprod_desktop.services import (
    agreed,
    capture,
    groups,
    log,
    organisation,
    people,
    promises,
    safeguarding,
    sessions,
    workspace,
)
from coprod_desktop.services.bring_in import merge, people_rows
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import papers
from coprod_desktop.services.taking import everything
from coprod_desktop.services.taking.tables import LEFT_OUT, TABLES
from coprod_desktop.store import ballast, schema

SEALED = "Her brother keeps the zzkey to her flat"
BINNED = "A session for the zzbin"


@pytest.fixture
def full(desk, home_care):
    """A workspace with a session, a group, a log, a charter, money; and with what must stay."""
    sample, _ = sessions.new(desk, title="A zzsample session", type="drop-in", date=desk.today())
    capture.add(desk, sample, NewLine(text="Words of the zzsample"))
    with desk.store.write() as tx:
        tx.change("session", sample, sample=True)
    capture.add(desk, home_care, NewLine(text=SEALED))
    line = next(one for one in capture.lines(desk, home_care) if one.text == SEALED)
    safeguarding.seal(desk, line.id)
    away, _ = sessions.new(desk, title=BINNED, type="drop-in", date=desk.today())
    sessions.remove(desk, away)
    group, _ = groups.add(desk, "Our Say group", "steering_group")
    log.add(desk, "We keep the phone line", "decided", group=group)
    paper, _ = agreed.begin(desk, "charter")
    agreed.write(desk, agreed.one(desk, paper).newest.id, "What we promise", "We answer within a week.")
    papers.review(desk, home_care)
    picture = io.BytesIO()
    Image.new("RGB", (40, 40), "teal").save(picture, "PNG")
    organisation.set_logo(desk, picture.getvalue(), "A teal square")
    return desk


def rows(folder, name):
    (found,) = folder.rglob(f"*{name}.csv")
    with found.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def answers(record):
    """Return what each person and line may be used for."""
    said = PrintableLines(record)
    return {e.id: (said.allows_words(e), said.taken_back(e)) for e in record.entries} | {
        p.id: [record.permissions.of_person(p.id, purpose) for purpose in Purpose] for p in record.people
    }


def every_word(folder):
    found = []
    for path in folder.rglob("*"):
        if path.suffix == ".png":
            continue
        if path.suffix in {".docx", ".xlsx"}:
            with zipfile.ZipFile(path) as packed:
                found += [packed.read(name).decode("utf-8", "replace") for name in packed.namelist()]
        elif path.is_file():
            found.append(path.read_text("utf-8"))
    return "\n".join(found)


def test_everything_is_taken_and_comes_back_and_what_must_stay_stays(full, empty_workspace, tmp_path):
    """Roundtrip: sessions and lists of people come in again as they were."""
    said: list[float] = []
    taken = everything.take(full, tmp_path / "stick", said.append)
    folder = taken.folder
    assert folder.name == f"private-everything-{full.today().isoformat()}"
    assert [path.name for path in (tmp_path / "stick").iterdir()] == [folder.name]  # nothing half-made beside it
    assert (said[0], said[-1]) == (0.0, 1.0)
    assert said == sorted(said)
    assert taken.files == sum(path.is_file() for path in folder.rglob("*"))

    held = {line.id for line in sessions.every(full) if not sessions.one(full, line.id).sample}
    assert {row["Its own number"] for row in rows(folder, "private-sessions")} == held
    assert {row["Name"] for row in rows(folder, "private-groups")} == {"Our Say group"}
    assert [row["Words"] for row in rows(folder, "private-log")] == ["We keep the phone line"]
    assert "We answer within a week." in next((folder / "agreed papers").glob("*.html")).read_text("utf-8")
    amounts = rows(folder, "private-amounts")
    listed = [e for s in held for p in sessions.record(full, s).people for e in p.expenses]
    assert sorted(f"£{row['Amount']}" for row in amounts) == sorted(pounds(pence) for _, pence in listed)
    assert len(list((folder / "papers").glob("*.html"))) + len(taken.left) == 1  # through the gate, or told why not

    names = {name.casefold() for p in people.on_list(full, next(iter(held))) for name in p.name.split()}
    assert not {name for name in names for path in folder.rglob("*") if name in path.name.casefold().split("-")}
    with Image.open(folder / "pictures" / "logo.png") as logo:
        assert logo.size == (40, 40)
    words = every_word(folder)
    for stays in ("zzkey", "zzbin", "zzsample"):
        assert stays not in words
    for name in ("READ-ME.html", "READ-ME.txt"):
        page = (folder / name).read_text("utf-8")
        assert "Private: it holds people" in page
        assert "not encrypted" in page
        assert "sealed because someone may be at risk" in page
        for file in folder.rglob("private-*.csv"):
            assert f"{file.stem}: " in page  # called as it is called there

    other = shutil.copytree(empty_workspace, tmp_path / "other")
    again = workspace.unlock(other, None)
    for file in sorted((folder / "sessions").glob("*.json")):
        merge.import_file(again, file.read_bytes())
    assert {line.id for line in sessions.every(again)} == held
    for session in held:
        before, after = sessions.record(full, session), sessions.record(again, session)
        for part in ("entries", "points", "votes", "agenda", "checklist", "ground_rules"):
            assert {(r.id, getattr(r, "text", None)) for r in getattr(before, part)} == {
                (r.id, getattr(r, "text", None)) for r in getattr(after, part)
            }
        assert answers(before) == answers(after)
        assert {(p.name, p.contact) for p in before.people} == {(p.name, p.contact) for p in after.people}
    assert {p.what for p in promises.lines(again)} == {p.what for p in promises.lines(full)}
    workspace.close(again)

    lists = 0
    for session in held:
        on_list = people.on_list(full, session)
        for ending in ("csv", "xlsx"):
            for file in (folder / "people").glob(f"*-private-people-*.{ending}"):
                found = people_rows.read_list(file.read_bytes(), full.content.needs, name=file.name, sheet=None)
                lists += {row.name for row in found.rows} == {p.name for p in on_list}
    assert lists == 2 * len(held)


def test_stopped_half_way_leaves_nothing(full, tmp_path):
    def stop(done):
        if done > 0.5:
            raise UserError("Stopped.", "")

    with pytest.raises(UserError, match="Stopped"):
        everything.take(full, tmp_path / "stick", stop)
    assert list((tmp_path / "stick").iterdir()) == []


def test_where_it_cannot_go_is_said_before_anything_is_made(desk, tmp_path, monkeypatch):
    with pytest.raises(UserError, match="inside the workspace"):
        everything.take(desk, desk.store.folder / "out")
    (tmp_path / "file").write_text("here")
    with pytest.raises(UserError, match="is a file"):
        everything.take(desk, tmp_path / "file")
    with pytest.raises(UserError, match=r"could not be written to.*Nothing half-made"):
        everything.take(desk, tmp_path / "file" / "below")
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(ballast.shutil, "disk_usage", lambda _: usage(10_000_000, 9_000_000, 1_000_000))
    with pytest.raises(UserError, match=r"not enough room.*1 MB are free"):
        everything.take(desk, tmp_path / "stick")
    assert not (tmp_path / "stick").exists()


def test_the_sample_alone_is_not_taken(desk, tmp_path):
    sample, _ = sessions.start_now(desk)
    with desk.store.write() as tx:
        tx.change("session", sample, sample=True)
    with pytest.raises(UserError, match="made-up people"):
        everything.take(desk, tmp_path)
    assert not list(tmp_path.glob("*private*"))


def test_taken_twice_on_one_day_is_two_folders(desk, tmp_path):
    first, second = (everything.take(desk, tmp_path).folder for _ in range(2))
    assert second.name == f"{first.name}-2"


def test_every_table_is_taken_or_has_a_reason():
    listed = [one.noun for one in TABLES]
    assert len(set(listed)) == len(listed)
    assert set(listed) & set(LEFT_OUT) == set()
    assert set(listed) | set(LEFT_OUT) == set(schema.META.tables)
