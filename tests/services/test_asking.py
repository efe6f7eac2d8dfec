"""Questions out: each act adds one dated step, sets the point's own field with it, and is one undo."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.errors import UserError
from coprod_desktop.services import answers, asking, drafts, members_check, said_back, sessions, workspace
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.making import papers
from coprod_desktop.store import reading
from coprod_desktop.ui.asking import words
from tests.services.bring_in.test_laptops import laptops, written

__all__ = ["laptops"]


@pytest.fixture
def today(desk):
    return desk.today()


def day(desk, back):
    return desk.today() - datetime.timedelta(back)


@pytest.fixture
def point(desk, home_care):
    return answers.add_point(desk, home_care, "The rota comes late")[0]


def of(desk, point):
    return asking.of_point(desk, point)


def public(desk, session):
    papers.review(desk, session)
    return papers.snapshot(desk, session)


def told(desk, session, said="The rota comes late"):
    snapshot = public(desk, session)
    return next(p for p in snapshot.points if p.you_said == said)


def test_asking_writes_the_step_and_the_points_own_fields_in_one_undo(desk, point):
    asking.ask(desk, [point], " Director ", day(desk, 20), day(desk, 6))
    asking.chase(desk, [point], day(desk, 5), day(desk, 1))
    now = of(desk, point)
    assert (now.asked_who, now.asked_on, now.chased_on) == ("Director", day(desk, 20), day(desk, 5))
    assert [(s.step, s.to_whom) for s in now.asked] == [("asked", "Director"), ("chased", "Director")]
    workspace.undo(desk)
    now = of(desk, point)
    assert (now.chased_on, len(now.asked)) == (None, 1)
    workspace.undo(desk)
    assert (of(desk, point).asked_who, of(desk, point).asked) == (None, ())


def test_a_reply_is_kept_as_it_came_and_takes_its_draft_along(desk, home_care, point):
    asking.ask(desk, [point], "Director", day(desk, 20))
    drafts.keep(desk, f"reply:{point}", "We will", session=home_care, row=point)
    asking.replied(desk, point, day(desk, 2), "We will look at the rota.\n\nBy spring.  ")
    assert of(desk, point).asked[-1].words == "We will look at the rota.\n\nBy spring."
    assert of(desk, point).answer is None  # the answer is written from it, and is another thing
    with desk.store.read() as connection:
        assert connection.exec_driver_sql("select count(*) from draft").scalar() == 0


@pytest.mark.parametrize(
    "act",
    [
        lambda desk, p: asking.chase(desk, [p], desk.today()),
        lambda desk, p: asking.replied(desk, p, desk.today(), "Yes"),
        lambda desk, p: asking.declined(desk, [p], desk.today()),
        lambda desk, p: asking.escalate(desk, [p], "Chief", desk.today()),
        lambda desk, p: asking.ask(desk, [p], "  ", desk.today()),
        lambda desk, p: asking.ask(desk, [p], "Director", desk.today() + datetime.timedelta(1)),
        lambda desk, p: asking.ask(desk, [p], "Director", desk.today(), day(desk, 3)),
        lambda desk, p: asking.agreed(desk, [p], desk.today()),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_sentence_and_nothing_is_written(desk, point, act):
    with pytest.raises(UserError):
        act(desk, point)
    assert of(desk, point).asked == ()


def test_nobody_is_asked_again_before_they_were_asked(desk, point):
    asking.ask(desk, [point], "Director", day(desk, 3))
    with pytest.raises(UserError, match="later than this day"):
        asking.chase(desk, [point], day(desk, 4))


def test_a_silence_stands_on_the_paper_and_a_reply_ends_it(desk, home_care, point):
    asking.ask(desk, [point], "Director", day(desk, 20), day(desk, 6))
    assert told(desk, home_care).silence.startswith("Asked the Director on ")
    assert told(desk, home_care).silence.endswith("No reply.")
    asking.replied(desk, point, day(desk, 1), "We will.")
    assert "No reply" not in told(desk, home_care).silence
    answers.change_point(desk, point, answer=AnswerKind.CANNOT, reason="There is no money.")
    assert told(desk, home_care).silence is None


def test_an_undated_answer_says_the_asking_once(desk, home_care, point):
    asking.ask(desk, [point], "Director", day(desk, 20), day(desk, 6))
    answers.change_point(desk, point, answer=AnswerKind.WILL, text="Send the rota", due=desk.today())
    made = told(desk, home_care)
    assert made.asked.startswith("No date given yet. We will tell you by")
    assert made.silence.endswith("No reply.")


def test_an_owner_is_printed_by_name_only_after_agreeing(desk, home_care, point):
    answers.change_point(
        desk,
        point,
        answer=AnswerKind.WILL,
        text="Send the rota",
        due=desk.today(),
        owner="Kestrel Amblethwaite, Rota manager",
    )
    assert told(desk, home_care).owner == "Rota manager"
    assert any("agreed" in warning for warning in public(desk, home_care).warnings)
    asking.agreed(desk, [point], desk.today())
    assert told(desk, home_care).owner == "Kestrel Amblethwaite, Rota manager"
    answers.change_point(desk, point, owner="Wendeline Thackeray-Moss")
    assert told(desk, home_care).owner == "The person we asked"
    assert of(desk, point).owner_agreed is None


def test_who_came_in_a_file_counts_as_agreed_until_another_is_typed(desk, home_care):
    first = sessions.record(desk, home_care).points[0]
    assert told(desk, home_care, first.you_said).owner is not None
    before = told(desk, home_care, first.you_said).owner
    answers.change_point(desk, first.id, owner="Wendeline Thackeray-Moss")
    assert told(desk, home_care, first.you_said).owner == "The person we asked"
    workspace.undo(desk)
    assert told(desk, home_care, first.you_said).owner == before


def test_another_laptop_knows_that_an_owner_has_not_agreed(laptops):
    a, b, _, session = laptops
    first = sessions.record(a, session).points[0]
    answers.change_point(a, first.id, owner="Wendeline Thackeray-Moss")
    new = answers.add_point(
        a, session, "The rota comes late", owner="Wendeline Thackeray-Moss", answer=AnswerKind.WILL
    )[0]
    merge.import_file(b, written(a, session))
    for point in (first.id, new):
        with b.store.read() as connection:
            assert reading.one(connection, type(first), point).owner == "Wendeline Thackeray-Moss"
    said = {p.you_said: p.owner for p in public(b, session).points}
    assert said[first.you_said] == said["The rota comes late"] == "The person we asked"


def test_who_was_asked_is_never_printed_by_name_before_agreeing(desk, home_care, point):
    asking.ask(desk, [point], "Wendeline Thackeray-Moss", day(desk, 20), day(desk, 6))
    assert "Thackeray" not in str(public(desk, home_care))
    assert told(desk, home_care).silence.startswith("Asked on ")


def test_what_waits_is_listed_the_longest_first(desk, home_care, point):
    other = answers.add_point(desk, home_care, "Nobody rings back")[0]
    asking.ask(desk, [point], "Director", day(desk, 20), day(desk, 2))
    asking.ask(desk, [other], "Head of contracts", day(desk, 30), day(desk, 9))
    assert [(s.point, s.question.to_whom) for s in asking.silent(desk)] == [
        (other, "Head of contracts"),
        (point, "Director"),
    ]
    asking.replied(desk, other, desk.today(), "Yes")
    assert [s.point for s in asking.silent(desk)] == [point]
    sessions.remove(desk, home_care)
    assert asking.silent(desk) == ()


def test_the_day_people_were_to_hear_is_due_until_a_paper_went_out(desk, home_care, tmp_path):
    assert asking.nothing_back(desk) == ()
    sessions.change(desk, home_care, reply_by=day(desk, 3))
    (due,) = asking.nothing_back(desk)
    assert (due.session, due.reply_by) == (home_care, day(desk, 3))
    papers.review(desk, home_care)
    papers.make(desk, home_care, ["text"], tmp_path, kind="agenda") if sessions.record(desk, home_care).agenda else None
    assert asking.nothing_back(desk)
    made = papers.make(desk, home_care, ["text"], tmp_path)
    assert bool(asking.nothing_back(desk)) is made.draft


# ---- as replies come

MAIL = (
    "Hi,\r\n\r\nYes, we will fix it by 3 December.\r\n\r\nBest\r\nJo\r\n-- \r\nJo Platt | Director\r\nMobile 07700 900123\r\n\r\n"
    "From: Nia\r\nSubject: RE: What people asked\r\n> The rota comes late"
)


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        (MAIL, MAIL.replace("\r\n", "\n").replace("-- ", "--")),
        ("We are looking at it. " * 1000, ("We are looking at it. " * 1000).strip()),
        ("سنصلح الكرسي قبل ٣ ديسمبر", "سنصلح الكرسي قبل ٣ ديسمبر"),
        ("We will\x00 do\x0b it\x1b[31m now\ufeff", "We will do it[31m now"),
        ("  two\n\n   lines\t\n ", "two\n\n   lines"),
    ],
)
def test_a_reply_of_any_shape_is_kept_with_its_words_and_lines(desk, home_care, point, pasted, kept):
    asking.ask(desk, [point], "Director", day(desk, 9))
    asking.replied(desk, point, day(desk, 2), pasted)
    assert of(desk, point).asked[-1].words == kept
    assert "Jo Platt" not in str(public(desk, home_care))  # what a paper says of it is ours


@pytest.mark.parametrize("nothing", ["", "  \n\t ", "\u200b", "\u00a0\ufeff\u200d"])
def test_what_nobody_sees_is_no_reply_no_name_and_no_reason(desk, home_care, point, nothing):
    with pytest.raises(UserError, match="Say who was asked"):
        asking.ask(desk, [point], nothing, day(desk, 9))
    asking.ask(desk, [point], "Director", day(desk, 9))
    with pytest.raises(UserError, match="paste the reply"):
        asking.replied(desk, point, day(desk, 2), nothing)
    with pytest.raises(UserError, match="no answer yet"):
        said_back.add(desk, home_care, point, desk.today(), back=nothing)
    with pytest.raises(UserError, match="why nobody"):
        members_check.skipped(desk, home_care, "you-said-we-will", nothing, desk.today())
    assert len(of(desk, point).asked) == 1


def test_who_was_asked_is_one_line_and_a_point_ticked_twice_is_asked_once(desk, point):
    asking.ask(desk, [point, point], " Sunflower \n Team ", day(desk, 3))
    (step,) = of(desk, point).asked
    assert step.to_whom == "Sunflower Team"


def test_two_ways_to_write_one_person_are_told_as_one(desk, home_care, point):
    asking.ask(desk, [point], "Helena Marsh, Director of Housing", day(desk, 9), day(desk, 6))
    asking.ask(desk, [point], "Director of Housing", day(desk, 5), day(desk, 2))
    assert told(desk, home_care).silence.count("Director of Housing") == 1


def test_a_long_reply_is_short_in_the_row_and_whole_in_the_dialog(desk, point):
    asking.ask(desk, [point], "Director", day(desk, 9))
    asking.replied(desk, point, day(desk, 2), "We are looking at it. " * 1000)
    assert len(words.row(of(desk, point), desk.today())[1]) < 600
    assert words.longest(of(desk, point)).count("looking") == 1000
    asking.replied(desk, point, day(desk, 1), "No.")
    assert words.longest(of(desk, point)) == ""
