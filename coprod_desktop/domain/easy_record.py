"""What is kept for Easy Read beside the session: pictures, what was chosen and checked, and plainer words."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from coprod_desktop.domain.record import Row


@dataclass(frozen=True, kw_only=True)
class OwnPicture(Row):
    """A picture or photo of one's own for Easy Read, cleaned of what says where and when it was taken."""

    data: str
    """PNG or JPEG, base64."""
    alt: str
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class EasyChoice(Row):
    """The picture a person chose for one sentence of a session's Easy Read paper."""

    sentence_key: str
    """publish.easy.sentence_key of the sentence; no words are kept here."""
    picture: str
    """"openmoji:1F3E0", "own:" and the id of an own picture, or "none"."""


@dataclass(frozen=True, kw_only=True)
class EasyCheck(Row):
    """A named group read a session's Easy Read paper and found it clear, as it was then."""

    kind: str
    """Which kind of paper."""
    fingerprint: str
    by: str
    on: datetime.date


@dataclass(frozen=True, kw_only=True)
class PlainWord(Row):
    """A hard word and a plainer one, added by this workspace. An empty `plain` takes one of the shipped list away."""

    hard: str
    plain: str = ""
