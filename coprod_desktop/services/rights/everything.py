"""Everything about one person in one act: what is kept, where, since when, who got it; also where others name them."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from coprod_desktop.domain import dates
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.field_names import field_name, row_name
from coprod_desktop.publish.own.about_person import AboutPerson, Kept, Part
from coprod_desktop.services.changed_mind import Held
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.rights import erasure, finding
from coprod_desktop.services.rights.finding import Mention
from coprod_desktop.services.seen.shown_value import shown
from coprod_desktop.services.seen.strike import copies_since
from coprod_desktop.store import drafts, erasing, held_texts, person_rows, row_names
from coprod_desktop.store.person_rows import Row

_UNTOLD = frozenset(
    {
        *("seq", "id", "key", "given", "unknown", "created_at", "updated_at", "hlc", "device", "deleted_at", "order"),
        *(
            "session_id",
            "person_id",
            "point_id",
            "paper_id",
            "row_id",
            "noun",
            "over",
            "n",
            "order",
            "consents",
            "rate",
        ),
        *("linked", "vote_id", "version_id"),
        *("name_in_public", "consent_withdrawn_on", "quote_ok", "withdrawn", "dir", "speaker"),
    }
)
"""Columns that say which row it is, or that permissions say better."""
_PENCE = frozenset({"pence", "agreed_pence", "paid_pence"})
_OWN = {
    "value": "Answer",
    "circle": "Who may see it",
    "on_date": "Said on",
    "asked_by": "Who asked",
    "helped": "Who helped decide",
}
NAMES = frozenset({"Who asked", "Who helped decide", "Who arranges it"})
"""Facts that name somebody else."""
_OTHERS_WORDS = "In words that somebody else said or wrote"


def everything(desk: Desk, person: str, looked: held_texts.Part = lambda _done: None) -> AboutPerson:
    """Return all that is kept about a person, known once or twice; sealed lines are never in it.

    `looked` hears how far it is, and may raise to end it.
    """
    with desk.store.read() as connection:
        people = finding.known_as(connection, person)
        name = finding.name_of(connection, person)
        rows = person_rows.rows(connection, people)
        lines = person_rows.lines(connection, people)
        for_others = person_rows.lines_for_others(connection, people)
        called = row_names.called(connection)
        before = person_rows.before(connection, [row.id for row in (*rows, *lines)])
        typed = [d for d in drafts.of(connection) if any(one in d.field for one in people)]
        since = person_rows.since(connection, people)
        theirs = [row.id for row in erasing.lines_of(connection, people)]
    held = erasure.out_already(desk, people, theirs)
    got = _got(held)
    by_noun: dict[str, list[Row]] = {}
    for row in rows:
        by_noun.setdefault(row.noun, []).append(row)
    mentions = finding.mentions(desk, people, looked)
    parts = (
        Part(title="Who they are", kept=_kept(by_noun, ("person",), called)),
        Part(title="What they agreed to, or refused", kept=tuple(_answers(by_noun.get("permission", ()), called))),
        Part(title="Sessions they are on the list of", kept=_kept(by_noun, ("attendance",), called)),
        Part(title="What they need", kept=_kept(by_noun, ("need",), called)),
        Part(title="What they said, or somebody said for them", kept=tuple(_line(row, called, got) for row in lines)),
        Part(title="What they said for somebody else", kept=tuple(_for_other(row, called) for row in for_others)),
        Part(title="Where others name them", kept=tuple(_mention(m, called) for m in mentions)),
        Part(title="Papers they were given", kept=_kept(by_noun, ("sent",), called)),
        Part(title="What they take part in", kept=_kept(by_noun, ("bank",), called)),
        Part(title="Groups they are or were in", kept=_kept(by_noun, ("group_member",), called)),
        Part(title="Papers they signed up to", kept=_kept(by_noun, ("signed_up",), called)),
        Part(title="In the log of a group", kept=_kept(by_noun, ("log_line",), called)),
        Part(title="Money", kept=_kept(by_noun, ("claim",), called)),
        Part(
            title="Typed, and not saved yet",
            kept=tuple(Kept(what="A field", facts=(("Words", d.words),)) for d in typed),
        ),
        Part(title="What was changed or corrected", kept=tuple(_changes(before, called))),
    )
    return AboutPerson(name=name, on=desk.today(), parts=parts, elsewhere=tuple(_elsewhere(desk, held, since)))


def _kept(rows: Mapping[str, Sequence[Row]], nouns: Iterable[str], called: Mapping[str, str]) -> tuple[Kept, ...]:
    return tuple(
        Kept(
            what=_title(row, called),
            facts=_facts(row.noun, row.values, called),
            where=_where(row, called),
            since=_day(row.since),
        )
        for noun in nouns
        for row in rows.get(noun, ())
    )


def _title(row: Row, called: Mapping[str, str]) -> str:
    title = called.get(str(row.values.get("session_id") or ""), "")
    words = {"person": str(row.values.get("name")), "attendance": title or "A session", "sent": "A paper"}
    words["signed_up"] = called.get(str(row.values.get("paper_id") or ""), "A paper")
    told = words.get(row.noun) or str(row.values.get("need") or row.values.get("kind") or row_name(row.noun))
    return f"{told[:1].upper()}{told[1:]}"


def _where(row: Row, called: Mapping[str, str]) -> str:
    title = called.get(str(row.values.get("session_id") or ""), "")
    away = "In the Bin" if row.values.get("deleted_at") else ""
    return ", ".join(filter(None, (row_name(row.noun), title, away)))


def _facts(noun: str, values: Mapping[str, Any], called: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (field_name(noun, name), words)
        for name, value in values.items()
        if name not in _UNTOLD and (words := _words(noun, name, value, called))
    )


def _words(noun: str, name: str, value: Any, called: Mapping[str, str]) -> str:
    if value in (None, "", "[]", "{}"):
        return ""
    if name in _PENCE:
        return f"£{value // 100:,}.{value % 100:02}"
    return shown(noun, name, value, called)


def _answers(rows: Sequence[Row], called: Mapping[str, str]) -> Iterable[Kept]:
    for row in rows:
        facts = tuple(
            (label, str(row.values[name]))
            for name, label in _OWN.items()
            if row.values.get(name) and (name, row.values.get("value")) != ("circle", "no")
        )
        title = called.get(str(row.values.get("session_id") or ""), "")
        yield Kept(what=str(row.values["purpose"]).capitalize(), facts=facts, where=title, since=_day(row.since))


def _line(row: Row, called: Mapping[str, str], got: Mapping[str, str]) -> Kept:
    title = called.get(str(row.values["session_id"]), "")
    return Kept(
        what=f"Line {row.values['n']}, {title}",
        facts=_facts("entry", row.values, called),
        where=_where(row, called),
        since=_day(row.since),
        got_by=got.get(row.id, "Nobody yet: no paper holds it."),
    )


def _for_other(row: Row, called: Mapping[str, str]) -> Kept:
    """Words said for somebody are that person's: this one said them, and is told of it."""
    return replace(_line(row, called, {}), by_others=True, got_by="")


