"""A file that was chosen is read whole, or refused in a sentence: nothing waits for ever."""

from __future__ import annotations

import os
import sys

import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in import files


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_pipe_under_the_name_of_a_session_file_is_refused_at_once(tmp_path):
    pipe = tmp_path / "a.coprod"
    os.mkfifo(pipe)
    with pytest.raises(UserError, match="is no file"):
        files.bytes_of(pipe)


def test_a_folder_under_such_a_name_is_refused(tmp_path):
    (tmp_path / "a.coprod").mkdir()
    with pytest.raises(UserError, match="could not be read"):
        files.bytes_of(tmp_path / "a.coprod")


@pytest.mark.parametrize("name", ["a\0b.coprod", "lone \ud800.coprod"])
def test_a_name_that_no_file_can_have_is_a_sentence(tmp_path, name):
    with pytest.raises(UserError, match="could not be read"):
        files.bytes_of(tmp_path / name)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_link_is_what_it_leads_to(tmp_path):
    (tmp_path / "real.json").write_bytes(b"{}")
    for name, to in (("good", "real.json"), ("endless", "/dev/zero"), ("lost", "nowhere"), ("round", "round.coprod")):
        (tmp_path / f"{name}.coprod").symlink_to(to)
    assert files.bytes_of(tmp_path / "good.coprod") == b"{}"
    for name in ("endless", "lost", "round"):
        with pytest.raises(UserError, match=f"{name}.coprod (is no file|could not be read)"):
            files.bytes_of(tmp_path / f"{name}.coprod")
