"""The faces a PDF is set in, and which words are set in which."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from unicodedata import combining

from coprod_desktop.publish.render.every_format.letters import ARABIC_LETTER, ARABIC_PASSAGE
from coprod_desktop.publish.render.tagged.face import Face

REGULAR, SEMIBOLD, FALLBACK = "Lexend-Regular", "Lexend-SemiBold", "NotoSans-Regular"
ARABIC, ARABIC_SEMIBOLD = "NotoSansArabic-Regular", "NotoSansArabic-SemiBold"


class Faces:
    """The faces of one file: Lexend, Noto Sans for what Lexend lacks, and Noto Sans Arabic, each read when it is needed."""

    def __init__(self) -> None:
        self.regular = Face(REGULAR)
        self.semibold = Face(SEMIBOLD)

    @cached_property
    def fallback(self) -> Face:
        """Noto Sans."""
        return Face(FALLBACK)

    @cached_property
    def arabic(self) -> Face:
        """Noto Sans Arabic."""
        return _joined(ARABIC)

    @cached_property
    def arabic_semibold(self) -> Face:
        """The same for strong words."""
        return _joined(ARABIC_SEMIBOLD)

    def has(self, char: str) -> bool:
        """Return whether one of the fonts has this character."""
        if ARABIC_LETTER.match(char):
            return self.arabic.covers(char)
        return self.regular.covers(char) or self.fallback.covers(char)

    def split(self, text: str, *, strong: bool = False) -> Iterator[tuple[Face, str]]:
        """Give text in parts, each with a face that has all of it; a letter and its accents stay in one face."""
        face = self.semibold if strong else self.regular
        if _has_all(face, text):
            yield face, text
            return
        at = 0
        for passage in ARABIC_PASSAGE.finditer(text):
            yield from self._by_cluster(text[at : passage.start()], face)
            yield self.arabic_semibold if strong else self.arabic, passage[0]
            at = passage.end()
        yield from self._by_cluster(text[at:], face)

    def _by_cluster(self, text: str, face: Face) -> Iterator[tuple[Face, str]]:
        if _has_all(face, text):
            if text:
                yield face, text
            return
        for chosen, same in groupby(_clusters(text), key=lambda cluster: self._for_cluster(cluster, face)):
            yield chosen, "".join(same)

    def _for_cluster(self, cluster: str, face: Face) -> Face:
        # Lexend's loose accents are drawn after their letter unless a shaper moves them; Noto's lie over it
        loose = len(cluster) > 1 and self.fallback.covers(cluster)
        return self.fallback if loose or not face.covers(cluster.strip("\n")) else face


def _has_all(face: Face, text: str) -> bool:
    """Tell whether a face draws text as it is, with no accent that has to be moved over its letter."""
    return text.isascii() or (face.covers(text) and not any(map(combining, text)))


def _clusters(text: str) -> list[str]:
    found: list[str] = []
    for char in text:
        if found and combining(char):
            found[-1] += char
        else:
            found.append(char)
    return found


def _joined(name: str) -> Face:
    # what joins letters is taken in only for papers that have such letters
    from coprod_desktop.publish.render.tagged.joined import JoinedFace

    return JoinedFace(name)
