"""What may be printed of looking back: questions of ours with counts. Small counts are hidden, and words stay behind.

What most said is told only where at least five said it: of two members of staff it would be what both of them said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from coprod_desktop.domain.looked_back_record import LookedBack, LookedBy
from coprod_desktop.domain.looking_back import BackForms, Tally, beside, commonest, never_used
from coprod_desktop.domain.measures import SMALL, in_fives
from coprod_desktop.publish.public_looked_back import PublicAsked, PublicBeside, PublicLookedBack
from coprod_desktop.publish.public_text import PublicText


class Own(Protocol):
    """Lets through words of ours: only the gate has one."""

    def __call__(self, text: str) -> PublicText: ...  # noqa: D102


def view(own: Own, forms: BackForms, rows: Sequence[LookedBack]) -> PublicLookedBack:
    """Return it; `rows` are the newest first. Questions of a newer program are left out: their words could be anybody's."""
    slips = [row for row in rows if row.by is LookedBy.SLIP]
    members = next((row for row in rows if row.by is LookedBy.MEMBERS), None)
    staff = next((row for row in rows if row.by is LookedBy.STAFF), None)
    known = {q.key: {*q.answers} for form in forms.forms for q in form.questions}
    theirs, ours = (_known(row.answers, known) if row else {} for row in (members, staff))
    enough = {key for key, counted in ours.items() if max(counted.values(), default=0) >= SMALL}
    return PublicLookedBack(
        slips=_asked(own, forms, [_known(row.answers, known) for row in slips]),
        slip_forms=_people(sum(row.forms for row in slips)),
        year=tuple(_beside(own, forms, theirs, ours)),
        members_forms=_people(members.forms if members else 0),
        staff_forms=_people(staff.forms if staff else 0),
        never=tuple(own(key) for key in never_used(forms, {k: n for k, n in ours.items() if k in enough})),
    )


def _known(tally: Tally, known: Mapping[str, set[str]]) -> Tally:
    return {
        key: {answer: n for answer, n in counted.items() if answer in known[key]}
        for key, counted in tally.items()
        if key in known
    }


def _asked(own: Own, forms: BackForms, slips: Sequence[Tally]) -> tuple[PublicAsked, ...]:
    """Return the slips of several sessions together, in fives: no paper tells those of one session (practice D9)."""
    keys = list(dict.fromkeys(key for one in slips for key in one))
    found = []
    for key in keys:
        question = forms.question(key)
        sums = {answer: sum(one.get(key, {}).get(answer, 0) for one in slips) for answer in question.answers}
        if any(sums.values()):
            answers = tuple((own(answer), own(in_fives(n))) for answer, n in sums.items())
            found.append(PublicAsked(question=own(question.ask), answers=answers))
    return tuple(found)


def _people(many: int) -> str:
    return in_fives(many) if many else ""


def _beside(own: Own, forms: BackForms, members: Tally, staff: Tally) -> list[PublicBeside]:
    found = []
    for one in beside(forms, members, staff):
        theirs, ours = _most(own, one.members), _most(own, one.staff)
        if theirs or ours:
            differ = one.differ and theirs is not None and ours is not None
            found.append(PublicBeside(question=own(one.question.ask), members=theirs, staff=ours, differ=differ))
    return found


def _most(own: Own, counted: Mapping[str, int]) -> PublicText | None:
    """Return what most said, where at least five did; ties as ties."""
    most = commonest(counted)
    if not most or max(counted.values()) < SMALL:
        return None
    return own(" or ".join(answer for answer in counted if answer in most))
