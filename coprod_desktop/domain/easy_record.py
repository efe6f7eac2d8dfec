"""What is kept for Easy Read beside the session: pictures, what was chosen and checked, and plainer words."""

import datetime
from enum import StrEnum

from coprod_desktop.domain.row import Row, row


@row
class OwnPicture(Row):
    """A picture or photo of one's own for Easy Read, cleaned of what says where and when it was taken."""

    data: str
    """PNG or JPEG, base64."""
    alt: str
    width: int
    height: int


@row
class EasyChoice(Row):
    """The picture a person chose for one sentence of a session's Easy Read paper."""

    sentence_key: str
    """publish.easy.sentence_key of the sentence; no words are kept here."""
    picture: str
    """"openmoji:1F3E0", "own:" and the id of an own picture, or "none"."""


@row
class EasyCheck(Row):
    """A named group read a session's Easy Read paper and found it clear, as it was then."""

    kind: str
    """Which kind of paper."""
    fingerprint: str
    by: str
    on: datetime.date


@row
class PlainWord(Row):
    """A hard word and a plainer one, added by this workspace. An empty `plain` takes one of the shipped list away."""

    hard: str
    plain: str = ""


class EasyPlace(StrEnum):
    """Where a sentence of Easy Read stands on its page."""

    YOU_SAID = "you_said"
    WE_WILL = "we_will"
    MORE = "more"


@row
class EasySentence(Row):
    """One sentence of a session's Easy Read paper, as a person left it, and its picture."""

    point: str
    """The id of the point it tells of; "" for the head of the paper."""
    place: EasyPlace
    order: int
    words: str
    picture: str | None = None
    """As EasyChoice.picture; None: nobody chose."""
    from_hash: str = ""
    """A hash of what its first draft was made from: when that changes it is a draft again."""


class ReadersMark(StrEnum):
    """What a reading group said of a page."""

    GOOD = "good"
    UNSURE = "unsure"
    CHANGE = "change"


@row
class EasyMark(Row):
    """What one reader said of one page of a session's Easy Read paper."""

    kind: str
    """Which kind of paper."""
    page: int
    mark: ReadersMark
    on: datetime.date
    words: str | None = None
    reader: str | None = None
    """Only if they wish to be named."""
