"""Who said a line, and what kind that makes it: a label becomes a speaker, with what stood in brackets behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from coprod_desktop.domain.notes import marks
from coprod_desktop.domain.notes.known_words import NotesWords, plain
from coprod_desktop.domain.notes.labels import HOW, Label
from coprod_desktop.domain.notes.values import Cut
from coprod_desktop.domain.roles import group_of
from coprod_desktop.domain.words import ANONYMOUS, EntryKind, Group

_PRONOUNS = re.compile(r"^(?:she|he|they|ze|xe)\s*/\s*\w+", re.IGNORECASE)

_TEAM = re.compile(r"\b(?:team|service|services|association|mgr|wkr)$", re.IGNORECASE)
"""Who speaks for a team works there."""
_RUN_IT = frozenset({"facilitator", "chair", "co-chair", "host"})
"""They may be anybody: what they say is no comment of staff unless the notes say so."""


def with_label(
    cut: Cut, label: Label | None, words: NotesWords, known: Mapping[str, str]
) -> tuple[Cut, EntryKind | None]:
    """Return a cut with who said it, and what kind that makes it."""
    if label is None:
        return cut, None
    if plain(label.who) in words.lists["people_by_role"] and label.behind[:1].isupper():
        label = replace(label, who=label.behind, behind=label.who)  # "Facilitator (Jo)" is Jo, who facilitates
    if _TEAM.search(label.who) and label.behind[:1].isupper():
        label = replace(label, who=label.behind, behind=label.who)  # "OT team (Dawn)"
    kind: EntryKind | None = None
    folded, behind = plain(label.who), plain(label.behind)
    role: str | None = None
    sheet = cut.sheet
    doubts: tuple[str, ...] = ()
    if behind and not _PRONOUNS.match(behind):
        if behind in words.lists["interpreters"]:
            role = label.behind
        elif behind in words.marks and behind not in words.lists["staff_by_letters"]:  # an OT is nothing off topic
            kind = words.marks[behind]
            role = (
                label.behind if kind is EntryKind.STAFF_COMMENT and behind not in {"staff", "staff comment"} else None
            )
        elif behind in words.lists["through_interpreter"] or re.fullmatch(
            r"guest|unverified|external|host|co-host|me|organi[sz]er", behind
        ):
            pass
        elif re.match(rf"^(?:{'|'.join(map(re.escape, words.lists['places']))})\b", behind):
            sheet = label.behind
        elif (
            behind in words.lists["people_by_role"]
            or behind in words.lists["staff_by_letters"]
            or group_of(behind) is not Group.OTHERS
            or _TEAM.search(behind)
        ):
            role = label.behind
        elif HOW.match(behind):
            sheet = label.behind[:1].upper() + label.behind[1:]
        elif (meant := marks.meant(behind, words)) is not None:
            kind = meant
        else:  # it says something of them, and is none of their words
            doubts = (f"Beside the name stood “{label.behind}”. It did not come in.",)
    bare = re.sub(r"\s*#?\d{1,3}$", "", folded)
    interpreter = (
        bare in words.lists["interpreters"] or bare.endswith(" interpreter") or behind in words.lists["interpreters"]
    )
    nobody = folded in words.lists["anonymous"] or folded.split()[:1] in (["anonymous"], ["anon"])
    speaker = ANONYMOUS if nobody else known.get(folded) or label.who
    if nobody and folded not in words.lists["anonymous"]:
        doubts = (*doubts, f"Before the words stood “{label.who}”.")
    said_to_be = role or (folded if bare in words.lists["people_by_role"] and bare not in _RUN_IT else "")
    if kind is None and is_staff(said_to_be, words):
        kind = EntryKind.STAFF_COMMENT
    said_for = label.said_for and (known.get(plain(label.said_for)) or label.said_for)
    made = replace(
        cut,
        doubts=(*cut.doubts, *doubts),
        speaker=speaker,
        role=role,
        sheet=sheet,
        said_for=said_for,
        interpreter=interpreter and said_for is None,
    )
    return made, kind


def is_staff(role: str, words: NotesWords) -> bool:
    """Tell whether a role that stands behind a name is one of staff."""
    folded = plain(role)
    if words.marks.get(folded) is EntryKind.STAFF_COMMENT or folded in words.lists["staff_by_letters"]:
        return True
    return group_of(folded) is Group.STAFF or _TEAM.search(folded) is not None


def only_noted(text: str, words: NotesWords) -> bool:
    """Tell whether a line says what happened in the room, and nobody said it: "comfort break"."""
    folded = plain(text).strip(" .!*()[]")
    lead = re.split(r"\s*[,;:(–-]\s*", folded)[0]
    return folded in words.lists["note_lines"] or (lead in words.lists["note_lines"] and len(folded.split()) < 7)
