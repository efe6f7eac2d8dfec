"""What has to be chosen once is asked in the moment it is needed; what was typed is saved after the choice."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from coprod_desktop.domain.privacy_notice import CONDITIONS
from coprod_desktop.services import people, sessions, workspace
from coprod_desktop.services.rights import privacy
from coprod_desktop.ui.dialogs.condition import ConditionDialog
from coprod_desktop.ui.window.asking_first import AskingFirst


@pytest.fixture
def bare(tmp_path, runner, parent):
    folder = tmp_path / "bare"
    workspace.create(folder, None)
    desk = workspace.unlock(folder, None)
    had, runner.desk = runner.desk, desk
    AskingFirst(parent, runner)
    yield desk
    runner.wait_idle()
    runner.desk = had
    workspace.close(desk)


@pytest.fixture
def person(bare):
    session = sessions.start_now(bare)[0]
    return session, people.add(bare, session, "Zora Quillfeather", "resident")[0]


def asked(qtbot) -> ConditionDialog:
    qtbot.waitUntil(
        lambda: any(isinstance(w, ConditionDialog) and w.isVisible() for w in QApplication.topLevelWidgets())
    )
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, ConditionDialog) and w.isVisible())


def needs(desk, session) -> list[str]:
    return [need.need for need in people.on_list(desk, session)[0].needs]


def test_after_the_choice_what_waited_is_saved(bare, person, runner, qtbot):
    session, who = person
    done = []
    runner.do(people.add_need, session, who, "large print", done=done.append)
    runner.do(people.add_need, session, who, "hearing loop", done=done.append)
    dialog = asked(qtbot)
    runner.wait_idle()
    assert needs(bare, session) == []
    assert not any(choice.isChecked() for choice in dialog.choices)

    dialog.choose.click()
    assert dialog.isVisible()
    dialog.choices[1].click()
    dialog.choose.click()

    qtbot.waitUntil(lambda: len(done) == 2)
    assert sorted(needs(bare, session)) == ["hearing loop", "large print"]
    assert privacy.privacy(bare).article9 == CONDITIONS[1]


def test_not_now_saves_nothing_and_gives_back_what_was_typed(bare, person, runner, qtbot):
    session, who = person
    refused = []
    runner.do(people.add_need, session, who, "large print", failed=refused.append)
    asked(qtbot).not_now.click()
    qtbot.waitUntil(lambda: bool(refused))
    assert "Choose once" in refused[0].what
    assert needs(bare, session) == []
    runner.do(people.add_need, session, who, "large print", failed=refused.append)
    asked(qtbot).not_now.click()
    qtbot.waitUntil(lambda: len(refused) == 2)
