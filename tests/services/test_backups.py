"""Backups as people meet them: made before much changes, copied to a second place, and gone in time after a strike."""

from __future__ import annotations

import datetime
import shutil
from dataclasses import replace

import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.services import backups, capture, sessions, workspace
from coprod_desktop.services import bin as bin_verbs
from coprod_desktop.services.backups import NotBackedUp, Why
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.seen.strike import before_strike
from coprod_desktop.store import backups as stored
from tests.desks import EVALUATION, HOME_CARE
from tests.store.test_backups import flipped

WEEK = datetime.timedelta(weeks=1)


def say(desk, session, text):
    return capture.add(desk, session, NewLine(text=text)).added[0].id


def whys(desk):
    return [one.backup.told.why for one in backups.listed(desk) if not one.second]


def later(desk, how_long):
    return replace(desk, now=lambda: datetime.datetime.now().astimezone() + how_long)


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def with_stick(desk, home_care, stick):
    backups.choose_second_place(desk, stick)
    backups.make(desk, Why.ASKED)
    return stick


def test_nobody_backs_up_an_empty_workspace_or_the_same_twice(desk):
    assert backups.make_if_changed(desk, Why.START) is None
    sessions.start_now(desk)
    assert backups.make_if_changed(desk, Why.START) is not None
    assert backups.make_if_changed(desk, Why.START) is None
    assert whys(desk) == ["start"]


def test_one_is_made_before_a_file_is_brought_in(desk):
    merge.import_file(desk, HOME_CARE.read_bytes())
    assert whys(desk) == []  # there was nothing
    merge.import_file(desk, EVALUATION.read_bytes())
    assert whys(desk) == ["import"]
    assert backups.listed(desk)[0].backup.told.sessions == 1


def test_the_one_before_the_bin_is_emptied_goes_when_the_next_one_is_there(desk, home_care):
    line = say(desk, home_care, "To be taken away")
    capture.remove(desk, line)
    bin_verbs.empty(desk, [("entry", line)])
    assert whys(desk) == ["erasure"]
    backups.make(desk, Why.WORK)
    assert whys(desk) == ["work"]


def test_a_backup_that_fails_is_told_until_one_succeeds(desk, home_care):
    place = desk.store.backups.place
    place.write_bytes(b"a file in the way")
    with pytest.raises(NotBackedUp):
        backups.make(desk, Why.WORK)
    assert "No backup could be made" in str(backups.standing(desk).wrong)
    backups.before(desk, Why.IMPORT)  # what was asked for goes on
    place.unlink()
    backups.make(desk, Why.WORK)
    assert backups.standing(desk).wrong is None


def test_what_is_remembered_of_backups_is_no_change(desk, with_stick):
    assert not backups.changed(desk)
    assert not backups.standing(desk).changed


# ---- the second place


def test_a_copy_goes_to_the_second_place_and_is_listed(desk, with_stick):
    here, there = backups.listed(desk)
    assert (here.second, there.second) == (False, True)
    assert here.backup.told == there.backup.told
    assert there.backup.folder.is_relative_to(with_stick / "co-production backups")
    standing = backups.standing(desk)
    assert standing.second is not None
    assert standing.second.at is not None
    assert standing.second.there


def test_a_stick_that_is_not_there_is_no_failure_and_gets_its_copy_when_it_is_back(desk, home_care, with_stick):
    away = with_stick.rename(with_stick.with_name("pulled out"))
    say(desk, home_care, "Said without the stick")
    backups.make(desk, Why.WORK)
    second = backups.standing(desk).second
    assert second is not None
    assert not second.there
    assert second.wrong is None
    assert not with_stick.exists()  # nothing is written where a stick should be

    away.rename(with_stick)
    backups.make_if_changed(desk, Why.START)
    there = [one.backup.told.clock for one in backups.listed(desk) if one.second]
    assert there[0] == desk.store.clock


def test_another_stick_in_its_place_is_not_taken_for_it(desk, with_stick):
    shutil.rmtree(with_stick)
    with_stick.mkdir()
    backups.make(desk, Why.ASKED)
    assert list(with_stick.iterdir()) == []


def test_a_second_place_in_the_workspace_is_refused(desk, folder, home_care):
    with pytest.raises(UserError, match="inside the workspace"):
        backups.choose_second_place(desk, folder / "backups")


def test_a_copy_that_goes_wrong_is_told_and_the_backup_stands(desk, with_stick, home_care):
    own = desk.store.backups.second(with_stick)
    shutil.rmtree(own)
    own.write_bytes(b"a file in the way")
    own.unlink()
    own.mkdir()
    say(desk, home_care, "More")
    made = desk.store.backups.make("work", desk.now())
    flipped(None, made.folder / "workspace.db")  # read wrongly on the way
    assert backups.copy_on(desk) is None
    second = backups.standing(desk).second
    assert second is not None
    assert "is not the same" in str(second.wrong)
    assert stored.every(own) == ()


def test_no_second_place_any_more(desk, with_stick):
    backups.choose_second_place(desk, None)
    assert backups.standing(desk).second is None
    assert backups.standing(desk).asked
    assert (with_stick / "co-production backups").exists()


# ---- what was struck


def test_the_question_before_a_strike_tells_which_backups_hold_the_line_and_until_when(desk, home_care, with_stick):
    line = say(desk, home_care, "Said in confidence")
    assert [
        one for one in before_strike(desk, home_care, line).copies if not one.second
    ]  # it may have been a draft then
    backups.make(desk, Why.WORK)
    told = before_strike(desk, home_care, line).copies
    assert {one.second for one in told} == {False, True}
    assert {one.until for one in told} == {desk.today() + 8 * WEEK}
    with_stick.rename(with_stick.with_name("pulled out"))
    assert before_strike(desk, home_care, line).copies == told  # the stick is in somebody's pocket


def test_each_backup_that_holds_it_goes_in_eight_weeks_and_the_others_stay(desk, home_care, with_stick):
    line = say(desk, home_care, "Said in confidence")
    backups.make(desk, Why.WORK)
    capture.strike(desk, line)
    assert len(backups.listed(desk)) == 4
    backups.make(later(desk, 8 * WEEK - datetime.timedelta(days=1)), Why.WORK)
    assert len([one for one in backups.listed(desk) if not one.second]) == 3
    say(desk, home_care, "Something else")
    backups.make(later(desk, 8 * WEEK), Why.WORK)
    for one in backups.listed(desk):
        copy = shutil.copytree(one.backup.folder, with_stick.parent / f"copy of {one.backup.folder.name} {one.second}")
        (copy / "gone.bin").unlink()  # by themselves, without what says that it is gone
        opened = workspace.unlock(copy, None)
        assert line not in {entry.id for entry in sessions.record(opened, home_care).entries}
        workspace.close(opened)


def test_what_was_struck_is_told_beside_the_second_place(desk, home_care, with_stick, folder):
    capture.strike(desk, say(desk, home_care, "Said in confidence"))
    backups.pass_on_gone(desk)
    beside = desk.store.backups.second(with_stick) / "gone.bin"
    assert beside.read_bytes() == (folder / "gone.bin").read_bytes()
