"""Of a group, a member, a partner, a line and a look back nothing is so that nobody said."""

import datetime

from coprod_desktop.domain.group_record import Member, Partner, WorkGroup
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
