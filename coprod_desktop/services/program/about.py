"""What this program is made of: each part's name, version and licence, as it says of itself."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

PROGRAM = "coprod-desktop"
LADDER_URL = "https://www.thinklocalactpersonal.org.uk/Latest/Co-production-The-ladder-of-co-production/"
LADDER_CREDIT = (
    "The ladder of co-production is by Think Local Act Personal and the National Co-production Advisory Group. "
    "The names and their order are theirs; the short meanings are ours."
)
_SILENT = {"braillify": "Apache-2.0", "spylls": "MPL-2.0", "sqlcipher3": "Zlib"}
"""Licences of parts whose description leaves them out or names another; read in the files they ship."""
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_INSIDE = (
    ("Qt", "", "LGPL-3.0, used as separate libraries"),
    ("SQLCipher", "", "BSD-3-Clause, Zetetic LLC"),
    ("SQLite", "", "public domain"),
    ("OpenSSL", "", "Apache-2.0"),
    ("OpenSSL in cryptography", "", "Apache-2.0"),
    ("PDFium", "", "BSD-3-Clause and Apache-2.0"),
    ("Lexend, a typeface", "", "SIL Open Font License 1.1"),
    ("Noto Sans, a typeface", "", "SIL Open Font License 1.1"),
    ("Noto Sans Arabic, a typeface", "", "SIL Open Font License 1.1"),
    ("HarfBuzz", "", "MIT"),
    ("OpenMoji, the pictures of Easy Read", "17.0", "CC BY-SA 4.0, all designed by OpenMoji, openmoji.org"),
    ("SCOWL, lists of English words", "2020.12.07", "free, by Kevin Atkinson and others: scowl-copyright.txt"),
    (
        "en_GB, a Hunspell dictionary made of SCOWL",
        "2020.12.07",
        "free, by Kevin Atkinson and others: en_GB-licence.txt",
    ),
    ("GeoNames, names of places", "", "CC BY 4.0, geonames.org"),
)
"""Parts that come inside others and have no description of their own."""
_FROZEN = (
    ("Python", ".".join(map(str, sys.version_info[:3])), "PSF-2.0"),
    ("PyInstaller, which starts the program", "", "GPL-2.0 or later, with an exception: it may start any program"),
    ("libffi, bzip2, expat, xz and the helpers of X", "", "MIT, BSD-style and public domain"),
)
"""What comes along besides when the program is one folder that needs no Python."""


@dataclass(frozen=True, order=True)
class LicensedPart:
    """One part of the program."""

    name: str
    version: str
    licence: str

    @property
    def words(self) -> str:
        """The part in one line."""
        return f"{' '.join(part for part in (self.name, self.version) if part)}: {self.licence}"


def version() -> str:
    """Return the program's version, "" when it runs without being installed."""
    try:
        return metadata.version(PROGRAM)
    except metadata.PackageNotFoundError:
        return ""


def parts() -> tuple[LicensedPart, ...]:
    """Return all that the program needs to run, directly or not, by name."""
    found = {part.name.casefold(): part for part in _needed(PROGRAM, {PROGRAM})}
    inside = [LicensedPart(*row) for row in (*_INSIDE, *(_FROZEN if getattr(sys, "frozen", False) else ()))]
    return tuple(sorted([*found.values(), *inside], key=lambda part: part.name.casefold()))


def _needed(of: str, seen: set[str]) -> Iterator[LicensedPart]:
    for name in asks_for(of):
        if name in seen:
            continue
        seen.add(name)
        about = metadata.metadata(name)
        yield LicensedPart(about["Name"].replace("_", "-"), about["Version"], _licence(about, name))
        yield from _needed(name, seen)


def asks_for(name: str) -> tuple[str, ...]:
    """Return the packages that one asks for by itself and that are here; others are not needed on this system."""
    try:
        lines = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return ()
    asked = [_plain(found.group()) for line in lines if "extra ==" not in line and (found := _NAME.match(line))]
    return tuple(dict.fromkeys(one for one in asked if _is_here(one)))


def _is_here(name: str) -> bool:
    try:
        metadata.distribution(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _licence(about: metadata.PackageMetadata, name: str) -> str:
    said = about.get_all("License-Expression") or [
        line.rpartition(" :: ")[2] for line in about.get_all("Classifier") or [] if line.startswith("License :: ")
    ]
    if not said:
        lines = [line.strip() for whole in about.get_all("License") or [] for line in whole.splitlines()]
        said = [line for line in lines if line][:1]
    return _SILENT.get(name) or ", ".join(said) or "see its own files"


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
