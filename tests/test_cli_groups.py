"""`coprod-desktop groups [GROUP] [--due] [--json]`: groups and projects, what is next, due and promised."""

import datetime
import json

import pytest

from coprod_desktop.cli import main
from coprod_desktop.domain.words import Group
from coprod_desktop.services import group_members, group_sessions, groups, workspace
from tests.desks import desk, empty_workspace, folder

__all__ = ["desk", "empty_workspace", "folder"]


@pytest.fixture
def run(folder, capsys, monkeypatch):
    monkeypatch.delenv("COPROD_PASSPHRASE", raising=False)

    def command(*words):
        code = main(["--workspace", str(folder), "groups", *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def year(desk):
    today = desk.today()
    group, _ = groups.add(desk, "Night bus forum", "forum", area="Transport", review_on=today, money_pence=5000)
    groups.add(desk, "Housing project", "project", end=today + datetime.timedelta(300))
    for n in range(6):
        group_members.add(desk, group, f"Winifred {n}", mix=Group.CARERS, co_chair=n == 0)
    group_members.add(desk, group, "Priti Vaghela", mix=Group.STAFF, term_end=today + datetime.timedelta(5))
    group_sessions.plan_next(desk, group, today + datetime.timedelta(7))
    workspace.close(desk)
    return group


def test_each_group_is_a_line_with_what_is_due_below_it(run, year):
    """Row of the sources: "Learning Disability Partnership Board, Older Persons Advisory Group" (a directory of groups)."""
    code, out, _ = run()
    assert code == 0
    assert "Night bus forum: Forum, Transport, 7 members, next " in out
    assert "Look at how the group works" in out
    assert "Housing project: Project" in out
    assert "Housing project" not in run("--due")[1]


def test_json_is_a_directory_without_anybodys_name(run, year):
    code, out, _ = run("--json")
    found = json.loads(out)
    assert code == 0
    assert [one["name"] for one in found] == ["Housing project", "Night bus forum"]
    assert (found[1]["kind_words"], found[1]["members"], found[1]["sessions"]) == ("Forum", 7, 1)
    assert "Winifred" not in out
    assert "Priti" not in out


def test_one_group_is_told_with_its_timeline_and_its_mix_small_counts_hidden(run, year):
    code, out, _ = run("night BUS forum", "--json")
    one = json.loads(out)
    assert code == 0
    assert [row["section"] for row in one["timeline"]] == ["next", "due", "due"]
    assert one["money_pence"] == 5000
    assert 6 not in one["mix"].values() or one["mix"].get("staff") == "fewer than 5"
    assert "next" in run(year)[1]


def test_no_such_group_is_a_sentence(run, year):
    code, _, err = run("Moon council")
    assert code == 1
    assert "No group is called “Moon council”." in err
