"""What stands in the columns of a table: told by their heads, and by what stands below them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coprod_desktop.domain.notes import times
from coprod_desktop.domain.notes.known_words import NotesWords, plain
from coprod_desktop.domain.notes.labels import Labels

_FEW_WORDS = 6
_ASKS = re.compile(
    r"\?\s*$|^(?:what|why|how|who|when|where|which|do|did|is|are|was|were|can|could|tell|please|any)\b", re.IGNORECASE
)
_PERMISSION = re.compile(
    r"\b(?:may|can|could) we (?:use|share|quote|print|publish)|\b(?:consent|permission|happy for us|agree to)\b"
)
"""A column in which people say whether their words may be used: told beside each line, and never taken as a yes."""
_TO_DO = re.compile(r"^(?:\w+\s+){0,3}(?:we|to|will|should|shud)\s+(?:\w+\s+)?do$|^actions?\b|^next steps?\b")
"""Heads of a column of what will be done: "What we should do"."""
_OF_THEM = re.compile(
    r"\bdescribes? you\b|\bare you an?\b|\b(?:how old|your age|age (?:group|range)|gender|ethnic|disabil|religion|sexual)"
)
"""Questions about who somebody is: equality monitoring, never words for a session."""
_NAMES = re.compile(
    r"^(?:(?:please )?(?:tell us|enter|add|give|type) |what(?:'s| is) |can we (?:have|take) )?(?:(?:your|my|the|first|full|last|preferred|chosen|display|user|participant|respondent|voter|guest|sender|member) ?)*(?:first |sur|last )?name"
    r"(?: or (?:initials|nickname)| and surname|,? (?:if you|optional|please).*)?$"
)
"""Heads above names, however it is asked: "Your first name (if you want to give it)"."""
_DATED = re.compile(
    r"^(?:\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?:\w{3,9},? )?\d{1,2} \w{3,9},? \d{4}|\w{3,9} \d{1,2},? \d{4})[T, ]+(?:at )?\d{1,2}:\d\d\S*(?: ?(?:[ap]m|UTC|GMT))?$",
    re.IGNORECASE,
)
"""A day and a time."""
_OF_A_COMPUTER = re.compile(
    r"^(?:https?://\S+|www\.\S+|\S+@\S+\.\S+|\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S*(?: UTC| GMT)?|\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?"
    r"|#[0-9a-f]{3,8}|[0-9a-f-]{16,}|[A-Za-z0-9_-]*\d[A-Za-z0-9_-]{11,}|\[?\{.*\}\]?|true|false|-?\d+(?:\.\d+)?)$",
    re.IGNORECASE,
)
"""What only a program writes: addresses, its times and numbers."""
_TALLIED = 6
"""From so many rows on, a column of numbers or of a few same short answers is one of ticks, not of words."""


def what_of(cell: str, words: NotesWords) -> str | None:
    """Return what the head of a column says stands below it (known_words.COLUMNS, or "permission"); None when unknown."""
    folded = re.sub(r"\s*\([^)]*\)", "", plain(cell)).rstrip(":?*. ")
    if re.search(r"\b(?:e-?mail|phone|telephone|mobile|postcode|address)\b", folded):
        return "left_aside"
    if _PERMISSION.search(folded):
        return "permission"
    if _OF_THEM.search(folded):
        return "left_aside"
    if re.search(r"\b(?:hear|heard|find out|found out) about (?:us|this|it|the)\b", folded):
        return "left_aside"
    known = words.columns.get(plain(cell).rstrip(":? "), words.columns.get(folded))
    if known is None and re.fullmatch(r"(?:created|posted|written|added|submitted|sent|asked|raised) by", folded):
        return "speaker"
    if known is None and folded in {"poll question", "poll title", "poll", "question asked", "prompt"}:
        return "text"
    if known is None and _NAMES.match(folded):
        return "speaker"
    if known is None and re.match(
        r"^(?:by )?who(?:m)?\b.*\bwhen$|^(?:owner|lead|responsible)\b.*\b(?:when|date|due|deadline)$", folded
    ):
        return "owner"
    if known is None and len(parts := re.split(r"\s*/\s*", folded)) > 1:  # "Our view / next step"
        return next((words.columns[part] for part in reversed(parts) if part in words.columns), None)
    return known


def names_columns(row: Sequence[str], words: NotesWords) -> bool:
    """Tell whether a row names its columns: what was said among them, and one more."""
    if are_headings(row, words):
        return True
    if any(times.whole(cell) is not None for cell in row):
        return False  # something was said then
    found = [what_of(cell, words) for cell in row]
    heads = sum(plain(cell).rstrip("?:. ") in words.headings for cell in row)
    known = sum(one is not None for one in found) + heads
    full = sum(bool(cell) for cell in row)
    says = (
        "text" in found or "action" in found or heads > 0 or any(len(cell) > 12 and _ASKS.search(cell) for cell in row)
    )
    return (
        full > 1
        and known > 0
        and says
        and known + sum(len(c) > 12 for c in row) >= 0.5 * full
        and all(len(c) < 300 for c in row)
    )


def are_headings(row: Sequence[str], words: NotesWords) -> bool:
    """Tell whether each cell of a row says what stands below it: "What worked", "What didn't"; "Start", "Stop"."""
    full = [plain(cell).rstrip("?:.!… ") for cell in row if cell]
    known = [cell for cell in full if cell in words.headings or cell in words.lists["grid_heads"]]
    return len(full) > 1 and len(known) == len(full)


def begins_with_who(row: Sequence[str], words: NotesWords) -> bool:
    """Tell whether a short row begins with "Who" or "Name": a head, however the others are spelt."""
    return len(row) > 1 and what_of(row[0], words) == "speaker" and all(len(cell.split()) < _FEW_WORDS for cell in row)


def columns_of(head: Sequence[str], body: Sequence[Sequence[str]], words: NotesWords) -> dict[int, str]:
    """Return what stands in each column, by its head and by the cells below it."""
    if are_headings(head, words):
        return {at: "text" for at, cell in enumerate(head) if cell}
    found = {at: what for at, cell in enumerate(head) if (what := what_of(cell, words)) is not None}
    empty = [at for at in found if not any(at < len(row) and row[at] for row in body)]
    for at in empty if body else ():
        found[at] = "left_aside"  # "Name", which a form filled in for nobody
    dated = [
        at
        for at, cell in enumerate(head)
        if cell and at not in found and _are_times([r[at] for r in body if at < len(r)])
    ]
    if dated and "at" not in found.values():
        found[dated[0]] = "at"
    texts = [at for at, one in found.items() if one == "text"]
    again = [at for at in texts if _is_the_question(head[at], [r[at] for r in body if at < len(r) and r[at]])]
    if again and len(again) < len(texts):
        found[again[0]] = "part"  # each answer stands beside its question
    once = {"at", "speaker", "kind", "sheet"}
    for what in once:
        same = [at for at, one in found.items() if one == what]
        if what == "kind":  # "Type" says sticky_note of all, "Tags" says which are questions
            same.sort(key=lambda at: -sum(at < len(row) and _is_kind(row[at], words) for row in body))
        for at in same[:-1] if what == "at" else same[1:]:
            found[at] = "left_aside"
    if "action" in found.values():  # "Who" and "When" beside what is to be done
        for at, one in list(found.items()):
            cells = [row[at] for row in body if at < len(row) and row[at]]
            if one == "at" and "due" not in found.values() and not all(map(times.whole, cells)):
                found[at] = "due"
    for at in [at for at, one in found.items() if one == "text"]:  # "Response", and numbers below it
        cells = [row[at] for row in body if at < len(row) and row[at]]
        if cells and all(re.fullmatch(r"\d{1,6}", cell) for cell in cells) and len(head) > 2:
            found[at] = "left_aside"
    others = [at for at, cell in enumerate(head) if cell and at not in found]
    for at in others:
        filled = [row[at] for row in body if at < len(row) and row[at]]
        if filled and all(map(_OF_A_COMPUTER.match, filled)):
            found[at] = "left_aside"
            continue
        of_kind = plain(head[at]).rstrip("?:. ") in words.headings or head[at].endswith("?")
        if _is_tallied(filled):
            found[at] = "tallied"
        elif "action" not in found.values() and _TO_DO.search(plain(head[at])):
            found[at] = "action"
        elif of_kind or len(head[at]) > 20 or (filled and sum(map(len, filled)) / len(filled) > 15):
            found[at] = "text"
    rest = [at for at in others if at not in found]
    if rest and found.get(0) == "speaker" and "text" not in found.values():  # "Who" and another, however it is spelt
        found[max(rest, key=lambda at: sum(len(row[at]) for row in body if at < len(row)))] = "text"
    return found


def _is_kind(cell: str, words: NotesWords) -> bool:
    return plain(cell) in words.marks or plain(cell) in words.headings


def _are_times(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(_DATED.match(cell) for cell in filled)


def _is_the_question(head: str, filled: Sequence[str]) -> bool:
    """Tell whether a column has the questions that were asked of all, again and again."""
    return "question" in plain(head) and len(filled) > 2 and len(set(filled)) <= 0.5 * len(filled)


def _is_tallied(filled: Sequence[str]) -> bool:
    """Tell whether answers are numbers, or the same few short ones again and again: "Yes", "Very good"."""
    if filled and all(re.fullmatch(r"\d{1,3}(?:\s*/\s*\d{1,3})?", cell) for cell in filled):
        return True
    few = len({plain(cell) for cell in filled}) <= max(2, len(filled) // 4)
    return len(filled) >= _TALLIED and few and max(map(len, filled)) < 40


def guessed(rows: Sequence[Sequence[str]], words: NotesWords) -> dict[int, str]:
    """Return what stands in the columns of a table without a head: times, then names, the longest is what was said."""
    width = max(map(len, rows))
    cells = [[row[at] for row in rows if at < len(row) and row[at]] for at in range(width)]
    lengths = [sum(map(len, column)) / len(column) if column else 0 for column in cells]
    clocks = {at for at, col in enumerate(cells) if col and all(times.whole(cell) is not None for cell in col)}
    text = max(range(width), key=lambda at: (at not in clocks, lengths[at]))
    found = {text: "text"}
    labels = Labels(words)
    for at, column in enumerate(cells):
        if at == text or not column:
            continue
        if "at" not in found.values() and sum(times.whole(c) is not None for c in column) > 0.6 * len(column):
            found[at] = "at"
        elif "kind" not in found.values() and sum(plain(c) in words.marks for c in column) > 0.6 * len(column):
            found[at] = "kind"
        elif "speaker" not in found.values() and sum(bool(labels.shape(c)) for c in column) > 0.6 * len(column):
            found[at] = "speaker"
    return found
