"""A paper as one web page: no scripts, nothing fetched from anywhere; it prints well and follows the reader's colours."""

from __future__ import annotations

import datetime
import re
from html import escape
from pathlib import Path

from coprod_desktop import paths
from coprod_desktop.domain import colours
from coprod_desktop.domain.format_table import Format
from coprod_desktop.publish.document import Document, Paragraph
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.press import NameOf, Pressed, PressSettings
from coprod_desktop.publish.render.every_format.look import DARK, LIGHT
from coprod_desktop.publish.render.every_format.runs import document_language, one_line, with_title
from coprod_desktop.publish.render.every_format.whole import whole_file
from coprod_desktop.publish.render.html.blocks import WebPage

_CODE = re.compile(r"[0-9A-Za-z-]+")


def press(paper: Paper, form: Format, settings: PressSettings, name_of: NameOf) -> Pressed:
    """Make the web page of a paper (publish.press)."""
    path = name_of(form.apart, form.ending)
    write_html(paper.document, path, made_on=settings.made_on)
    return Pressed((path,))


def write_html(document: Document, target: Path, *, made_on: datetime.datetime) -> None:
    """Write the page to target. A run that fails leaves the file that was there."""
    with whole_file(target) as path:
        path.write_text(render_html(document, made_on=made_on), encoding="utf-8", newline="\n")


def render_html(document: Document, *, made_on: datetime.datetime) -> str:
    """Return the document as a web page that stands alone."""
    page = WebPage(document_language(document))
    main = "\n".join(filter(None, (page.block(block) for block in with_title(document).blocks)))
    return "\n".join((before_main(document, page, made_on=made_on), main, after_main(document, page)))


def before_main(document: Document, page: WebPage, *, made_on: datetime.datetime) -> str:
    """Return what stands before the paper itself: its parts are known once that is made."""
    return "\n".join(
        (
            "<!DOCTYPE html>",
            f'<html lang="{page.lang}">',
            _head(document, made_on, has_pictures=page.has_pictures),
            "<body>",
            '<a class="skip" href="#paper">Skip to the paper</a>',
            page.contents(),
            '<main id="paper" tabindex="-1">',
        )
    )


def after_main(document: Document, page: WebPage) -> str:
    """Return what stands after the paper itself."""
    return "\n".join(("</main>", *foot(document, page), "</body>", "</html>\n"))


def _head(document: Document, made_on: datetime.datetime, *, has_pictures: bool) -> str:
    named = {
        "viewport": "width=device-width, initial-scale=1",
        "author": one_line(document.author),
        "description": one_line(document.subject),
        "generator": "Co-production Desktop",
        "dcterms.created": made_on.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "dcterms.identifier": _code(document),
    }
    # the browser itself then refuses any script and any address, should one ever slip in
    policy = "default-src 'none'; style-src 'unsafe-inline'" + ("; img-src data:" if has_pictures else "")
    return "\n".join(
        (
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            *(f'<meta name="{name}" content="{escape(text)}">' for name, text in named.items() if text),
            f"<title>{escape(one_line(document.title) or 'Paper', quote=False)}</title>",
            f"<style>\n{_style(document)}</style>",
            "</head>",
        )
    )


def foot(document: Document, page: WebPage) -> list[str]:
    """Return who drew the pictures, and the copy code unless the paper itself ends with it."""
    lines = [f"Pictures: {'; '.join(page.credits)}"] if page.credits else []
    last = document.blocks[-1] if document.blocks else None
    said = "".join(run.text for run in last.runs) if isinstance(last, Paragraph) else ""
    code = _code(document)
    if code and code not in said:
        lines.append(f"Copy code: {code}")
    return ["<footer>", *(f"<p>{escape(line, quote=False)}</p>" for line in lines), "</footer>"] if lines else []


def _code(document: Document) -> str:
    return document.fingerprint if _CODE.fullmatch(document.fingerprint) else ""


def _style(document: Document) -> str:
    def tokens(named: dict[str, str]) -> str:
        return ":root { " + " ".join(f"--{name}: {colour};" for name, colour in named.items()) + " }"

    rules = paths.resource("styles", "paper.css").read_text(encoding="utf-8")
    light, dark = _with_accent(document, LIGHT), _with_accent(document, DARK)
    in_dark = f"@media screen and (prefers-color-scheme: dark) {{ {tokens(dark)} }}"
    return "\n".join((tokens(light), in_dark, rules.rstrip(), _printed_foot(document))).rstrip() + "\n"


def _with_accent(document: Document, look: dict[str, str]) -> dict[str, str]:
    """Return the colours with the organisation's own for titles and links, in a shade that can be read on this ground."""
    accent = colours.parsed(document.accent or "")
    if accent is None:
        return look
    shade = colours.readable(accent, look["paper"])
    return {**look, "accent": shade, "primary": shade}


def _printed_foot(document: Document) -> str:
    """Return the rule that puts the copy code and the page's number under every printed page."""
    code = _code(document)
    left = f'@bottom-left {{ content: "Copy code {code}"; }} ' if code else ""
    right = '@bottom-right { content: counter(page) " of " counter(pages); }'
    return f"@page {{ font: 12pt Lexend, Arial, sans-serif; {left}{right} }}"
