"""A paper as one web page: no scripts, nothing fetched from anywhere, every character of people's words escaped."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import assert_never

from coprod_desktop import paths
from coprod_desktop.publish.document import (
    YOU_SAID,
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
    Tone,
)
from coprod_desktop.publish.render.characters import tidy
from coprod_desktop.publish.render.look import DARK, LIGHT, TONE, mark_token
from coprod_desktop.publish.render.marks import PEN, STROKES
from coprod_desktop.publish.render.runs import (
    Levels,
    address,
    document_language,
    has_words,
    heading_and_words,
    is_seen,
    language,
    one_line,
    with_title,
)
from coprod_desktop.publish.render.whole import whole_file

_WORTH_A_LIST = 3
"""With fewer parts than this, a list of them only stands in the way."""


def write_html(document: Document, target: Path, *, made_on: datetime.datetime) -> None:
    """Write the page to target. A run that fails leaves the file that was there."""
    with whole_file(target) as path:
        path.write_text(render_html(document, made_on=made_on), encoding="utf-8", newline="\n")


def render_html(document: Document, *, made_on: datetime.datetime) -> str:
    """Return the document as a web page that stands alone."""
    page = _Page(document_language(document))
    main = "\n".join(page.block(block) for block in with_title(document).blocks)
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{page.lang}">',
            _head(document, made_on),
            "<body>",
            '<a class="skip" href="#paper">Skip to the paper</a>',
            page.contents(),
            '<main id="paper" tabindex="-1">',
            main,
            "</main>",
            "</body>",
            "</html>\n",
        )
    )


def _head(document: Document, made_on: datetime.datetime) -> str:
    named = {
        "viewport": "width=device-width, initial-scale=1",
        "author": one_line(document.author),
        "description": one_line(document.subject),
        "generator": "Co-production Desktop",
        "dcterms.created": made_on.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }
    return "\n".join(
        (
            "<head>",
            '<meta charset="utf-8">',
            # the browser itself then refuses any script and any address, should one ever slip in
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            *(f'<meta name="{name}" content="{escape(text)}">' for name, text in named.items() if text),
            f"<title>{escape(one_line(document.title) or 'Paper', quote=False)}</title>",
            f"<style>\n{_style()}</style>",
            "</head>",
        )
    )


def _style() -> str:
    def tokens(colours: dict[str, str]) -> str:
        return ":root { " + " ".join(f"--{name}: {colour};" for name, colour in colours.items()) + " }"

    rules = paths.resource("styles", "paper.css").read_text(encoding="utf-8")
    return f"{tokens(LIGHT)}\n@media screen and (prefers-color-scheme: dark) {{ {tokens(DARK)} }}\n{rules}"


class _Page:
    """Turns blocks into elements, and keeps the headings of level 2 for the list of contents."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._levels = Levels()
        self._parts: list[tuple[str, str]] = []

    def contents(self) -> str:
        """Return the list of parts, for papers that have several."""
        if len(self._parts) < _WORTH_A_LIST:
            return ""
        lines = "\n".join(f'<li><a href="#{key}">{_plain(text)}</a></li>' for key, text in self._parts)
        return f'<nav aria-label="On this page">\n<p aria-hidden="true">On this page</p>\n<ul>\n{lines}\n</ul>\n</nav>'

    def block(self, block: Block) -> str:
        """Return one block as HTML, empty if it would show nothing."""
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return self._paragraph(block)
            case Bullets():
                items = "\n".join(self._runs(item.runs, "li") for item in block.items if has_words(item.runs))
                return f"<ul>\n{items}\n</ul>" if items else ""
            case Facts():
                return self._facts(block)
            case Answer():
                return self._answer(block)
            case Table():
                return _table(block)
            case Picture():
                return self._paragraph(Paragraph((Run(f"Picture: {block.alt}"),)))
            case Figure():
                return self._paragraph(Paragraph((Run(f"{block.caption}: {block.words}"),)))
            case Pictured():
                return self._paragraph(block.words)
            case _:
                assert_never(block)

    def _heading(self, block: Heading) -> str:
        if not is_seen(block.text):
            return ""
        level = self._levels.heading(block.level)
        if level != 2:
            return f"<h{level}>{_plain(block.text)}</h{level}>"
        key = f"part-{len(self._parts) + 1}"
        self._parts.append((key, block.text))
        return f'<h2 id="{key}">{_plain(block.text)}</h2>'

    def _paragraph(self, block: Paragraph) -> str:
        if not has_words(block.runs):
            return ""
        paragraph = self._runs(block.runs, "p", _mark(block))
        return f"<blockquote>\n{paragraph}\n</blockquote>" if block.quote else paragraph

    def _facts(self, block: Facts) -> str:
        rows = "\n".join(
            f"<div><dt>{_mark(value)}{_plain(label.rstrip(' :'))}:</dt> {self._runs(value.runs, 'dd')}</div>"
            for label, value in block.rows
            if has_words(value.runs)
        )
        return f"<dl>\n{rows}\n</dl>" if rows else ""

    def _answer(self, block: Answer) -> str:
        level = self._levels.below()
        words, below = heading_and_words(block)
        heading = f'<h{level}><span class="you-said">{YOU_SAID}</span> {_plain(words)}</h{level}>'
        parts = [heading, f"<p>{_plain(below)}</p>" if below else "", *map(self.block, block.blocks)]
        return "\n".join(('<article class="answer">', *filter(None, parts), "</article>"))

    def _runs(self, runs: Iterable[Run], tag: str, before: str = "") -> str:
        """Return runs in an element; what all of them share of language and direction is the element's."""
        seen = [run for run in runs if run.text]
        worded = [run for run in seen if is_seen(run.text)]
        languages = {language(run.lang, self.lang) for run in worded}
        shared = languages.pop() if len(languages) == 1 else None
        rightwards = all(run.dir == "rtl" for run in worded)
        inner = "".join(self._run(run, shared, "rtl" if rightwards else "ltr") for run in seen)
        return f"<{tag}{_attributes(lang=shared, dir='rtl' if rightwards else None)}>{before}{inner}</{tag}>"

    def _run(self, run: Run, around: str | None, direction: str) -> str:
        text = escape(tidy(run.text), quote=False).replace("\n", "<br>\n")
        if not is_seen(run.text):
            return text
        lang, url = language(run.lang, self.lang), address(run)
        isolated = run.dir != direction or (direction == "ltr" and _turns(run.text))
        attributes = _attributes(
            href=url,
            lang=(lang or self.lang) if lang != around else None,
            dir=run.dir if isolated and run.dir in ("ltr", "rtl") else None,
            class_=TONE[run.tone] if run.tone is not Tone.PLAIN else None,
        )
        if url:
            return f"<a{attributes}>{f'<strong>{text}</strong>' if run.strong else text}</a>"
        tag = "strong" if run.strong else "span" if attributes else ""
        return f"<{tag}{attributes}>{text}</{tag}>" if tag else text


