"""Chats of Zoom, Teams and telephones: who wrote what, when, and to whom. Direct messages are counted and not kept."""

from __future__ import annotations

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
_WHEN = rf"(?:{_DAY},?\s+(?:at\s+)?)?{_TIME}"
_ZOOM = re.compile(
    rf"^(?P<at>{_WHEN})\s+From\s+(?P<who>.+?)\s+to\s+(?P<to>.+?)\s*:(?:\s+(?P<text>.*)|\s*)$", re.IGNORECASE
)
_ZOOM_ALL = re.compile(rf"^(?P<at>{_WHEN})\s+From\s+(?P<who>[^:]+?)\s*:\s*(?P<text>.*)$", re.IGNORECASE)
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
    rf"^\[?{_WHEN}\]?\s+[^:\n]{{1,60}}?(?:\s+to\s+every(?:one|body)\b[^:\n]*|\((?:privately|direct message|private message)\))\s*:",
    re.IGNORECASE,
)
"""A line that says to whom it went, as only programs write it."""


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
    if any(_ADDRESSED.match(tidy.beginning(line)) for line in full):
        return True
    tabs = sum(bool(_ZOOM_TABS.match(tidy.beginning(line))) for line in full)
    if tabs >= max(2, len(full) * 0.25):
        return True
    dated = sum(_dated(tidy.beginning(line)) for line in full)
    if dated >= max(2, len(full) * 0.25):
        return True
    return _headed(full) or _stacked(full)


def _dated(line: str) -> bool:
    found = _PHONE.match(line) or _LINE.match(line)
    return found is not None and re.match(rf"{_DAY},?\s", found["at"], re.IGNORECASE) is not None


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
    for message in messages:
        if _is_direct(message, words):
            direct += 1
            continue
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


def _without_guest(who: str) -> str:
    return re.sub(r"\s*[(\[][^()\[\]]*[)\]]", "", who)


def _cut(message: _Message, text: str, words: NotesWords, labels: Labels, *, told_apart: bool) -> Cut:
    time = times.whole(re.sub(r"^[^\W\d_]+,?\s+(?:at\s+)?", "", message.at))
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
    solid = [tidy.bare(line) for line in raw]
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
        if behind is not None and any(plain(w) in words.lists["private"] for w in re.split(r"[:,]", behind["how"])):
            return True
    who, to = message.who, message.to
    if not to and (found := re.match(r"^(?P<who>.+?)\s+to\s+(?P<to>.+)$", who)) is not None:
        to = found["to"]
    to = _PRIVATE_TO.sub("", to)
    return bool(to) and plain(to.strip(" :")) not in words.lists["everyone"]


def _not_said(text: str, words: NotesWords) -> bool:
    folded = fold(text)
    return any(told in folded for told in words.lists["not_said"]) and len(text) < 160
