"""A session's Easy Read paper as it stands: every sentence, the picture it would have, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from coprod_desktop.domain.permission import Circle
from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.document import Picture
from coprod_desktop.publish.easy.chosen import sentence_key
from coprod_desktop.publish.easy.pages import checked
from coprod_desktop.publish.easy.telling import Sentence, Telling, Topic
from coprod_desktop.publish.easy.written import as_written
from coprod_desktop.publish.paper import fingerprint
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import circles, easy_read, easy_sentences, papers
from coprod_desktop.services.making.easy_read import EasyStanding


class Why(StrEnum):
    """Why a sentence has its picture."""

    CHOSEN = "chosen"
    SUGGESTED = "suggested"
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class EasyLine:
    """One sentence of the paper; `choice` is what people chose for it, None when they left it to the suggestion."""

    key: str
    text: str
    heading: str
    """The heading it stands under."""
    picture: Picture | None
    why: Why
    choice: str | None
    hint: str = ""
    """What a person should still do about it: "Too long: say it shorter."."""
    topic: str = ""
    """The key of its topic."""
    at: int | None = None
    """Which of the topic's sentences it is that people may change; None for one that nobody changes."""
    written: bool = False
    """Whether people changed its topic."""


@dataclass(frozen=True, kw_only=True)
class EasyPaper:
    """What the window shows: the sentences, the code of the paper as it is, and whether a group's check counts."""

    lines: Sequence[EasyLine]
    fingerprint: str
    standing: EasyStanding
    telling: Telling
    drafts: Mapping[str, Topic]
    """The first draft of each topic, by its key."""


def look(desk: Desk, session: str, kind: str, circle: Circle = Circle.ANYONE) -> EasyPaper:
    """Return the paper as it would be now. UserError while something private is unsettled, or there is nothing yet."""
    public = papers.snapshot(desk, session, circle=circles.fitting(kind, circle), kind=kind)
    code = fingerprint(public)
    draft = paper_kinds.paper(kind, public).easy
    if draft is None:
        raise UserError(
            f"This paper has no Easy Read of its own. “{paper_kinds.easy_is_of(kind)}” tells in Easy Read all that it says.",
            f"Choose “{paper_kinds.easy_is_of(kind)}”.",
        )
    written = easy_sentences.wordings(desk, session)
    telling = as_written(draft, written)
    chosen = easy_read.choices(desk, session)
    pictures, easy = easy_read.pictures_of(desk, chosen), easy_read.easy_read(desk, session, kind, code)

    def line(sentence: Sentence, topic: Topic, at: int | None) -> EasyLine:
        key = sentence_key(sentence.text)
        suggested = easy.offered(sentence.suggested)
        return EasyLine(
            key=key,
            text=sentence.text,
            heading=topic.title,
            picture=pictures.get(key, suggested),
            why=Why.CHOSEN if key in pictures else Why.SUGGESTED if suggested else Why.NONE,
            choice=chosen[key] if key in pictures else None,
            hint=sentence.hint,
            topic=topic.key,
            at=at,
            written=(topic.key, topic.source) in written,
        )

    lines = [line(sentence, topic, at) for topic in telling.pages for sentence, at in _placed(topic)]
    if not easy.is_draft:
        lines.insert(len(telling.cover.sentences), line(checked(easy), telling.cover, None))
    return EasyPaper(
        lines=lines,
        fingerprint=code,
        standing=easy_read.standing(desk, session, kind, code),
        telling=telling,
        drafts={topic.key: topic for topic in draft.pages},
    )


def _placed(topic: Topic) -> Iterator[tuple[Sentence, int | None]]:
    """Yield a topic's sentences, each with its number among those that people may change."""
    at = count()
    for sentence in topic.sentences:
        yield sentence, None if sentence.fixed or not topic.source else next(at)


def rows(desk: Desk, session: str, kind: str, circle: Circle = Circle.ANYONE) -> Sequence[EasyLine]:
    """Return each sentence of the paper with its key, the picture it would have, and why."""
    return look(desk, session, kind, circle).lines
