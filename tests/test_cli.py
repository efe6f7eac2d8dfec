import json
import os
import signal
from pathlib import Path

import pytest

from coprod_desktop.__main__ import main
from coprod_desktop.cli.desk import how_far
from coprod_desktop.domain.praise import is_praise
from coprod_desktop.errors import UserError
from coprod_desktop.services import workspace
from tests.desks import EVALUATION, HOME_CARE, STEERING, empty_workspace, folder
from tests.uids import without_uids

__all__ = ["empty_workspace", "folder"]

SAMPLES = (HOME_CARE, STEERING, EVALUATION)


@pytest.fixture
def run(folder, capsys, monkeypatch):
    monkeypatch.delenv("COPROD_PASSPHRASE", raising=False)

    def command(*words):
        code = main(["--workspace", str(folder), *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def text_of(path: Path) -> str:
    import pypdfium2

    if path.suffix != ".pdf":
        return path.read_text("utf-8")
    document = pypdfium2.PdfDocument(path)
    words = " ".join(page.get_textpage().get_text_bounded() for page in document) + str(document.get_metadata_dict())
    document.close()
    return " ".join(words.split())


def test_a_workspace_is_made_once(tmp_path, capsys):
    words = ["--workspace", str(tmp_path / "w"), "new", "--no-passphrase"]

    assert main(words) == 0
    assert workspace.state(tmp_path / "w") == "open"
    assert main(words) == 1
    assert "already" in capsys.readouterr().err


def test_the_passphrase_comes_from_the_environment(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("COPROD_PASSPHRASE", "three warm cups")
    words = ["--workspace", str(tmp_path / "w")]
    assert main([*words, "new"]) == 0
    assert workspace.state(tmp_path / "w") == "locked"
    assert main([*words, "sessions"]) == 0
    monkeypatch.setenv("COPROD_PASSPHRASE", "three cold cups")
    capsys.readouterr()

    assert main([*words, "sessions"]) == 1
    assert "not the passphrase" in capsys.readouterr().err


def test_a_key_file_that_was_put_right_is_told_beside_what_the_command_says(run, folder):
    (folder / "vault.json").write_text("{")
    code, said, beside = run("sessions")

    assert (code, said) == (0, "There are no sessions yet.\n")
    assert "A key file of this workspace was damaged" in beside
    assert run("sessions")[2] == ""


@pytest.mark.parametrize(
    "words",
    [["sessions"], ["--workspace", "x"], ["--workspace", "x", "export", "s", "--format", "scroll", "--out", "y"]],
)
def test_wrong_usage_is_2(words):
    with pytest.raises(SystemExit) as left:
        main(words) if words != ["--workspace", "x"] else main([*words, "nonsense"])

    assert left.value.code == 2


@pytest.mark.parametrize(
    "command", [["check", "caf\udce9"], ["export", "caf\udce9", "--format", "text", "--out", "OUT"]]
)
def test_a_word_in_another_coding_is_a_sentence_and_in_no_report_of_a_fault(run, tmp_path, command):
    code, _out, said = run(*(word.replace("OUT", str(tmp_path / "out")) for word in command))
    assert code == 1
    assert "not text that can be read here. Nothing was done." in said
    assert "\udce9" not in said


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.stem)
def test_a_sample_becomes_papers_that_hold_what_they_must_and_nothing_they_must_not(run, tmp_path, sample):
    data = json.loads(sample.read_text("utf-8"))
    out = tmp_path / "out"
    assert run("import", sample)[0] == 0
    code, said, _ = run("export", data["id"], "--format", "pdf,html,json", "--out", out, "--reviewed")
    made = [Path(line) for line in said.splitlines() if line.startswith(str(out))]
    public = [p for p in made if p.parent == out]

    assert code == 0
    assert {p.suffix for p in public} == {".pdf", ".html"}
    for path in public:
        words = text_of(path)
        for never in data["expected"]["must_not_appear"]:
            assert never not in words
            assert never not in path.name
            assert never.encode() not in path.read_bytes()
        for always in data["expected"]["must_appear"]:
            assert always in words.replace("’", "'").replace("\xad", "")
    (own,) = [p for p in made if p.suffix == ".json"]
    assert own.parent.name == "private"
    assert "private" in own.name
    assert without_uids(json.loads(own.read_text("utf-8"))) == data


def test_who_looked_before_a_paper_leaves_is_asked_for_noted_and_printed(run, tmp_path):
    run("import", SAMPLES[0])
    key = json.loads(SAMPLES[0].read_text("utf-8"))["id"]
    export = ("export", key, "--reviewed", "--format", "text", "--out", tmp_path)
    assert "Before it leaves: nobody who was there" in run("check", key)[1]
    code, _, said = run(*export)
    assert (code, "Before it leaves: nobody who was there" in said) == (0, True)
    made = " ".join(text_of(file) for file in tmp_path.rglob("*.txt"))
    assert "You said" in made
    assert "Checked before it left" not in made
    code, _, wrong = run("looked", key, "--skipped", "  ")
    assert code == 1
    assert "why nobody looked" in wrong
    assert run("looked", key, "--who", "Two members", "--changed", "the heading")[0] == 0
    assert "Before it leaves" not in run("check", key)[1]
    code, files, said = run(*export)
    assert "Before it leaves" not in said
    assert "They changed: the heading" in " ".join(text_of(Path(file)) for file in files.split())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda p: p.stem)
def test_check_raises_every_warning_and_lists_every_line_not_answered(run, sample):
    expected = json.loads(sample.read_text("utf-8"))["expected"]
    key = json.loads(sample.read_text("utf-8"))["id"]
    run("import", sample)
    found = json.loads(run("check", key, "--json")[1])

    keys = {"entry", "kind", "severity", "words", "why", "blocks", "text", "field", "settled"}
    assert all(set(f) == keys for f in found)
    warned = {f["entry"] for f in found if f["severity"] == "privacy"}
    assert {w["entry"] for w in expected.get("should_warn", [])} <= warned
    waiting = [f["entry"] for f in found if f["kind"] == "unanswered"]
    said = {entry["n"]: entry["text"] for entry in json.loads(sample.read_text("utf-8"))["entries"]}
    unanswered = expected["publishable_contributions_with_no_answer_yet"]
    assert waiting == [n for n in unanswered if not is_praise(said[n])]  # praise is thanked


def test_rows_of_a_log_that_stay_out_are_told_one_by_one(run, tmp_path):
    file = tmp_path / "log.csv"
    file.write_text(
        "Our log,,,\nDate,Event,Venue,Weather\n12-Mar-26,Forum,Hall,wet\nTBC,Drop-in,Library,dry\n", "utf-8"
    )
    code, said, _ = run("import", file)

    assert (code, said.splitlines()[0]) == (0, "Added 1 sessions of a log; 0 were here already")
    assert "Row 4 was left out: “TBC” is not a date." in said
    assert "not brought in: Weather" in said


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("list.csv", b"," * 20_000_000, "far larger than any list"),
        ("file.json", b"[" * 20_000_000, "far more parts than any session"),
        ("file.json", b"x" * 20_000_000, "does not begin with a curly bracket"),
        ("list.csv", b"date,type,location" + b"," * 150_000, "150,003 columns"),
        ("list.csv", b"date,type,location\n" + b"x" * 300_000, "300,000 characters"),
    ],
)
def test_a_file_of_nothing_but_commas_is_refused_in_a_sentence(run, tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)
    code, _, refused = run("import", tmp_path / name)

    assert code == 1
    assert said in refused


