"""Checks of braille files by liblouis, which knows nothing of how they were made: do its cells and ours agree, and
does it read the papers' words from them. It runs under the system's python3 (Debian: python3-louis)."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from coprod_desktop.publish.document import (
    Answer,
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Paragraph,
    Picture,
    Pictured,
    Run,
)
from coprod_desktop.publish.press import PressSettings
from coprod_desktop.publish.reflow import lists_for_tables, words_for_figures
from coprod_desktop.publish.render.braille.words import BrailleWords
from tests.check_papers.files import Made
from tests.check_papers.tools import Missing

SYSTEM_PYTHON = "/usr/bin/python3"
ASK = Path(__file__).with_name("liblouis.py")
FLOOR = 0.99
"""So many of all lines must be the same as liblouis has them. The rest are matters of taste: a rare word contracted,
an address in uncontracted cells."""
_FOLD = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u2007": " ", "\xa0": " "})
Question = tuple[str, str, str]


def liblouis(questions: Sequence[Question]) -> list[str]:
    """Return liblouis' answers to (table "g1" or "g2", way "to" or "from", text)."""
    if not shutil.which(SYSTEM_PYTHON):
        raise Missing(f"{SYSTEM_PYTHON} is not there")
    run = subprocess.run(
        [SYSTEM_PYTHON, ASK], input=json.dumps(questions), capture_output=True, text=True, check=False, timeout=120
    )
    if run.returncode:
        raise Missing(f"liblouis is not installed: apt-get install python3-louis ({run.stderr.strip()[-80:]})")
    answers: list[str] = json.loads(run.stdout)
    return answers


def own(files: Sequence[Made]) -> list[str]:
    """Whether a file has the cells of all lines of its paper, and is put together as embossers take it."""
    return [f"{one.path.name}: {fault}" for one in files for fault in _faults(one)]


def _faults(one: Made) -> Iterator[str]:
    content = one.path.read_bytes()
    pages = content.decode("ascii", "replace").replace("\f", "\r\n\f").split("\f")
    longest = max(len(line) for page in pages for line in page.split("\r\n"))
    if not content.isascii() or longest > PressSettings.cells:
        yield f"not ASCII, or a line of {longest} cells"
    if max(len(page.rstrip("\r\n").split("\r\n")) for page in pages) > PressSettings.lines:
        yield "a page of too many lines"
    if not holds(content, one.document, contracted=is_contracted(one)):
        yield "the file does not hold the cells of its words"


def is_contracted(one: Made) -> bool:
    """Tell which of the two a file is."""
    return "uncontracted" not in one.path.name


def brailles(files: Sequence[Made]) -> list[str]:
    """Every line of every paper the program made, contracted and not, forth and back."""
    documents = {id(one.paper): one.document for one in files if one.name[-1:].isdigit()}
    lines = list(dict.fromkeys(line for document in documents.values() for line in lines_of(document)))
    found = []
    for contracted in (True, False):
        for what, pairs in compared(lines, contracted=contracted).items():
            differ = [f"{ours!r} for {theirs!r}" for ours, theirs in pairs if ours != theirs]
            same = len(pairs) - len(differ)
            print(f"  {_kind(contracted)}, {what}: {same} of {len(pairs)} lines as liblouis has them", flush=True)
            if same < FLOOR * len(pairs):
                found += [f"{_kind(contracted)}, {what}: {one}" for one in differ]
    return found


def compared(lines: Sequence[str], *, contracted: bool) -> dict[str, list[tuple[str, str]]]:
    """Return ours and theirs: the cells of each line, and the words read from our cells."""
    table = "g2" if contracted else "g1"
    words = BrailleWords(contracted=contracted)
    cells = [" ".join(words.line(line)) for line in lines]
    theirs = liblouis([(table, "to", line.replace("—", "–")) for line in lines])
    read = liblouis([(table, "from", line) for line in cells])
    return {
        "cells": list(zip(cells, theirs, strict=True)),
        "words read back": [(_folded(line), _folded(said)) for line, said in zip(lines, read, strict=True)],
    }


def holds(content: bytes, document: Document, *, contracted: bool) -> bool:
    """Tell whether a file has the cells of all lines of its paper, in order, whatever the pages do to them."""
    pages = [page.split("\r\n")[:-2] for page in content.decode("ascii").split("\f")[1:]]
    held = "".join("".join(line.rstrip().removesuffix('"') for line in page) for page in pages)
    words = BrailleWords(contracted=contracted)
    wanted = "".join(chunk for runs in runs_of(document) for line in words.lines(runs) for chunk in line)
    return wanted.replace(" ", "").replace('"', "") in held.replace(" ", "").replace('"', "")


def lines_of(document: Document) -> list[str]:
    """Return the words of a paper line by line, tables as lists and figures as words."""
    texts = ("".join(run.text for run in runs) for runs in runs_of(document))
    return [line for text in texts for line in text.split("\n") if line.strip()]


def runs_of(document: Document) -> Iterator[tuple[Run, ...]]:
    """Yield the runs of every paragraph."""
    for block in words_for_figures(lists_for_tables(document)).blocks:
        yield from _runs(block)


def _runs(block: Block) -> Iterator[tuple[Run, ...]]:
    match block:
        case Heading():
            yield (Run(block.text),)
        case Paragraph():
            yield block.runs
        case Picture():
            yield (Run(f"Picture: {block.alt}"),)
        case Pictured():
            yield block.words.runs
        case Bullets():
            yield from (item.runs for item in block.items)
        case Facts():
            yield from ((Run(f"{label.rstrip(' :')}: "), *value.runs) for label, value in block.rows)
        case Answer():
            short = len(block.heading) <= 200
            yield (Run(f"{block.label}: {block.heading}" if short else f"{block.label}:"),)
            if not short:
                yield (Run(block.heading),)
            for part in block.blocks:
                yield from _runs(part)


def _folded(text: str) -> str:
    return " ".join(text.translate(_FOLD).split())


def _kind(contracted: bool) -> str:
    return "contracted" if contracted else "uncontracted"
