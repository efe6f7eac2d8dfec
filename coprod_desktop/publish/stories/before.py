"""Papers for before the day: the agenda, the ground rules, and the call-out that asks people to come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coprod_desktop.domain.words import SessionFormat
from coprod_desktop.errors import UserError
from coprod_desktop.publish.dates import clock, clock_after, in_words
from coprod_desktop.publish.document import Block, Bullets, Document, Facts, Heading, Paragraph, Table
from coprod_desktop.publish.snapshot import PublicAgendaItem, PublicSnapshot
from coprod_desktop.publish.stories import head, taking_part
from coprod_desktop.publish.stories.words import counted, labelled, listed, plain, pounds, sentence

AGENDA, RULES, CALL_OUT = "Agenda", "Ground rules", "Come and tell us"
_WAYS: dict[str, str] = {
    SessionFormat.IN_PERSON: "In person",
    SessionFormat.ONLINE: "Online",
    SessionFormat.HYBRID: "In person or online",
    SessionFormat.PHONE: "By phone",
    SessionFormat.POST: "By post",
}
SUPPORT = (
    "Papers in large print, Easy Read, braille, audio, or for your screen reader.",
    "A sign language interpreter, or someone who types what is said.",
    "An interpreter for your language, or papers in it.",
    "A hearing loop, or more time to speak.",
    "A way in without steps, parking close by, or help with getting there.",
    "A quiet room, more breaks, or coming for part of the time.",
    "Someone with you: a supporter, a personal assistant, an assistance dog.",
    "Cover for the person you care for.",
    "Food you can eat, and times that fit with your care and your faith.",
    "A call, a text, an email or a letter: whichever way you want to hear from us.",
)
"""Kinds of support from practice B7, each as something a person can ask for."""
_MONEY = (
    "Ask us before the day how your travel and other costs are paid.",
    "Ask us if your time is paid. You can say no thank you, or ask for less.",
    "A payment or a voucher may change your benefits. Get independent advice first.",
)
"""No amounts, and no advice about benefits (practice D27)."""


def agenda(snapshot: PublicSnapshot) -> Document:
    """Return the agenda. UserError when nothing is on it yet."""
    if not snapshot.agenda:
        raise UserError("There is no agenda yet.", "Choose one under Get ready, or add what you want to talk about.")
    blocks = (
        *head.head(snapshot, AGENDA, day=False),
        _when_and_where(snapshot),
        *_about(snapshot),
        Heading(2, "What we will do, and when"),
        _timetable(snapshot.agenda),
        *_breaks(snapshot.agenda),
        *_principles(snapshot),
        Heading(2, "Taking part"),
        Bullets(
            (
                plain("You can pass, leave, and come back. Nobody has to speak."),
                plain("Tell us what you need to take part, before or on the day."),
                *head.ask_line(snapshot),
            )
        ),
    )
    return head.told(snapshot, AGENDA, blocks)


def _when_and_where(snapshot: PublicSnapshot) -> Facts:
    last = next((item.end for item in reversed(snapshot.agenda) if item.end), None)
    end, fixed = snapshot.end or last, snapshot.finish_by
    rows = (
        ("Day", head.days(snapshot)),
        ("Time", head.times(replace(snapshot, end=end))),
        ("We have to finish by", clock_after(snapshot.start, fixed) if fixed != end else None),
        ("Place", snapshot.place),
        *taking_part.before_the_day(snapshot, _WAYS[snapshot.way] if snapshot.way else ""),
        ("Co-chairs" if len(snapshot.co_chairs) > 1 else "Co-chair", listed(snapshot.co_chairs)),
        ("Who set the agenda", snapshot.set_agenda),
    )
    return Facts(tuple((label, plain(text)) for label, text in rows if text))


def _about(snapshot: PublicSnapshot) -> Iterator[Paragraph]:
    said = (("What it is about", snapshot.purpose), ("What cannot change", snapshot.cannot_change))
    yield from (p for label, text in said if (p := labelled(label, text)) is not None)
    yield from head.may_spend(snapshot)


def _timetable(items: tuple[PublicAgendaItem, ...]) -> Table:
    timed, led = all(item.start for item in items), any(item.leads for item in items)
    header = ("Starts" if timed else "How long", "What", *(("Who leads",) if led else ()))
    rows = tuple((_time(item, timed=timed), _what(item), *((item.leads or "",) if led else ())) for item in items)
    return Table("Times of the day" if timed else "In this order", header, rows)


def _time(item: PublicAgendaItem, *, timed: bool) -> str:
    return clock(item.start) if timed and item.start else counted(item.minutes, "minute", "minutes")


def _what(item: PublicAgendaItem) -> str:
    is_said = not item.is_break or "break" in item.title.casefold()
    return item.title if is_said else f"{item.title} (a break)"


def _breaks(items: tuple[PublicAgendaItem, ...]) -> Iterator[Block]:
    breaks = [item for item in items if item.is_break]
    if not breaks:
        yield plain("There is no break planned. Ask for one whenever you need it.")
        return
    each = [f"{counted(b.minutes, 'minute', 'minutes')}{f' at {clock(b.start)}' if b.start else ''}" for b in breaks]
    yield plain(f"Breaks: {listed(each)}. Breaks are not made shorter.")


def _principles(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield what the group agreed on that stands on its agendas: the headings, and since when they hold."""
    for one in snapshot.principles:
        since = f" (agreed on {in_words(one.agreed_on)})" if one.agreed_on else ""
        yield Heading(2, f"{one.title}{since}")
        yield Bullets(tuple(plain(heading) for heading in one.headings))


