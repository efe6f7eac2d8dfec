"""Chats of Zoom, Teams and telephones: who wrote what, when, and to whom. Direct messages are counted and not kept."""

from __future__ import annotations

import csv
import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain.check.words import fold
from coprod_desktop.domain.notes import marks, tidy, times
from coprod_desktop.domain.notes.known_words import NotesWords, plain
from coprod_desktop.domain.notes.labels import Label, Labels
from coprod_desktop.domain.notes.shapes import shape_of_name
from coprod_desktop.domain.notes.values import Cut, NotesRead, Source
from coprod_desktop.domain.notes.who import with_label
from coprod_desktop.domain.words import EntryKind

_DAY = r"(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}|\d{1,2}[-/.]\d{1,2}|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?"
_WHEN = rf"(?:(?:{_DAY},?\s+(?:at\s+)?)?{_TIME}|{_TIME},\s+{_DAY})"
_ZOOM = re.compile(
    rf"^(?P<at>{_WHEN})\s+(?:From|Von)\s+(?P<who>.+?)\s+(?:to|an)\s+(?P<to>.+?)\s*:(?:\s+(?P<text>.*)|\s*)$",
    re.IGNORECASE,
)
_ZOOM_ALL = re.compile(rf"^(?P<at>{_WHEN})\s+(?:From|Von)\s+(?P<who>[^:]+?)\s*:\s*(?P<text>.*)$", re.IGNORECASE)
_ZOOM_TABS = re.compile(rf"^(?P<at>{_WHEN})\t+(?:From\s+)?(?P<who>[^\t\n]+?)\s*:\s*(?P<text>.*)$", re.IGNORECASE)
_LINE = re.compile(rf"^\[(?P<at>{_WHEN})\]\s*(?P<who>[^:\n]{{1,60}}?)(?:\s*:\s*(?P<text>.*)|$)", re.IGNORECASE)
_PHONE = re.compile(rf"^(?P<at>{_WHEN})\s+[-–]\s+(?P<who>[^:\n]{{1,60}}?)\s*:\s+(?P<text>.*)$", re.IGNORECASE)
_TEAMS = re.compile(
    rf"^(?P<who>[^\W\d_][^:\n\t\[\]]{{0,60}}?)\s*[,\t ]\s*\[?(?P<at>{_WHEN})\]?\s*$(?P<text>)", re.IGNORECASE
)
_PRIVATE_TO = re.compile(r"\s*\((?P<how>[^()]+)\)\s*$")
_EDITED = re.compile(
    r"^(?:edited|like|love|laugh|heart|\d+ (?:like|love|laugh|heart)\w*( reactions?)?\.?|(?:like|love|laugh|heart|surprised|sad)\s+\d+|translated|reply|replied to.*|forwarded.*|:\w+:\s*\d*|(?:[\u2190-\u2bff\U0001f000-\U0001faff]\ufe0f?\u200d?)+\s*\d{1,4}|\((?:guest|external|unverified)\))$",
    re.I,
)
_REPLACED = re.compile(
    r"^(?:(?:Replying to|Reacted to|Removed an? \S+ from)\s+[\"“].*|\[\s*(?:in reply to|reply to|forwarded from|forwarded)\b[^\]\n]*\]|(?:>[^\n]*(?:\n|$))+)",
    re.IGNORECASE,
)
"""What was answered or sent on: it stands above, and is somebody else's."""
_PICTURE = re.compile(
    r"^\[\s*(?:photo|video|sticker|voice message|audio|file|gif|document|album|location|contact)\b[^\]]*\]$",
    re.IGNORECASE,
)
_MEANT = re.compile(r"[\s\u200e]*<this message was edited>\s*$|^\u200e+", re.IGNORECASE)
_SYSTEM = re.compile(rf"^\[?(?P<at>{_WHEN})\]?\s+(?:[-–]\s+)?(?P<told>[^:\n]+)$", re.IGNORECASE)
"""A line of the program's own, with its day and time and no name before a colon: "Tommo left"."""
_TO = re.compile(
    rf"^(?P<at>{_WHEN})\s+(?P<who>[^:\n]{{1,60}}?)\s+to\s+(?P<to>[^:\n]{{1,60}}?)\s*:\s*(?P<text>.*)$", re.IGNORECASE
)
_SHAPES = (_ZOOM, _ZOOM_ALL, _ZOOM_TABS, _PHONE, _LINE, _TO, _TEAMS)
_ADDRESSED = re.compile(
    rf"^\[?{_WHEN}\]?\s+[^:\n]{{1,60}}?\s+to\s+every(?:one|body)\b[^:\n]*\s*:",
    re.IGNORECASE,
)
"""A line that says to whom it went, as only programs write it."""
_PRIVATE = re.compile(
    rf"^(?:\[?(?P<at>{_WHEN})\]?\s+)?(?P<from>(?:From|Von)\s+)?(?P<who>[^()\n]{{1,80}}(?:\([^()]*\)[^()\n]{{0,40}})?)\((?P<how>[^()]+)\)\s*(?P<colon>:?)\s*"
    rf"(?P<rest>.*?)[\s([]*(?P<last>{_WHEN})?[)\]]?$",
    re.IGNORECASE,
)
"""The beginning of a direct message, in whatever text it stands: its time stands before it or behind."""
_SENT = re.compile(r"\s(?:to|an)\s", re.IGNORECASE)
_LONGEST_SHORT = 7
_HEAD_OF_TABLE = 15
_SENDERS = frozenset({"from", "sender", "sent by", "name", "user", "who"})
_MESSAGES = frozenset({"message", "messages", "chat", "message text"})
_TIMED = re.compile(rf"^\W*{_WHEN}|{_WHEN}[)\]]?$", re.IGNORECASE)
_BULLET = re.compile(rf"^(?:[-–•*▪☐o]|\d{{1,2}}\))\s+(?=\[?{_WHEN})", re.IGNORECASE)
"""What a word processor puts before lines that were pasted as a list."""
_GOES_ON = re.compile(r"^(?!\s*(?:[-–•*]|[^\W\d_][^:\n]{0,40}:))")
"""A line with neither a bullet nor a name before it."""


