"""Who an answer is from and whom we asked, as papers may say it: nobody by name before they agreed to be named."""

from __future__ import annotations

from coprod_desktop.domain import answers, asking
from coprod_desktop.domain.check.job_titles import is_named, job_title, may_tell_owner
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.record import Point, Telling
from coprod_desktop.publish.gate.door import Door
from coprod_desktop.publish.snapshot import PublicText

SOMEBODY = "The person we asked"
_ARTICLES = ("the ", "our ", "a ", "an ", "some", "every", "all ", "both ", "we ", "us ")


def who(door: Door, point: Point, text: str | None) -> PublicText | None:
    """Return who an answer is from; before they agreed, their job, or that somebody was asked."""
    if text is None or not text.strip():
        return None
    if is_named(point, text):
        return door.named(point.id, text)
    return _without_name(door, point.id, text) or door.own(SOMEBODY)


def told(door: Door, telling: Telling) -> PublicText | None:
    """Return who an earlier promise is from; of one made here, as who made it may be named."""
    owner = telling.owner
    if owner is None or not owner.strip() or may_tell_owner(telling):
        return door.named(telling.id, owner)
    return _without_name(door, telling.id, owner) or door.own(SOMEBODY)


def asked(door: Door, point: Point) -> PublicText | None:
    """Return whom we asked, and where that stands for a date, by when we tell people."""
    called = who(door, point, point.asked_who)
    if called is None:
        return None
    if silence(door, point) is not None:  # whom, and on which days, stands below
        return door.own(answers.tell_by_words(point)) if answers.is_undated(point) else None
    if called == who(door, point, point.owner) and not answers.is_undated(point):
        return None  # it stands beside it who does it
    return door.own(answers.asked_words(point, called[:1].lower() + called[1:] if called == SOMEBODY else called))


def silence(door: Door, point: Point) -> PublicText | None:
    """Return whom we asked and what came of it, while there is no answer that is final.

    A reply that came is not told: what it says is the answer. Until somebody wrote that down, it came.
    """
    every = asking.questions(point, door.as_of)
    if not every or not answers.tells_of_question(point) or not point.asked:
        return None
    return door.own(asking.told(every, door.as_of, lambda text: _the(_called(door, point, text) or "")))


def not_named(door: Door) -> tuple[PublicText, ...]:
    """Return what to tell whoever makes a paper: names that it does not print, because nobody wrote down that they agreed."""
    some = [
        p for p in door.record.points if p.owner and who(door, p, p.owner) != p.owner and not answers.may_name_owner(p)
    ]
    if not some:
        return ()
    many = counted(len(some), "answer")
    return (
        door.own(f"{many}: no name is printed, for nobody wrote down that they agreed. Their job is, if we know it."),
    )


def _called(door: Door, point: Point, text: str) -> str | None:
    if is_named(point, text):
        return door.named(point.id, text)
    listed = door.without_name(text)
    if listed is not None:  # "a member of staff", "council staff": inside a sentence
        return listed[:1].lower() + listed[1:] if listed[1:2].islower() or listed[1:2] == " " else listed
    return _without_name(door, point.id, text)


def _the(called: str) -> str:
    """Put an article before a job, as one says it: "the Director". A name and a team that has one stay."""
    title = job_title(called)
    if title != called or called.lower().startswith(_ARTICLES):
        return called
    return f"the {called}"


def _without_name(door: Door, subject: str, text: str) -> PublicText | None:
    listed = door.without_name(text)
    if listed is not None:
        return listed
    title = job_title(text)
    return door.named(subject, title) if title else None
