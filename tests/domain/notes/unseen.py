"""Sets of notes beside the entries a human reader would make of them; each set was written before the reader met it.

What counts as right was settled before the first of them was read:
- An entry is found when there is a line with its words, all of them and no others. Capitals, spaces and what stands
  around the words (bullets, quotation marks, a full stop) do not matter. Where two people would cut differently
  ("Karen said her tablets …" with or without "Karen said"), either is right.
- Who, kind and time are right when they are what a human reader would put; where two would differ, either is right.
  The name as written, or as the list of who came has it. No time where the notes say none.
- An action is found when what is to be done, who and when are right; the words "by" and "before" do not matter.
- A line a machine made, one an interpreter voices without saying for whom, and for whom somebody speaks, count too:
  an entry that lacks its mark is wrong, however right its words are.
- A question that the notes neither mark nor end with "?" is a question or a contribution: sessions of the field have
  such lines as contributions.
- A line more than the file has is counted apart (`more`). Every word of a file is in a line or is shown as set aside;
  a message for one person is nowhere.

Form of a file: the notes, a row of equal signs, an entry a line: time, who, kind, words, marks, parted by tabs.
"/" parts who or what kind is right as well (nothing: nobody), "|" times, "||" words; "*" is any time; kind "action" has in
the first column by when, "never" is what must be nowhere, "left" what stands in columns that the program says it leaves out. Files called .docx.txt
are made into a Word document first, where "| a | b |" is a row of a table and "* " a bullet.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from coprod_desktop.domain.check.words import fold
from coprod_desktop.domain.notes.values import Cut, NotesRead
from coprod_desktop.services.bring_in import notes_file
from tests.domain.notes.ruler import read

SETS = Path(__file__).parent / "sets"
_RULE = "\n==========\n"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True)
class Due:
    """An entry that should be found."""

    at: str
    who: str
    kind: str
    words: tuple[str, ...]
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Notes:
    """A file of a set."""

    text: str
    due: tuple[Due, ...]
    never: tuple[str, ...]
    left: tuple[str, ...] = ()


@dataclass(frozen=True)
class Score:
    """How one file came apart."""

    found: int
    due: int
    missed: tuple[str, ...]
    more: tuple[Cut, ...]
    let_in: tuple[str, ...]
    lost: frozenset[str]


def of_file(path: Path) -> Notes:
    """Return the notes of a file as the program opens them, and what should come of them."""
    text, rows = path.read_text("utf-8").split(_RULE)
    if path.name.endswith(".docx.txt"):
        text = notes_file.text_of(as_word(text))
    due, never, left = [], [], []
    for row in rows.strip("\n").split("\n"):
        at, who, kind, words, *marks = row.split("\t")
        if kind == "never":
            never.append(words)
        elif kind == "left":
            left.append(words)
        else:
            right = tuple(one.replace("\\n", "\n") for one in words.split(" || "))
            due.append(Due(at, who, kind, right, frozenset(marks[0].split() if marks else ())))
    return Notes(text, tuple(due), tuple(never), tuple(left))


def score(notes: Notes) -> Score:
    """Return how many entries of a file are found, and what went wrong."""
    found = read(notes.text)
    left = list(found.lines)
    missed: list[str] = []
    n = 0
    for due in notes.due:
        same = [cut for cut in left if _has_words(cut, due)]
        if not same:
            missed.append(f"not there: {due.kind} {due.who}: {due.words[0]}")
            continue
        cut = next((one for one in same if not _wrong(one, due)), same[0])
        left.remove(cut)
        wrong = _wrong(cut, due)
        n += not wrong
        missed += [f"{due.words[0]}: {', '.join(wrong)}"] if wrong else []
    let_in = tuple(words for words in notes.never if _bare(words) in _bare(" ".join(_all_words(found))))
    return Score(n, len(notes.due), tuple(missed), tuple(left), let_in, lost(notes, found))


def lost(notes: Notes, found: NotesRead) -> frozenset[str]:
    """Return the words of a file that are in no line and not shown as set aside."""
    kept = _tokens(" ".join(_all_words(found)))
    return frozenset(_tokens(notes.text) - kept - _tokens(" ".join((*notes.never, *notes.left))))


def as_word(text: str) -> bytes:
    """Return text as a Word document: "| a | b |" is a row of a table, "* " a bullet."""
    blocks: list[str] = []
    rows: list[str] = []
    for line in [*text.split("\n"), ""]:
        if line.startswith("|"):
            cells = (cell.strip() for cell in line.strip("|").split("|"))
            rows.append("<w:tr>" + "".join(f"<w:tc>{_paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>")
            continue
        if rows:
            blocks.append(f"<w:tbl>{''.join(rows)}</w:tbl>")
            rows = []
        blocks.append(_paragraph(line))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        body = f'<w:document xmlns:w="{_W}"><w:body>{"".join(blocks)}</w:body></w:document>'
        package.writestr("word/document.xml", body)
    return made.getvalue()


def _paragraph(line: str) -> str:
    bullet = "<w:pPr><w:numPr/></w:pPr>" if line.startswith("* ") else ""
    return f"<w:p>{bullet}<w:r><w:t>{escape(line.removeprefix('* ') if bullet else line)}</w:t></w:r></w:p>"


def _has_words(cut: Cut, due: Due) -> bool:
    said = cut.action.what if cut.action is not None else cut.text
    acts = cut.action is not None
    fits = "action" in due.kind.split("/") if acts else due.kind != "action"
    return fits and any(_bare(words) in {_bare(said), _bare(cut.text)} for words in due.words)


def _wrong(cut: Cut, due: Due) -> list[str]:
    wrong = []
    who = cut.action.who if cut.action is not None else cut.speaker
    at = cut.action.when if cut.action is not None else cut.at
    if due.at != "*" and _plain_time(at or "") not in {_plain_time(one) for one in due.at.split("|")}:
        wrong.append(f"time {at!r}, not {due.at!r}")
    if not any(_is_them(who or "", one) for one in due.who.split("/")):
        wrong.append(f"who {who!r}, not {due.who!r}")
    if cut.action is None and cut.kind.value not in due.kind.split("/"):
        wrong.append(f"kind {cut.kind.value!r}, not {due.kind!r}")
    for mark in due.marks:
        if mark == "machine" and not cut.machine:
            wrong.append("not said to be a machine's")
        elif mark == "interpreter" and not (cut.interpreter or cut.said_for):
            wrong.append("an interpreter's, and nobody is asked for whom")
        elif mark.startswith("for=") and not any(
            _is_them(called or "", one)
            for called in (cut.said_for, cut.speaker)
            for one in mark[4:].replace("_", " ").split("/")
        ):
            wrong.append(f"said for {cut.said_for!r}, not {mark[4:]!r}")
    return wrong


def _plain_time(at: str) -> str:
    return re.sub(r"^(?:by|before)\s+|(?<=\d)(?:st|nd|rd|th)\b", "", at.casefold().strip())


def _is_them(called: str, name: str) -> bool:
    called, name = called.casefold(), name.casefold()
    return called == name or (
        bool(called) and (name.startswith(f"{called} ") or (called.startswith(f"{name} ") and bool(name)))
    )


def _bare(text: str) -> str:
    return " ".join(fold(text).split()).strip(" .,;:\"'“”‘’-–—•*()[]")


def _all_words(found: NotesRead) -> Sequence[str]:
    told = []
    for cut in found.cuts:
        act = cut.action
        told += [
            cut.text,
            cut.speaker or "",
            cut.said_for or "",
            cut.sheet or "",
            cut.role or "",
            cut.part or "",
            cut.at or "",
        ]
        told += [cut.kind.value.replace("_", " ")]
        told += [act.what, act.who or "", act.when or "", act.why or ""] if act is not None else []
    told += [doubt for cut in found.cuts for doubt in cut.doubts]
    return told


_MARKS = frozenset(
    [
        "from",
        "everyone",
        "question",
        "story",
        "what",
        "worked",
        "works",
        "parked",
        "access",
        "staff",
        "anon",
        "action",
        "privately",
        "direct",
        "message",
        "via",
        "through",
        "signed",
        "guest",
        "webvtt",
        "edited",
        "voicing",
        "for",
        "not",
        "named",
        "storey",
        "stafff",
        "qestion",
        "axess",
        "yes",
        "again",
        "him",
        "unknown",
        "user",
        "external",
        "acess",
        "ask",
        "bad",
        "good",
        "stori",
        "she",
        "her",
        "interpreter",
        "car",
        "park",
    ]
)
"""Words that become a kind or a speaker."""


def _tokens(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{3,}", fold(text))) - _MARKS


if __name__ == "__main__":
    import sys

    for chosen in sys.argv[1:]:
        found_all = due_all = more_all = 0
        for path in sorted((SETS / chosen).glob("*.txt")):
            s = score(of_file(path))
            found_all, due_all, more_all = found_all + s.found, due_all + s.due, more_all + len(s.more)
            print(f"{path.name}: {s.found} of {s.due}")
            for line in s.missed:
                print("   -", line)
            for cut in s.more:
                print("   + ", cut.kind.value, repr(cut.speaker), repr(cut.text), cut.action or "")
            if s.lost:
                print("   lost:", " ".join(sorted(s.lost)))
            if s.let_in:
                print("   LET IN:", s.let_in)
        print(f"{chosen}: {found_all} of {due_all}, {more_all} more")
