"""What the capture line has in hand, without a window: the line being typed, one being changed, and what is chosen beside it.

Changing a line that was saved lays the one being typed aside until that is done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coprod_desktop.domain import shorthand
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.words import KIND_WORDS, SORT_WORDS, EntryKind, Sort, WhoseWords
from coprod_desktop.ui.listen.typed_line import LineBeingTyped
from coprod_desktop.ui.listen.voices import NOT_SAID, Voice, Voices

_ONLY_CAME = "May quote: who came"
_QUOTE_WORDS = {True: "May quote: yes", False: "May quote: no", None: "May quote?"}
_SPOKEN = {
    "May quote?": "May quote: not asked",
    "Whose": "Whose words: their own",
    "Who": "Who said it",
    "Sort": "What sort: not said",
    **{words: f"What sort: {words}" for words in SORT_WORDS.values()},
    **{words: f"What it is: {words}" for words in KIND_WORDS.values()},
}
"""What a screen reader is told where the button is short."""


class InHand:
    """`said` is the line as it is now, `id` what it will be saved under, `editing` the line being changed, if one is."""

    def __init__(self) -> None:
        self.voices = Voices()
        self.used: list[str] = []
        self.starters: list[str] = []
        self.start_again()

    def start_again(self) -> None:
        """Forget everything: another session is shown."""
        self.said = self._aside = LineBeingTyped()
        self.id, self._aside_id = new_id(), ""
        self.editing: str | None = None
        self.completed = False
        """Whether a name or a theme was taken out of the words, which leaves a space behind."""
        self.last = NOT_SAID
        """Who said the line before: offered first."""

    # ---- what there is to choose from

    def set_choices(self, voices: Voices, used_themes: Sequence[str], starter_themes: Sequence[str]) -> None:
        """Take who can have said it and which themes there are; what is chosen stays, with what was answered since."""
        self.voices, self.used, self.starters = voices, list(used_themes), list(starter_themes)
        self.said, self._aside = self._known_now(self.said), self._known_now(self._aside)

    def _known_now(self, said: LineBeingTyped) -> LineBeingTyped:
        if said.voice == NOT_SAID:
            return said
        fresh = self.voices.find(said.voice.speaker, said.voice.role)
        return said.by(fresh) if fresh.quote is not said.voice.quote else replace(said, voice=fresh)

    def names(self, sign: str) -> Sequence[str]:
        """Return what can be completed after a sign: people after "@", else themes."""
        return list(self.voices.by_name) if sign == "@" else self.themes()

    def themes(self) -> list[str]:
        """Return the themes of this session, then those that are offered to every one."""
        return [*self.used, *(theme for theme in self.starters if theme not in self.used)]

    # ---- the line

    def is_empty(self) -> bool:
        """Tell whether there are no words in it."""
        return not self.said.words.strip()

    def put_back(self, said: LineBeingTyped, line_id: str = "") -> bool:
        """Take words back that could not be saved, as they were. False when others have been typed since, which stay."""
        now = self.said if self.editing is None else self._aside
        if now.words.strip():
            return False
        if self.editing is None:
            self.said, self.id = said, line_id or self.id
        else:
            self._aside, self._aside_id = said, line_id or self._aside_id
        return True

    def take_draft(self, said: LineBeingTyped) -> None:
        """Take words that were typed before the program stopped; when others are typed already, these stand before them."""
        if self.put_back(said):
            return
        if self.editing is None:
            self.said = replace(self.said, words=f"{said.words}\n{self.said.words}")
        else:
            self._aside = replace(self._aside, words=f"{said.words}\n{self._aside.words}")

    def throw_away(self) -> None:
        """Forget the words being typed."""
        self.said, self.id = LineBeingTyped(), new_id()

    def edit(self, line_id: str, said: LineBeingTyped) -> None:
        """Change a line that was saved; what was being typed waits until that is done."""
        if self.editing is None:
            self._aside, self._aside_id = self.said, self.id
        self.editing, self.id, self.said = line_id, line_id, said

    def leave_edit(self) -> str | None:
        """Go back to what was being typed. Returns the line that was being changed, None when none was."""
        left, self.editing = self.editing, None
        if left is not None:
            self.said, self.id = self._aside, self._aside_id or new_id()
            self._aside, self._aside_id = LineBeingTyped(), ""
        return left

    def enter(self, *, first_letters: bool) -> tuple[LineBeingTyped, str] | None:
        """Hand in the line with what was typed beside its words, and its id; begin the next. None while it has no words.

        `first_letters`: a sign at the beginning says what it is.
        """
        names = {name: voice.key for name, voice in self.voices.by_name.items()}
        typed = shorthand.read_line(self.said.words, names, self.themes(), shorthand=first_letters)
        said, handed = self.said.read(typed, self.voices), self.id
        if self.completed:
            said, self.completed = replace(said, words=said.words.strip()), False
        if not said.words.strip():
            self.said = replace(said, words="")
            return None
        if self.leave_edit() is None:
            self.last = said.voice if said.voice != NOT_SAID else self.last
            self.throw_away()
        return said, handed

    # ---- what is chosen beside it

    def choose_kind(self, kind: EntryKind) -> None:
        """Say what it is."""
        self.said = replace(self.said, kind=kind)

    def choose_sort(self, sort: Sort | None) -> None:
        """Say what sort of thing it is: an idea, feedback, a challenge, or none of them."""
        self.said = replace(self.said, sort=sort)

    def turn_kind(self, kind: EntryKind) -> None:
        """Make it this kind, or an ordinary line if it is this kind already."""
        self.said = self.said.turned(kind)

    def choose_voice(self, voice: Voice) -> None:
        """Say who said it; quoting is filled from what they answered."""
        self.said = self.said.by(voice)

    def choose_theme(self, theme_words: str) -> None:
        """Give it a theme, "" for none."""
        self.said = replace(self.said, theme=theme_words)

    def whose(self) -> WhoseWords:
        """Return whose words they are."""
        return self.said.whose_now()

    def choose_whose(self, whose: WhoseWords) -> None:
        """Say whose words they are."""
        self.said = replace(self.said, whose=whose)

    def turn_description(self) -> None:
        """Say that it is our description, or that it is not."""
        self.said = self.said.described()

    def choose_for(self, person: str | None) -> None:
        """Say for whom it was said."""
        self.said = self.said.spoken_for(person)

    def turn_quote(self) -> None:
        """Say that it may be quoted, or, if that stands, that it may not; whatever the speaker answered once."""
        self.said = self.said.quote_turned()

    # ---- how the choices are called

    @staticmethod
    def changing_words(at: str) -> str:
        """Say that a line is being changed that was said at this time of day, if that is known."""
        return f"Changing what was said at {at}" if at else "Changing a line"

    def kind_words(self) -> str:
        """Return what it is."""
        return KIND_WORDS[self.said.kind]

    def sort_words(self) -> str:
        """Return what sort of thing it is."""
        return SORT_WORDS[self.said.sort] if self.said.sort else "Sort"

    def who_words(self) -> str:
        """Return who said it."""
        return f"Who: {self.said.voice.words}" if self.said.voice.words else "Who"

    def theme_words(self) -> str:
        """Return its theme."""
        return f"Theme: {self.said.theme}" if self.said.theme else "Theme"

    def whose_words(self) -> str:
        """Return whose words they are."""
        return self.said.shown_whose(self.voices) or "Whose"

    def quote_words(self) -> str:
        """Return whether it may be quoted, and to whom."""
        return _ONLY_CAME if self.said.quote and self.said.circle is Circle.CAME else _QUOTE_WORDS[self.said.quote]


def spoken(words: str) -> str:
    """Return what a screen reader is told of a choice."""
    return _SPOKEN.get(words, words)
