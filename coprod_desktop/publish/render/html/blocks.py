"""The blocks of a paper as elements of a web page; every character of people's words is escaped."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from html import escape
from typing import assert_never

from coprod_desktop.publish.document import (
    Answer,
    Block,
    Bullets,
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
from coprod_desktop.publish.render.every_format.characters import tidy
from coprod_desktop.publish.render.every_format.look import TONE, mark_token
from coprod_desktop.publish.render.every_format.runs import (
    Levels,
    address,
    has_words,
    heading_and_words,
    is_seen,
    language,
    one_line,
)
from coprod_desktop.publish.render.every_format.sides import any_from_right, in_order
from coprod_desktop.publish.render.html import figure

_WORTH_A_LIST = 3
"""With fewer parts than this, a list of them only stands in the way."""


class WebPage:
    """Turns blocks into elements; keeps the headings of level 2 for the list of contents, and what pictures ask for."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._levels = Levels()
        self.parts: list[tuple[str, str]] = []
        """Key and text of each heading of level 2."""
        self._figures = self._answers = 0
        self.has_pictures = False
        self.credits: dict[str, None] = {}
        """Who drew the pictures, each once, in the order they came."""

    def contents(self) -> str:
        """Return the list of parts, for papers that have several."""
        if len(self.parts) < _WORTH_A_LIST:
            return ""
        lines = "\n".join(f'<li><a href="#{key}">{plain(text)}</a></li>' for key, text in self.parts)
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
                return self._picture(block, "logo" if self._levels.current == 0 else "photo")
            case Figure():
                return self._figure(block)
            case Pictured():
                return self._pictured(block)
            case _:
                assert_never(block)

    def _heading(self, block: Heading) -> str:
        if not is_seen(block.text):
            return ""
        level = self._levels.heading(block.level)
        apart = ' class="new-page"' if block.new_page else ""
        if level != 2:
            return f"<h{level}{apart}>{plain(block.text)}</h{level}>"
        key = f"part-{len(self.parts) + 1}"
        self.parts.append((key, block.text))
        return f'<h2 id="{key}"{apart}>{plain(block.text)}</h2>'

    def _paragraph(self, block: Paragraph) -> str:
        if not has_words(block.runs):
            return ""
        paragraph = self._runs(block.runs, "p", _mark(block))
        return f"<blockquote>\n{paragraph}\n</blockquote>" if block.quote else paragraph

    def _facts(self, block: Facts) -> str:
        rows = "\n".join(
            f"<div><dt>{_mark(value)}{plain(label.rstrip(' :'))}:</dt> {self._runs(value.runs, 'dd')}</div>"
            for label, value in block.rows
            if has_words(value.runs)
        )
        return f"<dl>\n{rows}\n</dl>" if rows else ""

    def _answer(self, block: Answer) -> str:
        level = self._levels.below()
        words, below = heading_and_words(block)
        heading = f'<h{level}><span class="you-said">{block.label}</span> {plain(words)}</h{level}>'
        parts = [heading, f"<p>{plain(below)}</p>" if below else "", *map(self.block, block.blocks)]
        self._answers += 1
        key = f"answer-{block.number or self._answers}"  # the number of a point stays, and so do links to it
        return "\n".join((f'<article class="answer" id="{key}">', *filter(None, parts), "</article>"))

    def _picture(self, block: Picture, kind: str) -> str:
        self.has_pictures = True
        if is_seen(block.credit):
            self.credits[one_line(block.credit)] = None
        size = f'width="{block.width}" height="{block.height}"'
        return f'<img class="{kind}" src="{self.source(block)}" alt="{escape(one_line(block.alt))}" {size}>'

    def source(self, picture: Picture) -> str:
        """Return where the picture is found: in the page itself."""
        return f"data:{picture.media};base64,{b64encode(picture.data).decode('ascii')}"

    def _pictured(self, block: Pictured) -> str:
        picture = self._picture(block.picture, "sign") if block.picture else ""
        words = self._paragraph(block.words)
        return f'<div class="pictured">\n{picture}\n{words}\n</div>' if picture or words else ""

    def _figure(self, block: Figure) -> str:
        """Return the caption and the bars, which are called what their words say: a screen reader needs only those two."""
        self._figures += 1
        key = f"figure-{self._figures}"
        caption = plain(block.caption) if is_seen(block.caption) else "Figure"
        parts = [f'<figcaption id="{key}">{caption}</figcaption>', figure.bars(block, key)]
        return "\n".join(("<figure>", *parts, "</figure>"))

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
        text = _escaped(run.text) if run.dir == "rtl" or any_from_right(run.text) else _broken(tidy(run.text))
        if not is_seen(run.text):
            return text
        lang, url = language(run.lang, self.lang), address(run)
        isolated = run.dir != direction or (direction == "ltr" and any_from_right(run.text))
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
    heads = "".join(f'<th scope="col">{plain(text)}</th>' for text in block.header)
    rows = []
    for texts in block.rows:
        first, *others = (*texts, *[""] * columns)[:columns]
        cells = "".join(f"<td>{plain(text)}</td>" for text in others)
        head = f'<th scope="row">{plain(first)}</th>' if is_seen(first) else "<td></td>"
        rows.append(f"<tr>{head}{cells}</tr>")
    caption = f"<caption>{plain(block.caption)}</caption>\n" if is_seen(block.caption) else ""
    label = escape(one_line(block.caption) or "Table")
    body = "\n".join(rows)
    table = f"<table>\n{caption}<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"
    # on a narrow screen a wide table moves sideways inside its own frame; with the keyboard too
    return f'<div class="table" role="group" aria-label="{label}" tabindex="0">\n{table}\n</div>'


def plain(text: str) -> str:
    """Return text without a language of its own; letters that run right to left stay among themselves."""
    return f'<bdi dir="auto">{_escaped(text.strip())}</bdi>' if any_from_right(text) else _broken(tidy(text).strip())


def _escaped(text: str) -> str:
    """Return text with letters from the right in it; numbers, times and money keep their own order."""
    parts = ((_broken(part), kept) for part, kept in in_order(tidy(text)))
    return "".join(f'<bdi dir="ltr">{part}</bdi>' if kept else part for part, kept in parts)


def _broken(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>\n")


def _mark(block: Paragraph) -> str:
    if block.mark is None:
        return ""
    return f"{figure.mark(block.mark, f'mark {mark_token(block)}')} "


def _attributes(**named: str | None) -> str:
    return "".join(f' {name.rstrip("_")}="{escape(value)}"' for name, value in named.items() if value)
