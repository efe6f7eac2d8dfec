"""What a privacy notice says: its parts, the words to start from, and what is still missing. Law by nation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from coprod_desktop.domain.people_record import Keep, Privacy
from coprod_desktop.domain.words import Nation


class Law(NamedTuple):
    """The law on care and support of one nation, and a sentence on what else holds there."""

    act: str
    more: str = ""


LAWS: Mapping[Nation, Law] = {
    Nation.ENGLAND: Law("the Care Act 2014"),
    Nation.WALES: Law(
        "the Social Services and Well-being (Wales) Act 2014",
        "You can use Welsh with us, and have this notice in Welsh: the Welsh language standards hold.",
    ),
    Nation.SCOTLAND: Law(
        "the Social Work (Scotland) Act 1968 and the Social Care (Self-directed Support) (Scotland) Act 2013"
    ),
    Nation.NORTHERN_IRELAND: Law(
        "the Health and Personal Social Services (Northern Ireland) Order 1972",
        "Section 75 of the Northern Ireland Act 1998 asks public bodies to have due regard to equality of opportunity.",
    ),
}
_ONLY_IN = {"care act": Nation.ENGLAND, "well-being (wales)": Nation.WALES, "section 75": Nation.NORTHERN_IRELAND}
"""Words that name the law of one nation."""

BASES = (
    "Public task: UK GDPR Article 6(1)(e)",
    "Legal obligation: UK GDPR Article 6(1)(c)",
    "Legitimate interests: UK GDPR Article 6(1)(f)",
    "Consent: UK GDPR Article 6(1)(a)",
)
"""The organisation's choice, a council's usual one first. A ticked box alone makes none of it consent."""
CONDITIONS = (
    "Explicit consent: UK GDPR Article 9(2)(a)",
    "Health or social care: UK GDPR Article 9(2)(h), with the Data Protection Act 2018, Schedule 1, paragraph 2",
    "Equality of opportunity: UK GDPR Article 9(2)(g), with the Data Protection Act 2018, Schedule 1, paragraph 8",
    "Social protection law: UK GDPR Article 9(2)(b), with the Data Protection Act 2018, Schedule 1, paragraph 1",
)
"""Conditions for what people need, their health and equality answers; other words may be typed."""
PURPOSE = (
    "We listen to people who draw on care and support, to carers and to staff, so that care and support here get "
    "better. We write down what people say, answer it, and tell everyone what we will do."
)
RIGHTS = (
    "You can ask what we keep about you and get a copy.",
    "You can have it put right, or taken out.",
    "You can object to it, or ask us to use less of it.",
    "You can take back what you agreed to, at any time. Every new paper then leaves it out.",
    "You can take part without giving a name, and without answering any question about yourself.",
)
COMPLAIN = (
    "Tell us first. From 19 June 2026 the law says how we must deal with it: we tell you within 30 days that we have it, "
    "look into it without undue delay, and tell you what came of it.",
    "You can also go to the Information Commissioner's Office: ico.org.uk, telephone 0303 123 1113.",
)
"""Data Protection Act 2018, section 164A, as put in by the Data (Use and Access) Act 2025, section 103."""
FIELDS: Mapping[str, str] = {
    "controller": "Who is responsible",
    "contact": "Whom to ask",
    "officer": "The data protection officer",
    "purpose": "What it is for",
    "lawful_basis": "The lawful basis",
    "article9": "The condition for needs, health and equality answers",
    "rights": "Your rights",
    "complain_to": "How to complain",
    "agreed_on": "Agreed on",
    "review_on": "To be looked at again on",
}


def starting() -> Mapping[str, str]:
    """Return the words that stand in the editor before anybody wrote others. Nobody is named in them."""
    return {
        "purpose": PURPOSE,
        "lawful_basis": BASES[0],
        "rights": "\n".join(RIGHTS),
        "complain_to": "\n".join(COMPLAIN),
    }


def filled(privacy: Privacy | None) -> Mapping[str, str]:
    """Return each part's words: as they were written, else those to start from; "" for one that only people can fill."""
    begun = starting()
    return {
        name: str(getattr(privacy, name, None) or begun.get(name, "")).strip()
        for name in FIELDS
        if name not in {"agreed_on", "review_on"}
    }


def missing(privacy: Privacy | None, rules: Iterable[Keep], nation: Nation) -> tuple[str, ...]:
    """Return in sentences what is not filled in, or cannot stand in this nation."""
    return tuple(_missing(privacy, tuple(rules), nation))


def _missing(privacy: Privacy | None, rules: tuple[Keep, ...], nation: Nation) -> Iterator[str]:
    for name, words in filled(privacy).items():
        if not words:
            yield f"Not filled in yet: {FIELDS[name][:1].lower()}{FIELDS[name][1:]}."
        elif other := law_of_another(words, nation):
            yield f"“{FIELDS[name]}” names the law of {other}, and this notice is for {nation}."
    if not rules:
        yield "Not filled in yet: how long it is kept. Set that in Settings."
    if privacy is None or privacy.agreed_on is None:
        yield "Nobody has written down that the organisation agreed to this notice."


def law_of_another(words: str, nation: Nation) -> Nation | None:
    """Return the nation whose law these words name, when it is another one."""
    plain = " ".join(words.casefold().split())
    return next((of for phrase, of in _ONLY_IN.items() if phrase in plain and of is not nation), None)
