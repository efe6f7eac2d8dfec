"""What every paper carries whatever it tells: who it comes from, whom to ask, and the code that two copies share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coprod_desktop.domain import colours
from coprod_desktop.publish.branded import Branded
from coprod_desktop.publish.copy_code import copy_code
from coprod_desktop.publish.document import Block, Document, Heading, Paragraph, Picture, Run
from coprod_desktop.publish.snapshot import PublicBrand, PublicElsewhere
from coprod_desktop.publish.stories.contact import who_to_ask, whom_to_ask_for_it, with_ways
from coprod_desktop.publish.stories.words import aside, listed, quiet

EASY_READ = "Easy Read"
OTHER_FORMATS = ("large print", EASY_READ, "braille", "Word", "plain text")
"""What every paper says it can be had in, besides as it is: names by which people ask, all in the table of formats."""


def imprint(document: Document, *snapshots: Branded, easy_is_of: str = "") -> Document:
    """Return the document with its code and the organisation's name, logo, colour and contact.

    `easy_is_of` is what the paper is called whose Easy Read tells the same, where this one has none of its own.
    """
    marked = headed(document, *snapshots)
    foot = f"{_also_in(easy_is_of)} {whom_to_ask_for_it(*snapshots)}"
    films = (film for snapshot in snapshots[:1] if len(snapshots) == 1 for film in snapshot.elsewhere)
    end = (replace(aside(with_ways(foot)), with_next=True), *map(_there_is, films))
    blocks = (*marked.blocks, *who_to_ask(*snapshots), *end)
    code = copy_code(blocks)
    last = aside(quiet(f"Copy code: {code}. Copies of this paper with the same code say the same."))
    return replace(marked, blocks=(*blocks, last), foot=foot, fingerprint=code)


def _also_in(easy_is_of: str) -> str:
    if not easy_is_of:
        return f"This paper is also in {listed(OTHER_FORMATS)}."
    others = [form for form in OTHER_FORMATS if form != EASY_READ]
    return f"This paper is also in {listed(others)}. In {EASY_READ} there is “{easy_is_of}”."


def headed(document: Document, *snapshots: Branded) -> Document:
    """Return the document with its code and what stands at its head, for papers that end in their own way."""
    brand = next((snapshot.brand for snapshot in snapshots if snapshot.brand is not None), None)
    blocks = (*(_head(document, brand) if brand else ()), *document.blocks)
    return replace(
        document,
        blocks=blocks,
        author=document.author or (brand and brand.name) or "",
        fingerprint=copy_code(blocks),
        accent=accent_of(brand),
    )


def _there_is(film: PublicElsewhere) -> Paragraph:
    """Tell of a format that only people make; the address stands last, so that nothing is taken for a part of it."""
    runs = (Run(f"Also about this session: {film.what}. "), where_it_is(film))
    return replace(aside(Paragraph(runs)), with_next=True)


def where_it_is(film: PublicElsewhere) -> Run:
    """Return the web address of a film or a recording, as a link."""
    scheme = "" if film.address.casefold().startswith("http") else "https://"
    return Run(film.address, url=f"{scheme}{film.address}")


def _head(document: Document, brand: PublicBrand) -> Iterator[Block]:
    """Yield logo and name, which stand above the title as on a letter; a name that stands there already is not said again."""
    if brand.logo:
        yield Picture(brand.logo.data, brand.logo.alt, brand.logo.width, brand.logo.height)
    if brand.name and brand.name.casefold() not in _above_title(document):
        yield quiet(brand.name)


def _above_title(document: Document) -> set[str]:
    found = set()
    for block in document.blocks:
        if isinstance(block, Heading):
            break
        if isinstance(block, Paragraph):
            found.add("".join(run.text for run in block.runs).strip().casefold())
    return found


def accent_of(brand: PublicBrand | None) -> str | None:
    """Return the organisation's colour; one that came in from elsewhere and is too light gets darker."""
    colour = colours.parsed(brand.colour) if brand and brand.colour else None
    return colours.readable(colour) if colour else None
