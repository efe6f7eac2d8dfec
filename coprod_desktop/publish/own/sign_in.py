"""The sign-in sheet: who is here and what they allow, to be ticked with a pen. Private, with no need and no contact on it."""

from __future__ import annotations

from coprod_desktop.domain.record import Person, SessionRecord
from coprod_desktop.domain.words import AWAY
from coprod_desktop.publish.dates import with_weekday
from coprod_desktop.publish.document import Document, Heading, Paragraph, Run
from coprod_desktop.publish.form import HOW_NAMED_IN_A_ROW, MAY_WE_PRINT, FormQuestion, SignIn
from coprod_desktop.publish.stories.words import plain, quiet

KIND = "sign-in"
TITLE = "Sign-in sheet"
PRIVATE = "Private: it names people"
EMPTY_ROWS = 12
"""For people nobody knew would come."""


def listed(record: SessionRecord) -> tuple[Person, ...]:
    """Return who stands on the sheet, by name: all who may come, also those whose name may never be in public.

    Who sent apologies is not on it, nor who took everything back: for them there are the empty rows.
    """
    may_come = (p for p in record.people if p.attendance not in AWAY and p.consent_withdrawn_on is None)
    return tuple(sorted(may_come, key=lambda person: person.name.casefold()))


def sign_in(record: SessionRecord) -> SignIn:
    """Return the sheet. What people allowed before is not on it: others read it over their shoulder."""
    session = record.session
    where = ", ".join(filter(None, (with_weekday(session.date), session.place)))
    document = Document(
        title=f"{TITLE}: {session.title}",
        lang="en-GB",
        author="",
        subject=PRIVATE,
        blocks=(
            quiet(f"{PRIVATE}. It stays with the person at the door: do not pass it round."),
            Heading(1, TITLE),
            Paragraph((Run(session.title, strong=True), Run(f". {where}"))),
            plain(
                "You can pass: an empty box is a no, and nobody asks why. You can change your mind later. "
                "For help with this sheet, ask the person at the door. They can fill it in for you."
            ),
        ),
        running_head=PRIVATE,
    )
    return SignIn(
        document=document,
        first="Name",
        asks=(
            FormQuestion("Here", ("",)),
            MAY_WE_PRINT,
            FormQuestion("May we use your photo?", ("Yes", "No")),
            HOW_NAMED_IN_A_ROW,
        ),
        names=tuple(person.name for person in listed(record)),
        empty=EMPTY_ROWS,
    )
