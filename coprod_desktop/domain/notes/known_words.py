"""The words and signs that notes go by, as resources/content/notes.json has them; refused when they are wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from coprod_desktop.domain.check.words import fold
from coprod_desktop.domain.content_table import TableRow
from coprod_desktop.domain.words import AnswerKind, EntryKind

_LISTS = (
    "before_dash", "bare", "keep_when_alone", "anonymous", "people_by_role", "interpreters", "through_interpreter", "places", "everyone", "private",
    "not_initials", "said", "asked", "actions", "action_headings", "aside_headings", "lists_of_people", "not_there", "aside_lines", "aside_beginnings", "grid_heads", "names_too", "felt", "not_felt", "would_feel",
    "machine", "not_said", "staff_by_letters", "note_lines",
)  # fmt: skip
COLUMNS = ("at", "speaker", "text", "kind", "sheet", "action", "owner", "due", "part", "left_aside")


@dataclass(frozen=True)
class NotesWords:
    """What ships. Every word is folded (small letters, no accents); `lists` are those named in the file."""

    signs: Mapping[str, EntryKind]
    marks: Mapping[str, EntryKind]
    """Word before a line -> what kind of line it is."""
    headings: Mapping[str, EntryKind]
    """Heading -> what kind the lines under it are."""
    answers: Mapping[str, AnswerKind]
    columns: Mapping[str, str]
    """Heading of a column -> what stands in it (COLUMNS)."""
    lists: Mapping[str, frozenset[str]]


def plain(words: str) -> str:
    """Return words as the table has them."""
    return " ".join(fold(words).split())


def parse_notes_words(data: Mapping[str, Any]) -> NotesWords:
    """Return the table. WrongContent, in a sentence, when a row of it cannot be what was meant."""
    table = TableRow(data, "the words notes go by", {"kinds", "answers", "columns", *_LISTS})
    signs: dict[str, EntryKind] = {}
    marks: dict[str, EntryKind] = {}
    headings: dict[str, EntryKind] = {}
    for row in table.rows("kinds", "kind", {"kind", "signs", "words", "headings"}):
        kind = EntryKind(row.one_of("kind", tuple(EntryKind)))
        for into, name in ((signs, "signs"), (marks, "words"), (headings, "headings")):
            for word in row.texts(name):
                if into.setdefault(plain(word), kind) is not kind:
                    raise row.wrong(f"“{word}” stands for two kinds of line")
    answers: dict[str, AnswerKind] = {}
    for row in table.rows("answers", "answer", {"answer", "words"}):
        answer = AnswerKind(row.one_of("answer", tuple(AnswerKind)))
        answers.update((plain(word), answer) for word in row.texts("words"))
    listed = table.sub("columns", COLUMNS)
    columns: dict[str, str] = {}
    for name in COLUMNS:
        for word in listed.texts(name):
            if columns.setdefault(plain(word), name) != name:
                raise listed.wrong(f"“{word}” names two columns")
    lists = {name: frozenset(plain(word) for word in table.texts(name)) for name in _LISTS}
    return NotesWords(signs, marks, headings, answers, columns, lists)
