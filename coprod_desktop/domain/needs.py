"""Needs as people write them, and the groups of the Accessible Information Standard (DAPB1605) they belong to."""

from __future__ import annotations

import re

CONTACT, FORMAT = "contact method", "information format"
PROFESSIONAL, SUPPORT, OTHER = "communication professional", "communication support", "other"
_BIG = r"(?:large|giant|big)[ -]?print"
_SIZED = re.compile(rf"(?:in |size )?{_BIG}\W*(?:size\W*)?(?:(\d{{2,3}})\W*(?:pt|points?)?\.?)?", re.I)
_GROUPS = (
    (PROFESSIONAL, r"(?:bsl|sign language|deaf.?blind).{0,12}(?:interpret|guide)|lip.?speaker|speech.to.text|palantyp|note.?taker|makaton signer|\badvocate|speech and language"),
    (CONTACT, r"\b(?:only|no|not|don.t|prefers?|instead of)\b.*\b(?:calls?|phone|ring|texts?|e-?mail|letters?|voice ?mail)\b|\b(?:calls?|phone|ring|texts?(?: messages?)?|e-?mail|letters?) only\b|text.?relay|relay call|voice note"),
    (FORMAT, rf"{_BIG}|easy.?read|braille|plain text|audio (?:cd|copy|version|file|format)|\bcd\b|bsl (?:film|video)|screen.?reader|(?:coloured|yellow|cream|blue) paper|(?:photo|makaton) symbols|\bin (?:word|pdf)\b|papers? (?:in|on|as)\b|\b\d\d ?(?:pt|point)\b"),
    (SUPPORT, r"\bloop\b|lip.?read|face me|extra time|more time|time to (?:speak|think|answer|read)|communication (?:aid|passport|book|board)|talking mat|cards\b|(?:hearing|guide|assistance) dog|support worker|speak (?:up|slow|clear)|slowly"),
)  # fmt: skip
"""The first that fits. What fits none is outside the Standard: access to the room, food, transport, cover, other languages."""
_PATTERNS = tuple((name, re.compile(pattern, re.I)) for name, pattern in _GROUPS)


def group_of(words: str) -> str:
    """Return the group a need belongs to, as files and the people page call it."""
    return next((name for name, pattern in _PATTERNS if pattern.search(words)), OTHER)


def tidy_need(words: str) -> str:
    """Return "LARGE PRINT 20" as "large print 20 point"; every other need as it was typed."""
    sized = _SIZED.fullmatch(words.strip())
    if sized is None:
        return words.strip()
    return f"large print {sized[1]} point" if sized[1] else "large print"
