"""What each field is called on the screen, for where a value stands without its own page around it."""

from __future__ import annotations

ROWS: dict[str, str] = {
    "session": "The session itself",
    "person": "A person",
    "attendance": "A person in this session",
    "need": "What somebody needs",
    "agenda_item": "The agenda",
    "checklist_item": "The access checklist",
    "ground_rule": "The ground rules",
    "entry": "A line that was said",
    "point": "A point and its answer",
    "promise_update": "How a promise is going",
    "telling": "A promise from an earlier paper",
    "vote": "A vote",
    "notice_given": "What was read out",
    "asking": "A question to somebody",
    "member_check": "Who looked at a paper",
    "said_back": "What came back on a paper",
    "format_asked": "A format that was asked for",
    "easy_sentence": "A sentence of the Easy Read",
    "easy_mark": "What a reader marked",
    "moment": "What happened in the hour",
    "read_back": "What the room said to a theme",
}
"""Noun -> what kind of thing it is."""

ANYWHERE: dict[str, str] = {
    "title": "Title", "type": "What kind of session", "date": "Date", "end_date": "Last day", "start": "Start",
    "end": "End", "finish_by": "The finish that is fixed", "place": "Place", "format": "How people take part",
    "organisation": "Organisation", "locality": "Area", "nation": "Nation", "ladder_aim": "Ladder: what we aim for",
    "ladder_actual": "Ladder: where we were",
    "ladder_members": "Ladder: where we were, members say", "ladder_staff": "Ladder: where we were, staff say", "scie_elements": "Parts of co-production", "set_agenda": "Who set the agenda",
    "purpose": "What it is about", "cannot_change": "What cannot change", "project": "Project",
    "as_of": "The day the paper speaks from", "reply_by": "Reply by", "contact": "Contact", "pot_pence": "Money to share",
    "max_bid_pence": "The most for one bid", "attended": "How many came", "evaluation_forms": "Evaluation forms",
    "stars": "Stars", "measure": "Measure", "baseline": "Where we started", "about_you_counts": "About you: counts",
    "headcount": "People counted at the door", "rules_agreed": "Ground rules agreed", "lead_name": "Who to ring",
    "lead_phone": "The number to ring", "sample": "The sample session", "name": "Name", "language": "Language",
    "withdrawn_words": "What they took back", "salutation": "How a letter greets them",
    "safe_contact": "Safe ways to reach them", "role": "Role", "expenses": "Expenses", "attendance": "Coming or here",
    "seat": "Seat", "declared_interest": "Declared interest", "need": "What they need", "ais": "Group of need",
    "who_arranges": "Who arranges it", "by": "By when", "met": "Was it met", "reviewed": "Looked at again",
    "minutes": "Minutes", "kind": "What it is", "leads": "Who leads it", "notes": "Notes", "started": "Began at",
    "finished": "Ended at", "phase": "When it is looked at", "text": "Words", "who": "Who does it", "done": "Done",
    "for_person": "For whom", "note": "Note", "at": "Time", "speaker": "Who said it", "speaker_role": "Role of who said it",
    "step": "What happened", "to_whom": "Who was asked", "changed": "What they changed", "skipped": "Why nobody looked",
    "point": "The point", "right": "Did we get it right", "answers": "Does it answer them", "back": "What they say back",
    "where_is": "Where it is", "who_signs": "Who signs", "from_hash": "What it was made from",
    "page": "Page", "mark": "Mark", "reader": "Reader", "words": "Words", "whose_words": "Whose words", "theme": "Theme", "lang": "Language", "dir": "Direction of the writing",
    "publish": "May it be on a paper", "public_text": "Words for the paper", "flags": "Marks",
    "duplicate_of": "Says the same as", "translation": "Translation", "translation_checked": "Translation checked",
    "said_for": "Said for", "checked_with_person": "Checked with the person", "outcome": "What became of it",
    "outcome_note": "What became of it, in words", "you_said": "You said", "from_entries": "Written from these lines",
    "answer": "Answer", "owner": "Who does it", "owner_agreed": "They agreed on", "due": "By when",
    "reason_category": "Kind of reason", "reason": "Why", "look_again": "When we look again", "asked_who": "Who was asked",
    "asked_on": "Asked on", "chased_on": "Chased on", "on": "Day", "state": "How it is going", "status": "Where it stands",
    "done_on": "Done on", "last_update": "Last word on it", "decided_on": "Decided on", "question": "Question",
    "options": "Choices and votes", "method": "How people voted", "votes_each": "Votes each", "dots_each": "Dots each",
    "papers_given": "Papers given out", "voters": "People who voted", "spoilt": "Spoilt papers",
    "eligible_rule": "Who could win", "settled_by": "How it was settled", "when": "When it was read out",
    "heard_by": "How many heard it", "unknown": "Parts that this program does not know",
    "order": "Place in the list", "consents": "What they agreed to", "name_in_public": "How their name may appear",
    "consent_withdrawn_on": "Taken back on", "quote_ok": "May it be quoted", "withdrawn": "Taken back",
    "sort": "What sort it is", "unconfirmed": "Made by a machine, not yet confirmed", "sheet": "Sheet",
    "done_about": "What was done about it", "done_at": "When it was done", "told": "Who was told",
    "call_back": "How they hear about it", "planned": "Minutes first planned", "tables": "Tables at once",
    "by_post": "Votes by post", "by_supporter": "Votes put down by a supporter",
    "too_many": "More votes than papers: what the room chose", "left_becomes": "What becomes of money left",
    "what": "What happened", "part": "Part of the agenda", "before": "How it stood before", "keep_until": "Keep until",
    "contact_name": "Whom to ask", "phone": "Phone", "text_number": "Number for texts", "mail": "Email",
    "post": "Postal address", "colour": "Colour", "logo": "Logo", "logo_alt": "What the logo shows",
    "braille_cells": "Braille: cells in a line", "braille_lines": "Braille: lines on a page", "plain": "Plainer word",
    "picture": "Picture", "promise": "The promise it tells of",
    "file_unknown": "Parts that this program does not know", "id": "Its own number",
}  # fmt: skip
"""Column -> its name, whatever the row."""
HERE: dict[tuple[str, str], str] = {
    ("entry", "text"): "What was said",
    ("entry", "kind"): "What it is",
    ("point", "text"): "The answer in words",
    ("agenda_item", "title"): "What is on the agenda",
    ("ground_rule", "text"): "The rule",
    ("telling", "text"): "What was promised",
    ("promise_update", "text"): "What is told about it",
    ("checklist_item", "text"): "What to do",
    ("person", "contact"): "How to reach them",
    ("asking", "words"): "The reply as it came",
    ("easy_sentence", "words"): "The sentence",
    ("agenda_item", "state"): "Skipped, or for next time",
    ("read_back", "answer"): "What the room said",
}
"""(noun, column) -> its name, where the row makes it another."""


def row_name(noun: str) -> str:
    """Return what kind of thing a row is."""
    return ROWS.get(noun, noun.replace("_", " ").capitalize())


def field_name(noun: str, column: str) -> str:
    """Return what a field is called."""
    return HERE.get((noun, column)) or ANYWHERE.get(column) or column.replace("_", " ").capitalize()
