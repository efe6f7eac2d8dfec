"""Papers people agree on: written below headings, checked, agreed, published, begun anew, signed up to."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.agreed import MOST_TEXT, is_final
from coprod_desktop.domain.agreed_record import PaperState
from coprod_desktop.domain.group_record import WorkGroup
from coprod_desktop.domain.people_record import Unit
from coprod_desktop.errors import UserError
from coprod_desktop.services import agreed, agreed_versions, drafts, money, workspace
from coprod_desktop.services import bin as bins


def newest(desk, paper):
    return agreed.one(desk, paper).newest


def begun(desk, kind="charter", **more):
    paper, _ = agreed.begin(desk, kind, **more)
    return paper, newest(desk, paper).id


def agree(desk, paper, version, **more):
    """Fill what has to be filled, and agree."""
    kind = desk.content.agreed.of(agreed.one(desk, paper).paper.kind)
    for heading in kind.not_filled(newest(desk, paper).parts):
        agreed.write(desk, version, heading, "We keep to this.")
    return agreed_versions.agree(desk, version, **more)


def test_a_paper_begins_with_the_headings_of_its_kind(desk):
    """“initially agree terms of reference for their work”."""
    with desk.store.write("x") as tx:
        tx.add(WorkGroup(id="g", name="Home care group", kind="steering"), session=None)
    paper, _ = begun(desk, "terms-of-reference", group="g")
    held = agreed.one(desk, paper)
    assert held.paper.title == "Terms of reference: Home care group"
    assert held.newest.parts == desk.content.agreed.of("terms-of-reference").starting()
    assert (held.newest.n, held.newest.state, held.paper.review_every_months) == (1, PaperState.DRAFT, 12)
    assert [one.paper.id for one in agreed.every(desk, group="g")] == [paper]
    assert agreed.every(desk) == ()


def test_the_organisations_rates_stand_in_a_payment_policy_as_they_were_that_day(desk):
    """“co-design a policy for expenses and involvement payments”: rates are the organisation's, none ships."""
    money.add_rate(desk, "meeting", 2500, Unit.SESSION, fee=True)
    money.add_rate(desk, "travel", 45, Unit.MILE)
    paper, version = begun(desk, "payment-policy")
    parts = dict(newest(desk, paper).parts)
    assert parts["What we pay for time"] == "- Meeting: £25.00 for each session"
    assert parts["What we pay for costs"] == "- Travel: 45p for each mile"
    agree(desk, paper, version)
    money.add_rate(desk, "travel", 55, Unit.MILE)
    assert "45p" in dict(newest(desk, paper).parts)["What we pay for costs"]


def test_what_is_agreed_stays_and_a_new_version_takes_other_words(desk):
    """“Draft / checked by members / signed off / published, with dates”."""
    paper, version = begun(desk)
    agreed.write(desk, version, "What we want", "Better buses")
    agreed_versions.checked(desk, version, "the Tuesday group")
    agree(desk, paper, version, approved_by="The board")
    held = agreed.one(desk, paper)
    assert (held.newest.state, held.newest.agreed_on, held.paper.approved_by) == (
        PaperState.AGREED,
        desk.today(),
        "The board",
    )
    assert held.newest.review_by.year == desk.today().year + 1
    for refused in (
        lambda: agreed.write(desk, version, "What we want", "Trams"),
        lambda: agreed.rename(desk, version, "What we want", "Aim"),
        lambda: agreed.add_heading(desk, version, "Aim"),
        lambda: agreed.move(desk, version, "What we want", 1),
        lambda: agreed.remove_heading(desk, version, "What we want"),
        lambda: agreed.say_changed(desk, version, "All"),
        lambda: agreed_versions.checked(desk, version, "us"),
    ):
        with pytest.raises(UserError, match="agreed, so its words stay"):
            refused()
    agreed_versions.publish(desk, version)
    second, _ = agreed_versions.new_version(desk, paper)
    agreed.write(desk, second, "What we want", "Trams")
    held = agreed.one(desk, paper)
    assert [dict(one.parts)["What we want"] for one in held.versions] == ["Better buses", "Trams"]
    assert held.agreed.n == 1
    with pytest.raises(UserError, match="not agreed yet"):
        agreed_versions.new_version(desk, paper)


