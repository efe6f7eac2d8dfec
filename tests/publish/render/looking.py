"""A PDF as someone who gets it sees it: its words by page, its letters' sizes, its ink."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image

from tests.publish.render import structure


def texts(path: Path) -> list[str]:
    """Return the text of each page as it is seen."""
    pdf = pypdfium2.PdfDocument(path)
    pages = [page.get_textpage().get_text_bounded() for page in pdf]
    pdf.close()
    return pages


def page_of(path: Path, words: str) -> int:
    """Return the one page, from 0, on which these words stand."""
    (number,) = [number for number, text in enumerate(texts(path)) if words in " ".join(text.split())]
    return number


def drawn(path: Path, page: int = 0, points: float = 1.0) -> Image.Image:
    """Return a page as it looks, a point or so a pixel."""
    pdf = pypdfium2.PdfDocument(path)
    image: Image.Image = pdf[page].render(scale=points).to_pil().convert("RGB")
    pdf.close()
    return image


def inked(path: Path, page: int = 0) -> tuple[int, int, int, int]:
    """Return the box around all that is on a page: left, top, right, bottom in points from the upper left."""
    box = Image.eval(drawn(path, page).convert("L"), lambda grey: 255 * (grey < 200)).getbbox()
    assert box is not None
    return box


def sizes(path: Path) -> set[float]:
    """Return all sizes of type in a file."""
    with pikepdf.open(path) as pdf:
        return {
            float(operands[1])
            for page in pdf.pages
            for operands, operator in pikepdf.parse_content_stream(page)  # type: ignore[misc]
            if str(operator) == "Tf"
        }


def elements(path: Path, tag: str) -> list[structure.Element]:
    """Return the elements of a kind, in reading order."""
    with pikepdf.open(path) as pdf:
        tree = structure.read_tree(pdf.Root.StructTreeRoot)
        assert tree is not None
        return [element for element in tree.walk() if element.tag == tag]


def figures(path: Path) -> list[tuple[str, list[float]]]:
    """Return the words and the box of each picture, in reading order."""
    with pikepdf.open(path) as pdf:
        tree = structure.read_tree(pdf.Root.StructTreeRoot)
        assert tree is not None
        found = [element.raw for element in tree.walk() if element.tag == "Figure"]
        return [(str(raw.Alt), [float(n) for n in raw.A.BBox]) for raw in found]


def images(path: Path) -> list[pikepdf.Object]:
    """Return how each image in the file is kept: its filter, width and height."""
    with pikepdf.open(path) as pdf:
        streams = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
        kept = [stream for stream in streams if stream.get("/Subtype") == pikepdf.Name.Image]
        return [(str(image.Filter), int(image.Width), int(image.Height), "/SMask" in image) for image in kept]
