"""The handbook in docs/handbook and the small pictures the program shows: `python -m tests.handbook` (make handbook) writes them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from coprod_desktop.domain.handbook import Shot
from coprod_desktop.services.program import handbook

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs" / "handbook"
PICTURES = ROOT / "docs" / "pictures"
MADE = "<!-- made by make handbook from resources/handbook: change it there -->\n\n"
WIDE, COLOURS = 720, 24
"""Pixels and colours of a picture in the program: enough to know the page by, and a third of the size."""


def pages() -> Iterator[tuple[Path, str]]:
    """Yield each file of docs/handbook, with what is to be in it."""
    contents = [f"{n}. [{page.title}]({page.name}.md)" for n, page in enumerate(handbook.load(), 1)]
    about = "The same pages open in the program with F1, at the page for where you are."
    yield DOCS / "README.md", f"{MADE}# Handbook\n\n{about}\n\n" + "\n".join(contents) + "\n"
    for name in handbook.NAMES:
        yield DOCS / f"{name}.md", MADE + handbook.text_of(name).replace("](pictures/", "](../pictures/")


def pictures() -> Iterator[tuple[Path, bytes]]:
    """Yield each small picture of the program, made from the one of docs/pictures."""
    names = {block.picture for page in handbook.load() for block in page.blocks if isinstance(block, Shot)}
    for name in sorted(names):
        whole = Image.open(PICTURES / f"{name}.png").convert("RGB")
        high = round(whole.height * WIDE / whole.width)
        small = whole.resize((WIDE, high), Image.Resampling.LANCZOS).quantize(COLOURS, dither=Image.Dither.NONE)
        made = io.BytesIO()
        small.save(made, "PNG", optimize=True)
        yield handbook.picture(name), made.getvalue()


def write() -> None:
    """Write all of it; what is there besides goes."""
    DOCS.mkdir(parents=True, exist_ok=True)
    wanted = dict(pages())
    shots = dict(pictures())
    for path, text in wanted.items():
        path.write_text(text, "utf-8")
    for path, data in shots.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for path in (*DOCS.glob("*.md"), *handbook.picture("x").parent.glob("*.png")):
        if path not in wanted and path not in shots:
            path.unlink()


if __name__ == "__main__":
    write()
