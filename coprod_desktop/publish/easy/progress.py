"""Papers over several meetings in Easy Read: the progress report, the list of actions, the list of meetings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from coprod_desktop.domain.measures import in_fives
from coprod_desktop.domain.words import Standing
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.easy import cover, signs
from coprod_desktop.publish.easy.leaf import code_of
from coprod_desktop.publish.easy.points import because, does, look_again, on_day, standing, told
from coprod_desktop.publish.easy.rest import at, done_about_it, topic
from coprod_desktop.publish.easy.shorten import without_gaps
from coprod_desktop.publish.easy.telling import Part, Place, Sentence, Telling, Topic, plainly, source_of
from coprod_desktop.publish.public_year import PublicHeld, PublicYear
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.publish.stories.promised import EARLIER, CameBack, No, Promised, came_back, noes, promised
from coprod_desktop.publish.stories.words import counted

TITLE, MEETINGS = "How our promises are going", "Our meetings"
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
        *topic("numbers", "Our promises", how_promises_stand([p.standing for p in found])),
        *promises_by_standing(found),
        *(topic_of_no(n, no) for n, no in enumerate(refused, start=1)),
        *(_came_back(n, one) for n, one in enumerate(came_back(snapshots), start=1)),
        *topic("access", "Problems with taking part", _access(snapshots)),
        *topic("waiting", "Not answered yet", _waiting(snapshots)),
    )
    return cover.telling(TITLE, _front(snapshots, as_of), topics, *snapshots, subject=TITLE)


def actions(snapshots: Sequence[PublicSnapshot], as_of: date) -> Telling:
    """Return the list of actions: every promise, by how it stands; sessions are given oldest first."""
    found = promised(snapshots)
    topics = (
        *topic("numbers", "Our promises", how_promises_stand([p.standing for p in found])),
        *promises_by_standing(found),
    )
    return cover.telling(TITLE, _front(snapshots, as_of), topics, *snapshots, subject=TITLE)


def meetings(year: PublicYear) -> Telling:
    """Return the list of meetings, oldest first; one that was cancelled says so."""
    front = (
        plainly("This paper tells which meetings there were.", signs.PAPER),
        *_from_first_to_last([(one.date, one.end_date) for one in year.held]),
        *cover.whom_to_ask(year),
    )
    days = [(one.date, one.end_date, one.type, one.place, one.state) for one in year.held]
    topics = topic("meetings", MEETINGS, (row for one in year.held for row in one_meeting(one)), days)
    return cover.of_paper(MEETINGS, front, topics, year, author=year.whose)


def one_meeting(one: PublicHeld) -> Iterator[Sentence]:
    """Yield one meeting: its day, what it was, where."""
    day = in_words(one.date)
    if one.end_date and one.end_date != one.date:
        day = f"{day} to {in_words(one.end_date)}"
    kind = without_gaps(one.type).strip().rstrip(".")
    yield plainly(f"{day}:\n{kind[:1].upper()}{kind[1:]}.", code_of(one.date))
    if one.place:
        yield from (replace(row, joins=True) for row in at("It was at" if one.held else "It was to be at", one.place))
    if one.state:
        yield from told(one.state)


def _front(snapshots: Sequence[PublicSnapshot], as_of: date) -> Iterator[Sentence]:
    about = counted(len(snapshots), "meeting", "meetings")
    yield plainly(f"This paper is about {about}.\nIt tells what we promised, and what we did.", signs.PAPER)
    yield from _from_first_to_last([(one.date, one.end_date) for one in snapshots])
    yield cover.as_things_stood(as_of)
    yield from cover.whom_to_ask(*snapshots)


def _from_first_to_last(days: Sequence[tuple[date, date | None]]) -> Iterator[Sentence]:
    first, last = min(begins for begins, _ in days), max(ends or begins for begins, ends in days)
    yield plainly(f"The first meeting was on {in_words(first)}.", code_of(first))
    if last != first:
        yield plainly(f"The last one was on {in_words(last)}.", code_of(last))


def _people(snapshots: Sequence[PublicSnapshot]) -> Iterator[Sentence]:
    for snapshot in snapshots:
        n = snapshot.came_in_all
        if n:
            yield plainly(f"{in_words(snapshot.date)}: {in_fives(n)} people came.", code_of(snapshot.date))
    nobody = sum(not s.came_in_all for s in snapshots)
    if nobody:
        yield plainly(f"For {counted(nobody, 'meeting', 'meetings')} nobody wrote down who came.")


def how_promises_stand(found: Sequence[Standing]) -> Iterator[Sentence]:
    """Yield how many promises there are and how many were kept."""
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
        n = sum(one in stands for one in found)
        if n or Standing.KEPT in stands:
            is_are = f"{n} {'is' if n == 1 else 'are'}" if words.startswith("{}") else f"{n}"
            yield plainly(words.format(is_are), signs.OF_STANDING[stands[0]][1])


def promises_by_standing(found: Sequence[Promised]) -> Iterator[Topic]:
    """Yield promises by how they stand, a topic each."""
    for key, title, stands in _GROUPS:
        yield from _group(key, title, [p for p in found if p.standing in stands])


def _group(key: str, title: str, found: Sequence[Promised]) -> Iterator[Topic]:
    """Yield promises that stand alike, a part each."""
    if found:
        parts = tuple(Part(Place.WE_WILL, tuple(_promise(p)), f"Promise {n}") for n, p in enumerate(found, start=1))
        yield Topic(key, title, parts, source=source_of(key, [(p.uid, p.what, p.owner, p.due, p.why) for p in found]))


def _promise(promise: Promised) -> Iterator[Sentence]:
    yield from told(promise.what)
    if promise.session != EARLIER:
        title, _, day = promise.promised_at.rpartition(", ")
        yield from at("We said this at", title)
        yield plainly(f"That was on {day}.", joins=True)
    if promise.owner:
        yield does("This is a job for {}.", promise.owner)
    if promise.due:
        yield replace(on_day("The day is {}.", promise.due), joins=bool(promise.owner))
    yield from standing(promise.stands, signs.OF_STANDING[promise.standing][1])
    yield from because(promise.why)


def topic_of_no(number: int, no: No) -> Topic:
    """Return one no with its reason."""
    said = Part(Place.YOU_SAID, tuple(told(no.you_said, signs.SAID, theirs=True)), "You said")
    again = look_again(no.look_again) if no.look_again else ()
    part = Part(Place.WE_WILL, (*told(no.answer, signs.NO), *because(no.why), *again), "Our answer")
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
