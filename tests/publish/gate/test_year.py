"""What the gate lets through of a year: each thing beside its own words, people in fives, what waits left out."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from coprod_desktop.domain.log_record import LogSaid, LogTold
from coprod_desktop.domain.permission_fields import of_record
from coprod_desktop.domain.promises import Standing
from coprod_desktop.domain.record import Organisation, Session, SessionRecord
from coprod_desktop.domain.report_span import Span
from coprod_desktop.domain.words import Group, Nation, SessionState
from coprod_desktop.domain.year_record import (
    GroupTold,
    MeasureTold,
    Number,
    OwnPromise,
    PaperTold,
    RungTold,
    SessionHeld,
    YearCounts,
    YearFacts,
)
from coprod_desktop.publish.gate import open_gate, open_year
from coprod_desktop.publish.gate.year import told
from coprod_desktop.publish.public_year import (
    PublicBank,
    PublicBody,
    PublicChange,
    PublicHeld,
    PublicLogLine,
    PublicOwn,
    PublicPaperAt,
    PublicRungAt,
    PublicYear,
)
from coprod_desktop.publish.snapshot import PublicCount
from tests.domain.making import DAY, person, record

MAY, JUNE, NEXT = datetime.date(2026, 5, 3), datetime.date(2026, 6, 4), datetime.date(2027, 2, 1)
PEOPLE = (
    person("ida", "Ida Moor", "social worker", "first name"),
    person("bo", "Bo Lindqvist", "carer"),
    *(person(f"c{n}", f"Ana Quist{n}", "carer") for n in range(5)),
)
SECRET = "Bo Lindqvist said so"
"""Words in which something private is not settled."""
HELD = SessionHeld(
    id="s1",
    date=MAY,
    end_date=datetime.date(2026, 5, 4),
    title="The ramp",
    type="workshop",
    place="Hill Hall",
    locality="The north",
    for_whom="Everyone who cares",
    state=SessionState.MOVED,
    state_why="The hall was shut.",
    moved_from=datetime.date(2026, 4, 1),
    learnt="Start with tea",
)
GROUP = GroupTold(
    id="g",
    name="The Marrow group",
    kind="partnership board",
    facts=(("Aim", "Better buses"), ("Meets", " "), ("Budget", "Small")),
    mix={Group.CARERS: 6, Group.STAFF: 4, Group.OTHERS: 0},
    members=11,
    only_staff_chair=True,
    partners=(("Sunrise Trust", "Runs the buses"), ("Moonlight Trust", ""), (" ", "Nobody")),
    committee_on=NEXT,
)
LINE = LogTold(
    id="l",
    kind="decision",
    heading="Decisions",
    on=JUNE,
    words="The gate stays open",
    said=(
        LogSaid(label="By", text="Ida Moor", who=True),
        LogSaid(label="Why", text="It is safer"),
        LogSaid(label="So", text=" "),
    ),
)
PROMISE = OwnPromise(
    id="o",
    on=JUNE,
    group="The Marrow group",
    what="We paint the gate",
    owner="Ida Moor",
    due=NEXT,
    standing=Standing.NOT_DUE,
    stands="Not done yet",
    why="Paint is dear",
)
PAPER = PaperTold(
    id="q",
    kind="Terms of reference",
    title="How we work",
    n=2,
    how="Agreed",
    on=JUNE,
    final=True,
    review_by=NEXT,
    signed=7,
)
CHANGE = MeasureTold(id="m", question="Do buses come?", sentence="From 10% to 20%.", source="The survey")
COUNTS = YearCounts(
    sessions=4, times_came=12, not_counted=1, groups={Group.LIVED_EXPERIENCE: 5, Group.STAFF: 3},
    stands={Standing.NOT_DUE: 2}, noes=3,
)  # fmt: skip
FACTS = YearFacts(
    span=Span(MAY, JUNE),
    as_of=NEXT,
    counts=COUNTS,
    numbers=(Number(label="Sessions", shown="4", source="The list"),),
    sessions=(HELD,),
    sessions_more=3,
    organisation="Marrow Council",
    nation=Nation.WALES,
    group=GROUP,
    log=(LINE,),
    log_more={"decision": 2},
    own=(PROMISE,),
    papers=(PAPER,),
    measures=(CHANGE,),
    rungs=(RungTold(on=MAY, aimed="co-design", reached=None, by="Members"), RungTold(on=JUNE, aimed=None, reached="doing to", by="Staff")),
    reported=(("The year before", MAY),),
)  # fmt: skip


def opened(facts: YearFacts, *snapshots, organisation=None, settled=(), bank=None) -> PublicYear:
    rows = SessionRecord(
        session=Session(id="r", key="r", title="", type="", date=facts.as_of),
        others=PEOPLE,
        told=told(facts),
        permissions=of_record(record(*PEOPLE)),
    )
    return open_year(rows, settled, facts, snapshots, bank, organisation)


def test_of_a_year_each_thing_is_told_beside_its_own_words():
    of_one = open_gate(record(), (), DAY)
    bank = PublicBank(only_came=2)
    assert opened(FACTS, of_one, organisation=Organisation(id="o", name="Marrow"), bank=bank) == PublicYear(
        span=Span(MAY, JUNE),
        first=MAY,
        last=datetime.date(2026, 5, 4),
        as_of=NEXT,
        organisation="Marrow Council",
        brand=open_gate(record(), (), DAY, Organisation(id="o", name="Marrow")).brand,
        nation=Nation.WALES,
        group=PublicBody(
            name="The Marrow group",
            kind="partnership board",
            facts=(("Aim", "Better buses"), ("Budget", "Small")),
            mix=(
                PublicCount(label="carers", count=None, hidden_as="5 to 9"),
                PublicCount(label="staff", count=None, hidden_as="fewer than 5"),
            ),
            members="10 to 14",
            only_staff_chair=True,
            partners=(("Sunrise Trust", "Runs the buses"), ("Moonlight Trust", None)),
            committee_on=NEXT,
        ),
        held=(
            PublicHeld(
                date=MAY,
                end_date=datetime.date(2026, 5, 4),
                title="The ramp",
                type="workshop",
                place="Hill Hall",
                for_whom="Everyone who cares",
                locality="The north",
                state="Moved from 1 April 2026: The hall was shut",
                held=True,
                learnt="Start with tea",
            ),
        ),
        held_more=3,
        numbers=FACTS.numbers,
        came=(
            PublicCount(label="people with lived experience", count=None, hidden_as="5 to 9"),
            PublicCount(label="staff", count=None, hidden_as="fewer than 5"),
        ),
        times_came="10 to 14",
        not_counted=1,
        stands={**dict.fromkeys(Standing, 0), Standing.NOT_DUE: 2},
        noes=3,
        told=(of_one,),
        told_of=4,
        log=(
            PublicLogLine(
                kind="decision",
                heading="Decisions",
                on=JUNE,
                words="The gate stays open",
                beside=(("By", "Ida"), ("Why", "It is safer")),
            ),
        ),
        log_more={"decision": 2},
        own=(
            PublicOwn(
                on=JUNE,
                group="The Marrow group",
                what="We paint the gate",
                owner="Ida",
                due=NEXT,
                standing=Standing.NOT_DUE,
                stands="Not done yet",
                why="Paint is dear",
                uid="o",
            ),
        ),
        papers=(
            PublicPaperAt(
                kind="Terms of reference",
                title="How we work",
                n=2,
                how="Agreed",
                on=JUNE,
                final=True,
                review_by=NEXT,
                signed="5 to 9",
            ),
        ),
        changes=(PublicChange(question="Do buses come?", sentence="From 10% to 20%.", source="The survey"),),
        rungs=(
            PublicRungAt(on=MAY, aimed="co-design", reached=None, by="Members"),
            PublicRungAt(on=JUNE, aimed=None, reached="doing to", by="Staff"),
        ),
        reported=(("The year before", MAY),),
        bank=bank,
        withheld=(),
    )


def test_of_what_nobody_wrote_down_a_year_says_nothing_or_what_it_is():
    bare = YearFacts(
        span=Span(),
        as_of=NEXT,
        counts=YearCounts(),
        numbers=(),
        sessions=(SessionHeld(id="s1", date=MAY, title="", type=" "),),
        group=GroupTold(id="g", name="", kind=""),
        papers=(
            PaperTold(id="q", kind="", title="", n=1, how="Draft", on=MAY, final=False),
            PaperTold(id="r", kind="Charter", title=" ", n=1, how="Draft", on=MAY, final=False),
        ),
        measures=(replace(CHANGE, question=" "), replace(CHANGE, id="n", source=None)),
        own=(replace(PROMISE, what=" "), replace(PROMISE, id="p", owner=None, group="", why=None)),
        log=(replace(LINE, words=" "), replace(LINE, id="k", said=())),
    )
    made = opened(bare)
    assert (made.first, made.last, made.organisation, made.brand, made.nation) == (MAY, MAY, None, None, None)
    assert made.held == (PublicHeld(date=MAY, end_date=None, title=None, type="session", place=None),)
    assert (made.group.name, made.group.kind, made.group.members, made.group.mix) == ("This group", "group", "", ())
    assert (made.times_came, made.came) == ("", ())
    assert [(one.kind, one.title, one.signed) for one in made.papers] == [
        ("A paper", "A paper", ""),
        ("Charter", "Charter", ""),
    ]
    assert made.changes == (PublicChange(question="Do buses come?", sentence="From 10% to 20%.", source=None),)
    assert [(one.uid, one.owner, one.group, one.why) for one in made.own] == [("p", None, None, None)]
    assert [(one.words, one.beside) for one in made.log] == [("The gate stays open", ())]
    assert made.withheld == ()
    assert opened(replace(bare, group=None)).group is None


def test_a_year_is_from_the_first_to_the_last_day_of_sessions_that_were_held():
    sessions = (
        replace(HELD, id="a", date=datetime.date(2026, 1, 5), end_date=None, state=SessionState.CANCELLED),
        replace(HELD, id="b", date=MAY, end_date=datetime.date(2026, 7, 1)),
        replace(HELD, id="c", date=JUNE, end_date=None),
        replace(HELD, id="d", date=datetime.date(2026, 12, 5), end_date=None, state=SessionState.CANCELLED),
    )
    made = opened(replace(FACTS, sessions=sessions))
    assert (made.first, made.last) == (MAY, datetime.date(2026, 7, 1))
    assert [one.held for one in made.held] == [False, True, True, False]
    assert made.held[0].state == "Cancelled: The hall was shut"
    none_held = opened(replace(FACTS, sessions=sessions[:1]))
    assert (none_held.first, none_held.last) == (None, None)


OTHERWISE = {
    "the session on 3 May 2026": [
        {"sessions": (replace(HELD, **{field: SECRET}),)}
        for field in ("title", "type", "place", "locality", "for_whom", "state_why", "learnt")
    ],
    "what is known about the group": [
        {"group": replace(GROUP, **changed)}
        for changed in (
            {"name": SECRET},
            {"kind": SECRET},
            {"facts": (("Aim", SECRET),)},
            {"partners": ((SECRET, "Runs the buses"),)},
            {"partners": (("Sunrise Trust", SECRET),)},
        )
    ],
    "a promise of the group of 4 June 2026": [
        {"own": (replace(PROMISE, **{field: SECRET}),)} for field in ("what", "group", "why")
    ],
    "the log, under “Decisions”, on 4 June 2026": [
        {"log": (replace(LINE, words=SECRET),)},
        {"log": (replace(LINE, said=(LogSaid(label="Why", text=SECRET),)),)},
    ],
}


@pytest.mark.parametrize(("about", "changed"), [(about, one) for about, every in OTHERWISE.items() for one in every])
def test_words_in_which_something_private_waits_are_left_out_and_told_by_where_they_are(about, changed):
    """A report must not be held back by one line, and nobody may read the line in it."""
    made = opened(replace(FACTS, **changed))
    assert set(made.withheld) == {about}
    assert "Lindqvist" not in repr(made)


def test_what_waits_twice_in_one_row_is_told_once_and_in_two_rows_twice():
    lines = (replace(LINE, said=()), replace(LINE, said=(LogSaid(label="Why", text=SECRET),) * 2))
    assert opened(replace(FACTS, log=lines)).withheld == ("the log, under “Decisions”, on 4 June 2026",)
    lines = (replace(LINE, words=SECRET), replace(LINE, id="k", words=SECRET))
    assert len(opened(replace(FACTS, log=lines)).withheld) == 2


def test_a_name_of_a_place_is_looked_at_as_one_and_an_owner_as_one():
    """A venue may be called after somebody; a sentence may not. Who does something appears as they chose."""
    asked = {(one.row, one.what) for one in told(FACTS) if one.what != "written"}
    assert asked == {("s1", "venue"), ("g", "venue"), ("l", "owner"), ("o", "venue"), ("o", "owner")}
    assert {one.words for one in told(FACTS) if one.what == "venue"} == {
        *("Hill Hall", "The north", "Everyone who cares", "The Marrow group", "Sunrise Trust", "Moonlight Trust")
    }
    assert {one.words for one in told(FACTS) if one.what == "owner"} == {"Ida Moor"}
    assert opened(replace(FACTS, own=(replace(PROMISE, owner="Bo Lindqvist"),))).own[0].owner == "A member of the group"
