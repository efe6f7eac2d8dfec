"""The command that makes cards, the sign-in sheet and slips."""

import pytest

from coprod_desktop.__main__ import main
from tests.desks import HOME_CARE, empty_workspace, folder
from tests.unpack import words_in

__all__ = ["empty_workspace", "folder"]


@pytest.fixture
def run(folder, capsys):
    def command(*words):
        code = main(["--workspace", str(folder), *map(str, words)])
        said = capsys.readouterr()
        return code, said.out, said.err

    command("import", HOME_CARE)
    return command


def test_the_sign_in_sheet_is_private_and_other_formats_are_left_out_with_a_sentence(run, tmp_path):
    code, made, said = run("export", "session-01", "--kind", "sign-in", "--format", "all", "--out", tmp_path / "out")
    (path,) = made.split()
    assert code == 0
    assert path.startswith(str(tmp_path / "out" / "private"))
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["private"]
    assert said.startswith("The sign-in sheet is made to be written on, so this was left out: Large print (PDF);")


def test_as_many_slips_as_were_asked_for(run, tmp_path):
    slips = ("export", "session-01", "--kind", "slips", "--format", "pdf", "--out", tmp_path / "out")
    code, made, said = run(*slips, "--slips", "7")
    assert (code, said) == (0, "")
    assert words_in(next((tmp_path / "out").glob("*.pdf"))).count("What I want to say") == 7
    assert "private" not in made.rpartition("/")[2]
    with pytest.raises(SystemExit) as wrong:
        run(*slips, "--slips", "0")
    assert wrong.value.code == 2


def test_cards_without_an_agenda_are_refused_with_what_to_do(run, tmp_path):
    code, _, said = run("export", "session-01", "--kind", "cards", "--out", tmp_path / "out")
    assert code == 1
    assert "Choose an agenda under Get ready." in said
