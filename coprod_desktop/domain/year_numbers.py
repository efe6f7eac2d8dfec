"""The numbers of a report, each with where it comes from; and which of them have changed since they were written down."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from coprod_desktop.domain.measures import FEWER, NOT_SHOWN, SMALL, in_fives
from coprod_desktop.domain.promises import Standing
from coprod_desktop.domain.who_is_missing import first_or_returning
from coprod_desktop.domain.year_record import Money, Number, YearCounts

SESSIONS, PROMISES, LISTS, MONEY = "the sessions", "the promises", "the lists of who came", "the amounts in Money"
MONEY_PAID = "Paid to people who took part"


def numbers(counts: YearCounts) -> tuple[Number, ...]:
    """Return what is counted, in the order a report tells it."""
    return tuple(_numbers(counts))


def _numbers(counts: YearCounts) -> Iterator[Number]:
    yield Number(label="Sessions held", shown=f"{counts.sessions:,}", source=SESSIONS)
    if counts.cancelled:
        yield Number(label="Sessions cancelled", shown=f"{counts.cancelled:,}", source=SESSIONS)
    if counts.times_came:
        yield Number(
            label="People who came, each time counted", shown=in_fives(counts.times_came),
            source=f"{LISTS}, and counts at the door",
        )  # fmt: skip
    if counts.people:
        yield Number(label="Different people on the lists who came", shown=in_fives(counts.people), source=LISTS)
        for label, shown in first_or_returning(counts.people, counts.first_time).items():
            yield Number(label=f"Of them, {label}", shown=shown, source=LISTS)
    yield Number(label="Things people said", shown=f"{counts.said:,}", source="what was written down in the sessions")
    yield Number(label="Promises made", shown=f"{counts.promises:,}", source=PROMISES)
    for label, stand in (
        ("Kept on time", Standing.KEPT),
        ("Kept late", Standing.KEPT_LATE),
        ("Late or not done", Standing.OVERDUE),
        ("Changed to no", Standing.CHANGED_TO_NO),
        ("Not due yet", Standing.NOT_DUE),
    ):
        yield Number(label=label, shown=f"{counts.stands.get(stand, 0):,}", source=PROMISES)
    yield Number(label="Answered no from the beginning", shown=f"{counts.noes:,}", source="the answers")
    yield Number(
        label="Problems with taking part", shown=f"{counts.access_problems:,}", source="what was written down in the sessions"
    )  # fmt: skip
    if paid := paid_words(counts.money):
        yield Number(label=MONEY_PAID, shown=paid, source=MONEY)


def paid_words(money: Money) -> str:
    """Return what was paid in all; never where it could tell what one person got. "" when nothing was."""
    if not money.paid:
        return ""
    if money.people < SMALL:
        return f"{NOT_SHOWN} ({FEWER} people)"
    if money.tells_others:
        return f"{NOT_SHOWN} (with other reports it would tell what {FEWER} people got)"
    return f"£{money.paid // 100:,}.{money.paid % 100:02d}"


# ---- in a paper that is finished by hand


HEADING = "Where the numbers come from"
_LINE = re.compile(r"(?:[-•] )?(?P<label>[^:\n]+): (?P<shown>[^\n]*?)\. From (?P<source>[^\n]+?)\.?")


def as_lines(found: Iterable[Number]) -> str:
    """Return numbers as they stand in a paper, one a line: "Sessions held: 12. From the sessions …."."""
    return "\n".join(f"{one.label}: {one.shown}. From {one.source}." for one in found)


def from_lines(text: str) -> Mapping[str, str]:
    """Return what such lines say: label -> number as it was printed."""
    found = (_LINE.fullmatch(line.strip()) for line in text.splitlines())
    return {line["label"].strip(): line["shown"].strip() for line in found if line}


def changed_since(text: str, now: Sequence[Number]) -> tuple[str, ...]:
    """Say of each number in such lines that is another one today: "Sessions held: 12 then, 13 now"."""
    then = from_lines(text)
    today = {one.label: one.shown for one in now}
    return tuple(
        f"{label}: {shown} then, {today[label]} now"
        for label, shown in then.items()
        if label in today and today[label] != shown
    )


def with_numbers(text: str, now: Sequence[Number]) -> str:
    """Return the text with each of its numbers as it is today; every other line stays as somebody wrote it."""
    today = {one.label: one for one in now}
    return "\n".join(_renewed(line, today) for line in text.splitlines())


def _renewed(line: str, today: Mapping[str, Number]) -> str:
    found = _LINE.fullmatch(line.strip())
    one = today.get(found["label"].strip()) if found else None
    return line if one is None or found is None or found["shown"].strip() == one.shown else as_lines([one])
