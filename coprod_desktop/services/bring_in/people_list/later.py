"""What was said after the first reply: when we rang round, or in a later column. The last counts, where it is clear."""

from __future__ import annotations

import re

from coprod_desktop.domain.list_words import ListWords, tokens
from coprod_desktop.domain.words import Attending
from coprod_desktop.services.bring_in.people_list import said

_LATER = re.compile(
    r"(?:any )?(?:later|latest|updates?|updated|chang(?:es?|ed)|now|(?:second|2nd|last))(?: (?:since|reply|response|answer|news))?\??"
    r"|(?:we |i )?(?:rang|rung|phoned|called|chased|re-?confirmed|follow(?:ed)?[ -]?up|checked)(?: (?:round|up|back|again|call|them))*(?: (?:on )?(?:\d{1,2}[/.]\d{1,2}(?:[/.]\d+)?|\d{1,2} \w+|\w+day))?",
    re.I,
)
"""Heads what somebody said after their first reply."""


_NOBODY_ANSWERED = re.compile(
    r"(?:left (?:a )?)?(?:message|msg|voice ?mail|answerphone|vm|lm)(?: left)?|no (?:answer|reply)|engaged|rang out",
    re.I,
)
"""Whom we rang again and did not reach has said nothing new."""


def is_for_later(heading: str) -> bool:
    """Tell whether a column is for what people said after their first reply: "Later", "Update"."""
    return _LATER.fullmatch(heading.strip()) is not None


def after(first: Attending | None, words: str, heading: str, table: ListWords, doubts: list[str]) -> Attending | None:
    """Return what counts when more was said after the first reply: the last, where it is clear; nothing where it is not."""
    later = is_for_later(heading)
    if not words or (later and "chang" in heading.casefold() and table.has("no", words)):
        return first
    unsure: list[str] = []
    answer = said.attending(words, table, unsure)
    if later and first is not None and _NOBODY_ANSWERED.fullmatch(words.strip(" .")):
        return first
    unclear = later and answer is None and said.UNSURE.search(words) is not None  # "only if the lift works"
    of_others = any(table.has("relations", word) for word in tokens(words))
    if not later and (first is not Attending.COMING or of_others or not said.is_taken_back(tokens(words), table)):
        return first
    if (
        answer in {None, first}
        and not unclear
        and not (later and table.says("taken_back", words) and answer is not first)
    ):
        return first
    if later and not unsure and not of_others and not unclear:
        return answer
    doubts.append(f"Whether they come is not sure: “{words}”.")
    return None
