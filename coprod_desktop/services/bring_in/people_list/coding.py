"""The text of a file by evidence: its marks, whether it is UTF-8 line by line, and which letters make words.

What was read wrongly once before it was saved ("AndrÃ©") is undone where it can be, and doubted where it cannot.
"""

from __future__ import annotations

import html
import re

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_EIGHT_BITS = ("cp1252", "mac_roman", "cp1250")
"""A Windows computer, an old Mac, a Windows computer in Poland; the first of those that fit alike."""
_HEAD = 64 * 1024
_LOST = "\ufffd"


class NoText(ValueError):
    """The bytes are no text."""


def text_of(data: bytes) -> str:
    """Return the text of a file. NoText when it is none."""
    if not data.strip(b"\0 \r\n\t"):
        return ""
    for mark, coding in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(coding, "replace"))
    if wide := _wide(data):
        return _checked(data.decode(wide, "replace"))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    eight = _eight_bits(data)
    if not _has_utf8_lines(data):
        return _checked(data.decode(eight, "replace"))
    return _checked("".join(_line(line, eight) for line in data.splitlines(keepends=True)))


def _checked(text: str) -> str:
    if "\0" in text:
        raise NoText
    head = text[:_HEAD]
    odd = sum(char < " " and char not in "\t\r\n\x0b\x0c" for char in head)
    if odd > len(head) // 100:
        raise NoText
    return text.removeprefix("\ufeff")


def _wide(data: bytes) -> str:
    """Return which UTF-16 it is when every other byte is empty and no mark stands at its beginning."""
    head = data[:4000]
    pairs = len(head) // 2
    if pairs < 4:
        return ""
    first, second = head[0::2].count(0), head[1::2].count(0)
    if max(first, second) < 0.6 * pairs or min(first, second) > 0.05 * pairs:
        return ""
    return "utf-16-be" if first > second else "utf-16-le"


def _has_utf8_lines(data: bytes) -> bool:
    return any(not line.isascii() and _is_utf8(line) for line in data.splitlines())


def _line(line: bytes, eight: str) -> str:
    return line.decode("utf-8") if _is_utf8(line) else line.decode(eight, "replace")


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _eight_bits(data: bytes) -> str:
    around = re.findall(rb"[A-Za-z']{0,3}[\x80-\xff]+[A-Za-z']{0,3}", data)[:2000]
    return max(_EIGHT_BITS, key=lambda coding: sum(_fits(piece, coding) for piece in around))


def _fits(piece: bytes, coding: str) -> int:
    """Return how much some bytes look like part of a word when they are read so."""
    text = piece.decode(coding, "replace")
    score = 0
    for at, char in enumerate(text):
        if char.isascii():
            continue
        before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2] or " "
        inside = before.isalpha() or after.isalpha()
        if char == _LOST:
            score -= 5
        elif char in "’‘":
            score += 2 if before.isalpha() and after.isalpha() else 1
        elif char.islower():
            score += 2 if inside and not after.isupper() else -2
        elif char.isupper():
            score += 1 if (after.islower() and not before.isalpha()) or text.isupper() else -3
        elif char in "–—“”£€…·\u00a0":
            score += 1
        else:
            score -= 3 if inside else 0
    return score


# ---- read wrongly once before

_C1 = {chr(n): n for n in range(0x80, 0xA0)}


def _table(coding: str) -> dict[str, int]:
    return {bytes([n]).decode(coding, "replace"): n for n in range(0x80, 0x100)} | _C1


_WRONGLY = (_table("cp1252") | {_LOST: -1}, _table("mac_roman") | {_LOST: -1})
_SIGNS = re.compile(
    "[ÂÃÄÅÆÇÐÑØÙà-ï][\x80-\xbf\u0152-\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122\ufffd]|[√¬ƒ≈‚][\x80-\uffff]"
)
_LIKELY = {0xC5: "Łőŏōŝ", 0xC4: "Đčďāĝ", 0xC3: "ÁÍÏÐÝ", 0xE2: ""}
"""Letters whose second byte has no sign of its own in Windows-1252, and so is lost on the way; the likeliest first."""
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[A-Za-z]{2,8});")


def undo(text: str) -> tuple[str, str]:
    """Return a text as it was meant, and a sentence when a letter of it is a guess or lost."""
    if text.isascii() and "&" not in text:
        return text, "" if not _ASKED.search(text) else _lost(text)
    made = html.unescape(text) if _ENTITY.search(text) else text
    guessed = False
    for _ in range(3):
        better, guess = _once(made)
        if better == made:
            break
        made, guessed = better, guessed or guess
    if _LOST in made or _ASKED.search(made):
        return made, _lost(made)
    if guessed:
        return made, f"A letter was lost before this list was saved. “{made}” is a guess: look at it."
    if _SIGNS.search(made):
        return made, f"“{made}” has odd letters. Look at it."
    return made, ""


_ASKED = re.compile(r"[^\W\d_]\?[^\W\d_]|(?:^|\s)\?[^\W\d_]{2}")


def _lost(text: str) -> str:
    return f"A letter of “{text}” was lost before this list was saved. Look at it."


def _once(text: str) -> tuple[str, bool]:
    if not _SIGNS.search(text):
        return text, False
    for table in _WRONGLY:
        made, guessed, undone, left = _read_again(text, table)
        if undone and not left:
            return made, guessed
    return text, False


def _read_again(text: str, table: dict[str, int]) -> tuple[str, bool, int, int]:
    """Return the text with its signs read as the UTF-8 they were, whether one is a guess, how many were and were not."""
    out: list[str] = []
    guessed, undone, left, at = False, 0, 0, 0
    while at < len(text):
        lead = table.get(text[at], 0)
        length = 2 if 0xC2 <= lead <= 0xDF else 3 if 0xE0 <= lead <= 0xEF else 4 if 0xF0 <= lead <= 0xF4 else 0
        more = [table.get(char, 0) for char in text[at + 1 : at + length]]
        if length and len(more) == length - 1 and all(0x80 <= n <= 0xBF for n in more):
            try:
                out.append(bytes([lead, *more]).decode("utf-8"))
            except UnicodeDecodeError:
                out.append(text[at])
                length, left = 1, left + 1
            else:
                undone += 1
            at += length
        elif length and -1 in more and (letter := _guess(lead, text, at)):
            out.append(letter)
            guessed, undone, at = True, undone + 1, at + 2
        else:
            left += lead != 0
            out.append(text[at])
            at += 1
    return "".join(out), guessed, undone, left


def _guess(lead: int, text: str, at: int) -> str:
    letters = _LIKELY.get(lead, "")
    first = at == 0 or not text[at - 1].isalpha()
    return next((letter for letter in letters if letter.isupper() == first), letters[:1])
