"""Which checklist lines a session starts with: eight basics, and what these people's needs ask for on top."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coprod_desktop.domain.record import Person

BASICS = (0, 1, 3, 4, 6, 8, 12, 21)
"""Which lines of the "before" list are the basics: needs asked, who sorts each, what can change, the room, the
toilet, the loop, papers in each format, one named person."""

_WORDS: Mapping[str, tuple[str, ...]] = {
    "Blind or low vision": ("blind", "low vision", "sight", "screen reader", "audio", "large print", "braille"),
    "Deaf, signs": ("bsl", "sign language", "signs", "deaf"),
    "Deaf or hard of hearing": ("loop", "hearing", "lipread", "lip read", "speech-to-text", "captions", "sttr"),
    "Deafblind": ("deafblind",),
    "Learning disability": ("easy read", "learning disab", "makaton", "photo symbols"),
    "Autistic": ("autis", "quiet room"),
    "Dementia": ("dementia", "memory"),
    "Speech or communication aid": ("communication aid", "speech", "extra time", "talking mat"),
    "Wheelchair or walking": ("wheelchair", "step-free", "step free", "walking", "mobility", "lift"),
    "Mental health or trauma": ("trauma", "mental health", "anxi"),
    "Fatigue or pain": ("fatigue", "pain", "tired", "breaks", "lie down"),
    "Carer": ("carer cover", "replacement care", "cover for", "care cover"),
    "Needs another language": ("interpreter", "translation", "polish", "urdu", "welsh", "arabic"),
    "Does not read much": ("does not read", "read aloud", "help with forms"),
    "Faith and food": ("halal", "kosher", "vegetarian", "vegan", "prayer", "food"),
    "Not online": ("letter", "post", "not online", "no internet", "phone"),
}


def groups_for(need: str) -> tuple[str, ...]:
    """Return the kinds of need (as in the starter content) that a need in someone's own words belongs to."""
    words = need.casefold()
    found = [group for group, signs in _WORDS.items() if any(sign in words for sign in signs)]
    if "deafblind" in words:
        found = [g for g in found if g not in {"Deaf, signs", "Blind or low vision"}]
    if "speech-to-text" in words or "speech to text" in words:
        found = [g for g in found if g != "Speech or communication aid"]
    if "bsl interpreter" in words or "deafblind interpreter" in words:
        found = [g for g in found if g != "Needs another language"]
    return tuple(found)


def lines_for(
    people: Sequence[Person], before: Sequence[str], per_need: Mapping[str, Sequence[str]]
) -> list[tuple[str, str | None]]:
    """Return (words, person id or None) for the checklist a session starts with.

    A need that is of no known kind is a line of its own, so that none is forgotten.
    """
    lines: list[tuple[str, str | None]] = [(before[i], None) for i in BASICS if i < len(before)]
    for person in people:
        for need in person.needs:
            lines.append((f"{person.name}: {need.need}", person.id))
            for group in groups_for(need.need):
                lines += [(_sentence(text), None) for text in per_need.get(group, ())]
    seen: set[str] = set()
    return [line for line in lines if not (line[0] in seen or seen.add(line[0]))]  # type: ignore[func-returns-value]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?")) else ".")
