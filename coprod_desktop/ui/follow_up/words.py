"""How copies, updates and what became of someone's words are put in lists."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from coprod_desktop.domain import answers, dates, promises
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.needs import By
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.record import Point, Session, Update
from coprod_desktop.domain.words import UPDATE_WORDS, Publish, UpdateState
from coprod_desktop.publish import paper_kinds
from coprod_desktop.services.changed_mind import Held
from coprod_desktop.services.promises import PromiseLine
from coprod_desktop.services.seen.follow_up import PaperLine, Reader, SentLine, circle_of, kind_of
from coprod_desktop.services.seen.needs_met import NeedsMet
from coprod_desktop.services.seen.search import Followed
from coprod_desktop.services.still_to_ask import ToAsk
from coprod_desktop.ui.people.words import first_up
from coprod_desktop.ui.widgets.rows_list import ListRow
from coprod_desktop.ui.words import promise as promise_words
from coprod_desktop.ui.words.format import copies, format_words, reading

_MOST_NAMED = 3
"""So many formats of a paper are named; of more it is said how many."""
_UPDATE_STATE = {
    UpdateState.IN_HAND: "waiting",
    UpdateState.LATE: "late",
    UpdateState.DONE: "done",
    UpdateState.PART_DONE: "part",
    UpdateState.NOT_DONE: "late",
    UpdateState.CHANGED_TO_NO: "no",
}


def promise(line: PromiseLine, session: str) -> ListRow:
    """Return a promise: what, how it goes, and where it was made when that was another session."""
    row = promise_words.short(line)
    if line.session == session:
        return row
    made = promise_words.made_in(line)
    return replace(row, detail=f"{row.detail}\n{made if line.alone else f'From {made}'}")


def reader(one: Reader) -> ListRow:
    """Return a person with the copy they have, how they read and by which way they are reached."""
    reads = how_they_read(one)
    if one.on is None:
        if not one.gets:
            return ListRow(one.id, one.name, f"No copy yet\n{reads}", "look", "To be done by somebody")
        return ListRow(one.id, one.name, f"No copy yet\n{reads}", "waiting", "Waiting")
    copy = f"{copies(one.formats, one.large_pt)}, {dates.short(one.on)}, copy code {one.code}"
    if one.other_than_read(one.formats):
        return ListRow(one.id, one.name, f"{copy}\nNot how they read. {reads}", "look", "Not how they read")
    if one.old:
        return ListRow(one.id, one.name, f"{copy}\nA newer paper says something else.", "look", "Old copy")
    return ListRow(one.id, one.name, copy, "done", "Has it")


def how_they_read(one: Reader) -> str:
    """Return how someone reads and is reached: "Reads large print, 20 point. By post"."""
    words = reading(one.reads, one.cannot_make, one.large_pt)
    if not one.may_contact:
        return f"{words}. Said no to being contacted"
    way = "How to reach them is not written down" if one.way.by is By.UNKNOWN else one.way.by.value.capitalize()
    return f"{words}. {way}"


def update(one: Update) -> ListRow:
    """Return a dated line on a promise."""
    detail = "\n".join(part for part in (dates.plain(one.on), one.text) if part)
    return ListRow(one.id, UPDATE_WORDS[one.state], detail, _UPDATE_STATE[one.state])


def paper(line: PaperLine, *, named: bool = False) -> str:
    """Return "Made Thu 1 Oct at 14:05: Standard print (PDF), Web page. Draft"; `named` says first which paper it is."""
    made = datetime.datetime.fromisoformat(line.made_on)
    formats = [format_words(name) for name in line.formats]
    words = ", ".join(formats) if len(formats) <= _MOST_NAMED else f"{len(formats)} formats"
    first = f"{kind_words(kind_of(line))}{for_whom(line)}. " if named else ""
    return f"{first}Made {dates.short(made.date())} at {made:%H:%M}: {words}" + (". Draft" if line.draft else "")


def copy_made(line: PaperLine) -> str:
    """Return "Thu 1 Oct at 14:05, copy code 3fa-9c1-d2e-4b7, draft": enough to choose one of a kind by."""
    made = datetime.datetime.fromisoformat(line.made_on)
    draft = ", draft" if line.draft else ""
    return f"{dates.short(made.date())} at {made:%H:%M}{for_whom(line)}, copy code {line.fingerprint}{draft}"


def for_whom(line: PaperLine) -> str:
    """Return ", for the people who came" when a paper is for nobody else."""
    return ", for the people who came" if circle_of(line) is Circle.CAME else ""


def from_session(session: Session) -> str:
    """Return which session something is from."""
    return f"{session.title}, {dates.plain(session.date)}"


def old_paper(held: Held) -> ListRow:
    """Return a paper that may hold what was taken back: which, of which session, and who has it in which format."""
    who = [f"{c.name}: {_copy(c)}" for c in held.copies] or ["Nobody is noted as having it"]
    detail = "\n".join((from_session(held.session), *who))
    return ListRow(held.id, paper(held.paper, named=True), detail, "look", "May hold it")


def recall(papers: Sequence[Held]) -> str:
    """Return the copies to ask back as plain text: each paper, its files, and who has it, in which format, since when."""
    found = []
    for held in papers:
        made = held.paper
        head = f"{paper(made, named=True)}. Copy code {made.fingerprint}. {from_session(held.session)}"
        files = f"Files: {', '.join(made.file_names)}" if made.file_names else ""
        who = [f"- {c.name}: {_copy(c)}" for c in held.copies] or ["- Nobody is noted as having it"]
        found.append("\n".join(filter(None, (head, files, *who))))
    return "\n\n".join(found)


def _copy(copy: SentLine) -> str:
    return f"{format_words(copy.format)}, {dates.plain(datetime.date.fromisoformat(copy.on))}"


def kind_words(kind: str) -> str:
    """Return what people call a kind of paper."""
    return next((k.words for k in paper_kinds.KINDS if k.name == kind), kind)


def facts(line: PromiseLine) -> str:
    """Return who has a promise, by when, from which session, and how long nothing was heard."""
    by = "We tell you by" if line.tells else "By"
    said = [f"Who: {line.who}" if line.who else "", f"{by}: {dates.plain(line.due)}" if line.due else ""]
    said.append(f"From: {promise_words.made_in(line)}" if not line.alone else promise_words.made_in(line))
    if line.days_without_news:
        days = counted(line.days_without_news, "day")
        said.append(f"No word about it for {days}")
    return "\n".join(part for part in said if part)


def became(followed: Followed) -> ListRow:
    """Return a line someone said and what became of it."""
    line = followed.entry
    if line.withdrawn:
        return ListRow(line.id, line.text, "Taken back. It is on no new paper.", "info", "Taken back")
    if followed.points:
        answer = followed.points[0].answer
        state = answers.row(answer).look if answer else "waiting"
        return ListRow(line.id, line.text, "\n".join(_point(p, followed.today) for p in followed.points), state)
    if (ended := answers.ended(line.outcome)) is not None:
        said = ": ".join(part for part in (ended.words, line.outcome_note) if part)
        return ListRow(line.id, line.text, said, ended.look)
    if line.publish is Publish.NO:
        return ListRow(line.id, line.text, "Kept in our notes. It is on no paper.", "info")
    return ListRow(line.id, line.text, "No answer yet.", "waiting")


def _point(point: Point, today: datetime.date) -> str:
    if point.answer is None:
        return f"Under “{point.you_said}”: no answer yet."
    row, due = answers.row(point.answer), answers.day_of(point)
    told = f" {point.text}" if point.text else ""
    when = f" {row.ask('due').paper}: {dates.plain(due)}." if due and not answers.is_undated(point) else ""
    asked = f" {answers.asked_words(point, point.asked_who)}." if point.asked_who else ""
    said = [(row.ask("owner").paper, point.owner), (row.ask("reason").paper, point.reason)]
    who, why = (f" {label}: {text.rstrip('. ')}." if text else "" for label, text in said)
    going = promises.going(point, today)
    goes = f" {going}." if going and answers.tells(point) else ""
    news = _news(promises.latest(point, today))
    return f"Under “{point.you_said}”: {row.words}.{told}{who}{when}{asked}{why}{goes}{news}"


def _news(last: promises.News | None) -> str:
    """Return the last word on a promise: " 5 November 2026: Done. All areas since Monday"."""
    if last is None:
        return ""
    on = last.happened_on or last.said_on
    day = "" if on == datetime.date.min else f" {dates.plain(on)}:"
    return f"{day} {UPDATE_WORDS[last.state]}. {last.text or ''}".rstrip()


def needs_met(found: NeedsMet | None) -> tuple[str, str, str]:
    """Return what Follow up says of what people needed; no words: nobody who came needed anything."""
    if found is None or not found.rows:
        return "info", "", ""
    not_met = [
        f"{first_up(row.words)} ({row.person}{f': {row.why_not}' if row.why_not else ''})" for row in found.not_met
    ]
    told = f"{found.in_words}.{' Not met: ' + '; '.join(not_met) + '.' if not_met else ''}"
    state = "look" if not_met else "waiting" if found.open else "done"
    return state, told, "Ask whether it was met…" if found.open else "See what was met…"


def still_to_ask(found: Sequence[ToAsk]) -> tuple[str, str, str]:
    """Return who is still to be asked, and by which way; no words: nobody."""
    if not found:
        return "info", "", ""
    who = "; ".join(f"{one.name}, {one.way}" for one in found)
    return "waiting", f"Still to be asked: {who}. Until then it is a no.", "Open who is coming"
