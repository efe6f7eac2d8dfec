"""Kinds of paper a session has: each is one story told from the same snapshot."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from coprod_desktop.domain.permission import Circle
from coprod_desktop.publish.easy.telling import Telling
from coprod_desktop.publish.for_whom import WHO_CAME, only_for
from coprod_desktop.publish.imprint import imprint
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.snapshot import PublicSnapshot


class PaperKind(NamedTuple):
    """A kind of paper: what it is called in file names and commands, in words, and whether it is for before the day."""

    name: str
    words: str
    before: bool = False
    easy_is_of: str = ""
    """The kind whose Easy Read tells all that it says, so that it needs none of its own; "" when it has one."""


YOU_SAID_WE_WILL = "you-said-we-will"
YOU_SAID_WE_DID = "you-said-we-did"
"""The update: it looks back, so it speaks from the day on which something was last heard."""
KINDS = (
    PaperKind(YOU_SAID_WE_WILL, "You said, we will"),
    PaperKind(YOU_SAID_WE_DID, "You said, we did (update)"),
    PaperKind("web", "Version for the web", easy_is_of=YOU_SAID_WE_WILL),
    PaperKind("committee", "Version for a committee", easy_is_of=YOU_SAID_WE_WILL),
    PaperKind("news", "News item (150 words)", easy_is_of=YOU_SAID_WE_WILL),
    PaperKind("call-out", "Call-out: come and tell us", before=True),
    PaperKind("agenda", "Agenda", before=True),
    PaperKind("ground-rules", "Ground rules", before=True),
)
NAMES = tuple(kind.name for kind in KINDS)
BEFORE = frozenset(kind.name for kind in KINDS if kind.before)
"""What these say does not wait for answers, so they are no drafts."""

MEMBERS_LOOK = frozenset({YOU_SAID_WE_WILL, YOU_SAID_WE_DID})
"""What goes back to the people who were there: members look at it before it leaves, or the paper says why nobody did."""


def paper(kind: str, snapshot: PublicSnapshot) -> Paper:
    """Return the paper of this kind; one for who came says so. UserError when there is nothing in it yet."""
    told = _told(kind, snapshot)
    if snapshot.circle is Circle.CAME:
        told = only_for(WHO_CAME, told)
    other = easy_is_of(kind)
    document = imprint(told.document, snapshot, easy_is_of=other)
    easy = None if other else replace(in_easy_read(kind, snapshot), fingerprint=document.fingerprint)
    return replace(told, document=document, easy=easy, easy_is_of=other)


def easy_is_of(kind: str) -> str:
    """Return what the paper is called whose Easy Read tells what this kind says; "" when it has one of its own."""
    found = next((one.easy_is_of for one in KINDS if one.name == kind), "")
    return next((one.words for one in KINDS if one.name == found), "")


def in_easy_read(kind: str, snapshot: PublicSnapshot) -> Telling:
    """Return a kind of paper as Easy Read tells it."""
    from coprod_desktop.publish.easy.kinds import of_kind

    return of_kind(kind, snapshot)


def _told(kind: str, snapshot: PublicSnapshot) -> Paper:
    match kind:
        case "you-said-we-will":
            from coprod_desktop.publish.calendar_days import follow_up_days
            from coprod_desktop.publish.spreadsheets import promises
            from coprod_desktop.publish.stories.you_said_we_will import you_said_we_will

            return Paper(
                kind=kind,
                document=you_said_we_will(snapshot),
                sheet=promises(snapshot),
                events=follow_up_days(snapshot),
            )
        case "you-said-we-did":
            from coprod_desktop.publish.calendar_days import follow_up_days
            from coprod_desktop.publish.spreadsheets import promises
            from coprod_desktop.publish.stories.you_said_we_did import you_said_we_did

            return Paper(
                kind=kind, document=you_said_we_did(snapshot), sheet=promises(snapshot), events=follow_up_days(snapshot)
            )
        case "web":
            from coprod_desktop.publish.spreadsheets import promises
            from coprod_desktop.publish.stories.web import for_the_web

            return Paper(kind=kind, document=for_the_web(snapshot), sheet=promises(snapshot))
        case "committee":
            from coprod_desktop.publish.spreadsheets import promises
            from coprod_desktop.publish.stories.committee import for_the_committee

            return Paper(kind=kind, document=for_the_committee(snapshot), sheet=promises(snapshot))
        case "news":
            from coprod_desktop.publish.stories.news import news_item

            return Paper(kind=kind, document=news_item(snapshot))
        case "call-out":
            from coprod_desktop.publish.calendar_days import the_day
            from coprod_desktop.publish.stories.before import call_out

            return Paper(kind=kind, document=call_out(snapshot), events=the_day(snapshot))
        case "agenda":
            from coprod_desktop.publish.calendar_days import the_day
            from coprod_desktop.publish.spreadsheets import agenda_list
            from coprod_desktop.publish.stories.before import agenda

            return Paper(kind=kind, document=agenda(snapshot), sheet=agenda_list(snapshot), events=the_day(snapshot))
        case "ground-rules":
            from coprod_desktop.publish.stories.before import ground_rules

            return Paper(kind=kind, document=ground_rules(snapshot))
        case _:
            raise ValueError(f"no such kind of paper: {kind!r}")
