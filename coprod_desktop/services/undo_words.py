"""What undo takes back, in the person's words: "the finish that is fixed, 16:00 back to 15:30".

The words are made when they are wanted, from the rows and their versions: a step keeps none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coprod_desktop.domain.checklist import need_line
from coprod_desktop.domain.field_names import field_name
from coprod_desktop.domain.permission import Permission, Purpose
from coprod_desktop.services import hour_words
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import merging, schema, step_rows, undo
from coprod_desktop.store.step_rows import StepRow, StepSeen

CUT = 60
"""Letters of somebody's words that are repeated."""
NOTHING = "nothing"
_MANY: Mapping[str, tuple[str, str]] = {
    "session": ("session", "sessions"),
    "person": ("person", "people"),
    "attendance": ("person", "people"),
    "need": ("need", "needs"),
    "agenda_item": ("part of the agenda", "parts of the agenda"),
    "checklist_item": ("line of the checklist", "lines of the checklist"),
    "ground_rule": ("ground rule", "ground rules"),
    "entry": ("line", "lines"),
    "point": ("point", "points"),
    "promise_update": ("word on a promise", "words on promises"),
    "telling": ("earlier promise", "earlier promises"),
    "notice_given": ("note that the notice was read out", "notes that the notice was read out"),
    "settlement": ("decision about something private", "decisions about private things"),
    "sent": ("note of who got a paper", "notes of who got a paper"),
    "easy_choice": ("picture for a sentence", "pictures for sentences"),
    "easy_check": ("check of the Easy Read", "checks of the Easy Read"),
    "easy_sentence": ("sentence of the Easy Read", "sentences of the Easy Read"),
    "easy_mark": ("mark of a reader", "marks of readers"),
    "asking": ("step of the question to", "steps of questions"),
    "member_check": ("note that members looked", "notes that members looked"),
    "said_back": ("word that came back", "words that came back"),
    "format_asked": ("format that was asked for", "formats that were asked for"),
    "own_picture": ("picture of your own", "pictures of your own"),
    "plain_word": ("hard word", "hard words"),
    "organisation": ("name papers come from", "names papers come from"),
    "vote": ("vote", "votes"),
    "moment": ("moment of the hour", "moments of the hour"),
    "read_back": ("word of the room to a theme", "words of the room to themes"),
    "sheet_photo": ("photo of a sheet", "photos of sheets"),
    "bank": ("note of what somebody takes part in", "notes of what people take part in"),
    "rate": ("rate", "rates"),
    "claim": ("amount", "amounts"),
    "privacy": ("privacy notice", "privacy notices"),
    "keep_rule": ("time to keep records", "times to keep records"),
    "deletion": ("note of a deletion", "notes of deletions"),
    "about_you_question": ("question about you", "questions about you"),
    "local_figure": ("local figure", "local figures"),
    "list_columns": ("meaning of columns", "meanings of columns"),
    "work_group": ("group", "groups"),
    "group_member": ("member", "members"),
    "partner": ("partner", "partners"),
    "log_line": ("line of the log", "lines of the log"),
    "agreed_paper": ("paper to agree on", "papers to agree on"),
    "paper_version": ("version of a paper", "versions of papers"),
    "signed_up": ("name under a paper", "names under papers"),
    "looked_back": ("look back", "looks back"),
    "group_measure": ("measure", "measures"),
}
_OFF = {
    "entry": "off the list",
    "attendance": "off the list",
    "agenda_item": "off the agenda",
    "checklist_item": "off the checklist",
    "ground_rule": "off the ground rules",
    "plain_word": "off the list of hard words",
    "telling": "off this paper",
}
_OWN_WORDS = merging.CALLED | {
    "own_picture": "alt",
    "plain_word": "hard",
    "easy_check": "by",
    "promise_update": "text",
    "format_asked": "format",
    "asking": "to_whom",
    "sheet_photo": "sheet",
    "claim": "kind",
    "rate": "kind",
    "keep_rule": "kind",
    "about_you_question": "words",
    "local_figure": "answer",
    "signed_up": "name",
    "looked_back": "by",
    "group_measure": "question",
    "paper_version": "changed",
}
"""Noun -> the column that is shown as the row itself."""
_WITH: Mapping[str, frozenset[str]] = {
    "attendance": frozenset({"person", "need", "checklist_item"}),
    "need": frozenset({"checklist_item"}),
    "session": frozenset(_MANY) - {"session"},
    "point": frozenset({"promise_update", "telling"}),
    "work_group": frozenset({"group_member", "partner", "log_line"}),
    "agreed_paper": frozenset({"paper_version"}),
}
"""Noun -> rows that come and go with it in one step, and are not told one by one."""
_UNTOLD = frozenset(
    {
        "logo_width", "logo_height", "file_given", "file_unknown", "given", "unknown", "open", "ended", "key",
        "deleted_at", "n", "session_id", "point_id",
    }
)  # fmt: skip
_WITHOUT_VALUES = frozenset(
    {
        *("logo", "data", "picture", "from_entries", "promise", "rate", "person_id", "headings", "meanings"),
        *("group_id", "linked", "follows", "vote_id", "version_id", "host", "wrote_it", "parts"),
    }
)
_PURPOSES: Mapping[str, str] = {
    Purpose.OTHER_WORDS: "being summed up",
    Purpose.QUOTE: "being quoted",
    Purpose.NAME: "their name",
    Purpose.PHOTO: "photos",
    Purpose.RECORDING: "being recorded",
    Purpose.CONTACT: "being contacted",
}


