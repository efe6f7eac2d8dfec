"""The archive that a person unpacks and installs for themselves, and the .deb that an IT department installs for all."""

from __future__ import annotations

import datetime
import os
import platform
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterable
from pathlib import Path

import parts

_ICON_SIDES = (48, 128, 256)
_DEBIAN = {"x86_64": "amd64", "aarch64": "arm64"}
_TEMPLATES = {
    "coprod-desktop.desktop": "applications/coprod-desktop.desktop",
    "metainfo.xml": f"metainfo/{parts.APP_ID}.metainfo.xml",
    "mime.xml": "mime/packages/coprod-desktop.xml",
}
"""What desktops read, by its place below share/."""


def archive(folder: Path) -> Path:
    """Return a .tar.gz of the program, what desktops want to know of it, and a script that puts both in their places."""
    name = f"{parts.PROGRAM}-{parts.version()}-linux-{platform.machine()}"
    stage = _fresh(parts.WORK / name)
    shutil.copytree(folder, stage / parts.PROGRAM, symlinks=True)
    share(stage / "share", command=parts.PROGRAM)
    for script in ("install", "uninstall"):
        (stage / script).write_text(parts.fill(f"linux/{script}"), "utf-8")
        (stage / script).chmod(0o755)
    open_to_all(stage)
    made = parts.DIST / f"{name}.tar.gz"
    with tarfile.open(made, "w:gz", compresslevel=6) as tar:
        tar.add(stage, name, filter=_nobodys)
    return made


def deb(folder: Path) -> Path:
    """Return a .deb with the program in /usr/lib, which asks for the libraries that the folder leaves to the system."""
    machine = _DEBIAN[platform.machine()]
    stage = _fresh(parts.WORK / "deb")
    home = stage / "usr" / "lib" / parts.PROGRAM
    shutil.copytree(folder, home, symlinks=True)
    (stage / "usr" / "bin").mkdir(parents=True)
    (stage / "usr" / "bin" / parts.PROGRAM).symlink_to(f"../lib/{parts.PROGRAM}/{parts.PROGRAM}")
    share(stage / "usr" / "share", command=f"/usr/bin/{parts.PROGRAM}")
    about = stage / "usr" / "share" / "doc" / parts.PROGRAM
    about.mkdir(parents=True)
    shutil.copy(parts.ROOT / "LICENSE", about / "copyright")
    kilobytes = (
        sum(path.stat().st_size for path in stage.rglob("*") if path.is_file() and not path.is_symlink()) // 1024
    )
    control = parts.fill("linux/control", MACHINE=machine, DEPENDS=", ".join(depends(folder)), SIZE=str(kilobytes))
    (stage / "DEBIAN").mkdir()
    (stage / "DEBIAN" / "control").write_text(control, "utf-8")
    open_to_all(stage)
    made = parts.DIST / f"{parts.PROGRAM}_{parts.version()}_{machine}.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zzstd", "--build", str(stage), str(made)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return made


def open_to_all(folder: Path) -> None:
    """Let everybody read and run what is in a folder, and only its owner change it, whatever the builder's own umask is."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


def share(to: Path, *, command: str) -> None:
    """Write what desktops read: the entry of the menu, the type of file, the page of a software centre, the icons."""
    from build import draw_icon

    today = datetime.date.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or datetime.datetime.now().timestamp()))
    for template, place in _TEMPLATES.items():
        (to / place).parent.mkdir(parents=True, exist_ok=True)
        (to / place).write_text(parts.fill(f"linux/{template}", COMMAND=command, DATE=today.isoformat()), "utf-8")
    for side in _ICON_SIDES:
        icon = to / "icons" / "hicolor" / f"{side}x{side}" / "apps" / f"{parts.PROGRAM}.png"
        icon.parent.mkdir(parents=True)
        draw_icon(icon, side)
    scalable = to / "icons" / "hicolor" / "scalable" / "apps" / f"{parts.PROGRAM}.svg"
    scalable.parent.mkdir(parents=True)
    shutil.copy(parts.HERE / "icon.svg", scalable)


def depends(folder: Path) -> list[str]:
    """Return the packages of Debian that have the libraries the folder does not. LookupError for one nobody wrote down."""
    needed, glibc = set[str](), (2, 0)
    here = {path.name for path in folder.rglob("*.so*")}
    for path in _programs(folder):
        told = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=True).stdout
        needed |= set(re.findall(r"NEEDED\s+(\S+)", told))
        glibc = max(glibc, *(tuple(map(int, v.split("."))) for v in re.findall(r"GLIBC_(\d+\.\d+)", told)), (2, 0))
    known = parts.libraries()
    left = {name for name in needed - here if not name.startswith("ld-linux")}
    if unknown := left - known.keys():
        raise LookupError(f"linux/libraries.tsv does not say which package has {', '.join(sorted(unknown))}")
    found = sorted({known[name] for name in left} - {"libc6"})
    return [f"libc6 (>= {glibc[0]}.{glibc[1]})", *found]


def needs(folder: Path) -> str:
    """Return, for whoever unpacks the folder, what the window wants from the system. The commands do without."""
    names = [wanted.partition(" ")[0] for wanted in depends(folder)]
    command = f"apt-get install --no-install-recommends {' '.join(names)}"
    return f"The window is drawn with libraries of the system. On Debian 12 they come with\n\n    {command}\n"


def _programs(folder: Path) -> Iterable[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _nobodys(member: tarfile.TarInfo) -> tarfile.TarInfo:
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member
