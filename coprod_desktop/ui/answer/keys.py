"""The keys of the Answer page, as F1 lists them."""

from __future__ import annotations

KEYS = (
    ("Ctrl Down", "Next point"),
    ("Ctrl Up", "The point before"),
    ("Alt Up, Alt Down", "Move the point up or down"),
    ("Enter", "Make a point of what was said, or go to the answer; in an answer, on to the next field"),
    ("Space", "Tick a line, so that several are dealt with at once. Shift with arrows chooses several as well"),
    ("Alt 1 to Alt 8", "Give that answer: to the point, or to a new point made of the chosen lines"),
    ("Alt A", "Add the chosen lines to a point"),
    ("Alt H", "Thank you, we heard"),
    ("Alt P, Alt L", "Passed on to someone, left out because"),
    ("1 to 8", "Choose an answer, while the answers have the focus"),
    ("Alt Shift 1, 2, 3", "Who can do this: people themselves, with some help, the organisation. Again takes it off"),
    ("Ctrl T", "Move what was said to a theme"),
    ("Ctrl P", "Add a point, made from the chosen lines"),
    ("Delete", "Take the point away; what people said stays"),
    ("Menu key", "Everything that can be done with a row"),
)