@dataclass(frozen=True)
class UndoWords:
    """What undo (or bringing back) would do now: as it is said before, and after."""

    before: str
    after: str


def next_undo(desk: Desk) -> UndoWords | None:
    """Return what undo would take back now; None when there is nothing."""
    return _next(desk, which="undo")


def next_redo(desk: Desk) -> UndoWords | None:
    """Return what bringing back would bring back now."""
    return _next(desk, which="redo")


def _next(desk: Desk, which: str) -> UndoWords | None:
    with desk.store.read() as connection:
        step = undo.next_undo(connection) if which == "undo" else undo.next_redo(connection)
        if step is None:
            return None
        seen = step_rows.of(connection, step)
    back = " back to " if which == "undo" else " to "
    return UndoWords(_words(seen, "take", back), _words(seen, "took", back))


def _words(seen: StepSeen, take: str, back: str) -> str:
    if seen.step.kind == undo.IMPORT:
        titles = [row.now["title"] for row in seen.rows if row.noun == "session"]
        return f"what came in with the file{f' of “{_cut(titles[0])}”' if titles else ''}"
    if hour := hour_words.of_step(seen):
        return hour
    told = _told(seen)
    groups: dict[tuple[str, str], list[StepRow]] = {}
    for row in told:
        groups.setdefault((row.noun, row.op), []).append(row)
    if sum(seen.many.values()) > step_rows.MOST:
        parts = [_counted(noun, op, many, take) for (noun, op), many in seen.many.items() if noun in _MANY]
    else:
        parts = [_group(noun, op, rows, seen, take, back) for (noun, op), rows in groups.items()]
    answers = _answers(seen)
    parts = [part for part in (*parts, *([answers] if answers else ())) if part]
    return "; ".join(parts) or seen.step.said[:1].lower() + seen.step.said[1:]


def _told(seen: StepSeen) -> list[StepRow]:
    """Return the rows to tell of: not what only came with another, and no change that nobody sees."""
    came = {row.noun for row in seen.rows if row.op != "change"}
    with_others = {noun for owner in came for noun in _WITH.get(owner, ())}
    of_needs = {need_line(row.id) for row in seen.rows if row.noun == "need"}
    return [
        row
        for row in seen.rows
        if (row.noun not in with_others if row.op != "change" else _columns(row))
        and row.noun in _MANY
        and row.id not in of_needs
        and not (row.noun == "point" and not row.now["you_said"])  # one that stood for earlier promises
    ]


def _columns(row: StepRow) -> list[str]:
    return [column for column in row.before if column not in _UNTOLD]


# ---- one group of rows


def _group(noun: str, op: str, rows: Sequence[StepRow], seen: StepSeen, take: str, back: str) -> str:
    if len(rows) > 1 and op != "change":
        return _counted(noun, op, len(rows), take)
    if len(rows) > 1:
        return _many_changed(noun, rows, seen, back)
    (row,) = rows
    if op == "change":
        return _changed(row, seen, back)
    thing = _thing(row, seen)
    if op == "remove":
        return f"put {thing} back"
    return f"{take} {thing} away again" if op == "restore" else f"{take} {thing} {_OFF.get(noun, 'away')}"


def _counted(noun: str, op: str, many: int, take: str) -> str:
    one, more = _MANY[noun]
    things = f"{many:,} {one if many == 1 else more}"
    if op == "remove":
        return f"put {things} back"
    return f"{things} as they were" if op == "change" else f"{take} {things} away"


