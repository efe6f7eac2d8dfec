"""What the capture line holds at a moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.shorthand import TypedLine
from coprod_desktop.domain.value import Value, value
from coprod_desktop.domain.words import EntryKind, Sort, WhoseWords
from coprod_desktop.services.capture import EntryLine, NewLine, is_gap
from coprod_desktop.services.drafts import Kept
from coprod_desktop.ui.listen.voices import NOT_SAID, Voice, Voices

WHOSE = {
    WhoseWords.THEIRS: "Their own words",
    WhoseWords.SUPPORTER: "A supporter's words",
    WhoseWords.DESCRIPTION: "Our description",
}


@value
class LineBeingTyped(Value):
    """The words and what is chosen beside them. `quote` None: not asked."""

    words: str = ""
    kind: EntryKind = EntryKind.CONTRIBUTION
    voice: Voice = NOT_SAID
    theme: str = ""
    quote: bool | None = None
    circle: Circle = Circle.ANYONE
    """Who may see the words, when they may be quoted."""
    whose: WhoseWords | None = None
    """Whose words they are; None: their own, or a supporter's when they are said for somebody."""
    said_for: str | None = None
    """The id of the person they are said for."""
    sort: Sort | None = None
    at: str = ""
    """When it was entered, if it was already and could not be saved."""

    def by(self, voice: Voice) -> LineBeingTyped:
        """Return the same said by someone else, with what they answered about being quoted."""
        return replace(self, voice=voice, quote=voice.quote, circle=voice.circle)

    def turned(self, kind: EntryKind) -> LineBeingTyped:
        """Return it as this kind, or as an ordinary line if it is this kind already."""
        return replace(self, kind=EntryKind.CONTRIBUTION if self.kind == kind else kind)

    def quote_turned(self) -> LineBeingTyped:
        """Return it as one that may be quoted or, if it may, as one that may not; whatever the speaker answered once."""
        return replace(self, quote=self.quote is not True)

    def spoken_for(self, person: str | None) -> LineBeingTyped:
        """Return it as said for somebody: a supporter's words, unless it is said whose they are."""
        return replace(self, said_for=person, whose=self.whose if person else None)

    def described(self) -> LineBeingTyped:
        """Return it as our description of what somebody did, or, if it is, as words."""
        return replace(self, whose=None if self.whose is WhoseWords.DESCRIPTION else WhoseWords.DESCRIPTION)

    def whose_now(self) -> WhoseWords:
        """Return whose words they are: a supporter's if they were said for somebody, unless it is said whose."""
        return self.whose or (WhoseWords.SUPPORTER if self.said_for else WhoseWords.THEIRS)

    def read(self, typed: TypedLine, voices: Voices) -> LineBeingTyped:
        """Return it with what was typed beside the words; words with nothing typed beside them stay as they are."""
        if typed.kind is None and typed.speaker is None and typed.theme is None:
            return self
        made = replace(self, words=typed.words, kind=typed.kind or self.kind, theme=typed.theme or self.theme)
        voice = next((v for v in voices.by_name.values() if v.key == typed.speaker), None)
        return made.by(voice) if voice is not None else made

    def new_line(self, made_id: str) -> NewLine:
        """Return it as a line to add."""
        return NewLine(
            id=made_id,
            text=self.words,
            kind=self.kind,
            speaker=self.voice.speaker,
            speaker_role=self.voice.role,
            theme=self.theme or None,
            quote_ok=self.quote,
            circle=self.circle,
            over_their_no=self.quote is True and self.voice.quote is False,
            whose_words=self.whose_words(),
            said_for=self.said_for,
            sort=self.sort,
            at=self.at or None,
        )

    def differences(self, line: EntryLine) -> Mapping[str, Any]:
        """Return what is not as in a line, as fields to change. Words put into a gap end the gap."""
        fields: dict[str, Any] = {}
        if self.words != line.text:
            fields["text"] = self.words
            if is_gap(line):
                fields["flags"] = ()
        if self.kind != line.kind:
            fields["kind"] = self.kind
        if self.voice.speaker != line.speaker:
            fields["speaker"] = self.voice.speaker
        if self.voice.speaker is None and (self.voice.role or None) != (line.role or None):
            fields["speaker_role"] = self.voice.role
        if (self.theme or None) != (line.theme or None):
            fields["theme"] = self.theme or None
        was = line.may_quote
        if self.quote is not was and (self.quote is not None or was):  # who said it may change; a no stays a no
            fields["quote_ok"] = self.quote
            fields |= {"circle": self.circle} if self.quote else {}
        if (self.said_for, self.whose_words()) != (line.said_for, line.whose_words):
            fields |= {"said_for": self.said_for, "whose_words": self.whose_words()}
        if self.sort != line.sort:
            fields["sort"] = self.sort
        return fields

    def beside(self, now: str = "") -> dict[str, Any]:
        """Return what is chosen beside the words, to be kept with them; `now` is when they are typed."""
        chosen = {
            "kind": self.kind.value,
            "speaker": self.voice.speaker,
            "role": self.voice.role,
            "theme": self.theme,
            "quote": self.quote,
            "circle": self.circle.value,
            "whose": self.whose.value if self.whose else None,
            "said_for": self.said_for,
            "sort": self.sort.value if self.sort else None,
            "at": self.at or now,
        }
        return {name: value for name, value in chosen.items() if value not in (None, "")}

    def whose_words(self) -> WhoseWords | None:
        """Return whose words they are as it is kept: said for nobody, words are the speaker's own unless they are ours."""
        return None if self.said_for is None and self.whose is not WhoseWords.DESCRIPTION else self.whose

    def shown_whose(self, voices: Voices) -> str:
        """Return whose words they are, for the button: "For Precious: a supporter's words"; "" for the speaker's own."""
        if self.whose_words() is None and self.said_for is None:
            return ""
        words = WHOSE[self.whose_now()]
        return f"For {voices.find(self.said_for, None).words}: {words.lower()}" if self.said_for else words


