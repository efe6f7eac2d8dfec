"""What was found as rows: people first, then session by session, the newest first; and what became of a person's words."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace

from coprod_desktop.domain import dates
from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.field_names import field_name
from coprod_desktop.domain.record import Point, SessionRecord
from coprod_desktop.domain.words import EntryKind
from coprod_desktop.services.seen.answer import Board
from coprod_desktop.services.seen.endings import answer_words, who_and_when
from coprod_desktop.services.seen.search import Followed, Found
from coprod_desktop.ui.widgets.card_rows import CardRow, Piece, heading, shortened, state

NOUNS = {
    "session": ("sessions", "Session", "listen"),
    "point": ("check", "Point and answer", "answer"),
    "promise_update": ("promises", "Update on a promise", "follow_up"),
    "telling": ("paper", "On an earlier paper", "follow_up"),
    "vote": ("check", "Vote", "paper"),
    "read_back": ("quote", "Said when it was read back", "listen"),
    "asking": ("quote", "Question to who can answer", "answer"),
    "said_back": ("quote", "Said back", "answer"),
    "member_check": ("check", "Who looked at the draft", "follow_up"),
    "entry": ("quote", "Said", "answer"),
    "person": ("people", "Person", "people"),
    "log_line": ("quote", "In the log", ""),
    "agreed_paper": ("paper", "Agreed paper", ""),
    "work_group": ("groups", "Group or project", "groups"),
}
"""Noun -> its icon, its word, and the page that opens it, "" for what opens by itself; of one session they stand in this
order."""
WORDS_OF = {
    ("entry", "text"),
    ("point", "you_said"),
    ("promise_update", "text"),
    ("telling", "text"),
    ("vote", "question"),
    ("read_back", "theme"),
    ("person", "name"),
    ("session", "title"),
    ("log_line", "words"),
    ("agreed_paper", "title"),
    ("work_group", "name"),
}
"""Where a thing's own words stand; of everything else it is told what it was found in."""
_BESIDE = frozenset({"asking", "said_back", "member_check"})
"""What stands beside a point, or beside the whole paper, and opens with it."""
AROUND = 110
"""Characters shown before and after the first word that was found in long words."""


def found_rows(found: Sequence[Found], typed: str) -> list[CardRow]:
    """Return hits of services.seen.search as rows under headings."""
    rows: list[CardRow] = []
    persons = [hit for hit in found if hit.noun == "person"]
    if persons:
        rows.append(heading("People"))
        rows += [_row(hit, typed) for hit in persons]
    groups = [hit for hit in found if hit.noun == "work_group"]
    if groups:
        rows.append(heading("Groups and projects"))
        rows += [_row(hit, typed) for hit in groups]
    logged = [hit for hit in found if hit.noun == "log_line"]
    if logged:
        rows.append(heading("In the log"))
        rows += [_log_row(hit, typed) for hit in logged]
    papers = [hit for hit in found if hit.noun == "agreed_paper"]
    if papers:
        rows.append(heading("Agreed papers"))
        rows += [_row(hit, typed) for hit in papers]
    by_themselves = {*logged, *papers}
    by_session: dict[str, list[Found]] = {}
    for hit in sorted(
        (h for h in found if h.session and h not in by_themselves), key=lambda h: h.date or "", reverse=True
    ):
        by_session.setdefault(hit.session or "", []).append(hit)
    for session, hits in by_session.items():
        rows.append(_session_heading(session, hits[0].title, hits[0].date))
        rows += [_row(hit, typed) for noun in NOUNS for hit in hits if hit.noun == noun]
    return rows


def _session_heading(session: str, title: str | None, date: str | None) -> CardRow:
    when = dates.plain(datetime.date.fromisoformat(date)) if date else ""
    return CardRow(f"heading:{session}", (Piece(title or "A session", strong=True, tail=when),), "heading")


def _row(hit: Found, typed: str) -> CardRow:
    icon, word, _ = NOUNS[hit.noun]
    pieces = [Piece(excerpt(hit.there, typed))]
    if hit.noun in _BESIDE and hit.point is None:
        pass  # it is about the whole paper
    elif (hit.noun, hit.column) not in WORDS_OF:
        where = Piece(field_name(hit.noun, hit.column), strong=True, tail=excerpt(hit.there, typed))
        pieces = [Piece(shortened(hit.words)), where]
    elif hit.noun == "promise_update":
        pieces.append(Piece("Promised", strong=True, tail=shortened(hit.words)))
    return CardRow(f"{hit.noun}:{hit.id}", (*pieces, Piece(word, "quiet", icon=icon)), "line")


def _log_row(hit: Found, typed: str) -> CardRow:
    """A line of the log says what it is, as the table of kinds calls it."""
    row = _row(hit, typed)
    what = Piece(hit.title or "In the log", "quiet", icon=NOUNS["log_line"][0])
    return replace(row, pieces=(*row.pieces[:-1], what))


def opens(hit: Found) -> tuple[str, str | None, Ref]:
    """Return which page opens what was found, of which session, at which row."""
    if hit.promise is not None:
        return "follow_up", hit.session, Ref("point", hit.promise, hit.session)
    page = NOUNS[hit.noun][2]
    if hit.noun in _BESIDE:
        about = Ref("point", hit.point, hit.session) if hit.point else Ref("session", hit.session or "", hit.session)
        return (page if hit.point else "follow_up"), hit.session, about
    if hit.noun == "session" and hit.column not in ("title", "place", "type"):
        page = "get_ready"
    if hit.kind == EntryKind.NOTE:
        page = "listen"  # Answer has only what is to be answered
    return page, hit.session, Ref(hit.noun, hit.id, hit.session)


def excerpt(words: str, typed: str) -> str:
    """Return the part of long words around the first word that was typed; what is left out shows as an ellipsis."""
    if len(words) <= 3 * AROUND:
        return words
    places = [at for word in typed.casefold().split() if (at := words.casefold().find(word)) >= 0]
    at = min(places, default=0)
    first, last = max(0, at - AROUND), min(len(words), at + 2 * AROUND)
    return ("… " if first else "") + words[first:last].strip() + (" …" if last < len(words) else "")


def count_words(rows: Sequence[CardRow]) -> str:
    """Return "3 found", for the screen and to be said."""
    n = sum(row.kind != "heading" for row in rows)
    return "Nothing found" if n == 0 else f"{n} found"


def followed_rows(told: Sequence[tuple[SessionRecord, Sequence[Followed]]], today: datetime.date) -> list[CardRow]:
    """Return every line a person said and the points and answers it became, session by session."""
    rows: list[CardRow] = []
    for record, followed in told:
        if not followed:
            continue
        board = Board(record, today)
        session = record.session
        rows.append(_session_heading(session.id, session.title, session.date.isoformat()))
        rows += [_followed_row(board, one) for one in followed]
    return rows


def _followed_row(board: Board, followed: Followed) -> CardRow:
    entry = followed.entry
    pieces = [Piece(shortened(entry.text)), Piece("Said", "quiet", icon="quote", tail=entry.at or "")]
    for point in followed.points:
        pieces += _became(point, board.today)
    if not followed.points:
        end = board.ending(entry)
        pieces.append(state(end.state, end.words, end.tail))
    return CardRow(f"entry:{entry.id}", tuple(pieces), "line")


def _became(point: Point, today: datetime.date) -> list[Piece]:
    pieces = [Piece("You said", "you_said", strong=True, tail=shortened(point.you_said)), state(*answer_words(point))]
    if point.text:
        pieces.append(Piece(shortened(point.text)))
    when = who_and_when(point, today)
    return [*pieces, Piece(when, "quiet")] if when else pieces
