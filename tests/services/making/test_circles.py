"""Papers for the people who came: what only they may see is on theirs, and on no paper for anyone."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.words import Attending, NameInPublic
from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, members_check, people, permissions, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import easy_paper, papers
from coprod_desktop.services.seen import follow_up, preview

DAY = datetime.date(2026, 10, 1)
CLOSE = "The stairs lift was broken for a week"
OPEN = "The bus comes twice a day"


@pytest.fixture
def session(desk):
    made, _ = sessions.start_now(desk)
    winifred, _ = people.add(desk, made, "Winifred Ashplant", "carer", attendance=Attending.HERE)
    capture.add(desk, made, NewLine(text=CLOSE, speaker=winifred, quote_ok=True, circle=Circle.CAME))
    capture.add(desk, made, NewLine(text=OPEN, speaker=winifred, quote_ok=True))
    with desk.store.write() as tx:
        permissions.write_name(tx, winifred, NameInPublic.FULL, circle=Circle.CAME)
    return made


def made(desk, session, tmp_path, circle):
    done = papers.make(desk, session, ("html",), tmp_path / circle.name, circle=circle)
    (path,) = done.paths
    return path, path.read_text("utf-8")


def test_what_was_said_to_those_who_came_is_on_their_paper_only(desk, session, tmp_path):
    path, text = made(desk, session, tmp_path, Circle.CAME)
    assert CLOSE in text
    assert OPEN in text
    assert "Winifred Ashplant" in text
    assert "-you-said-we-will-for-who-came-" in path.name
    path, text = made(desk, session, tmp_path, Circle.ANYONE)
    assert CLOSE not in text
    assert OPEN in text
    assert "Winifred" not in text
    assert "for-who-came" not in path.name


def test_the_row_says_for_whom_it_was_made_and_whom_it_names(desk, session, tmp_path):
    for circle in Circle:
        made(desk, session, tmp_path, circle)
    with desk.store.read() as connection:
        rows = connection.exec_driver_sql("SELECT circle FROM paper ORDER BY seq").scalars().all()
    assert rows == [c.value for c in Circle]
    (person,) = people.on_list(desk, session)
    (named,) = papers.papers_naming(desk, session, person.id)
    assert papers.circle_of(named) is Circle.CAME
    assert {papers.circle_of(p) for p in papers.made_before(desk, session)} == set(Circle)


def test_of_a_paper_made_before_names_were_noted_nobody_knows_whom_it_names(desk, session, tmp_path):
    made(desk, session, tmp_path, Circle.ANYONE)
    (person,) = people.on_list(desk, session)
    assert papers.papers_naming(desk, session, person.id) == []
    with desk.store.write() as tx:
        tx.update("paper", papers.made_before(desk, session)[0].id, {"holds": "[]"})
    assert papers.papers_naming(desk, session, person.id) == papers.made_before(desk, session)


def test_a_paper_for_before_the_day_is_for_anyone(desk, home_care, tmp_path):
    with pytest.raises(UserError, match="before the day"):
        papers.make(desk, home_care, ("html",), tmp_path, kind="call-out", circle=Circle.CAME)
    assert list(tmp_path.glob("*.html")) == []
    assert preview.preview(desk, home_care, "call-out", Circle.CAME).circle is Circle.ANYONE


def test_what_is_looked_at_first_is_what_that_paper_would_print(desk, session):
    capture.add(desk, session, NewLine(text="Ring me on 07700 900123", quote_ok=True, circle=Circle.CAME))
    assert {f.words for f in papers.findings(desk, session, Circle.CAME)} >= {"07700 900123"}
    with pytest.raises(papers.Unsettled):
        papers.make(desk, session, ("html",), None, circle=Circle.CAME)


def test_the_pictures_are_of_the_paper_that_is_made(desk, session):
    def texts(circle):
        return " ".join(
            line.text for line in easy_paper.rows(desk, session, papers.paper_kinds.YOU_SAID_WE_WILL, circle)
        )

    assert CLOSE in texts(Circle.CAME)
    assert CLOSE not in texts(Circle.ANYONE)


def test_a_copy_for_who_came_is_not_made_old_by_a_paper_for_anyone(desk, session, tmp_path):
    made(desk, session, tmp_path, Circle.CAME)
    (person,) = people.on_list(desk, session)
    members_check.skipped(desk, session, "you-said-we-will", "There was no time", DAY)
    papers.sent(desk, session, papers.made_before(desk, session)[0].id, [person.id], "html", DAY)
    made(desk, session, tmp_path, Circle.ANYONE)
    (reader,) = follow_up.follow_up(desk, session).readers
    assert not reader.old
    capture.add(desk, session, NewLine(text="One thing more", quote_ok=True))
    made(desk, session, tmp_path, Circle.CAME)
    (reader,) = follow_up.follow_up(desk, session).readers
    assert reader.old
