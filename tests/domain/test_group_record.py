"""Of a group, a member and a partner nothing is so that nobody said."""

from coprod_desktop.domain.group_record import Member, Partner, WorkGroup


def test_what_nobody_said_is_not_so_and_each_begins_its_list():
    group, member = WorkGroup(id="g", name="Tuesday group", kind="forum"), Member(id="m", group_id="g")
    partner = Partner(id="p", group_id="g", name="Carers Hub")
    assert (group.no_end, group.order, member.co_chair, member.order) == (False, 0, False, 0)
    assert (partner.user_led, partner.independent, partner.order) == (False, False, 0)
