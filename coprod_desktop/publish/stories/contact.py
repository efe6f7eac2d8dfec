"""Whom to ask about a paper, and how: by phone, text message, email and post (practice C: one person to ring or text)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coprod_desktop.domain.contact_marks import MAIL
from coprod_desktop.publish.branded import Branded
from coprod_desktop.publish.document import Block, Facts, Heading, Paragraph, Run
from coprod_desktop.publish.snapshot import PublicBrand, PublicSnapshot
from coprod_desktop.publish.stories.words import plain

WHO_TO_ASK = "Who to ask"
_SHORT_CONTACT = 60
"""Letters that the foot of a page has room for."""
_NUMBER = re.compile(r"\+?\d(?:[ -]?(?:\(0\)[ -]?)?\d){5,14}")
_WORD = re.compile(r"\w+")
_FILLING = re.compile(
    r"\b(?:an?|and|at|by|call|contact|email|in|mail|me|on|or|phone|post|ring|tel|text|the|to|write)\b"
)
"""Words around a name or a number that tell nobody how to reach anyone."""
_ASKS = re.compile(r"(?:please\s+)?ask\s+(?!for\b|at\b|in\b|to\b)", re.IGNORECASE)
_BEGINS_WITH_WHAT_TO_DO = re.compile(
    r"(?:please|ask|ring|call|phone|text|email|mail|write|contact|speak|talk|come|see|send)\s", re.IGNORECASE
)


def names_contact(snapshot: Branded) -> bool:
    """Tell whether the paper ends with whom to ask, so that no sentence before has to say it."""
    brand = snapshot.brand
    return brand is not None and any((brand.phone, brand.text_number, brand.mail, brand.post))


def after_to_ask(contact: str) -> str:
    """Return a session's contact as it goes on after "To ask:": of "Ask Carla on 01632 960 144" without the "Ask"."""
    if (ask := _ASKS.match(contact)) and len(contact) > ask.end():
        return contact[ask.end() :]
    return contact[:1].lower() + contact[1:] if _BEGINS_WITH_WHAT_TO_DO.match(contact) else contact


def who_to_ask(*snapshots: Branded) -> Iterator[Block]:
    """Yield the contact the organisation names, and the session's own where it says more; nothing without the first."""
    first = next((snapshot for snapshot in snapshots if names_contact(snapshot)), None)
    if first is None or first.brand is None:
        return
    brand = first.brand
    rows = [
        ("Name", plain(brand.contact_name or "")),
        ("Phone", with_number(brand.phone or "")),
        ("Text message", plain(brand.text_number or "")),
        ("Email", with_mail(brand.mail or "")),
        ("Post", plain(brand.post or "")),
    ]
    if len(snapshots) == 1 and first.contact and _says_more(first.contact, brand):
        rows.append(("About this session", with_ways(first.contact)))
    yield Heading(2, WHO_TO_ASK)
    yield Facts(tuple((label, words) for label, words in rows if words.runs[0].text))


def whom_to_ask_for_it(*snapshots: Branded) -> str:
    """Say in a few words whom to ask, for the foot of a page."""
    brand = next((s.brand for s in snapshots if names_contact(s)), None)
    if brand is not None:
        ways = (("call", brand.phone), ("text", brand.text_number), ("email", brand.mail), ("write to", brand.post))
        ways_ = [f"{verb} {' '.join(way.split())}" for verb, way in ways if way][:2]
        return f"To ask, {' or '.join(ways_)}."
    contact = snapshots[0].contact if len(snapshots) == 1 else None
    if contact and len(contact) <= _SHORT_CONTACT:
        return f"To ask: {after_to_ask(contact).rstrip('.')}."
    return "Ask whoever gave you this paper."


def in_one_line(snapshot: PublicSnapshot) -> Paragraph | None:
    """Return how to reach the contact the organisation names, in short sentences for a letter; None when it names none."""
    brand = snapshot.brand
    if brand is None or not names_contact(snapshot):
        return None
    post = ", ".join(filter(None, (line.strip() for line in (brand.post or "").splitlines())))
    ways = [
        ("call ", with_number(brand.phone or "")),
        ("text ", plain(brand.text_number or "")),
        ("email ", with_mail(brand.mail or "")),
        ("write to ", plain(post)),
    ]
    runs = [Run(f"To reach {brand.contact_name or 'us'}, ")]
    for n, (verb, way) in enumerate((verb, way) for verb, way in ways if way.runs and way.runs[0].text):
        runs += [Run(f" Or {verb}" if n else verb), *way.runs, Run(".")]
    return Paragraph(tuple(runs))


def with_number(text: str) -> Paragraph:
    """Return a text in which the first telephone number is a link."""
    return _linked(text, _NUMBER, "tel:")


def with_mail(text: str) -> Paragraph:
    """Return a text in which the first mail address is a link."""
    return _linked(text, MAIL, "mailto:")


def with_ways(text: str) -> Paragraph:
    """Return a text of whom to ask in which every telephone number and mail address is a link."""
    numbers = [(found, "tel:") for found in _NUMBER.finditer(text)]
    mails = [(found, "mailto:") for found in MAIL.finditer(text)]
    return _with_links(text, [*numbers, *mails])


def _linked(text: str, pattern: re.Pattern[str], scheme: str) -> Paragraph:
    """Return the text with the first number or address in it as a link; what stands around it stays."""
    found = pattern.search(text)
    return _with_links(text, [(found, scheme)] if found else [])


def _with_links(text: str, places: list[tuple[re.Match[str], str]]) -> Paragraph:
    runs, at = list[Run](), 0
    for found, scheme in sorted(places, key=lambda place: place[0].start()):
        if found.start() < at:
            continue
        address = re.sub(r"\(0\)|[ -]", "", found[0]) if scheme == "tel:" else found[0].rstrip(".")
        end = found.end() if scheme == "tel:" else found.start() + len(address)
        runs += [Run(text[at : found.start()]), Run(text[found.start() : end], url=f"{scheme}{address}")]
        at = end
    return Paragraph(tuple(run for run in (*runs, Run(text[at:])) if run.text or not text))


def _says_more(contact: str, brand: PublicBrand) -> bool:
    """Tell whether a contact has a name, a number or an address in it that the organisation's does not."""
    known = (brand.name, brand.contact_name, brand.phone, brand.text_number, brand.mail, brand.post)
    return bool(_telling(contact) - _telling("\n".join(filter(None, known))))


def _telling(text: str) -> set[str]:
    """Return what in a text tells how to reach someone: numbers without spaces, mail addresses, and other words."""
    numbers = {re.sub(r"\(0\)|\D", "", number) for number in _NUMBER.findall(text)}
    mails = {mail.casefold().rstrip(".") for mail in MAIL.findall(text)}
    rest = _FILLING.sub(" ", MAIL.sub(" ", _NUMBER.sub(" ", text)).casefold())
    return numbers | mails | set(_WORD.findall(rest))
