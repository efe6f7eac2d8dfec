"""The version for a committee, on a page or two: numbers, decisions, promises, and what is asked of the committee.

The same answers and the same noes as the paper people get; nothing in it is anybody's own words (practice D30).
"""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.domain import answers
from coprod_desktop.domain.promises import OPEN, Standing, score_of
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.errors import UserError
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Block, Bullets, Document, Heading, Paragraph, Run
from coprod_desktop.publish.snapshot import PublicPoint, PublicSnapshot, PublicVote
from coprod_desktop.publish.stories import head
from coprod_desktop.publish.stories.asked import members_check
from coprod_desktop.publish.stories.figures import words_of_who_came
from coprod_desktop.publish.stories.lines import how_many
from coprod_desktop.publish.stories.time_went import time_went
from coprod_desktop.publish.stories.words import begun_with, counted, labelled, listed, plain, sentence
from coprod_desktop.publish.stories.you_said_we_did import how_it_stands, is_no

TITLE = "For the committee"


def for_the_committee(snapshot: PublicSnapshot) -> Document:
    """Return the version for a committee. UserError when there is nothing to decide on or to follow up."""
    if not (snapshot.points or snapshot.votes or snapshot.earlier):
        raise UserError(
            "There is nothing for a committee yet: no answers, no votes and no earlier promises.",
            "Give answers on Answer.",
        )
    blocks = (
        *head.head(snapshot, TITLE),
        *head.draft(snapshot),
        *members_check(snapshot),
        *_asked(snapshot),
        *_numbers(snapshot),
        *_decisions(snapshot),
        *_promises(snapshot),
        *_not_answered(snapshot),
        *time_went(snapshot),
    )
    reasons = ", ".join(snapshot.draft_reasons)
    return head.told(snapshot, TITLE, blocks, f"Draft: {reasons}" if snapshot.draft else TITLE)


def _asked(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield what is asked of the committee: it follows from what is late, not decided, refused or not answered."""
    late = [p.text or p.you_said for p in snapshot.points if p.standing is Standing.OVERDUE]
    late += [p.text for p in snapshot.earlier if p.standing is Standing.OVERDUE]
    undecided = [p for p in snapshot.points if p.tells and p.standing is Standing.NOT_DUE]
    noes = [p for p in snapshot.points if is_no(p)]
    waiting = how_many(snapshot)[1]
    asked = []
    if late:
        each = "it" if len(late) == 1 else "each"
        asked.append(f"To ask why {counted(len(late), 'promise is', 'promises are')} late, and by when {each} is kept.")
    if dated := sum(p.due is not None for p in undecided):
        asked.append(f"To see that {counted(dated, 'thing is', 'things are')} decided by the day people were told.")
    if undated := len(undecided) - dated:
        asked.append(f"To see that {counted(undated, 'thing is', 'things are')} decided: no day was given for that.")
    if noes:
        hold = "whether its reason holds" if len(noes) == 1 else "whether the reasons hold"
        asked.append(f"To look at {counted(len(noes), 'no', 'noes')}, and {hold}.")
    if waiting:
        asked.append(
            f"To see that {counted(waiting, 'thing people said gets', 'things people said get')} an answer{_by(snapshot)}."
        )
    if snapshot.access.how_many and not snapshot.access.what_was_done:
        asked.append("To ask what is done about what made it hard to take part.")
    yield Heading(2, "What we ask of you")
    yield Bullets(tuple(map(plain, asked or ["To note this paper. Nothing is late, and everything has an answer."])))


def _by(snapshot: PublicSnapshot) -> str:
    if snapshot.reply_by is None:
        return ""
    if snapshot.reply_by < snapshot.as_of:
        return f": people were told {in_words(snapshot.reply_by)}"
    return f" by {in_words(snapshot.reply_by)}"


def _numbers(snapshot: PublicSnapshot) -> Iterator[Block]:
    answered, waiting = how_many(snapshot)
    stands = [p.standing for p in snapshot.points if p.standing is not None]
    before = [p.standing for p in snapshot.earlier]
    barriers = snapshot.access.how_many
    lines = [
        words_of_who_came(snapshot),
        f"{counted(answered + waiting, 'thing', 'things')} people said: {answered} answered, {waiting} not yet.",
        f"Promises made here: {score_of(stands)}." if stands else "",
        f"Earlier promises: {score_of(before)}." if before else "",
        f"{counted(barriers, 'thing', 'things')} made it hard for someone to take part." if barriers else "",
        f"As things stood on {in_words(snapshot.as_of)}.",
    ]
    yield Heading(2, "In numbers")
    yield Bullets(tuple(plain(line) for line in lines if line))


def _decisions(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield what people decided by vote, and every no with its reason."""
    items = [_vote(vote) for vote in snapshot.votes]
    items += [_point(point, _why(point)) for point in snapshot.points if is_no(point)]
    if items:
        yield Heading(2, "Decisions")
        yield Bullets(tuple(items))
    if about := labelled("What could not change", snapshot.cannot_change):
        yield about


def _vote(vote: PublicVote) -> Paragraph:
    ranked = sorted((o for o in vote.options if not o.out and o.eligible is not False), key=lambda o: -o.votes)
    if vote.tied:
        result = f"A tie: {listed(vote.tied)}. {sentence(vote.settled_by or 'The room settles it')}"
    elif ranked and ranked[0].votes:
        result = f"Most votes: {ranked[0].label}, {ranked[0].votes}."
    else:
        result = "Nothing got a vote."
    return Paragraph((Run(f"{sentence(vote.question)} ", strong=True), Run(result)))


def _promises(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield every other answer in one line: what, who, by when, how it stands; late ones first."""
    answered = [p for p in snapshot.points if p.answer is not None and not is_no(p)]
    late_first = sorted(answered, key=lambda point: not point.late)
    items = [_point(point, _who_and_when(point)) for point in late_first]
    for promise in snapshot.earlier:
        parts = (promise.owner, promise.said, promise.reason_category, promise.reason)
        items.append(_line(promise.text, [part for part in parts if part]))
    if items:
        yield Heading(2, "Promises and answers")
        yield Bullets(tuple(items))


def _not_answered(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield each point without an answer, with whom we asked and what came of it."""
    if points := [p for p in snapshot.points if p.answer is None]:
        yield Heading(2, "Not answered yet")
        yield Bullets(
            tuple(_point(p, [part for part in (p.silence or "No answer yet", p.said_back) if part]) for p in points)
        )


def _point(point: PublicPoint, rest: list[str]) -> Paragraph:
    answer = [answers.words(point.answer)] if point.answer else []
    parts = [*answer, *([point.text] if point.text else []), *rest]
    return _line(point.you_said, parts, f"{point.number}. " if point.number else "")


def _line(what: str, parts: list[str], number: str = "") -> Paragraph:
    return begun_with(sentence(what), f" {' '.join(map(sentence, parts))}", strong=True, number=number)


def _why(point: PublicPoint) -> list[str]:
    again = f"We look again: {point.look_again}" if point.look_again else None
    return [part for part in (point.reason_category, point.reason, again) if part]


def _who_and_when(point: PublicPoint) -> list[str]:
    done = point.answer in {AnswerKind.DONE, AnswerKind.PASSED_ON}
    before = "On" if done else "We tell people by" if point.tells else "By"
    by = f"{before} {in_words(point.due)}" if point.due else None
    stands = how_it_stands(point) if point.standing in OPEN or point.updates else None
    return [part for part in (point.owner, by, stands, point.silence) if part]
