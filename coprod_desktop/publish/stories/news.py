"""A news item of at most 150 words: the same answers and the same noes as the paper, for a newsletter or a notice board."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coprod_desktop.domain import answers
from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.promises import KEPT, Standing
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.errors import UserError
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Block, Bullets, Document, Heading, Paragraph
from coprod_desktop.publish.snapshot import PublicPoint, PublicSnapshot, PublicVote
from coprod_desktop.publish.stories import head
from coprod_desktop.publish.stories.figures import how_many_came, took_part
from coprod_desktop.publish.stories.lines import how_many
from coprod_desktop.publish.stories.words import at_place, begun_with, counted, listed, plain, sentence
from coprod_desktop.publish.stories.you_said_we_did import is_no

MOST_WORDS = 150
_TITLE_LETTERS, _SAID_LETTERS = 60, 45
_MOST_VOTES = 3
_ENDS = re.compile(r"[?!…]\W*$")
"""What ends in a sign of its own needs no colon behind it."""
_FIRST_SENTENCE = re.compile(r".+?[.!?…](?=\s|$)", re.DOTALL)


def news_item(snapshot: PublicSnapshot) -> Document:
    """Return the news item. UserError when nothing has an answer yet."""
    answered = [point for point in snapshot.points if point.answer is not None]
    if not answered:
        raise UserError("There is no news yet: nothing has an answer.", "Give answers on Answer.")
    title = f"You said, we will: {beginning(snapshot.title, _TITLE_LETTERS)}"
    votes = [_vote(vote) for vote in snapshot.votes[:_MOST_VOTES]]
    around = (title, _lead(snapshot), *votes, _waiting(snapshot))
    items = _within(answered, MOST_WORDS - _words(around))
    told: list[Block] = [plain(_lead(snapshot)), *map(plain, votes), Bullets(tuple(map(_item, items)))]
    if last := _waiting(snapshot):
        told.append(plain(last))
    blocks = (Heading(1, title), *head.draft(snapshot), *told)
    reasons = ", ".join(snapshot.draft_reasons)
    return head.told(snapshot, "News", blocks, f"Draft: {reasons}" if snapshot.draft else "News")


def _lead(snapshot: PublicSnapshot) -> str:
    many, where = sum(how_many(snapshot)), f" {at_place(snapshot.place)}" if snapshot.place else ""
    people = how_many_came(snapshot) if took_part(snapshot) else "People came"
    return f"{people} on {head.days(snapshot)}{where}. They told us {counted(many, 'thing', 'things')}."


def _vote(vote: PublicVote) -> str:
    """Return what won, or that it was a tie, in one or two sentences."""
    asked = beginning(vote.question, _SAID_LETTERS)
    asked = asked if _ENDS.search(asked) else f"{asked.rstrip('.')}:"
    if vote.tied:
        first = listed([beginning(label, _SAID_LETTERS) for label in vote.tied[:2]])
        more = f" and {len(vote.tied) - 2} more" if len(vote.tied) > 2 else ""
        settled = f" {beginning(sentence(vote.settled_by), 2 * _SAID_LETTERS)}" if vote.settled_by else ""
        return f"{asked} A tie of {first}{more}.{settled}"
    ranked = sorted((o for o in vote.options if not o.out and o.eligible is not False), key=lambda o: -o.votes)
    if not ranked or not ranked[0].votes:
        return f"{asked} Nothing got a vote."
    return f"{asked} Most votes: {beginning(ranked[0].label, _SAID_LETTERS)} ({ranked[0].votes})."


def _waiting(snapshot: PublicSnapshot) -> str:
    waiting = how_many(snapshot)[1]
    return f"{waiting} of them {'has' if waiting == 1 else 'have'} no answer yet." if waiting else ""


def _within(answered: Sequence[PublicPoint], room: int) -> list[str]:
    """Return the answers in so many words: with day and reason, then without, then counts; never a yes in a no's place."""
    forms = [(_in_full(point), _in_brief(point), _in_short(point)) for point in answered]
    at = [0] * len(forms)

    def told() -> list[str]:
        return [form[level] for form, level in zip(forms, at, strict=True)]

    while _words(told()) > room and any(level < len(forms[0]) - 1 for level in at):
        # none becomes shorter by two steps while another has not become so by one
        longest = max((n for n, level in enumerate(at) if level == min(at)), key=lambda n: _words([told()[n]]))
        at[longest] += 1
    kept = list(zip(answered, told(), strict=True))
    dropped: list[PublicPoint] = []
    while kept and _words([line for _, line in kept]) + _words(_rest(dropped)) > room:
        noes, others = ([pair for pair in kept if is_no(pair[0]) is kind] for kind in (True, False))
        # of yes and no as many go as there are, so that the news is no better than the paper
        last = others[-1] if len(others) >= len(noes) else noes[-1]
        kept.remove(last)
        dropped.append(last[0])
    return [*(line for _, line in kept), *_rest(dropped)]


def _item(line: str) -> Paragraph:
    """Return one answer as a paragraph; what was said from the right stands among our words, not the other way about."""
    said, colon, rest = line.partition(": ")
    return begun_with(said, f"{colon}{rest}") if colon else plain(line)


def _rest(dropped: Sequence[PublicPoint]) -> list[str]:
    if not dropped:
        return []
    noes = sum(map(is_no, dropped))
    of_them = f", {noes} of them a no" if noes else ""
    return [f"{counted(len(dropped), 'more answer', 'more answers')} in the paper{of_them}."]


def _in_full(point: PublicPoint) -> str:
    why = _first(point.reason) or _first(point.reason_category)
    return _joined(_answered(point, point.you_said), _first(point.text), _when(point), why if is_no(point) else "")


def _in_brief(point: PublicPoint) -> str:
    why = _first(point.reason_category) or _first(point.reason)
    return _joined(_answered(point, point.you_said), _first(point.text), f"Why: {why}" if is_no(point) and why else "")


def _in_short(point: PublicPoint) -> str:
    return _answered(point, beginning(point.you_said, _SAID_LETTERS))


def _answered(point: PublicPoint, said: str) -> str:
    """Return what was said with its answer: "Paper rotas: we will.", "Who decides? We do not know yet."."""
    words = answers.words(point.answer).replace(". W", ", w") if point.answer else ""
    if _ENDS.search(said):
        return f"{said} {words}."
    return f"{said.rstrip('.')}: {words[:1].lower()}{words[1:]}."


def _when(point: PublicPoint) -> str:
    """Return by when, or what became of it where that is known."""
    if point.standing is Standing.OVERDUE:
        return "This is late."
    if point.standing in KEPT:
        return "" if point.answer is AnswerKind.DONE else "It is done."
    if point.due is None or point.standing is not Standing.NOT_DUE:
        return ""
    return f"{'We will tell you by' if point.tells else 'By'} {in_words(point.due)}."


def _first(text: str | None) -> str:
    found = _FIRST_SENTENCE.match(sentence(text)) if text else None
    return found[0] if found else ""


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _words(lines: Iterable[str]) -> int:
    return sum(len(line.split()) for line in lines)