@dataclass
class _Message:
    at: str
    who: str
    to: str
    lines: list[str]
    raw: list[str]
    """Its lines as they stood."""


def looks_like(lines: Sequence[str]) -> bool:
    """Tell whether a text is a chat: its lines say who wrote at what time, as these programs write it."""
    full = [line for line in lines if line.strip()]
    zoom = sum(bool(_ZOOM.match(tidy.beginning(line)) or _ZOOM_ALL.match(tidy.beginning(line))) for line in full)
    if zoom:
        return zoom * 6 >= len(full) or zoom > 3
    if any(_ADDRESSED.match(tidy.beginning(line)) for line in full) or _between_two(full):
        return True
    tabs = sum(bool(_ZOOM_TABS.match(tidy.beginning(line))) for line in full)
    if tabs >= max(2, len(full) * 0.25):
        return True
    dated = sum(_dated(tidy.beginning(line)) for line in full)
    if dated >= max(2, len(full) * 0.25):
        return True
    return _headed(full) or _stacked(full)


def _between_two(full: Sequence[str]) -> bool:
    """Tell whether lines say who wrote to whom ("10:15 Jo to Mo: …"), and somebody writes again or is written to."""
    found = [match for line in full if (match := _TO.match(tidy.beginning(line))) is not None]
    named = [match for match in found if all(shape_of_name(match[one]) in {"name", "one"} for one in ("who", "to"))]
    who, to = ([plain(match[one]) for match in named] for one in ("who", "to"))
    return len(named) >= max(2, len(full) * 0.25) and (len(set(who)) < len(who) or not set(who).isdisjoint(to))


def _dated(line: str) -> bool:
    found = _PHONE.match(line) or _LINE.match(line)
    return found is not None and re.search(rf"^{_DAY},?\s|,\s+{_DAY}$", found["at"], re.IGNORECASE) is not None


def _headed(full: Sequence[str]) -> bool:
    """Tell whether names and times stand on lines of their own, the words below."""
    found = [(at, _head(tidy.beginning(line))) for at, line in enumerate(full)]
    heads = [at for at, head in found if head is not None]
    who = [plain(_without_guest(head["who"])) for _at, head in found if head is not None]
    if len(heads) < 2 or heads[0] > 3 or len(heads) < len(full) * 0.2:
        return False
    named = sum(
        shape_of_name(_without_guest(head["who"])) in {"name", "one"} for _at, head in found if head is not None
    )
    again = sum(who.count(one) > 1 for one in who)
    return max(named, again) >= 0.6 * len(heads) and all(b - a > 1 for a, b in itertools.pairwise(heads))


def _head(line: str) -> re.Match[str] | None:
    found = _TEAMS.match(line) or _LINE.match(line)
    return None if found is None or found["text"] or re.search(r"\s[-–—]\s", found["who"]) else found


def _stacked(full: Sequence[str]) -> bool:
    """Tell whether a name, a time and the words stand on three lines: as copied from a window of Teams."""
    return sum(_is_stacked(full, at) for at in range(len(full) - 2)) >= 2


def _is_stacked(lines: Sequence[str], at: int) -> bool:
    if at + 2 >= len(lines) or times.whole(lines[at + 1].strip()) is None or ":" not in lines[at + 1]:
        return False
    return re.fullmatch(r"[^\W\d_][^:\n]{0,50}", lines[at].strip()) is not None


