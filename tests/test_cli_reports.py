"""The commands that make reports, letters and papers for before the day, and that take a log in."""

import json
import shutil
from pathlib import Path

import pytest

from coprod_desktop.__main__ import main
from tests import years
from tests.desks import HOME_CARE, SAMPLES, empty_workspace, folder
from tests.years import lived_workspace

__all__ = ["empty_workspace", "folder", "lived_workspace"]

WIRRAL = SAMPLES / "wirral-engagement-events.csv"


@pytest.fixture
def run(folder, capsys):
    def command(*words):
        code = main(["--workspace", str(folder), *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def test_a_log_comes_in_with_sessions_and_goes_out_as_it_was(run, tmp_path):
    code, said, _ = run("import", WIRRAL)
    assert (code, said.strip()) == (0, "Added 17 sessions of a log; 0 were here already")
    assert run("import", WIRRAL, HOME_CARE)[1].startswith(
        "Added 0 sessions of a log; 17 were here already\nAdded: Listening"
    )
    code, made, _ = run(
        "report", "engagement-log", "--format", "csv", "--out", tmp_path / "out", "--until", "2023-12-31"
    )

    (path,) = made.split()
    assert code == 0
    with open(path, encoding="utf-8-sig") as file:
        assert file.read().splitlines()[1:] == WIRRAL.read_text("utf-8").splitlines()[1:]


def test_a_bad_row_is_told_with_the_name_of_the_file(run, tmp_path):
    bad = tmp_path / "events.csv"
    bad.write_text("date,type,location\nlast summer,Forum,Town hall\n")
    code, _, said = run("import", bad)

    assert code == 1
    assert said.startswith("events.csv: Row 2: “last summer” is not a date.")
    assert run("sessions")[1].strip() == "There are no sessions yet."


def test_a_report_over_all_sessions(run, tmp_path):
    run("import", HOME_CARE)
    code, made, _ = run(
        "report", "progress-report", "--out", tmp_path / "out", "--since", "2026-01-01", "--until", "2026-12-31"
    )

    assert code == 0
    assert [line.rpartition(".")[2] for line in made.split()] == ["pdf", "html"]
    assert run("report", "progress-report", "--out", tmp_path, "--until", "2020-01-01")[0] == 1


@pytest.mark.parametrize(
    "words",
    [
        ["report", "gossip", "--out", "x"],
        ["report", "engagement-log", "--out", "x", "--since", "soon"],
        ["report", "annual-report", "--out", "x", "--year", "25"],
        ["report", "engagement-log", "--out", "x", "--format", "json"],
        ["letters", "s", "--out", "x", "--format", "json"],
    ],
)
def test_wrong_usage_is_2(words, tmp_path):
    with pytest.raises(SystemExit) as left:
        main(["--workspace", str(tmp_path), *words])
    assert left.value.code == 2


def test_a_years_report_of_a_group_is_made_and_begun_by_hand(run, tmp_path, lived_workspace):
    shutil.copytree(lived_workspace[0], tmp_path / "w", dirs_exist_ok=True)
    before = ["--workspace", str(tmp_path / "w")]
    words = ["report", "annual-report", "--group", years.GROUP, "--year", "2025"]
    code, made, said = run(*before, *words, "--format", "text,html", "--out", tmp_path / "out")
    assert (code, said) == (0, "")
    assert "Bramley" not in made.replace(str(tmp_path), "")
    page = next(Path(line) for line in made.split() if line.endswith(".html")).read_text("utf-8")
    assert "60 promises were made" in page
    code, made, _ = run(*before, *words, "--draft")
    assert code == 0
    paper, title = made.strip().split("\t")
    assert title == f"Annual report: {years.GROUP}, 2025"
    assert run(*before, "agreed", paper, "--out", tmp_path / "out")[0] == 0


def test_the_inspection_and_the_law_have_a_report_each(run, tmp_path, lived_workspace):
    """Rows of the sources: the voice of the user for the CQC, the Care Act's guidance."""
    shutil.copytree(lived_workspace[0], tmp_path / "w", dirs_exist_ok=True)
    for kind, words in (
        ("cqc-evidence", "The nine quality statements"),
        ("legal-note", "Care Act 2014"),
    ):
        asked = ("report", kind, "--group", years.GROUP, "--year", "2025", "--format", "text", "--out", tmp_path / kind)
        code, made, said = run("--workspace", tmp_path / "w", *asked)
        assert (code, said) == (0, "")
        assert words.casefold() in "".join(Path(one).read_text("utf-8").casefold() for one in made.split())


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--group", "Nobody", "--out", "x"], "no group or project called “Nobody”"),
        (["--year", "2025", "--from", "2025-01-01", "--out", "x"], "A year is given, and a day too"),
        (["--from", "2025-02-01", "--to", "2025-01-01", "--out", "x"], "The first day comes after the last"),
        (["--year", "2001", "--out", "x"], "no sessions to report on in that time"),
        ([], "Say into which folder"),
    ],
)
def test_a_report_that_cannot_be_made_is_refused_in_a_sentence(run, words, why):
    run("import", HOME_CARE)
    code, made, said = run("report", "annual-report", *words)
    assert (code, made) == (1, "")
    assert why in said


def test_letters_go_into_the_private_folder(run, tmp_path):
    run("import", HOME_CARE)
    letters = ("letters", "session-01", "--format", "html", "--out", tmp_path / "out")
    code, made, said = run(*letters)
    assert code == 0
    assert "Gareth D'Arcy reads large print. This is something else: Web page. Ask them before it goes to them." in said
    code, made, said = run(*letters, "--they-read-it")
    assert code == 0
    assert "something else" not in said
    facilitator, *others = json.loads(HOME_CARE.read_text("utf-8"))["people"]
    assert len(made.split()) == len(others)
    assert facilitator["name"] in said
    assert all(str(tmp_path / "out" / "private") in line for line in made.split())
    assert run("letters", "nobody", "--out", tmp_path)[0] == 1


def test_all_formats_leave_out_what_there_is_nothing_for_and_say_so(run, tmp_path):
    run("import", HOME_CARE)
    words = ["export", "session-01", "--kind", "ground-rules", "--out", tmp_path / "out"]
    code, made, said = run(*words, "--format", "html,csv,ics")

    assert (code, len(made.split())) == (0, 1)
    assert "no list in it" in said
    assert "no dates in it" in said
    assert "draft" not in said
    code, made, said = run(*words, "--format", "csv")
    assert (code, made) == (1, "")
    assert "No file was made." in said


def test_a_kind_with_nothing_in_it_yet_is_refused(run, tmp_path):
    run("import", HOME_CARE)
    code, _, said = run("export", "session-01", "--kind", "agenda", "--out", tmp_path / "out")

    assert code == 1
    assert "There is no agenda yet." in said


def test_the_self_assessment_is_made_from_the_command_line_and_names_nobody(run, tmp_path):
    run("import", HOME_CARE)
    code, made, _ = run("report", "accessible-information", "--format", "text,csv,html", "--out", tmp_path / "out")
    assert code == 0
    everything = "".join(Path(line).read_text("utf-8-sig") for line in made.split())
    for step in ("Identify", "Record", "Flag", "Share", "Meet", "Review"):
        assert step in everything
    for person in json.loads(HOME_CARE.read_text("utf-8"))["people"]:
        assert person["name"] not in everything
        for need in person.get("needs", ()):
            assert need["need"] not in everything
