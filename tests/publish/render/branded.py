"""A paper as an organisation sends it: logo, colour, whom to ask, figures, and words in the scripts of the room."""

from __future__ import annotations

import base64
import datetime
from dataclasses import replace
from pathlib import Path

from coprod_desktop.domain.record import Organisation
from coprod_desktop.publish.document import Bar, Document, Figure, Heading, Tone
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.paper_kinds import YOU_SAID_WE_WILL, paper
from coprod_desktop.services.bring_in import session_file
from tests.publish.render import papers

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "steering-group.json"
AS_OF = datetime.date(2026, 11, 22)


def organisation() -> Organisation:
    """Return an organisation with everything a paper can carry."""
    logo = papers.picture("", 400, 160)
    return Organisation(
        id="o",
        name="Marrowdale Council",
        contact_name="Siân Bowen",
        phone="01632 960 123 (mornings)",
        text_number="07700 900321",
        mail="home.care@example.org",
        post="Town Hall\nMarrowdale MD1 1AA",
        colour="#5A2C82",
        logo=base64.b64encode(logo.data).decode("ascii"),
        logo_alt="Marrowdale Council: a green hill",
        logo_width=logo.width,
        logo_height=logo.height,
    )


def branded() -> Document:
    """Return the steering group's paper with all of that, and figures in many scripts before its end."""
    record = session_file.read(SAMPLE.read_bytes())
    snapshot = open_gate(record, (), record.session.as_of or AS_OF, organisation())
    # what is brought in has new ids each time, and with them the paper would have another code
    points, earlier = (
        tuple(replace(row, uid=str(number)) for number, row in enumerate(rows))
        for rows in (snapshot.points, snapshot.earlier)
    )
    snapshot = replace(snapshot, uid="steering-group", points=points, earlier=earlier)
    document = paper(YOU_SAID_WE_WILL, snapshot).document
    more = (Heading(2, "In the languages of the room"), scripts(), *papers.scripts().blocks[2:])
    return replace(document, blocks=(*document.blocks[:-1], *more, document.blocks[-1]))


def scripts() -> Figure:
    """Return a figure whose bars have names in several scripts, and one too long for a line."""
    bars = (
        Bar("Gofal yn y cartref a’r dydd", 5, "5", Tone.YOU_SAID),
        Bar("ہم جاننا چاہتے ہیں کہ کون آئے گا", 4, "4", Tone.YOU_SAID),
        Bar("Opieka w domu, również w weekendy i święta", 2, "2", Tone.YOU_SAID),
        Bar("نريد أن نعرف من سيأتي", 1, "1", Tone.YOU_SAID),
        Bar("Donaudampfschifffahrtsgesellschaft", 0, "0", Tone.QUIET),
    )
    return Figure("12 things people said, by theme", bars, "5, 4, 2, 1 and 0, from the first theme to the last.")
