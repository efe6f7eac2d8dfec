"""What the program knows of itself: its numbers, every place it writes to, and its cipher, each from where it is kept."""

from __future__ import annotations

from pathlib import Path

import platformdirs

from coprod_desktop import paths
from coprod_desktop.domain import keeping
from coprod_desktop.domain.keep_rules import KINDS
from coprod_desktop.services import bin, keys, tries
from coprod_desktop.services.assurance import materials
from coprod_desktop.services.program.about import PROGRAM
from coprod_desktop.store import ballast, gone_file, here, key, versions_in_use
from coprod_desktop.store.key import wraps

_YES, _NO = "Yes", "No"


def words() -> dict[str, str]:
    """Return what stands in the place of "{recent}" and the like."""
    return {
        "recent": str(keeping.RECENT),
        "days": str(keeping.DAYS),
        "weeks": str(keeping.WEEKS),
        "gone_weeks": str(keeping.GONE_WEEKS),
        "bin_days": str(bin.DAYS),
        "shortest": str(keys.SHORTEST_PASSPHRASE),
        "free_tries": str(tries.FREE),
        "longest_wait": f"{tries.LONGEST:g}",
        "scrypt_mb": str(_scrypt_mb()),
        "kinds": str(len(KINDS)),
        "cyclonedx": materials.SPEC,
    }


def _scrypt_mb() -> int:
    return 128 * wraps.SCRYPT["n"] * wraps.SCRYPT["r"] // 2**20


def places() -> tuple[tuple[str, str, str], ...]:
    """Return every place that is written to: where, what, and whether it is encrypted. Nobody's name is in a path."""
    config = _from_home(Path(platformdirs.user_config_dir(PROGRAM, appauthor=False)))
    data = _from_home(Path(platformdirs.user_data_dir(PROGRAM, appauthor=False)))
    return (
        (
            f"The workspace: {here.DATABASE} and its log",
            f"All that was written down. Where the workspace is, somebody chooses; {data}/workspace is offered.",
            _YES,
        ),
        (
            f"The workspace: {', '.join(key.FILES)}",
            "The key, locked by the passphrase, the recovery code or the keyring. Without a passphrase: the key itself.",
            "With a passphrase",
        ),
        (f"The workspace: {gone_file.FILE}", "What was struck or sealed, so that older copies obey it.", _YES),
        (f"The workspace: {key.BACKUPS}", "Backups, each a whole workspace of its own.", _YES),
        (f"The workspace: {ballast.FILE}", "Nothing: room that is given up when the disk is full.", "Holds nothing"),
        ("The workspace: folders “damaged-…”", "Damaged files that were put right, as they were.", _YES),
        ("A second place for backups, if one was chosen", "Copies of backups.", _YES),
        (
            _from_home(paths.kept_words()),
            "Words that the folder of the workspace would not take, until they are saved.",
            _YES,
        ),
        (
            f"{config}, settings.json",
            "Which folders were used last, and how the window looks. Nobody’s words.",
            _NO,
        ),
        (f"{data}/sample-to-look-around", "The sample session. Everyone in it is made up.", "Without a passphrase"),
        (
            "The system’s temporary folder",
            "A copy of a workspace on a stick that is write-protected, while it is read.",
            _YES,
        ),
        (
            "The computer’s keyring, if that was switched on",
            "A secret that, with the key file, opens the workspace.",
            "By the system",
        ),
        ("Folders that somebody chooses", "Papers, lists and session files that somebody made.", _NO),
        ("Log files, crash reports", "None are written.", "Holds nothing"),
    )


def _from_home(path: Path) -> str:
    home = Path.home()
    return f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else path.name


def cipher() -> tuple[tuple[str, str], ...]:
    """Return what encrypts, as label and value."""
    said = versions_in_use.cipher()
    return (
        ("Database", f"SQLCipher {said['cipher_version']}: AES-256, pages of {said['cipher_page_size']} bytes"),
        ("Each page proves itself", said["cipher_hmac_algorithm"].replace("_", "-")),
        ("Cryptography of it", f"{said['cipher_provider']}, {said['cipher_provider_version']}"),
        ("Key", "256 random bits, made by the operating system when the workspace is made"),
        (
            "Passphrase",
            f"scrypt, N={wraps.SCRYPT['n']}, r={wraps.SCRYPT['r']}, p={wraps.SCRYPT['p']} ({_scrypt_mb()} MB), then AES-256-GCM",
        ),
        ("Recovery code and keyring", "at least 128 random bits, HKDF-SHA-256, then AES-256-GCM"),
        ("Words kept elsewhere", "AES-256-GCM with a key made from the workspace’s"),
    )