def test_something_private_stops_the_paper_until_it_is_reviewed(run, tmp_path):
    data = json.loads(HOME_CARE.read_text("utf-8"))
    data["entries"][1]["text"] = "Ring me on 07700 900481 about the rota"
    file = tmp_path / "s.json"
    file.write_text(json.dumps(data))
    run("import", file)
    code, _, refused = run("export", "session-01", "--format", "pdf", "--out", tmp_path / "out")
    assert (code, list((tmp_path / "out").glob("*"))) == (1, [])
    assert "look at first" in refused
    code, said, _ = run("export", "session-01", "--format", "html", "--out", tmp_path / "out", "--reviewed")

    assert code == 0
    assert "07700 900481" in said
    settled = [f for f in json.loads(run("check", "session-01", "--json")[1]) if f["entry"] == 2]
    assert settled[0]["settled"]["decision"] == "it is fine"


def test_what_is_asked_gently_is_listed_and_stops_no_paper(run, tmp_path):
    data = json.loads(HOME_CARE.read_text("utf-8"))
    data["entries"][1]["text"] = "I tried to end it last winter"
    file = tmp_path / "s.json"
    file.write_text(json.dumps(data))
    run("import", file)
    (asked,) = [f for f in json.loads(run("check", "session-01", "--json")[1]) if f["kind"] == "health"]
    assert (asked["severity"], asked["blocks"], asked["settled"]["decision"]) == ("privacy", False, "not needed")
    assert "asked: prints as it is meanwhile" in run("check", "session-01")[1]
    assert run("export", "session-01", "--format", "html", "--out", tmp_path / "out")[0] == 0
    _, said, _ = run("export", "session-01", "--format", "html", "--out", tmp_path / "out", "--reviewed")
    assert "tells of somebody's health" in said
    (asked,) = [f for f in json.loads(run("check", "session-01", "--json")[1]) if f["kind"] == "health"]
    assert asked["settled"]["decision"] == "it is fine"


