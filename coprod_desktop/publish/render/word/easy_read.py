"""Easy Read in Word: the same telling as in PDF, for those who change it in Word or have it read out there."""

from __future__ import annotations

import gc

from coprod_desktop.domain.format_table import Format
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.press import NameOf, Pressed, PressSettings
from coprod_desktop.publish.render.tagged.easy_read import documents
from coprod_desktop.publish.render.word.document import render_word

BODY = 18
"""Points, as in PDF."""


def press(paper: Paper, form: Format, settings: PressSettings, name_of: NameOf) -> Pressed:
    """Make the Word files of an Easy Read, in the same parts as in PDF (publish.press)."""
    paths, warnings = [], list[str]()
    for apart, document in documents(paper, form, settings):
        path = name_of(apart, form.ending)
        warnings += render_word(document, path, made_on=settings.made_on, body_pt=max(BODY, settings.body_pt or 0))
        paths.append(path)
        gc.collect()  # a document and its parts point at each other: else those of a long paper would all be held
    return Pressed(tuple(paths), tuple(warnings))