def read(lines: Sequence[str], words: NotesWords) -> NotesRead:
    """Return what a chat comes apart into."""
    cuts: list[Cut] = []
    direct = 0
    labels = Labels(words)
    names: dict[str, set[str]] = {}
    messages = list(_messages(lines, cuts.append))
    for message in messages:
        names.setdefault(plain(_without_guest(message.who)), set()).add(" ".join(message.who.split()))
    kept = [cut.text for cut in cuts]
    private = [plain(" ".join(message.lines)) for message in messages if _is_direct(message, words)]
    for message in messages:
        if _is_direct(message, words):
            direct += 1
            continue
        message = _without_quotes(message, private) if private else message
        kept += message.raw
        text = _MEANT.sub("", "\n".join(line for line in message.lines).strip())
        answered = _REPLACED.match(text)
        if answered is not None and answered.end() < len(
            text
        ):  # what was answered stands above, and is somebody else's
            cuts.append(Cut(text=f"{message.who}: {answered.group()}", kind=EntryKind.NOTE, aside=True))
            text, answered = text[answered.end() :].strip(), None
        if answered is not None or _PICTURE.match(text) or (text and not re.search(r"\w", text)):
            cuts.append(Cut(text=f"{message.who}: {text}", kind=EntryKind.NOTE, aside=True))
            continue
        if not text or _not_said(f"{message.who} {text}", words):
            cuts.append(Cut(text=f"{message.who}: {text}".strip(" :"), kind=EntryKind.NOTE, aside=True))
            continue
        told_apart = len(names[plain(_without_guest(message.who))]) > 1
        cuts.append(_cut(message, text, words, labels, told_apart=told_apart))
    without = "\n".join(kept) + "\n" if direct else None
    return NotesRead(source=Source.CHAT, cuts=tuple(cuts), direct=direct, without_direct=without)


def private_out(lines: Sequence[str], words: NotesWords) -> tuple[list[str], int]:
    """Return the lines of any text without direct messages of a chat that stand in it, and how many there were.

    One with its words on its own line goes on to a blank line, a bullet, a name or a time; one with its words below, to the next time.
    """
    kept: list[str] = []
    rows = _private_rows(lines, words)
    direct, at = len(rows), 0
    while at < len(lines):
        if at in rows:
            at += 1
            continue
        rest = _private_rest(_BULLET.sub("", tidy.bare(lines[at])), words)
        if rest is None:
            kept.append(lines[at])
            at += 1
            continue
        direct += 1
        at += 1
        while at < len(lines) and _TIMED.search(line := tidy.bare(lines[at])) is None:
            if rest and not lines[at].startswith("\t") and not (line and _GOES_ON.match(line)):
                break
            at += 1
    return kept, direct


def _private_rest(line: str, words: NotesWords) -> str | None:
    """Return what stands behind the head of a direct message on its line; None where no such head begins it."""
    if (zoom := _ZOOM.match(line)) is not None:
        message = _Message(zoom["at"], zoom["who"], zoom["to"], [], [])
        return (zoom["text"] or "") if _is_direct(message, words) else None
    found = _PRIVATE.match(line) if "(" in line else None
    how = next((one for one in re.findall(r"\(([^()]+)\)", line) if _is_private(one, words)), None)
    if found is None or how is None:
        return None
    sent = found["from"] or _SENT.search(found["who"])
    said_so = (
        found["at"] and found["colon"] and (len(how) > _LONGEST_SHORT or " " in how)
    )  # "10:30 Rent is high (DM)" is signed
    timed = found["colon"] or _TIMED.search(line)
    return found["rest"] if (sent and timed) or said_so else None


def _private_rows(lines: Sequence[str], words: NotesWords) -> set[int]:
    """Return which lines are rows of a table of messages, with whom they went to, that did not go to all."""
    for sign in "\t,;|":
        for top, line in enumerate(lines[:_HEAD_OF_TABLE]):
            head = [plain(cell) for cell in line.split(sign)]
            if "to" in head and _SENDERS.intersection(head) and _MESSAGES.intersection(head):
                return set(_rows_to_one(lines, top + 1, sign, head.index("to"), words))
    return set()


def _rows_to_one(lines: Sequence[str], at: int, sign: str, column: int, words: NotesWords) -> Iterator[int]:
    is_open = private = False
    for place in range(at, len(lines)):
        if not is_open:
            cells = next(csv.reader([lines[place]], delimiter=sign), []) if sign != "|" else lines[place].split(sign)
            to = plain(_PRIVATE_TO.sub("", cells[column])) if column < len(cells) else ""
            private = re.search(r"\w", to) is not None and to not in words.lists["everyone"]
        is_open ^= lines[place].count('"') % 2 == 1  # a cell of several lines
        if private:
            yield place


