"""Six digits and more, however they are parted: telephone, NHS, account and card numbers that no word announces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coprod_desktop.domain.check.kinds import FindingKind, Hit, hit

_RUN = re.compile(
    r"(?<![a-z\d£$€])\+?\d(?:(?:[ \t\n\"()\[\]{}<>.,/_*|~·•+…–-]{1,3}|[ ]?\([^()\d\n]{1,30}\)[ ]?)?\d)+(?![\d%])"
)
_ORDINARY = re.compile(
    r"[£$€] ?\d[\d,.]*(?:\d|(?=\b))"
    r"|(?<![\d.:])\d{1,2}[.:]\d\d(?: ?[ap]m)?(?![\d.:/])"
    r"|(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,])"
    r"|(?<!\d)(?:19|20)\d\d ?(?:[-/–]|to|and) ?(?:(?:19|20)?\d\d)(?![\d/-])"
    r"|(?<!\d)\d+(?:\.\d+)? ?(?:%|percent|per cent)"
)
_LIST_OF = re.compile(
    r"\b(?:bus|buses|route|routes|rooms?|pages?|lines?|items?|numbers|nos|wards?|tables?|steps)\b[^\d\n]{0,12}$"
)
_THINGS = re.compile(r"[ ]?(?:people|pounds|times|metres|miles|houses|homes|hours|words|steps|of us|staff|beds)\b")
_PARTS = re.compile(r"\d+")
_SIX = 6
_NINE = 9
_TEN = 10


def long_numbers(folded: str) -> Iterator[Hit]:
    """Yield every run of six or more digits that is no date, time, price, year or list of small numbers."""
    plain = _ORDINARY.sub(lambda m: "x" * len(m.group()), folded)
    for m in _RUN.finditer(plain):
        found = re.sub(r"\D", "", m.group())
        if len(found) >= _SIX and _is_one_number(m.group(), found) and not _is_counted(plain, m):
            yield hit(_kind(found), *m.span())


def nhs_number_holds(ten: str) -> bool:
    """Tell whether ten digits are an NHS number: the last is the check digit, modulus 11 (NHS Data Dictionary)."""
    return sum(int(d) * (10 - i) for i, d in enumerate(ten)) % 11 == 0


def _kind(found: str) -> FindingKind:
    national = found.removeprefix("00").removeprefix("44") if found.startswith(("44", "0044")) else found
    if (found.startswith("0") and len(found) in {10, 11}) or (national != found and len(national) in {10, 11}):
        return FindingKind.PHONE
    if len(found) == _TEN:
        return FindingKind.NHS_NUMBER if nhs_number_holds(found) else FindingKind.LONG_NUMBER
    return FindingKind.LONG_NUMBER


def _is_one_number(written: str, found: str) -> bool:
    """Tell whether digits that stand apart are one number, and not several that are told one after the other."""
    groups = _PARTS.findall(written)
    longest = max(map(len, groups))
    if longest >= _SIX:
        return not (len(groups) == 1 and found.endswith("000"))
    if all(len(g) == 4 and g[:2] in {"19", "20"} for g in groups):
        return False
    if "," in written and not (found.startswith("0") and len(found) >= _NINE):
        return False
    if found.startswith(("0", "44")) and len(found) >= _NINE:
        return True
    if len(groups) >= 5 and longest <= 2:
        return True
    if len(found) >= _NINE:
        return len(groups) > 1 and min(map(len, groups[:-1])) > 1
    if re.fullmatch(r"\d\d-\d\d-\d\d", written):
        return True
    return (
        re.fullmatch(
            r"\d{3} \d{3}|\d{2,4}[*|_~]\d{2,4}|\d{5} \d{3}|\d{1,3}(?: \d{3}){2,3}|\d{4,5}-\d{2}-\d{1,3}", written
        )
        is not None
    )


def _is_counted(plain: str, m: re.Match[str]) -> bool:
    if _THINGS.match(plain, m.end()):
        return True
    return (
        _LIST_OF.search(plain[max(0, m.start() - 24) : m.start()]) is not None
        and max(map(len, _PARTS.findall(m.group()))) < _SIX
    )
