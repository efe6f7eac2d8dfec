"""A script for whoever reads a paper aloud or records it: a sentence a line, every part and every quotation announced."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import assert_never

from coprod_desktop.publish.document import (
    Answer,
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Picture,
    Pictured,
    Run,
    Table,
)
from coprod_desktop.publish.reflow import lists_for_tables, words_for_figures
from coprod_desktop.publish.render.every_format.characters import tidy
from coprod_desktop.publish.render.every_format.languages import language_name
from coprod_desktop.publish.render.every_format.runs import has_words, is_seen, one_line, with_title
from coprod_desktop.publish.render.every_format.whole import whole_file
from coprod_desktop.publish.render.text.aloud import as_said
from coprod_desktop.publish.stories.words import counted

PAUSE = "(pause)"
END = "End of the paper."
_WORDS_A_MINUTE = 150
"""A calm voice that can be followed."""
_PAUSES_A_MINUTE = 30
_ENDS = re.compile(r"(?<!\bMr\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bDr\.)(?<!\bSt\.)(?<=[.!?…])([”’)]?)\s+(?=[“‘(]?[A-Z0-9£])")
_QUOTED = re.compile(r"“(?P<words>.+)”(?: – (?P<who>[^“”]+))?", re.DOTALL)


def render_script(document: Document, target: Path) -> Sequence[str]:
    """Write the script: UTF-8 with its mark, CRLF. Returns warnings."""
    script = _Script()
    text = script.text(document)
    with whole_file(target) as path:
        path.write_text(text, encoding="utf-8-sig", newline="\r\n", errors="replace")
    return script.warnings


class _Script:
    """Says a paper part by part, and keeps which languages its reader has to speak."""

    def __init__(self) -> None:
        self._languages: dict[str, None] = {}
        self._parts = self._part = 0
        self._answers = self._answer_number = 0

    @property
    def warnings(self) -> tuple[str, ...]:
        return tuple(
            f"The script has words in {name}. Ask someone who speaks {name} to read them." for name in self._languages
        )

    def text(self, document: Document) -> str:
        """Return the script."""
        document = with_title(words_for_figures(lists_for_tables(document)))
        self._parts = sum(isinstance(b, Heading) and b.level == 2 and is_seen(b.text) for b in document.blocks)
        self._answers = sum(isinstance(b, Answer) for b in document.blocks)
        said = [line for block in document.blocks for line in self._block(block)]
        said += [PAUSE, END]
        return "\n".join((*_how(said), "", *said)) + "\n"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield from self._heading(block)
            case Paragraph():
                yield from self._words(block.runs)
            case Bullets():
                items = [item for item in block.items if has_words(item.runs)]
                if len(items) > 1:
                    yield f"A list of {len(items)}."
                for item in items:
                    yield from self._words(item.runs)
            case Facts():
                for label, value in block.rows:
                    if has_words(value.runs):
                        yield from self._words((Run(f"{one_line(label).rstrip(' :')}: "), *value.runs))
            case Answer():
                self._answer_number += 1
                which = _which(block, self._answer_number, self._answers)
                yield from ("", PAUSE)
                yield from _sentences(f"{which}{block.whose}: {_stopped(one_line(block.heading))}")
                for part in block.blocks:
                    yield from self._block(part)
            case Picture():
                yield f"There is a picture. {_stopped(as_said(one_line(block.alt)))}"
            case Pictured():
                yield from self._words(block.words.runs)
            case Table() | Figure():  # the document has come as lists and words
                raise AssertionError(block)
            case _:
                assert_never(block)

    def _heading(self, block: Heading) -> Iterator[str]:
        if not is_seen(block.text):
            return
        words = _stopped(as_said(one_line(block.text)))
        yield from ("", PAUSE)
        if block.level == 2:
            self._part += 1
            yield f"Part {self._part} of {self._parts}: {words}" if self._parts > 1 else words
        else:
            yield words

    def _words(self, runs: Iterable[Run]) -> Iterator[str]:
        """Yield sentences; a quotation and a passage in another language have a beginning and an end."""
        for line in _lines(runs):
            text = "".join(run.text for run in line)
            names = [name for name in dict.fromkeys(language_name(run.lang) for run in line) if name]
            for name in names:
                self._languages[name] = None
            quoted = _QUOTED.fullmatch(text.strip())
            spoken = f", in {' and '.join(names)}" if names else ""
            if quoted and "“" not in quoted["words"]:
                yield f"{as_said((quoted['who'] or 'Someone').strip())} said{spoken}:"
                yield from _sentences(quoted["words"], as_they_are=bool(names))
                yield "End of what they said."
            elif names and all(language_name(run.lang) for run in line if is_seen(run.text)):
                yield f"The next words are{spoken.removeprefix(',')}."
                yield from _sentences(text, as_they_are=True)
                yield "Here the English goes on."
            elif names:
                yield f"The next line has words{spoken.removeprefix(',')}."
                yield from _sentences(text, as_they_are=True)
            else:
                yield from _sentences(_stopped(text.strip()))


def _which(answer: Answer, at: int, of: int) -> str:
    """Return what is said first, for people to name it: its own number, else the how manieth it is."""
    if answer.number:
        return f"Number {answer.number}. "
    return f"Number {at} of {of}. " if of > 1 else ""


def _how(said: Sequence[str]) -> Iterator[str]:
    """Yield how to use the script, and how long it takes."""
    words = sum(len(line.split()) for line in said if line != PAUSE)
    minutes = max(1, round(words / _WORDS_A_MINUTE + said.count(PAUSE) / _PAUSES_A_MINUTE))
    yield "A script for reading this paper aloud, or recording it."
    yield f"It takes about {counted(minutes, 'minute', 'minutes')}, at about {_WORDS_A_MINUTE} words a minute."
    yield f"Begin below the empty line. Read one line at a time. Where a line says {PAUSE}, take a breath; do not say it."


def _lines(runs: Iterable[Run]) -> list[list[Run]]:
    """Return runs by the lines they are written in."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        for number, text in enumerate(tidy(run.text).split("\n")):
            if number:
                lines.append([])
            if text:
                lines[-1].append(Run(text, lang=run.lang))
    return [line for line in lines if has_words(line)]


def _sentences(text: str, *, as_they_are: bool = False) -> Iterator[str]:
    marked = _ENDS.sub(lambda found: f"{found[1]}\n", " ".join(text.split()))
    for sentence in marked.split("\n"):
        yield sentence if as_they_are else as_said(sentence)


def _stopped(text: str) -> str:
    """Return text that ends, so that the voice falls."""
    return text if text[-1:] in ".!?…:”" else f"{text}."
