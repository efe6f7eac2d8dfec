"""What the installed program is made of, as a bill of materials (CycloneDX 1.6, ECMA-424)."""

from __future__ import annotations

import datetime
import hashlib
import json
import platform
import re
import sys
import uuid
from collections.abc import Iterator, Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

from coprod_desktop import paths
from coprod_desktop.publish import inside
from coprod_desktop.services.assurance import tested
from coprod_desktop.services.program import about
from coprod_desktop.services.program.about import PROGRAM, LicensedPart
from coprod_desktop.store import versions_in_use

SPEC = "1.6"
PYTHON = "Python"
HASH_OF = "coprod-desktop:hash-of"
RECORD = "RECORD: the list of the package's files as installed, each with its own hash"
Component = dict[str, Any]
_IDS = {
    "MIT License": "MIT",
    "public domain": "blessing",
    "SIL Open Font License 1.1": "OFL-1.1",
    "Apache License 2.0": "Apache-2.0",
    "LGPL-3.0, used as separate libraries": "LGPL-3.0-only",
    "BSD-3-Clause, Zetetic LLC": "BSD-3-Clause",
    "CC BY-SA 4.0, all designed by OpenMoji, openmoji.org": "CC-BY-SA-4.0",
    "CC BY 4.0, geonames.org": "CC-BY-4.0",
    "Apache-2.0": "Apache-2.0",
    "MIT": "MIT",
    "MPL-2.0": "MPL-2.0",
    "PSF-2.0": "PSF-2.0",
    "Zlib": "Zlib",
}
"""What parts say of their licence -> its name in the list of SPDX."""
_BROUGHT_BY = {
    "Qt": "pyside6-essentials", "SQLCipher": "sqlcipher3", "SQLite": "sqlcipher3", "OpenSSL": "sqlcipher3",
    "PDFium": "pypdfium2", "HarfBuzz": "uharfbuzz", "OpenSSL in cryptography": "cryptography",
}  # fmt: skip
_FILES = {
    "Lexend, a typeface": ("_fonts", "Lexend-*.ttf"),
    "Noto Sans, a typeface": ("_fonts", "NotoSans-*.ttf"),
    "Noto Sans Arabic, a typeface": ("_fonts", "NotoSansArabic-*.ttf"),
    "OpenMoji, the pictures of Easy Read": ("_pictures", "*.png"),
    "SCOWL, lists of English words": ("domain/check/known", "english.txt"),
    "GeoNames, names of places": ("domain/check/known", "places.txt"),
    "en_GB, a Hunspell dictionary made of SCOWL": ("resources/spelling", "en_GB.[ad]*"),
}
"""Parts that are files of the program: in which folder, and by which names."""
_LIBRARY = re.compile(r"\.(?:so|dll|pyd|dylib)(?:\.|$)|\.exe$", re.IGNORECASE)


def parts() -> tuple[LicensedPart, ...]:
    """Return all parts with their versions, those inside others and Python itself too."""
    known = {**versions_in_use.versions(), **inside.versions(), **_cipher_versions(), "Qt": _of("pyside6-essentials")}
    found = [LicensedPart(part.name, part.version or known.get(part.name, ""), part.licence) for part in about.parts()]
    if all(part.name != PYTHON for part in found):  # a packed program tells it by itself
        found.append(LicensedPart(PYTHON, platform.python_version(), "PSF-2.0"))
    return tuple(sorted(found, key=lambda part: part.name.casefold()))


def _cipher_versions() -> dict[str, str]:
    said = versions_in_use.cipher()
    return {
        "SQLCipher": said["cipher_version"].partition(" ")[0],
        "OpenSSL": (said["cipher_provider_version"].split() or ["", ""])[1],
        "OpenSSL in cryptography": versions_in_use.openssl_of_wraps(),
    }


def _of(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def bill(now: datetime.datetime, listed: Sequence[LicensedPart]) -> dict[str, Any]:
    """Return the bill of materials of these parts."""
    refs = {part.name: _ref(part) for part in listed}
    components = [_component(part, refs[part.name]) for part in listed]
    program = _program()
    told = json.dumps([program, components], sort_keys=True)
    return {
        "$schema": f"http://cyclonedx.org/schema/bom-{SPEC}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": SPEC,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, told)}",
        "version": 1,
        "metadata": {
            "timestamp": now.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "tools": {"components": [{"type": "application", "name": PROGRAM, "version": about.version()}]},
            "component": program,
        },
        "components": components,
        "dependencies": _dependencies(refs),
    }


