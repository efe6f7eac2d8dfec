"""A list of five thousand people: looked at, and brought in."""

from __future__ import annotations

import random
import tempfile
import time
import tracemalloc
from pathlib import Path

from coprod_desktop.services import sessions, workspace
from coprod_desktop.services.bring_in import people
from coprod_desktop.services.bring_in.people import Chosen
from tests.benchmarks.rows import Row, under
from tests.desks import choose_condition

MANY = 5_000
_FIRST = [
    "Ama",
    "Bela",
    "Ciro",
    "Dora",
    "Efua",
    "Femi",
    "Gita",
    "Hana",
    "Ivo",
    "Jana",
    "Kofi",
    "Lena",
    "Moira",
    "Nia",
    "Owen",
    "Pia",
    "Rosa",
    "Sami",
    "Tess",
    "Yusuf",
]
_LAST = [
    "Abara",
    "Bell",
    "Cole",
    "Dunn",
    "Eze",
    "Frey",
    "Gill",
    "Holt",
    "Iqbal",
    "Jones",
    "Khan",
    "Lowe",
    "Menon",
    "Nunn",
    "Obi",
    "Pask",
    "Quill",
    "Rao",
    "Shah",
    "Tate",
]


def rows() -> list[Row]:
    """Return the figures."""
    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "workspace"
        workspace.create(where, None)
        choose_condition(where)
        desk = workspace.unlock(where, None)
        try:
            session, _ = sessions.new(desk, title="Everybody")
            data = a_list()
            begun = time.process_time()
            found = people.look(desk, data, session=session)
            looked = time.process_time() - begun
            tracemalloc.start()
            people.look(desk, data, session=session)
            most = tracemalloc.get_traced_memory()[1] / 1e6
            tracemalloc.stop()
            begun = time.process_time()
            people.bring_in(desk, session, [Chosen(row) for row in found.rows])
            stored = time.process_time() - begun
            later, _ = sessions.new(desk, title="Everybody again")
            begun = time.process_time()
            known = people.look(desk, data, session=later)
            looked_again = time.process_time() - begun
            begun = time.process_time()
            people.bring_in(desk, later, [Chosen(row, row.same, row.differs) for row in known.rows])
            joined = time.process_time() - begun
        finally:
            workspace.close(desk)
    return [
        under(f"look at a list of {MANY:,} people (s of CPU)", looked, 3),
        under(f"memory for a list of {MANY:,} people (MB)", most, 300),
        under(f"bring {MANY:,} people in (s of CPU)", stored, 3),
        under(f"look at a list of {MANY:,} who are all known (s of CPU)", looked_again, 3),
        under(f"put {MANY:,} who are known on another session's list (s of CPU)", joined, 5),
    ]


def a_list() -> bytes:
    """Return the list as CSV."""
    chance = random.Random(5)
    lines = ["Name,Role,Email,Mobile,Access needs,Format,Coming?,Photos OK"]
    for n in range(MANY):
        name = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}-{chance.choice(_LAST)}"
        need = chance.choice(["", "", "large print 20pt", "BSL interpreter; quiet room", "none", f"a chair for {n}"])
        lines.append(
            f"{name},{chance.choice(['carer', 'draws on care', 'social worker', ''])},p{n}@example.org,07700 {900000 + n % 1000},"
            f"{need},{chance.choice(['', 'easy read'])},{chance.choice(['Yes', 'No', 'Maybe', 'No reply yet'])},{chance.choice(['Y', 'N', ''])}"
        )
    return "\n".join(lines).encode()
