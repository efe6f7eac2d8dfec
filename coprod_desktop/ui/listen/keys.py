"""The keys of Listen: each with what it does, as F1 lists them, and the act it calls."""

from __future__ import annotations

KEYS: tuple[tuple[str, str, str], ...] = (
    ("Alt+K", "What it is (of the line in hand, or of the line you are on in the list)", "kind"),
    ("Alt+I", "What sort: an idea, feedback or a challenge", "sort"),
    ("Alt+W", "Who said it", "who"),
    ("Alt+T", "Theme", "theme"),
    ("Alt+D", "Whose words: their own, a supporter's for somebody, or our description", "whose"),
    ("Alt+F", "For whom it was said", "for"),
    ("Alt+O", "Our description of what somebody did, not their words", "ours"),
    ("Alt+Q", "May it be quoted?", "quote"),
    ("Alt+P", "Parked", "park"),
    ("Alt+A", "Access problem", "access"),
    ("Ctrl+G", "Missed something: mark it, come back later", "gap"),
    ("Ctrl+Shift+G", "Go back to what was missed", "back"),
    ("Alt+H", "Who is here", "arrivals"),
    ("Ctrl+Shift+R", "Someone may be at risk", "risk"),
    ("Ctrl+Up", "To the last line in the list; Escape comes back", "list"),
    ("F10", "More: votes and bids, evaluation forms, figures, notes, slips and sheets", "more"),
    ("Alt+S", "In the list: it says the same as another line", "same"),
    ("Alt+V", "In the list: keep the chosen lines off papers, or let them on", "papers"),
    ("Alt+E", "We have it: read it back, and say how they hear back. Of an access problem: what was done", "seen_to"),
    ("Ctrl+J", "In the list: join it to the line before", "join"),
)