def test_words_that_members_checked_and_that_change_are_a_draft_again(desk):
    paper, version = begun(desk)
    agreed_versions.checked(desk, version, "the Tuesday group")
    agreed.write(desk, version, "What we want", "Something else")
    assert (newest(desk, paper).state, newest(desk, paper).checked_by) == (PaperState.DRAFT, None)
    workspace.undo(desk)
    assert (newest(desk, paper).state, newest(desk, paper).checked_by) == (PaperState.CHECKED, "the Tuesday group")


def test_a_definition_is_not_agreed_while_nobody_says_whose_words_it_is(desk):
    paper, version = begun(desk, "definition")
    agreed.write(desk, version, "The words we chose", "A way of working")
    with pytest.raises(UserError, match="Whose words they are"):
        agreed_versions.agree(desk, version)
    agreed.rename(desk, version, "Whose words they are", "Source")
    with pytest.raises(UserError, match="Whose words they are"):
        agreed_versions.agree(desk, version)
    agreed.rename(desk, version, "Source", "Whose words they are")
    agreed.write(desk, version, "Whose words they are", "Think Local Act Personal")
    agreed_versions.agree(desk, version)
    assert newest(desk, paper).state is PaperState.AGREED


def test_an_aim_of_which_nothing_is_filled_in_is_not_agreed(desk):
    paper, version = begun(desk, "improvement-plan")
    with pytest.raises(UserError, match="First aim"):
        agreed_versions.agree(desk, version)
    agreed.write(desk, version, "First aim", "Aim: fewer late visits\nOwner: Head of care")
    agreed_versions.agree(desk, version)
    assert is_final(newest(desk, paper).state)


def test_20000_letters_below_or_in_a_heading_are_refused_and_the_draft_stays(desk):
    paper, version = begun(desk)
    long, field = "word " * 4_000, f"paper_version:What we want {version}:text"
    drafts.keep(desk, field, long, "", row=version)
    with pytest.raises(UserError, match="20,000 letters" if len(long.rstrip()) == 20_000 else "19,999 letters"):
        agreed.write(desk, version, "What we want", long)
    assert drafts.one(desk, field).words == long
    assert dict(newest(desk, paper).parts)["What we want"] == ""
    with pytest.raises(UserError, match="20,000 letters"):
        agreed.add_heading(desk, version, "x" * 20_000)
    agreed.write(desk, version, "What we want", "x" * MOST_TEXT)
    assert drafts.one(desk, field) is None


def test_what_was_typed_below_a_heading_that_went_meanwhile_is_kept(desk):
    _, version = begun(desk)
    field = f"paper_version:What we want {version}:text"
    drafts.keep(desk, field, "Better buses", "", row=version)
    agreed.remove_heading(desk, version, "What we want")
    with pytest.raises(UserError, match="any more"):
        agreed.write(desk, version, "What we want", "Better buses")
    assert drafts.one(desk, field).words == "Better buses"


def test_who_signed_up_and_when(desk):
    """“Co-production Charter”: write, version, who signed up and when."""
    paper, _version = begun(desk)
    row, _ = agreed_versions.sign(desk, paper, "Healthwatch Northshire", on=datetime.date(2026, 1, 5))
    with pytest.raises(UserError, match="signed up on 5 January 2026 already"):
        agreed_versions.sign(desk, paper, "healthwatch  northshire")
    for wrong in (
        lambda: agreed_versions.sign(desk, paper, " "),
        lambda: agreed_versions.sign(desk, paper, "A", on=datetime.date(2999, 1, 1)),
    ):
        with pytest.raises(UserError):
            wrong()
    assert [(one.name, one.on.isoformat()) for one in agreed.one(desk, paper).signed] == [
        ("Healthwatch Northshire", "2026-01-05")
    ]
    agreed_versions.unsign(desk, row)
    assert agreed.one(desk, paper).signed == ()
    workspace.undo(desk)
    assert len(agreed.one(desk, paper).signed) == 1


