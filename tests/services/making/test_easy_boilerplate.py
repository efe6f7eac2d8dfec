"""What the program itself says in Easy Read, over every sample and every kind of paper: short, plain, no hard word left."""

from __future__ import annotations

import calendar
import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest

from coprod_desktop.domain.people_record import Claim, ClaimState, PaidHow, Rate, Reward, Unit
from coprod_desktop.domain.record import Organisation, SessionRecord
from coprod_desktop.domain.words import Standing
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.document import Paragraph, Pictured
from coprod_desktop.publish.easy.chosen import EasyRead
from coprod_desktop.publish.easy.kinds import of_kind
from coprod_desktop.publish.easy.pages import easy_document
from coprod_desktop.publish.easy.progress import actions, meetings, progress
from coprod_desktop.publish.easy.signs import OF_STANDING
from coprod_desktop.publish.easy.telling import MOST_WORDS, Telling, hint, sentences_in, word_count
from coprod_desktop.publish.easy.words import word_list
from coprod_desktop.publish.own import check_words as sheets
from coprod_desktop.publish.own import money
from coprod_desktop.publish.own.cards import cards
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.services import prepare, sessions, workspace
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.making import check_words, letters, papers
from coprod_desktop.services.program import content
from coprod_desktop.store import reading
from tests.desks import EVALUATION, HOME_CARE, STEERING
from tests.publish.year_of import year_of
from tests.services import unseen

SAMPLES = (EVALUATION, HOME_CARE, STEERING)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being|be) (?:\w+ed|written|said|given|told|made|done|kept|asked)\b", re.I
)


def tellings(desk) -> Iterator[tuple[str, Telling]]:
    """Every kind of paper of the samples and of a session with one of everything, and the report over all."""
    found: list[PublicSnapshot] = []
    sessions = [merge.import_file(desk, sample.read_bytes()).session for sample in SAMPLES]
    sessions.append(merge.import_file(desk, json.dumps(unseen.one_of_each()).encode()).session)
    for session in sessions:
        papers.review(desk, session)
        for kind in paper_kinds.NAMES:
            public = papers.snapshot(desk, session, kind=kind)
            if not paper_kinds.easy_is_of(kind):
                yield f"{public.title}, {kind}", of_kind(kind, public)
        found.append(papers.snapshot(desk, session))
        yield f"{session}, cards", easy_of(cards(led(desk, session)))
        yield from letters_of(desk, session, found[-1])
        yield from money_of(desk, session)
        yield from sheets_of(desk, session)
    ordered, today = sorted(found, key=lambda s: s.date), date(2026, 11, 26)
    yield "report", progress(ordered, today)
    yield "list of actions", actions(ordered, today)
    yield "list of meetings", meetings(year_of(ordered))


def led(desk, session: str) -> SessionRecord:
    """The session with an agenda, whether it came with one or not."""
    if not sessions.record(desk, session).agenda:
        prepare.use_agenda(desk, session, next(iter(content.load().agendas().values())))
    return sessions.record(desk, session)


def letters_of(desk, session: str, public: PublicSnapshot) -> Iterator[tuple[str, Telling]]:
    """The letter to each person, as it is told to them, and one to who said nothing that may be told."""
    with desk.store.read() as connection:
        settled = reading.settlements(connection, session)
    telling = letters._Telling(sessions.record(desk, session), settled, None, public, date(2026, 11, 26))
    for person in sessions.record(desk, session).people:
        yield f"letter to {person.name}", easy_of(telling.letter(person))


def money_of(desk, session: str) -> Iterator[tuple[str, Telling]]:
    """The papers about money of somebody who was offered, asked for and got some."""
    record, day = sessions.record(desk, session), date(2026, 11, 26)
    theirs = {"person_id": "p", "session_id": None, "on": day, "pence": 440}
    claims = (
        Claim(id="a", kind="payment for time", fee=True, state=ClaimState.OFFERED, **theirs),
        Claim(id="b", kind="voucher", reward=Reward.VOUCHER, state=ClaimState.ACCEPTED, **theirs),
        Claim(id="c", kind="travel", words="bus (there)", state=ClaimState.CLAIMED, due=day, **theirs),
        Claim(id="d", kind="food", state=ClaimState.CLAIMED, paid_on=day, how=PaidHow.FINANCE, **theirs),
    )
    rate = Rate(id="r", kind="travel", fee=False, words="", pence=45, unit=Unit.MILE, from_on=day)
    for by_hand in (False, True):
        purse = money.Purse(
            name="Vashti", salutation=None, claims=claims, rates=(rate,), sessions={}, session=record.session,
            organisation=None, written_on=day, by_hand=by_hand,
        )  # fmt: skip
        for kind in (money.WHAT_YOU_GET, money.CLAIM_SHEET, money.STATEMENT):
            yield f"{kind}, {by_hand}", easy_of(money.paper(kind, purse))


