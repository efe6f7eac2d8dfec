"""Elements of Word's own language, and the runs of a paragraph: language, direction, links, signs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby
from typing import Any
from unicodedata import bidirectional
from urllib.parse import quote, urlsplit

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

from coprod_desktop.publish.document import Mark, Paragraph, Run, Tone
from coprod_desktop.publish.render.every_format.characters import tidy
from coprod_desktop.publish.render.every_format.look import LIGHT, mark_token
from coprod_desktop.publish.render.every_format.runs import address, is_seen, language
from coprod_desktop.publish.render.every_format.sides import any_from_right, from_right, in_order, runs_rightwards
from coprod_desktop.publish.render.every_format.staying import kept_together

SIGNS = {
    Mark.TICK: "✓",
    Mark.HALF: "◐",
    Mark.CLOCK: "◔",
    Mark.CROSS: "✗",
    Mark.ARROW: "→",
    Mark.WARN: "⚠",
    Mark.BOX: "☐",
}
"""Stand beside words that say the same, so a reader who hears or sees none of them misses nothing."""
TONE_STYLE = {
    Tone.QUIET: "Quiet",
    Tone.YOU_SAID: "YouSaid",
    Tone.WE_WILL: "WeWill",
    Tone.NO: "No",
    Tone.WAITING: "Waiting",
    Tone.DONE: "Done",
}
_SPACE = {"w": nsmap["w"]}
LinkId = Callable[[str], str]
"""Gives an address and gets the id under which the file keeps it."""

_FROM_LEFT = "\u200e"
"""Before and behind what keeps its own order: to Word and its kin a letter from the left that nobody sees."""
_LONGEST_LINK = 2000
"""Word opens none that are longer, and calls the file damaged."""


def w(tag: str, *children: Any, **attributes: str | int) -> Any:
    """Return an element of Word's main namespace; attributes are of the same."""
    named = {_name(name): str(value) for name, value in attributes.items()}
    element = oxml_parser.makeelement(_name(tag), named, _SPACE)
    element.extend([child for child in children if child is not None])
    return element


@cache
def _name(name: str) -> str:
    return qn(f"w:{name}")


def paragraph(style: str, *runs: Any, rtl: bool = False, keep_next: bool = False) -> Any:
    """Return a paragraph in a style; `rtl` sets it from the right."""
    properties = (w("keepNext") if keep_next else None, w("bidi") if rtl else None)
    return w("p", w("pPr", w("pStyle", val=style), *properties), *runs)


def run(
    text: str, style: str = "", *, bold: bool = False, rtl: bool = False, lang: str | None = None, colour: str = ""
) -> Any:
    """Return a run of tidy text in one direction, with a line break for each newline."""
    properties = [w("rStyle", val=style) if style else None]
    properties += [w("b"), w("bCs")] if bold else []
    properties += [w("color", val=colour.lstrip("#")) if colour else None]
    properties += [w("rtl") if rtl else None, _lang(lang, text) if lang else None]
    element = w("r", w("rPr", *properties))
    for number, line in enumerate(text.split("\n")):
        if number:
            element.append(w("br"))
        if line:
            words = w("t")
            words.text = line
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            element.append(words)
    return element


def _lang(lang: str, text: str) -> Any:
    """Return the language; Word keeps it apart for letters that join or stack, and for those of East Asia."""
    others = {}
    if any("\u0590" <= char <= "\u109f" or "\ufb1d" <= char <= "\ufeff" for char in text):
        others["bidi"] = lang
    if any("\u2e80" <= char <= "\ua4cf" or "\uac00" <= char <= "\ufaff" for char in text):
        others["eastAsia"] = lang
    return w("lang", val=lang, **others)


def plain(text: str, style: str = "") -> list[Any]:
    """Return runs of text that has no language of its own."""
    base = runs_rightwards(text)
    parts = stretches(tidy(text).strip(), rtl=base)
    return [run(part, style, rtl=rtl) for part, rtl in parts]


def sign(block: Paragraph, *, hanging: bool) -> list[Any]:
    """Return a paragraph's mark and what parts it from its words; nothing if it has none."""
    if block.mark is None:
        return []
    drawn = run(SIGNS[block.mark], "Sign", colour=LIGHT[mark_token(block)])
    return [drawn, w("r", w("tab")) if hanging else run(" ")]


