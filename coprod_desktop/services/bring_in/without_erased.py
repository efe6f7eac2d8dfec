"""A file without the people who were erased here: they, what they said, and their name in other people's words stay out.

What they said for somebody else comes in with nobody named as having said it (see store.said_for_others).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from coprod_desktop.domain.check.mentions import without_names
from coprod_desktop.domain.erased_words import begins_with_one
from coprod_desktop.domain.people_record import ClaimState
from coprod_desktop.services.bring_in.for_others import unsigned
from coprod_desktop.services.bring_in.session_file import SessionFile, read_whole
from coprod_desktop.services.bring_in.session_file_checked import checked
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import gone
from coprod_desktop.store.erased_names import ErasedNames
from coprod_desktop.store.gone import Gone, GoneRow

_LINKS = ("uid", "id", "n", "speaker", "said_for", "for_person", "duplicate_of", "from_entries", "at")
_AMOUNT = frozenset(
    {
        *("uid", "kind", "fee", "pence", "reward", "paid_on", "paid_pence", "how", "receipt", "cost_code", "on"),
        *("rate", "order"),
    }
)
"""What is left of a paid amount: the same as of one that is here."""
Json = dict[str, Any]


def without_erased(desk: Desk, data: bytes, file: SessionFile) -> SessionFile:
    """Return a file as it may come in; the same where nobody was erased."""
    with desk.store.read() as connection:
        rows = [row for row in gone.every(connection) if row.noun in {"person", "name"}]
        known = Gone(connection, file.record.session.key)
    if not rows:
        return file
    whole = json.loads(json.dumps(checked(data)))
    return read_whole(json.dumps(_left(whole, rows, known)).encode())


def _left(whole: Json, rows: Sequence[GoneRow], known: Gone) -> Json:
    people = _dicts(whole.get("people"))
    ids = {row.id for row in rows if row.noun == "person"}
    out = [p for p in people if p.get("uid") in ids or known.holds("person", "", str(p.get("name")), has_uid=False)]
    keys = {p.get("id") for p in out} - {None}
    entries = _dicts(whole.get("entries"))
    lines = [e for e in entries if (e.get("said_for") or e.get("speaker")) in keys]
    numbers = {e.get("n") for e in lines}
    gone_ids = ids | {p.get("uid") for p in out}
    money = [c for c in _dicts(whole.get("claims")) if c.get("person_id") in gone_ids]
    uids = {row.get("uid") for row in (*out, *lines, *money)} - {None}
    called = [str(p.get("name")) for p in out]
    whole = unsigned(whole, out, keys)
    if money:
        whole = whole | {"claims": [c for claim in _dicts(whole["claims"]) for c in _of_nobody(claim, gone_ids)]}
    left = {name: _without(name, part, keys, numbers, uids, called) for name, part in whole.items()}
    names = ErasedNames(rows, str(whole.get("id")))
    return left if not names.any else {name: _covered(part, names) for name, part in left.items()}


def _without(name: str, part: Any, keys: set[Any], numbers: set[Any], uids: set[Any], called: Sequence[str]) -> Any:
    if name == "people":
        return [p for p in part if p.get("id") not in keys]
    if name == "entries":
        return [_unlinked(e, numbers) for e in part if e.get("n") not in numbers]
    if name == "checklist":
        return [c for c in part if c.get("for_person") not in keys and not begins_with_one(str(c.get("text")), called)]
    if name == "promises":  # one written from their lines alone is theirs: here it is gone, or stands without words
        return [_without_lines(p, numbers) for p in part if not _is_of(p, numbers)]
    if name in {"permissions", "revisions"}:
        return [row for row in _dicts(part) if row.get("uid") not in uids]
    return part


def _of_nobody(claim: Json, people: set[Any]) -> list[Json]:
    """Of what was paid to somebody who is erased the amount is left; the rest of theirs goes."""
    if claim.get("person_id") not in people:
        return [claim]
    kept = {name: value for name, value in claim.items() if name in _AMOUNT} | {"state": ClaimState.ACCEPTED.value}
    pence = claim.get("pence") if claim.get("paid_pence") is None else claim["paid_pence"]
    return [kept | {"pence": pence}] if claim.get("paid_on") else []


def _is_of(promise: Json, numbers: set[Any]) -> bool:
    told = promise.get("from_entries") or ()
    return bool(told) and numbers.issuperset(told)


def _without_lines(promise: Json, numbers: set[Any]) -> Json:
    told = promise.get("from_entries")
    return {**promise, "from_entries": [n for n in told if n not in numbers]} if told else promise


def _unlinked(entry: Json, numbers: set[Any]) -> Json:
    return {**entry, "duplicate_of": None} if entry.get("duplicate_of") in numbers else entry


def _dicts(part: Any) -> list[Json]:
    return [row for row in part if isinstance(row, dict)] if isinstance(part, list) else []


def _covered(part: Any, names: ErasedNames) -> Any:
    if isinstance(part, str):
        return without_names(part, names.places(part))
    if isinstance(part, list):
        return [_covered(one, names) for one in part]
    if isinstance(part, dict):
        return {name: one if name in _LINKS else _covered(one, names) for name, one in part.items()}
    return part
