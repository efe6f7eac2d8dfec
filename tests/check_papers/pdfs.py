"""Checks of PDFs. Each returns complaints, and none means the files are as they should be."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pikepdf

from coprod_desktop.publish.render.every_format.letters import ARABIC_LETTER
from coprod_desktop.services.making.handouts import SLIPS
from tests.check_papers import tools
from tests.check_papers.files import Made
from tests.check_papers.program import POSTING_LIST
from tests.publish.render import structure
from tests.publish.render.breakages import BREAKAGES
from tests.publish.render.telling import squeeze

SKIPPED = {
    "TBL-014": "takes a table to be on one page, and fires on each it goes on to",
    "ORD-001": "takes the words of a link to come after the rest of its paragraph: the order is looked at by our own check",
}
ACCEPTED = (
    # a list for the hand that writes the envelopes: an address in it is no link
    (POSTING_LIST, "LNK-010"),
    # the same slip on every page, each to be filled in, is taken for a page head
    (f"-{SLIPS}-", "PAG-001"),
    # a page head is known by standing on several pages, and these papers have one
    ("bare-easy-read-draft", "TAG-002"),
    ("-committee-", "TAG-002 1 line"),
    ("-news-", "TAG-002 1 line"),
    ("-group-knows-", "TAG-002 1 line"),
    # a letter of Arabic has many forms, and its dots stand for nothing by themselves: what is said is beside them
    ("", "TXT-004 font AAAAAA+NotoSansArabic"),
)
OUTLOUD_MISSES = 7
"""So many of the files broken on purpose it may pass: they are of the kinds our own check is for."""


def own(files: Sequence[Made]) -> list[str]:
    """Our own look at the structure, and whether a page is painted in the order it is read."""
    return [
        f"{one.path.name}: {fault}" for one in files for fault in (*structure.faults(one.path), *out_of_order(one.path))
    ]


def out_of_order(path: Path) -> Iterator[str]:
    """Say which pages number what they paint in another order than the tree has it."""
    with pikepdf.open(path) as pdf:
        tree = structure.read_tree(pdf.Root.StructTreeRoot)
        assert tree is not None
        numbers: dict[object, list[int]] = {}
        for page, number in _marks(tree):
            numbers.setdefault(page, []).append(number)
        for at, page in enumerate(pdf.pages, 1):
            if (found := numbers.get(page.obj.objgen, [])) != sorted(found):
                yield f"page {at} is painted in another order than it is read"


def _marks(element: structure.Element) -> Iterator[tuple[object, int]]:
    for kid in element.kids:
        if isinstance(kid, structure.Element):
            yield from _marks(kid)
        else:
            yield kid


def qpdf(files: Sequence[Made]) -> list[str]:
    """Whether the file is put together as the format asks."""
    program = tools.program("qpdf")
    found = []
    for one in files:
        run = subprocess.run([program, "--check", one.path], capture_output=True, text=True, check=False)
        if run.returncode:
            found.append(f"{one.path.name}: {run.stderr.strip() or run.stdout.strip()}")
    return found


def poppler(files: Sequence[Made]) -> list[str]:
    """Whether another reader finds the same words in the same order."""
    program = tools.program("pdfinfo")
    found = []
    for one in files:
        run = subprocess.run([program, "-struct-text", one.path], capture_output=True, text=True, check=True)
        read = squeeze("".join(re.findall(r'^\s*"(.*)"$', run.stdout, re.MULTILINE)))
        said = squeeze("".join(structure.spoken(one.path, alts=False)))
        if ARABIC_LETTER.search(said):
            # it reads glyphs from the left, not what is said beside them: the same letters are all that can be asked
            read, said = (sorted(re.sub(r"\W", "", words)) for words in (read, said))
        if read != said:
            found.append(f"{one.path.name}: pdfinfo reads other words, or in another order")
    return found


def outloud(files: Sequence[Made]) -> list[str]:
    """PDF/UA-1 and more; warnings count."""
    told = _outloud([one.path for one in files])
    return [f"{name}: {said}" for name, all_said in told.items() for said in all_said if not _accepted(name, said)]


def _accepted(name: str, said: str) -> bool:
    return any(part in name and said.startswith(rule) for part, rule in ACCEPTED)


def breakages(files: Sequence[Made]) -> list[str]:
    """Whether our own check bites: every file broken on purpose has to be seen."""
    unseen = [name for name, path in broken(files).items() if not structure.faults(path)]
    return [f"a broken file is passed: {name}" for name in unseen]


def outloud_sees_breakages(files: Sequence[Made]) -> list[str]:
    """Whether the checker from outside bites: a file broken on purpose has to be seen, but for a few."""
    made = broken(files)
    said = _outloud(list(made.values()))
    unseen = [name for name, path in made.items() if not said[path.name]]
    too_many = len(unseen) > OUTLOUD_MISSES
    return [f"of {len(made)} broken files it passes {len(unseen)}: {', '.join(unseen)}"] if too_many else []


def broken(files: Sequence[Made]) -> dict[str, Path]:
    """Return a good file, broken in every way, by what is wrong with it."""
    good = next(one.path for one in files if one.name == "everything" and one.form == "pdf")
    folder = good.with_name("broken")
    folder.mkdir(exist_ok=True)
    made = {}
    for number, (name, breaks) in enumerate(BREAKAGES.items()):
        made[name] = folder / f"broken-{number}.pdf"
        with pikepdf.open(good) as pdf:
            breaks(pdf)
            pdf.save(made[name])
    return made


def _outloud(paths: Sequence[Path]) -> dict[str, list[str]]:
    report = paths[0].with_name("outloud.json")
    command = [
        tools.outloud(),
        *paths,
        "--skip",
        ",".join(SKIPPED),
        "--fail-on",
        "never",
        "--no-info",
        "-q",
        "--json",
        report,
    ]
    subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = {}
    for result in json.loads(report.read_text(encoding="utf-8"))["results"]:
        serious = [finding for finding in result["findings"] if finding["severity"] in ("error", "warning")]
        lines = [f"{finding['rule']} {finding['message']}" for finding in serious]
        found[Path(result["path"]).name] = lines + ([result["error"]] if result["error"] else [])
    return found
