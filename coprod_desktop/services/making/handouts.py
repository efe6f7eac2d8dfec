"""What is handed out or kept at the door on the day: cards for whoever leads, the sign-in sheet, slips to write on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from coprod_desktop.domain.came import who_came
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.formats import reads
from coprod_desktop.domain.record import SessionRecord
from coprod_desktop.domain.roles import is_co_chair
from coprod_desktop.errors import UserError
from coprod_desktop.publish import press
from coprod_desktop.publish import slips as blank
from coprod_desktop.publish.filenames import file_name
from coprod_desktop.publish.own import cards, sign_in
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.press import NameOf, Pressed
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from coprod_desktop.services.making.papers import Made, Progress, Wanted
from coprod_desktop.store import reading

CARDS, SIGN_IN, SLIPS = cards.KIND, sign_in.KIND, blank.KIND
KINDS = (CARDS, SIGN_IN, SLIPS)
MOST_SLIPS = 500
_WORDS = {CARDS: "Co-chair's cards", SIGN_IN: "The sign-in sheet", SLIPS: "Slips"}
_SPARE, _SPARE_LARGE = 5, 2
_MARGIN_PT = 14
"""Nobody who is leading looks for the number of the page."""

Work = list[tuple[str, Callable[[], Pressed]]]


def make(
    desk: Desk,
    session: str,
    kind: str,
    folder: Path,
    formats: Sequence[str] | None = None,
    *,
    count: int | None = None,
    progress: Progress = lambda *_: None,
    wanted: Wanted = lambda: True,
) -> Made:
    """Make the cards or the sign-in sheet, which are private and go into private/, or `count` slips, which are not.

    Without `formats` cards are made as the co-chairs read, and slips also in large print when anybody reads that.
    None of them is noted as a paper made: nobody's words are in them.
    """
    can_be = desk.content.formats.also_for(kind)
    asked = formats or can_be
    chosen = tuple(name for name in can_be if name in asked)
    if not chosen:
        raise UserError(
            f"{_WORDS[kind]} cannot be made in that format. Nothing was made.",
            f"These can be: {', '.join(can_be)}.",
        )
    if kind == SLIPS:
        work = _slips(desk, session, folder, chosen, count, as_read=not formats)
    else:
        folder = folder / "private"
        work = _own(desk, session, kind, folder, chosen, as_read=not formats)
    pressed = papers.run(work, folder, progress, wanted)
    others = [desk.content.formats.words(name) for name in asked if name not in can_be]
    warnings = (*_left_out(kind, others), *pressed.warnings)
    return Made(paths=pressed.paths, draft=False, warnings=warnings, changes=Changes())


def usual_count(desk: Desk, session: str) -> int:
    """Return how many slips are made when nobody says: one for each who is coming, and some to spare."""
    with desk.store.read() as connection:
        return _usual_count(reading.session_record(connection, session))


def _usual_count(record: SessionRecord) -> int:
    return len(who_came(record.people)) + _SPARE


def _left_out(kind: str, others: Sequence[str]) -> tuple[str, ...]:
    why = "are made to be read while leading" if kind == CARDS else "are made to be written on"
    if kind == SIGN_IN:
        why = "is made to be written on"
    return (f"{_WORDS[kind]} {why}, so this was left out: {'; '.join(others)}.",) if others else ()


# ---- private


def _own(desk: Desk, session: str, kind: str, folder: Path, chosen: Sequence[str], *, as_read: bool) -> Work:
    with desk.store.read() as connection:
        record = reading.session_record(connection, session)
    named = partial(_path, folder, record, kind)
    if kind == SIGN_IN:
        return [("pdf", partial(_press_sign_in, desk, record, named))]
    paper = cards.cards(record)
    if as_read:
        read = {name for person in record.people if is_co_chair(person) for name in reads(person, desk.content.needs)}
        chosen = [name for name in chosen if name == "pdf" or name in read]
    return [(name, partial(_press_cards, desk, record, paper, name, named)) for name in chosen]


def _path(folder: Path, record: SessionRecord, kind: str, apart: str, ending: str) -> Path:
    name = f"{kind}-{apart}" if apart else kind
    return folder / file_name(record.session.date, record.session.id, ending, name, private=True)


def _press_sign_in(desk: Desk, record: SessionRecord, named: NameOf) -> Pressed:
    from coprod_desktop.publish.render.tagged.written_on import render_sign_in

    path = named("", "pdf")
    return Pressed((path,), render_sign_in(sign_in.sign_in(record), path, made_on=desk.now()))


def _press_cards(desk: Desk, record: SessionRecord, paper: Paper, name: str, named: NameOf) -> Pressed:
    from coprod_desktop.publish.render.tagged.pdf import render_pdf

    size = cards.print_size(record, desk.content.needs)
    if name != "pdf":
        settings = replace(papers.settings_for(desk, record, CARDS, ""), body_pt=size)
        return press.press(paper, desk.content.formats.of(name), settings, named)
    path = named("", "pdf")
    return Pressed((path,), render_pdf(paper.document, path, made_on=desk.now(), body_pt=size, margin_pt=_MARGIN_PT))


# ---- public


def _slips(desk: Desk, session: str, folder: Path, chosen: Sequence[str], count: int | None, *, as_read: bool) -> Work:
    """Return the work of making slips; large ones go on with the numbers, so that no number is there twice."""
    from coprod_desktop.publish.render.tagged.written_on import render_slips

    record, public = papers.opened(desk, session)
    made = blank.slips(public)
    ordinary = _usual_count(record) if count is None else max(1, min(count, MOST_SLIPS))
    readers = sum("large-print" in reads(person, desk.content.needs) for person in who_came(record.people))
    large = readers + _SPARE_LARGE if "pdf" in chosen else ordinary
    first = 1 + (ordinary if "pdf" in chosen else 0)
    size = papers.settings_for(desk, record, SLIPS, "").large_pt
    jobs = {"pdf": (range(1, ordinary + 1), 12.0), "large-print": (range(first, first + large), float(size))}

    def one(name: str) -> Pressed:
        numbers, body = jobs[name]
        path = papers.path_of(folder, record.session, SLIPS, "large-print" if name == "large-print" else "", "pdf")
        return Pressed((path,), render_slips(made, path, made_on=desk.now(), numbers=numbers, body_pt=body))

    wanted = [name for name in chosen if name == "pdf" or readers or not as_read]
    return [(name, partial(one, name)) for name in wanted]
