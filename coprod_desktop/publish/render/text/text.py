"""A paper as plain text, for screen readers and for mail without formatting.

What a screen reader speaks decides how it is set. A row of = or - under a heading is read out sign by sign, and the
word "Heading" is noise, so a heading is a line by itself with a blank line around it (two before a part), and the
parts are listed at the top to search for. Lines are not broken at a width: a paragraph is one line, so that any
program wraps it as its reader likes, and a reader who goes line by line hears whole sentences. UTF-8 begins with its
mark (BOM), because Word and older programs otherwise take £ and ŵ for other letters; no screen reader speaks it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from coprod_desktop.domain.format_table import Format
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
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.press import NameOf, Pressed, PressSettings
from coprod_desktop.publish.reflow import lists_for_tables, words_for_figures
from coprod_desktop.publish.render.every_format.characters import tidy
from coprod_desktop.publish.render.every_format.languages import language_name
from coprod_desktop.publish.render.every_format.runs import address, has_words, is_seen, one_line, with_title
from coprod_desktop.publish.render.every_format.whole import whole_file
from coprod_desktop.publish.render.text.script import render_script

__all__ = ["as_text", "press", "render_script", "render_text"]

_WORTH_A_LIST = 3
"""With fewer parts than this, a list of them only stands in the way."""
_SCHEMES = ("mailto:", "tel:", "https://", "http://")


def press(paper: Paper, form: Format, _settings: PressSettings, name_of: NameOf) -> Pressed:
    """Make the plain text, and the script to read aloud, of a paper (publish.press)."""
    paths = (name_of(form.apart, form.ending), name_of("to-read-aloud", form.ending))
    return Pressed(paths, (*render_text(paper.document, paths[0]), *render_script(paper.document, paths[1])))


def render_text(document: Document, target: Path) -> Sequence[str]:
    """Write the paper as plain text: UTF-8 with its mark, CRLF. Returns warnings."""
    with whole_file(target) as path:
        path.write_text(as_text(document), encoding="utf-8-sig", newline="\r\n", errors="replace")
    return ()


def as_text(document: Document) -> str:
    """Return the words of the paper, a paragraph a line."""
    document = with_title(words_for_figures(lists_for_tables(document)))
    parts = [one_line(b.text) for b in document.blocks if isinstance(b, Heading) and b.level == 2 and is_seen(b.text)]
    lines: list[str] = []
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 2 and len(parts) >= _WORTH_A_LIST:
            lines += ["", "Parts of this paper:", *(f"* {part}" for part in parts)]
            parts = []
        lines += _block(block)
    return "\n".join(lines).strip("\n") + "\n"


def _block(block: Block) -> Iterator[str]:
    """Yield lines; every block brings the blank line before it."""
    match block:
        case Heading():
            if is_seen(block.text):
                yield from ("", "") if block.level <= 2 else ("",)
                yield one_line(block.text)
        case Paragraph():
            yield from _paragraph(block)
        case Bullets():
            yield ""
            for item in block.items:
                if has_words(item.runs):
                    first, *more = _words(item.runs).split("\n")
                    yield f"* {first}"
                    yield from (f"  {line}" for line in more)
        case Facts():
            yield ""
            for label, value in block.rows:
                if has_words(value.runs):
                    yield f"{one_line(label).rstrip(' :')}: {_words(value.runs)}"
        case Answer():
            yield from ("", "", f"{block.label}: {one_line(block.heading)}")
            for part in block.blocks:
                yield from _block(part)
        case Picture():
            yield from ("", f"Picture: {one_line(block.alt)}")
        case Pictured():
            yield from _paragraph(block.words)
        case Table() | Figure():  # the document has come as lists and words
            raise AssertionError(block)
        case _:
            assert_never(block)


def _paragraph(block: Paragraph) -> Iterator[str]:
    if not has_words(block.runs):
        return
    words = _words(block.runs)
    yield ""
    yield f"“{words}”" if block.quote and "“" not in words else words


def _words(runs: Iterable[Run]) -> str:
    """Return the words of runs; another language is named before its passage, an address follows its words."""
    out: list[str] = []
    said: str | None = None
    for run in runs:
        text = tidy(run.text)
        if not is_seen(text):
            out.append(text)
            continue
        name = language_name(run.lang)
        if name and name != said:
            body = text.lstrip()
            text = f"{text[: len(text) - len(body)]}(in {name}) {body}"
        said = name
        out.append(text + _where(run))
    return "\n".join(line.strip() for line in "".join(out).strip().split("\n"))


def _where(run: Run) -> str:
    """Return the address of a link in brackets, unless its words are the address."""
    url = address(replace(run, text=run.text))
    if url is None:
        return ""
    shown = url
    for scheme in _SCHEMES[:2]:
        shown = shown.removeprefix(scheme)
    plain = url
    for scheme in _SCHEMES:
        plain = plain.removeprefix(scheme)
    words = "".join(run.text.replace("(0)", "").replace("-", "").split()) if url.startswith("tel:") else run.text
    return "" if plain.rstrip("/") in words or shown in words else f" ({shown})"
