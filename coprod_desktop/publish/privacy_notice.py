"""The privacy notice as a paper, in every format. What is not filled in is flagged in its place, and the paper says draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coprod_desktop.domain import privacy_notice as words
from coprod_desktop.domain.keep_rules import OF, Kind
from coprod_desktop.domain.people_record import Keep, Privacy
from coprod_desktop.domain.words import Nation
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Block, Bullets, Document, Heading, Mark, Paragraph, Run, Table, Tone
from coprod_desktop.publish.easy.privacy import Told, easy_notice
from coprod_desktop.publish.easy.telling import Telling
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.stories.words import counted, plain, quiet, sentence

KIND = "privacy-notice"
TITLE = "What we do with what you tell us"
_PHONE = re.compile(r"\d[\d ]{8,13}\d")
DRAFT = "Draft: not everything is filled in"
_KEPT = (
    "Your name, or what you want to be called, and how to reach you, if you tell us.",
    "What you need so that you can take part.",
    "What you say, and what you agreed to.",
    "What you are owed for taking part.",
    "Answers about equality only as totals: nobody can tell who gave which.",
)
_USED = (
    "It is kept on our own computers. It is not sold, and no computer decides anything about you.",
    "Our papers print your name only if you said yes to that, and your own words only if you said yes to that.",
    "If someone may be at risk, we have to pass it on. We tell you, unless that makes it less safe.",
)


@dataclass(frozen=True, kw_only=True)
class Notice:
    """What the notice is made of."""

    privacy: Privacy | None
    rules: Sequence[Keep]
    nation: Nation
    organisation: str


def privacy_notice(notice: Notice) -> Paper:
    """Return the notice as a paper."""
    missing = words.missing(notice.privacy, notice.rules, notice.nation)
    parts = words.filled(notice.privacy)
    document = Document(
        title=TITLE,
        lang="en-GB",
        author=notice.organisation or parts["controller"],
        subject="Privacy notice" if not missing else f"Privacy notice. {DRAFT}",
        blocks=tuple(_blocks(notice, parts, missing)),
        running_head=DRAFT if missing else "",
        warnings=missing,
    )
    return Paper(kind=KIND, document=document, easy=_easy(notice, parts, draft=bool(missing)))


def _easy(notice: Notice, parts: Mapping[str, str], *, draft: bool) -> Telling:
    known = {Kind(rule.kind): rule.months for rule in notice.rules if rule.kind in set(Kind)}
    return easy_notice(
        Told(
            organisation=notice.organisation or parts["controller"],
            contact=_first_line(parts["contact"]),
            complain_phone=found[0] if (found := _PHONE.search(parts["complain_to"])) else "",
            months=[(kind, known[kind]) for kind in Kind if kind in known],
            draft=draft,
        )
    )


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def _blocks(notice: Notice, parts: Mapping[str, str], missing: Sequence[str]) -> Iterator[Block]:
    if notice.organisation:
        yield quiet(notice.organisation)
    yield Heading(1, TITLE)
    yield quiet("This is our privacy notice.")
    if missing:
        yield Paragraph((Run(DRAFT, tone=Tone.WAITING, strong=True),), mark=Mark.WARN)
        yield Bullets(tuple(map(plain, missing)))
    for title, name in (
        ("Who we are", "controller"),
        ("Whom to ask", "contact"),
        ("Our data protection officer", "officer"),
    ):
        yield Heading(2, title)
        yield from _text(notice, parts, name)
    yield Heading(2, "Why we ask")
    yield from _text(notice, parts, "purpose")
    law = words.LAWS[notice.nation]
    yield plain(f"The law on care and support here is {law.act}.")
    if law.more:
        yield plain(law.more)
    yield Heading(2, "What lets us do this")
    yield from _text(notice, parts, "lawful_basis")
    yield plain("That you come to a session is never taken for a yes to anything else.")
    yield Heading(3, "What you need, your health, and equality answers")
    yield plain("The law protects these more. What lets us keep them:")
    yield from _text(notice, parts, "article9")
    yield Heading(2, "What we keep")
    yield Bullets(tuple(map(plain, _KEPT)))
    yield Heading(2, "What becomes of it")
    yield Bullets(tuple(map(plain, _USED)))
    yield Heading(2, "How long we keep it")
    yield from _how_long(notice.rules)
    yield Heading(2, "Your rights")
    yield from _text(notice, parts, "rights")
    yield Heading(2, "If you are not happy with what we do")
    yield from _text(notice, parts, "complain_to")
    yield from _days(notice.privacy)


def _text(notice: Notice, parts: Mapping[str, str], name: str) -> Iterator[Block]:
    """Yield a part's words, a paragraph for each line; flagged when there are none, or they are of another nation."""
    text = parts[name]
    if not text:
        yield _flag("Not filled in yet.")
    elif words.law_of_another(text, notice.nation):
        yield _flag(f"To be written for {notice.nation}.")
    else:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) > 1:
            yield Bullets(tuple(plain(sentence(line)) for line in lines))
        else:
            yield plain(sentence(text))


def _flag(text: str) -> Paragraph:
    return Paragraph((Run(text, tone=Tone.WAITING, strong=True),), mark=Mark.WARN)


def _how_long(rules: Sequence[Keep]) -> Iterator[Block]:
    known = [rule for rule in rules if rule.kind in set(Kind)]
    if not known:
        yield _flag("Not filled in yet.")
        return
    rows = tuple(
        (OF[Kind(rule.kind)].words, counted(rule.months, "month", "months"), rule.from_what)
        for rule in sorted(known, key=lambda rule: list(Kind).index(Kind(rule.kind)))
    )
    yield Table("Each kind of record", ("What", "How long", "Counted from"), rows)
    if len(known) < len(Kind):
        yield plain("How long we keep the rest is not decided yet. Ask us.")
    yield plain("Backups can hold it for up to 8 weeks more. Then they go too.")


def _days(privacy: Privacy | None) -> Iterator[Block]:
    if privacy is not None and privacy.agreed_on:
        again = f" We look at it again on {in_words(privacy.review_on)}." if privacy.review_on else ""
        yield quiet(f"Agreed on {in_words(privacy.agreed_on)}.{again}")
