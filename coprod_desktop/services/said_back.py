"""What people say back when they have a paper, point by point and without a person's number. A no opens the point again."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from coprod_desktop.domain.as_it_came import as_it_came
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import Point
from coprod_desktop.domain.week_after import SaidBack, YesNo
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import promises as rows

_NOTHING = "Nothing was written down."


def add(
    desk: Desk,
    session: str,
    point: str | None,
    on: datetime.date,
    *,
    right: YesNo | None = None,
    answers: YesNo | None = None,
    back: str = "",
) -> Changes:
    """Write down what somebody said of one point, or of the whole paper (None). Who it was is written nowhere."""
    back = as_it_came(back)
    if right is None and answers is None and not back:
        raise UserError("There is no answer yet: Y, N or P, or words.", _NOTHING)
    with desk.store.write("Wrote down what was said back") as tx:
        if point is None:
            still_there.session(tx, session)
        else:
            still_there.row(tx, "point", point)
        said = SaidBack(id=new_id(), on=on, point=point, right=right, answers=answers, back=back or None)
        tx.add(said, session=session)
        drafts.saved(tx, "said_back", session, ("number", "right", "answers", "back"))
    return tx.changes


def points(desk: Desk, session: str) -> Sequence[Point]:
    """Return a session's points in the order of the paper, each with the number papers print beside it."""
    with desk.store.read() as connection:
        return rows.of_session(connection, session)
