"""What people wrote in place of the first draft of a topic, put into a telling while the draft is still told from the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from coprod_desktop.publish.easy import signs
from coprod_desktop.publish.easy.points import offered
from coprod_desktop.publish.easy.telling import Part, Place, Sentence, Telling, Topic

if TYPE_CHECKING:
    from coprod_desktop.publish.paper import Paper


class Written(NamedTuple):
    """One sentence as a person left it, and where it stands."""

    place: Place
    words: str


Wordings = Mapping[tuple[str, str], Sequence[tuple[Place, str]]]
"""By the topic's key and what its draft was told from: when that changes, the draft stands in their place again."""


def draft_of(topic: Topic) -> tuple[Written, ...]:
    """Return the sentences of a topic that people may change, as its first draft has them."""
    return (
        tuple(Written(p.place, s.text) for p in topic.parts for s in p.sentences if not s.fixed) if topic.source else ()
    )


def of_paper(paper: Paper, wordings: Wordings) -> Telling:
    """Return what the Easy Read of a paper tells, with what people wrote. ValueError for a paper that has none."""
    if paper.easy is None:
        raise ValueError(f"{paper.kind} is not told in Easy Read")
    return as_written(paper.easy, wordings)


def as_written(telling: Telling, wordings: Wordings) -> Telling:
    """Return a telling with what people wrote. Quotations, and what follows from the day, stay as they are."""
    if not wordings:
        return telling
    cover, *topics = (_topic(topic, wordings.get((topic.key, topic.source))) for topic in telling.pages)
    return replace(telling, cover=cover, topics=tuple(topics))


def _topic(topic: Topic, written: Sequence[tuple[Place, str]] | None) -> Topic:
    if written is None or not topic.source:
        return topic
    return replace(topic, parts=tuple(_part(part, written) for part in topic.parts))


def _part(part: Part, written: Sequence[tuple[Place, str]]) -> Part:
    known = {sentence.text: sentence for sentence in part.sentences if not sentence.fixed}
    ours = [known.get(words) or offered(words) for place, words in written if place == part.place]
    if ours and ours[0].suggested is None and part.sentences and part.sentences[0].suggested:
        ours[0] = replace(ours[0], suggested=_sign(part.sentences[0]))
    return replace(part, sentences=(*ours, *(sentence for sentence in part.sentences if sentence.fixed)))


def _sign(first: Sentence) -> str | None:
    """Return the sign of an answer, which stands beside its first sentence whatever that says."""
    lasting = {signs.SAID, *(sign for _, sign in signs.OF_LOOK.values() if sign)}
    return first.suggested if first.suggested in lasting else None
