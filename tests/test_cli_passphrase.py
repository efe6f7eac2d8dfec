import getpass
import sys

import pytest

from coprod_desktop.__main__ import main
from coprod_desktop.cli import desk as cli_desk
from coprod_desktop.errors import UserError
from coprod_desktop.services import keys, workspace
from tests.desks import empty_workspace, folder

__all__ = ["empty_workspace", "folder"]
OWN, NEW = "three warm cups", "four warm cups"


@pytest.fixture
def run(folder, capsys, monkeypatch):
    for name in ("COPROD_PASSPHRASE", "COPROD_NEW_PASSPHRASE"):
        monkeypatch.delenv(name, raising=False)

    def command(*words, own=None, new=None):
        for name, value in (("COPROD_PASSPHRASE", own), ("COPROD_NEW_PASSPHRASE", new)):
            monkeypatch.delenv(name, raising=False)
            if value is not None:
                monkeypatch.setenv(name, value)
        code = main(["--workspace", str(folder), *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


def test_it_is_set_changed_and_taken_away(run, folder):
    code, said, beside = run("passphrase", new=OWN)
    assert (code, "holds from now on" in said, "no recovery code yet" in beside) == (0, True, True)
    assert workspace.state(folder) == "locked"
    assert run("passphrase", own=OWN, new=NEW)[0] == 0
    code, _, refused = run("sessions", own=OWN)
    assert (code, "not the passphrase" in refused) == (1, True)
    assert run("passphrase", "--none", own=NEW)[0] == 0
    assert workspace.state(folder) == "open"


def test_a_second_persons_opens_too_until_it_is_taken_away(run):
    run("passphrase", new=OWN)
    assert run("passphrase", "--second", own=OWN, new=NEW)[0] == 0
    assert run("sessions", own=NEW)[0] == 0
    assert run("passphrase", "--no-second", own=OWN)[0] == 0
    assert run("sessions", own=NEW)[0] == 1
    assert run("sessions", own=OWN)[0] == 0


def test_a_recovery_code_opens_wherever_a_passphrase_is_asked(run, folder):
    run("passphrase", new=OWN)
    code, said, refused = run("passphrase", "--recovery-code", own=OWN)
    words = [line.split(". ")[1] for line in said.splitlines() if ". " in line and line.strip()[0].isdigit()]
    assert (code, len(words)) == (1, 12)  # nobody has shown that it was written down
    assert "opens the workspace from now on" in refused
    typed = ", ".join(words).title()
    assert run("sessions", own=typed)[0] == 0
    assert run("passphrase", own=typed, new=NEW)[0] == 0
    assert run("sessions", own=NEW)[0] == 0


def test_at_a_terminal_two_words_typed_back_make_it_stand(run, folder, monkeypatch, capsys):
    run("passphrase", new=OWN)
    shown = []
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)

    def typed(prompt):
        shown.extend(capsys.readouterr().out.splitlines())
        number = int(prompt.split()[1])
        return next(line.split(". ")[1] for line in shown if line.strip().startswith(f"{number}. "))

    monkeypatch.setattr("builtins.input", typed)
    assert run("passphrase", "--recovery-code", own=OWN)[0] == 0
    desk = workspace.unlock(folder, OWN)
    assert keys.code_stands(desk)
    workspace.close(desk)


def test_a_passphrase_that_is_too_short_or_a_wrong_old_one_changes_nothing(run):
    run("passphrase", new=OWN)
    assert run("passphrase", own=OWN, new="short")[0] == 1
    assert run("passphrase", own="wrong wrong", new=NEW)[0] == 1
    assert run("sessions", own=OWN)[0] == 0


def test_wrong_ones_in_a_row_slow_down_and_end(run, folder, monkeypatch):
    run("passphrase", new=OWN)
    waits = []
    monkeypatch.delenv("COPROD_NEW_PASSPHRASE")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(getpass, "getpass", lambda _prompt: "wrong wrong")
    with pytest.raises(UserError, match="not the passphrase"):
        cli_desk.unlock(folder, sleep=waits.append)

    assert [round(wait) for wait in waits] == [0, 0, 0, 0, 2, 4, 8]


def test_only_one_thing_is_changed_at_a_time(run):
    with pytest.raises(SystemExit) as left:
        run("passphrase", "--none", "--second")
    assert left.value.code == 2
