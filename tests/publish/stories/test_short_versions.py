"""The versions for the web, a committee and a newsletter: the same answers and the same noes as the paper."""

import dataclasses
from datetime import date

import pytest

from coprod_desktop.domain.record import Telling, Update, Vote, VoteOption
from coprod_desktop.domain.words import Attending, EarlierStatus, UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.document import Answer, Bullets, Heading, Paragraph
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.render.html.page import render_html
from coprod_desktop.publish.stories.committee import for_the_committee
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
        "To ask why 1 promise is late, and by when each is kept.",
        "To note 1 no, and whether the reasons hold.",
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


def test_nothing_is_asked_of_a_committee_where_all_is_well():
    done = point(1, "Rotas", updates=(Update(id="u", on=date(2026, 11, 1), state=UpdateState.DONE),))
    assert items(for_the_committee(public(done)), "What we ask of you") == [
        "To note this paper. Nothing is late, and everything has an answer."
    ]


def test_news_has_the_same_answers_and_the_same_noes():
    lines = said(news_item(public(point(1, "Paper rotas", text="A rota each Friday. And more."), NO)))
    assert "Paper rotas: we will. A rota each Friday." in lines
    assert "Pay by the minute: no. We cannot. The contract says blocks. It ends in 2028." in lines


@pytest.mark.parametrize("seed", range(12))
def test_news_is_never_longer_and_never_better_than_the_paper(seed):
    made = made_up.snapshot(seed)
    answered = [p for p in made.points if p.answer is not None]
    if not answered:
        return
    document = news_item(made)
    draft = "This is a draft."
    many = sum(len(line.split()) for line in said(document) if not line.startswith(draft))
    assert many <= MOST_WORDS + 10
    noes = sum(p.answer.value in {"cannot", "will_not"} for p in answered)
    shown = [line for line in said(document) if ": " in line and not line.startswith(draft)]
    told = sum(": no. We " in line for line in shown)
    hidden = next((line for line in said(document) if "in the paper" in line), "")
    assert told == noes or f"{noes - told} of them a no" in hidden


@pytest.mark.parametrize("kind", ["web", "committee", "news"])
def test_without_answers_there_is_none_of_them(kind):
    with pytest.raises(UserError):
        paper_kinds.paper(kind, public(entry(1, "Late", quote_ok=True)))
