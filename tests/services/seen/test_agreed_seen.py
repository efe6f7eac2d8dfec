"""What lists, timelines and reminders tell of agreed papers."""

import datetime

from coprod_desktop.domain.group_due import What
from coprod_desktop.domain.group_record import WorkGroup
from coprod_desktop.services import agreed, agreed_versions, groups_due
from coprod_desktop.services.seen import agreed as seen
from coprod_desktop.services.seen import group
from coprod_desktop.services.seen.group_row import Section


def agreed_paper(desk, kind="charter", on=None, **more):
    paper, _ = agreed.begin(desk, kind, **more)
    version = agreed.one(desk, paper).newest.id
    for heading in desk.content.agreed.of(kind).not_filled(agreed.one(desk, paper).newest.parts):
        agreed.write(desk, version, heading, "We keep to this.")
    agreed_versions.agree(desk, version, on)
    return paper, version


def a_group(desk):
    with desk.store.write("x") as tx:
        tx.add(WorkGroup(id="g", name="Home care group", kind="steering"), session=None)
    return "g"


def test_a_paper_that_was_agreed_and_its_review_stand_on_the_timeline(desk):
    """“refresh its terms of reference and methods”: the review stands where everything due stands."""
    a_group(desk)
    paper, _ = agreed_paper(desk, "terms-of-reference", desk.today() - datetime.timedelta(days=400), group="g")
    rows = group.read(desk, "g").rows
    (row,) = [row for row in rows if row.section is Section.AGREED]
    assert (row.opens.noun, row.opens.id, row.state_words) == ("agreed_paper", paper, "Agreed")
    (due,) = [row for row in rows if row.section is Section.DUE]
    assert due.words == "Look again at: Terms of reference: Home care group"
    assert due.state == "late"
    agreed_versions.looked_again(desk, agreed.one(desk, paper).newest.id)
    (due,) = [row for row in group.read(desk, "g").rows if row.section is Section.DUE]
    assert due.state == "waiting"


def test_a_draft_says_which_version_holds_meanwhile(desk):
    a_group(desk)
    paper, _ = agreed_paper(desk, group="g")
    agreed_versions.new_version(desk, paper)
    (row,) = [row for row in group.read(desk, "g").rows if row.section is Section.AGREED]
    assert row.state_words == "Draft"
    assert "Version 1 holds until then" in row.detail
    (line,) = seen.lines(desk, "g")
    assert line.draft
    assert "Version 1 holds until this one is agreed" in line.how


def test_papers_to_be_looked_at_again_are_told_of_thirty_days_before(desk):
    late, _ = agreed_paper(desk, on=desk.today() - datetime.timedelta(days=370))
    soon, _ = agreed_paper(desk, on=desk.today() - datetime.timedelta(days=345))
    agreed_paper(desk)
    assert [one.paper for one in seen.due(desk)] == [late, soon]
    assert [(one.what, one.group_name, one.is_late(desk.today())) for one in groups_due.near(desk)] == [
        (What.PAPER, "Your organisation", True),
        (What.PAPER, "Your organisation", False),
    ]
    agreed.remove(desk, late)
    assert [one.paper for one in seen.due(desk)] == [soon]
    second, _ = agreed_versions.new_version(desk, soon)
    assert [one.paper for one in seen.due(desk)] == [soon]
    agreed_versions.agree(desk, second)
    assert seen.due(desk) == ()


def test_a_method_card_is_ready_and_is_never_a_draft(desk):
    paper, _ = agreed.begin(desk, "futures-workshop")
    (line,) = seen.lines(desk)
    assert not line.draft
    assert line.state == "done"
    assert "Ready to use as it is" in line.how
    assert seen.editor(desk, paper).next is seen.NextStep.AGREE


def test_the_history_of_a_paper_is_told_newest_first(desk):
    paper, _version = agreed_paper(desk)
    second, _ = agreed_versions.new_version(desk, paper)
    agreed.say_changed(desk, second, "We meet monthly")
    first, last = seen.history(agreed.one(desk, paper))
    assert first.startswith("Version 2: Draft, begun on")
    assert first.endswith("What changed: We meet monthly")
    assert last.startswith("Version 1: Agreed on")


def test_the_editor_shows_hints_and_what_has_to_be_written(desk):
    paper, _ = agreed.begin(desk, "charter")
    shown = seen.editor(desk, paper)
    assert "It is not agreed without this." in shown.hint("What we promise")
    assert shown.hint("Something people added") == ""
    assert [one.must for one in shown.headings] == [False, True, False, False, False]
