"""The command `agreed`: papers people agree on listed, told, made in formats, made blank."""

import json

import pytest

from coprod_desktop.__main__ import main
from coprod_desktop.services import agreed, agreed_versions, workspace
from tests.desks import empty_workspace, folder

__all__ = ["empty_workspace", "folder"]


@pytest.fixture
def run(folder, capsys):
    def command(*words):
        code = main(["--workspace", str(folder), *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def charter(folder):
    desk = workspace.unlock(folder, None)
    paper, _ = agreed.begin(desk, "charter")
    version = agreed.one(desk, paper).newest.id
    agreed.write(desk, version, "What we promise", "We answer within a week.")
    agreed_versions.agree(desk, version)
    agreed_versions.new_version(desk, paper)
    workspace.close(desk)
    return paper


def test_papers_are_listed_as_lines_and_as_json(run, charter):
    code, said, _ = run("agreed")
    assert (code, said.split("\t")[0]) == (0, charter)
    assert "version 2\tDraft" in said
    (row,) = json.loads(run("agreed", "--json")[1])
    assert (row["id"], row["version"], row["state"], row["agreed_version"]) == (charter, 2, "draft", 1)
    told = json.loads(run("agreed", "charter", "--json")[1])
    assert [one["version"] for one in told["versions"]] == [1, 2]
    assert told["versions"][0]["parts"][1] == {"heading": "What we promise", "text": "We answer within a week."}
    assert "We answer within a week." in run("agreed", "Charter")[1]


def test_a_version_is_made_in_formats_and_a_draft_is_told_of(run, charter, tmp_path):
    code, made, said = run("agreed", "charter", "--format", "text,docx", "--out", tmp_path)
    assert code == 0
    assert "says draft" in said
    assert len(made.split()) == 3
    assert "This is a draft" in tmp_path.joinpath(made.split("\n")[0]).read_text("utf-8")
    code, made, said = run("agreed", "charter", "--version", "1", "--format", "text", "--out", tmp_path / "one")
    assert (code, said) == (0, "")
    assert "draft" not in (tmp_path / "one").joinpath(made.split("\n")[0]).read_text("utf-8").casefold()


def test_only_a_report_that_is_agreed_is_filled_into_a_template(run, charter, folder, tmp_path):
    desk = workspace.unlock(folder, None)
    agreed.begin(desk, "committee-report")
    workspace.close(desk)
    for paper, said in (("charter", "did not begin as a report"), ("committee-report", "is not agreed yet")):
        code, made, why = run("agreed", paper, "--template", tmp_path / "council.docx", "--out", tmp_path / "out")
        assert (code != 0, made, said in why) == (True, "", True)
    assert not (tmp_path / "out").exists()


def test_what_is_private_waits_and_is_told_and_can_be_left_out(run, charter, folder, tmp_path):
    desk = workspace.unlock(folder, None)
    agreed.write(desk, agreed.one(desk, charter).newest.id, "What we want", "Ring 07700 900481.")
    workspace.close(desk)
    code, _, said = run("agreed", "charter", "--format", "text", "--out", tmp_path)
    assert code == 1
    assert "to look at first" in said
    assert not list(tmp_path.glob("*.txt"))
    code, said, _ = run("agreed", "charter", "--check")
    assert code == 0
    assert "a phone number (07700 900481)" in said


def test_a_blank_form_and_a_method_card_come_without_a_paper(run, tmp_path):
    code, made, _ = run("agreed", "futures-workshop", "--blank", "--format", "text", "--out", tmp_path)
    assert code == 0
    assert "Half a day to a day" in (tmp_path / made.split("\n")[0]).read_text("utf-8")
    assert "terms-of-reference" in run("agreed", "--kinds")[1]


def test_what_is_not_there_is_a_sentence(run, tmp_path):
    assert run("agreed")[1].strip() == "There are no agreed papers yet."
    for words in (
        ("agreed", "nothing"),
        ("agreed", "--out", tmp_path),
        ("agreed", "nothing", "--blank", "--out", tmp_path),
    ):
        code, out, said = run(*words)
        assert code == 1
        assert said.strip()
        assert out == ""
