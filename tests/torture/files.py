"""Damaged files, one after another, into one workspace: each is refused in a sentence, or comes in and can be used."""

from __future__ import annotations

import contextlib
import random
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from coprod_desktop.domain.permission import Purpose
from coprod_desktop.domain.words import UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.publish.calendar_days import follow_up_days, the_day
from coprod_desktop.services import capture, changed_mind, permissions, promises, safeguarding, sessions, workspace
from coprod_desktop.services.bring_in import between_laptops, events_log, files, merge, people, session_file
from coprod_desktop.services.bring_in.people import Chosen
from coprod_desktop.services.changed_mind import TakenBack
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from coprod_desktop.services.seen import follow_up, get_ready, head, home, listen, search
from coprod_desktop.store.store import DATABASE
from tests.desks import EVALUATION, HOME_CARE, SAMPLES, STEERING
from tests.torture.mutations import damaged_list, damaged_session

LISTS = ("attendees-messy.csv", "wirral-engagement-events.csv")


def whole_files(folder: Path) -> Sequence[tuple[str, bytes]]:
    """Return the files that are damaged: three sessions, one as it goes between laptops, and two lists."""
    found = [(path.name, path.read_bytes()) for path in (HOME_CARE, STEERING, EVALUATION)]
    found.append(("laptop.json", from_a_laptop(folder)))
    return [*found, *((name, (SAMPLES / name).read_bytes()) for name in LISTS)]


def from_a_laptop(folder: Path) -> bytes:
    """Return a session file with answers, changes, and what was struck and sealed on another laptop."""
    workspace.create(folder, None)
    desk = workspace.unlock(folder, None)
    session = merge.import_file(desk, HOME_CARE.read_bytes()).session
    record = sessions.record(desk, session)
    capture.change(desk, record.entries[0].id, text="The carers change every week, and nobody says so.")
    permissions.ask_lines(desk, session, {record.entries[1].id: permissions.REFUSED})
    capture.strike(desk, record.entries[2].id)
    safeguarding.seal(desk, record.entries[3].id)
    changed_mind.take_back(desk, session, record.people[0].id, TakenBack(purposes=(Purpose.QUOTE,), on=desk.today()))
    promises.add_update(desk, record.points[0].id, desk.today(), UpdateState.IN_HAND, "Asked the council.")
    record = sessions.record(desk, session)
    data = session_file.write(record, between_laptops.of(desk, record))
    workspace.close(desk)
    return data


def bring(desk: Desk, name: str, data: bytes, session: str) -> str | None:
    """Bring a file in as window and commands do. Returns the session that is to be looked at."""
    if name == LISTS[0]:
        found = people.look(desk, data)
        people.bring_in(desk, session, [Chosen(row) for row in found.rows][:40])
        return session
    if name == LISTS[1] or files.is_log(desk, data, name):
        brought = events_log.import_log(desk, data).changes
        return next((ref.id for ref in brought.all()), None)
    return merge.import_file(desk, data).session


def use(desk: Desk, session: str) -> None:
    """Read a session as every page does, and write it out."""
    record = sessions.record(desk, session)
    again = session_file.read(session_file.write(record, between_laptops.of(desk, record)))
    assert [e.text for e in again.entries] == [e.text for e in record.entries]
    home.read(desk)
    get_ready.read(desk, session)
    head.read_head(desk, session)
    head.read_done(desk, session)
    follow_up.follow_up(desk, session)
    for clock in ("00:01", "11:00"):
        listen.read(desk, session).break_due(clock)
    search.search(desk, "the")
    papers.findings(desk, session)
    with contextlib.suppress(papers.Unsettled):  # something private is to be looked at first
        snapshot = papers.snapshot(desk, session)
        follow_up_days(snapshot)
        the_day(snapshot)


def what_goes_wrong(
    folder: Path, rounds: int, seed: object, say: Callable[[str], None] = lambda _: None, papers_each: int = 0
) -> list[str]:
    """Bring `rounds` damaged files in, one after another. Returns what was no sentence, or changed what was refused."""
    whole = whole_files(folder / "laptop")
    workspace.create(folder / "desk", None)
    desk = workspace.unlock(folder / "desk", None)
    session = sessions.new(desk, title="People come to this one")[0]
    wrong: list[str] = []
    taken = 0
    for n in range(rounds):
        if n % 500 == 499:
            say(f"{n + 1} damaged files, {taken} came in, {len(wrong)} things wrong")
        chance = random.Random(f"{seed}:{n}")
        name, sample = chance.choice(whole)
        damage = damaged_list if name in LISTS else damaged_session
        data = damage(chance, sample)
        was = _written(desk)
        try:
            found = bring(desk, name, data, session)
            taken += 1
        except UserError as refused:
            if not refused.what or _written(desk) != was:
                wrong.append(f"{n} ({name}) was refused and changed something: {refused}")
            continue
        except Exception:
            wrong.append(f"{n} ({name}): {traceback.format_exc()}")
            continue
        try:
            if found is not None:
                use(desk, found)
                if papers_each and taken % papers_each == 0 and name not in LISTS:
                    _make(desk, found, folder / f"papers-{n}")
        except Exception:
            wrong.append(f"{n} ({name}) came in, and then: {traceback.format_exc()}")
        if n % 4:  # else it stays, and the next file meets it
            with contextlib.suppress(UserError):
                desk.store.undo_last()
    workspace.close(desk)
    return wrong


def _make(desk: Desk, session: str, out: Path) -> None:
    papers.review(desk, session)
    try:
        papers.make(desk, session, ["html", "text", "docx", "ics", "csv"], out)
    except UserError:
        return


def _written(desk: Desk) -> Sequence[tuple[int, int]]:
    """Return what is another one after every commit: size and time of the database and its log."""
    found = (desk.store.folder / f"{DATABASE}{end}" for end in ("", "-wal"))
    return [(path.stat().st_size, path.stat().st_mtime_ns) for path in found]
