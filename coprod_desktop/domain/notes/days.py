"""Days as people write them for what is to be done: "31/3/26", "w/c 9 Nov", "next meeting"."""

from __future__ import annotations

import datetime
import re

from coprod_desktop.domain import dates
from coprod_desktop.domain.notes import marks
from coprod_desktop.errors import UserError

_MONTH = r"(?:ionawr|chwefror|mawrth|ebrill|mai|mehefin|gorffennaf|awst|medi|hydref|tachwedd|rhagfyr|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
DAY = re.compile(
    r"(?<![\d£/.-])(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?"
    rf"|(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?)(?![\d/])",
    re.IGNORECASE,
)
ABOUT = r"(?:w/c|week (?:of|commencing|beginning)|mid-?|early|late|(?:the )?(?:end|start|beginning) of|until|after)\s*"
"""What stands before a day that is only about then: "w/c 9 Nov"."""
MEETING = re.compile(
    r"\b(?:the \d{1,2}(?:st|nd|rd|th)|dydd|mtg|mon|tues?|weds?|thurs?|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next|xmas|christmas|easter|meeting|week|month|asap|as soon as possible|session|end of|ongoing|today|tomorrow|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december|spring|summer|autumn|winter)\b",
    re.I,
)


def day_in(text: str, today: datetime.date | None) -> tuple[str | None, datetime.date | None]:
    """Return the day that is written in a text, as written and as a date; without a year it needs a day to count from."""
    found = DAY.search(text)
    if found is None:
        return None, None
    written = found.group()
    if today is None and not re.search(r"\d{4}|\d[/.-]\d{1,2}[/.-]\d{2}", written):
        return written, None
    try:
        return written, dates.parse_date(written, today or datetime.date(2000, 1, 1))
    except UserError:
        return written, None


def nearly_a_day(word: str) -> bool:
    """Tell whether a word is a day of the week with one letter wrong: "fridy"."""
    days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return any(marks.one_wrong(word.casefold(), day) for day in days)