def test_reviewed_never_overrides_a_no(run, tmp_path):
    data = json.loads(STEERING.read_text("utf-8"))
    data["entries"][1] |= {"text": "Shabnam said it best", "quote_ok": True}
    data["entries"][4] |= {"text": "Never to be printed", "publish": "no"}
    data["entries"][13] |= {"text": "Nobody may quote me on this", "quote_ok": False}
    file = tmp_path / "s.json"
    file.write_text(json.dumps(data))
    run("import", file)
    run("export", "session-05", "--format", "html", "--out", tmp_path / "out", "--reviewed")
    words = text_of(next((tmp_path / "out").glob("*.html")))

    for never in ("Shabnam", "Never to be printed", "Nobody may quote me"):
        assert never not in words


def test_a_paper_with_nothing_in_it_says_what_is_missing(run, tmp_path):
    file = tmp_path / "s.json"
    file.write_text(
        json.dumps(
            {
                "format": "coprod-session/1",
                "id": "e",
                "title": "Empty",
                "session": {"type": "forum", "date": "2026-01-02"},
            }
        )
    )
    run("import", file)
    code, _, said = run("export", "e", "--format", "pdf", "--out", tmp_path / "out")

    assert code == 1
    assert "nothing to print" in said.lower()
    assert list((tmp_path / "out").glob("*")) == []


def test_a_wrong_file_is_refused_by_name_and_place(run, tmp_path):
    file = tmp_path / "half.json"
    file.write_bytes(HOME_CARE.read_bytes()[:900])
    code, _, said = run("import", file)

    assert code == 1
    assert "half.json" in said
    assert run("sessions")[1].strip() == "There are no sessions yet."
    assert run("import", tmp_path / "missing.json")[0] == 1


def test_a_session_nobody_knows_is_refused(run):
    assert run("check", "no-such")[0] == 1


def test_a_folder_that_cannot_be_written_is_a_sentence_and_nothing_lost(run, tmp_path):
    run("import", HOME_CARE)
    (tmp_path / "taken").write_text("x")
    code, _, said = run("export", "session-01", "--format", "html", "--out", tmp_path / "taken")

    assert code == 1
    assert "could not be written" in said
    assert "it is a file" in said
    assert (tmp_path / "taken").read_text() == "x"


def test_selfcheck_finds_everything_here(run):
    code, said, _ = run("selfcheck")

    assert code == 0
    assert "LOOK" not in said
    assert "cipher: 4." in said


def test_a_fault_of_the_program_says_where_and_none_of_the_words(run, tmp_path, monkeypatch):
    def broken(*_):
        raise KeyError("Winifred said so")

    run("import", HOME_CARE)
    monkeypatch.setattr("coprod_desktop.services.making.papers.findings", broken)
    code, said, told = run("check", "session-01")
    assert code == 1
    assert "Something in the program went wrong" in told
    assert "KeyError" in told
    assert "in broken" in told
    assert "Winifred" not in said + told


def scripts(tmp_path):
    data = json.loads(HOME_CARE.read_text("utf-8"))
    hebrew = {"n": 99, "kind": "story", "text": "אף אחד לא מתקשר אליי", "lang": "he", "dir": "rtl", "publish": "yes"}
    data["entries"].append(hebrew | {"quote_ok": True})
    data["entries"][1]["text"] = "Ring me on 07700 900481 about the rota 🚌"
    file = tmp_path / "s.json"
    file.write_text(json.dumps(data), "utf-8")
    return file


