"""Transcripts: subtitles (.vtt, .srt), Teams and others as text, a speech-to-text reporter's text."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain.check.words import fold
from coprod_desktop.domain.notes import marks, tidy, times
from coprod_desktop.domain.notes.known_words import NotesWords
from coprod_desktop.domain.notes.labels import Label, Labels
from coprod_desktop.domain.notes.shapes import shape_of_name
from coprod_desktop.domain.notes.values import Cut, NotesRead, Source, aside
from coprod_desktop.domain.notes.who import with_label
from coprod_desktop.domain.words import EntryKind

_STAMP = r"(?:(?P<{0}h>\d{{1,2}}):)?(?P<{0}m>\d{{1,2}}):(?P<{0}s>\d{{1,2}})(?:[.,](?P<{0}f>\d{{1,3}}))?"
_CUE = re.compile(r"^\s*" + _STAMP.format("a") + r"\s*(?:--+>|,)\s*" + _STAMP.format("b") + r".*$")
_OF_SUBTITLES = re.compile(r"^(?:WEBVTT|NOTE|STYLE|REGION|X-TIMESTAMP)\b")
"""What a program writes at the head of its subtitles and between them, down to a blank line."""
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+(?P<who>[^>]+)>")
_TAG = re.compile(r"</?[a-z][^>]*>|<\d[^>]*>")
_HEAD = re.compile(
    rf"^(?P<who>[^\W\d_][^\n•]{{0,60}}?)\s*[\t ,–-]*[(\[]?\s*(?<!\d){_STAMP.format('a')}\s*[)\]]?\s*:?\s*$"
)
_FIRST = re.compile(
    rf"^[\[(@]?{_STAMP.format('a')}[\])]?\s+(?:[-–]\s+)?(?P<who>[^\W\d_][^:\n]{{0,60}}?)\s*(?::\s*(?P<text>.*))?$"
)
_ALONE = re.compile(rf"^[\[(]?{_STAMP.format('a')}[\])]?$")
_LONG_ENOUGH = 300
"""Letters of a part that a machine wrote without a full stop."""
_INLINE = re.compile(rf"^[\[(]?{_STAMP.format('a')}[\])]?\s+(?:[-–]\s+)?(?P<text>\S.*)$")
"""Words behind a count of minutes, and nobody is named."""
_BEGAN = re.compile(
    r"\b(?:\d{1,2} \w{3,9},? \d{4}|\w{3,9} \d{1,2},? \d{4}|\d{1,2}/\d{1,2}/\d{4}),?\s+(?:at )?(?P<at>\d{1,2}[:.]\d{2}\s?(?:[ap]m)?)",
    re.I,
)
_REPORTER = re.compile(r"^\s*(?:>>+|»)\s*(?:(?P<who>[^:\n]{1,50}?):\s*)?(?P<text>.*)$")
_LOUD = re.compile(r"^(?P<who>[^\W\d_][^:\na-z]{1,39}):\s+(?P<text>\S.*)$")
"""Who speaks, in capitals: as good as >> in a reporter's text."""
_BEGINS = 5 * 60
"""Seconds within which somebody speaks in a recording: what begins later is the time of day."""
_CALLED = re.compile(r"^(?P<who>[^\W\d_][^:.!?<>]{0,40}):\s+")
"""Who speaks in subtitles without voices; where most cues begin so, whatever it looks like."""
_TURN = re.compile(r"^[-–—]\s*(?=[^\s-])", re.MULTILINE)
"""Subtitles begin with a dash where somebody else speaks."""
_SOUND = re.compile(r"^[\[(][^\[\]()]{1,40}[\])]$")
"""What a reporter heard and nobody said: "(Laughter)"."""
_CLOSE = 3.0
"""Seconds: a sentence of one person broken over two cues goes on at once."""
_ENDS = re.compile(r"[.!?…][\"”'’)]*$")


@dataclass
class _Said:
    start: float
    end: float
    who: str
    text: str
    begins: bool = False
    """Whether a dash says that somebody else speaks."""


