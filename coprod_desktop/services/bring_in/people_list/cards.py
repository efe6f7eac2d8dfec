"""Address cards (vCard) and the people invited to a calendar event (iCalendar), as rows of a list."""

from __future__ import annotations

import base64
import quopri
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from coprod_desktop.services.bring_in.people_list.sheets import Opened, Row, of_rows, tidy

_HEADINGS = ("Name", "Surname", "First name", "Email", "Phone", "Address", "Role", "Notes", "Record type")
_ORGANISATION = "Organisation"
"""What a card is of that bears the name of where somebody works."""
_WAYS = {"EMAIL": "Email", "TEL": "Phone", "NOTE": "Notes", "TITLE": "Role"}

_OWN_LABELS = frozenset({
    "mobile", "home", "work", "main", "iphone", "apple watch", "other", "phone", "telephone", "landline", "cell", "email",
    "e-mail", "mail", "personal", "office", "whatsapp", "text", "sms", "new", "private", "direct",
})  # fmt: skip
"""Labels under which a card holds a number of its own; any other may be somebody else's: "Mum", "ICE", "Carer"."""


class _Line(NamedTuple):
    name: str
    about: dict[str, str]
    value: str
    label: str = ""
    """What the card calls it in words of its own: "Mum's phone"."""


def of_cards(text: str) -> Opened:
    """Return a list with a row for each card."""
    rows, card = [tidy(1, _HEADINGS)], dict[str, list[str]]()
    for line in _lines(text):
        if line.name == "BEGIN":
            card = {}
        elif line.name == "END":
            if card:
                rows.append(_row(len(rows) + 1, card))
        elif line.label and line.label.casefold() not in _OWN_LABELS and line.name != "NOTE":
            continue  # somebody else's
        elif line.name in _WAYS:
            card.setdefault(_WAYS[line.name], []).append(_plain(line.value).removeprefix("tel:"))
        elif line.name == "FN":
            card["Name"] = [_plain(line.value)]
        elif line.name == "ORG":
            card["Organisation"] = [_plain(line.value).strip("; ")]
        elif line.name == "X-ABSHOWAS" and line.value.upper().startswith("COMPANY"):
            card["Record type"] = [_ORGANISATION]
        elif line.name == "N":
            parts = [_plain(part) for part in re.split(r"(?<!\\);", line.value)]
            card["Surname"], card["First name"] = parts[:1], [" ".join(filter(None, parts[1:3]))]
        elif line.name == "ADR":
            parts = [_plain(part) for part in re.split(r"(?<!\\);", line.value)]
            card["Address"] = [", ".join(filter(None, parts))]
    return Opened("a file of address cards", (of_rows(rows),))


def _row(number: int, card: dict[str, list[str]]) -> Row:
    if card.get("Name") and card.get("Name") == card.get("Organisation"):
        card = {**card, "Record type": [_ORGANISATION]}
    if card.get("Name"):
        card = {**card, "Surname": [], "First name": []}
    return tidy(number, ("\n".join(card.get(name, ())) for name in _HEADINGS))


_ANSWERS = {"ACCEPTED": "Accepted", "DECLINED": "Declined", "TENTATIVE": "Tentative", "NEEDS-ACTION": "No reply yet"}


def of_event(text: str) -> Opened:
    """Return a list with a row for everybody who was invited, and what they replied."""
    rows = [tidy(1, ("Name", "Email", "Coming"))]
    for line in _lines(text):
        if line.name != "ATTENDEE" or line.about.get("CUTYPE", "INDIVIDUAL").upper() in {"ROOM", "RESOURCE"}:
            continue
        mail = re.sub(r"^mailto:", "", line.value, flags=re.I)
        answer = _ANSWERS.get(line.about.get("PARTSTAT", "").upper(), "")
        rows.append(tidy(len(rows) + 1, (line.about.get("CN", "") or mail, mail, answer)))
    return Opened("a calendar invitation", (of_rows(rows),))


def _lines(text: str) -> Iterator[_Line]:
    """Yield each line as a name, what is said about it and its value, with folded lines put together."""
    whole: list[str] = []
    for line in text.splitlines():
        if whole and (line[:1] in {" ", "\t"} or (whole[-1].endswith("=") and _is_quoted(whole[-1]))):
            whole[-1] = (
                whole[-1][:-1] + line if _is_quoted(whole[-1]) and whole[-1].endswith("=") else whole[-1] + line[1:]
            )
        elif line.strip():
            whole.append(line)
    labels = dict(_labels(whole))
    for at, line in enumerate(whole):
        found = re.match(r"(?:[\w-]+\.)?([\w-]+)((?:;(?:\"[^\"]*\"|[^\":])*)*):(.*)", line, re.S)
        if found:
            about = dict(_about(found[2]))
            yield _Line(found[1].upper(), about, _decoded(found[3], about), labels.get(at, ""))


def _labels(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield which line has which label: "item1.TEL:…" and "item1.X-ABLabel:Mum" of one card."""
    places: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        found = re.match(r"([\w-]+)\.([\w-]+)[^:]*:(.*)", line)
        if line.upper().startswith("BEGIN:"):
            places = {}
        elif found and found[2].upper() != "X-ABLABEL":
            places.setdefault(found[1], []).append(at)
        elif found:
            label = re.sub(r"^_\$!<(.*)>!\$_$", r"\1", _plain(found[3]))
            yield from ((place, label) for place in places.get(found[1], ()))


def _is_quoted(line: str) -> bool:
    return "QUOTED-PRINTABLE" in line.partition(":")[0].upper()


def _about(said: str) -> Iterator[tuple[str, str]]:
    for part in re.findall(r";((?:\"[^\"]*\"|[^;\"])*)", said):
        key, _, value = part.partition("=")
        yield key.upper(), value.strip('"')


def _decoded(value: str, about: dict[str, str]) -> str:
    coding = about.get("ENCODING", "").upper()
    try:
        if coding == "QUOTED-PRINTABLE" or "QUOTED-PRINTABLE" in about:
            return quopri.decodestring(value.encode()).decode(about.get("CHARSET", "utf-8"), "replace")
        if coding in {"B", "BASE64"} and len(value) < 10_000:
            return base64.b64decode(value).decode(about.get("CHARSET", "utf-8"), "replace")
    except (LookupError, ValueError):
        pass
    return value


def _plain(value: str) -> str:
    return re.sub(r"\\([nN,;:\\])", lambda found: "\n" if found[1] in "nN" else found[1], value).strip()
