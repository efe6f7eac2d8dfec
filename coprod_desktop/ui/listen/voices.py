"""Who can have said a line: people on the list, a role alone, or nobody by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.permission_fields import quote_answer
from coprod_desktop.domain.record import Person
from coprod_desktop.domain.value import Value, value
from coprod_desktop.domain.words import ANONYMOUS, AWAY, Attending


@value
class Voice(Value):
    """One choice of who said it. `quote` is what they answered when asked whether they may be quoted, `circle` to whom."""

    words: str
    speaker: str | None = None
    role: str | None = None
    quote: bool | None = None
    circle: Circle = Circle.ANYONE

    @property
    def key(self) -> str:
        """What tells this choice from the others."""
        return self.speaker or f"role:{self.role}"


NOT_SAID = Voice("")
"""Nobody was chosen."""
NO_NAME = Voice("No name given", speaker=ANONYMOUS)


@dataclass(frozen=True)
class Voices:
    """Every choice, in the groups the picker shows. With nobody ticked off yet, everyone who may come counts as here."""

    here: Sequence[Voice] = ()
    others: Sequence[Voice] = ()
    """On the list, not ticked off."""
    roles: Sequence[Voice] = ()
    by_name: dict[str, Voice] = field(default_factory=dict)
    """What can follow an @: names first, then roles."""

    def find(self, speaker: str | None, role: str | None) -> Voice:
        """Return the choice for a line's speaker and role; someone no longer on the list is shown by their role."""
        if speaker is None and not role:
            return NOT_SAID
        for voice in self.by_name.values():
            if (voice.speaker, voice.role) == (speaker, None) or (speaker is None and voice.role == role):
                return voice
        return Voice(role or "Someone not on the list", speaker, role if speaker is None else None)


def voices_of(people: Sequence[Person], roles: Sequence[str]) -> Voices:
    """Return the choices for a list of people and the roles one can give instead."""
    shared = {name for name, n in Counter(p.name for p in people).items() if n > 1}

    def voice(person: Person) -> Voice:
        words = f"{person.name} ({person.role})" if person.name in shared else person.name
        answer = quote_answer(person)
        quote = None if answer is None else answer in {Circle.ANYONE, Circle.CAME}
        circle = Circle.CAME if answer == Circle.CAME else Circle.ANYONE
        return Voice(words, speaker=person.id, quote=quote, circle=circle)

    coming = [p for p in people if p.attendance not in AWAY and p.consent_withdrawn_on is None]
    here = [voice(p) for p in coming if p.attendance is Attending.HERE]
    others = [voice(p) for p in coming if p.attendance is not Attending.HERE]
    if not here:
        here, others = others, []
    by_role = [Voice(role.capitalize() if role.islower() else role, role=role) for role in roles]
    every = [*here, *others, NO_NAME, *by_role]
    return Voices(here, others, by_role, {v.words: v for v in every})