def looks_like_cues(text: str) -> bool:
    """Tell whether a text is subtitles."""
    return text.lstrip().startswith("WEBVTT") or sum(bool(_CUE.match(line)) for line in text.split("\n")[:200]) > 1


def looks_like_heads(lines: Sequence[str]) -> bool:
    """Tell whether a text is a transcript with a name and a count of minutes above each part."""
    full = [line for line in lines if line.strip()]
    heads = [m for line in full if (m := _HEAD.match(line.strip())) is not None and _is_count(m)]
    firsts = [m for line in full if (m := _FIRST.match(line.strip())) is not None and _is_count(m)]
    inline = [m for line in full if (m := _INLINE.match(line.strip())) is not None and _is_count(m)]
    found = max(heads, firsts, key=len)
    if len(inline) > 2 * len(found):
        found = inline
    if len(found) < 2 or len(found) < 0.2 * len(full):
        return False
    stamps = [_seconds(m, "a") for m in found]
    if not times.go_forward([f"{int(s):08}" for s in stamps]):
        return False
    if all(m["ah"] is not None for m in found):  # hours, minutes, seconds: those of a recording begin at nought
        return stamps[0] < _BEGINS
    return stamps[0] < (_BEGINS if found is heads else 60)


def looks_stamped(lines: Sequence[str]) -> bool:
    """Tell whether a text is what a machine heard, each part under a line that is only a count of minutes."""
    full = [line.strip() for line in lines if line.strip()]
    stamps = [m for line in full if (m := _ALONE.match(line)) is not None and _is_count(m)]
    if len(stamps) < 3 or len(stamps) < 0.25 * len(full) or _seconds(stamps[0], "a") >= _BEGINS:
        return False
    return times.go_forward([f"{int(_seconds(m, 'a')):08}" for m in stamps])


def read_stamped(lines: Sequence[str], words: NotesWords, *, start: str | None) -> NotesRead:
    """Return what such a transcript comes apart into: parts are joined to the end of a sentence where nobody is named."""
    full = [line for line in map(tidy.bare, lines) if line]
    marked = [_ALONE.match(line) for line in full]
    above = [full[at - 1] for at, stamp in enumerate(marked) if stamp is not None and at and marked[at - 1] is None]
    names = {who for who in above if above.count(who) > 1 or shape_of_name(who) in {"name", "one"}}
    named = sum(who in names for who in above) >= max(2, 0.6 * len(above))
    said: list[_Said] = []
    asides: list[Cut] = []
    for at, (line, stamp) in enumerate(zip(full, marked, strict=True)):
        if stamp is not None:
            who = full[at - 1] if named and at and full[at - 1] in names else ""
            now = _seconds(stamp, "a")
            if who or not said or said[-1].who or _ENDS.search(said[-1].text) or len(said[-1].text) > _LONG_ENOUGH:
                said.append(_Said(now, now, who, ""))
        elif named and at + 1 < len(full) and marked[at + 1] is not None and line in names:
            continue
        elif not said or _told_of_it(line, words):
            asides.append(aside(line))
        else:
            said[-1].text = f"{said[-1].text} {line}".strip()
    made = _made(said, words, start, Source.TRANSCRIPT, machine=True)
    return replace(made, cuts=(*asides, *made.cuts))


def _is_count(found: re.Match[str]) -> bool:
    """Tell whether this counts minutes: no time there is none, and one behind a day is when it began."""
    return int(found["as"]) < 60 and int(found["am"]) < 60 and _BEGAN.search(found.string) is None


def looks_reported(lines: Sequence[str]) -> bool:
    """Tell whether a text is a speech-to-text reporter's: each change of speaker begins with >>."""
    return sum(line.lstrip().startswith((">>", "»")) for line in lines) > 1


def read_cues(text: str, words: NotesWords, *, start: str | None) -> NotesRead:
    """Return what subtitles come apart into. `start` is when the recording began, "HH:MM"."""
    said: list[_Said] = []
    cues, beside = _blocks(text.split("\n"))
    called = sum(_CALLED.match(" ".join(lines)) is not None for _cue, lines in cues)
    named = called >= max(2, 0.6 * len(cues))
    for cue, lines in cues:
        said += _of_cue(_seconds(cue, "a"), _seconds(cue, "b"), lines, words, named=named)
    made = _made(said, words, start, Source.TRANSCRIPT, machine=True)
    return replace(made, cuts=(*made.cuts, *map(aside, beside)))


