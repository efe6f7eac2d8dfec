"""Which words of which rows the search finds by an index."""

from __future__ import annotations

SEARCHED: dict[str, tuple[str, ...]] = {
    "entry": (
        *("text", "public_text", "theme", "translation", "outcome_note", "speaker_role"),
        *("sheet", "done_about", "told", "call_back", "told_as"),
    ),
    "point": ("you_said", "text", "owner", "reason", "reason_category", "look_again", "asked_who"),
    "promise_update": ("text",),
    "telling": ("text", "owner", "reason", "reason_category"),
    "vote": ("question", "options", "eligible_rule", "settled_by", "left_becomes"),
    "read_back": ("theme", "words", "before"),
    "person": ("name",),
    "attendance": ("role",),
    "need": ("need", "who_arranges", "why_not"),
    "bank": ("interests", "training", "trains", "terms", "heard_by", "cannot_come", "reason_offered"),
    "claim": ("words", "charity"),
    "session": (
        *("title", "place", "type", "project", "organisation", "locality", "purpose", "cannot_change"),
        *("series", "senior_listener", "strands", "could_not_come", "learnt", "for_whom"),
    ),
    "work_group": ("name", "issue", "aim", "may_decide", "locality", "area", "why_this_many"),
    "partner": ("name", "part", "gave", "got"),
    "group_member": ("role", "training"),
    "log_line": (
        *("words", "who", "theme", "asked_of", "answer", "options", "lived_present", "misses", "tried", "route"),
        *("stage", "watched_by"),
    ),
    "agreed_paper": ("title", "subject", "owner"),
    "paper_version": ("parts", "changed"),
}
"""Nouns with a full-text index, kept by triggers, and its columns; of choices in a vote only their words are in it, and of bids whose
each is and why it is not eligible."""
