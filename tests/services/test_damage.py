"""A workspace is looked at, and what is wrong is told in words; put right, it says what came back and what did not."""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path

import pytest

from coprod_desktop import cli
from coprod_desktop.errors import DamagedWorkspace, UserError
from coprod_desktop.services import capture, damage, damage_news, sessions, workspace
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.damage import LostLines, Salvaged
from coprod_desktop.store import pages
from coprod_desktop.store.pages import PAGE
from tests.desks import HOME_CARE


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("made") / "desk"
    workspace.create(folder, None)
    desk = workspace.unlock(folder, None)
    merge.import_file(desk, HOME_CARE.read_bytes())
    session, _ = sessions.start_now(desk)
    for n in range(60):
        capture.add(desk, session, capture.NewLine(text=f"Line {n}. " + "The bus was late again. " * 6))
    capture.strike(desk, capture.lines(desk, session)[0].id)
    workspace.close(desk)
    return folder, session


@pytest.fixture
def folder(made, tmp_path) -> Path:
    return Path(shutil.copytree(made[0], tmp_path / "desk"))


def scribble(path: Path, at: int, many: int = 300) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(random.Random(at).randbytes(many))


def page_of_lines(folder: Path) -> int:
    """Return the number of a page with lines on it and no line's index."""
    desk = workspace.unlock(folder, None)
    words = [line.text for line in capture.lines(desk, sessions.every(desk)[0].id)]
    keys = pages.keys_of(folder / "workspace.db", desk.store._key)
    workspace.close(desk)
    data = (folder / "workspace.db").read_bytes()
    every = ((n + 1, keys.opened(data[n * PAGE : (n + 1) * PAGE], n + 1)) for n in range(len(data) // PAGE))
    return next(n for n, page in every if page[0] == 13 and sum(w.encode() in page for w in words if "Line" in w) > 5)


def ran(capsys, *words: object) -> tuple[int, str, str]:
    code = cli.main([str(word) for word in words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_a_whole_workspace_is_told_so_with_what_is_in_it(folder, capsys):
    code, out, _ = ran(capsys, "--workspace", folder, "verify", "--json")
    told = json.loads(out)
    assert (code, told["ok"], told["found"]) == (0, True, [])
    assert told["sessions"] == 2
    assert told["lines"] > 59
    assert told["pages"] == pages.count(folder / "workspace.db")
    assert "All is as it was written: 2 sessions" in ran(capsys, "--workspace", folder, "verify")[1]


def test_looking_changes_nothing(folder):
    before = (folder / "workspace.db").read_bytes()
    damage.verify(folder, None)
    assert (folder / "workspace.db").read_bytes() == before


@pytest.mark.parametrize("name", ["workspace.db", "gone.bin"])
def test_one_flipped_bit_is_told_and_the_command_says_no(folder, capsys, name):
    data = (folder / name).read_bytes()
    for at in random.Random(3).sample(range(len(data)), 12):
        (folder / name).write_bytes(pages.flipped(data, at, 4))
        code, out, err = ran(capsys, "--workspace", folder, "verify", "--json")
        (found,) = json.loads(out)["found"]
        assert (code, found["where"]) == (1, name)
        assert found["do"]
        assert "not as it was written" in err


def test_a_flipped_bit_is_put_right_when_the_workspace_is_opened_and_told(folder):
    data = (folder / "workspace.db").read_bytes()
    (folder / "workspace.db").write_bytes(pages.flipped(data, 50_000, 1))
    desk = workspace.unlock(folder, None)
    assert desk.store.mended is not None
    workspace.close(desk)
    assert damage.verify(folder, None).ok
    assert any(path.name.startswith("damaged-") for path in folder.iterdir())


def test_a_list_of_what_was_struck_that_is_damaged_is_written_again(folder):
    scribble(folder / "gone.bin", 3, 5)
    workspace.close(workspace.unlock(folder, None))
    assert damage.verify(folder, None).ok


def test_more_damage_is_not_opened_until_it_is_put_right(folder, capsys):
    before = (folder / "workspace.db").stat().st_size
    scribble(folder / "workspace.db", (page_of_lines(folder) - 1) * PAGE + 50)
    with pytest.raises(DamagedWorkspace) as refused:
        workspace.unlock(folder, None)
    assert "Put it right" in refused.value.do
    assert (folder / "workspace.db").stat().st_size == before
    code, out, _ = ran(capsys, "--workspace", folder, "verify", "--put-right")
    assert code == 0
    assert "lines of" in out
    assert "could not be read: " in out
    assert damage.verify(folder, None).ok
    desk = workspace.unlock(folder, None)
    report = damage_news.told(desk)
    workspace.close(desk)
    assert report is not None
    assert len(report.lines[0].numbers) > 3
    assert ran(capsys, "--workspace", folder, "verify", "--put-right")[0] == 1  # nothing is damaged any more


def test_lines_that_came_back_from_nowhere_are_named_by_day_and_number(folder, made):
    desk = workspace.unlock(folder, None)
    before = {line.n: line.text for line in capture.lines(desk, made[1])}
    workspace.close(desk)
    scribble(folder / "workspace.db", (page_of_lines(folder) - 1) * PAGE + 50)
    report = damage.put_it_right(folder, None)
    desk = workspace.unlock(folder, None)
    after = {line.n for line in capture.lines(desk, made[1])}
    workspace.close(desk)
    assert set(report.lines[-1].numbers) == set(before) - after


def test_search_that_does_not_fit_the_words_is_found_and_made_again(folder, capsys):
    desk = workspace.unlock(folder, None)
    with desk.store.write() as tx:
        tx.connection.exec_driver_sql("DROP TRIGGER entry_fts_change")
        tx.connection.exec_driver_sql("UPDATE entry SET text = 'Something else' WHERE n = 7")
    workspace.close(desk)
    (found,) = damage.verify(folder, None).found
    assert "search index of entry" in found.what
    damage.put_it_right(folder, None)
    assert damage.verify(folder, None).ok


def test_a_backup_that_was_changed_is_told(folder):
    desk = workspace.unlock(folder, None)
    copy = desk.store.backups.make("asked", desk.now()).folder
    workspace.close(desk)
    assert damage.verify(folder, None).ok
    scribble(copy / "workspace.db", 9000, 4)
    (found,) = damage.verify(folder, None).found
    assert found.where == f"backups/{copy.name}"
    (copy / "backup.json").write_text("{")
    assert not damage.verify(folder, None).ok


def test_an_open_workspace_is_looked_at_beside_who_works_in_it(folder, made):
    desk = workspace.unlock(folder, None)
    capture.add(desk, made[1], capture.NewLine(text="Still in the log."))
    assert damage_news.look_on(desk) == []
    desk.store.checkpoint()
    scribble(folder / "workspace.db", 40 * PAGE + 8)
    assert damage_news.look_on(desk) == [41]
    workspace.close(desk)


def test_a_workspace_that_is_open_is_not_verified(folder):
    desk = workspace.unlock(folder, None)
    with pytest.raises(UserError, match="open in another"):
        damage.verify(folder, None)
    workspace.close(desk)


def test_a_report_is_told_in_plain_words():
    report = Salvaged("", "damaged-x", 3, lines=(LostLines("2026-11-12", (14, 15)),), undo=False)
    what, do = damage_news.words_of(report)
    assert "2 lines of 12 November 2026 could not be read: 14, 15." in what
    assert "cannot be undone" in what
    assert "damaged-x" in do
    assert "Nothing is missing" in damage_news.words_of(Salvaged("", "x", 3))[0]


def test_selfcheck_looks_at_the_workspace_itself(folder, capsys):
    code, out, _ = ran(capsys, "--workspace", folder, "selfcheck")
    assert code == 0
    assert "every part is as it was written" in out
    scribble(folder / "workspace.db", 50_000)
    code, out, _ = ran(capsys, "--workspace", folder, "selfcheck")
    assert code == 1
    assert "LOOK  workspace.db: 1 page not as written: 13." in out
    assert "cipher: 4." in out
