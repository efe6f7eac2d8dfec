"""How who is missing is put into words. What is hidden is hidden before it comes here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.measures import NOT_SHOWN
from coprod_desktop.domain.who_is_missing import Beside, Compared, Local
from coprod_desktop.services.seen.who_is_missing import MissingSeen
from coprod_desktop.ui.widgets.rows_list import ListRow

FEWER = "Fewer than in your area"


def row_id(characteristic: str, answer: str) -> str:
    """Return the id of a row: what it is about and which answer, whatever the capitals."""
    return f"{characteristic.casefold()}\n{answer.casefold()}"


def rows(seen: MissingSeen) -> Sequence[ListRow]:
    """Return the rows: where fewer came than live in the area first, then the rest, then figures nobody was asked about."""
    shown = [(line.fewer is not True, _row(one, line)) for one in seen.missing.compared for line in one.lines]
    found = [row for _, row in sorted(shown, key=lambda pair: pair[0])]
    return [*found, *_withheld(seen.missing.compared), *(_not_asked(figure) for figure in seen.missing.not_asked)]


def tally(seen: MissingSeen) -> str:
    """Return how many sessions and forms the counts are from, and how many came first and again."""
    if not seen.sessions:
        return "No session was in this time."
    parts = [f"{counted(seen.sessions, 'session')}, {seen.with_forms:,} with counts of forms."]
    if seen.first:
        parts.append(f"People: {', '.join(f'{many} {who}' for who, many in seen.first.items())}.")
    if seen.missing.unclear:
        left = counted(seen.missing.unclear, "session is", "sessions are")
        parts.append(f"{left} left out: the counts do not say what belongs together.")
    return " ".join(parts)


def _row(one: Compared, line: Beside) -> ListRow:
    many = line.count.hidden_as or f"{line.count.count:,}"
    about = "about " if many.startswith("about") else ""
    share = f" ({about}{line.percent}%)" if line.percent is not None else ""
    said = [f"{many} of {one.answered:,} who answered{share}"]
    if many == NOT_SHOWN:
        said = [f"not shown, because it would give a smaller number away ({one.answered:,} answered)"]
    if line.local is not None:
        said.append(f"in your area {_said(line.local)}")
    state, words = ("look", FEWER) if line.fewer else ("", "")
    counts = "; ".join(said)
    detail = "\n".join(filter(None, (words, f"{counts[:1].upper()}{counts[1:]}")))
    return ListRow(row_id(one.characteristic, line.answer), f"{one.characteristic}: {line.answer}", detail, state)


def _withheld(compared: Sequence[Compared]) -> Iterator[ListRow]:
    for one in compared:
        if not one.lines:
            yield ListRow(row_id(one.characteristic, ""), one.characteristic, "Too few answered to show any of it.")


def _not_asked(figure: Local) -> ListRow:
    detail = f"Not asked at these sessions; in your area {_said(figure)}"
    return ListRow(row_id(figure.characteristic, figure.answer), f"{figure.characteristic}: {figure.answer}", detail)


def _said(figure: Local) -> str:
    return f"{figure.said}{f' ({figure.source})' if figure.source else ''}"
