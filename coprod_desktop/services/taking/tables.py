"""Every table of a workspace as a list that a spreadsheet reads, with the words that people know its columns by."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from coprod_desktop.domain.field_names import field_name
from coprod_desktop.publish.paper import Cell, Spreadsheet
from coprod_desktop.services.seen.shown_value import shown
from coprod_desktop.store import merging, schema
from coprod_desktop.store.everything import Everything


class Listed(NamedTuple):
    """One table: what it is called in the database, in which folder it goes, its file's name, what is in it."""

    noun: str
    folder: str
    name: str
    about: str

    @property
    def file(self) -> str:
        """The name of its files, without the ending."""
        return f"private-{self.name}"


TABLES = (
    Listed("person", "people", "people", "everyone, and how to reach them"),
    Listed("attendance", "people", "who-was-asked-and-came", "who was asked to which session, and came"),
    Listed("need", "people", "needs", "what people need, and whether it was met"),
    Listed("permission", "people", "what-people-agreed-to", "each yes and each no, with its day"),
    Listed("bank", "people", "taking-part", "what people would like to take part in"),
    Listed("sent", "people", "papers-people-got", "who got which paper, and when"),
    Listed("session", "sessions", "sessions", "every session"),
    Listed("entry", "sessions", "what-was-said", "every line, as it was said"),
    Listed("agenda_item", "sessions", "agendas", "what was planned, and how long it took"),
    Listed("checklist_item", "sessions", "access-checklists", "what there was to see to"),
    Listed("ground_rule", "sessions", "ground-rules", "what each room agreed on"),
    Listed("notice_given", "sessions", "notices", "what was read out, and when"),
    Listed("vote", "sessions", "votes", "every vote"),
    Listed("moment", "sessions", "the-hour", "what happened while people talked"),
    Listed("read_back", "sessions", "read-backs", "what the room said to each theme"),
    Listed("paper", "sessions", "papers-made", "which papers were made, and when"),
    Listed("point", "promises", "points-and-promises", "each point with its answer"),
    Listed("promise_update", "promises", "how-it-is-going", "each update"),
    Listed("telling", "promises", "told-before", "promises that papers told of"),
    Listed("asking", "promises", "questions-asked", "who was asked for an answer"),
    Listed("said_back", "promises", "said-back", "what people said to the answers"),
    Listed("member_check", "promises", "who-looked", "who looked at a paper before it left"),
    Listed("format_asked", "promises", "other-formats", "films, recordings and languages"),
    Listed("easy_sentence", "promises", "easy-read-sentences", "sentences of Easy Read that were changed"),
    Listed("easy_mark", "promises", "easy-read-marks", "what reading groups marked"),
    Listed("work_group", "groups", "groups", "groups and projects"),
    Listed("group_member", "groups", "members", "who is in them"),
    Listed("partner", "groups", "partners", "who works with them"),
    Listed("looked_back", "groups", "looking-back", "what people said looking back"),
    Listed("group_measure", "groups", "measures", "what is measured"),
    Listed("log_line", "log", "log", "what was decided, learnt, stuck and told"),
    Listed("agreed_paper", "agreed papers", "agreed-papers", "papers people agree on"),
    Listed("paper_version", "agreed papers", "versions", "every version of them"),
    Listed("signed_up", "agreed papers", "signed-up", "who signed up"),
    Listed("claim", "money", "amounts", "what was offered, owed and paid"),
    Listed("rate", "money", "rates", "what your organisation pays"),
    Listed("organisation", "organisation", "organisation", "what papers carry"),
    Listed("privacy", "organisation", "privacy-notice", "the notice as it was filled in"),
    Listed("keep_rule", "organisation", "how-long-records-are-kept", "how long each kind is kept"),
    Listed("deletion", "organisation", "what-was-deleted", "what went, and why; no names"),
    Listed("hold", "organisation", "holds", "what is kept for an enquiry"),
    Listed("about_you_question", "organisation", "questions-about-you", "the questions in your own words"),
    Listed("local_figure", "organisation", "local-figures", "who lives here, to compare with"),
    Listed("plain_word", "organisation", "plainer-words", "words you changed for plainer ones"),
)
"""In the order in which they are made. Every table is here or in LEFT_OUT: a test compares."""
LEFT_OUT: Mapping[str, str] = {
    "set_aside": "sealed words leave by no way out; struck words under a hold neither",
    "gone": "keyed hashes, which mean nothing elsewhere",
    "other_version": "the other of two versions: choose first",
    "same_as": "the program's own",
    "settlement": "the program's own: what was looked at before a paper",
    "revision": "older versions stand in the session files",
    "undo_step": "the program's own",
    "draft": "what is typed and not entered yet",
    "meta": "the program's own",
    "sheet_photo": "photos of sheets are in no file",
    "own_picture": "goes as pictures",
    "easy_choice": "the program's own: which picture stands where",
    "easy_check": "the program's own",
    "list_columns": "the program's own",
}
"""Table -> why it is no list."""
_TECHNICAL = frozenset(
    {
        *("seq", "hlc", "device", "deleted_at", "updated_at", "given", "unknown", "file_given", "key", "order", "over"),
        *(
            "open",
            "ended",
            "sample",
            "logo",
            "logo_width",
            "logo_height",
            "holds",
            "fingerprint",
            "noun",
            "dir",
            "from_hash",
        ),
    }
)
_MORE_NAMES = {
    "created_at": "Written on",
    "row_id": "Of whom or what",
    "on_date": "Said on",
    "asked_by": "Who asked",
    "helped": "Who helped decide",
    "circle": "Who may see it",
    "basis": "How it was said",
    "made_on": "Made on",
    "formats": "Formats",
    "file_names": "Files",
    "point_id": "The promise",
    "n": "Number",
    "scope": "What is held",
    "scope_id": "Which one",
    "entry_id": "The line",
}
_HERE = {
    ("permission", "purpose"): "For what",
    ("permission", "value"): "Answer",
}
_NAMES_ONLY = frozenset({"permission", "paper", "sent", "hold"})
"""Tables whose columns have no values of their own: they are text."""


def table(listed: Listed, everything: Everything, called: Mapping[str, str]) -> Spreadsheet | None:
    """Return one table; None when it is empty. Its own number comes last, and what ids stand for is written out."""
    rows = everything.rows(listed.noun)
    if not rows:
        return None
    columns = [
        name
        for name in rows[0]
        if name not in _TECHNICAL and name != "id" and any(row[name] is not None for row in rows)
    ]
    heads = tuple(_called(listed.noun, name) for name in columns)
    cells = tuple((*(_cell(listed.noun, name, row[name], called) for name in columns), row["id"]) for row in rows)
    return Spreadsheet(title=f"Private {listed.name}", columns=(*heads, "Its own number"), rows=cells)


def _called(noun: str, column: str) -> str:
    return _HERE.get((noun, column)) or _MORE_NAMES.get(column) or field_name(noun, column)


def _cell(noun: str, column: str, value: Any, called: Mapping[str, str]) -> Cell:
    if value is None:
        return None
    if column.endswith("pence") and isinstance(value, int):
        return Decimal(value).scaleb(-2)
    if column == "created_at":
        return str(value)[:10]
    if noun in _NAMES_ONLY or noun not in schema.KIND_OF:
        return called.get(str(value), value if isinstance(value, int) else str(value))
    typed = merging.as_value(noun, column, value)
    if isinstance(typed, datetime.date) or (isinstance(typed, int) and not isinstance(typed, bool)):
        return typed
    return shown(noun, column, value, called) or None
