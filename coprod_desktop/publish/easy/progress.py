"""The progress report in Easy Read: what we promised over several meetings, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from coprod_desktop.domain.words import Standing
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.easy import cover, signs
from coprod_desktop.publish.easy.leaf import code_of
from coprod_desktop.publish.easy.points import does, on_day, standing, told
from coprod_desktop.publish.easy.rest import done_about_it, topic
from coprod_desktop.publish.easy.telling import Part, Place, Sentence, Telling, Topic, plainly, source_of
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.publish.stories.promised import EARLIER, CameBack, No, Promised, came_back, noes, promised
from coprod_desktop.publish.stories.words import counted

TITLE = "How our promises are going"
_GROUPS = (
    ("kept", "Promises we kept", (Standing.KEPT, Standing.KEPT_LATE)),
    ("late", "Promises that are late", (Standing.OVERDUE,)),
    ("changed", "Promises we changed to no", (Standing.CHANGED_TO_NO,)),
    ("open", "Promises for later", (Standing.NOT_DUE,)),
)


def progress(snapshots: Sequence[PublicSnapshot], as_of: date) -> Telling:
    """Return the report; sessions are given oldest first."""
    found, refused = promised(snapshots), noes(snapshots)
    topics = (
        *topic("people", "Who took part", _people(snapshots)),
        *topic("numbers", "Our promises", _numbers(found)),
        *(t for key, title, stands in _GROUPS for t in _group(key, title, [p for p in found if p.standing in stands])),
        *(_no(n, no) for n, no in enumerate(refused, start=1)),
        *(_came_back(n, one) for n, one in enumerate(came_back(snapshots), start=1)),
        *topic("access", "Problems with taking part", _access(snapshots)),
        *topic("waiting", "Not answered yet", _waiting(snapshots)),
    )
    return cover.telling(TITLE, _front(snapshots, as_of), topics, *snapshots, subject=TITLE)


def _front(snapshots: Sequence[PublicSnapshot], as_of: date) -> Iterator[Sentence]:
    meetings = counted(len(snapshots), "meeting", "meetings")
    yield plainly(f"This paper is about {meetings}.\nIt tells what we promised, and what we did.", signs.PAPER)
    first, last = min(s.date for s in snapshots), max(s.end_date or s.date for s in snapshots)
    yield plainly(f"The first meeting was on {in_words(first)}.", code_of(first))
    if last != first:
        yield plainly(f"The last one was on {in_words(last)}.", code_of(last))
    yield cover.as_things_stood(as_of)
    yield from cover.whom_to_ask(*snapshots)


def _people(snapshots: Sequence[PublicSnapshot]) -> Iterator[Sentence]:
    for snapshot in snapshots:
        n = snapshot.came_in_all
        if n:
            yield plainly(f"{in_words(snapshot.date)}: {counted(n, 'person', 'people')} came.", code_of(snapshot.date))
    nobody = sum(not s.came_in_all for s in snapshots)
    if nobody:
        yield plainly(f"For {counted(nobody, 'meeting', 'meetings')} nobody wrote down who came.")


def _numbers(found: Sequence[Promised]) -> Iterator[Sentence]:
    if not found:
        yield plainly("We made no promises.")
        return
    yield plainly(f"We made {counted(len(found), 'promise', 'promises')}.", signs.NUMBERS)
    for stands, words in (
        ((Standing.KEPT, Standing.KEPT_LATE), "We kept {}."),
        ((Standing.OVERDUE,), "{} late."),
        ((Standing.CHANGED_TO_NO,), "We changed {} to no."),
        ((Standing.NOT_DUE,), "For {} the day has not come yet."),
    ):
        n = sum(p.standing in stands for p in found)
        if n or Standing.KEPT in stands:
            is_are = f"{n} {'is' if n == 1 else 'are'}" if words.startswith("{}") else f"{n}"
            yield plainly(words.format(is_are), signs.OF_STANDING[stands[0]][1])


def _group(key: str, title: str, found: Sequence[Promised]) -> Iterator[Topic]:
    """Yield promises that stand alike, a part each."""
    if found:
        parts = tuple(Part(Place.WE_WILL, tuple(_promise(p)), f"Promise {n}") for n, p in enumerate(found, start=1))
        yield Topic(key, title, parts, source=source_of(key, [(p.uid, p.what, p.owner, p.due, p.why) for p in found]))


def _promise(promise: Promised) -> Iterator[Sentence]:
    yield from told(promise.what)
    if promise.session != EARLIER:
        title, _, day = promise.session.rpartition(", ")
        yield plainly(f"We said this on {day}.")
        yield from (replace(one, joins=True) for one in told(title))
    if promise.owner:
        yield does("This is a job for {}.", promise.owner)
    if promise.due:
        yield replace(on_day("The day is {}.", promise.due), joins=bool(promise.owner))
    yield from standing(promise.stands, signs.OF_STANDING[promise.standing][1])
    yield from told(promise.why)


def _no(number: int, no: No) -> Topic:
    said = Part(Place.YOU_SAID, tuple(told(no.you_said, signs.SAID, theirs=True)), "You said")
    again = (f"We will look at this again: {no.look_again}" if no.look_again else None,)
    texts = (no.answer, no.why, *again)
    ours = tuple(s for n, text in enumerate(texts) for s in told(text, signs.NO if n == 0 else None))
    part = Part(Place.WE_WILL, ours, "Our answer")
    return Topic(f"no-{number}", f"Where we say no: {number}", (said, part), source=source_of(no))


def _came_back(number: int, one: CameBack) -> Topic:
    said = Part(Place.YOU_SAID, tuple(told(one.you_said, signs.SAID, theirs=True)), "You said")
    part = Part(Place.WE_WILL, tuple(told(one.told, signs.CHANGED)), "What we changed")
    return Topic(f"back-{number}", f"You told us no: {number}", (said, part), source=source_of(one))


def _access(snapshots: Sequence[PublicSnapshot]) -> Iterator[Sentence]:
    many = sum(s.access.how_many for s in snapshots)
    if many:
        yield plainly(f"{counted(many, 'thing', 'things')} made it hard for people to take part.", signs.WARN)
        yield from done_about_it(tuple(dict.fromkeys(text for s in snapshots for text in s.access.what_was_done)))


def _waiting(snapshots: Sequence[PublicSnapshot]) -> Iterator[Sentence]:
    many = sum(len(s.unanswered) + sum(p.answer is None and not p.waits for p in s.points) for s in snapshots)
    if many:
        yield plainly(f"We still owe you {counted(many, 'answer', 'answers')}.", signs.WAITING)
