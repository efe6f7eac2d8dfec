"""Measures of a group: where it starts from, what it aims for, and what was found afterwards. No cause is ever claimed.

Shares change in percentage points, counts and stars in what they are. Values are in tenths: 182 is 18.2.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from coprod_desktop.domain.looked_back_record import GroupMeasure, Measured, MeasureUnit
from coprod_desktop.errors import UserError

_SAFE = "It stays as you typed it, and is not saved yet."
MOST_STARS = 5
MOST = 1_000_000_000_000
"""More than anybody counts, and small enough to store."""
NO_CAUSE = "This says that the number changed. It does not say why."


def check(measure: GroupMeasure, others: Iterable[GroupMeasure], today: datetime.date) -> None:
    """Raise UserError, in a sentence, for a number that cannot be. `others` are those of the same question."""
    if not measure.question.strip():
        raise UserError("Write down the question, as it is asked.", _SAFE)
    value = Decimal(measure.value) / 10
    if measure.unit is MeasureUnit.PERCENT and not 0 <= value <= 100:
        raise UserError(f"{_plain(value)}% cannot be: a share goes from 0 to 100.", _SAFE)
    if measure.unit is MeasureUnit.STARS and not 0 <= value <= MOST_STARS:
        raise UserError(f"{_plain(value)} stars cannot be: they go from 0 to {MOST_STARS}.", _SAFE)
    if value > MOST:
        raise UserError("That number is larger than can be kept.", _SAFE)
    if value < 0:
        raise UserError(f"{_plain(value)} is less than nothing.", _SAFE)
    if measure.what is not Measured.TARGET:
        _check_asked(measure)
        if measure.on > today:
            raise UserError("That day is still to come, so nobody was asked then.", _SAFE)
    elif measure.by is not None and (first := min((m.on for m in others), default=None)) and measure.by < first:
        raise UserError("The day of the target is before the day of the first number.", _SAFE)
    if any(m.unit is not measure.unit for m in others):
        raise UserError(
            "The other numbers of this question count in something else.", f"Give it a name of its own. {_SAFE}"
        )


def _check_asked(measure: GroupMeasure) -> None:
    if measure.asked is not None and measure.asked <= 0:
        raise UserError("Nobody was asked, so there is no number.", f"Write down how many people were asked. {_SAFE}")
    if measure.answered is not None and measure.asked is not None and measure.answered > measure.asked:
        raise UserError(
            f"{measure.answered} answered, and only {measure.asked} were asked.", f"Check both numbers. {_SAFE}"
        )
    if measure.answered is not None and measure.answered <= 0:
        raise UserError("Nobody answered, so there is no number.", _SAFE)
    if max(measure.asked or 0, measure.answered or 0) > MOST:
        raise UserError("That is more people than there are.", f"Check the number. {_SAFE}")


@dataclass(frozen=True, kw_only=True)
class Measure:
    """One question with its numbers: the first, the newest after it, and the newest target."""

    question: str
    unit: MeasureUnit
    baseline: GroupMeasure | None = None
    after: GroupMeasure | None = None
    target: GroupMeasure | None = None

    @property
    def change(self) -> str:
        """ "Up 12.1 percentage points", "no change"; "" without both numbers."""
        if self.baseline is None or self.after is None:
            return ""
        by = Decimal(self.after.value - self.baseline.value) / 10
        if not by:
            return "No change"
        one, more = _CHANGED[self.unit]
        size = _plain(abs(by))
        return f"{'Up' if by > 0 else 'Down'} {size} {one if size == '1' else more}".rstrip()

    @property
    def reached(self) -> bool | None:
        """Whether what was found is the target or more; None without either."""
        if self.after is None or self.target is None:
            return None
        return self.after.value >= self.target.value


_CHANGED = {
    MeasureUnit.PERCENT: ("percentage point", "percentage points"),
    MeasureUnit.NUMBER: ("", ""),
    MeasureUnit.STARS: ("star", "stars"),
}


def together(rows: Sequence[GroupMeasure]) -> tuple[Measure, ...]:
    """Put the numbers of each question together, in the order the questions first came up."""
    by_question: dict[str, list[GroupMeasure]] = {}
    for row in rows:
        by_question.setdefault(" ".join(row.question.casefold().split()), []).append(row)
    return tuple(_measure(sorted(found, key=lambda row: row.on)) for found in by_question.values())


def _measure(rows: Sequence[GroupMeasure]) -> Measure:
    newest = {what: next((r for r in reversed(rows) if r.what is what), None) for what in Measured}
    first = next((r for r in rows if r.what is Measured.BASELINE), None)
    return Measure(
        question=rows[0].question, unit=rows[0].unit, baseline=first, after=newest[Measured.AFTER], target=newest[Measured.TARGET]
    )  # fmt: skip


def number(row: GroupMeasure) -> str:
    """Return a number in what it counts: "59.9%", "4.5 stars", "12"."""
    value = _plain(Decimal(row.value) / 10)
    return {MeasureUnit.PERCENT: f"{value}%", MeasureUnit.STARS: f"{value} {'star' if value == '1' else 'stars'}"}.get(
        row.unit, value
    )


def sample(row: GroupMeasure) -> str:
    """Return of how many it is: "212 of 400 asked", "of 400 asked"; "" where nobody wrote it down."""
    if row.asked is None:
        return f"{row.answered:,} answered" if row.answered is not None else ""
    if row.answered is None:
        return f"of {row.asked:,} asked"
    return f"{row.answered:,} of {row.asked:,} asked"


def in_tenths(value: Decimal | float | None) -> int | None:
    """Return a number in tenths; one with more places than one is rounded, a half up."""
    if value is None:
        return None
    tenths = (Decimal(str(value)) * 10).quantize(Decimal(1), rounding="ROUND_HALF_UP")
    return int(tenths)


def _plain(value: Decimal) -> str:
    return f"{value:f}"