def worded(runs: Iterable[Run], around: str, link: LinkId) -> list[Any]:
    """Return the runs of a paragraph. `around` is the paper's language."""
    return [element for one in runs if one.text for element in _worded(one, around, link)]


def sided(runs: Sequence[Run]) -> list[tuple[list[Run], bool]]:
    """Return the lines of a paragraph that begin on the same side together, with whether that is the right.

    A sentence from the right with a name in our letters in it is in order only in a paragraph from the right: Word
    knows no passage that has a side of its own, as a web page does.
    """
    if not any(map(from_right, runs)):
        return [(list(runs), False)]
    found: list[tuple[list[Run], bool]] = []
    for line in _lines(runs):
        right = next((from_right(one) for one in line if is_seen(one.text)), None)
        if found and right in (found[-1][1], None):
            found[-1][0].extend((Run("\n"), *line))
        else:
            found.append((line, bool(right)))
    return found


def turns(runs: Iterable[Run]) -> bool:
    """Tell whether a passage from the right has letters in it that are read from the left."""
    return any(from_right(one) and len(stretches(tidy(one.text), rtl=True)) > 1 for one in runs)


def _lines(runs: Iterable[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for one in runs:
        first, *others = tidy(one.text).split("\n")
        line.append(replace(one, text=first))
        for text in others:
            yield line
            line = [replace(one, text=text)]
    yield line


def _worded(one: Run, around: str, link: LinkId) -> Iterator[Any]:
    lang = language(one.lang, around)
    url = _target(address(one))
    style = "Hyperlink" if url else TONE_STYLE.get(one.tone, "Strong" if one.strong else "")
    bold = one.strong and style != "Strong"
    text = tidy(one.text)
    parts = stretches(kept_together(text) if url else text, rtl=from_right(one))  # a number to press is in one line
    elements = [run(text, style, bold=bold, rtl=rtl, lang=lang) for text, rtl in parts]
    if not url:
        yield from elements
        return
    hyperlink = w("hyperlink", *elements, history="1")
    hyperlink.set(qn("r:id"), link(url))
    yield hyperlink


def _target(url: str | None) -> str | None:
    """Return an address as Word takes it, None if it would call the whole file damaged for it."""
    try:
        if url is None or len(url) > _LONGEST_LINK or not urlsplit(url).path + urlsplit(url).netloc:
            return None
    except ValueError:
        return None
    return quote(url, safe="%/:=&?~#+!$,;'@()*")


def stretches(text: str, *, rtl: bool) -> list[tuple[str, bool]]:
    """Return text cut where its direction turns, each part with whether it is read from the right.

    Word goes by the run, not by the letter. Points, spaces and digits go with the letters around them, between two
    directions with `rtl`, that of the whole (after the Unicode bidirectional algorithm, rules W1, W7, N1 and N2).
    """
    if not rtl and not any_from_right(text):
        return [(text, False)] if text else []
    parts = [f"{_FROM_LEFT}{part}{_FROM_LEFT}" if kept else part for part, kept in in_order(text)]
    ways = _ways("".join(parts), rtl)
    cut: list[tuple[str, bool]] = []
    at, text = 0, "".join(parts)
    for way, same in groupby(ways):
        length = len(list(same))
        cut.append((text[at : at + length], way))
        at += length
    return cut


def _ways(text: str, base: bool) -> list[bool]:
    known: list[bool | None] = []
    strong = base
    for char in text:
        kind = bidirectional(char)
        if kind in ("L", "R", "AL"):
            strong = kind != "L"
            known.append(strong)
        elif kind in ("EN", "AN"):
            known.append(strong)
        else:
            known.append(known[-1] if kind == "NSM" and known else None)
    ways: list[bool] = []
    before = base
    at = 0
    while at < len(known):
        end = at
        while end < len(known) and known[end] is None:
            end += 1
        after = known[end] if end < len(known) else base
        ways += [before if before == after else base] * (end - at)
        if end < len(known):
            before = bool(after)
            ways.append(before)
        at = end + 1
    return ways
