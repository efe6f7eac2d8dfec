"""The count of points answered, asked of the database, is the count check would come to."""

import datetime
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.check.answers import is_whole
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import Point
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.services import sessions

TEXTS = st.sampled_from([None, "", " ", "\t\n", "Head of home care"])
DAYS = st.sampled_from([None, datetime.date(2026, 11, 6)])
POINTS = st.builds(
    Point,
    id=st.just("p"),
    you_said=st.just("Ring back"),
    answer=st.sampled_from([None, *AnswerKind]),
    text=TEXTS,
    owner=TEXTS,
    reason=TEXTS,
    asked_who=TEXTS,
    due=DAYS,
    asked_on=DAYS,
    owner_agreed=DAYS,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(POINTS, min_size=10, max_size=40))
def test_the_database_counts_as_check_does(desk, points):
    session, _ = sessions.new(desk, title="Listening space", type="listening space", date=datetime.date(2026, 9, 17))
    with desk.store.write("Added points") as tx:
        for point in points:
            tx.add(replace(point, id=new_id()), session=session)
    line = next(s for s in sessions.every(desk) if s.id == session)
    assert (line.points, line.answered) == (len(points), sum(map(is_whole, points)))
