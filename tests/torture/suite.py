"""All that is done to a workspace, in a long and in a short form; each gives a figure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.torture import bits, copies, doings, full, fuzz, tail
from tests.torture.figures import Figure
from tests.torture.files import what_goes_wrong

OLD = Path(__file__).resolve().parents[1] / "store" / "frozen" / "schema-2"


@dataclass(frozen=True)
class Size:
    """How much of each."""

    lines: int
    each: int
    copies: int
    upgrades: int
    tail_step: int
    tail_frames: int
    flips: int
    scribbles: int
    full: int
    fuzzed: int
    files: int


def part(size: Size, share: int) -> Size:
    """Return so many times less of each, but for the lines that kills are counted by: for a machine that has no hour."""
    less = {name: max(1, number // share) for name, number in asdict(size).items()}
    return Size(**less | {"lines": size.lines, "tail_frames": size.tail_frames, "tail_step": size.tail_step * share})


LONG = Size(10_000, 400, 20, 40, 1, 3, 1200, 40, 200, 1000, 2000)
SHORT = Size(60, 20, 0, 1, 997, 3, 24, 1, 12, 12, 0)


def killed(folder: Path, size: Size, seed: int) -> Figure:
    """Kill at any moment of capture, edit, undo, export, import and backup; sleep and wake in between."""
    toll = doings.kill_until(size.lines, folder, seed, size.each)
    return Figure(
        "killed (kill -9) at any moment of capture, edit, undo, export, import and backup",
        f"{toll.kills:,} times, {toll.stops:,} times put to sleep and woken before",
        f"{toll.saved:,} lines, {toll.changed:,} changes, {toll.undone:,} undos, {toll.brought:,} files brought in and "
        f"{toll.backed:,} backups were shown as saved; {len(toll.wrong)} were lost",
        toll.wrong,
    )


def copied(folder: Path, size: Size, seed: int) -> Figure:
    """Kill at any moment of making backups and of getting a workspace back."""
    told = copies.kill_while_copying(folder, size.copies, seed)
    came = f"{told.saved:,} lines shown as saved, {told.back:,} workspaces got back; {len(told.wrong)} things wrong"
    return Figure(
        "killed while backups are made, and while a workspace is got back", f"{told.kills} times", came, told.wrong
    )


def upgraded(folder: Path, size: Size, seed: int) -> Figure:
    """Kill an upgrade at any moment."""
    toll = doings.kill_upgrades(size.upgrades, OLD, folder, seed)
    came = f"{toll.saved:,} lines there afterwards, {len(toll.wrong)} things wrong"
    return Figure("killed while a workspace of an older version is upgraded", f"{toll.kills} times", came, toll.wrong)


def cut_off(folder: Path, size: Size, seed: int) -> Figure:
    """Cut the end of the log off, and zero it."""
    cut = tail.cut_everywhere(folder, last=size.tail_frames, step=size.tail_step, seed=seed)
    every = "every byte" if size.tail_step == 1 else f"every {size.tail_step}th byte"
    return Figure(
        f"the end of the log cut off, or zeros, from {every} of its last {size.tail_frames} pages on (loss of power)",
        f"{cut.places:,} places",
        f"{cut.lines:,} lines looked for, {len(cut.wrong)} lost or called damage",
        cut.wrong,
    )


def flipped(folder: Path, size: Size, seed: int) -> Figure:
    """Flip single bits of every file."""
    found = bits.flip_everywhere(folder, size.flips, seed)
    return Figure(
        "one bit flipped, in each file of a workspace in turn",
        f"{sum(found.flips.values()):,} times",
        f"found {found.found:,} times; {found.back:,} of {found.lines:,} lines there afterwards",
        found.wrong,
    )


def scribbled(folder: Path, size: Size, seed: int, *, with_backup: bool) -> Figure:
    """Write over whole pages."""
    told = bits.scribble(folder, size.scribbles, seed, with_backup=with_backup)
    named = (
        ""
        if with_backup
        else f"; of the {told.lines - told.back:,} missing {min(told.named, told.lines - told.back):,} named"
    )
    return Figure(
        f"one to six pages of the database written over, {'with' if with_backup else 'without'} a backup",
        f"{told.rounds:,} times, {told.pages:,} pages",
        f"{told.back:,} of {told.lines:,} lines there afterwards{named}",
        told.wrong,
    )


def filled(folder: Path, size: Size, seed: int) -> Figure:
    """Fill the disk, each time a block later."""
    told = full.fill_at_every_write(folder, size.full)
    came = f"{told.saved:,} lines saved, {len(told.wrong)} lost or half saved"
    return Figure(f"the disk full, one block later each time ({told.way})", f"{told.times:,} times", came, told.wrong)


def fuzzed(folder: Path, size: Size, seed: int) -> Figure:
    """Damage key files and what stands beside backups."""
    told = fuzz.fuzz(folder, size.fuzzed, seed)
    return Figure(
        "key files, backups' pages and the list of what was struck, as nobody wrote them",
        f"{told.tried:,} times",
        f"opened {told.opened:,} times, else refused in a sentence; at most {told.most / 2**20:.0f} MB of memory; "
        f"{len(told.wrong)} things wrong",
        told.wrong,
    )


def brought_in(folder: Path, size: Size, seed: int) -> Figure:
    """Bring damaged session files and lists in."""
    wrong = what_goes_wrong(folder, size.files, seed, print, papers_each=50)
    came = f"came in whole or were refused in a sentence; {len(wrong)} did neither"
    return Figure("damaged session files and lists brought in", f"{size.files:,} files", came, wrong)


TRIES: dict[str, Callable[[Path, Size, int], Figure]] = {
    "kill": killed,
    "copies": copied,
    "upgrade": upgraded,
    "tail": cut_off,
    "bits": flipped,
    "pages": lambda folder, size, seed: scribbled(folder, size, seed, with_backup=True),
    "pages-alone": lambda folder, size, seed: scribbled(folder, size, seed, with_backup=False),
    "full": filled,
    "fuzz": fuzzed,
    "files": brought_in,
}


def run(folder: Path, size: Size, seed: int, *names: str) -> Iterator[Figure]:
    """Do each, in a folder of its own; `names`: only these."""
    for name in names or TRIES:
        own = folder / name
        own.mkdir()
        yield TRIES[name](own, size, seed)
