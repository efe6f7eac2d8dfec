"""Pictures into pieces of pages: a logo, one in the column, one beside a sentence of Easy Read."""

from __future__ import annotations

from dataclasses import replace

from coprod_desktop.publish.document import Picture, Pictured, Tone
from coprod_desktop.publish.render.every_format.runs import has_words, is_seen, one_line
from coprod_desktop.publish.render.tagged.images import Image
from coprod_desktop.publish.render.tagged.pictures import BESIDE, Drawn, Pair
from coprod_desktop.publish.render.tagged.pieces import Piece
from coprod_desktop.publish.render.tagged.setting import Setting
from coprod_desktop.publish.render.tagged.tree import Node

_POINTS_A_PIXEL = 0.75
"""A picture is not blown up past the size a screen shows it in."""
_LOGO = 48.0
_BAR = 12.0
"""How far left of a quotation its line stands."""
_MOST_OF_THE_PAGE = 0.45


def picture_pieces(setting: Setting, block: Picture, parent: Node, *, at_head: bool) -> list[Piece]:
    """Return a picture in the column; one before the title is a logo, and modest."""
    image, node = setting.image(block), _figure(parent, block)
    if image is None:
        return _alt_only(setting, block, parent, node)
    sheet = setting.sheet
    high = _LOGO * max(1.0, setting.sizes.body / 18) if at_head else sheet.room * _MOST_OF_THE_PAGE
    width, height = _fitted(image, sheet.column, high)
    before = setting.sizes.space(0.0 if at_head else 0.7)
    return [Drawn(image, width, height, node, before, keep_next=at_head)]


def pictured_pieces(setting: Setting, block: Pictured, parent: Node) -> list[Piece]:
    """Return one row of Easy Read: no table, a picture and then its sentence."""
    if not has_words(block.words.runs):
        return []
    drawn: Drawn | None = None
    if block.picture is not None and (image := setting.image(block.picture)) is not None:
        drawn = Drawn(image, *_fitted(image, BESIDE, BESIDE), _figure(parent, block.picture))
    gap = BESIDE + 1.5 * setting.sizes.body
    spans = setting.runs(block.words.runs, parent.add("P"))
    words = setting.text(spans, indent=gap)
    if drawn is None and all(run.tone is Tone.QUIET for run in block.words.runs):
        return [replace(words, before=setting.sizes.space(0.6))]  # who drew the pictures: no row of its own
    if block.words.quote:
        words = setting.text(spans, indent=gap, bar_at=gap - _BAR)
    pair = Pair(drawn, replace(words, lead=setting.sign(block.words, -1.3)), setting.sizes.space(0.4))
    return [replace(pair, keep_next=block.words.with_next)]


def _figure(parent: Node, picture: Picture) -> Node | None:
    """Return the element of a picture; one that shows nothing that could be said is decoration."""
    return parent.add("Figure", alt=one_line(picture.alt)) if is_seen(picture.alt) else None


def _alt_only(setting: Setting, block: Picture, parent: Node, node: Node | None) -> list[Piece]:
    if node is None:
        return []
    parent.kids.remove(node)
    return [setting.text(setting.words(f"Picture: {block.alt}", parent.add("P")), before=setting.sizes.space(0.5))]


def _fitted(image: Image, width: float, height: float) -> tuple[float, float]:
    times = min(width / image.width, height / image.height, _POINTS_A_PIXEL)
    return image.width * times, image.height * times
