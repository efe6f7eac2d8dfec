"""What happens to characters on their way to a paper: what never is printed, and what a PDF prints as words.

Arabic, Persian, Urdu and others in their letters are set in a PDF, joined and from the right. Other letters that have
to be joined, reordered or run right to left (Hebrew, Devanagari and so on) are not: words in the wrong order are worse
than none. A sentence stands in their place and sends the reader to the web page, where the browser sets them well.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby

from coprod_desktop.publish.render.every_format.languages import first_name, letters_name, name_in_other_letters
from coprod_desktop.publish.render.every_format.letters import ARABIC_LETTER, LONELY_JOINERS

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_NEVER = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]"
    "|[\u202a-\u202e\u2066-\u2069]"  # turn the direction of text that follows them
    "|[\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
_LONE_HALF = re.compile("[\ud800-\udfff]")
_UNTIDY = re.compile(f"[\t\r\v\f\x85\u2028\u2029]|{_NEVER.pattern}|{_LONE_HALF.pattern}")
"""One of all these: most words have none, and one look is sooner taken than four."""


def tidy(text: str) -> str:
    """Return text as every format may hold it: NFC, one kind of line end, nothing unseen that acts on its own."""
    if _UNTIDY.search(text):
        text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
        text = _LONE_HALF.sub("\ufffd", _NEVER.sub("", text))
    return unicodedata.normalize("NFC", text)


_SIGNS = {
    "\ufffd": "unknown sign",
    "→": "arrow",
    "←": "arrow back",
    "↑": "arrow up",
    "↓": "arrow down",
    "✓": "tick",
    "✔": "tick",
    "✅": "tick",
    "☑": "ticked box",
    "☐": "empty box",
    "✗": "cross",
    "✘": "cross",
    "❌": "cross",
    "★": "star",
    "☆": "star",
    "⭐": "star",
    "♥": "heart",
    "❤": "heart",
    "💜": "purple heart",
    "☹": "sad face",
    "☺": "smiling face",
    "🙂": "smiling face",
    "😀": "smiling face",
    "😃": "smiling face",
    "😄": "smiling face",
    "😊": "smiling face",
    "🙁": "sad face",
    "😢": "crying face",
    "😡": "angry face",
    "😂": "laughing face",
    "👍": "thumbs up",
    "👎": "thumbs down",
    "👏": "clapping hands",
    "🙏": "hands pressed together",
    "♿": "wheelchair sign",
    "🎉": "party popper",
}
_PLAINER = str.maketrans(
    {"\u2010": "-", "\u2011": "-", "\u2212": "−", "\u202f": "\xa0", "\u2007": "\xa0", "\u3000": " "}
)
_SIDES = re.compile("[\u200e\u200f]")
"""Turn what stands beside them; in words from the right they are kept for that, and print nothing."""
_UNSEEN = re.compile("[\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]")
_JOINED = re.compile(
    "([\u2190-\u2bff\U0001f000-\U0001faff])[\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d.[\ufe0f\U0001f3fb-\U0001f3ff]*)+"
)
"""A sign joined with others, such as a woman who walks: the first says what it is, and is put into words alone."""
_FLAG_OR_CHARACTER = re.compile("[\U0001f1e6-\U0001f1ff]{2}|.", re.DOTALL)
_THIN = re.compile("[\u1680\u2000-\u2006\u2008-\u200a\u205f]")

_NON_JOINER = "\u200c"
_LOOKED_AT = {_NON_JOINER, "\u200d", "\u200e", "\u200f", *map(chr, _PLAINER)}
_NOT_AS_TYPED = re.compile(f"[{''.join(_LOOKED_AT)}]|{_UNSEEN.pattern}|{_THIN.pattern}")
"""What is set otherwise than it is typed, whatever the font: one of all these."""

_WRITTEN = {"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Po"}
_SET_HERE = {"LATIN", "GREEK", "CYRILLIC", "COMBINING", "MODIFIER"}
"""First words of the names of letters that stand side by side as they are; all other scripts are passed on."""


def _script(char: str) -> str | None:
    """Return the name of the script of a letter this program cannot set, None for all that it can."""
    if char < "\u0530" or "\u2000" <= char < "\u2c00" or unicodedata.category(char) not in _WRITTEN:
        return None
    if "\u3000" <= char < "\u3040":
        return "Chinese"
    return None if first_name(char) in _SET_HERE else letters_name(char)


@dataclass
class Spelling:
    """Text as the fonts of a PDF can draw it. Keeps what had to be put in words, for the person who makes the paper."""

    has: Callable[[str], bool]
    """Whether a font has this character."""
    _signs: dict[str, str] = field(default_factory=dict)
    _languages: dict[str, None] = field(default_factory=dict)
    _drawn: set[str] = field(default_factory=lambda: {"\n", " ", "\u200c", "\u200d", "\u200e", "\u200f"})
    """Characters that were asked about and can be drawn."""
    _scripts: dict[str, str | None] = field(default_factory=dict)
    """Of each character that was met: the letters it is of, if they cannot be drawn."""
    _as_they_are: set[str] = field(default_factory=set)
    """Those of them that are of no letters that are passed on, and stand for themselves whatever is beside them."""

    def spell(self, text: str, lang: str | None = None, direction: str = "ltr") -> tuple[str, bool]:
        """Return drawable text, and whether a passage in other letters was replaced (then its language is gone)."""
        text = tidy(text)
        if text.isascii() or self._as_they_are.issuperset(text):
            return text, False
        if _NON_JOINER in text and self._as_they_are.issuperset(text.replace(_NON_JOINER, "")):
            return LONELY_JOINERS.sub("", text), False
        if _NOT_AS_TYPED.search(text):
            text = _JOINED.sub(r"\1", text)
            text = LONELY_JOINERS.sub("", text if ARABIC_LETTER.search(text) else _SIDES.sub("", text))
            text = _THIN.sub(" ", _UNSEEN.sub("", text).translate(_PLAINER))
        if not self._draws_all(text):
            text = "".join(char if self._draws(char) else self._plainer(char) for char in text)
        text, replaced = self._without_passages(text, lang, direction)
        return self._with_signs_as_words(text), replaced

    @property
    def warnings(self) -> tuple[str, ...]:
        """One sentence for each kind of thing that is in the PDF only as words."""
        found = [
            f"Words in {name} are not in the PDF. It sends their readers to the web page, so give them that too."
            for name in self._languages
        ]
        if self._signs:
            listed = ", ".join(f"{sign} as “{words}”" for sign, words in self._signs.items())
            found.append(f"The PDF prints these signs as words: {listed}.")
        return tuple(found)

    def _draws(self, char: str) -> bool:
        # above U+FFFF ReportLab writes a wrong code for copying and reading aloud, even where a font has the sign;
        # private signs mean something else in each font, and PDF/A wants words for them
        if char in self._drawn:
            return True
        if "\ue000" <= char <= "\uf8ff" or char > "\uffff" or not self.has(char):
            return False
        self._drawn.add(char)
        return True

    def _draws_all(self, text: str) -> bool:
        return self._drawn.issuperset(text) or all(map(self._draws, set(text)))

    def _plainer(self, char: str) -> str:
        """Return what stands for a sign such as a mathematical bold letter, where the fonts have that."""
        plain = unicodedata.normalize("NFKC", char)
        return plain if all(map(self._draws, plain)) else char

    def _without_passages(self, text: str, lang: str | None, direction: str) -> tuple[str, bool]:
        chars = set(text)
        for char in chars - self._scripts.keys():
            self._scripts[char] = None if ARABIC_LETTER.match(char) and self.has(char) else _script(char)
        if not any(map(self._scripts.get, chars)):
            self._as_they_are |= chars & self._drawn - _LOOKED_AT
            return text, False
        scripts = [self._scripts[char] for char in text]
        places = [(0, len(text))] if direction == "rtl" else _passages(text, scripts)
        parts, at = [], 0
        for begin, end in places:
            parts += [text[at:begin], self._stand_in(scripts[begin:end], lang)]
            at = end
        return "".join((*parts, text[at:])), True

    def _stand_in(self, scripts: list[str | None], lang: str | None) -> str:
        script = "Japanese" if "Japanese" in scripts else next(filter(None, scripts))
        name = name_in_other_letters(lang) or script
        self._languages[name] = None
        return f"(Words in {name}: see the web page version)"

    def _with_signs_as_words(self, text: str) -> str:
        if self._draws_all(text):
            return text
        parts: list[str] = []
        after_sign = False
        for sign, same in groupby(_FLAG_OR_CHARACTER.findall(text)):
            count = len(list(same))
            if self._draws(sign):
                parts.append(" " * (after_sign and sign.isalnum()) + sign * count)
                after_sign = False
            else:
                tight = not parts or parts[-1][-1] in " \n\xa0(“‘"
                parts.append(("" if tight else " ") + self._sign(sign, count))
                after_sign = True
        return "".join(parts)

    def _sign(self, sign: str, count: int) -> str:
        if len(sign) == 2:
            words = "flag " + "".join(chr(ord(half) - 0x1F1E6 + ord("A")) for half in sign)
        else:
            words = _SIGNS.get(sign) or unicodedata.name(sign, "unknown sign").lower()
        self._signs[sign] = f"({words})"
        return f"({words})" if count == 1 else f"({words}, {count} times)"


def _passages(text: str, scripts: list[str | None]) -> list[tuple[int, int]]:
    """Return where other letters begin and end; spaces, digits and points between them belong to the passage."""
    found: list[tuple[int, int]] = []
    for at, script in enumerate(scripts):
        if script is None:
            continue
        if found and not any(char.isalpha() or char == "\n" for char in text[found[-1][1] : at]):
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found
