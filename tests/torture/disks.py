"""Disks that are small or read-only: real ones, mounted, where this machine lets us; else the nearest thing to it."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class CannotMount(Exception):
    """Mounting needs root on Linux."""


@contextmanager
def small(folder: Path, kilobytes: int) -> Iterator[Path]:
    """Give a disk of that size at `folder`. Raises CannotMount."""
    folder.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder))
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def short_files(kilobytes: int) -> Iterator[None]:
    """Let no file of this process grow past a size; the nearest to a full disk that needs no root."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """Make a folder read-only: by its mode, or for root, who may write anyway, by mounting it so."""
    if os.geteuid() != 0:
        files = [folder, *folder.rglob("*")]
        modes = [path.stat().st_mode for path in files]
        for path in reversed(files):
            path.chmod(path.stat().st_mode & 0o555)
        try:
            yield folder
        finally:
            for path, mode in zip(files, modes, strict=True):
                path.chmod(mode)
        return
    _mount("--bind", str(folder), str(folder))
    try:
        _mount("-o", "remount,bind,ro", str(folder))
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _mount(*how: str) -> None:
    try:
        subprocess.run(["mount", *how], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as wrong:
        raise CannotMount from wrong
