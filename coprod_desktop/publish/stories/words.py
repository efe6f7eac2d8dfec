"""Small pieces of a paper's text: paragraphs, lists in words, money, quotations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coprod_desktop.domain.language_tags import language_tag
from coprod_desktop.publish.document import YOU_SAID, Paragraph, Run, Tone
from coprod_desktop.publish.render.every_format.sides import runs_rightwards
from coprod_desktop.publish.snapshot import PublicQuote

_HAS_ITS_WORD = re.compile(r"(?:online|on|in|at|by|over|outside|near)(?=\s|,|$)", re.IGNORECASE)
_IS_CALLED = re.compile(r"(?:microsoft )?teams|zoom|google meet|skype|whatsapp|facetime|webex", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://([^\s<>“”\"]*[^\s<>“”\".,;:!?)\]])")
_BY_PHONE = re.compile(r"(?:tele)?phone(?: call)?", re.IGNORECASE)


def plain(text: str) -> Paragraph:
    """Return a paragraph of one plain run."""
    return Paragraph((Run(text),))


def quiet(text: str) -> Paragraph:
    """Return a paragraph that stands back."""
    return Paragraph((Run(text, tone=Tone.QUIET),))


def with_addresses(text: str) -> Paragraph:
    """Return a line in which each web address that somebody typed is a link, shown without what stands before it."""
    side = "rtl" if runs_rightwards(text) else "ltr"
    runs, at = list[Run](), 0
    for found in _ADDRESS.finditer(text):
        runs += [Run(text[at : found.start()], dir=side), Run(found[1], url=found[0])]
        at = found.end()
    return Paragraph(tuple(run for run in (*runs, Run(text[at:], dir=side)) if run.text))


def aside(paragraph: Paragraph) -> Paragraph:
    """Return a paragraph that Easy Read leaves out."""
    return replace(paragraph, runs=tuple(replace(run, aside=True) for run in paragraph.runs))


def labelled(label: str, text: str | None) -> Paragraph | None:
    """Return "Label: text" with a strong label; None without text."""
    return Paragraph((Run(f"{label}: ", strong=True), Run(sentence(text)))) if text else None


def begun_with(said: str, rest: str, *, strong: bool = False, number: str = "") -> Paragraph:
    """Return what was said with our words behind it; words from the right get ours before them too.

    So the whole is read from the left, with theirs among themselves.
    """
    if not runs_rightwards(said):
        return Paragraph((Run(f"{number}{said}", strong=strong), Run(rest)))
    return Paragraph((Run(f"{number}{YOU_SAID} ", strong=strong), Run(said, strong=strong, dir="rtl"), Run(rest)))


def sentence(text: str) -> str:
    """Return the text as a sentence: a capital first, a full stop last."""
    text = text.strip()
    text = text[:1].upper() + text[1:]
    return f"{text}." if text and text[-1] not in ".!?…”" else text


def listed(words: Sequence[str]) -> str:
    """Return "one, two and three"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def counted(n: int, one: str, many: str) -> str:
    """Return "1 person", "3 people", "1,200 people"."""
    return f"{n:,} {one if n == 1 else many}"


def pounds(pence: int) -> str:
    """Return "£410,000", "£18.50"."""
    return f"£{pence // 100:,}" + (f".{pence % 100:02d}" if pence % 100 else "")


def language(lang: str) -> str | None:
    """Return the language a run has to be marked with; None for English, the paper's own."""
    tag = language_tag(lang)
    return None if tag.split("-")[0] == "en" else tag


def quotation(quote: PublicQuote) -> tuple[Paragraph, ...]:
    """Return somebody's own words between quotation marks, who said them, and what they mean in English."""
    words = Run(f"“{quote.words}”", lang=language(quote.lang), dir=quote.dir)
    signed = (Run(f" – {quote.signed}", tone=Tone.QUIET),) if quote.signed else ()
    paragraphs = [Paragraph((words, *signed), quote=True)]
    if quote.translation:
        checked = "In English" if quote.translation_checked else "In English, not checked by anyone yet"
        paragraphs.append(Paragraph((Run(f"{checked}: ", tone=Tone.QUIET), Run(quote.translation))))
    return tuple(paragraphs)


def at_place(place: str) -> str:
    """Return where something was as it goes on in a sentence: "at Fellside Library", "online", "on Teams", "by phone"."""
    place = place.strip()
    if _HAS_ITS_WORD.match(place):
        return place[:1].lower() + place[1:]
    if _IS_CALLED.fullmatch(place):
        return f"on {place}"
    return "by phone" if _BY_PHONE.fullmatch(place) else f"at {place}"
