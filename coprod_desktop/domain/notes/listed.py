"""Who came, as notes list them: names, roles in brackets or columns, what initials stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coprod_desktop.domain.check.words import fold
from coprod_desktop.domain.notes.known_words import plain
from coprod_desktop.domain.notes.shapes import TITLES, first_letter, shape_of_name, shorts_of

_FROM = re.compile(r"^[^,;()]*?\s(?=(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr|Councillor)\b)")
"""What stands before a title in a list: "and from the Council Mr Lister"."""


def people_listed(text: str) -> Sequence[str]:
    """Return the names in a list of who came: "T Oduya (chair), C Brannigan, H Quraishi"."""
    names = []
    for part in re.split(r"[,;\n•·]|\band\b|\s+[-–—]\s+", re.sub(r"\([^()]*\)|\[[^\[\]]*\]", "", text)):
        name = _FROM.sub("", part.strip(" .–—-*@\t"))
        if shape_of_name(name) in {"name", "one"}:
            names.append(name)
    return names


def in_columns(line: str) -> tuple[str, str] | None:
    """Return name and role of a line of a list of who came that is set in columns: "Wilf Garland     Chair"."""
    found = _COLUMNS.match(line.strip())
    if found is None or shape_of_name(found["name"]) not in {"name", "one"}:
        return None
    return found["name"], found["role"]


_COLUMNS = re.compile(r"^(?:[^:\t]{2,20}:\s*)?(?P<name>[^:\t,;]{2,40}?)(?:\s{3,}|\s*\t\s*)(?P<role>[^:\t,;]{2,50})$")


def roles_listed(text: str) -> dict[str, str]:
    """Return what stands in brackets behind the names in a list of who came: "Kit Lonsdale (social worker)"."""
    found = {}
    for m in re.finditer(r"(?:^|[,;\n•·=]|\band\b)\s*(?P<name>[^,;()\n=]{2,50}?)\s*\((?P<role>[^()]{2,40})\)", text):
        role = re.sub(r"^[A-Z]{2,4}[,;]\s*", "", m["role"])  # "(FN, commissioner)"
        found[plain(_FROM.sub("", m["name"].lstrip("@ ")))] = role
    for m in re.finditer(
        r"(?P<name>[^\W\d_][^,;()\n:=]{1,50}?)\s*\([A-Z][A-Za-z]{0,3}\)\s*(?:[–—-]\s*|,\s*(?=[a-z]))(?P<role>[^,;()\n]{2,40})",
        text,
    ):
        found[plain(m["name"])] = m["role"].strip()  # "Priya Shah (PS), council"
    for m in re.finditer(r"(?:^|[,;\n•·])\s*(?P<name>[^,;()\n=–—-]{2,50}?)\s+[-–—]\s+(?P<role>[^,;()\n]{2,40})", text):
        found.setdefault(plain(m["name"]), m["role"].strip())
    return found


_LEGEND = re.compile(r"(?:^|[,;(\n]\s*)(?P<short>[A-Z][A-Za-z]{0,3}\d?)\s*(?:=|:|–|—| - )\s*(?P<name>[^,;()\n=]{2,50})")
_AFTER = re.compile(
    r"(?P<name>[^\W\d_][^,;()\n:=]{1,50}?)\s*\((?P<short>[A-Z][A-Za-z]{0,2}[A-Z]?)(?:[,;]\s*[^()]{2,30})?\)"
)


def legend(text: str) -> dict[str, str]:
    """Return what the notes say initials stand for: "SB = Sara Bello", "Sara Bello (SB)"."""
    found = {}
    for pattern in (_LEGEND, _AFTER):
        for m in pattern.finditer(text):
            short, name = m["short"], re.sub(r"^\s*[-•*–]\s*", "", m["name"]).strip(" .")
            if (
                shape_of_name(name) in {"name", "one"}
                and fold(short)[0] == first_letter(name)
                and len(short) < len(name)
            ):
                found[plain(short)] = name
    return found


def named_by_initials(names: Iterable[str]) -> dict[str, str]:
    """Return initials and first name -> whole name, for names written out; what two of them share stands for nobody."""
    made: dict[str, set[str]] = {}
    for name in names:
        if len(name.split()[0].strip(".")) > 1 and len(name.split()) > 1:
            for short in shorts_of(name):
                made.setdefault(short, set()).add(name)
            for title in (
                TITLES if plain(name).split()[0].strip(".") not in TITLES else ()
            ):  # "Ms Dean", where one Dean came
                made.setdefault(f"{title} {plain(name).split()[-1]}", set()).add(name)
    return {short: next(iter(found)) for short, found in made.items() if len(found) == 1}
