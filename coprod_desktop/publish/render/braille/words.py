"""From the words of a paper to cells: chunks of braille, each of which stands between two spaces.

Passages in other languages never go through the English table unsaid: in our letters they stand letter by letter in
a transcriber's note that names the language; in other letters the note sends the reader to the web page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from coprod_desktop.publish.document import Run
from coprod_desktop.publish.render.braille.cells import (
    END_CAPITALS,
    INSIDE_NUMBER,
    LETTERS_FROM,
    LETTERS_TO,
    NOTE_FROM,
    NOTE_TO,
    PASSAGE,
    has_cells,
    uncontracted,
    unsaid_marks,
)
from coprod_desktop.publish.render.braille.contracted import Contractor
from coprod_desktop.publish.render.every_format.characters import Spelling, tidy
from coprod_desktop.publish.render.every_format.languages import is_our_letter, language_name, letters_name

_FOLD = str.maketrans(
    {
        "—": "–",
        "―": "–",
        "‐": "-",
        "‑": "-",
        "„": "“",
        "‟": "“",
        "«": "“",
        "»": "”",
        "‹": "‘",
        "›": "’",
        "‚": "‘",
        "‛": "‘",
        "`": "'",
        "´": "'",
        "′": "'",
        "·": "•",
        "\xa0": " ",
        "\u2007": " ",
        "\u202f": " ",
    }
)
_SINGLE_QUOTES = re.compile(r"(?<!\w)[‘'](?=\S)((?:[^‘’'\n]|(?<=\w)['’](?=\w))*[^‘’'\s])[’'](?!\w)")
_ONE_NUMBER = re.compile(
    r"(?<![\d,.])(?:\+\d{1,3}|0\d{2,5})(?: \d{2,6}){1,4}(?!\d)|(?<![\d,.])\d{1,3}(?: \d{3})+(?!\d)"
)
"""A phone number, or one with spaces at the thousands: its spaces belong to it (UEB 6.6)."""
_OPENS = re.compile(r'(?:"<|\.<|_<|,?8)*')
"""Signs that open stand before the sign for capitals."""
_PASSAGE_WORDS = 3
"""From so many words in capitals on they are marked as one passage (UEB 8.5)."""


class _Signs(Spelling):
    """Puts into words what has no cells, such as faces."""

    @property
    def spelled(self) -> dict[str, str]:
        """Signs, and the words that stand for them."""
        return self._signs


@dataclass
class BrailleWords:
    """Brailles paragraphs, and keeps what has to be told about them."""

    contracted: bool
    lang: str = "en-GB"
    _contractor: Contractor = field(default_factory=Contractor)
    _signs: _Signs = field(default_factory=lambda: _Signs(has_cells))
    _letters: dict[tuple[str, bool], str] = field(default_factory=dict)
    """Words letter by letter: a long paper says the same ones over and over, and holds each once."""
    _by_letter: dict[str, None] = field(default_factory=dict)
    _left_out: dict[str, None] = field(default_factory=dict)
    _near: dict[str, None] = field(default_factory=dict)

    @property
    def warnings(self) -> tuple[str, ...]:
        """One sentence for each kind of thing that is not in the braille as it was written."""
        found = [
            f"Words in {name} are in the braille letter by letter, inside a note that says so. "
            f"It is not {name} braille: ask a reader of it."
            for name in self._by_letter
        ]
        found += [
            f"Words in {name} are not in the braille. It sends their readers to the web page, so give them that too."
            for name in self._left_out
        ]
        if self._near:
            found.append(
                f"English braille has no sign for the mark on {', '.join(self._near)}: the nearest is used, or none."
            )
        if spelled := self._signs.spelled:
            listed = ", ".join(f"{sign} as “{words}”" for sign, words in spelled.items())
            found.append(f"The braille has these signs as words: {listed}.")
        return tuple(found)

    def lines(self, runs: Iterable[Run]) -> list[list[str]]:
        """Return the chunks of a paragraph, by the lines it was written in."""
        lines: list[list[str]] = [[]]
        joined = False
        for text, name in self._stretches(runs):
            for number, line in enumerate(text.split("\n")):
                if number:
                    lines.append([])
                    joined = False
                chunks = self._note(line, name) if name and line.strip() else self._plain(line)
                if joined and chunks and lines[-1] and not line.startswith(" "):
                    lines[-1][-1] += chunks.pop(0)
                lines[-1] += chunks
                joined = bool(line) and not line.endswith(" ")
        return [line for line in lines if line]

    def line(self, text: str) -> list[str]:
        """Return the chunks of plain words in English."""
        return [chunk for line in self.lines((Run(text, lang="en"),)) for chunk in line]

    def _stretches(self, runs: Iterable[Run]) -> list[tuple[str, str | None]]:
        """Put runs of one language together; the name is None for the paper's own."""
        found: list[tuple[str, str | None]] = []
        for run in runs:
            text, name = tidy(run.text), language_name(run.lang or self.lang)
            if not all(map(is_our_letter, text)):
                text, name = self._without(text, name), None
            text = self._folded(text)
            if found and found[-1][1] == name:
                found[-1] = (found[-1][0] + text, name)
            elif text:
                found.append((text, name))
        return found

    def _without(self, text: str, name: str | None) -> str:
        """Return text with a note in place of each passage in letters that are not ours."""
        out: list[str] = []
        at = 0
        while at < len(text):
            if is_our_letter(text[at]):
                out.append(text[at])
                at += 1
                continue
            end, after = at, at
            while after < len(text) and not (
                text[after] == "\n" or (text[after].isalpha() and is_our_letter(text[after]))
            ):
                end = after + 1 if not is_our_letter(text[after]) or text[after].isdigit() else end
                after += 1
            what = name or letters_name(text[at])
            self._left_out[what] = None
            out.append(f"(Words in {what}: see the web page version)")
            at = end
        return "".join(out)

    def _folded(self, text: str) -> str:
        """Return text in characters that have cells."""
        text, _ = self._signs.spell(text.translate(_FOLD))
        text = _SINGLE_QUOTES.sub(r"‘\1’", text.translate(_FOLD))
        text = _apostrophes(text)
        for letter in unsaid_marks(text):
            self._near[letter] = None
        return _ONE_NUMBER.sub(lambda found: found[0].replace(" ", INSIDE_NUMBER), text)

    def _plain(self, text: str) -> list[str]:
        words = text.split(" ")
        words = [word for word in words if word]
        cells = list(words)
        quiet: set[int] = set()
        for first, last in _capital_passages(words):
            quiet |= set(range(first, last + 1))
        for at, word in enumerate(words):
            cells[at] = self._chunk(word, capitals=at not in quiet)
        for first, last in _capital_passages(words):
            before = _OPENS.match(cells[first]) if not words[first][0].isalnum() else None
            at = before.end() if before else 0
            cells[first] = cells[first][:at] + PASSAGE + cells[first][at:]
            cells[last] += END_CAPITALS
        return cells

    def _chunk(self, word: str, *, capitals: bool) -> str:
        if self.contracted:
            return self._contractor.chunk(word, capitals=capitals)
        key = (word, capitals)
        if key not in self._letters:
            self._letters[key] = uncontracted(word if capitals else word.lower(), capitals=capitals)
        return self._letters[key]

    def _note(self, text: str, name: str) -> list[str]:
        """Return a transcriber's note: the language, then the words letter by letter."""
        self._by_letter[name] = None
        words = [uncontracted(word) for word in text.split(" ") if word]
        if self.contracted:
            words[0] = LETTERS_FROM + words[0]
            words[-1] += LETTERS_TO
        words[-1] += NOTE_TO
        first, *others = self._plain(f"In {name}:")
        return [NOTE_FROM + first, *others, *words]


def _apostrophes(text: str) -> str:
    """Turn every single quotation mark that closes nothing into an apostrophe."""
    out: list[str] = []
    is_open = False
    for at, char in enumerate(text):
        after = text[at + 1 : at + 2]
        if char == "‘":
            is_open = "’" in text[at:]
            out.append("‘" if is_open else "'")
        elif char == "’" and not (is_open and not after.isalpha()):
            out.append("'")
        else:
            is_open = is_open and char != "’"
            out.append(char)
    return "".join(out)


def _capital_passages(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return first and last of every stretch of three or more words in capitals."""
    found: list[tuple[int, int]] = []
    stretch: list[int] = []
    for at, word in enumerate([*words, "end"]):
        if word != word.upper():
            if len(stretch) >= _PASSAGE_WORDS:
                found.append((stretch[0], stretch[-1]))
            stretch = []
        elif word != word.lower():
            stretch.append(at)
    return found
