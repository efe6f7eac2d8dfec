import datetime

from coprod_desktop.domain import log_told
from coprod_desktop.domain.log_record import LogLine, LogSaid, Publicity
from coprod_desktop.services.program import content

KINDS = content.load().log
DAY = datetime.date(2026, 3, 2)


def line(kind="decision", publicity=Publicity.ANYONE, *, confirmed=True, **more):
    return LogLine(
        id=more.pop("id", "a"), kind=kind, on=DAY, words="Words", publicity=publicity, confirmed=confirmed, **more
    )


def told(*lines, **how):
    return log_told.told(KINDS, lines, **how)


def test_only_what_anyone_may_read_and_somebody_confirmed_is_told():
    assert [one.words for one in told(line())] == ["Words"]
    for other in (
        line(publicity=Publicity.PRIVATE),
        line(publicity=Publicity.MEMBERS),
        line(confirmed=False),
        line("tender_question"),
        line("pledge"),
        line("peer_visit"),
    ):
        assert told(other) == (), other
    assert told(line(publicity=Publicity.MEMBERS), members=True)
    assert told(line("tender_question"), members=True) == ()


def test_of_who_it_was_the_job_alone_is_told_and_no_score():
    (one,) = told(line("procurement_stage", stage="interviews or visits", score="4 of 5", lived_present="Two members"))
    assert one.said == (
        LogSaid(label="Stage", text="interviews or visits"),
        LogSaid(label="Who with lived experience took part", text="members", who=True),
    )
    (one,) = told(line(who="Director Jo Marsh", options="Online only", answer="Kept private: of another kind"))
    assert one.said == (
        LogSaid(label="Who decided", text="Director", who=True),
        LogSaid(label="Options looked at", text="Online only"),
    )
    assert told(line(who="Jo Marsh"))[0].said == ()


def test_few_people_are_not_counted_out_loud():
    (one,) = told(line("evidence", asked_n=4, misses="carers at night"))
    assert [said.text for said in one.said] == ["fewer than 5", "carers at night"]
    (one,) = told(line("recruitment_route", reached=1200))
    assert [said.text for said in one.said] == ["1,200"]


def test_lines_stand_by_kind_and_then_by_day():
    later = DAY + datetime.timedelta(1)
    lines = [line("risk", id="c"), LogLine(id="b", kind="decision", on=later, words="2", publicity=Publicity.ANYONE, confirmed=True), line(id="a")]  # fmt: skip
    assert [one.id for one in told(*lines)] == ["a", "b", "c"]
