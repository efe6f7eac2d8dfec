"""Pictures of what the program itself says: the same thing always has the same picture."""

from __future__ import annotations

from typing import Final

from coprod_desktop.domain.answers import Look
from coprod_desktop.domain.words import Standing
from coprod_desktop.publish.document import Tone

SAID: Final = "E24A"
"""Two speech bubbles: beside what people said, when its sense has no picture."""
DRAFT: Final = "1F4DD"
CHECKED: Final = "2705"
PEOPLE: Final = "E249"
PLACE: Final = "1F4CD"
ABOUT: Final = "1F3AF"
NAME: Final = "E147"
PHONE: Final = "1F4DE"
TEXT: Final = "E096"
MAIL: Final = "1F4E7"
POST: Final = "2709"
MONEY: Final = "1F4B7"
VOTE: Final = "1F5F3"
STAR: Final = "2B50"
FORM: Final = "E267"
TALK: Final = "E248"
WAITING: Final = "231B"
NO: Final = "274C"
DONE: Final = "2705"
WARN: Final = "26A0"
NEXT: Final = "27A1"
AGAIN: Final = "1F441"
WHY: Final = "2753"
CHANGED: Final = "1F500"
PAPER: Final = "1F4C4"
THANKS: Final = "1F490"
RULES: Final = "1F4D5"
NUMBERS: Final = "1F522"
ASK: Final = "1F64B"
PRIVATE: Final = "1F512"

OF_LOOK: Final = {
    Look.DONE: (Tone.DONE, DONE),
    Look.WE_WILL: (Tone.WE_WILL, DONE),
    Look.PART: (Tone.WE_WILL, "1F9E9"),
    Look.WAITING: (Tone.WAITING, WAITING),
    Look.NO: (Tone.NO, NO),
    Look.PASSED_ON: (Tone.WE_WILL, NEXT),
    Look.INFO: (Tone.QUIET, None),
}
OF_STANDING: Final = {
    Standing.KEPT: (Tone.DONE, DONE),
    Standing.KEPT_LATE: (Tone.DONE, DONE),
    Standing.OVERDUE: (Tone.WAITING, WARN),
    Standing.CHANGED_TO_NO: (Tone.NO, NO),
    Standing.NOT_DUE: (Tone.WAITING, WAITING),
}