def test_check_tells_what_will_not_be_printed_as_it_was_typed_before_anything_is_made(run, tmp_path):
    run("import", scripts(tmp_path))
    code, said, _ = run("check", "session-01")
    assert code == 0
    assert "Words in Hebrew are not in the PDF" in said
    assert "🚌 as “(bus)”" in said

    _, listed, told = run("check", "session-01", "--json")
    assert all(f["severity"] in ("privacy", "incomplete") for f in json.loads(listed))
    assert "Words in Hebrew are not in the PDF" in told


@pytest.mark.parametrize(
    ("asked", "endings"),
    [("HTML, Pdf", {".html", ".pdf"}), ("text,text", {".txt"}), ("html,", {".html"})],
)
def test_formats_in_capitals_twice_or_with_a_loose_comma(run, tmp_path, asked, endings):
    run("import", STEERING)
    code, said, _ = run("export", "session-05", "--format", asked, "--out", tmp_path / "out", "--reviewed")
    made = [line for line in said.splitlines() if line.startswith(str(tmp_path))]
    assert code == 0
    assert {Path(line).suffix for line in made} == endings
    assert len(made) == len(set(made))


@pytest.mark.parametrize("nothing", ["", " , "])
def test_no_format_at_all_is_wrong_usage(run, tmp_path, nothing, capsys):
    with pytest.raises(SystemExit) as left:
        run("export", "session-05", "--format", nothing, "--out", tmp_path / "out")
    assert left.value.code == 2
    assert "no format is named" in capsys.readouterr().err


def test_a_paper_for_the_people_who_came_says_so(run, tmp_path):
    run("import", HOME_CARE)
    session = json.loads(HOME_CARE.read_text("utf-8"))["id"]
    code, said, _ = run("export", session, "--format", "html", "--circle", "came", "--out", tmp_path / "out")
    assert code == 0
    assert "for-who-came" in said
    assert "Please do not pass it on." in Path(said.strip()).read_text("utf-8")
    code, said, _ = run("export", session, "--format", "html", "--out", tmp_path / "out")
    assert "for-who-came" not in said
    code, _, told = run("export", session, "--kind", "slips", "--circle", "came", "--out", tmp_path / "out")
    assert code == 1
    assert "--circle" in told


def test_a_circle_nobody_knows_is_wrong_usage(run, tmp_path):
    with pytest.raises(SystemExit) as left:
        run("export", "s", "--circle", "everyone", "--out", tmp_path)
    assert left.value.code == 2


def test_sheets_to_check_ones_words_are_private(run, tmp_path):
    run("import", HOME_CARE)
    session = json.loads(HOME_CARE.read_text("utf-8"))["id"]
    code, said, _ = run("check-words", session, "--out", tmp_path / "out", "--by", "2099-01-05")
    assert code == 0
    made = [Path(row) for row in said.splitlines()]
    assert made
    assert all(path.parent.name == "private" and "private-check-my-words" in path.name for path in made)
    assert any("5 January 2099" in text_of(path) for path in made)
    code, _, told = run("check-words", session, "--out", tmp_path / "out", "--by", "2020-01-05")
    assert (code, "past" in told) == (1, True)


def test_promises_of_every_session_are_listed_once(run):
    run("import", STEERING, HOME_CARE)
    code, said, _ = run("promises", "--json")
    rows = json.loads(said)
    assert code == 0
    assert len({row["id"] for row in rows}) == len(rows)
    (policy,) = [row for row in rows if row["what"] == "Payments policy written with members"]
    assert (policy["standing"], policy["due"], policy["made_on"]) == ("overdue", "2026-10-31", None)
    assert "Payments policy written with members" in run("promises")[1]


def test_ctrl_c_ends_a_long_step_while_nothing_is_changed_and_no_later():
    before = signal.getsignal(signal.SIGINT)
    with how_far("Erasing") as part:
        part(0.1)
        os.kill(os.getpid(), signal.SIGINT)
        with pytest.raises(UserError, match=r"Stopped\."):
            part(0.2)
    with how_far("Erasing") as part:
        part(1.0)
        os.kill(os.getpid(), signal.SIGINT)  # it is on the disk by now: nothing says that it is not
    assert signal.getsignal(signal.SIGINT) is before
