"""A story told under a changed name: papers say so, and the real name stands in none of them."""

from __future__ import annotations

import json

import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, seldom
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.making import papers
from tests.desks import desk, empty_workspace, folder
from tests.services.unseen import line, session
from tests.unpack import everything_in, words_in

__all__ = ["desk", "empty_workspace", "folder"]
STORY = "I waited four hours for the lift"


@pytest.fixture
def told(desk):
    people = [
        {"id": "p1", "name": "Vashti Oddfellow", "role": "co-chair", "name_in_public": "full name"},
        {"id": "p2", "name": "Bram Tolliver", "role": "carer", "name_in_public": "full name"},
    ]
    entries = [line(1, STORY, "p1", kind="story"), line(2, "Nobody rings back", "p1"), line(3, "The bus is late", "p2")]
    return merge.import_file(desk, json.dumps(session("s", "Lifts", people=people, entries=entries)).encode()).session


def made(desk, session, folder) -> tuple[str, str]:
    papers.review(desk, session)
    paths = papers.make(desk, session, ["text", "html", "docx", "csv"], folder).paths
    return " ".join(map(words_in, paths)), " ".join(map(everything_in, paths))


def first(desk, session) -> str:
    return next(e.id for e in capture.lines(desk, session) if e.n == 1)


def test_papers_say_name_changed_and_the_real_name_is_in_none(desk, told, tmp_path):
    assert "Vashti Oddfellow" in made(desk, told, tmp_path / "before")[0]
    seldom.save_line(desk, first(desk, told), "told_as", "Maryam")
    seldom.save_line(desk, first(desk, told), "checked_with_person", True)
    words, whole = made(desk, told, tmp_path / "after")
    assert "Maryam (name changed)" in words
    assert STORY in words
    assert "Bram Tolliver" in words
    for part in ("Vashti", "Oddfellow"):
        assert part not in whole


def test_it_is_signed_by_nobody_until_it_was_checked_with_the_person(desk, told, tmp_path):
    seldom.save_line(desk, first(desk, told), "told_as", "Maryam")
    words, _ = made(desk, told, tmp_path)
    assert "Maryam" not in words
    assert "Vashti" not in words
    assert "told_as" in {found.kind for found in papers.findings(desk, told)}


def test_nobodys_real_name_is_taken_for_it(desk, told):
    with pytest.raises(UserError, match="Bram Tolliver"):
        seldom.save_line(desk, first(desk, told), "told_as", "Bram")
