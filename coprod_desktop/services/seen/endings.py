"""What became of each line people said, and what an answer still lacks, in words for the screen."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from coprod_desktop.domain import answers, dates
from coprod_desktop.domain.check.answers import missing
from coprod_desktop.domain.check.printable import PrintableLines, has_other_words
from coprod_desktop.domain.promises import standing
from coprod_desktop.domain.record import Entry, Point
from coprod_desktop.domain.words import AnswerKind, EntryKind, Publish, Standing


class Ending(NamedTuple):
    """What became of a line: a key of STATES, the words, and quiet words after them.

    `is_open` when somebody has to do something, `counts` when it is one of the things the paper calls unanswered.
    """

    state: str
    words: str
    tail: str = ""
    is_open: bool = False
    counts: bool = False


def ending(said: PrintableLines, entry: Entry, same_as: str = "") -> Ending:
    """Return what became of a line that is in no point; `same_as` are the words of the line it repeats."""
    never = _never_printed(said, entry, same_as)
    if never is not None:
        return never
    if entry.kind is EntryKind.ACCESS_INCIDENT:
        if done := entry.done_about or entry.outcome_note:
            return Ending("done", "What was done", done)
        return Ending("look", "Access problem. What was done about it?", is_open=True)
    if (ended := answers.ended(entry.outcome)) is not None:
        return Ending(ended.look, ended.words, entry.outcome_note or "")
    if entry.kind is EntryKind.PARKING_LOT:
        if entry.outcome_note:
            return Ending("passed_on", "Parked", entry.outcome_note)
        return Ending("look", "Parked. Who has it now?", is_open=True)
    if entry.publish is Publish.EDIT and not has_other_words(entry):
        return Ending("look", "Waiting for other words", is_open=True)
    if entry.kind in (EntryKind.STAFF_COMMENT, EntryKind.WHAT_WORKS):
        return Ending("info", "Needs no answer")
    if said.is_waiting(entry):
        return Ending("waiting", "No answer yet", is_open=True, counts=True)
    return Ending("info", "Too few words to answer")


def _never_printed(said: PrintableLines, entry: Entry, same_as: str) -> Ending | None:
    if said.taken_back(entry):
        return Ending("info", "Taken back", "printed nowhere")
    if entry.publish is Publish.NO:
        return Ending("info", "Not for the paper")
    if said.is_duplicate(entry):
        return Ending("info", "Same as another line", same_as)
    return None


def asks(point: Point) -> str:
    """Return what the paper will ask for before it is more than a draft: "who, by when"; "" when nothing is missing."""
    return ", ".join(one.words for one in missing(point))


def answer_words(point: Point) -> tuple[str, str]:
    """Return the state (a key of STATES) and the words of a point's answer."""
    if point.answer is None:
        return "waiting", "No answer yet"
    row = answers.row(point.answer)
    return row.look, row.words


def answered_before(point: Point) -> str:
    """Return what a point was answered before: noes that had their reason, and what the last paper told."""
    noes = [_line(f"Until {dates.plain(no.until)}", no.answer, no.text, no.reason) for no in answers.noes_before(point)]
    told = answers.said_before(point)
    if told is not None and told.told_on is not None and told.answer is not None:
        noes.append(_line(f"On paper, {dates.plain(told.told_on)}", told.answer, answers.words_told(told), None))
    return "\n".join(noes)


def _line(when: str, answer: AnswerKind, text: str | None, reason: str | None) -> str:
    parts = (answers.words(answer), text, f"Why: {reason}" if reason else "")
    return f"{when}: " + " ".join(f"{part.rstrip('. ')}." for part in parts if part)


def who_and_when(point: Point, today: datetime.date) -> str:
    """Return "Service director · by Thu 1 Oct", as far as it is known."""
    parts = [point.owner or ""]
    if point.asked_who:
        parts.append(f"we asked {point.asked_who}" + (f" on {day(point.asked_on, today)}" if point.asked_on else ""))
    due = answers.day_of(point)
    if is_not_told(point, today):
        parts.append(answers.not_told_yet(point, today))
    elif due is not None:
        parts.append(answers.brief_day(point).format(day(due, today)))
    if point.look_again:
        parts.append(answers.USUAL["look_again"].brief.format(look_again_words(point.look_again)))
    words = " · ".join(part for part in parts if part)
    return words[:1].upper() + words[1:]


def is_not_told(point: Point, today: datetime.date) -> bool:
    """Tell whether a day by which people were to be told more is past, and they were not."""
    return answers.tells(point) and standing(point, today) is Standing.OVERDUE


def day(date: datetime.date, today: datetime.date) -> str:
    """Return "Thu 1 Oct", with the year when it is not this one."""
    return dates.short(date) if date.year == today.year else f"{dates.short(date)} {date.year}"


def look_again_words(text: str) -> str:
    """Return when we look again as people write it: a stored date in words, anything else as typed."""
    try:
        return dates.plain(datetime.date.fromisoformat(text))
    except ValueError:
        return text
