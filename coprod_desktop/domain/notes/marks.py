"""What kind of line it is, as note-takers mark it: "Q", "?", "STORY", "ACCESS!!", "PARK -", "+", "nb", "(staff)"."""

from __future__ import annotations

import re
from functools import lru_cache

from coprod_desktop.domain.check import known
from coprod_desktop.domain.check.words import fold
from coprod_desktop.domain.notes.known_words import NotesWords, plain
from coprod_desktop.domain.words import EntryKind

_BOXED_SIGN = re.compile(r"^[\[(](?P<sign>[^\w\s])[\])]\s*(?=\S)")
_SIGN = re.compile(r"^(?P<sign>[^\w\s\"'“”‘’(\[£$€.,:;–—-])(?P=sign){0,2}(?![?!/+\d])\s*(?=\S)")
_IN_BRACKETS = re.compile(r"^[\[(]\s*(?P<word>[^()\[\]]{1,30}?)[:!]*\s*[\])]\s*[:–—-]?\s*")
_AT_THE_END = re.compile(r"\s*[\[(]\s*(?P<word>[^()\[\]]{1,30}?)[:!]*\s*[\])]\s*$")
_WORD_AND_SIGN = re.compile(
    r"^(?P<word>[a-z]{5,14})\s*(?:[:–—]|-\s|[.]\s|\s(?P<of>(?:from|by)\s+[^:–-]{2,30}(?::|\s[–-])))"
)
_ASKING = re.compile(
    r"^\?\?\s+(?=(?:who|what|when|where|why|how|can|could|is|are|do|does|did|will|would|should|any)\b)", re.IGNORECASE
)
"""Two question marks before a question; before anything else they are somebody whose name is not known."""
_FEW_LETTERS = 4
_AFTER_WORD = re.compile(r"(?P<bang>!{1,3})?\s*(?P<sep>[:：=|]|[.](?=\s)|[-–—]{1,2}(?=\s|$)|\d{1,2}[:.)]\s)?\s*")


@lru_cache(4)
def _pattern(marks: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(marks, key=len, reverse=True)
    return re.compile("(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w'’])")


_STRESSED = re.compile(r"^(?P<sign>\*\*|__|[*_])(?=[^\s*_])(?P<inside>[^*_]{1,40}?)(?P=sign)")


def at_start(line: str, words: NotesWords) -> tuple[EntryKind | None, str]:
    """Return the kind a line is marked with at its beginning, and the line without the mark."""
    stressed = _STRESSED.match(line)
    if stressed is not None and (plain(stressed["inside"].rstrip(":! ")) in words.marks or stressed.end() == len(line)):
        line = f"{stressed['inside']}{line[stressed.end() :]}"
        if plain(stressed["inside"].rstrip(":! ")) in words.marks and stressed.end() < len(stressed.string):
            line = f"{stressed['inside'].upper()}{stressed.string[stressed.end() :]}"
    sign = _BOXED_SIGN.match(line) or _SIGN.match(line)
    if sign is not None and sign["sign"] in words.signs and not (sign["sign"] == "?" and line.startswith("??")):
        return words.signs[sign["sign"]], line[sign.end() :].lstrip(": ")
    if (asking := _ASKING.match(line)) is not None:
        return EntryKind.QUESTION, line[asking.end() :]
    boxed = _IN_BRACKETS.match(line)
    if boxed is not None and (kind := words.marks.get(plain(boxed["word"]))) is not None and boxed.end() < len(line):
        return kind, line[boxed.end() :]
    folded = fold(line)
    found = _pattern(tuple(words.marks)).match(folded)
    if found is None:
        return _nearly(line, folded, words)
    word, written = found.group(), line[: found.end()]
    after = _AFTER_WORD.match(line, found.end())
    assert after is not None
    rest = line[after.end() :]
    if not _marks(word, written, after["bang"], after["sep"], rest, words):
        return None, line
    return words.marks[word], line if word in words.lists["keep_when_alone"] else rest


def meant(word: str, words: NotesWords) -> EntryKind | None:
    """Return the kind of line that a word with one letter wrong stands for: "staf", "qestion"."""
    near = (mark for mark in words.marks if len(mark) > _FEW_LETTERS and one_wrong(word, mark))
    return next((words.marks[mark] for mark in near if not known.is_word(word)), None)


def _nearly(line: str, folded: str, words: NotesWords) -> tuple[EntryKind | None, str]:
    """Return the kind of a mark with one letter wrong, a sign behind it: "Qestion: …", "stroy - …"."""
    found = _WORD_AND_SIGN.match(folded)
    if found is None or known.is_word(found["word"]) or known.is_first_name(found["word"]):
        return None, line
    kind = meant(found["word"], words)
    if kind is None:
        return None, line
    return kind, line[found.end("word") :].lstrip(" :–—-.") if not found["of"] else line[found.start("of") :]


def one_wrong(word: str, mark: str) -> bool:
    """Tell whether a word is a mark with one letter more, fewer or other, or two changed round."""
    if abs(len(word) - len(mark)) > 1 or word[:1] != mark[:1]:
        return False
    same = 1
    while same < min(len(word), len(mark)) and word[same] == mark[same]:
        same += 1
    a, b = word[same:], mark[same:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (len(a) > 1 and a[:2] == b[1::-1] and a[2:] == b[2:])


def _marks(word: str, written: str, bang: str | None, sep: str | None, rest: str, words: NotesWords) -> bool:
    """Tell whether a word at the beginning is a mark, and not the first word of what was said."""
    loud = written.isupper()
    if bang and (loud or (not sep and word in words.lists["before_dash"])):
        return True
    if sep in {":", "：", "=", "|"} or (sep and sep[0].isdigit() and loud):
        return True
    if sep and loud:
        return True
    if not sep and word in words.lists["before_dash"] and re.match(r"(?:from|by)\s+[^:–-]{2,30}(?::|\s[–-])", rest):
        return True  # "Question from Bob: …"
    if sep == "." and word in words.lists["before_dash"]:
        return rest[:1].isupper()
    if sep and sep[0] in "-–—":
        return word in words.lists["before_dash"]
    if word in words.lists["bare"]:
        return bool(rest)
    if not loud:
        return False
    following = re.match(r"[^\W\d_]{2,}\s+[^\W\d_]{2,}", rest)
    return following is None or not following.group().isupper()  # "ACCESS IS BAD HERE" is shouted


def at_end(line: str, words: NotesWords) -> tuple[EntryKind | None, str]:
    """Return the kind a line is marked with at its end, in brackets: "potholes on Ferrier Rd (parked)"."""
    found = _AT_THE_END.search(line)
    if found is None or not found.start():
        return None, line
    word = plain(found["word"])
    if word not in words.marks or word in words.lists["keep_when_alone"]:
        return None, line
    return words.marks[word], line[: found.start()]


def asks(text: str) -> bool:
    """Tell whether words end as a question. Two marks are a note-taker's own doubt, three are somebody's question.

    Order alone ("why do we pay the same") asks nothing: note-takers mark what is to be answered.
    """
    whole = text.rstrip(" \"'”’)")
    return not whole.endswith("(?") and whole.endswith("?") and (not whole.endswith("??") or whole.endswith("???"))
