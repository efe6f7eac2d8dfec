"""What is said of the days counted back from a session: the one line on Get ready, the rows of the dated list."""

from __future__ import annotations

import datetime

from coprod_desktop.domain import dates
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.lead_times import Plan, Step
from coprod_desktop.domain.record import Session
from coprod_desktop.domain.time_of_day import who_it_shuts_out
from coprod_desktop.ui.widgets.rows_list import ListRow


def button(plan: Plan, today: datetime.date) -> tuple[str, str]:
    """Return what the button to the dates says, and what is heard of it besides: how many are late, or what is next."""
    if plan.late:
        many = counted(len(plan.late), "thing", "things")
        return f"Dates: {len(plan.late)} late…", f"{many} should have been begun by now"
    coming = plan.next
    said = f"Next, by {dates.in_year(coming.by, today)}: {_short(coming.words)}" if coming else ""
    return "Dates…", said


def hard_for(session: Session) -> str:
    """Return for whom the time of a session is hard, from its start; "" while it has none."""
    found = who_it_shuts_out(session.date, session.start, session.end)
    return f"At this time it is hard for anyone with {', or '.join(found)}." if found else ""


def about(day: datetime.date) -> str:
    """Return what the list is."""
    return f"Counted back from {dates.full(day)}, in working days, by how long each thing takes."


def late(plan: Plan) -> str:
    """Return what can be done about what is late; "" when nothing is."""
    if not plan.late:
        return ""
    many = counted(len(plan.late), "thing is", "things are")
    moved = f" It would all fit from {dates.full(plan.fits_from)} on." if plan.fits_from else ""
    return f"{many} late: ring today, ask for less, or move the session.{moved}"


def row(step: Step, today: datetime.date) -> ListRow:
    """Return a step as a row."""
    said = [step.who] if step.who else []
    if step.lead:
        said.append(f"{counted(step.lead, 'working day', 'working days')} before the day")
    if not step.line:
        said.append("not on the checklist yet")
    state, words = ("done", "Done") if step.done else ("late", "Late") if step.late else ("waiting", "Not done")
    if step.late:
        said.insert(0, f"Late: was due {dates.near(step.by, today)}")
    name = step.line or f"new {step.words}"
    return ListRow(name, step.words, " · ".join(said), state, words, lead=dates.short(step.by))


def _short(words: str) -> str:
    """Return the first sentence of a line of the checklist, without its stop."""
    return words.partition(". ")[0].rstrip(".")
