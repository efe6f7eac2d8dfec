"""Checks of PDFs. Each returns complaints, and none means the files are as they should be."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pikepdf

from tests.check_papers import tools
from tests.check_papers.files import Files
from tests.publish.render import structure
from tests.publish.render.breakages import BREAKAGES
from tests.publish.render.telling import squeeze

# fires on every page a table goes on to: it takes a table to be on one page
SKIPPED = "TBL-014"


def own(files: Sequence[Files]) -> list[str]:
    """Our own look at the structure."""
    return [f"{one.pdf.name}: {fault}" for one in files for fault in structure.faults(one.pdf)]


def qpdf(files: Sequence[Files]) -> list[str]:
    """Whether the file is put together as the format asks."""
    program = tools.program("qpdf")
    found = []
    for one in files:
        run = subprocess.run([program, "--check", one.pdf], capture_output=True, text=True, check=False)
        if run.returncode:
            found.append(f"{one.pdf.name}: {run.stderr.strip() or run.stdout.strip()}")
    return found


def poppler(files: Sequence[Files]) -> list[str]:
    """Whether another reader finds the same words in the same order."""
    program = tools.program("pdfinfo")
    found = []
    for one in files:
        run = subprocess.run([program, "-struct-text", one.pdf], capture_output=True, text=True, check=True)
        read = "".join(re.findall(r'^\s*"(.*)"$', run.stdout, re.MULTILINE))
        if squeeze(read) != squeeze("".join(structure.spoken(one.pdf, alts=False))):
            found.append(f"{one.pdf.name}: pdfinfo reads other words, or in another order")
    return found


def outloud(files: Sequence[Files]) -> list[str]:
    """PDF/UA-1 and more; warnings count."""
    return [f"{name}: {said}" for name, all_said in _outloud([one.pdf for one in files]).items() for said in all_said]


def outloud_sees_breakages(files: Sequence[Files]) -> list[str]:
    """Whether the checker from outside bites: a file broken on purpose has to be seen, but for a few."""
    good = next(one.pdf for one in files if one.name == "everything")
    broken = []
    for number, breaks in enumerate(BREAKAGES.values()):
        broken.append(good.with_name(f"broken-{number}.pdf"))
        with pikepdf.open(good) as pdf:
            breaks(pdf)
            pdf.save(broken[-1])
    said = _outloud(broken)
    unseen = [name for name, path in zip(BREAKAGES, broken, strict=True) if not said[path.name]]
    return [f"of {len(broken)} broken files it passes {len(unseen)}: {', '.join(unseen)}"] if len(unseen) > 7 else []


def _outloud(paths: Sequence[Path]) -> dict[str, list[str]]:
    report = paths[0].with_name("outloud.json")
    command = [tools.outloud(), *paths, "--skip", SKIPPED, "--fail-on", "never", "--no-info", "-q", "--json", report]
    subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, list[str]] = {}
    for result in json.loads(report.read_text(encoding="utf-8"))["results"]:
        serious = [finding for finding in result["findings"] if finding["severity"] in ("error", "warning")]
        lines = [f"{finding['rule']} {finding['message']}" for finding in serious]
        found[Path(result["path"]).name] = lines + ([result["error"]] if result["error"] else [])
    return found
