"""The people of a session as a list for a spreadsheet. It names them and says what they need, so it is private."""

from __future__ import annotations

from collections.abc import Sequence

from coprod_desktop.domain import safe_contact
from coprod_desktop.domain.permission import NO
from coprod_desktop.domain.permission_fields import answer_in
from coprod_desktop.domain.record import Person
from coprod_desktop.publish.paper import Spreadsheet

KIND = "people"
PRIVATE = "Private. It names people, how to reach them and what they need. Keep it safe, and delete it when it is used."
_HEADINGS = ("Name", "Role", "Coming", "Contact", "Safe to reach", "Needs", "Photos", "Recording")
_ASKED = ("photo", "recording")


def people_list(people: Sequence[Person]) -> Spreadsheet:
    """Return the list: a row a person, in the order of the session's list. Its first row says that it is private."""
    rows = tuple(_row(person) for person in people)
    first = (PRIVATE, *[""] * (len(_HEADINGS) - 1))
    return Spreadsheet(title="Private people", columns=first, rows=(_HEADINGS, *rows))


def _row(person: Person) -> tuple[str, ...]:
    needs = "\n".join(need.need for need in person.needs)
    coming = person.attendance.value if person.attendance else ""
    consents = [_answer(person, key) for key in _ASKED]
    return (person.name, person.role, coming, _contact(person), _safe(person), needs, *consents)


def _contact(person: Person) -> str:
    """Return how to reach somebody; nothing of who does not want to be contacted or has taken everything back."""
    refused = answer_in((person.consents or {}).get("contact"))[0] == NO
    return "" if refused or person.consent_withdrawn_on is not None else person.contact or ""


def _safe(person: Person) -> str:
    said = [
        "do not write" if not safe_contact.may_write(person) else "",
        "do not ring" if not safe_contact.may_ring(person) else "",
        "leave no message" if not safe_contact.may_leave_message(person) else "",
    ]
    if opens := safe_contact.opens_post(person):
        said.append(f"post is opened by {opens}")
    return "; ".join(filter(None, said))


def _answer(person: Person, key: str) -> str:
    """Return a no as a no. A yes is asked anew by whoever gets this list, so it is not in it."""
    return "no" if answer_in((person.consents or {}).get(key))[0] == NO else "ask"