def _mention(one: Mention, called: Mapping[str, str]) -> Kept:
    title = called.get(one.session or "", "")
    what, column = row_name(one.noun), field_name(one.noun, one.column)
    if one.column == "file_unknown":
        column = "Notes, and what else came with the file"
    older = "an older version" if one.older else ""
    doubt = "" if one.sure else "The name may be somebody else's"
    return Kept(
        what=f"{what}{f', {title}' if title and one.noun != 'session' else ''}",
        facts=((column, one.text), *((("Note", doubt),) if doubt else ())),
        where=", ".join(filter(None, (_OTHERS_WORDS, older))),
        since=_day(one.since),
        by_others=True,
    )


def _changes(before: Iterable[person_rows.Before], called: Mapping[str, str]) -> Iterable[Kept]:
    for one in before:
        facts = _facts(one.noun, one.old, called)
        if facts:
            until = _day(one.until)
            said = tuple((f"{label}, before", words) for label, words in facts)
            yield Kept(what=row_name(one.noun), facts=(*said, ("Until", dates.plain(until) if until else "")))


def _got(held: Sequence[Held]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for one in held:
        made = dates.plain(datetime.datetime.fromisoformat(one.paper.made_on).date())
        names = ", ".join(dict.fromkeys(copy.name for copy in one.copies)) or "nobody noted"
        for line in one.paper.holds:
            found.setdefault(line, []).append(f"The paper of {made}: {names}")
    return {line: "; ".join(told) for line, told in found.items()}


def _elsewhere(desk: Desk, held: Sequence[Held], since: str | None) -> Iterable[str]:
    for one in held:
        made = dates.plain(datetime.datetime.fromisoformat(one.paper.made_on).date())
        yield f"The paper of {made} about “{one.session.title}”: {counted(len(one.copies), 'copy', 'copies')} went out."
    found = Counter((copy.made, copy.second) for copy in (copies_since(desk, since) if since else ()))
    for (made_on, second), many in found.items():
        place = "in the second place" if second else "beside the workspace"
        yield f"{'The backup' if many == 1 else f'{many:,} backups'} of {dates.plain(made_on)} {place}."


def _day(at: str) -> datetime.date | None:
    if not at:
        return None
    when = datetime.datetime.fromisoformat(at)
    return when.astimezone().date() if when.tzinfo else when.date()