def typed_again(words: str, beside: Mapping[str, Any], voices: Voices) -> LineBeingTyped:
    """Return a line as it was being typed, from what `beside` gave then; only its words, from an older version."""
    voice = voices.find(beside.get("speaker"), beside.get("role"))
    quote = beside.get("quote")
    try:
        return LineBeingTyped(
            words=words,
            kind=EntryKind(beside.get("kind", EntryKind.CONTRIBUTION)),
            voice=voice,
            theme=str(beside.get("theme", "")),
            quote=False if voice.quote is False and quote else quote,  # they may have said no since
            circle=Circle(beside.get("circle", Circle.ANYONE)),
            whose=WhoseWords(beside["whose"]) if "whose" in beside else None,
            said_for=beside.get("said_for"),
            sort=Sort(beside["sort"]) if "sort" in beside else None,
            at=str(beside.get("at", "")),
        )
    except ValueError:  # a newer version knows more
        return LineBeingTyped(words)


def draft_again(draft: Kept, line: EntryLine | None, voices: Voices) -> LineBeingTyped:
    """Return what was being typed when the program stopped: a new line, or a change to `line`.

    A change of which an older version kept only the words has everything else as it is in the line.
    """
    if line is not None and not draft.beside:
        return replace(said_in(line, voices), words=draft.words)
    return typed_again(draft.words, draft.beside, voices)


def to_change(line: EntryLine, voices: Voices) -> LineBeingTyped:
    """Return a line as it is put in hand to be changed; of a gap, where nothing was said yet, only its words."""
    return LineBeingTyped(line.text) if is_gap(line) else said_in(line, voices)


def said_in(line: EntryLine, voices: Voices) -> LineBeingTyped:
    """Return what a line holds."""
    return LineBeingTyped(
        words=line.text,
        kind=EntryKind(line.kind),
        voice=voices.find(line.speaker, None if line.speaker else line.role),
        theme=line.theme or "",
        quote=line.may_quote,
        circle=Circle.CAME if line.came else Circle.ANYONE,
        said_for=line.said_for,
        whose=WhoseWords(line.whose_words) if line.whose_words else None,
        sort=Sort(line.sort) if line.sort else None,
    )
