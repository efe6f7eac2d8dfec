"""Easy Read for before the day: the call-out, the agenda and the ground rules."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.domain.words import SessionFormat
from coprod_desktop.publish.dates import clock, clock_after, in_words
from coprod_desktop.publish.easy import cover, signs
from coprod_desktop.publish.easy.leaf import code_of
from coprod_desktop.publish.easy.points import told
from coprod_desktop.publish.easy.rest import topic
from coprod_desktop.publish.easy.shorten import without_gaps
from coprod_desktop.publish.easy.telling import Sentence, Telling, Topic, plainly, word_count
from coprod_desktop.publish.snapshot import PublicAgendaItem, PublicOnAgenda, PublicSnapshot
from coprod_desktop.publish.stories.words import counted, listed, pounds

AGENDA, RULES, CALL_OUT = "Agenda", "Ground rules", "Come and tell us"
_WAYS: dict[str, str] = {
    SessionFormat.IN_PERSON: "You can come to the place.",
    SessionFormat.ONLINE: "You can join on a computer or a phone.",
    SessionFormat.HYBRID: "You can come to the place. Or you can join on a computer.",
    SessionFormat.PHONE: "You can join by phone.",
    SessionFormat.POST: "You can join by post.",
}
_NEEDS = (
    ("Papers in large print, Easy Read, braille or sound.", signs.PAPER),
    ("Someone who signs, or who types what people say.", "1F450"),
    ("Someone who speaks your language.", None),
    ("A hearing loop, or more time to speak.", "1F9BB"),
    ("A way in without steps.", "267F"),
    ("Help to get there.", None),
    ("A quiet room, or more breaks.", None),
    ("Someone who comes with you.", "1F465"),
    ("Care for the person you look after.", None),
    ("Food you can eat.", "1F37D"),
)
"""Kinds of support of practice B7, each as something a person can ask for."""


def call_out(snapshot: PublicSnapshot) -> Telling:
    """Return the call that asks people to come."""
    front = (
        *cover.what_it_is(snapshot, "We want to hear from you."),
        *cover.when_and_where(snapshot, before=True),
        *cover.whom_to_ask(snapshot, what="Do you want to come? Tell us."),
    )
    topics = (
        *topic("about", "What it is about", _about(snapshot)),
        *topic("needs", "What do you need?", _needs()),
        *topic("money", "Money", _money(snapshot)),
        *topic("words", "Your words", _words(snapshot)),
    )
    return cover.telling(CALL_OUT, front, topics, snapshot)


def _about(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    yield from cover.about(snapshot, before=True)
    if not snapshot.purpose:
        yield plainly("Tell us what works for you. Tell us what does not.", signs.TALK)
    yield plainly("What you say can change what we do.", signs.CHANGED)
    if not snapshot.cannot_change:
        yield plainly("Some things cannot change. Then we tell you why.", signs.WHY)
    if snapshot.may_spend_pence is not None:
        yield plainly(f"The group can spend {pounds(snapshot.may_spend_pence)} at most.", signs.MONEY)
    if snapshot.pot_pence is not None:
        yield plainly(f"There is {pounds(snapshot.pot_pence)} to spend.", signs.MONEY)
        if snapshot.max_bid_pence is not None:
            yield plainly(f"One idea can get {pounds(snapshot.max_bid_pence)} at most.")
    yield from _way(snapshot)


def _way(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    if snapshot.way:
        yield plainly(_WAYS[snapshot.way])


def _needs() -> Iterator[Sentence]:
    yield plainly("Tell us before the day. You can ask for:", signs.ASK)
    yield from (plainly(words, sign) for words, sign in _NEEDS)


def _money(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    yield plainly("Ask us who pays for your travel.", signs.MONEY)
    yield plainly("Ask us if we pay you for your time. You can say no thank you.")
    yield plainly("Money from us may change your benefits. Ask someone who knows, before you say yes.", signs.WARN)
    yield from cover.whom_to_ask(snapshot)


def _words(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    yield plainly("We write down what you say. We read it back to you.", "270D")
    yield plainly("You choose if we print your words or your name. You can change your mind.", "E094")
    yield plainly("Is someone not safe? Then we must tell someone. We tell you when we do.", signs.WARN)
    if snapshot.reply_by:
        day = snapshot.reply_by
        yield plainly(f"You get our answers by {in_words(day)}.", code_of(day))
    yield plainly("If the answer is no, we say no. We tell you why.", signs.NO)


def agenda(snapshot: PublicSnapshot) -> Telling:
    """Return the agenda."""
    front = (
        *cover.what_it_is(snapshot, "This paper tells what we will do at the meeting."),
        *cover.when_and_where(snapshot, before=True),
        *cover.whom_to_ask(snapshot),
    )
    topics = (
        *topic("plan", "What we will do", _plan(snapshot)),
        *(page for n, one in enumerate(snapshot.principles) for page in _principles(n, one)),
        *topic("part", "Taking part", _part(snapshot)),
    )
    return cover.telling(AGENDA, front, topics, snapshot)


def _principles(n: int, shown: PublicOnAgenda) -> Iterator[Topic]:
    rows = [plainly("We agreed to work like this:", signs.RULES)]
    rows += [sentence for heading in shown.headings for sentence in told(heading)]
    yield from topic(f"agreed-{n}", shown.title, rows, shown)


def _plan(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    yield from cover.about(snapshot, before=True)
    if snapshot.may_spend_pence is not None:
        yield plainly(f"The group can spend {pounds(snapshot.may_spend_pence)} at most.", signs.MONEY)
    timed = all(item.start for item in snapshot.agenda)
    for item in snapshot.agenda:
        yield from _item(item, timed=timed)
    if not any(item.is_break for item in snapshot.agenda):
        yield plainly("There is no break in this plan. Ask for one when you need it.")
    if snapshot.finish_by and snapshot.finish_by != snapshot.end:
        yield plainly(f"We have to finish by {clock_after(snapshot.start, snapshot.finish_by)}.")


def _item(item: PublicAgendaItem, *, timed: bool) -> Iterator[Sentence]:
    """Yield one part: when, what, who leads. A break is a break."""
    when = clock(item.start) if timed and item.start else counted(item.minutes, "minute", "minutes")
    title = without_gaps(item.title).strip().rstrip(".")
    what = "Break" if item.is_break and "break" not in title.casefold() and word_count(title) > 3 else title
    lead = f"\n{without_gaps(item.leads)} leads." if item.leads else ""
    line = f"{when}: {what[:1].upper()}{what[1:]}."
    if word_count(line) > 12:
        yield plainly(f"{when}:{lead}")
        yield from told(item.title)
    else:
        yield plainly(f"{line}{lead}", "2615" if item.is_break and "tea" in title.casefold() else None)


def _part(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    yield plainly("You do not have to speak. You can go out and come back.", signs.ASK)
    yield plainly("Tell us what you need to take part.")
    if snapshot.co_chairs:
        yield plainly(f"{listed([without_gaps(c) for c in snapshot.co_chairs])} will lead the meeting.", signs.NAME)
    yield from _way(snapshot)
    yield from cover.whom_to_ask(snapshot)


def ground_rules(snapshot: PublicSnapshot) -> Telling:
    """Return the ground rules, each with its number."""
    front = (
        *cover.what_it_is(snapshot, "These are the rules for our meeting."),
        *cover.when_and_where(snapshot),
        *_agreed(snapshot),
        *cover.whom_to_ask(snapshot),
    )
    topics = topic("rules", "How we work together", _rules(snapshot), snapshot.ground_rules)
    return cover.telling(RULES, front, topics, snapshot)


def _agreed(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    on, by = snapshot.rules_agreed_on, snapshot.rules_agreed_by
    if on is None and by is None:
        yield plainly("The group will talk about the rules. You can change them.", signs.RULES)
        return
    who = counted(by, "person", "people") if by else "The group"
    day = f" on {in_words(on)}" if on else ""
    yield plainly(f"{who} said yes to these rules{day}.", code_of(on) if on else signs.RULES)


def _rules(snapshot: PublicSnapshot) -> Iterator[Sentence]:
    for n, rule in enumerate(snapshot.ground_rules, start=1):
        sentences = tuple(told(rule))
        if not sentences:
            continue
        yield plainly(f"Rule {n}")
        yield from sentences
    yield plainly("Did someone break a rule? Hold up this paper. Then we stop and put it right.", "1F91A")
