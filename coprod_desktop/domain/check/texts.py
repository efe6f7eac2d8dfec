"""Every free text of a session that could be printed, and where it stands: the one list that check and gate go by.

The gate lets nothing through that is not on it (publish.gate), so a text that is added to a paper is added here first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from coprod_desktop.domain import answers, asking, bidding, other_formats
from coprod_desktop.domain.agreed import AgreedWords
from coprod_desktop.domain.check.job_titles import job_title, may_tell_owner, who_on_paper
from coprod_desktop.domain.check.scan import Where
from coprod_desktop.domain.check.words import tidy
from coprod_desktop.domain.easy_record import EasySentence
from coprod_desktop.domain.record import Entry, Point, SessionRecord
from coprod_desktop.domain.words import Publish


class PrivateText(NamedTuple):
    """One kind of text: the noun it is a field of, the field, and what it is for."""

    noun: str
    field: str
    where: Where = Where.WRITTEN


FIELDS: tuple[PrivateText, ...] = (
    *(
        PrivateText("session", field)
        for field in ("title", "type", "purpose", "cannot_change", "project", "set_agenda")
    ),
    *(
        PrivateText("session", field, Where.VENUE)
        for field in ("place", "organisation", "locality", "travel_note", "host", "wrote_it")
    ),
    *(
        PrivateText("session", field)
        for field in ("ways", "strands", "for_whom", "could_not_come", "shuts_out", "why_method", "print_note")
    ),
    *(PrivateText("session", field) for field in ("learnt", "series", "state_why")),
    PrivateText("session", "senior_listener", Where.OWNER),
    PrivateText("session", "contact", Where.CONTACT),
    *(PrivateText("measure", field) for field in ("name", "question", "source")),
    PrivateText("about_you", "label"),
    PrivateText("ground_rule", "text"),
    PrivateText("agenda_item", "title"),
    PrivateText("agenda_item", "leads", Where.OWNER),
    *(PrivateText("vote", field) for field in ("question", "method", "eligible_rule", "settled_by", "left_becomes")),
    *(PrivateText("vote_option", field) for field in ("label", "who", "why_not")),
    PrivateText("interest", "text"),
    *(PrivateText("earlier", field) for field in ("text", "reason_category", "reason")),
    PrivateText("earlier", "owner", Where.OWNER),
    *(PrivateText("point", field) for field in ("you_said", "text", "reason_category", "reason", "look_again")),
    PrivateText("point", "owner", Where.OWNER),
    PrivateText("point", "asked_who", Where.OWNER),
    PrivateText("asking", "to_whom", Where.OWNER),
    PrivateText("said_before", "text"),
    *(PrivateText("member_check", field) for field in ("who", "changed", "skipped")),
    PrivateText("update", "text"),
    PrivateText("format_asked", "format"),
    PrivateText("format_asked", "where_is"),
    *(PrivateText("agreed", field) for field in ("title", "subject", "group", "changed", "checked_by")),
    *(PrivateText("agreed", field, Where.OWNER) for field in ("owner", "approved_by")),
    *(PrivateText("agreed_part", field) for field in ("heading", "text")),
    PrivateText("agreed_before", "changed"),
    PrivateText("agreed_subject", "title"),
    PrivateText("signed", "name", Where.OWNER),
    PrivateText("log_line", "words"),
    PrivateText("log_said", "text"),
    PrivateText("log_who", "text", Where.OWNER),
    PrivateText("told", "written"),
    PrivateText("told", "venue", Where.VENUE),
    PrivateText("told", "owner", Where.OWNER),
    PrivateText("easy_sentence", "words"),
    PrivateText("entry", "text", Where.SAID),
    PrivateText("entry", "public_text"),
    PrivateText("entry", "translation", Where.SAID),
    PrivateText("entry", "theme"),
    PrivateText("entry", "outcome_note"),
    PrivateText("entry", "done_about"),
)


class CheckedText(NamedTuple):
    """One text: whose it is, which kind of thing that is, what it is for, which field holds it."""

    subject: str
    subject_kind: str
    entry: int | None
    text: str
    where: Where
    field: str = ""


def texts(record: SessionRecord) -> Iterator[CheckedText]:
    """Yield the texts of a session that a paper could print, but not the lines people said (see said_texts)."""
    fields: dict[str, list[PrivateText]] = {}
    for one in FIELDS:
        fields.setdefault(one.noun, []).append(one)
    for noun, subject, kind, row in _rows(record):
        for one in fields.get(noun, ()):
            found = row.get(one.field) if isinstance(row, Mapping) else getattr(row, one.field)
            for text in found if isinstance(found, tuple) else (found,):
                if isinstance(text, str) and text.strip():
                    yield CheckedText(subject, kind, None, tidy(text), one.where, one.field)


def said_texts(entry: Entry) -> Iterator[CheckedText]:
    """Yield the texts of one captured line: what was said, and what a facilitator wrote beside it."""
    edited = entry.publish is Publish.EDIT
    for one in FIELDS:
        if one.noun != "entry" or one.field == ("translation" if edited else "public_text"):
            continue
        found = getattr(entry, one.field)
        if found and found.strip():
            yield CheckedText(entry.id, "entry", entry.n, tidy(found), one.where, one.field)


def _rows(record: SessionRecord) -> Iterator[tuple[str, str, str, object]]:
    """Yield (noun, id of what it is settled for, which kind of thing that is, the row)."""
    session = record.session
    yield "session", session.id, "session", session
    for measure in (session.measure, session.baseline):
        if measure:
            yield "measure", session.id, "session", measure
    for label in _labels(session.about_you_counts or {}):
        yield "about_you", session.id, "session", {"label": label}
    yield from (("ground_rule", rule.id, "session", rule) for rule in record.ground_rules)
    yield from (("agenda_item", item.id, "session", item) for item in record.agenda)
    yield from (("member_check", check.id, "session", check) for check in record.member_checks)
    for vote in record.votes:
        yield "vote", vote.id, "vote", vote
        yield from (("vote_option", vote.id, "vote", option) for option in vote.options)
        for row in (vote, *vote.options):
            yield "interest", vote.id, "vote", {"text": bidding.interest_in_file(row.unknown)}
    for promise in record.earlier:
        owner = promise.owner if may_tell_owner(promise) else job_title(promise.owner or "")
        yield "earlier", promise.id, "earlier", promise if owner == promise.owner else replace(promise, owner=owner)
    for point in record.points:
        yield "point", point.id, "point", _as_printed(point)
        yield from (
            ("asking", point.id, "point", {"to_whom": who_on_paper(point, step.to_whom)})
            for step in asking.steps(point)
            if step.step in asking.PUT
        )
        if (said := answers.said_before(point)) is not None:
            yield "said_before", point.id, "point", {"text": answers.words_told(said)}
        yield from (("update", point.id, "point", update) for update in point.updates)
    for form in other_formats.to_tell(record.formats_asked):
        told = {"format": other_formats.called(form), "where_is": other_formats.address(form)}
        yield "format_asked", form.id, "session", told
    for agreed in record.agreed:
        yield from _agreed(agreed)
    for line in record.log:
        yield "log_line", line.id, "log_line", line
        yield from (("log_who" if one.who else "log_said", line.id, "log_line", one) for one in line.said)
    yield from (("told", told.row, "told", {told.what: told.words}) for told in record.told)
    yield from (("easy_sentence", row.id, EASY, row) for row in _of_their_own(record))


AGREED = "agreed_paper"
"""What a paper people agreed on is settled for."""


def _agreed(words: AgreedWords) -> Iterator[tuple[str, str, str, object]]:
    yield "agreed", words.id, AGREED, words
    for heading, text in words.parts:
        yield "agreed_part", words.id, AGREED, {"heading": heading, "text": text}
    yield from (("agreed_before", words.id, AGREED, before) for before in words.before)
    yield from (("agreed_subject", words.id, AGREED, one) for one in words.subject_before)
    yield from (("signed", words.id, AGREED, one) for one in words.signed)


EASY = "easy_sentence"
"""What a sentence of Easy Read is settled for. It does not go through the gate, so only what is asked gently is asked of
it here; what is private is refused when it is typed, and left out of papers (services.making.easy_sentences)."""


def _of_their_own(record: SessionRecord) -> Iterator[EasySentence]:
    """Yield the sentences of Easy Read that say more than the texts they were told from, which are asked about there."""
    if not record.easy_sentences:
        return
    told = replace(record, easy_sentences=())
    every = _letters("\n".join(one.text for one in texts(told)))
    yield from (row for row in record.easy_sentences if _letters(row.words) not in every)


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _as_printed(point: Point) -> Point:
    """Return a point with no more of who it is from than papers take: what is never printed is asked about nowhere."""
    owner, asked = who_on_paper(point, point.owner), who_on_paper(point, point.asked_who)
    return point if (owner, asked) == (point.owner, point.asked_who) else replace(point, owner=owner, asked_who=asked)


def _labels(counts: object) -> Iterator[str]:
    if isinstance(counts, Mapping):
        for label, count in counts.items():
            yield str(label)
            yield from _labels(count)
