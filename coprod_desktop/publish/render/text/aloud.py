"""Words as a voice says them: initials letter by letter, money, dates and times of day in words, no signs."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from coprod_desktop.publish.render.every_format.characters import Spelling

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = re.compile(r"\d+")
_DATE = re.compile(rf"\b(\d{{1,2}}) ({_MONTHS})\b")
_DAYS = re.compile(rf"\b\d{{1,2}}(?:, \d{{1,2}})* and (?=\d{{1,2}} (?:{_MONTHS})\b)")
_CLOCK = re.compile(r"\b([01]?\d|2[0-3]):([0-5]\d)\b")
_POUNDS = re.compile(r"£(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?( ?(?:million|billion|bn|m|k)\b)?")
_LARGE = {"m": " million", "bn": " billion", "k": " thousand"}
_PERCENT = re.compile(r"(?<=\d) ?%")
_PHONE = re.compile(r"(?<![\d,.])(?:\+\d{1,3}|0\d{2,5})(?: ?\d{2,8}){1,4}(?!\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(
    r"(?:https?://|www\.)[^\s()<>“”]+[^\s()<>“”.,;:!?]"
    r"|(?<![@\w.])[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|uk|wales|scot)\b(?:/[\w./-]*\w)?"
)
_CODE = re.compile(r"\b[0-9a-f]{3}(?:-[0-9a-f]{3}){3}\b")
_INITIALS = re.compile(r"(?<![A-Z’'] )\b([B-DF-HJ-NP-TV-Z]{2,6})(s?)\b(?![’'])")
_ALSO_INITIALS = re.compile(r"\b(PA|OT|UK|EU|USA|ESA|PIP|UC|IMCA|BSL|ICB|AIS|HIA|DLA|ADHD|BAME|ID)(s?)\b")
_SAID = (
    (re.compile(r"\bA ?& ?E\b"), "A and E"),
    (re.compile(r" ?& ?"), " and "),
    (re.compile(r"(?<=\d) ?[–-] ?(?=\d)"), " to "),
    (re.compile(r" [–—-] |—"), ", "),
    (re.compile(r"\band/or\b"), "and or"),
    (re.compile(r"(?<=\w)/(?=\w)"), " or "),
    (re.compile(r" ?× ?"), " times "),
    (re.compile(r" = "), " means "),
    (re.compile(r"\be\.g\."), "for example"),
    (re.compile(r"\bi\.e\."), "that is"),
    (re.compile(r"\betc\."), "and so on"),
)
_NOON, _EVENING = 12, 18


def as_said(text: str) -> str:
    """Return words as they are spoken."""
    text = _CODE.sub(lambda found: ", ".join(" ".join(part) for part in found[0].split("-")), text)
    text = _WEB.sub(lambda found: _address(found[0]), text)
    text = _MAIL.sub(lambda found: _address(found[0]), text)
    text = _PHONE.sub(lambda found: ", ".join(" ".join(part) for part in found[0].split()), text)
    text = _POUNDS.sub(_money, text)
    text = _PERCENT.sub(" percent", text)
    text = _CLOCK.sub(lambda found: time_said(int(found[1]), int(found[2])), text)
    text = _DAYS.sub(lambda found: _DAY.sub(lambda day: f"the {_ordinal(int(day[0]))}", found[0]), text)
    text = _DATE.sub(lambda found: f"the {_ordinal(int(found[1]))} of {found[2]}", text)
    for sign, words in _SAID:
        text = sign.sub(words, text)
    for initials in (_INITIALS, _ALSO_INITIALS):
        text = initials.sub(lambda found: " ".join(found[1]) + found[2], text)
    return without_signs(text)


def without_signs(text: str) -> str:
    """Return text with faces and other signs in words; letters of every language stay as they are."""
    if text.isascii():
        return text
    stretches = (("".join(chars), spoken) for spoken, chars in groupby(text, _is_spoken))
    said = (part if spoken else f" {Spelling(_is_spoken).spell(part)[0].strip()} " for part, spoken in stretches)
    return re.sub(r" +(?=[ .,;:!?])", "", "".join(said)).strip()


def time_said(hour: int, minute: int) -> str:
    """Return "half past 10 in the morning"."""
    when = "in the morning" if hour < _NOON else "in the afternoon" if hour < _EVENING else "in the evening"
    said, after = hour % 12 or 12, hour % 12 + 1
    if (hour, minute) in ((0, 0), (_NOON, 0)):
        return "12 noon" if hour else "midnight"
    words = {0: f"{said} o’clock", 15: f"quarter past {said}", 30: f"half past {said}", 45: f"quarter to {after}"}
    return f"{words.get(minute, f'{said} {minute:02d}')} {when}"


def _is_spoken(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMNPZ" or char in "$+=<>^`|~"


def _money(found: re.Match[str]) -> str:
    whole, pence, large = found[1], found[2], (found[3] or "").strip()
    if large:
        part = f".{pence}" if pence else ""
        return f"{whole}{part}{_LARGE.get(large, f' {large}')} pounds"
    unit = "pound" if whole == "1" else "pounds"
    return f"{whole} {unit}" + (f" {pence}" if pence and pence != "00" else "")


def _ordinal(day: int) -> str:
    ending = "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def _address(text: str) -> str:
    """Return "homecare at example dot org"."""
    text = re.sub(r"^https?://", "", text).rstrip("/")
    for sign, words in (("@", " at "), (".", " dot "), ("/", " slash "), ("-", " dash "), ("_", " underscore ")):
        text = text.replace(sign, words)
    return " ".join(text.split())
