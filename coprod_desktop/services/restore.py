"""Getting a workspace back from a backup: what is there is shown first, and nothing is ever written over.

Where it comes from may be a stick that is write-protected, a folder of backups, or a workspace that does not open.
What was struck or erased since stays gone.
"""

from __future__ import annotations

import contextlib
import datetime
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.domain import dates
from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.services.backups import in_words, why_in_words
from coprod_desktop.store import backups, gone_file, here, key, locking, migrate, newer, restoring
from coprod_desktop.store.backups import Told
from coprod_desktop.store.restoring import NotWhole

DEPTH = 3
"""How far down is looked: a stick, the folder of all backups on it, one of each workspace, the backups."""
_FOLDERS = 3000
"""Folders that are looked at, at most: somebody may have chosen a whole disk."""
NEW_NAME = "co-production workspace restored"
Going = Callable[[float], None]


@dataclass(frozen=True)
class Source:
    """One copy that a workspace can come from."""

    folder: Path
    told: Told | None
    """None for a workspace's own database: what is in it is known when it is opened."""
    whose: str
    """What tells its workspace from others; "" when its key file cannot be read."""

    @property
    def id(self) -> str:
        """What tells it from the others in a list."""
        return str(self.folder)

    @property
    def is_newer(self) -> bool:
        """Whether a newer program made it."""
        told = self.told
        return told is not None and (told.schema > migrate.SCHEMA_VERSION or told.version > backups.VERSION)

    @property
    def words(self) -> str:
        """When it was made and what is in it."""
        if self.told is None:
            return f"The workspace itself, in {self.folder}"
        return in_words(self.told)

    @property
    def why(self) -> str:
        """Why it was made."""
        return why_in_words(self.told) if self.told is not None else ""


@dataclass(frozen=True)
class Restored:
    """What came of it."""

    folder: Path
    source: Source
    passed_over: Sequence[tuple[Source, str]]
    """Copies that were tried first and are damaged, and in which way."""
    sessions: int
    lines: int
    promises: int
    struck: int
    """Lines that the copy still held and that had been struck since."""


def may_hold(at: Path) -> bool:
    """Tell whether a place holds backups where the program puts them: a quick look, for many places."""
    return (at / backups.SECOND).is_dir() or (at / backups.FOLDER).is_dir()


def look(at: Path) -> Sequence[Source]:
    """Return what a workspace can come from in a place, the newest first. Raises UserError when there is nothing."""
    found = list(_found(at))
    if not found:
        raise UserError(
            f"There is no backup in {at}.",
            "Nothing was changed. Choose the stick or the folder that holds “co-production backups”, or a workspace.",
        )
    return sorted(found, key=lambda one: (one.told is None, one.told.clock if one.told else 0), reverse=True)


def look_for_one(at: Path) -> Sequence[Source]:
    """Do the same where it must be one workspace's. Raises UserError when there are those of several."""
    found = look(at)
    whose = {one.whose for one in found} - {""}
    if len(whose) > 1:
        folders = sorted({str(_home(one)) for one in found})
        raise UserError(
            f"There are backups of {len(whose)} workspaces here.", f"Name the folder of one: {', '.join(folders)}."
        )
    return found


def _home(source: Source) -> Path:
    return source.folder.parent if source.told is not None else source.folder


def needs_passphrase(sources: Sequence[Source]) -> bool:
    """Tell whether a passphrase or a recovery code is needed. Raises UserError when no key file can be read."""
    return key.needs_passphrase(_first_vault(sources))


def _first_vault(sources: Sequence[Source]) -> key.Vault:
    wrong = None
    for source in sources:
        try:
            return key.read(source.folder)
        except UserError as this:
            wrong = wrong or this
    raise wrong or key.MISSING


def propose(beside: Path) -> Path:
    """Return a folder that is not there yet, beside another."""
    names = (NEW_NAME if n < 2 else f"{NEW_NAME} {n}" for n in range(1, 1000))
    return next(beside.parent / name for name in names if not (beside.parent / name).exists())


def restore(sources: Sequence[Source], to: Path, secret: str | None, going: Going = lambda _done: None) -> Restored:
    """Make a workspace in `to` from the first copy that is whole. Raises UserError; `to` is as it was then.

    `secret` is a passphrase or a recovery code, None where none is needed.
    """
    to = to.expanduser().absolute()
    restoring.free(to, {_home(source) for source in sources})
    raw, vault = _unlock(sources, secret)
    try:
        part = restoring.part_of(to)
    except OSError as wrong:
        raise _no_room(to, wrong) from wrong
    try:
        with contextlib.ExitStack() as undo:
            undo.callback(shutil.rmtree, part, ignore_errors=True)
            return _restored(sources, part, to, (raw, vault, secret), going)
    except OSError as wrong:
        raise _no_room(to, wrong) from wrong