def _ref(part: LicensedPart) -> str:
    return f"{part.name}@{part.version}"


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _component(part: LicensedPart, ref: str) -> Component:
    made: Component = {"type": "library", "bom-ref": ref, "name": part.name}
    if part.version:
        made["version"] = part.version
    made["licenses"] = [_licence(part)]
    if part.name in _FILES:
        return {**made, "type": "data", "components": [_file(path, place) for path, place in _files(part.name)]}
    if part.name == PYTHON:
        return {**made, "type": "platform"}
    if part.name in _BROUGHT_BY:
        brought = {"name": "coprod-desktop:comes-inside", "value": _BROUGHT_BY[part.name]}
        bare = part.name.partition(" ")[0].lower()
        return {**made, "purl": f"pkg:generic/{bare}@{part.version}", "properties": [brought]}
    if not _of(part.name):
        return made  # what starts a packed program, and what its libraries bring along, are no packages in it
    digest = record_hash(part.name)
    made["purl"] = f"pkg:pypi/{_plain(part.name)}@{part.version}"
    return {**made, **_hashed(digest, RECORD)} if digest else made


def _licence(part: LicensedPart) -> Mapping[str, Any]:
    try:
        said = metadata.metadata(part.name).get_all("License-Expression") or []
    except metadata.PackageNotFoundError:
        said = []
    if part.licence in said:
        return {"expression": part.licence}
    known = _IDS.get(part.licence)
    return {"license": {"id": known}} if known else {"license": {"name": part.licence}}


def record_hash(name: str) -> str | None:
    """Return the SHA-256 of a package's RECORD as it is installed; None where there is none.

    Raises PackageNotFoundError for what is not installed as a package.
    """
    listed = metadata.distribution(name).files or []
    record = next((Path(str(file.locate())) for file in listed if file.name == "RECORD"), None)
    return _sha256(record) if record is not None and record.is_file() else None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _hashed(digest: str, of: str) -> Component:
    return {"hashes": [{"alg": "SHA-256", "content": digest}], "properties": [{"name": HASH_OF, "value": of}]}


def _file(path: Path, place: str) -> Component:
    return {"type": "file", "bom-ref": f"file:{place}", "name": place, **_hashed(_sha256(path), "the file itself")}


def _files(name: str) -> Iterator[tuple[Path, str]]:
    folder, pattern = _FILES[name]
    first, _, rest = folder.partition("/")
    where = paths.resource(rest) if first == "resources" else paths.own(folder)
    for path in sorted(where.glob(pattern)):
        yield path, f"{folder}/{path.name}"


def _program() -> Component:
    made: Component = {
        "type": "application", "bom-ref": PROGRAM, "name": PROGRAM, "version": about.version(),
        "licenses": [{"license": {"id": "MIT"}}],
    }  # fmt: skip
    digest = tested.code()
    if digest is not None:
        return {**made, **_hashed(digest, "all files that ship, one line each: SHA-256, two spaces, place; by place")}
    return {**made, "components": list(_libraries())}


def _libraries() -> Iterator[Component]:
    """Yield every library and program file of a packed program."""
    root = Path(sys.executable).resolve().parent
    for path in sorted(root.rglob("*")):
        if path.is_file() and (_LIBRARY.search(path.name) or path == Path(sys.executable).resolve()):
            yield _file(path, path.relative_to(root).as_posix())


def _dependencies(refs: Mapping[str, str]) -> list[dict[str, Any]]:
    by_plain = {_plain(name): ref for name, ref in refs.items()}
    own = {name for name in refs if name not in _BROUGHT_BY and not _of(name)}
    rows = [{"ref": PROGRAM, "dependsOn": [*_refs(PROGRAM, by_plain), *(refs[name] for name in sorted(own))]}]
    for name, ref in refs.items():
        brought = [refs[one] for one, by in _BROUGHT_BY.items() if by == _plain(name) and one in refs]
        on = [] if name in own or name in _BROUGHT_BY else [*_refs(name, by_plain), *brought]
        rows.append({"ref": ref, "dependsOn": on} if on else {"ref": ref})
    return rows


def _refs(name: str, by_plain: Mapping[str, str]) -> list[str]:
    return [by_plain[one] for one in about.asks_for(name) if one in by_plain]
