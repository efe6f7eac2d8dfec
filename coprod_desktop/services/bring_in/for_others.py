"""What somebody who is erased here said for somebody else, as a file has it: nobody said it, and what they refused closes it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from coprod_desktop.domain.permission import NOT_ASKED, YES, Purpose
from coprod_desktop.domain.permission_fields import CONSENT_KEYS, answer_in
from coprod_desktop.store.said_for_others import no_of, refuses_words

Json = dict[str, Any]


def unsigned(whole: Json, out: Sequence[Json], keys: Collection[Any]) -> Json:
    """Return a file without these people (`keys`, their ids in it) as speakers of what was said for others."""
    entries = [e for e in whole.get("entries") or () if isinstance(e, dict)]
    for_others = {e.get("n") for e in entries if e.get("speaker") in keys and e.get("said_for") not in {None, *keys}}
    if not for_others:
        return whole
    lines = {e.get("uid"): e.get("speaker") for e in entries if e.get("n") in for_others}
    people = {p.get("id"): p for p in out}
    told = [row for row in whole.get("permissions") or () if isinstance(row, dict)]
    wholly = {row.get("uid") for row in told}
    now = [
        _left(e, people[e["speaker"]], known=people[e["speaker"]].get("uid") in wholly)
        if e.get("n") in for_others
        else e
        for e in entries
    ]
    uids = {p.get("uid") for p in out} - {None}
    more = [no for line, speaker in lines.items() for no in _noes(told, line, people[speaker].get("uid"))]
    left = {**whole, "entries": now}
    if more:
        left["permissions"] = [*told, *more]
    if "revisions" in whole:  # a file without them is no laptop's
        left["revisions"] = [_without_speaker(row, uids) for row in whole["revisions"] or ()]
    return left


def _left(entry: Json, speaker: Json, *, known: bool) -> Json:
    """Return a line that nobody is named as having said. `known`: the file has each answer of the speaker as a row."""
    left = {name: value for name, value in entry.items() if name != "speaker"}
    if known:
        return left
    consents = (speaker.get("consents") or {}).items()
    refused = {
        CONSENT_KEYS.get(k.strip().lower()) for k, told in consents if answer_in(told)[0] not in {YES, NOT_ASKED}
    }
    if speaker.get("consent_withdrawn_on") or Purpose.OTHER_WORDS in refused:
        return left | {"withdrawn": True}
    return left | {"quote_ok": False} if Purpose.QUOTE in refused else left


def _noes(told: Sequence[Json], line: Any, speaker: Any) -> Iterator[Json]:
    own = [row for row in told if row.get("uid") == line]
    answered = {named for row in own if row.get("value") == YES for named in row.get("over") or ()}
    for row in told:
        theirs = row.get("uid") == speaker and refuses_words(row.get("purpose"), row.get("value"))
        if line and theirs and row.get("id") not in answered:
            kept = {name: value for name, value in row.items() if name not in {"over", "asked_by", "helped"}}
            yield kept | {"id": no_of(str(line), str(row.get("id"))), "of": "entry", "uid": line}


def _without_speaker(row: Any, uids: Collection[Any]) -> Any:
    old = row.get("old") if isinstance(row, dict) else None
    return {**row, "old": {**old, "speaker": None}} if isinstance(old, dict) and old.get("speaker") in uids else row
