"""The job or the team in what is written of who will do something, without anybody's name: "Director", "the bus team"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coprod_desktop.domain import answers
from coprod_desktop.domain.check import known, lists
from coprod_desktop.domain.check.words import fold, tidy, words_of
from coprod_desktop.domain.record import Point, Telling

_PART = re.compile(r"[,;:/()\n–—]| - ")
_NEVER_ALONE = lists.FUNCTION_WORDS - {"we", "us", "all", "both"}
_NAMES = lists.SURNAME_WORDS | lists.WORD_NAMES | lists.TITLES


def job_title(text: str) -> str | None:
    """Return the job or the team that a text names; None when it names none, or only a person.

    What could be part of a name stays out, so of "Director Jo Marsh" and "Jo Marsh (Director)" it is "Director".
    """
    return next((found for part in _PART.split(tidy(text)) if (found := _longest(part))), None)


def who_on_paper(point: Point, text: str | None) -> str | None:
    """Return what papers may take of who an answer is from, or whom we asked; None for nothing.

    A name prints only of who agreed that the answer is theirs (answers.may_name_owner); until then the job.
    """
    if text is None or not text.strip():
        return None
    return text if is_named(point, text) else job_title(text)


def may_tell_owner(telling: Telling) -> bool:
    """Tell whether what a paper told of who made a promise may be told again: of one made here, as who made it agreed."""
    made = telling.made
    return made is None or answers.may_name_owner(made) or telling.owner != made.owner


def is_named(point: Point, text: str) -> bool:
    """Tell whether a text says who the answer is from, and they agreed to be named with it."""
    return answers.may_name_owner(point) and _plain(text) == _plain(point.owner or "")


def _plain(text: str) -> str:
    return " ".join(fold(tidy(text)).split())


def _longest(part: str) -> str | None:
    return max(_runs(part), key=len, default=None)


def _runs(part: str) -> Iterator[str]:
    """Yield each run of words that could be no name and say a job, without what joins it to what is left out."""
    words = words_of(fold(part))
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and _is_no_name(words[end].token):
            end += 1
        run = words[at:end]
        while run and run[0].token in _NEVER_ALONE and run[0].token not in {"the", "our", "a", "an"}:
            run = run[1:]
        while run and run[-1].token in _NEVER_ALONE:
            run = run[:-1]
        says_a_job = any(word.token in lists.JOB_WORDS and word.token not in lists.FUNCTION_WORDS for word in run)
        is_plain = len(run) == len(words) and any(part[word.start].islower() for word in run)
        if says_a_job or is_plain:
            yield part[run[0].start : run[-1].end]
        at = max(end, at) + 1


def _is_no_name(token: str) -> bool:
    if token in lists.JOB_WORDS or token in lists.FUNCTION_WORDS:
        return True
    if token in _NAMES or known.is_first_name(token):
        return False
    return known.is_word(token) or known.is_place(token) or known.is_capital(token)
