"""What a paper that people agreed on may hold, and nothing else. Only the gate makes its texts (publish.gate.agreed)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from coprod_desktop.publish.public_text import PublicText
from coprod_desktop.publish.snapshot import PublicBrand, PublicElsewhere


class PartVoice(StrEnum):
    """Whose words stand below a heading."""

    OURS = "ours"
    QUOTED = "quoted"
    """Somebody else's, chosen by the organisation: between quotation marks."""
    SOURCE = "source"
    """Says whose the quoted ones are."""


@dataclass(frozen=True, kw_only=True)
class PublicPart:
    """A heading and the words below it; None while nobody wrote any."""

    heading: PublicText
    text: PublicText | None
    voice: PartVoice = PartVoice.OURS
    asks: tuple[PublicText, ...] = ()
    """What its lines may begin with: "Aim"."""


@dataclass(frozen=True, kw_only=True)
class PublicVersion:
    """An earlier version in document control."""

    n: int
    how: PublicText
    """"Agreed on 3 November 2026"."""
    on: date
    changed: PublicText | None = None


@dataclass(frozen=True, kw_only=True)
class PublicAgreed:
    """Everything one version of such a paper prints."""

    kind: str
    words: PublicText
    """What its kind is called: "Terms of reference"."""
    easy: PublicText
    """What it is, for Easy Read."""
    title: PublicText
    subject: PublicText | None
    group: PublicText | None
    n: int
    how: PublicText
    """How the version stands: "Draft, checked by members"."""
    draft: bool
    """It is not agreed yet, and says so on its face."""
    on: date
    agreed_on: date | None
    published_on: date | None
    review_by: date | None
    review_months: int | None
    owner: PublicText | None
    approved_by: PublicText | None
    checked_by: PublicText | None
    changed: PublicText | None
    parts: tuple[PublicPart, ...]
    headings_alone: bool = False
    """A heading says something without words below it: a principle."""
    before: tuple[PublicVersion, ...] = ()
    subject_before: tuple[tuple[PublicText, date], ...] = ()
    """What else was agreed about the same subject, and when."""
    signed: tuple[tuple[PublicText, date], ...] = ()
    """Who signed up and may be named, and the day."""
    signed_more: str = ""
    """How many more did, whose names are not printed, in fives; "" with none."""
    uid: str = field(default="", repr=False)
    brand: PublicBrand | None = None
    contact: PublicText | None = None
    elsewhere: tuple[PublicElsewhere, ...] = ()