def _is_private(how: str, words: NotesWords) -> bool:
    return any(plain(part) in words.lists["private"] for part in re.split(r"[:,]", how))


def _without_quotes(message: _Message, private: Sequence[str]) -> _Message:
    """Return a message without what it answers, where that was said in private."""
    quoted = [line for line in message.lines if _REPLACED.match(line.strip())]
    theirs = [line for line in quoted if any(_heart(line) and _heart(line) in one for one in private)]
    if not theirs:
        return message
    lines = [line for line in message.lines if line not in theirs]
    raw = [line for line in message.raw if not any(one.strip() in line for one in theirs)]
    return replace(message, lines=lines or [""], raw=raw)


def _heart(quoted: str) -> str:
    """Return the words that a line quotes, as far as a program shows them."""
    inner = re.search(r"[\"“](?P<words>.+?)(?:\.\.\.|…)?[\"”]|>\s*(?P<more>.+)", quoted)
    return plain(inner["words"] or inner["more"]).rstrip(".… ") if inner is not None else ""


def _without_guest(who: str) -> str:
    return re.sub(r"\s*[(\[][^()\[\]]*[)\]]", "", who)


def _cut(message: _Message, text: str, words: NotesWords, labels: Labels, *, told_apart: bool) -> Cut:
    time = times.whole(re.sub(rf"^[^\W\d_]+,?\s+(?:at\s+)?|,\s+{_DAY}$", "", message.at))
    kind, rest = marks.at_start(text, words)
    label = labels.called(message.who) or Label(message.who)
    cut, of_label = with_label(Cut(text=rest, at=time.at if time else None), label, words, {})
    if told_apart:
        cut = replace(cut, speaker=" ".join(message.who.split()))
    if time is not None and time.at is None:
        doubt = f"“{time.written}” is no time of day. It was left in the words; the line has no time."
        cut = replace(cut, text=f"{time.written} {cut.text}", doubts=(doubt,))
    asked = EntryKind.QUESTION if marks.asks(cut.text) else EntryKind.CONTRIBUTION
    return replace(cut, kind=kind or of_label or asked)


def _messages(lines: Sequence[str], aside: Callable[[Cut], None]) -> Iterator[_Message]:
    raw = [line for line in lines if tidy.bare(line)]
    solid = [_BULLET.sub("", tidy.bare(line)) for line in raw]
    stacked = _stacked(solid)
    sure = sum(any(shape.match(line) for shape in _SHAPES if shape is not _TEAMS) for line in solid) > 1
    shapes = [shape for shape in _SHAPES if not (sure and shape is _TEAMS)]  # "Yes at 14:55" is nobody's name
    message: _Message | None = None
    at = 0
    while at < len(solid):
        line = solid[at]
        if stacked and _is_stacked(solid, at):
            if message is not None:
                yield message
            message = _Message(solid[at + 1], line, "", [], raw[at : at + 2])
            at += 2
            continue
        found = None if stacked else next((m for shape in shapes if (m := shape.match(line))), None)
        if found is not None:
            if message is not None:
                yield message
            groups = found.groupdict()
            first = [groups.get("text") or ""]
            message = _Message(
                groups["at"], tidy.bare(groups["who"].strip("~ \u200e\u202f")), groups.get("to") or "", first, [raw[at]]
            )
        elif not stacked and _SYSTEM.match(line) is not None and re.match(rf"\[?{_DAY}", line, re.IGNORECASE):
            aside(Cut(text=line, kind=EntryKind.NOTE, aside=True))
        elif message is not None:
            message.raw.append(raw[at])
            if _EDITED.match(line) and len(message.lines[0]) + len(message.lines) > 1:
                aside(Cut(text=line, kind=EntryKind.NOTE, aside=True))
            elif not _EDITED.match(line):
                message.lines.append(line)
        else:
            aside(Cut(text=line, kind=EntryKind.NOTE, aside=True))
        at += 1
    yield from filter(None, [message])


def _is_direct(message: _Message, words: NotesWords) -> bool:
    """Tell whether a message was to somebody and not to all."""
    for part in (message.to, message.who):
        behind = _PRIVATE_TO.search(part)
        if behind is not None and _is_private(behind["how"], words):
            return True
    who, to = message.who, message.to
    if not to and (found := re.match(r"^(?P<who>.+?)\s+to\s+(?P<to>.+)$", who)) is not None:
        to = found["to"]
    to = _PRIVATE_TO.sub("", to)
    return bool(to) and plain(to.strip(" :")) not in words.lists["everyone"]


def _not_said(text: str, words: NotesWords) -> bool:
    folded = fold(text)
    return any(told in folded for told in words.lists["not_said"]) and len(text) < 160
