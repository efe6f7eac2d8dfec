"""The update, "You said, we did": each promise once, as it was made and with what became of it. The score first.

The first promise, its date and who made it stay in view beside what happened (practice C), and a no stays a no with
the day it is looked at again.
"""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.domain import answers
from coprod_desktop.domain.promises import KEPT, OPEN, Standing, score_of
from coprod_desktop.domain.words import AnswerKind, UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import (
    Answer,
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Mark,
    Paragraph,
    Run,
    Tone,
)
from coprod_desktop.publish.snapshot import PublicPoint, PublicSnapshot, PublicText
from coprod_desktop.publish.stories import asked, figures, head, numbers
from coprod_desktop.publish.stories import lines as said
from coprod_desktop.publish.stories.words import counted, plain, quiet, sentence

TITLE = "You said, we did"
_LOOKS: dict[Standing, tuple[Tone, Mark]] = {
    Standing.KEPT: (Tone.DONE, Mark.TICK),
    Standing.KEPT_LATE: (Tone.DONE, Mark.TICK),
    Standing.OVERDUE: (Tone.WAITING, Mark.WARN),
    Standing.CHANGED_TO_NO: (Tone.NO, Mark.CROSS),
    Standing.NOT_DUE: (Tone.WAITING, Mark.CLOCK),
}
_OF_A_NO = frozenset({"Why", "When we look again"})


def you_said_we_did(snapshot: PublicSnapshot) -> Document:
    """Return the update. UserError when nothing was promised or refused."""
    promised = [p for p in snapshot.points if p.standing is not None]
    noes = [p for p in snapshot.points if is_no(p)]
    others = [p for p in snapshot.points if p not in promised and p not in noes]
    if not (promised or noes or snapshot.earlier):
        raise UserError(
            "There is nothing to follow up yet: no promises, no noes and no earlier promises.",
            "Give answers on Answer, or bring earlier promises in on Follow up.",
        )
    done = [p for p in promised if p.standing in KEPT]
    changed = [p for p in promised if p.standing is Standing.CHANGED_TO_NO]
    blocks = (
        *head.head(snapshot, TITLE),
        *head.draft(snapshot),
        *_score(snapshot, promised, noes),
        *_section("What we have done", [_promised(p) for p in done]),
        *_owed(snapshot, [p for p in promised if p.standing in OPEN]),
        *_section("Where we said no", [*map(_promised, changed), *map(_no, noes)]),
        *_section("Our other answers", [_other(p) for p in others if p.answer is not None]),
        *numbers.earlier(snapshot, scored=False),
        *_next(snapshot),
        *asked.at_the_end(snapshot),
    )
    reasons = ", ".join(snapshot.draft_reasons)
    return head.told(snapshot, TITLE, blocks, f"Draft: {reasons}" if snapshot.draft else TITLE)


def is_no(point: PublicPoint) -> bool:
    """Tell whether a point was answered no from the beginning, and that has not changed."""
    return answers.is_no(point.answer) and point.standing is None


def _section(heading: str, answers: list[Answer]) -> Iterator[Block]:
    if answers:
        yield Heading(2, heading)
        yield from answers


def _score(snapshot: PublicSnapshot, promised: list[PublicPoint], noes: list[PublicPoint]) -> Iterator[Block]:
    yield Heading(2, "Promises kept, and not kept")
    stands = [p.standing for p in promised if p.standing is not None]
    before = [p.standing for p in snapshot.earlier]
    for caption, found in (("What we promised this time", stands), ("What we promised before", before)):
        if (figure := figures.kept(caption, found)) is not None:
            yield figure
        elif score := score_of(found):
            yield Paragraph((Run(f"{caption}: "), Run(sentence(score), strong=True)))
    if noes:
        yield plain(f"We said no to {counted(len(noes), 'thing', 'things')}. A no is not counted as a promise.")
    yield quiet(f"As things stood on {in_words(snapshot.as_of)}.")


def _promised(point: PublicPoint) -> Answer:
    changed = point.standing is Standing.CHANGED_TO_NO
    rows = tuple(said.answer_facts(point))
    of_promise = tuple(row for row in rows if not (changed and row[0] in _OF_A_NO))
    of_no = tuple(row for row in rows if row not in of_promise)
    blocks: list[Paragraph | Bullets | Facts] = [_we_said(point)]
    if of_promise:
        blocks.append(Facts(of_promise))
    if not _said_with_the_answer(point):
        blocks.append(_what_happened(point))
    if of_no:
        blocks.append(Facts(of_no))
    elif changed and why_changed(point) is None:
        blocks.append(plain(_no_reason(point)))
    blocks += asked.what_came_of_it(point)
    blocks += [*map(said.update_line, point.updates), *asked.what_came_back(point)]
    return Answer(point.you_said, tuple(blocks), point.number)


