"""What no report tells: of what is in the Bin with its group or session, of drafts, of the session to try things, of a few."""

from __future__ import annotations

import pytest

from coprod_desktop.domain.agreed_record import AgreedPaper, PaperState, PaperVersion
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.log_record import LogLine, Publicity
from coprod_desktop.domain.looked_back_record import GroupMeasure, LookedBack, LookedBy, Measured, MeasureUnit
from coprod_desktop.domain.words import Rung
from coprod_desktop.errors import UserError
from coprod_desktop.services import groups, prepare, sessions
from coprod_desktop.services.making import circles, reports
from tests.services.making.test_unseen_sessions import QUICK, leaks


@pytest.fixture
def here(desk):
    """A session that is told in every report, and its group."""
    group, _ = groups.add(desk, "Standing group", "forum")
    session, _ = sessions.new(desk, title="Standing", date=desk.today(), group_id=group)
    return session, group


def told(desk, folder, *of_groups):
    paths = []
    for of in (None, *of_groups):
        for kind in reports.names():
            try:
                paths += reports.make(desk, kind, QUICK, folder / f"{kind} {of}", of_group=of).paths
            except UserError:
                continue  # there is nothing for this kind
    assert len(paths) > 6
    return paths


def hang(desk, **on):
    """Hang one of each on a group or a session: all for anyone, and all agreed."""
    paper = new_id()
    kinds = ("decision", "learning", "evidence", "risk", "barrier", "monitoring", "training")
    rows = [
        *(
            LogLine(
                id=new_id(), kind=kind, confirmed=True, on=desk.today(), words="zzline", publicity=Publicity.ANYONE, **on
            )
            for kind in kinds
        ),
        AgreedPaper(id=paper, kind="principles", title="zzpaper", **on),
        PaperVersion(
            id=new_id(), paper_id=paper, n=1, state=PaperState.AGREED, agreed_on=desk.today(), on=desk.today(),
            parts=(("zzprinciple", "zzpart"),),
        ),
        GroupMeasure(
            id=new_id(), question="zzmeasure", what=Measured.AFTER, value=415, unit=MeasureUnit.PERCENT, asked=50,
            on=desk.today(), **on,
        ),
        LookedBack(id=new_id(), on=desk.today(), by=LookedBy.MEMBERS, forms=9, rung_reached=Rung.CO_DESIGN, **on),
    ]  # fmt: skip
    with desk.store.write("Hung one of each on it") as tx:
        for row in rows:
            tx.add(row, session=getattr(row, "session_id", None))


WORDS = ("zzline", "zzpaper", "zzpart", "zzprinciple", "zzmeasure", "co-design", "zzaway")


@pytest.mark.parametrize("where", ["group", "session", "sample"])
def test_nothing_of_what_is_in_the_bin_or_there_to_try_is_told(desk, here, tmp_path, where):
    session, _ = sessions.new(desk, title="zzaway", date=desk.today())
    group, _ = groups.add(desk, "zzaway group", "forum")
    hang(desk, **({"group_id": group} if where == "group" else {"session_id": session}))
    sessions.remove(desk, session) if where != "sample" else sessions.change(desk, session, sample=True)
    groups.remove(desk, group)
    assert leaks(told(desk, tmp_path, here[1]), WORDS) == set()


def test_one_that_stands_is_told(desk, here, tmp_path):
    hang(desk, group_id=here[1])
    found = {word for word, _ in leaks(told(desk, tmp_path, here[1]), WORDS)}
    assert found >= {"zzline", "zzpaper", "zzmeasure", "co-design"}


def test_no_agenda_shows_the_principles_of_a_group_that_is_in_the_bin(desk, here):
    session, group = here
    prepare.use_agenda(desk, session, [(30, "Talk")])
    hang(desk, group_id=group)
    assert [words.title for words in circles.read(desk, session).record.agreed] == ["zzpaper"]
    groups.remove(desk, group)
    assert circles.read(desk, session).record.agreed == ()


def test_a_draft_is_told_nowhere_and_hides_no_version_that_holds(desk, here, tmp_path):
    paper, draft = new_id(), new_id()
    with desk.store.write("Two papers") as tx:
        tx.add(AgreedPaper(id=paper, kind="charter", title="zzcharter", group_id=here[1]), session=None)
        tx.add(AgreedPaper(id=draft, kind="charter", title="zzdraft", group_id=here[1]), session=None)
        for of, n, state in ((paper, 1, PaperState.AGREED), (paper, 2, PaperState.DRAFT), (draft, 1, PaperState.DRAFT)):
            on = desk.today() if state is PaperState.AGREED else None
            tx.add(
                PaperVersion(id=new_id(), paper_id=of, n=n, state=state, agreed_on=on, on=desk.today()), session=None
            )
    assert {word for word, _ in leaks(told(desk, tmp_path, here[1]), ("zzcharter", "zzdraft"))} == {"zzcharter"}


@pytest.mark.parametrize(("asked", "answered"), [(3, None), (50, 3), (None, 3), (4, 4)])
def test_what_one_to_four_people_answered_is_no_measure_of_a_report(desk, here, tmp_path, asked, answered):
    with desk.store.write("Measured") as tx:
        tx.add(
            GroupMeasure(
                id=new_id(), group_id=here[1], question="Felt heard", what=Measured.AFTER, value=333,
                unit=MeasureUnit.PERCENT, asked=asked, answered=answered, on=desk.today(),
            ),
            session=None,
        )  # fmt: skip
    assert leaks(told(desk, tmp_path, here[1]), ("33.3",)) == set()