def test_days_that_cannot_be_are_refused(desk):
    paper, version = begun(desk)
    tomorrow = desk.today() + datetime.timedelta(days=1)
    with pytest.raises(UserError, match="still to come"):
        agreed_versions.agree(desk, version, tomorrow)
    with pytest.raises(UserError, match="not agreed yet"):
        agreed_versions.publish(desk, version)
    agree(desk, paper, version)
    with pytest.raises(UserError, match="between the day"):
        agreed_versions.publish(desk, version, desk.today() - datetime.timedelta(days=1))
    second, _ = agreed_versions.new_version(desk, paper)
    with pytest.raises(UserError, match="cannot be earlier"):
        agreed_versions.agree(desk, second, desk.today() - datetime.timedelta(days=1))
    agreed_versions.looked_again(desk, version)
    with pytest.raises(UserError, match="1 to 120"):
        agreed.change(desk, paper, review_every_months=0)


def test_a_paper_goes_to_the_bin_with_its_versions_and_comes_back(desk):
    paper, version = begun(desk)
    agreed.write(desk, version, "What we want", "Better buses")
    agreed.remove(desk, paper)
    assert agreed.every(desk, everywhere=True) == ()
    with pytest.raises(UserError, match="taken away"):
        agreed.write(desk, version, "What we want", "Trams")
    (line,) = [one for one in bins.things(desk) if one.noun == "agreed_paper"]
    bins.put_back(desk, line.noun, line.row)
    assert dict(newest(desk, paper).parts)["What we want"] == "Better buses"


def test_a_paper_is_found_by_id_title_or_kind_and_two_of_one_name_are_told_apart(desk):
    paper, _ = begun(desk)
    assert [agreed.find(desk, by).paper.id for by in (paper, " Charter ", "charter")] == [paper] * 3
    begun(desk)
    with pytest.raises(UserError, match="2 papers are called"):
        agreed.find(desk, "Charter")
    with pytest.raises(UserError, match="no agreed paper"):
        agreed.find(desk, "Nothing")


@pytest.mark.parametrize("kind", ["privacy-notice", "nothing"])
def test_what_has_another_home_or_is_no_kind_is_refused(desk, kind):
    with pytest.raises(UserError):
        agreed.begin(desk, kind)


ACTS = st.sampled_from(
    ["write", "rename", "add", "move", "remove", "check", "agree", "publish", "new", "undo", "redo", "sign"]
)


@given(st.lists(st.tuples(ACTS, st.integers(0, 3), st.sampled_from(["", "one", "two words", "three"])), max_size=25))
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_words_of_an_agreed_version_never_change_again(desk, acts):
    """Whatever is written, agreed, published and undone afterwards: as long as it is agreed, its words are those."""
    paper, _ = begun(desk)
    seen = {}
    for act, n, words in acts:
        held = agreed.one(desk, paper)
        at = held.versions[min(n, len(held.versions) - 1)]
        heading = at.parts[min(n, len(at.parts) - 1)][0]
        try:
            match act:
                case "write":
                    agreed.write(desk, at.id, heading, words)
                case "rename":
                    agreed.rename(desk, at.id, heading, words or "Other")
                case "add":
                    agreed.add_heading(desk, at.id, words, heading)
                case "move":
                    agreed.move(desk, at.id, heading, n - 1)
                case "remove":
                    agreed.remove_heading(desk, at.id, heading)
                case "check":
                    agreed_versions.checked(desk, at.id, words)
                case "agree":
                    agreed_versions.agree(desk, at.id)
                case "publish":
                    agreed_versions.publish(desk, at.id)
                case "new":
                    agreed_versions.new_version(desk, paper)
                case "sign":
                    agreed_versions.sign(desk, paper, words)
                case "undo":
                    workspace.undo(desk)
                case "redo":
                    workspace.redo(desk)
        except UserError:
            pass
        try:
            held = agreed.one(desk, paper)
        except UserError:
            break  # undone to before there was a paper
        now = {one.id: one.parts for one in held.versions if is_final(one.state)}
        for version, parts in now.items():
            assert seen.get(version, parts) == parts
        seen = now
        assert [one.n for one in held.versions] == list(range(1, len(held.versions) + 1))
        assert not any(not is_final(one.state) for one in held.versions[:-1])


def test_the_history_of_a_subject_is_every_version_with_what_changed(desk):
    """“refresh its terms of reference and methods”: version history and review reminder."""
    paper, version = begun(desk)
    agree(desk, paper, version)
    second, _ = agreed_versions.new_version(desk, paper)
    agreed.say_changed(desk, second, "We meet every month now")
    agree(desk, paper, second)
    assert [(one.n, one.changed) for one in agreed.one(desk, paper).versions] == [
        (1, None),
        (2, "We meet every month now"),
    ]
