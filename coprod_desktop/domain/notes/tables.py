"""Notes in columns: a table copied from a page or a sheet, Slido's and Forms' lists of questions, minutes' tables of actions."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain.check.words import fold
from coprod_desktop.domain.notes import marks, things_to_do, tidy, times, typed
from coprod_desktop.domain.notes.actions import ActionReader
from coprod_desktop.domain.notes.columns import (
    are_headings,
    begins_with_who,
    columns_of,
    guessed,
    names_columns,
    what_of,
)
from coprod_desktop.domain.notes.days import DAY
from coprod_desktop.domain.notes.known_words import NotesWords, plain
from coprod_desktop.domain.notes.labels import Labels
from coprod_desktop.domain.notes.values import Cut, NotesRead, Source, aside
from coprod_desktop.domain.notes.who import with_label
from coprod_desktop.domain.words import EntryKind

_LONGEST_CELL = 1_000_000
_LEAST = 2
_RULE = re.compile(r"^[\s|+:=-]*$")
"""A line of a drawn table that holds no words, or an empty one."""
_REPLIES = frozenset({"answer", "answers", "answer(s)", "reply", "replies", "response", "responses"})
_BULLET = re.compile(r"^[-–•*]\s+")


@dataclass(frozen=True)
class Sheet:
    """One table of a file: the rows above it or beside it, and its own, its head first where it has one."""

    above: list[list[str]]
    rows: list[list[str]]


def sheets_of(text: str, words: NotesWords) -> list[Sheet] | None:
    """Return the tables of a text that is nothing else; None when it is none."""
    drawn = [line for line in text.split("\n") if not _RULE.match(line)]
    if len(drawn) < _LEAST:
        return None
    if sum(line.count("|") > 1 for line in drawn) >= max(_LEAST, 0.6 * len(drawn)):
        rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in drawn if "|" in line]
        beside = [[line] for line in drawn if "|" not in line]
        return [Sheet(beside, rows)] if max(map(len, rows)) > 1 else None
    for sign in ("\t", ",", ";"):
        sheets = _parted(text, sign, words)
        if sheets is not None:
            return sheets
    return None


def _parted(text: str, sign: str, words: NotesWords) -> list[Sheet] | None:
    try:
        csv.field_size_limit(_LONGEST_CELL)
        rows = [[tidy.bare(cell) for cell in row] for row in csv.reader(io.StringIO(text), delimiter=sign)]
    except csv.Error:
        return None
    apart = [not at or not any(rows[at - 1]) for at in range(len(rows))]
    full = [at for at, row in enumerate(rows) if any(row)]
    head = next((at for at in full[:15] if names_columns(rows[at], words)), None)
    if head is not None:
        return _at_heads(rows, head, apart, words)
    rows = [row for row in rows if any(row)]
    wide = [row for row in rows if len(row) > 1]
    if sign == "\t" and len(wide) >= max(_LEAST, 0.7 * len(rows)) and max(map(len, wide)) > 2:
        return [Sheet([], rows)]
    return None


def _at_heads(rows: list[list[str]], first: int, apart: Sequence[bool], words: NotesWords) -> list[Sheet]:
    """Return a table for each head: after a blank line, another begins with its title and its head."""
    heads = [first]
    tops = [0]
    for at in range(len(rows)):
        if at > heads[-1] and apart[at] and any(rows[at]):
            head = next((n for n in range(at, min(at + 3, len(rows))) if names_columns(rows[n], words)), None)
            if head is not None:
                heads.append(head)
                tops.append(at)
    ends = [*tops[1:], len(rows)]
    return [
        Sheet([r for r in rows[top:head] if any(r)], [r for r in rows[head:end] if any(r)])
        for top, head, end in zip(tops, heads, ends, strict=True)
    ]


def read_sheets(sheets: Sequence[Sheet], words: NotesWords) -> NotesRead:
    """Return what the tables of a file come apart into, one after the other."""
    cuts: list[Cut] = []
    doubts: list[str] = []
    for sheet in sheets:
        found = read(sheet.rows, words)
        cuts += [aside(" | ".join(filter(None, row))) for row in sheet.above]
        cuts += found.cuts
        doubts += [doubt for doubt in found.doubts if doubt not in doubts]
    return NotesRead(source=found.source, cuts=tuple(cuts), doubts=tuple(doubts))


def read(rows: list[list[str]], words: NotesWords, here: Labels | None = None) -> NotesRead:
    """Return what a table comes apart into: a cut a row, or one for each answer where a form asked several questions."""
    named = names_columns(rows[0], words) or (here is not None and begins_with_who(rows[0], words))
    rows = _one_head(rows) if named else rows
    columns = columns_of(rows[0], rows[1:], words) if named else guessed(rows, words)
    body = rows[1:] if named else rows
    texts = [at for at, what in columns.items() if what == "text"]
    grid = named and are_headings(rows[0], words)
    asks = [at for at in texts if grid or (named and what_of(rows[0][at], words) is None)]
    question_list = (
        named
        and not grid
        and any(
            plain(cell) in {"question", "question text", "questions", "upvotes", "score", "asker name", "replies"}
            for cell in rows[0]
        )
    )
    cuts: list[Cut] = [aside(" | ".join(filter(None, rows[0])))] if named else []
    labels = here or Labels(words)
    heads = [at for at, what in columns.items() if what == "part"]

    def parts_of(row: Sequence[str]) -> str | None:
        return " / ".join(row[at] for at in heads if at < len(row) and row[at]) or None

    acting = ActionReader(words, labels, None)
    replies = {at for at in texts if question_list and plain(rows[0][at]) in _REPLIES}
    for row in body:
        cells = {what: row[at] for at, what in columns.items() if at < len(row) and what != "text" and row[at]}
        before = len(cuts)
        asked = [
            f"“{rows[0][at]}” {row[at]}"
            for at, what in columns.items()
            if what == "permission" and at < len(row) and row[at]
        ]
        for at in texts:
            text = row[at] if at < len(row) else ""
            if plain(text) in things_to_do.NO_WORDS:
                continue
            part = rows[0][at] if at in asks else parts_of(row)
            if at in replies:
                cuts.append(Cut(text=text, kind=EntryKind.STAFF_COMMENT))
                continue
            if "speaker" not in columns.values() and not question_list and at not in asks:
                cuts += [replace(cut, part=part or cut.part) for cut in _as_notes(text, cells, words, labels)]
                continue
            of_head = _of_head(rows[0][at] if at in asks else part, words) if part else None
            for one in map(tidy.bare, text.split("\n")) if grid else (text,):  # in a grid each line is something said
                made = _row(_BULLET.sub("", one), cells, words, labels, part=part, question=question_list)
                if of_head is not None and made.kind is EntryKind.CONTRIBUTION:
                    made = replace(made, kind=of_head)
                cuts.append(made)
        if cells.get("action"):
            cuts += [replace(cut, part=cut.part or parts_of(row)) for cut in things_to_do.of_row(cells, acting)]
        if asked:
            cuts[before:] = [replace(cut, doubts=(*cut.doubts, *asked)) for cut in cuts[before:]]
        cuts += _shown_too(row, rows[0] if named else [], columns, cuts[before:], words)
    source = Source.QUESTIONS if question_list or asks else Source.TABLE
    return NotesRead(source=source, cuts=tuple(cuts), doubts=_stayed_behind(rows[0], columns) if named else ())


def _stayed_behind(head: Sequence[str], columns: dict[int, str]) -> tuple[str, ...]:
    """Return a sentence about the columns of which nothing comes in."""
    behind = [
        f"“{cell}”"
        for at, cell in enumerate(head)
        if cell and columns.get(at, "left_aside") in {"left_aside", "tallied"}
    ]
    return (f"Columns of which nothing comes in: {', '.join(behind)}.",) if behind else ()


def _row(
    text: str, cells: dict[str, str], words: NotesWords, labels: Labels, *, part: str | None, question: bool
) -> Cut:
    kind, rest = marks.at_start(text, words)
    if "kind" in cells:
        kind = _kind_of(cells["kind"], words) or kind
        part = part or (cells["kind"] if _kind_of(cells["kind"], words) is None else None)  # "Category: Transport"
    sheet = cells.get("sheet")
    cut = Cut(text=rest, part=part, sheet=f"Table {sheet}" if sheet and sheet.isdigit() else sheet)
    label = labels.called(cells["speaker"]) if cells.get("speaker") else None
    cut, of_label = with_label(cut, label, words, {})
    written = cells.get("at", "")
    read_time = times.whole(written) or times.whole(
        re.sub(r"^.*?(?=\d{1,2}:\d{2})|(?:\.\d+)?(?:Z| ?UTC| ?GMT|[+-]\d\d:\d\d)$", "", written)
    )
    if read_time is not None and read_time.at is not None:
        exact = (
            re.search(r"\d{4}|\d[/.-]\d{1,2}[/.-]\d{2}\b|:\d\d:\d\d", written) is not None
        )  # a computer's, with its day
        cut = replace(cut, at=times.without_hours(read_time).at if exact else read_time.at)
        if read_time.guessed and not exact:
            cut = replace(cut, doubts=(f"“{read_time.written}” is taken as {read_time.at}, in the afternoon.",))
    elif read_time is not None:
        doubt = f"“{written}” is no time of day. It was left in the words; the line has no time."
        cut = replace(cut, text=f"{written} {cut.text}", doubts=(doubt,))
    return replace(
        cut, kind=kind or of_label or (EntryKind.QUESTION if question or marks.asks(rest) else EntryKind.CONTRIBUTION)
    )


def _as_notes(text: str, cells: dict[str, str], words: NotesWords, labels: Labels) -> list[Cut]:
    """Read a cell of a table that has no column of who said it as a line of notes: names may stand in its words."""
    spoken = typed.of_cell(text, words, labels)
    made = _row(text, cells, words, labels, part=None, question=False)
    if len(spoken) == 1 and spoken[0].speaker is None and spoken[0].action is None:
        return [made]
    return [
        replace(cut, at=cut.at or made.at, sheet=cut.sheet or made.sheet, doubts=(*cut.doubts, *made.doubts))
        for cut in spoken
    ]


def _one_head(rows: list[list[str]]) -> list[list[str]]:
    """Return a table whose head is in two rows with one: a survey's second row says what kind of answer a column has."""
    if len(rows) < 3 or not any(_SECOND_HEAD.match(cell) for cell in rows[1]):
        return rows
    if not all(_SECOND_HEAD.match(cell) for cell in rows[1] if cell):
        return rows
    wide = max(map(len, rows[:2]))
    first, second = (row + [""] * (wide - len(row)) for row in rows[:2])
    return [[a or b for a, b in zip(first, second, strict=True)], *rows[2:]]


