"""Every private word that stands beside a group, filled with a mark, and every way out of a group searched for it."""

from __future__ import annotations

import dataclasses

import pytest

from coprod_desktop.domain.agreed_record import AgreedPaper, PaperState, PaperVersion, SignedUp
from coprod_desktop.domain.group_record import Member
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.log_kinds import Printed
from coprod_desktop.domain.log_record import LogLine, Publicity
from coprod_desktop.domain.looked_back_record import LookedBack, LookedBy
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.words import AnswerKind, NameInPublic
from coprod_desktop.errors import UserError
from coprod_desktop.services import (
    answers,
    capture,
    group_members,
    groups,
    learning,
    people,
    prepare,
    safeguarding,
    sessions,
)
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import agreed as making_agreed
from coprod_desktop.services.making import group_directory, papers, reports
from tests.services.making.test_unseen_sessions import FORMATS, QUICK, leaks
from tests.services.making.test_ways_out import filled

NAME = "Zzquentin Zzharbottle"


@pytest.fixture
def place(desk):
    group, _ = groups.add(desk, "The bus group", "project")
    session, _ = sessions.new(desk, title="Buses", date=desk.today(), start="10:00", group_id=group)
    prepare.use_agenda(desk, session, [(30, "Talk")])
    person, _ = people.add(desk, session, NAME, "carer")
    people.change(desk, session, person, name_in_public=NameInPublic.NONE)
    answers.add_point(desk, session, "The bus stops at nine", answer=AnswerKind.WILL, text="Ask for a later one")
    return group, session, person


def line(word, kind, **more):
    """Return a line of which every column of words holds a mark of its own."""
    found = filled(LogLine, kind=kind, **{"confirmed": True, "publicity": Publicity.ANYONE, **more})
    marks = {
        f.name: f"{word}{f.name}".lower().replace("_", "")
        for f in dataclasses.fields(found)
        if isinstance(getattr(found, f.name), str) and str(getattr(found, f.name)).startswith("zz")
    }
    return dataclasses.replace(found, **{**marks, "linked": None, "vote_id": None})


def ways_out(desk, folder, group, session):
    paths = list(group_directory.make(desk, folder / "directory").paths)
    for of in (None, group):
        for kind in reports.names():
            try:
                paths += reports.make(desk, kind, QUICK, folder / f"{kind} {of is None}", of_group=of).paths
            except UserError:
                continue  # there is nothing for this kind
    papers.review(desk, session)
    for kind in ("you-said-we-will", "agenda"):
        paths += papers.make(desk, session, QUICK, folder / kind, kind=kind).paths
    return [*paths, *papers.make(desk, session, QUICK, folder / "came", circle=Circle.CAME).paths]


MARKS = tuple(
    sorted({value for value in vars(line("zz", "decision")).values() if isinstance(value, str) and value[:2] == "zz"})
)
"""The words of such a line. Two letters alone come up by chance in a packed file."""
NARROW = {
    "private": {"publicity": Publicity.PRIVATE},
    "members": {"publicity": Publicity.MEMBERS},
    "suggested": {"confirmed": False},
    "tender": {"kind": "tender_question"},
    "pledge": {"kind": "pledge"},
    "newer": {"kind": "a kind of a newer program"},
}


@pytest.mark.parametrize("why", NARROW)
def test_a_line_is_read_by_nobody_it_is_not_for(desk, place, tmp_path, why):
    group, session, _ = place
    with desk.store.write("Lines") as tx:
        for kind in [row.kind for row in desk.content.log.rows if row.publish]:
            for on in ({"group_id": group, "session_id": session}, {"group_id": group}):
                values = {"kind": kind, **on, "on": desk.today(), **NARROW[why]}
                tx.add(line("zz", values.pop("kind"), **values), session=on.get("session_id"))
    found = leaks(ways_out(desk, tmp_path, group, session), MARKS)
    theirs = {one for one in found if "group-knows" in one[1]}  # the one paper that is for members alone
    assert bool(theirs) is (why == "members")
    assert found == theirs


