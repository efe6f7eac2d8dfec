"""Who a report is about and what is counted: the group, the numbers, who came, every session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from coprod_desktop.domain.measures import FEWER, NOT_SHOWN
from coprod_desktop.domain.year_numbers import MONEY
from coprod_desktop.publish.dates import in_range, in_words
from coprod_desktop.publish.document import Block, Bullets, Facts, Table
from coprod_desktop.publish.public_year import PublicHeld, PublicYear
from coprod_desktop.publish.snapshot import PublicCount
from coprod_desktop.publish.stories.words import counted, listed, plain, quiet, sentence
from coprod_desktop.publish.stories.year.asked import Asked, and_more

LOG_COLUMNS = ("Date", "Type", "Location")
"""As committees print it."""
NUMBER_COLUMNS = ("What", "How many", "Where it comes from")


def group(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield what the group is, how many are in it by their part, and who works with it."""
    if (body := year.group) is None:
        return
    rows = [(label, plain(words)) for label, words in body.facts]
    if body.members:
        rows.append(("Members", plain(f"{sentence(f'{body.members} people')} {_mix(body.mix)}".strip())))
    if rows:
        yield Facts(tuple(rows))
    if body.only_staff_chair:
        yield plain(
            "Only staff chair this group now. It is meant to have two chairs, one of them with lived experience."
        )
    yield from partners(year, _asked)


def _mix(mix: tuple[PublicCount, ...]) -> str:
    """Say of which groups they are; where all numbers are small, only which groups there are."""
    if not mix or any(one.hidden_as != FEWER for one in mix):
        return sentence(listed([count_words(one) for one in mix])) if mix else ""
    return sentence(f"Among them {listed([one.label for one in mix])}; numbers under five are not told")


def count_words(one: PublicCount) -> str:
    """Return "carers: 10 to 14"."""
    return f"{one.label}: {one.hidden_as or NOT_SHOWN}" if one.count is None else f"{one.count:,} {one.label}"


def partners(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield the organisations the group works with."""
    if year.group is None or not year.group.partners:
        return
    yield plain("Organisations that work with us:")
    yield Bullets(tuple(plain(f"{name}{f': {does}' if does else ''}") for name, does in year.group.partners))


def numbers(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield every number with where it comes from."""
    rows = tuple((one.label, one.shown, one.source[:1].upper() + one.source[1:]) for one in year.numbers)
    yield Table(f"As things stood on {in_words(year.as_of)}", NUMBER_COLUMNS, rows)
    yield quiet(
        "People are counted in fives, so that two reports, over other days, cannot be subtracted to find one person. "
        "Nothing here says what was the cause of what."
    )


def people(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield who took part, by group as far as it can be told."""
    if not year.times_came:
        yield plain("We have not written down how many people came.")
        return
    yield plain(f"People came {year.times_came} times in all.")
    if year.came:
        yield Bullets(tuple(plain(sentence(count_words(one))) for one in year.came))
    yield quiet("Someone who came to more than one session is counted each time.")
    if year.not_counted:
        yield plain(f"For {counted(year.not_counted, 'session', 'sessions')} we have not written down who came.")


def sessions(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield the log: date, type and location of every session; moved and cancelled ones with the reason."""
    if not year.held:
        yield plain("There were no sessions.")
        return
    yield Table("Events that have taken place", LOG_COLUMNS, log_rows(year.held))
    yield from and_more(year.held_more, "session", "sessions", "they are in the engagement log")


def log_rows(held: Sequence[PublicHeld]) -> tuple[tuple[str, str, str], ...]:
    """Return date, type and location of each session."""
    return tuple(log_row(one.date, one.end_date, one.type, one.state, one.place, one.for_whom) for one in held)


def log_row(
    day: date, last: date | None, kind: str, otherwise: str | None, place: str | None, for_whom: str | None
) -> tuple[str, str, str]:
    """Return one session in words: the type also says when it was moved or cancelled, the location whom it was for."""
    type_ = kind[:1].upper() + kind[1:]
    where = " ".join(part for part in (place, f"({for_whom})" if for_whom else "") if part)
    return in_range(day, last), f"{type_}. {otherwise}" if otherwise else type_, where


def money(year: PublicYear, _asked: Asked) -> Iterator[Block]:
    """Yield money as a total; never what one person got."""
    found = [one for one in year.numbers if one.source == MONEY]
    if not found:
        yield plain("No payment to people who took part is written down in this time.")
    for one in found:
        yield plain(f"{one.label}: {one.shown}.")
    if year.group is not None:
        for label, words in year.group.facts:
            if label == MONEY_LABEL:
                yield plain(f"{label}: {sentence(words)}")


MONEY_LABEL = "Money it may spend"