def _blocks(lines: Sequence[str]) -> tuple[list[tuple[re.Match[str], list[str]]], list[str]]:
    """Return each time with the lines under it, down to a blank one or the next, and what stands beside them all.

    A number or a name that a program gives a part, on the line before its time, is not said.
    """
    found: list[tuple[re.Match[str], list[str]]] = []
    beside: list[str] = []
    open_one = of_program = False
    for raw, below in itertools.zip_longest(lines, lines[1:], fillvalue=""):
        line = tidy.bare(raw)
        cue = _CUE.match(line)
        if cue is not None:
            if found and open_one and found[-1][1] and found[-1][1][-1].isdigit():
                found[-1][1].pop()
            found.append((cue, []))
            open_one = True
        elif not line:
            open_one = open_one and bool(found) and not found[-1][1]
            of_program = False
        elif open_one:
            found[-1][1].append(line)
        elif of_program or _OF_SUBTITLES.match(line):
            of_program = True
        elif _CUE.match(tidy.bare(below)) is None or " " in line:
            beside.append(line)
    return found, beside


def _of_cue(start: float, end: float, lines: Sequence[str], words: NotesWords, *, named: bool) -> list[_Said]:
    whole = "\n".join(lines)
    voices = list(_VOICE.finditer(whole))
    if voices:
        ends = [v.start() for v in voices[1:]] + [len(whole)]
        return [_Said(start, end, v["who"], _words(whole[v.end() : e])) for v, e in zip(voices, ends, strict=True)]
    if _TURN.match(whole):
        return [_Said(start, end, "", _words(turn), begins=True) for turn in _TURN.split(whole) if turn]
    plain_text = _words(whole)
    if named and (called := _CALLED.match(plain_text)) is not None:
        return [_Said(start, end, called["who"], plain_text[called.end() :])]
    found = Labels(words).parted(plain_text)
    if found is not None and found[1] in {"colon", "bracket"}:
        who = found[0].who + (f" ({found[0].behind})" if found[0].behind else "")
        return [_Said(start, end, who, found[2])]
    if (
        len(lines) > 1
        and len(lines[0]) < 50
        and Labels(words).shape(lines[0]) in {"name", "role"}
        and not _ENDS.search(lines[0])
    ):
        return [_Said(start, end, lines[0], _words("\n".join(lines[1:])))]
    return [_Said(start, end, "", plain_text)]