def test_of_a_line_for_anyone_nothing_goes_out_but_what_its_kind_prints(desk, place, tmp_path):
    group, session, person = place
    never = set()
    with desk.store.write("Lines") as tx:
        for n, kind in enumerate(desk.content.log.rows):
            made = line(f"zz{n}x", kind.kind, group_id=group, session_id=session, on=desk.today(), person_id=person)
            asked = {field.field for field in kind.asks if field.printed is Printed.WHOLE} | {"words"}
            marked = {f.name: getattr(made, f.name) for f in dataclasses.fields(made)}
            never |= {
                value
                for name, value in marked.items()
                if isinstance(value, str) and value.startswith("zz") and (name not in asked or not kind.publish)
            }
            tx.add(made, session=session)
    assert len(never) > 100
    assert leaks(ways_out(desk, tmp_path, group, session), never) == set()


def test_what_is_kept_of_members_and_slips_is_in_no_paper_of_a_group(desk, place, tmp_path):
    group, session, person = place
    paper = new_id()
    private = (
        filled(Member, group_id=group, person_id=person, mix="carers"),
        filled(LookedBack, group_id=group, session_id=session, by=LookedBy.STAFF, on=desk.today(), answers={}),
        SignedUp(id=new_id(), paper_id=paper, person_id=person, name=NAME, on=desk.today()),
    )
    with desk.store.write("Members") as tx:
        tx.add(AgreedPaper(id=paper, group_id=group, kind="charter", title="Our charter"), session=None)
        tx.add(
            PaperVersion(
                id=new_id(), paper_id=paper, n=1, state=PaperState.AGREED, agreed_on=desk.today(), on=desk.today(),
                parts=(("What we promise", "We answer"),),
            ),
            session=None,
        )  # fmt: skip
        for row in private:
            tx.add(row, session=getattr(row, "session_id", None))
    paths = ways_out(desk, tmp_path, group, session)
    paths += making_agreed.make(desk, paper, FORMATS.papers, tmp_path / "charter").paths
    assert leaks(paths, ("zzmember", "zzlookedback", "zzquentin", "zzharbottle")) == set()


def test_no_word_of_a_line_that_was_sealed_struck_or_is_not_for_papers_is_in_a_report(desk, place, tmp_path):
    group, session, person = place
    texts = ("zzsealed buses never come", "zzstruck buses never come", "zzkept buses never come")
    made = [capture.add(desk, session, NewLine(text=text, speaker=person, theme=f"{text[:6]}theme")).added[0].id for text in texts]  # fmt: skip
    safeguarding.seal(desk, made[0])
    capture.strike(desk, made[1])
    capture.change(desk, made[2], publish="no")
    assert leaks(ways_out(desk, tmp_path, group, session), ("zzsealed", "zzstruck", "zzkept")) == set()


def test_the_file_of_learning_holds_learning_alone(desk, place, tmp_path):
    group, session, person = place
    with desk.store.write("Lines") as tx:
        for n, kind in enumerate(desk.content.log.rows):
            word = "yes" if kind.shared else f"zz{n}x"
            made = line(word, kind.kind, group_id=group, session_id=session, on=desk.today(), person_id=person)
            tx.add(dataclasses.replace(made, who=NAME, watched_by=NAME), session=session)
    given = learning.give(desk, tmp_path / "learnt.json")
    text = given.path.read_text("utf-8").lower()
    assert given.many == 1
    assert "zz" not in text
    assert "yeswords" in text
    for word in (group, session, person, "bus group"):
        assert word not in text


def test_a_member_who_may_not_be_named_is_in_no_directory_of_groups(desk, place, tmp_path):
    group, _session, _person = place
    group_members.add(desk, group, NAME, "zzrole", training="zztraining")
    assert (
        leaks(group_directory.make(desk, tmp_path).paths, ("zzrole", "zztraining", "zzquentin", "zzharbottle")) == set()
    )
