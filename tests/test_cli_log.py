"""`coprod-desktop log [--json] [--group …]`: what groups decided, learnt, are stuck with and were told."""

import datetime
import json

import pytest

from coprod_desktop.cli import log as command_of_log
from coprod_desktop.cli import main
from coprod_desktop.domain.log_record import Publicity
from coprod_desktop.services import log, workspace
from coprod_desktop.services.making import reports
from coprod_desktop.services.program import content
from tests.desks import desk, empty_workspace, folder
from tests.groups import made_group

__all__ = ["desk", "empty_workspace", "folder"]


@pytest.fixture
def run(folder, capsys, monkeypatch):
    monkeypatch.delenv("COPROD_PASSPHRASE", raising=False)

    def command(*words):
        code = main(["--workspace", str(folder), "log", *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def logged(desk):
    """Two groups with a line each, and the workspace closed again by the end of the fixture's test."""
    groups = [made_group(desk, name) for name in ("Home care steering group", "Carers forum")]
    day = desk.today()
    line, _ = log.add(desk, "Agreed to keep the phone line", group=groups[0], kind="decision", on=day)
    log.change(desk, line, "who", "The board")
    log.add(desk, "Why has the bus stopped?", "told", group=groups[1], on=day - datetime.timedelta(40))
    workspace.close(desk)
    return groups


def test_json_has_every_column_that_holds_something(run, logged):
    code, out, _ = run("--json", "--group", "home care  steering group")
    (row,) = json.loads(out)
    assert code == 0
    assert (row["kind"], row["confirmed"], row["words"], row["who"]) == (
        "decision", True, "Agreed to keep the phone line", "The board",
    )  # fmt: skip
    assert (row["group"], row["group_id"], row["publicity"]) == ("Home care steering group", logged[0], "private")
    assert "reached" not in row
    assert row["doubt"] is None


def test_what_is_to_be_without_names_is_told_when_it_has_one(run, desk):
    log.add(desk, "Mrs Wetherby told me the bus never comes", "told", group=made_group(desk))
    workspace.close(desk)
    _, out, _ = run()
    assert out.splitlines()[1] == "  ? in it: names a person who is not on the list"


def test_it_is_a_list_a_person_reads_and_can_be_of_what_is_due_or_of_one_kind(run, logged):
    _, out, _ = run()
    assert [line.split(":")[0] for line in out.splitlines()] == ["Decision", "Question to whoever decides?"]
    _, out, _ = run("--due")
    assert out.startswith("Question to whoever decides?: Why has the bus stopped?")
    assert "To look at since" in out
    _, out, _ = run("--kind", "decision", "--group", logged[0])
    assert out.count("\n") == 1
    _, out, _ = run("--kind", "risk")
    assert out == "Nothing is in the log yet.\n"


def test_a_group_or_kind_there_is_not_is_refused(run, logged):
    code, out, err = run("--group", "Nobody")
    assert (code, out) == (1, "")
    assert "No group is called “Nobody”." in err
    with pytest.raises(SystemExit) as left:
        run("--kind", "haiku")
    assert left.value.code == 2


def test_every_kind_of_the_table_can_be_asked_for():
    import argparse

    parser = argparse.ArgumentParser()
    command_of_log.add(parser.add_subparsers(), content.load().log)
    for kind in content.load().log.names():
        assert parser.parse_args(["log", "--kind", kind]).kind == kind


def test_what_a_report_leaves_out_is_told_and_settled(folder, logged, capsys):
    desk = workspace.unlock(folder, None)
    (group,) = (one for one, name in reports.groups(desk) if name == "Carers forum")
    line, _ = log.add(desk, "Ring 07700 900123 about the loop", group=group, kind="learning")
    log.change(desk, line, "publicity", Publicity.ANYONE)
    workspace.close(desk)

    def run(*words):
        code = main(["--workspace", str(folder), "report", "annual-report", "--group", "Carers forum", *words])
        return code, capsys.readouterr().out

    code, said = run("--check")
    assert code == 0
    assert said.startswith("to settle\t")
    assert "Ring [07700 900123] about" in said
    assert run("--check", "--settle", "fine")[1].startswith("settled: it is fine\t")
    assert run("--check") == (0, "")
    assert run("--settle", "fine")[0] == 1
