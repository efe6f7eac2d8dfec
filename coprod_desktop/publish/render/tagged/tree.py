"""The structure tree of a PDF. It is made with the text, so its order is the reading order; drawing only fills it in."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(eq=False, slots=True)
class PageContent:
    """A stretch of drawn text that belongs to one element; `marks` says where it landed: (page, number) from 0."""

    owner: Node
    marks: list[tuple[int, int]] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Joined:
    """A link's clickable place on a page, which its element must name."""

    page: int
    annotation: object


@dataclass(eq=False, slots=True)
class Node:
    """A structure element. `attributes` is written as it stands, `lang` only where it differs from what is around it.

    `alt` says in words what a picture shows.
    """

    tag: str
    parent: Node | None = None
    lang: str | None = None
    attributes: str = ""
    alt: str = ""
    kids: list[Node | PageContent | Joined] = field(default_factory=list)

    def add(self, tag: str, *, lang: str | None = None, attributes: str = "", alt: str = "") -> Node:
        """Return a new last child."""
        node = Node(tag, self, lang, attributes, alt)
        self.kids.append(node)
        return node

    def content(self) -> PageContent:
        """Return what text drawn for this element, after all that it holds already, is to be written under."""
        last = self.kids[-1] if self.kids else None
        if isinstance(last, PageContent):
            return last
        content = PageContent(self)
        self.kids.append(content)
        return content
