"""Members look at a draft before it leaves, and say back what they think of it: told on the paper, counted nowhere."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.check.answers import is_whole
from coprod_desktop.domain.week_after import YesNo
from coprod_desktop.domain.words import AnswerKind, UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.publish.paper_kinds import MEMBERS_LOOK
from coprod_desktop.publish.paper_kinds import YOU_SAID_WE_WILL as KIND
from coprod_desktop.publish.render.text.text import as_text
from coprod_desktop.publish.stories.progress import progress_report
from coprod_desktop.services import answers, asking, members_check, promises, said_back, sessions, workspace
from coprod_desktop.services.making import packs, papers
from coprod_desktop.services.seen import looking, preview
from coprod_desktop.services.seen.looking import State
from coprod_desktop.services.seen.paper import Questions


@pytest.fixture
def point(desk, home_care):
    return answers.add_point(
        desk, home_care, "The rota comes late", answer=AnswerKind.DONE, text="The rota comes on Fridays now."
    )[0]


def public(desk, session):
    papers.review(desk, session)
    return papers.snapshot(desk, session)


def no(desk, session, point, **more):
    return said_back.add(desk, session, point, desk.today(), answers=YesNo.NO, **more)


def test_the_paper_tells_who_looked_when_and_what_they_changed(desk, home_care):
    assert public(desk, home_care).members_check is None
    members_check.looked(desk, home_care, KIND, "Two members and a carer", desk.today(), "the heading")
    told = public(desk, home_care).members_check
    assert told.startswith("Two members and a carer looked at this on ")
    assert told.endswith("They changed: the heading")
    workspace.undo(desk)
    assert public(desk, home_care).members_check is None


def test_it_is_skipped_only_with_a_reason_which_the_paper_tells(desk, home_care):
    with pytest.raises(UserError, match="why nobody"):
        members_check.skipped(desk, home_care, KIND, "  ", desk.today())
    with pytest.raises(UserError, match="who looked"):
        members_check.looked(desk, home_care, KIND, "", desk.today())
    members_check.skipped(desk, home_care, KIND, "the group meets in January only", desk.today())
    assert "Why: the group meets in January only" in public(desk, home_care).members_check


def test_a_private_thing_in_what_they_changed_waits_like_any_other(desk, home_care):
    members_check.looked(desk, home_care, KIND, "Two members", desk.today(), "take out Mrs Obi, 01632 960001")
    with pytest.raises(papers.Unsettled):
        papers.snapshot(desk, home_care)


def test_a_check_of_another_kind_is_not_told(desk, home_care):
    members_check.looked(desk, home_care, "you-said-we-did", "Two members", desk.today())
    assert public(desk, home_care).members_check is None


@pytest.mark.parametrize("kind", ["you-said-we-will", "you-said-we-did"])
@pytest.mark.parametrize("how", ["one by one", "as packs"])
def test_what_goes_back_to_people_leaves_only_after_members_looked_or_it_says_why_not(
    desk, home_care, tmp_path, kind, how
):
    papers.review(desk, home_care)
    papers.make(desk, home_care, ("html",), tmp_path, kind=kind)
    paper, person = papers.made_before(desk, home_care)[0].id, sessions.record(desk, home_care).people[0].id

    def sent():
        if how == "as packs":
            packs.note_sent(desk, home_care, paper, {person: ("html",)}, desk.today())
        else:
            papers.sent(desk, home_care, paper, [person], "html", desk.today())

    with pytest.raises(members_check.NotLookedAt, match="looked at this paper"):
        sent()
    other = next(k for k in MEMBERS_LOOK if k != kind)
    members_check.looked(desk, home_care, other, "Two members", desk.today())
    with pytest.raises(members_check.NotLookedAt):
        sent()
    assert papers.sent_before(desk, home_care) == []
    members_check.skipped(desk, home_care, kind, "the group meets in January only", desk.today())
    sent()
    assert len(papers.sent_before(desk, home_care)) == 1
    assert "January only" in papers.snapshot(desk, home_care, kind=kind).members_check


def test_what_is_for_before_the_day_or_for_others_waits_for_nobody(desk, home_care, tmp_path):
    papers.review(desk, home_care)
    person = sessions.record(desk, home_care).people[0].id
    for kind in ("ground-rules", "committee", "web"):
        papers.make(desk, home_care, ("html",), tmp_path, kind=kind)
        papers.sent(desk, home_care, papers.made_before(desk, home_care)[0].id, [person], "html", desk.today())
        assert members_check.asks(sessions.record(desk, home_care), kind) == ()


def test_the_paper_page_asks_it_beside_the_page_and_never_before_it(desk, home_care):
    papers.review(desk, home_care)
    shown = preview.preview(desk, home_care)
    questions = Questions()
    questions.show(home_care, looking.items(shown.findings))
    for item in questions.waiting:
        questions.put_off(item)
    assert questions.now is None  # the page is shown: members look at it
    assert "Before it leaves: nobody who was there has looked at this paper yet" in questions.looked()[1]
    item = next(one for one in questions.items if one.state is State.LEAVES)
    questions.choose(item.id)
    assert questions.now is item
    assert [words for _, words in item.choices()] == ["Note who looked…", "Leave it for now"]
    assert not shown.document.running_head.count("looked")  # it makes no draft of what is answered
    members_check.looked(desk, home_care, KIND, "Two members", desk.today())
    assert not any(one.state is State.LEAVES for one in looking.items(preview.preview(desk, home_care).findings))


def test_a_no_opens_the_point_again_everywhere_until_something_is_changed(desk, home_care, point):
    assert is_whole(asking.of_point(desk, point))
    before = sessions.waiting(desk, home_care)
    no(desk, home_care, point, back="It still comes on Mondays")
    assert not is_whole(asking.of_point(desk, point))
    line = next(p for p in promises.lines(desk, home_care) if p.id == point)
    assert line.reopened
    assert not line.finished
    assert "It still comes on Mondays" in line.state
    assert point in {p.id for p in promises.seen(desk).lines if not p.finished}
    answers.change_point(desk, point, text="From now on the rota comes on Fridays, by post too.")
    assert is_whole(asking.of_point(desk, point))
    assert not next(p for p in promises.lines(desk, home_care) if p.id == point).reopened
    assert sessions.waiting(desk, home_care) == before


def test_a_word_on_how_it_goes_is_an_answer_too(desk, home_care, point):
    no(desk, home_care, point)
    promises.add_update(desk, point, desk.today(), UpdateState.IN_HAND, "We asked the office again")
    assert not asking.of_point(desk, point).reopened


def test_the_paper_tells_what_it_changed_and_never_a_score_or_their_words(desk, home_care, point):
    for _ in range(3):
        no(desk, home_care, point, back="Zebraman says no")
    told = next(p for p in public(desk, home_care).points if p.you_said == "The rota comes late").said_back
    assert "We are looking at it again." in told
    answers.change_point(desk, point, text="By post too.")
    snapshot = public(desk, home_care)
    told = next(p for p in snapshot.points if p.you_said == "The rota comes late").said_back
    assert "So we looked again. We changed the words of our answer." in told
    assert "Zebraman" not in str(snapshot)
    assert "3" not in told.replace(str(desk.today().day), "")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"text": "By post too."}, "We changed the words of our answer."),
        ({"you_said": "The rota comes late on Mondays"}, "We changed the words of what you said."),
        (
            {"answer": AnswerKind.CANNOT, "reason": "No money"},
            "We changed our answer. Before, it was: We will. We now say why.",
        ),
        ({"owner": "The rota team"}, "Somebody else does it now."),
        ({"owner": None}, "We no longer say who does it."),
        ({"due": datetime.date(2026, 12, 1)}, "We changed the day. Before, it was 6 November."),
        ({"due": None}, "We no longer give a day."),
        ({"look_again": "in spring"}, "We now say when we look at it again."),
        (
            {"text": "By post.", "due": datetime.date(2027, 1, 5)},
            "We changed the words of our answer. We changed the day.",
        ),
    ],
)
def test_what_a_no_changed_is_told_on_the_update_and_in_the_progress_report(desk, home_care, changes, told):
    first = {
        "answer": AnswerKind.WILL,
        "text": "On Fridays.",
        "owner": "Head of care",
        "due": datetime.date(2026, 11, 6),
    }
    made, _ = answers.add_point(desk, home_care, "The rota comes late", **first)
    answers.change_point(desk, made, text="Each Friday.")  # before the no: it changed nothing of this
    no(desk, home_care, made, back="Zebraman says no")
    answers.change_point(desk, made, **changes)
    papers.review(desk, home_care)
    said = " ".join(as_text(papers.paper(desk, home_care, "you-said-we-did")).split())
    assert f"So we looked again. {told}" in said
    assert "Zebraman" not in said
    report = progress_report([papers.snapshot(desk, home_care, kind="you-said-we-did")], desk.today())
    assert told in " ".join(as_text(report.document).split())
    easy = " ".join(s.text for topic in report.easy.topics for s in topic.sentences)
    assert told.split(". ")[0].rstrip(".") in " ".join(easy.split())


def test_an_answer_that_is_the_same_again_is_told_as_the_same(desk, home_care, point):
    no(desk, home_care, point)
    answers.change_point(desk, point, text="Something else.")
    answers.change_point(desk, point, text="The rota comes on Fridays now.")
    told = next(p for p in public(desk, home_care).points if p.you_said == "The rota comes late").said_back
    assert told.endswith("So we looked again. Our answer is the same.")


def test_news_after_a_no_is_told_as_what_it_changed(desk, home_care, point):
    no(desk, home_care, point)
    promises.add_update(desk, point, desk.today(), UpdateState.IN_HAND, "We asked the office again")
    told = next(p for p in public(desk, home_care).points if p.you_said == "The rota comes late").said_back
    assert told.endswith("We wrote down how it is going.")


def test_a_yes_opens_nothing(desk, home_care, point):
    said_back.add(desk, home_care, point, desk.today(), right=YesNo.YES, answers=YesNo.PARTLY, back="Thanks")
    assert not asking.of_point(desk, point).reopened
    said_back.add(desk, home_care, None, desk.today(), answers=YesNo.NO)
    assert not asking.of_point(desk, point).reopened
    with pytest.raises(UserError, match="no answer yet"):
        said_back.add(desk, home_care, point, desk.today())


def test_the_three_questions_stand_at_the_end_of_a_paper(desk, home_care):
    papers.review(desk, home_care)
    told = as_text(papers.paper(desk, home_care))
    for question in ("Did we get your words right?", "Does this answer you?", "What would you say back?"):
        assert told.count(question) == 1
    assert told.index("What would you say back?") > told.index("What happens next")


acts = st.lists(st.sampled_from(["no", "yes", "text", "update", "undo"]), max_size=6)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts)
def test_over_any_history_it_is_open_exactly_when_a_no_came_last(desk, home_care, history):
    point = answers.add_point(desk, home_care, "A point", answer=AnswerKind.DONE, text="Done.")[0]
    stood, open_now = [], False
    for at, act in enumerate(history):
        if act == "undo":
            if stood:
                workspace.undo(desk)
                open_now = stood.pop()
        else:
            stood.append(open_now)
            if act == "no":
                no(desk, home_care, point)
                open_now = True
            elif act == "yes":
                said_back.add(desk, home_care, point, desk.today(), answers=YesNo.YES)
            elif act == "text":
                answers.change_point(desk, point, text=f"Done, {at}.")
                open_now = False
            else:
                promises.add_update(desk, point, desk.today(), UpdateState.IN_HAND, str(at))
                open_now = False
        if act != "undo":
            assert asking.of_point(desk, point).reopened is open_now
