"""Papers a group agrees on, with every version of them, and who signed up to which."""

import datetime
from enum import StrEnum

from coprod_desktop.domain.row import Row, row


class PaperState(StrEnum):
    """How far a version of a paper is."""

    DRAFT = "draft"
    CHECKED = "checked"
    AGREED = "agreed"
    PUBLISHED = "published"


@row
class AgreedPaper(Row):
    """One paper: its kind is one of resources/content/; one that is not known here is kept as it is."""

    group_id: str | None = None
    session_id: str | None = None
    kind: str
    title: str
    subject: str | None = None
    owner: str | None = None
    approved_by: str | None = None
    review_every_months: int | None = None


@row
class PaperVersion(Row):
    """One version of a paper, as headings with what stands under each."""

    paper_id: str
    n: int
    state: PaperState = PaperState.DRAFT
    parts: tuple[tuple[str, str], ...] = ()
    changed: str | None = None
    """What is another than in the version before."""
    on: datetime.date
    checked_by: str | None = None
    agreed_on: datetime.date | None = None
    published_on: datetime.date | None = None
    review_by: datetime.date | None = None


@row
class SignedUp(Row):
    """Somebody signed up to a paper."""

    paper_id: str
    version_id: str | None = None
    person_id: str | None = None
    name: str
    on: datetime.date