def ground_rules(snapshot: PublicSnapshot) -> Document:
    """Return the ground rules. UserError when there are none yet."""
    if not snapshot.ground_rules:
        raise UserError("There are no ground rules yet.", "Choose some under Get ready; the group can change them.")
    rules = tuple((f"Rule {n}", plain(sentence(rule))) for n, rule in enumerate(snapshot.ground_rules, start=1))
    blocks = (
        *head.head(snapshot, RULES),
        plain(_agreed(snapshot)),
        Heading(2, "How we work together"),
        Facts(rules),
        plain("Is a rule broken? Say its number, or hold up this paper. Then we stop and put it right."),
        *head.ask_line(snapshot),
    )
    return head.told(snapshot, RULES, blocks)


def _agreed(snapshot: PublicSnapshot) -> str:
    on, by = snapshot.rules_agreed_on, snapshot.rules_agreed_by
    if on is None and by is None:
        return "To be agreed by the group on the day. Each rule can be changed, taken out or added to."
    who = f", by {counted(by, 'person', 'people')}" if by else ""
    return f"Agreed by the group{f' on {in_words(on)}' if on else ''}{who}."


def call_out(snapshot: PublicSnapshot) -> Document:
    """Return the paper that asks people to come, and says what they can count on."""
    blocks = (
        *head.head(snapshot, CALL_OUT, day=False),
        *_what_it_is(snapshot),
        Heading(2, "When and where"),
        _when(snapshot),
        Heading(2, "What happens to what you say"),
        Bullets(tuple(plain(line) for line in _what_happens(snapshot))),
        Heading(2, "Tell us what you need to take part"),
        plain("Ask us early, so that we can arrange it. You can ask for things like these, and for others:"),
        Bullets(tuple(plain(line) for line in SUPPORT)),
        Heading(2, "Money"),
        Bullets(tuple(plain(line) for line in _MONEY)),
        Heading(2, "Tell us that you are coming"),
        head.whom_to_ask(snapshot, "To tell us that you are coming, or to ask us anything"),
        plain("You cannot come on the day? You can still tell us what you think. Ask how."),
    )
    return head.told(snapshot, CALL_OUT, blocks)


def _what_it_is(snapshot: PublicSnapshot) -> Iterator[Block]:
    yield plain(
        sentence(snapshot.purpose) if snapshot.purpose else "We want to hear what works for you, and what does not."
    )
    yield Heading(2, "What can change, and what cannot")
    yield plain("What you say can change what we do next. We tell you what we will do, and who does it by when.")
    fixed = labelled("What cannot change", snapshot.cannot_change)
    yield fixed or plain("If something cannot change, we say so and tell you why.")
    if snapshot.pot_pence is not None:
        most = f" At most {pounds(snapshot.max_bid_pence)} for one idea." if snapshot.max_bid_pence is not None else ""
        yield plain(f"The money there is: {pounds(snapshot.pot_pence)}.{most}")
    yield from head.may_spend(snapshot)


def _when(snapshot: PublicSnapshot) -> Facts:
    rows = (
        ("Day", head.days(snapshot)),
        ("Time", head.times(snapshot)),
        (
            "We finish by",
            clock_after(snapshot.start, snapshot.finish_by) if snapshot.finish_by != snapshot.end else None,
        ),
        ("Place", snapshot.place),
        *taking_part.before_the_day(snapshot, _WAYS[snapshot.way] if snapshot.way else ""),
        ("Part of", snapshot.project),
    )
    return Facts(tuple((label, plain(text)) for label, text in rows if text))


def _what_happens(snapshot: PublicSnapshot) -> Iterator[str]:
    yield "We write down what you say in your own words, and read it back to you."
    yield "You choose if your words or your name may be printed. You can change your mind."
    yield "If someone may be at risk, we have to pass that on. We tell you when we do."
    by = f" by {in_words(snapshot.reply_by)}" if snapshot.reply_by else ""
    yield f"You get our answers{by}, in the way you read best. If an answer is no, we say no and why."