def _restored(
    sources: Sequence[Source],
    part: Path,
    to: Path,
    opened: tuple[bytes, key.Vault, str | None],
    going: Going,
) -> Restored:
    raw, vault, secret = opened
    passed_over: list[tuple[Source, str]] = []
    for source in sources:
        restoring.emptied(part)
        try:
            with _at_rest(source):
                found = restoring.bring(source.folder, part, raw, source.told, going)
            newest = max((one.told.clock for one in sources if one.told is not None), default=0)
            if source.told is None and found.clock < newest:
                raise NotWhole("what was written last is missing from it")  # its log was damaged: a backup has more
        except NotWhole as wrong:
            # What can be saved from a damaged workspace is joined with the newest backup in services.damage.
            passed_over.append((source, str(wrong)))
            continue
        now = restoring.make_whole(part, raw, vault, secret, _gone_places(sources))
        restoring.take_name(part, to)
        return Restored(to, source, passed_over, now.sessions, now.lines, now.promises, found.lines - now.lines)
    raise _nothing_whole(passed_over)


def _unlock(sources: Sequence[Source], secret: str | None) -> tuple[bytes, key.Vault]:
    """Open the key file of the first copy that has a good one. Raises UserError of the first."""
    first = None
    for source in sources:
        if source.is_newer:
            raise newer.BACKUP
        try:
            return restoring.unlock(source.folder, secret)
        except UserError as wrong:
            first = first or wrong
    raise first or key.MISSING


@contextlib.contextmanager
def _at_rest(source: Source) -> Iterator[None]:
    """Hold a workspace that is copied as it is: nobody writes meanwhile."""
    if source.told is None and locking.in_use(source.folder):
        raise UserError(
            "That workspace is open in another window or command.", "Nothing was changed. Close it there first."
        )
    yield


def _gone_places(sources: Sequence[Source]) -> Sequence[Path]:
    """Return every folder that may say what is gone: those of the copies, and those they lie in."""
    places = [place for one in sources for place in (one.folder, one.folder.parent, one.folder.parent.parent)]
    return [place for place in dict.fromkeys(places) if (place / gone_file.FILE).is_file()]


def _found(at: Path) -> Iterator[Source]:
    left, level = _FOLDERS, [at]
    for _ in range(DEPTH + 1):
        deeper: list[Path] = []
        for folder in level:
            left -= 1
            if (one := backups.at(folder)) is not None:
                yield Source(folder, one.told, _whose(folder))
                continue
            if (folder / here.DATABASE).is_file() and not folder.name.startswith(backups.PART):
                yield Source(folder, None, _whose(folder))
            deeper += _inside(folder, left)
        level = deeper[:left]


def _inside(folder: Path, most: int) -> Sequence[Path]:
    try:
        inside = [path for path in folder.iterdir() if not path.name.startswith(".") and path.is_dir()]
    except OSError:
        return ()
    return sorted(inside, reverse=True)[: max(most, 0)]


def _whose(folder: Path) -> str:
    try:
        return str(key.read(folder)["check"])
    except UserError:
        return ""


def _nothing_whole(passed_over: Sequence[tuple[Source, str]]) -> UserError:
    if len(passed_over) == 1:
        source, why = passed_over[0]
        return UserError(
            f"That copy cannot be used: {why}.",
            f"Nothing was changed. Keep {source.folder} as it is, and look for another backup.",
        )
    return UserError(
        f"None of the {len(passed_over)} copies here can be used: each is damaged.",
        "Nothing was changed. Keep them as they are, and look for another backup: on a stick, or on an office drive.",
    )


def _no_room(to: Path, wrong: OSError) -> UserError:
    why = wrong.strerror or "it cannot be written"
    return UserError(
        f"The workspace could not be put into {to} ({why}).",
        "Nothing was changed. Make room, or choose another folder.",
    )


def told(done: Restored, today: datetime.date) -> str:
    """Say what was got back, from which copy, and what was passed over."""
    said = [
        f"Got back {counted(done.sessions, 'session')}, {counted(done.lines, 'line')} and "
        f"{counted(done.promises, 'promise')}.",
    ]
    if done.source.told is not None:
        at = done.source.told.at
        said.append(f"They are from the backup of {dates.near(at.date(), today)}, {at:%H:%M}.")
    for source, why in done.passed_over:
        which = "The workspace itself" if source.told is None else f"The backup of {source.told.at:%d %B %Y, %H:%M}"
        said.append(f"{which} was passed over: {why}.")
    if done.struck:
        was = "line that was struck" if done.struck == 1 else "lines that were struck"
        said.append(f"{done.struck} {was} since stayed out.")
    return " ".join(said)
