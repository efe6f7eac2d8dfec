"""A news item of at most 150 words: the same answers and the same noes as the paper, for a newsletter or a notice board."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coprod_desktop.domain import answers
from coprod_desktop.domain.beginning import beginning
from coprod_desktop.errors import UserError
from coprod_desktop.publish.document import Block, Bullets, Document, Heading
from coprod_desktop.publish.snapshot import PublicPoint, PublicSnapshot
from coprod_desktop.publish.stories import head
from coprod_desktop.publish.stories.figures import took_part
from coprod_desktop.publish.stories.lines import how_many
from coprod_desktop.publish.stories.words import counted, plain, sentence
from coprod_desktop.publish.stories.you_said_we_did import is_no

MOST_WORDS = 150
_TITLE_LETTERS, _SAID_LETTERS = 60, 45
_FIRST_SENTENCE = re.compile(r".+?[.!?…](?=\s|$)", re.DOTALL)


def news_item(snapshot: PublicSnapshot) -> Document:
    """Return the news item. UserError when nothing has an answer yet."""
    answered = [point for point in snapshot.points if point.answer is not None]
    if not answered:
        raise UserError("There is no news yet: nothing has an answer.", "Give answers on Answer.")
    title = f"You said, we will: {beginning(snapshot.title, _TITLE_LETTERS)}"
    lead = _lead(snapshot)
    last = _waiting(snapshot)
    items = _within(answered, MOST_WORDS - sum(len(part.split()) for part in (title, lead, last)))
    told: tuple[Block, ...] = (plain(lead), Bullets(tuple(map(plain, items))), *((plain(last),) if last else ()))
    blocks = (Heading(1, title), *head.draft(snapshot), *told)
    reasons = ", ".join(snapshot.draft_reasons)
    return head.told(snapshot, "News", blocks, f"Draft: {reasons}" if snapshot.draft else "News")


def _lead(snapshot: PublicSnapshot) -> str:
    many, came = sum(how_many(snapshot)), took_part(snapshot)
    people = f"{counted(came, 'person', 'people')} came to talk" if came else "People came to talk"
    where = f" at {snapshot.place}" if snapshot.place else ""
    return f"{people} on {head.days(snapshot)}{where}. They told us {counted(many, 'thing', 'things')}."


def _waiting(snapshot: PublicSnapshot) -> str:
    waiting = how_many(snapshot)[1]
    return f"{waiting} {'has' if waiting == 1 else 'have'} no answer yet." if waiting else ""


def _within(answered: Sequence[PublicPoint], room: int) -> list[str]:
    """Return the answers in so many words: first sentences, then short forms, then counts; never a yes in a no's place."""
    told = [_in_full(point) for point in answered]
    for at in sorted(range(len(told)), key=lambda at: -len(told[at].split())):
        if _words(told) <= room:
            return told
        told[at] = _in_short(answered[at])
    kept = list(zip(answered, told, strict=True))
    dropped: list[PublicPoint] = []
    while kept and _words([line for _, line in kept]) + _words(_rest(dropped)) > room:
        noes, others = ([pair for pair in kept if is_no(pair[0]) is kind] for kind in (True, False))
        # of yes and no as many go as there are, so that the news is no better than the paper
        last = others[-1] if len(others) >= len(noes) else noes[-1]
        kept.remove(last)
        dropped.append(last[0])
    return [*(line for _, line in kept), *_rest(dropped)]


def _rest(dropped: Sequence[PublicPoint]) -> list[str]:
    if not dropped:
        return []
    noes = sum(map(is_no, dropped))
    of_them = f", {noes} of them a no" if noes else ""
    return [f"{counted(len(dropped), 'more answer', 'more answers')} in the paper{of_them}."]


def _in_full(point: PublicPoint) -> str:
    first = _FIRST_SENTENCE.match(sentence(point.text)) if point.text else None
    reason = [sentence(point.reason_category or point.reason or "")] if is_no(point) else []
    parts = [f"{point.you_said.rstrip('.!')}: {_answer(point)}.", first[0] if first else "", *reason]
    return " ".join(part for part in parts if part)


def _in_short(point: PublicPoint) -> str:
    return f"{beginning(point.you_said, _SAID_LETTERS).rstrip('.!')}: {_answer(point)}."


def _answer(point: PublicPoint) -> str:
    words = answers.words(point.answer) if point.answer else ""
    return words[:1].lower() + words[1:]


def _words(lines: Sequence[str]) -> int:
    return sum(len(line.split()) for line in lines)
