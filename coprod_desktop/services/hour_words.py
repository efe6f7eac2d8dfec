"""What a step of the live hour did, in words: its moments tell it better than the rows that changed with them."""

from __future__ import annotations

from collections.abc import Mapping

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.clock import SIGNALS
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.live_hour import What
from coprod_desktop.store.step_rows import StepRow, StepSeen

WENT_BACK = "Went back to the part before"
_WORDS: Mapping[str, str] = {
    What.STARTED: "going on to {part}",
    What.FINISHED: "the end of {part}",
    What.ADDED: "{minutes} more for {part}",
    What.SHORTENED: "{minutes} less for {part}",
    What.SKIPPED: "skipping {part}",
    What.NEXT_TIME: "keeping {part} for next time",
    What.SWAPPED: "the new place of {part}",
    What.PAUSE_END: "taking the sign off",
    What.READING_END: "the end of reading aloud",
    **{what: f"the sign “{words}”" for what, words in SIGNALS.items()},
}
_LETTERS = 60


def of_step(seen: StepSeen) -> str:
    """Return what was done to the clock: "5 minutes more for “Ideas”"; "" for a step that is of no live hour."""
    moments = [row for row in seen.rows if row.noun == "moment" and row.op != "change"]
    if not moments:
        return ""
    told: StepRow = next((row for row in moments if row.now["what"] != What.FINISHED), moments[0])
    words = _WORDS[told.now["what"]]
    if seen.step.said == WENT_BACK:
        words = "going back to {part}"
    titles = {row.id: str(row.now["title"]) for row in seen.rows if row.noun == "agenda_item"}
    title = titles.get(told.now["part"], "")
    part = f"“{beginning(title, _LETTERS)}”" if title else "a part of the agenda"
    return words.format(part=part, minutes=counted(told.now["minutes"] or 0, "minute"))
