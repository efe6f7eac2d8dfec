"""Easy Read as one web page: a frame around each topic, and each picture held once however often it is shown."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from coprod_desktop.domain.format_table import Format
from coprod_desktop.publish.document import Block, Document, Heading, Picture, Pictured, Tone
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.press import NameOf, Pressed, PressSettings
from coprod_desktop.publish.render.every_format.look import TONE
from coprod_desktop.publish.render.every_format.runs import document_language, one_line, with_title
from coprod_desktop.publish.render.every_format.whole import whole_file
from coprod_desktop.publish.render.html.blocks import WebPage
from coprod_desktop.publish.render.html.page import after_main, before_main


def press(paper: Paper, form: Format, settings: PressSettings, name_of: NameOf) -> Pressed:
    """Make the web page of an Easy Read: whole, for a page that is scrolled has no pages to count (publish.press)."""
    from coprod_desktop.publish.easy.pages import easy_document
    from coprod_desktop.publish.easy.written import of_paper
    from coprod_desktop.publish.render.tagged.easy_read import part_of_name

    document = easy_document(of_paper(paper, settings.easy.written), settings.easy)
    path = name_of(part_of_name(form, settings.easy), form.ending)
    with whole_file(path) as part, part.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(_pieces(document, settings.made_on))
    return Pressed((path,))


def render_easy_read(document: Document, *, made_on: datetime.datetime) -> str:
    """Return an Easy Read document as a web page that stands alone."""
    return "".join(_pieces(document, made_on))


def _pieces(document: Document, made_on: datetime.datetime) -> Iterator[str]:
    """Yield the page a topic at a time: a long one with its pictures is never held whole."""
    blocks = with_title(document).blocks
    page = _EasyPage(document_language(document), blocks)
    page.has_pictures = any(isinstance(one, Picture | Pictured) for one in blocks)
    yield f'{before_main(document, page, made_on=made_on)}\n<div class="easy">\n'
    for _, group in groupby(blocks, key=_Counted()):
        yield f"{_topic(page, list(group))}\n"
    yield f"{page.shared()}</div>\n"
    page.credits.clear()  # the cover says who drew the pictures
    yield after_main(document, page)


class _Counted:
    """Counts the topics that have begun: a topic begins with a heading of level 1 or 2."""

    def __init__(self) -> None:
        self._begun = 0

    def __call__(self, block: Block) -> int:
        self._begun += isinstance(block, Heading) and block.level <= 2
        return self._begun


def _topic(page: _EasyPage, blocks: Sequence[Block]) -> str:
    """Return a topic in a frame: parts of it that have headings of their own stand apart. The cover has none."""
    first = blocks[0]
    if not isinstance(first, Heading) or first.level == 1:
        return "\n".join(filter(None, map(page.block, blocks)))
    inside = []
    for _, part in groupby(blocks, key=_PartsOf()):
        told = list(part)
        tone = next((TONE[b.tone] for b in told if isinstance(b, Heading) and b.tone is not Tone.PLAIN), "plain")
        inside += [f'<div class="part is-{tone}">', *filter(None, map(page.block, told)), "</div>"]
    apart = " new-page" if first.new_page else ""
    return "\n".join((f'<section class="topic{apart}">', *inside, "</section>"))


class _PartsOf(_Counted):
    def __call__(self, block: Block) -> int:
        self._begun += isinstance(block, Heading)
        return self._begun


class _EasyPage(WebPage):
    """A picture that comes again is held once, and shown from there: a long paper shows one symbol a thousand times."""

    def __init__(self, lang: str, blocks: Iterable[Block]) -> None:
        super().__init__(lang)
        shown = Counter(b.picture.data for b in blocks if isinstance(b, Pictured) and b.picture)
        self._again = {data: f"picture-{n}" for n, data in enumerate(d for d, times in shown.items() if times > 1)}
        self._first: dict[bytes, Picture] = {}

    def _picture(self, block: Picture, kind: str) -> str:
        key = self._again.get(block.data)
        if key is None:
            return super()._picture(block, kind)
        self.has_pictures = True
        self._first.setdefault(block.data, block)
        called = escape(one_line(block.alt))
        label = f'role="img" aria-label="{called}"' if called else 'aria-hidden="true"'
        return f'<svg class="{kind}" {label} viewBox="0 0 {block.width} {block.height}"><use href="#{key}"/></svg>'

    def shared(self) -> str:
        """Return the pictures that come again; what shows them finds them wherever they stand."""
        if not self._first:
            return ""
        held = "\n".join(
            f'<symbol id="{self._again[data]}" viewBox="0 0 {one.width} {one.height}">'
            f'<image href="{self.source(one)}" width="{one.width}" height="{one.height}"/></symbol>'
            for data, one in self._first.items()
        )
        return f'<svg class="held" aria-hidden="true" focusable="false" width="0" height="0">\n{held}\n</svg>\n'
