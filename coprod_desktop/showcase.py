"""For a machine with no screen: the papers of the sample session, made in a workspace that is thrown away."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from coprod_desktop.errors import UserError
from coprod_desktop.paths import resource
from coprod_desktop.services import workspace
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.making import papers

SAMPLE = ("sample", "home-care-listening-space.json")


def make_papers(out: Path) -> tuple[Path, ...]:
    """Make the public papers of the sample session in `out`. Returns their paths.

    What is asked to be looked at counts as reviewed: everyone in the sample is made up.
    """
    with tempfile.TemporaryDirectory(prefix="coprod-sample-") as folder:
        workspace.create(Path(folder), None)
        desk = workspace.unlock(Path(folder), None)
        try:
            session = merge.import_file(desk, resource(*SAMPLE).read_bytes()).session
            papers.review(desk, session)
            return papers.make(desk, session, desk.content.formats.papers, out).paths
        finally:
            workspace.close(desk)


def main(arguments: Sequence[str]) -> int:
    """Say why there is no window, and print the paths of the papers. Returns the exit code."""
    print("There is no screen here, so the window cannot open. The sample session's papers, made instead:")
    try:
        for path in make_papers(Path(*arguments)):
            print(path)
    except UserError as wrong:
        print(wrong, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
