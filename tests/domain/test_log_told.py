import datetime

from coprod_desktop.domain import log_told
from coprod_desktop.domain.log_kinds import LogField, LogKind, Printed, Typed
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


def field(name, how=Typed.WORDS, **more):
    return LogField(field=name, label=name.title(), how=how, **more)


def test_what_stands_behind_a_line_is_told_in_the_order_its_kind_asks():
    kind = LogKind(
        kind="visit", words="Visit", many="Visits", button="learnt",
        asks=(
            *(field("by", Typed.DATE), field("until", Typed.DATE), field("asked_n", Typed.WHOLE), field("theme")),
            *(field("who", printed=Printed.JOB), field("options"), field("score", printed=Printed.NEVER)),
        ),
    )  # fmt: skip
    one = line("visit", by=DAY, until=DAY, asked_n=0, theme=None, who="Jo Marsh", options=("a", "b"), score="4")
    assert [(said.label, said.text) for said in log_told.said(kind, one)] == [
        *(("By", "2 March 2026"), ("Asked_N", "0"), ("Options", "a, b")),
    ]
    few = [next(log_told.said(kind, line("visit", asked_n=n))).text for n in (1, 4, 5, 1234)]
    assert few == ["fewer than 5", "fewer than 5", "5", "1,234"]
    assert list(log_told.said(kind, line("visit", options=()))) == []


def test_a_line_tells_its_last_day_only_where_its_kind_asks_for_one():
    later = DAY + datetime.timedelta(3)
    asks = next(kind for kind in KINDS.rows if kind.publish and kind.asked("until"))
    no = next(kind for kind in KINDS.rows if kind.publish and not kind.asked("until"))
    assert [told(line(kind.kind, until=later))[0].until for kind in (asks, no)] == [later, None]
    (one,) = told(line(asks.kind, id="x"))
    assert (one.id, one.kind, one.heading, one.on, one.words) == ("x", asks.kind, asks.many, DAY, "Words")


def test_lines_of_one_day_stand_by_their_ids():
    assert [one.id for one in told(line(id="b"), line(id="a"))] == ["a", "b"]
