"""The versions for the web, a committee and a newsletter: the same answers and the same noes as the paper."""

import dataclasses
from datetime import date

import pytest

from coprod_desktop.domain.record import AgendaItem, Telling, Update, Vote, VoteOption
from coprod_desktop.domain.words import Attending, EarlierStatus, PartState, UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.document import Answer, Bullets, Figure, Heading, Paragraph
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.render.html.page import render_html
from coprod_desktop.publish.stories.committee import for_the_committee
from coprod_desktop.publish.stories.figures import how_many_came
from coprod_desktop.publish.stories.news import MOST_WORDS, news_item
from coprod_desktop.publish.stories.web import for_the_web
from tests.domain.making import entry, person, point, record
from tests.publish import made_up
from tests.publish.render.papers import MADE_ON

LATER = date(2026, 12, 1)
NO = point(
    2,
    "Pay by the minute",
    answer="cannot",
    owner=None,
    due=None,
    text="The contract says blocks.",
    reason="It ends in 2028",
)


def public(*rows, also=None, **session):
    return open_gate(dataclasses.replace(record(*rows, **session), **also or {}), (), LATER)


def words(paragraph):
    return "".join(run.text for run in paragraph.runs)


def said(document):
    found = []
    for block in document.blocks:
        if isinstance(block, Heading):
            found.append(block.text)
        elif isinstance(block, Paragraph):
            found.append(words(block))
        elif isinstance(block, Bullets):
            found += map(words, block.items)
    return found


def items(document, heading):
    inside, found = False, []
    for block in document.blocks:
        if isinstance(block, Heading):
            inside = block.text == heading
        elif inside and isinstance(block, Bullets):
            found += map(words, block.items)
    return found


def test_the_web_page_begins_with_the_answers_and_each_can_be_linked_to():
    document = for_the_web(public(point(1, "Paper rotas"), NO, entry(1, "Nobody rings", quote_ok=True)))
    kinds = [type(block) for block in document.blocks]
    assert kinds.index(Answer) <= 6
    assert [b.heading for b in document.blocks if isinstance(b, Answer)] == ["Paper rotas", "Pay by the minute"]
    assert render_html(document, made_on=MADE_ON).count('<article class="answer" id="answer-') == 2


def test_the_committee_reads_numbers_decisions_promises_and_what_is_asked_of_it():
    vote = Vote(id="v", question="Which first?", options=(VoteOption(id="o", label="Rotas", votes=9),), voters=9)
    old = Telling(id="t", text="A web page", status=EarlierStatus.WILL_NOT_HAPPEN, reason="No money")
    people = [person("a", "Ana Quist", attendance=Attending.HERE)]
    made = public(
        *people,
        point(1, "Paper rotas", text="A rota each Friday"),
        NO,
        entry(1, "Late", quote_ok=True),
        also={"votes": (vote,), "earlier": (old,)},
    )
    document = for_the_committee(made)

    assert items(document, "What we ask of you") == [
        "To ask why 1 promise is late, and by when it is kept.",
        "To look at 1 no, and whether its reason holds.",
        "To see that 1 thing people said gets an answer.",
    ]
    assert items(document, "Decisions") == [
        "Which first? Most votes: Rotas, 9.",
        "2. Pay by the minute. No. We cannot. The contract says blocks. It ends in 2028.",
    ]
    promises = items(document, "Promises and answers")
    assert promises[0].startswith(
        "1. Paper rotas. We will. A rota each Friday. Head of home care. By 6 November 2026. The date passed"
    )
    assert promises[1] == "A web page. Changed to no. No money."
    assert "3 things people said: 2 answered, 1 not yet." in items(document, "In numbers")
    assert not any("Late" in line for line in said(document)), "nobody's own words"


def test_a_committee_sees_how_the_time_went_as_a_picture_and_in_words():
    agenda = (
        AgendaItem(id="a", title="Welcome", minutes=10, started="10:00", finished="10:12"),
        AgendaItem(id="b", title="Ideas", minutes=30, order=1, started="10:12", finished="10:40"),
        AgendaItem(id="c", title="Vote", minutes=10, order=2, state=PartState.NEXT_TIME),
    )
    document = for_the_committee(public(NO, also={"agenda": agenda}, start="10:00", finish_by="10:45"))

    assert "How the time went" in said(document)
    (figure,) = (block for block in document.blocks if isinstance(block, Figure))
    assert [(bar.label, bar.value, bar.shown) for bar in figure.bars] == [
        ("Welcome", 12, "12 min, planned 10"),
        ("Ideas", 28, "28 min, planned 30"),
    ]
    assert figure.words == "Welcome: planned 10 minutes, took 12. Ideas: planned 30 minutes, took 28."
    assert items(document, "How the time went") == ["Vote: planned 10 minutes, kept for next time"]
    assert "How the time went" not in said(for_the_committee(public(NO)))