_SECOND_HEAD = re.compile(r"^(?:open-ended response|response|other \(.*\)|custom data.*)$", re.IGNORECASE)


def _shown_too(
    row: Sequence[str], head: Sequence[str], columns: dict[int, str], made: Sequence[Cut], words: NotesWords
) -> list[Cut]:
    """Return what of a row stands in none of the lines made of it, to be shown: no word is lost."""
    there = {word for cut in made for part in _all_of(cut) for word in _LETTERS.findall(fold(part))}
    more = []
    for at, cell in enumerate(row):
        what = columns.get(at, "left_aside" if at < len(head) and head[at] else None)
        of_lines = what in {"text", "action", "permission"} or (what == "speaker" and any(cut.speaker for cut in made))
        by_sign = (what == "kind" and _kind_of(cell, words) is not None) or (what == "at" and _TIMED.search(cell))
        if not cell or what in {"left_aside", "tallied"} or (made and (of_lines or by_sign)):
            continue
        if not made or not there.issuperset(_LETTERS.findall(fold(cell))):
            more.append(cell)
    return [aside(" | ".join(more))] if more else []


def _all_of(cut: Cut) -> Iterable[str]:
    said = (cut.text, cut.speaker, cut.role, cut.said_for, cut.sheet, cut.part)
    to_do = (cut.action.what, cut.action.who, cut.action.when) if cut.action is not None else ()
    return filter(None, (*said, *to_do))


def _kind_of(cell: str, words: NotesWords) -> EntryKind | None:
    return words.marks.get(plain(cell), words.headings.get(plain(cell)))


_LETTERS = re.compile(r"[^\W\d_]+")
_TIMED = re.compile(rf"\d[:.]\d\d|\d\s?[ap]\.?m|{DAY.pattern}", re.IGNORECASE)
"""A time of day, or a day: it says when a row was written."""


def _of_head(head: str, words: NotesWords) -> EntryKind | None:
    """Return what answers are by the question they stand under: "What has been good?"."""
    folded = plain(head).rstrip("?:. ")
    if re.search(
        r"\b(?:to|like to) ask\b|\bquestions? (?:do you have|for us|for the)\b|\bany (?:other )?questions\b", folded
    ):
        return EntryKind.QUESTION
    if folded in words.lists["grid_heads"]:
        return (
            EntryKind.WHAT_WORKS if re.match(r"continue|keep|carry|more|glad|love", folded) else EntryKind.CONTRIBUTION
        )
    return words.headings.get(folded)
