"""Where promises stand, over every session."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain import promises as rules
from coprod_desktop.domain.promises import Standing
from coprod_desktop.domain.words import AnswerKind, UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds
from coprod_desktop.services import answers, promises, sessions, undo_words, workspace
from coprod_desktop.services import bin as bins
from coprod_desktop.services.bring_in import merge, session_file
from coprod_desktop.services.making import papers
from coprod_desktop.store import promises as stored
from tests.desks import STEERING
from tests.publish.telling_papers import told as told_in_words

DAY = datetime.date


@pytest.fixture
def on_6_november(desk):
    """The desk on the day one promise of the sample is due."""
    return dataclasses.replace(desk, now=lambda: datetime.datetime(2026, 11, 6, 9, 0).astimezone())


def test_late_ones_come_first_then_by_date(on_6_november, home_care):
    lines = promises.lines(on_6_november)
    assert [(p.due, p.late) for p in lines] == [
        (DAY(2026, 10, 1), True),
        (DAY(2026, 10, 1), True),
        (DAY(2026, 10, 30), True),
        (DAY(2026, 11, 6), False),
        (DAY(2026, 11, 27), False),
        (DAY(2026, 12, 18), False),
    ]
    assert lines[0].days_late == 36


def test_a_no_is_not_among_promises(on_6_november, home_care):
    assert "We cannot charge by the minute." not in [p.what for p in promises.lines(on_6_november)]


def test_a_promise_carries_who_said_what_and_where(on_6_november, home_care):
    rota = next(p for p in promises.lines(on_6_november) if "rota" in p.what)
    assert rota.you_said == "Tell us who is coming and when, on paper if we want it"
    assert (rota.who, rota.session, rota.session_title) == (
        "Deshawn Okafor-Lyle",
        home_care,
        "Listening space: home care",
    )
    assert rota.state == "Not due yet"
    assert rota.days_without_news is None


def test_a_dated_update_changes_where_it_stands_and_nothing_is_overwritten(on_6_november, home_care):
    late = promises.lines(on_6_november)[0]
    promises.add_update(on_6_november, late.id, DAY(2026, 10, 20), UpdateState.IN_HAND, "Two areas agreed")
    (after,) = [p for p in promises.lines(on_6_november) if p.id == late.id]
    assert (after.last_update, after.days_without_news) == (DAY(2026, 10, 20), 17)
    promises.add_update(on_6_november, late.id, DAY(2026, 11, 5), UpdateState.DONE)
    (kept,) = [p for p in promises.lines(on_6_november) if p.id == late.id]
    assert kept.standing is Standing.KEPT_LATE
    assert kept.finished
    assert kept.days_without_news is None
    assert [u.text for u in kept.updates] == ["Two areas agreed", None]
    assert promises.lines(on_6_november)[-1].id == late.id


def test_earlier_promises_stand_as_their_paper_says(desk):
    session = merge.import_file(desk, STEERING.read_bytes()).session
    there = dataclasses.replace(desk, now=lambda: datetime.datetime(2026, 11, 22, 9, 0).astimezone())
    lines = {p.what: p for p in promises.lines(there, session) if not p.you_said}
    training = lines["Staff training run by members, 6 sessions"]
    assert training.state.startswith("We did not do this. It is 326 days late")
    assert training.days_without_news == 311
    assert lines["One web page with all co-production projects"].state == "Done, 70 days late"
    assert lines["Online forum for staff and members"].standing is Standing.CHANGED_TO_NO


def rota_of(desk, session=None):
    (found,) = [p for p in promises.lines(desk, session) if "rota" in p.what]
    return found


def later_one(desk, title="Six weeks on", day=5):
    return sessions.new(desk, title=title, date=DAY(2026, 11, day))[0]


def test_what_is_said_in_a_later_session_is_said_everywhere(on_6_november, home_care):
    desk, rota = on_6_november, rota_of(on_6_november)
    later = later_one(desk)
    promises.tell(desk, later, [rota.id])
    assert [t.promise for t in sessions.record(desk, later).earlier] == [rota.id]
    promises.add_update(desk, rota_of(desk, later).id, DAY(2026, 11, 5), UpdateState.DONE)
    assert {rota_of(desk).state, rota_of(desk, later).state, rota_of(desk, home_care).state} == {"Done, on time"}
    assert rota_of(desk, later).who == rota.who
    snapshot = papers.snapshot(desk, later, DAY(2026, 11, 6))
    (told,) = snapshot.earlier
    assert (told.said, told.owner, told.standing) == ("Done, on time", rota.who, Standing.KEPT)
    first = papers.snapshot(desk, home_care, DAY(2026, 11, 6))
    (made,) = [p for p in first.points if p.uid == told.uid]
    assert made.standing is Standing.KEPT


def test_nobody_has_said_stays_nobody_has_said(desk, home_care):
    there = dataclasses.replace(desk, now=lambda: datetime.datetime(2026, 12, 19, 9, 0).astimezone())
    rota, later = rota_of(there), later_one(there)
    promises.tell(there, later, [rota.id])
    assert "nobody has said whether it is done" in rota_of(there, later).state
    (told,) = papers.snapshot(there, later, DAY(2026, 12, 19)).earlier
    assert "nobody has said whether it is done" in told.said


def test_a_paper_tells_of_a_promise_once(on_6_november, home_care):
    later, rota = later_one(on_6_november), rota_of(on_6_november)
    promises.tell(on_6_november, later, [rota.id, rota.id])
    promises.tell(on_6_november, later, [rota.id])
    assert len(sessions.record(on_6_november, later).earlier) == 1
    assert rota.id not in {p.id for p in promises.to_tell(on_6_november, later)}


def test_a_session_looks_back_not_forward(on_6_november, home_care):
    desk, later = on_6_november, later_one(on_6_november)
    answers.add_point(desk, later, "Gates", answer=AnswerKind.WILL, text="Oil the gate")
    assert {p.session for p in promises.up_to(desk, home_care)} == {home_care}
    assert {p.session for p in promises.up_to(desk, later)} == {home_care, later}


def test_an_update_needs_a_reason_for_a_no(on_6_november, home_care):
    rota = rota_of(on_6_november)
    with pytest.raises(UserError, match="reason"):
        promises.add_update(on_6_november, rota.id, DAY(2026, 11, 5), UpdateState.CHANGED_TO_NO, " ")


# ---- on paper


def printed(desk, session, folder):
    for finding in papers.review(desk, session):
        assert finding
    return papers.make(desk, session, ["text"], folder)


def test_what_was_printed_is_answered_and_never_taken_away(desk, home_care, tmp_path):
    rota = rota_of(desk)
    printed(desk, home_care, tmp_path)
    with pytest.raises(UserError, match="on paper"):
        answers.remove_point(desk, rota.id)
    sessions.remove(desk, home_care)
    assert rota_of(desk).what == rota.what  # the session goes, what people were promised does not
    promises.add_update(desk, rota.id, DAY(2026, 11, 5), UpdateState.CHANGED_TO_NO, "The firm closed")
    assert rota_of(desk).state == "Changed to no"


def test_what_was_not_printed_can_go(desk, home_care):
    answers.remove_point(desk, rota_of(desk).id)
    assert not [p for p in promises.lines(desk) if "rota" in p.what]


def test_a_telling_keeps_what_the_paper_said_that_day(desk, home_care, tmp_path):
    rota = rota_of(desk)
    printed(desk, home_care, tmp_path)
    answers.change_point(desk, rota.id, answer=AnswerKind.CANNOT, text="No rota", reason="The firm closed")
    printed(desk, home_care, tmp_path)
    printed(desk, home_care, tmp_path)
    (point,) = [p for p in sessions.record(desk, home_care).points if p.id == rota.id]
    first, told = point.tellings  # of one answer on one day, the last
    assert first.answer is AnswerKind.WILL
    assert (told.answer, told.text) == (AnswerKind.CANNOT, "No rota")


@pytest.mark.parametrize("kind", ["you-said-we-did", "you-said-we-will"])
def test_the_update_speaks_from_the_last_word_and_the_first_paper_from_its_own_day(desk, home_care, kind):
    sessions.change(desk, home_care, as_of=DAY(2026, 10, 1))
    there = dataclasses.replace(desk, now=lambda: datetime.datetime(2026, 12, 1, 9, 0).astimezone())
    assert papers.snapshot(there, home_care, kind=kind).as_of == DAY(2026, 10, 1)
    promises.add_update(there, rota_of(there).id, DAY(2026, 11, 5), UpdateState.DONE)
    update = papers.snapshot(there, home_care, kind=kind)
    looks_back = kind == "you-said-we-did"
    assert update.as_of == (DAY(2026, 12, 1) if looks_back else DAY(2026, 10, 1))
    assert (Standing.KEPT in [p.standing for p in update.points]) is looks_back


def test_a_printed_promise_is_answered_whatever_its_answer_is_turned_into(desk, home_care, tmp_path):
    rota = rota_of(desk)
    printed(desk, home_care, tmp_path)
    for kind, standing in (
        (AnswerKind.CANNOT, Standing.CHANGED_TO_NO),
        (AnswerKind.PASSED_ON, Standing.CHANGED_TO_NO),
        (AnswerKind.ALREADY, Standing.KEPT),
        (None, Standing.NOT_DUE),
    ):
        answers.change_point(desk, rota.id, answer=kind, due=None)
        (now,) = [p for p in promises.lines(desk) if p.id == rota.id]
        assert now.standing is standing
        stands_as_worked_out(desk)


def test_undo_takes_no_printed_promise_away(desk, home_care, tmp_path):
    made, _ = answers.add_point(
        desk, home_care, "Gates", answer=AnswerKind.WILL, text="Oil the gate", owner="Estates", due=DAY(2027, 1, 1)
    )
    printed(desk, home_care, tmp_path)
    workspace.undo(desk)  # that everything was looked at
    with pytest.raises(UserError, match="on paper"):
        workspace.undo(desk)
    assert made in {p.id for p in promises.lines(desk)}


def test_a_no_from_the_beginning_is_called_by_its_answer(desk, home_care):
    answers.add_point(desk, home_care, "Taxis", answer=AnswerKind.CANNOT, reason="Money")
    (no,) = [p for p in promises.seen(desk, "no").lines if p.you_said == "Taxis"]
    assert no.state == "No. We cannot"


def test_who_says_it_is_done_is_believed_over_a_paper_that_could_not_tell_yet(later_desk):
    merge.import_file(later_desk, SPRING)
    merge.import_file(later_desk, SUMMER)
    gate = next(p for p in promises.lines(later_desk) if "gate" in p.what)
    promises.add_update(later_desk, gate.id, DAY(2026, 4, 28), UpdateState.DONE)  # before the paper said "not done"
    assert next(p for p in promises.lines(later_desk) if "gate" in p.what).state == "Done, on time"


def test_a_day_to_come_is_no_news(on_6_november, home_care):
    with pytest.raises(UserError, match="still to come"):
        promises.add_update(on_6_november, rota_of(on_6_november).id, DAY(2026, 11, 7), UpdateState.DONE)


def test_words_of_another_session_stay_on_its_own_paper(on_6_november, home_care):
    desk, rota = on_6_november, rota_of(on_6_november)
    later = later_one(desk)
    promises.tell(desk, later, [rota.id])
    promises.add_update(desk, rota.id, DAY(2026, 11, 5), UpdateState.CHANGED_TO_NO, "Somebody said it never works")
    (told,) = papers.snapshot(desk, later, DAY(2026, 11, 6), kind="you-said-we-did").earlier
    assert (told.said, told.reason) == ("Changed to no", None)


def test_a_no_that_another_paper_told_is_not_said_to_be_without_a_reason(later_desk):
    spring = merge.import_file(later_desk, SPRING).session
    told = {"text": "Mend the ramp", "due": "2026-05-31", "status": "will not happen", "reason": "The wall is listed"}
    merge.import_file(later_desk, file("autumn", "2026-09-08", told=[told]))
    snapshot = papers.snapshot(later_desk, spring, kind="you-said-we-did")
    said = told_in_words(paper_kinds.paper("you-said-we-did", snapshot).document)
    assert "The paper of a later session says why." in said
    assert "listed" not in said
    with pytest.raises(UserError, match="known where"):
        promises.join(later_desk, *[p.id for p in promises.lines(later_desk)][:2])


def test_what_a_session_in_the_bin_told_counts_no_more_and_counts_again(later_desk):
    merge.import_file(later_desk, SPRING)
    autumn = merge.import_file(later_desk, AUTUMN).session
    for act in (lambda: sessions.remove(later_desk, autumn), lambda: bins.put_back(later_desk, "session", autumn)):
        act()
        stands_as_worked_out(later_desk)
    assert next(p for p in promises.lines(later_desk) if "gate" in p.what).state == "Done, 93 days late"


def test_a_session_that_comes_back_from_the_bin_finds_what_was_told_of_it(later_desk):
    spring = merge.import_file(later_desk, SPRING).session
    sessions.remove(later_desk, spring)
    merge.import_file(later_desk, SUMMER)
    assert promises.seen(later_desk).alone == 1
    bins.put_back(later_desk, "session", spring)
    assert promises.seen(later_desk).alone == 0


def test_what_waits_to_be_told_goes_with_a_promise_that_goes(on_6_november, home_care):
    desk, rota = on_6_november, rota_of(on_6_november)
    later = later_one(desk)
    promises.tell(desk, later, [rota.id])
    answers.remove_point(desk, rota.id)
    assert sessions.record(desk, later).earlier == ()


# ---- files: a session of its own says what another promised


def file(key, day, *, made=(), told=()):
    return json.dumps(
        {
            "format": "coprod-session/1",
            "id": key,
            "title": key,
            "session": {"type": "forum", "date": day, "as_of": day},
            "entries": [],
            "promises": [
                {"id": str(n), "you_said": "Gates", "from_entries": [], "answer": "will", "text": text, "owner": owner,
                 "due": due, "reason_category": None, "reason": None}
                for n, (text, owner, due) in enumerate(made, 1)
            ],
            "previous_promises": [{"id": f"e{n}", **row} for n, row in enumerate(told, 1)],
        }
    ).encode()  # fmt: skip


GATE = ("Oil the gate", "Grounds team", "2026-04-30")
SPRING = file("spring", "2026-03-10", made=[GATE, ("Mend the ramp", "Estates", "2026-05-31")])
SUMMER = file(
    "summer", "2026-05-12", told=[{"text": "oil the  gate.", "due": "2026-04-30", "status": "not done", "last_update": "2026-05-01"}]
)  # fmt: skip
AUTUMN = file(
    "autumn",
    "2026-09-08",
    told=[
        {"text": "Oil the gate", "due": "2026-04-30", "status": "done", "done_on": "2026-08-01"},
        {"text": "Mend the ramp", "due": "2026-06-30", "status": "on track"},
    ],
)
WINTER = file("winter", "2026-12-08", told=[{"text": "Oil the gate", "due": "2026-04-30", "status": "done"}])
NEXT = file("next spring", "2027-03-09", made=[("Paint the hall", "Estates", "2027-05-01")])
YEAR = (SPRING, SUMMER, AUTUMN, WINTER, NEXT)


def where_all_stand(desk):
    return sorted((p.what.casefold().rstrip("."), p.state, p.who, p.alone) for p in promises.lines(desk))


@pytest.fixture
def later_desk(desk):
    return dataclasses.replace(desk, now=lambda: datetime.datetime(2027, 3, 10, 9, 0).astimezone())


@pytest.mark.parametrize("order", [YEAR, YEAR[::-1], (AUTUMN, SPRING, NEXT, SUMMER, WINTER)])
def test_one_promise_over_five_sessions_in_whichever_order_they_come(later_desk, order):
    for data in order:
        merge.import_file(later_desk, data)
    assert where_all_stand(later_desk) == [
        ("mend the ramp", "Not done yet. It is 253 days late", None, True),
        ("mend the ramp", "The date passed 283 days ago, and nobody has said whether it is done", "Estates", False),
        ("oil the gate", "Done, 93 days late", "Grounds team", False),
        ("paint the hall", "Not due yet", "Estates", False),
    ]


@pytest.mark.parametrize("data", YEAR)
def test_the_file_goes_out_as_it_came(later_desk, data):
    for other in YEAR:
        merge.import_file(later_desk, other)
    session = merge.import_file(later_desk, data).session
    out = session_file.as_json(sessions.record(later_desk, session))
    for name in ("promises", "previous_promises"):
        without = [{k: v for k, v in row.items() if k != "uid"} for row in out.get(name, [])]
        assert without == json.loads(data)[name]


def test_coming_in_again_changes_nothing_and_undo_leaves_no_trace(later_desk):
    merge.import_file(later_desk, SPRING)
    alone = where_all_stand(later_desk)
    merge.import_file(later_desk, AUTUMN)
    both = where_all_stand(later_desk)
    assert not any(merge.import_file(later_desk, AUTUMN).changes.all())
    assert where_all_stand(later_desk) == both
    workspace.undo(later_desk)
    assert where_all_stand(later_desk) == alone
    merge.import_file(later_desk, AUTUMN)
    assert where_all_stand(later_desk) == both


def test_what_cannot_be_joined_is_listed_and_a_person_joins_it(later_desk):
    for data in (SPRING, AUTUMN):
        merge.import_file(later_desk, data)
    (alone,) = promises.seen(later_desk, "alone").lines
    assert (alone.what, alone.due) == ("Mend the ramp", DAY(2026, 6, 30))
    best = promises.might_be(later_desk, alone)[0]
    assert best.what == "Mend the ramp"
    promises.add_update(later_desk, alone.id, DAY(2027, 1, 5), UpdateState.DONE)
    promises.join(later_desk, alone.id, best.id)
    told = undo_words.next_undo(later_desk)
    assert told is not None
    assert told.before == "the earlier promise “Mend the ramp”: the promise it tells of"
    assert promises.seen(later_desk).alone == 0
    (ramp,) = [p for p in promises.lines(later_desk) if "ramp" in p.what]
    assert (ramp.state, ramp.who) == ("Done, 219 days late", "Estates")
    workspace.undo(later_desk)
    assert promises.seen(later_desk).alone == 1


def test_the_same_words_in_two_sessions_are_left_to_a_person(later_desk):
    merge.import_file(later_desk, SPRING)
    merge.import_file(later_desk, file("april", "2026-04-01", made=[GATE]))
    merge.import_file(later_desk, SUMMER)
    assert promises.seen(later_desk).alone == 1


# ---- the index


def stands_as_worked_out(desk):
    with desk.store.read() as connection:
        rows = connection.exec_driver_sql("SELECT id, open, ended FROM point WHERE deleted_at IS NULL").all()
        points = {p.id: p for p in stored.of_ids(connection, [row[0] for row in rows])}
    for row_id, is_open, ended in rows:
        stands = rules.standing(points[row_id], DAY.max)
        assert bool(is_open) is (stands in rules.OPEN)
        assert (ended in {s.value for s in Standing}) is (stands is not None and stands not in rules.OPEN)


ACTS = st.sampled_from(
    ["will", "cannot", "done", "update done", "update no", "update in hand", "undo", "redo", "file", "tell"]
)


@given(acts=st.lists(ACTS, max_size=12))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_index_says_what_the_rows_say_after_any_history(later_desk, acts):
    desk = later_desk
    session, _ = sessions.new(desk, title="Any", date=DAY(2026, 3, 1))
    point, _ = answers.add_point(
        desk, session, "Gates", answer=AnswerKind.WILL, text="Oil the gate", due=DAY(2026, 4, 30)
    )
    for n, act in enumerate(acts):
        with contextlib.suppress(UserError):
            if act.startswith("update"):
                state = {"done": UpdateState.DONE, "no": UpdateState.CHANGED_TO_NO}.get(act[7:], UpdateState.IN_HAND)
                promises.add_update(desk, point, DAY(2026, 5, 1) + datetime.timedelta(n), state, "Because")
            elif act == "undo":
                workspace.undo(desk)
            elif act == "redo":
                workspace.redo(desk)
            elif act == "file":
                merge.import_file(desk, SUMMER)
            elif act == "tell":
                promises.tell(desk, sessions.new(desk, title="Later", date=DAY(2026, 6, 1))[0], [point])
            else:
                answers.change_point(desk, point, answer=AnswerKind(act))
        stands_as_worked_out(desk)