def sheets_of(desk, session: str) -> Iterator[tuple[str, Telling]]:
    """The sheet on which each person checks their own words, with every way to answer that there is."""
    record, ours = sessions.record(desk, session), Organisation(id="o", phone="01632 960 123", mail="us@example.org", post="1 High St", text_number="07700 900 123")  # fmt: skip
    for person in record.people:
        lines = check_words.lines_of(record, person.id)
        if lines:
            sheet = check_words._sheet(desk, record, ours, person, lines, date(2026, 11, 26), 0)
            yield f"sheet of {person.name}", easy_of(sheets.check_words(sheet))


def easy_of(paper: Paper) -> Telling:
    assert paper.easy is not None
    return paper.easy


@pytest.fixture(scope="module")
def told(empty_workspace, tmp_path_factory):
    """Made once: nothing here changes a session."""
    folder = shutil.copytree(empty_workspace, tmp_path_factory.mktemp("told") / "workspace")
    desk = workspace.unlock(folder, None)
    yield list(tellings(desk))
    workspace.close(desk)


def test_no_sentence_of_ours_is_long_has_brackets_or_percent(told):
    wrong = [
        (name, sentence.text)
        for name, telling in told
        for topic in telling.pages
        for sentence in topic.sentences
        if sentence.ours and hint(sentence.text)
    ]
    assert wrong == []


def test_what_is_printed_has_no_long_sentence_that_the_window_does_not_point_at(told):
    for name, telling in told:
        for topic in telling.pages:
            for sentence in topic.sentences:
                longest = max((word_count(s) for s in sentences_in(sentence.text)), default=0)
                if longest > MOST_WORDS and not sentence.words.quote and sentence.is_english:
                    assert sentence.hint, f"{name}: {sentence.text}"


def test_nothing_of_ours_is_in_the_passive(told):
    ours = {s.text for _, telling in told for topic in telling.pages for s in topic.sentences if s.ours}
    assert [text for text in ours if _PASSIVE.search(_QUOTED.sub("", text))] == []


def test_every_hard_word_is_explained_where_it_first_stands(told):
    hard = word_list()
    for name, telling in told:
        known: set[str] = set()
        rows = [block for block in easy_document(telling, EasyRead()).blocks if isinstance(block, Pictured)]
        for row, after in pairwise((*rows, Pictured(None, Paragraph(())))):
            text, means = (" ".join(run.text for run in r.words.runs if run.lang is None) for r in (row, after))
            for word in hard.hard_in(text):
                there = means if row.words.quote else text
                assert word in known or hard.hard[word] in there, f"{name}: {word} in {text!r}"
                known.add(word)


def test_what_a_hard_word_means_is_one_short_sentence_itself():
    for word, meaning in word_list().hard.items():
        assert hint(meaning) == "", word
        assert len(sentences_in(meaning)) == 1, word


def test_each_point_says_what_was_said_above_what_we_say(told):
    for _, telling in told:
        for topic in telling.topics:
            if topic.title.endswith("You said"):
                assert topic.parts[0].place == "you_said"
                assert topic.parts[1].place == "we_will"
                assert topic.parts[1].label


def test_every_date_has_the_leaf_of_its_own_day(told):
    month = "|".join(calendar.month_name[1:])
    for _, telling in told:
        for topic in telling.pages:
            for sentence in topic.sentences:
                if sentence.suggested and sentence.suggested.startswith("day:"):
                    day = date.fromisoformat(sentence.suggested.removeprefix("day:"))
                    (found,) = re.findall(rf"\d+ (?:{month}) \d{{4}}", sentence.text)
                    assert found == f"{day.day} {day:%B} {day.year}"


@pytest.mark.parametrize("standing", Standing)
def test_each_way_a_promise_can_stand_has_its_sign(standing):
    assert OF_STANDING[standing]
