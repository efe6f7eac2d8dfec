"""Papers for when somebody leaves: who takes on finds what is open; a reference states facts; all of it is private."""

from __future__ import annotations

import datetime

import pypdfium2
import pytest

from coprod_desktop.domain.words import AnswerKind, Attending
from coprod_desktop.services import (
    answers,
    group_members,
    group_plan,
    group_sessions,
    groups,
    leaving,
    people,
    sessions,
)
from coprod_desktop.services.making import handover


@pytest.fixture
def ida(desk):
    group, _ = groups.add(desk, "Night bus forum", "forum", aim="A bus home after nine")
    ida, _ = group_members.add(
        desk, group, "Ida Ackroyd", "speaks for carers", training=("Chairing",), joined_on=datetime.date(2025, 3, 1)
    )
    group_members.add(desk, group, "Mo Bell", "co-chair")
    held, _ = group_sessions.plan_next(desk, group, desk.today())
    person = group_members.of(desk, group)[0].member.person_id
    people.change(desk, held, person, attendance=Attending.HERE)
    point, _ = answers.add_point(desk, held, "The bus stops at nine")
    due = desk.today() + datetime.timedelta(30)
    answers.change_point(desk, point, answer=AnswerKind.WILL, text="Ask for a later bus", owner="Ida Ackroyd", due=due)
    sessions.new(desk, title="The next one", date=desk.today() + datetime.timedelta(9), group_id=group)
    group_plan.add(desk, group, "Fares")
    leaving.leave(desk, ida, desk.today(), heir="Mo Bell")
    return ida


def words_of(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


def made(desk, ida, folder, kind):
    done = handover.make(desk, ida, folder, (kind,))
    assert {path.suffix for path in done.paths} == {".pdf", ".docx"}
    assert all(path.parent.name == "private" and "private" in path.name for path in done.paths)
    return words_of(next(path for path in done.paths if path.suffix == ".pdf"))


def test_whoever_takes_on_finds_what_is_open_and_who_to_ask(desk, ida, tmp_path):
    told = made(desk, ida, tmp_path, "handover")
    for words in (
        "Night bus forum",
        "Ask for a later bus",
        "Mo Bell, by",
        "The next one",
        "Fares",
        "Mo Bell (co-chair)",
    ):
        assert words in told, words
    assert "Private" in told


def test_who_takes_on_learns_that_they_were_co_chair(desk):
    group, _ = groups.add(desk, "Night bus forum", "forum")
    ida, _ = group_members.add(desk, group, "Ida Ackroyd", "speaks for carers", co_chair=True)
    group_members.add(desk, group, "Mo Bell", co_chair=True)
    assert handover.told_of(desk, ida).part == "co-chair, speaks for carers"
    leaving.leave(desk, ida, desk.today())
    told = handover.told_of(desk, ida)
    assert (told.part, told.to_ask) == ("co-chair, speaks for carers", ["Mo Bell (co-chair)"])


def test_a_reference_states_facts_and_is_noted_once(desk, ida, tmp_path):
    told = made(desk, ida, tmp_path, "group-reference")
    for words in ("Ida Ackroyd", "speaks for carers", "1 March 2025", "Chairing", "This reference states facts"):
        assert words in told, words
    assert handover.told_of(desk, ida).came_to == 1
    with desk.store.read() as connection:
        from coprod_desktop.domain.group_record import Member
        from coprod_desktop.store import reading

        assert reading.one(connection, Member, ida).reference_on == desk.today()


def test_thanks_hold_nobody_elses_name(desk, ida, tmp_path):
    told = made(desk, ida, tmp_path, "group-thanks")
    assert "You came to 1 session" in told
    assert "Mo Bell" not in told
