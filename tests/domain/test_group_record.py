"""Of a group, a member, a partner, a line and a look back nothing is so that nobody said."""

import datetime

import pytest

from coprod_desktop.domain.group_record import Member, Partner, WorkGroup, gave_and_got
from coprod_desktop.domain.log_record import LogLine, LogSaid
from coprod_desktop.domain.looked_back_record import LookedBack, LookedBy


def test_what_nobody_said_is_not_so_and_each_begins_its_list():
    group, member = WorkGroup(id="g", name="Tuesday group", kind="forum"), Member(id="m", group_id="g")
    partner = Partner(id="p", group_id="g", name="Carers Hub")
    assert (group.no_end, group.order, member.co_chair, member.order) == (False, 0, False, 0)
    assert (partner.user_led, partner.independent, partner.order) == (False, False, 0)
    day = datetime.date(2026, 11, 20)
    line = LogLine(id="l", kind="risk", on=day, words="Words")
    assert (line.confirmed, line.order, LogSaid(label="Who", text="Ida").who) == (False, 0, False)
    assert LookedBack(id="b", on=day, by=LookedBy.SLIP).forms == 0


@pytest.mark.parametrize(
    ("gave", "got", "told"),
    [
        ("the room", "training", ("Gave: the room", "Got back: training")),
        (None, "training", ("Got back: training",)),
        ("the room", "", ("Gave: the room",)),
        (None, None, ()),
    ],
)
def test_what_an_organisation_gave_and_got_is_told_as_far_as_it_is_written_down(gave, got, told):
    assert gave_and_got(Partner(id="p", group_id="g", name="Carers Hub", gave=gave, got=got)) == told
