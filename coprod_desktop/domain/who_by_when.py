"""Who does something and by when, typed in one go: "Head of home care, by 6 Nov"."""

from __future__ import annotations

import datetime
import re

from coprod_desktop.domain import dates
from coprod_desktop.errors import UserError

_BEFORE_A_DAY = re.compile(r"\s*,\s*(by\s+)?|\s+(by)\s+", re.IGNORECASE)


def who_and_day(words: str, today: datetime.date) -> tuple[str, datetime.date | None]:
    """Return who, and the day that was typed behind it after a comma or "by"; the words and None without one.

    Behind a comma alone a day needs a number: "Robin, Friday" may be a name.
    """
    for found in _BEFORE_A_DAY.finditer(words):
        who, day = words[: found.start()].strip(), words[found.end() :].strip()
        if who and (found[1] or found[2] or re.search(r"\d", day)):
            try:
                return who, dates.parse_date(day, today)
            except UserError:
                continue
    return words, None
