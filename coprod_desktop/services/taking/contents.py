"""What the page "What is in this folder" says."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

from coprod_desktop.domain.counted import counted
from coprod_desktop.publish.own.everything import WhatIsIn
from coprod_desktop.services.taking.tables import TABLES

BEFORE = (
    "Everything goes into one folder, in files that other programs open: session files, papers, and lists for a "
    "spreadsheet. It is private, and it is not encrypted: it holds people's names, needs and words. Put it only where "
    "your organisation allows that. To move to another laptop with everything locked, take a backup instead."
)
"""Said before anything is made."""
_ABOUT = (
    "This folder holds what was in a workspace of Co-production Desktop, in formats that other programs read.",
    "It is not encrypted. Keep it where your organisation keeps records like these, and delete it when it is used.",
)
_BACK = (
    "Session files (the folder sessions, ending in .json) come in again on Sessions with “Bring a file in…”, or with "
    "the command import. They carry words, answers, permissions, promises and votes.",
    "Lists of people (the folder people, one for each session) come in on Get ready with “Bring in a list…”. A "
    "list never gives a yes: each person is asked again.",
    "Everything else is to be read, and to be used in other programs. To have a whole workspace again, groups, log and "
    "money included, use a backup.",
)
_NOT = (
    "Lines that are sealed because someone may be at risk. They belong in your organisation's own record.",
    "What was struck, and what is in the Bin.",
    "The sample session, photos of sheets, and what was typed but not entered.",
    "Passphrase, recovery code and backups.",
)
_FOLDERS: Mapping[str, str] = {
    "sessions": "Sessions",
    "papers": "Papers: “You said, we will” as it would be made today",
    "people": "People",
    "promises": "Answers and promises",
    "groups": "Groups and projects",
    "log": "The log",
    "agreed papers": "Papers people agree on",
    "money": "Money",
    "organisation": "Your organisation",
    "pictures": "Pictures",
}
_FOR_EACH: Mapping[str, Sequence[str]] = {
    "sessions": ("A file for each session, its day first and ending in .json: all of it that can come back in.",),
    "papers": ("A paper for each session, its day first: .html for any browser, .docx for Word.",),
    "people": ("A list for each session, its day first: the people on its list.",),
}
"""What of a folder is there once for each session."""


def what_is_in(on: datetime.date, many: Mapping[str, int], lists: Sequence[str], left: Sequence[str]) -> WhatIsIn:
    """Return it. `many`: folder -> files in it; `lists`: names of the lists that were made; `left`: what was not, and why."""
    parts: list[tuple[str, Sequence[str]]] = []
    for folder, heading in _FOLDERS.items():
        if not many.get(folder):
            continue
        made = [one for one in TABLES if one.folder == folder and one.name in lists]
        said = [f"Folder {folder}: {counted(many[folder], 'file')}."]
        said += _FOR_EACH.get(folder, ())
        said += [f"{one.file}: {one.about}." for one in made]
        parts.append((heading, said))
    parts.append(("What can come back in", _BACK))
    if left:
        parts.append(("What was not made, and why", left))
    parts.append(("What is not in here", _NOT))
    about = (*_ABOUT, "Lists are there twice: .csv for any program, .xlsx for Excel. Days are written as 2026-04-01.")
    return WhatIsIn(on=on, about=about, parts=parts)