def test_a_committee_is_told_of_no_day_where_people_were_given_none():
    rows = (point(1, "A", answer="not_decided", due=None), point(2, "B", answer="not_decided", due=date(2027, 3, 1)))
    assert items(for_the_committee(public(*rows)), "What we ask of you")[:2] == [
        "To see that 1 thing is decided by the day people were told.",
        "To see that 1 thing is decided: no day was given for that.",
    ]


def test_nothing_is_asked_of_a_committee_where_all_is_well():
    done = point(1, "Rotas", updates=(Update(id="u", on=date(2026, 11, 1), state=UpdateState.DONE),))
    assert items(for_the_committee(public(done)), "What we ask of you") == [
        "To note this paper. Nothing is late, and everything has an answer."
    ]


def test_news_has_the_same_answers_and_the_same_noes():
    lines = said(news_item(public(point(1, "Paper rotas", text="A rota each Friday. And more."), NO)))
    assert "Paper rotas: we will. A rota each Friday. This is late." in lines
    assert "Pay by the minute: no, we cannot. The contract says blocks. It ends in 2028." in lines


def test_news_counts_who_took_part_as_the_paper_does():
    options = (VoteOption(id="o", label="Rotas", votes=9),)
    votes = (Vote(id="v", question="First?", options=options, voters=9),)
    snapshot = public(point(1, "Paper rotas"), also={"votes": votes})
    (told,) = [line for line in said(news_item(snapshot)) if "They told us" in line]
    assert told.startswith(f"{how_many_came(snapshot)} on ")
    assert told.startswith("At least 9 people took part on ")


def test_news_says_what_won_and_asks_no_question_with_a_colon():
    votes = (
        Vote(id="v", question="Which first?", options=(VoteOption(id="o", label="Rotas", votes=9),), voters=9),
        Vote(
            id="w",
            question="When",
            options=tuple(VoteOption(id=d, label=d, votes=4) for d in ("Sat", "Wed")),
            voters=8,
            settled_by="a coin: Wed",
        ),
    )
    kept = point(
        1, "Who decides?", text="The panel", updates=(Update(id="u", on=date(2026, 11, 1), state=UpdateState.DONE),)
    )
    lines = said(news_item(public(kept, NO, also={"votes": votes})))
    assert "Which first? Most votes: Rotas (9)." in lines
    assert "When: A tie of Sat and Wed. A coin: Wed." in lines
    assert "Who decides? We will. The panel. It is done." in lines


@pytest.mark.parametrize("tell", [news_item, for_the_committee])
def test_words_from_the_right_stand_among_ours_that_are_read_from_the_left(tell):
    made = public(point(1, "الحافلة لا تقف أمام المركز", text="We wrote to the bus company."))
    (item,) = [i for b in tell(made).blocks if isinstance(b, Bullets) for i in b.items if "الحافلة" in words(i)]
    first, said_, rest = item.runs
    assert first.text.endswith("You said ")
    assert said_.dir == "rtl"
    assert not any(char.isdigit() for char in said_.text)
    assert "We wrote to the bus company." in rest.text


@pytest.mark.parametrize("seed", range(12))
def test_news_is_never_longer_and_never_better_than_the_paper(seed):
    made = made_up.snapshot(seed)
    answered = [p for p in made.points if p.answer is not None]
    if not answered:
        return
    document = news_item(made)
    draft = "This is a draft."
    many = sum(len(line.split()) for line in said(document) if not line.startswith(draft))
    assert many <= MOST_WORDS
    noes = sum(p.answer.value in {"cannot", "will_not"} for p in answered)
    shown = [line for line in said(document) if not line.startswith(draft)]
    told = sum("no, we " in line.casefold() for line in shown)
    hidden = next((line for line in said(document) if "in the paper" in line), "")
    assert told == noes or f"{noes - told} of them a no" in hidden


@pytest.mark.parametrize("kind", ["web", "committee", "news"])
def test_without_answers_there_is_none_of_them(kind):
    with pytest.raises(UserError):
        paper_kinds.paper(kind, public(entry(1, "Late", quote_ok=True)))
