"""One co-production event, as values."""

import datetime
from collections.abc import Mapping
from dataclasses import field
from typing import Any

from coprod_desktop.domain.row import NOTHING, Row, row
from coprod_desktop.domain.words import Nation, Rung, SessionFormat, SessionState


@row
class Session(Row):
    """One co-production event. Money is integer pence; times of day are "HH:MM", local; dates are local."""

    title: str
    type: str
    date: datetime.date
    end_date: datetime.date | None = None
    start: str | None = None
    end: str | None = None
    finish_by: str | None = None
    place: str | None = None
    format: SessionFormat | None = None
    organisation: str | None = None
    locality: str | None = None
    nation: Nation | None = None
    ladder_aim: Rung | None = None
    ladder_actual: Rung | None = None
    ladder_members: Rung | None = None
    """The rung that was reached, as members said."""
    ladder_staff: Rung | None = None
    """The same, as staff said."""
    scie_elements: tuple[str, ...] = ()
    set_agenda: str | None = None
    purpose: str | None = None
    cannot_change: str | None = None
    project: str | None = None
    as_of: datetime.date | None = None
    reply_by: datetime.date | None = None
    contact: str | None = None
    pot_pence: int | None = None
    max_bid_pence: int | None = None
    attended: int | None = None
    evaluation_forms: int | None = None
    stars: Mapping[str, int] | None = None
    measure: Mapping[str, Any] | None = None
    baseline: Mapping[str, Any] | None = None
    about_you_counts: Mapping[str, Any] | None = None
    headcount: Mapping[str, int] = field(default_factory=lambda: NOTHING)
    """People counted at the door by group (words.Group value -> how many), beside those on the list."""
    rules_agreed: Mapping[str, Any] | None = None
    """{"at": ISO 8601 with zone, "by_how_many": int}"""
    lead_name: str | None = None
    """Who to ring when someone may be at risk, and their number; filled in beforehand, never public."""
    lead_phone: str | None = None
    sample: bool = False
    """The sample session: made-up people, never merged and never shared."""
    group_id: str | None = None
    """The group whose session it is; in no file: there the group goes by its name, as `project`."""
    series_n: int | None = None
    """Its number among the sessions of its series."""
    series: str | None = None
    repeats: str | None = None
    """How often it repeats, as it was said: "every second Tuesday"."""
    follows: str | None = None
    """The id of the session it carries on from."""
    state: SessionState | None = None
    moved_from: datetime.date | None = None
    state_why: str | None = None
    """Why it was moved or cancelled."""
    senior_listener: str | None = None
    host: str | None = None
    """Who gives the room: the id of a partner, or a name."""
    wrote_it: str | None = None
    """Who wrote it: as `host`."""
    strands: tuple[str, ...] = ()
    """Its strands, as members chose them."""
    ways: tuple[str, ...] = ()
    """Ways to take part."""
    could_not_come: str | None = None
    """What was tried for who could not come."""
    shuts_out: str | None = None
    """Whom its time of day shuts out."""
    why_method: str | None = None
    travel_note: str | None = None
    print_note: str | None = None
    learnt: str | None = None
    """What we learnt."""
    for_whom: str | None = None
    days: tuple[datetime.date, ...] = ()
    """Its days, where there are several."""