def _many_changed(noun: str, rows: Sequence[StepRow], seen: StepSeen, back: str) -> str:
    """Rows of which the same was changed: "theme of 3 lines, Buses back to nothing"."""
    columns = list(dict.fromkeys(column for row in rows for column in _columns(row)))
    things = f"{len(rows):,} {_MANY[noun][1]}"
    if columns == ["order"]:
        return f"the order of {things}"
    names = " and ".join(_name(noun, column) for column in columns[:2])
    alike = {_from_to(row, column, seen, back) for row in rows for column in columns if column in row.before}
    return f"{names} of {things}{f', {alike.pop()}' if len(alike) == 1 and len(columns) == 1 else ''}"


def _changed(row: StepRow, seen: StepSeen, back: str) -> str:
    columns, own = _columns(row), _OWN_WORDS.get(row.noun)
    if row.noun == "paper_version":
        from coprod_desktop.services import paper_undo  # few steps are of one

        if of_paper := paper_undo.of_parts(row.before, row.now):
            return of_paper
    if columns == ["order"]:
        return f"the place of {_thing(row, seen)}"
    if columns == [own] and row.noun != "session":
        return _from_to(row, str(own), seen, back, quoted=True)
    about = "" if row.noun in {"session", "organisation"} else f"{_thing(row, seen)}: "
    said = [
        _name(row.noun, column) + (f", {told}" if (told := _from_to(row, column, seen, back)) else "")
        for column in columns[:2]
    ]
    more = f" and {len(columns) - 2} more" if len(columns) > 2 else ""
    return f"{about}{'; '.join(said)}{more}"


def _from_to(row: StepRow, column: str, seen: StepSeen, back: str, *, quoted: bool = False) -> str:
    """Return "16:00 back to 15:30"; "" where a value says nothing to a person."""
    if column in _WITHOUT_VALUES or row.noun not in schema.KIND_OF:
        return ""
    from coprod_desktop.services.seen.shown_value import shown  # most steps tell of no value

    now, before = (
        " ".join(shown(row.noun, column, values.get(column), seen.called).split()) for values in (row.now, row.before)
    )
    long = quoted or max(len(now), len(before)) > 20
    return back.join(f"“{_cut(text)}”" if text and long else text or NOTHING for text in (now, before))


def _thing(row: StepRow, seen: StepSeen) -> str:
    """Return how a row is spoken of: its words, somebody's name, or what it is."""
    one = _MANY[row.noun][0]
    if row.noun in {"attendance", "person"}:
        return _cut(seen.called.get(row.id, "")) or f"a {one}"
    words = str(row.now.get(_OWN_WORDS.get(row.noun, ""), "") or "")
    if not words:
        return f"the {one}"
    plain = row.noun in {"entry", "agenda_item", "checklist_item", "ground_rule", "plain_word"}
    return f"“{_cut(words)}”" if plain else f"the {one} “{_cut(words)}”"


def _answers(seen: StepSeen) -> str:
    """Return what was answered in a step: "what Amina said about being quoted"."""
    of = [answer for answer in seen.answers if not _came_with(answer, seen)]
    if not of:
        return ""
    about = list(dict.fromkeys(_PURPOSES.get(answer.purpose, "their words") for answer in of))
    subjects = list(dict.fromkeys(answer.subject for answer in of))
    people = [answer.subject for answer in of if answer.noun == "person"]
    if people:
        who = seen.called.get(people[0]) or "somebody"
        return f"what {_cut(who)} said about {_and(about)}"
    if len(subjects) == 1:
        words = seen.called.get(subjects[0], "")
        return f"what was said about {_and(about)}{f', of “{_cut(words)}”' if words else ''}"
    return f"what was said about {_and(about)}, of {len(subjects)} lines"


def _came_with(answer: Permission, seen: StepSeen) -> bool:
    """An answer about a row that the step added is not told beside it."""
    return any(row.op == "add" and row.id == answer.subject for row in seen.rows)


def _name(noun: str, column: str) -> str:
    name = field_name(noun, column)
    return name[:1].lower() + name[1:]


def _and(parts: Iterable[str]) -> str:
    every = list(parts)
    return " and ".join(part for part in (", ".join(every[:-1]), every[-1]) if part)


def _cut(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= CUT else f"{line[:CUT].rstrip()}…"