def _table(block: Table) -> str:
    if not block.header or not block.rows:
        return ""
    columns = len(block.header)
    heads = "".join(f'<th scope="col">{_plain(text)}</th>' for text in block.header)
    rows = []
    for texts in block.rows:
        first, *others = (*texts, *[""] * columns)[:columns]
        cells = "".join(f"<td>{_plain(text)}</td>" for text in others)
        head = f'<th scope="row">{_plain(first)}</th>' if is_seen(first) else "<td></td>"
        rows.append(f"<tr>{head}{cells}</tr>")
    caption = f"<caption>{_plain(block.caption)}</caption>\n" if is_seen(block.caption) else ""
    label = escape(one_line(block.caption) or "Table")
    body = "\n".join(rows)
    table = f"<table>\n{caption}<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    # on a narrow screen a wide table moves sideways inside its own frame; with the keyboard too
    return f'<div class="table" role="group" aria-label="{label}" tabindex="0">\n{table}\n</div>'


def _plain(text: str) -> str:
    """Return text without a language of its own; letters that run right to left stay among themselves."""
    escaped = escape(tidy(text).strip(), quote=False).replace("\n", "<br>\n")
    return f'<bdi dir="auto">{escaped}</bdi>' if _turns(text) else escaped


def _turns(text: str) -> bool:
    return not text.isascii() and any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def _mark(block: Paragraph) -> str:
    if block.mark is None:
        return ""
    fills = {True: ' fill="currentColor"', False: ""}
    drawn = "".join(f'<path d="{stroke.as_svg()}"{fills[stroke.filled]}/>' for stroke in STROKES[block.mark])
    return (
        f'<svg class="mark {mark_token(block)}" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" '
        f'focusable="false" fill="none" stroke="currentColor" stroke-width="{PEN:g}" stroke-linecap="round" '
        f'stroke-linejoin="round">{drawn}</svg> '
    )


def _attributes(**named: str | None) -> str:
    return "".join(f' {name.rstrip("_")}="{escape(value)}"' for name, value in named.items() if value)
