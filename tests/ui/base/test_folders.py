"""A question for a folder begins where there is one."""

from __future__ import annotations

from coprod_desktop.ui.base.folders import near


def test_a_folder_that_is_not_there_yet_is_asked_for_from_the_nearest_one_that_is(tmp_path):
    assert near(tmp_path) == tmp_path
    assert near(tmp_path / "share" / "coprod-desktop") == tmp_path