def _words(marked: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", marked)).split())


def read_heads(lines: Sequence[str], words: NotesWords, *, start: str | None) -> NotesRead:
    """Return what a transcript with names and minutes above its parts comes apart into."""
    said: list[_Said] = []
    asides: list[Cut] = []
    full = [line for line in map(tidy.bare, lines) if line]
    heads = [
        next((m for p in (_HEAD, _FIRST, _INLINE) if (m := p.match(line)) is not None and _is_count(m)), None)
        for line in full
    ]
    for line, found, below in zip(full, heads, [*heads[1:], None], strict=True):
        if found is not None:
            text = found.groupdict().get("text") or ""
            if found.re is _FIRST and text and not shape_of_name(re.sub(r"\s*\d+$", "", found["who"])):
                inline = _INLINE.match(line)  # "The print is tiny: I asked."
                found = inline if inline is not None else found
                text = found["text"]
            if found.re is _FIRST and found["text"] is None and (below is not None or line is full[-1]):
                stamp = _seconds(found, "a")  # nothing stands below it: these are the words, and nobody is named
                said.append(_Said(stamp, stamp, "", found["who"]))
                continue
            who = (found.groupdict().get("who") or "").strip(" -–,")
            said.append(_Said(_seconds(found, "a"), _seconds(found, "a"), who, text))
        elif said and not _told_of_it(line, words):
            said[-1].text = f"{said[-1].text} {line}".strip()
        else:
            asides.append(Cut(text=line, kind=EntryKind.NOTE, aside=True))
    began = start or _began("\n".join(cut.text for cut in asides))
    made = _made(said, words, began, Source.TRANSCRIPT, machine=True)
    return replace(made, cuts=(*asides, *made.cuts))


def _told_of_it(line: str, words: NotesWords) -> bool:
    folded = fold(line)
    return len(line) < 120 and any(told in folded for name in ("not_said", "machine") for told in words.lists[name])


def _began(text: str) -> str | None:
    found = _BEGAN.search(text)
    read = times.whole(found["at"]) if found else None
    return read.at if read is not None else None


def read_reported(lines: Sequence[str], words: NotesWords) -> NotesRead:
    """Return what a speech-to-text reporter's text comes apart into: lines are broken anywhere, >> is a change of speaker."""
    cuts: list[Cut] = []
    sounds: list[Cut] = []
    labels = Labels(words)
    time: str | None = None
    begun = False
    for raw in lines:
        line = tidy.bare(raw)
        if not line:
            continue
        if (alone := times.whole(line)) is not None and alone.at:
            time = alone.at
            continue
        before, sign, after = line.partition(">>")
        if sign and (stamped := times.whole(before)) is not None and stamped.at:
            time, line = stamped.at, f"{sign}{after}"
        found = _REPORTER.match(line) or _LOUD.match(line)
        if found is None and not begun:
            cuts.append(Cut(text=line, kind=EntryKind.NOTE, aside=True))
        elif found is None and _SOUND.match(line):
            sounds.append(Cut(text=line, kind=EntryKind.NOTE, aside=True))
        elif found is None:
            cuts[-1] = replace(cuts[-1], text=f"{cuts[-1].text} {line}".strip())
        else:
            begun = True
            who = _capitals_down(found["who"]) if found["who"] else None
            label = labels.called(who) if who else None
            cut, kind = with_label(Cut(text=found["text"], at=time), label, words, {})
            cuts.append(replace(cut, kind=kind or EntryKind.CONTRIBUTION))
    return NotesRead(source=Source.REPORTER, cuts=(*(_asked(cut) for cut in cuts), *sounds))


def _capitals_down(who: str) -> str:
    """Return a name that stands all in capitals as names are written."""
    if not who.isupper() or len(who) < 4:
        return who
    return re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), who)


def _asked(cut: Cut) -> Cut:
    if cut.aside or cut.kind is not EntryKind.CONTRIBUTION or not marks.asks(cut.text):
        return cut
    return replace(cut, kind=EntryKind.QUESTION)


def _seconds(found: re.Match[str], which: str) -> float:
    parts = [int(found[which + part] or 0) for part in "hms"]
    return parts[0] * 3600 + parts[1] * 60 + parts[2] + float(f"0.{found[which + 'f'] or 0}")


def _made(said: Sequence[_Said], words: NotesWords, start: str | None, source: Source, *, machine: bool) -> NotesRead:
    labels = Labels(words)
    cuts: list[Cut] = []
    last: _Said | None = None
    for one in said:
        if not one.text:
            cuts += [aside(one.who)] if one.who else []
            last = None
            continue
        going_on = last is not None and one.who == last.who and one.start - last.end <= _CLOSE and not one.begins
        if going_on and not _ENDS.search(cuts[-1].text) and last is not None and last.end > last.start:
            cuts[-1] = replace(cuts[-1], text=f"{cuts[-1].text} {one.text}")
            last = one
            continue
        at = times.counted(int(one.start // 3600), int(one.start % 3600 // 60), start)
        label = (labels.called(one.who) or Label(one.who)) if one.who else None
        cut, kind = with_label(Cut(text=one.text, at=at, machine=machine), label, words, {})
        cuts.append(replace(cut, kind=kind or EntryKind.CONTRIBUTION))
        last = one
    doubts = () if start else ("The times are counted from the start of the recording: say when it began.",)
    return NotesRead(
        source=source,
        cuts=tuple(_asked(cut) for cut in cuts),
        doubts=doubts if cuts else (),
        counted_from_start=start is None,
    )