def _said_with_the_answer(point: PublicPoint) -> bool:
    """Tell whether the answer itself says that it is done, and nothing more was heard."""
    return point.answer is AnswerKind.DONE and point.standing is Standing.KEPT and not point.updates


def _no_reason(point: PublicPoint) -> str:
    told = any(u.elsewhere and u.state is UpdateState.CHANGED_TO_NO for u in point.updates)
    return "The paper of a later session says why." if told else "We have not written down why."


def _we_said(point: PublicPoint) -> Paragraph:
    return Paragraph((Run("We said: ", strong=True), *said.what_we_say(point).runs))


def _what_happened(point: PublicPoint) -> Paragraph:
    tone, mark = _LOOKS[point.standing or Standing.NOT_DUE]
    words = Run(sentence(how_it_stands(point)), tone=tone, strong=True)
    return Paragraph((Run("What happened: ", strong=True), words), mark=mark)


def how_it_stands(point: PublicPoint) -> str:
    """Return how a promise stands, in words whether or not anything was heard of it."""
    if point.standing is Standing.NOT_DUE:
        waiting = "Not due yet" if point.due else "No date was given"
        return f"{point.going}, {waiting.lower()}" if point.going else waiting
    return point.going or "Done"


def why_changed(point: PublicPoint) -> PublicText | None:
    """Return why a promise was changed to no, from the line that changed it or from the answer."""
    said = [u.text for u in point.updates if u.state is UpdateState.CHANGED_TO_NO and u.text]
    return said[-1] if said else point.reason


def _no(point: PublicPoint) -> Answer:
    rows = tuple(said.answer_facts(point))
    blocks: list[Paragraph | Bullets | Facts] = [said.what_we_say(point)]
    if rows:
        blocks.append(Facts(rows))
    if not point.look_again:
        blocks.append(plain("We have not said when we look at this again."))
    blocks += [*map(said.update_line, point.updates), *asked.what_came_back(point)]
    return Answer(point.you_said, tuple(blocks), point.number)


def _other(point: PublicPoint) -> Answer:
    rows = tuple(said.answer_facts(point))
    updates = (*map(said.update_line, point.updates), *asked.what_came_back(point))
    blocks = (said.what_we_say(point), *((Facts(rows),) if rows else ()), *updates)
    return Answer(point.you_said, blocks, point.number)


def _owed(snapshot: PublicSnapshot, promised: list[PublicPoint]) -> Iterator[Block]:
    """Yield what is not done yet, each promise once with all that is known of it, the late ones first; and answers owed."""
    yield Heading(2, "What we still owe you")
    late_first = sorted(promised, key=lambda point: point.standing is not Standing.OVERDUE)
    yield from map(_promised, late_first)
    points = [p for p in snapshot.points if p.answer is None]
    lines = [plain(" ".join(filter(None, (_owed_answer(p), p.silence, p.said_back)))) for p in points]
    if many := sum(thing.point is None for thing in snapshot.unanswered):
        lines.append(plain(f"An answer to {counted(many, 'other thing', 'other things')} people said."))
    if lines:
        yield Bullets(tuple(lines))
    elif not late_first:
        before = any(p.standing in OPEN for p in snapshot.earlier)
        nothing = "Nothing: each promise was kept, or we have said no and why."
        yield plain("Only what we promised before: it stands below." if before else nothing)


def _owed_answer(point: PublicPoint) -> str:
    return f"An answer to number {point.number}: {sentence(point.you_said)}"


def _next(snapshot: PublicSnapshot) -> Iterator[Block]:
    yield Heading(2, "What happens next")
    coming = min((p.due for p in snapshot.points if p.due and p.due > snapshot.as_of), default=None)
    lines = [f"The next date in this paper is {in_words(coming)}."] if coming else []
    lines += [
        "We keep each promise in view until it is kept, or until we say no and why.",
        "If you think we have not done what this paper says, tell us. It can be looked at again.",
        "You can change your mind about your words or your name. Then the next copy is made without them.",
    ]
    yield Bullets((*map(plain, lines), *head.ask_line(snapshot)))
