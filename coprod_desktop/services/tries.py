"""Wrong passphrases in a row: the first few cost nothing, then each makes the next one wait longer."""

from __future__ import annotations

from coprod_desktop.domain.value import Value, value

FREE = 5
LONGEST = 30.0


@value
class Tries(Value):
    """How many were wrong in a row, and when the last one was. Times are seconds of one clock that only goes forward."""

    wrong: int = 0
    last: float = 0.0

    def failed(self, now: float) -> Tries:
        """Return what it is after one more wrong one."""
        return Tries(self.wrong + 1, now)

    def wait(self, now: float) -> float:
        """Return how many seconds to wait before the next one; 0 for none."""
        if self.wrong < FREE:
            return 0.0
        whole = min(LONGEST, 2.0 ** min(10, self.wrong - FREE + 1))
        return max(0.0, self.last + whole - now)
