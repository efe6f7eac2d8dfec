"""Other formats are kept from asked for to checked, and a paper tells of one only as far as anyone may know."""

from __future__ import annotations

import pytest

from coprod_desktop.domain.check.findings import blocking
from coprod_desktop.domain.week_after import FormatState
from coprod_desktop.errors import UserError
from coprod_desktop.publish.paper import fingerprint
from coprod_desktop.services import other_formats, workspace
from coprod_desktop.services.making import papers

FILM = "https://example.org/film"


@pytest.fixture
def session(desk, home_care):
    papers.review(desk, home_care)
    return home_care


def printed(desk, session):
    found = papers.paper(desk, session)
    return "\n".join(
        "".join(run.text for run in block.runs) for block in found.blocks if hasattr(block, "runs")
    )  # fmt: skip


def test_a_format_goes_from_asked_for_to_checked_and_is_one_on_the_list(desk, session):
    other_formats.note(desk, session, "BSL film", FormatState.ASKED)
    other_formats.note(desk, session, " BSL  film ", FormatState.MADE, who_signs="Jo Reid")
    (now,) = other_formats.tracked(desk, session)
    assert (now.format, now.state, now.who_signs) == ("BSL film", FormatState.MADE, "Jo Reid")


def test_one_that_is_called_otherwise_takes_the_place_of_the_chosen_one(desk, session):
    other_formats.note(desk, session, "Audio", FormatState.ASKED)
    (old,) = other_formats.tracked(desk, session)
    other_formats.note(desk, session, "Audio", FormatState.ASKED, language="Polish", instead_of=old.id)
    assert [one.language for one in other_formats.tracked(desk, session)] == ["Polish"]
    workspace.undo(desk)
    assert [one.language for one in other_formats.tracked(desk, session)] == [None]


def test_taken_off_with_every_step_and_back_by_undo(desk, session):
    for state in FormatState:
        other_formats.note(desk, session, "BSL film", state)
    (now,) = other_formats.tracked(desk, session)
    other_formats.take_off(desk, session, now.id)
    assert other_formats.tracked(desk, session) == ()
    workspace.undo(desk)
    assert other_formats.tracked(desk, session) == (now,)


def test_without_a_name_it_is_a_sentence(desk, session):
    with pytest.raises(UserError, match="There is no format yet"):
        other_formats.note(desk, session, "  ", FormatState.ASKED)


def test_a_paper_tells_of_a_film_once_it_is_checked_and_never_who_signs_or_what_stands_around_the_address(
    desk, session
):
    before = fingerprint(papers.snapshot(desk, session))
    where = f"on the council's page {FILM}, and on Jo's stick"
    other_formats.note(desk, session, "BSL film", FormatState.MADE, where_is=where, who_signs="Jo Reid")
    assert FILM not in printed(desk, session)
    assert fingerprint(papers.snapshot(desk, session)) == before
    other_formats.note(desk, session, "BSL film", FormatState.CHECKED, where_is=where, who_signs="Jo Reid")
    words = printed(desk, session)
    assert f"Also about this session: BSL film. {FILM}" in words
    assert "Jo" not in words.replace("Joint", "")
    assert fingerprint(papers.snapshot(desk, session)) != before


def test_what_a_film_is_called_is_looked_at_as_any_other_words(desk, session):
    called = "Film for Dolores Quimby, 07700 900123"
    other_formats.note(desk, session, called, FormatState.CHECKED, where_is=FILM)
    found = blocking(papers.findings(desk, session))
    assert {one.field for one in found} == {"format"}
    with pytest.raises(papers.Unsettled):
        papers.snapshot(desk, session)
