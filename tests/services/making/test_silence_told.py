"""A director's silence, from the question to every printed page: told everywhere, each time once, nobody named too early."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.easy.kinds import you_said_we_will as easy_read
from coprod_desktop.publish.render.braille import reading as braille
from coprod_desktop.publish.stories.you_said_we_will import you_said_we_will
from coprod_desktop.services import answers, asking, capture, members_check, people, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import letters, papers, questions, reports
from tests.unpack import words_in

WHO = "Helena Marsh, Director of Adult Social Care"
WORDS = "The day centre closes at three and I am alone"
NO_REPLY = "No reply."


@pytest.fixture
def session(desk):
    made, _ = sessions.new(
        desk, title="Day centre listening space", type="listening space", date=desk.today() - datetime.timedelta(30),
        contact="Ask Nia Rowe, 01632 960 777", reply_by=desk.today() - datetime.timedelta(1),
    )  # fmt: skip
    return made


@pytest.fixture
def marged(desk, session):
    made, _ = people.add(desk, session, "Marged Pugh", "draws on care")
    people.arrive(desk, session, made)
    return made


@pytest.fixture
def point(desk, session, marged):
    line = capture.add(desk, session, NewLine(text=WORDS, speaker=marged, quote_ok=True)).added[0].id
    made, _ = answers.add_point(desk, session, "The day centre closes too early", [line])
    answers.add_point(desk, session, "No quiet room", answer=AnswerKind.WILL, text="We will.", owner="The centre",
                      due=desk.today() + datetime.timedelta(30))  # fmt: skip
    asking.ask(desk, [made], WHO, day(desk, 24), day(desk, 14))
    asking.chase(desk, [made], day(desk, 13), day(desk, 3))
    papers.review(desk, session)
    return made


def day(desk, back):
    return desk.today() - datetime.timedelta(back)


def words(path):
    if path.suffix == ".brf":
        return " ".join(braille.what_it_says(path.read_bytes(), contracted=False).split())
    return " ".join(words_in(path).split())


@pytest.mark.parametrize("kind", ["you-said-we-will", "you-said-we-did", "web", "committee"])
def test_every_format_of_every_kind_tells_it_once_and_names_nobody(desk, session, point, tmp_path, kind):
    forms = ("pdf", "large-print", "easy-read", "html", "epub", "docx", "text", "braille")
    for path in papers.make(desk, session, forms, tmp_path, kind=kind).paths:
        if path.suffix == ".brf" and "uncontracted" not in path.name:
            continue
        said = words(path).casefold()
        assert said.count("no reply.") == 1, path.name
        assert said.count("director of adult social care") == 1, path.name
        assert "helena" not in said


def test_her_letter_tells_it_with_her_own_words_and_owes_it_once(desk, session, point, marged, tmp_path):
    made = letters.make(desk, session, tmp_path, [marged], ["text"])
    said = words(next(p for p in made.paths if "aloud" not in p.name))
    assert said.count(NO_REPLY) == said.count(WORDS) == said.count("Director of Adult Social Care") == 1
    assert "We still owe you an answer" not in said  # it stands under its point
    assert "Helena" not in said


def test_the_sheet_that_asks_again_says_when_it_was_asked(desk, session, point, tmp_path):
    made = questions.make(desk, session, tmp_path, None, ["text"])
    said = words(next(p for p in made.paths if "aloud" not in p.name))
    assert f"For: {WHO}" in said
    assert "We asked you on" in said
    assert "They said: The day centre closes too early" in said


def test_the_co_chairs_see_who_was_asked_and_that_nothing_came(desk, session, point, tmp_path):
    said = words(questions.compare(desk, session, tmp_path, ["text"]).paths[0])
    assert f"Whom we asked: Asked {WHO} on" in said
    assert NO_REPLY in said


def test_reports_count_each_thing_once_and_tell_the_silence(desk, session, point, tmp_path):
    made = reports.make(desk, "progress-report", ["text"], tmp_path)
    said = words(next(p for p in made.paths if "aloud" not in p.name))
    assert "1 thing people said has no answer yet." in said
    assert said.count(NO_REPLY) == 1
    assert "came::" not in said


def test_a_day_that_is_past_is_told_as_past(desk, session, point):
    told = str(papers.paper(desk, session).blocks)
    assert "That day is past, and not everything has an answer. We are sorry." in told
    committee = str(papers.paper(desk, session, "committee").blocks)
    assert "1 thing people said gets an answer: people were told" in committee
    answers.change_point(
        desk, point, answer=AnswerKind.CANNOT, text="We cannot.", reason="No money", look_again="in May"
    )
    assert "That day is past" not in str(papers.paper(desk, session).blocks)


def test_easy_read_counts_as_every_other_format_does(desk, session, point):
    snapshot = papers.snapshot(desk, session)
    assert "1 has an answer here. 1 has no answer yet." in str(you_said_we_will(snapshot).blocks)
    easy = [s.text for topic in easy_read(snapshot).topics for part in topic.parts for s in part.sentences]
    assert "This paper has 2 things you said.\n1 of them has no answer yet." in easy
    assert not [text for text in easy if "We still owe you" in text]  # it stands under its point, and nowhere else


def test_that_nobody_looked_is_told_without_a_tick(desk, session, point):
    members_check.skipped(desk, session, paper_kinds.YOU_SAID_WE_WILL, "No time", desk.today())
    easy = easy_read(papers.snapshot(desk, session, kind=paper_kinds.YOU_SAID_WE_WILL))
    (nobody,) = [s for t in easy.topics for p in t.parts for s in p.sentences if s.text.startswith("Nobody looked")]
    assert nobody.suggested is None


def test_what_waits_is_one_reason_for_a_draft(desk, session, point):
    assert papers.snapshot(desk, session).draft_reasons == ("1 thing not answered yet",)


@pytest.mark.parametrize("owner", [WHO, "helena marsh", "HELENA MARSH, Director of  Adult Social Care"])
def test_who_declines_after_agreeing_is_named_no_more_and_the_paper_says_what_is_missing(desk, session, point, owner):
    answers.change_point(desk, point, answer=AnswerKind.WILL, text="We will stay open.", owner=owner,
                         due=desk.today() + datetime.timedelta(40))  # fmt: skip
    asking.agreed(desk, [point], day(desk, 2))
    papers.review(desk, session)
    assert "Helena".casefold() in str(papers.paper(desk, session).blocks).casefold()
    asking.declined(desk, [point], day(desk, 1), "I have moved on")
    papers.review(desk, session)
    for kind in (paper_kinds.YOU_SAID_WE_WILL, paper_kinds.YOU_SAID_WE_DID, "web", "committee"):
        told = str(papers.paper(desk, session, kind).blocks)
        assert "helena" not in told.casefold()
        assert "They did not take it on" in told
    assert papers.snapshot(desk, session).draft


def test_somebody_else_who_does_it_stays_when_who_was_asked_declines(desk, session, point):
    answers.change_point(desk, point, answer=AnswerKind.WILL, text="We will.", owner="The centre manager",
                         due=desk.today() + datetime.timedelta(40))  # fmt: skip
    asking.declined(desk, [point], day(desk, 1))
    assert asking.of_point(desk, point).owner == "The centre manager"
