"""The "You said, we will" paper as a tree of blocks: what it is, one number, and at once what people said with its answer.

What it holds is practice C: what could not change, every answer in the same size, the noes among them, what went wrong
with access, who came by group, what happens next and how to argue with an answer. Answers stand on the first page; the
numbers about the session come after them (design: order of a paper).
"""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.domain.words import Rung
from coprod_desktop.errors import UserError
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Block, Bullets, Document, Facts, Heading, Paragraph, Run, Tone
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.publish.stories import asked, figures, head, numbers, taking_part
from coprod_desktop.publish.stories import lines as said
from coprod_desktop.publish.stories.logged import logged
from coprod_desktop.publish.stories.votes import pot, tells_pot, votes
from coprod_desktop.publish.stories.words import aside, labelled, listed, plain, pounds

TITLE = "You said, we will"
LADDER_LINK = (
    "https://www.thinklocalactpersonal.org.uk/Latest/Co-production-The-ladder-of-co-production/"  # they ask for credit
)
_RUNGS = {
    Rung.COERCION: "People are there to be told or fixed. What they think does not count.",
    Rung.EDUCATING: "People are taught about the service so they understand it better.",
    Rung.INFORMING: "People are told what is happening or has been decided, and why.",
    Rung.CONSULTATION: "People are asked what they think. Others decide what to do with it.",
    Rung.ENGAGEMENT: "People have more chances to speak and can change some things, if the service lets them.",
    Rung.CO_DESIGN: "People help shape the plan with their experience, but do not see it through.",
    Rung.CO_PRODUCTION: "People and staff share the power and the work, from the idea to the check at the end.",
}


def you_said_we_will(snapshot: PublicSnapshot) -> Document:
    """Return the paper. UserError when there is nothing in it yet."""
    body, measured = tuple(_body(snapshot)), tuple(_measured(snapshot))
    if not (body or measured):
        raise UserError(
            "There is nothing to print yet: no answers, nothing anyone may be quoted on, no votes and no earlier promises.",
            "Write down what people said on Listen, or give answers on Answer.",
        )
    reasons = ", ".join(snapshot.draft_reasons)
    blocks = (
        *_head(snapshot),
        *body,
        *_about_the_session(snapshot),
        *measured,
        *_next(snapshot),
        *asked.at_the_end(snapshot),
    )
    return head.told(snapshot, TITLE, blocks, f"Draft: {reasons}" if snapshot.draft else TITLE)


def _body(snapshot: PublicSnapshot) -> Iterator[Block]:
    yield from said.answers(snapshot)
    yield from said.waiting(snapshot)
    yield from said.also_said(snapshot)
    yield from said.parked(snapshot)
    yield from said.access(snapshot)
    yield from votes(snapshot)
    yield from logged(snapshot)
    yield from numbers.earlier(snapshot)


def _measured(snapshot: PublicSnapshot) -> Iterator[Block]:
    yield from numbers.measures(snapshot)
    yield from numbers.evaluation(snapshot)


def _head(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield what the answers cannot be read without: what it is, from whom, what could not change, how many of how many."""
    yield from head.head(snapshot, TITLE)
    yield from head.draft(snapshot)
    yield from filter(None, (_about(snapshot), _could_not_change(snapshot)))
    yield from said.count_of_answers(snapshot)


def _about_the_session(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield who came, who ran it and how, and what people talked about: after the answers, which people look for first."""
    facts = [("Co-chairs" if len(snapshot.co_chairs) > 1 else "Co-chair", aside(plain(listed(snapshot.co_chairs))))]
    facts += [("Who set the agenda", aside(plain(snapshot.set_agenda or "")))]
    facts += [("Part of", plain(snapshot.project or ""))]
    facts += [("Money there was", plain("" if tells_pot(snapshot) else pot(snapshot)))]
    facts += [("Money the group may spend", plain(_may_spend(snapshot)))]
    rows = tuple((label, value) for label, value in facts if value.runs[0].text)
    came = (*figures.who_came(snapshot), *((Facts(rows),) if rows else ()))
    if came:
        yield Heading(2, "Who came")
        yield from came
    yield from taking_part.afterwards(snapshot)
    yield from figures.themes(snapshot)
    yield from _ladder(snapshot)
    yield from taking_part.learnt(snapshot)


def _about(snapshot: PublicSnapshot) -> Paragraph | None:
    return labelled("What it was about", snapshot.purpose)


def _could_not_change(snapshot: PublicSnapshot) -> Paragraph | None:
    return labelled("What could not change", snapshot.cannot_change)


def _may_spend(snapshot: PublicSnapshot) -> str:
    return "" if snapshot.may_spend_pence is None else f"up to {pounds(snapshot.may_spend_pence)}"


def _ladder(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Say which rung was reached, never the one hoped for in its place."""
    reached, said = snapshot.ladder_actual, _rung_said(snapshot)
    if reached is None and not said:
        return
    words = _RUNGS[reached] if reached is not None else ""
    if reached is not None and snapshot.ladder_aim not in {None, reached}:
        words += f" We had aimed for {snapshot.ladder_aim}."
    yield Heading(2, "How much power was shared")
    yield Paragraph(
        (
            *((Run(f"This was {reached.value}. ", aside=True),) if reached is not None else ()),
            Run(f"{' '.join(part for part in (words, said) if part)} "),
            Run("The ladder of co-production is by ", tone=Tone.QUIET, aside=True),
            Run("Think Local Act Personal and the National Co-production Advisory Group", url=LADDER_LINK, aside=True),
            Run(".", tone=Tone.QUIET, aside=True),
        )
    )


def _rung_said(snapshot: PublicSnapshot) -> str:
    """Say which rung members and staff say it was: each in their own sentence where they differ."""
    members, staff = snapshot.ladder_members, snapshot.ladder_staff
    if members is not None and members is staff:
        return f"Members and staff both said it was {members.value}."
    said = (("Members", members), ("Staff", staff))
    return " ".join(f"{who} said it was {rung.value}." for who, rung in said if rung is not None)


def _next(snapshot: PublicSnapshot) -> Iterator[Block]:
    yield Heading(2, "What happens next")
    lines = list(head.came_back_by(snapshot))
    coming = min((p.due for p in snapshot.points if p.due and p.due > snapshot.as_of), default=None)
    if coming:
        lines.append(f"The next date in this paper is {in_words(coming)}.")
    lines.append("If you think an answer is wrong, or something is missing, tell us. It can be looked at again.")
    after = (
        "You can change your mind about your words or your name. Then the next copy is made without them.",
        f"This paper says how things stood on {in_words(snapshot.as_of)}.",
    )
    ask = head.whom_to_ask(snapshot, "To ask or tell us anything about this paper")
    yield Bullets((*map(plain, lines), ask, *map(plain, after)))
