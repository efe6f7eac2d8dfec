"""What the program remembers outside any workspace: which folder was last used, and the look. Nothing personal."""

from __future__ import annotations

import contextlib
import json
from dataclasses import field
from pathlib import Path
from typing import Any, NamedTuple

import platformdirs

from coprod_desktop.domain.value import Value, value
from coprod_desktop.errors import UserError
from coprod_desktop.ui.style.theme import TEXT_SCALES, Appearance, Scheme

_APP = "coprod-desktop"
LOCK_AFTER = (5, 10, 30, 0)
VERSION = 1
"""Of what is written. A file with a higher one is a newer program's, and is left as it is."""
NEWER = UserError(
    "A newer version of this program left its settings on this computer.",
    "They were left as they are, and your work is safe. What you change in Settings here holds until you close the "
    "program. Install the newer version to have it kept.",
)
_FAR = 100_000
"""No screen is so far away or so large."""


class Place(NamedTuple):
    """Where the window stood when it was not maximised, in logical pixels, and whether it was."""

    left: int
    top: int
    width: int
    height: int
    maximised: bool = False


@value
class Settings(Value):
    """The last folder that was opened (None at the first start), how the window looks, how lines are captured.

    `papers` is where papers were last put; None before anyone chose.
    """

    workspace: Path | None = None
    look: Appearance = field(default_factory=Appearance)
    shorthand: bool = False
    """Whether the first letter of a captured line says what it is (domain.shorthand.FIRST_LETTERS)."""
    papers: Path | None = None
    plain_words: bool = True
    """Whether plainer words are offered below what is being written (ui/widgets/plain_hints.py)."""
    spelling: bool = True
    """Whether words that may be misspelt have a quiet line below them on Listen (ui/listen/spelling.py)."""
    window: Place | None = None
    lock_after: int = LOCK_AFTER[1]
    """Minutes without a key or a touch of the mouse until it locks; 0 for never."""
    room_scheme: Scheme = Scheme.LIGHT
    """The colours of the room screen, whatever those of the window: light can be read in daylight."""


class SettingsFile:
    """Reads and writes settings.json in the platform's configuration folder. A broken file counts as none."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or Path(platformdirs.user_config_dir(_APP, appauthor=False)) / "settings.json"
        self._for_now: Settings | None = None
        self.is_newer = _version(self._found()) > VERSION
        """Whether a newer program wrote it: nothing is written then."""

    def read(self) -> Settings:
        """Return what was remembered, with defaults for whatever is missing or makes no sense."""
        if self._for_now is not None:
            return self._for_now
        found = self._found()
        scheme, scale, room = found.get("scheme"), found.get("text_scale"), found.get("room_scheme")
        look = Appearance(
            scheme=Scheme(scheme) if scheme in list(Scheme) else Scheme.SYSTEM,
            text_scale=scale if scale in TEXT_SCALES else 100,
            still=found.get("still") is True,
        )
        return Settings(
            _folder(found.get("workspace")),
            look,
            shorthand=found.get("shorthand") is True,
            papers=_folder(found.get("papers")),
            plain_words=found.get("plain_words") is not False,
            spelling=found.get("spelling") is not False,
            window=_place(found.get("window")),
            lock_after=after if (after := found.get("lock_after")) in LOCK_AFTER else Settings.lock_after,
            room_scheme=Scheme(room) if room in list(Scheme) else Scheme.LIGHT,
        )

    def _found(self) -> dict[str, Any]:
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def write(self, settings: Settings) -> None:
        """Remember settings. A folder that cannot be written is no reason to stop anyone's work.

        Those of a newer program are left as they are; ours hold until this one ends.
        """
        if self.is_newer:
            self._for_now = settings
            return
        look = settings.look
        text = json.dumps(
            {
                "version": VERSION,
                "workspace": str(settings.workspace) if settings.workspace else None,
                "scheme": str(look.scheme),
                "text_scale": look.text_scale,
                "still": look.still,
                "shorthand": settings.shorthand,
                "papers": str(settings.papers) if settings.papers else None,
                "plain_words": settings.plain_words,
                "spelling": settings.spelling,
                "window": settings.window and settings.window._asdict(),
                "lock_after": settings.lock_after,
                "room_scheme": str(settings.room_scheme),
            },
            indent=2,
        )
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            part = self.path.with_suffix(".part")
            part.write_text(text, encoding="utf-8")
            part.replace(self.path)


def _version(found: dict[str, Any]) -> int:
    version = found.get("version")
    return version if type(version) is int else VERSION


def _place(found: object) -> Place | None:
    if not isinstance(found, dict):
        return None
    numbers = [n for name in ("left", "top", "width", "height") if type(n := found.get(name)) is int and abs(n) < _FAR]
    if len(numbers) < 4 or min(numbers[2:]) <= 0:
        return None
    left, top, width, height = numbers
    return Place(left, top, width, height, maximised=found.get("maximised") is True)


def _folder(found: object) -> Path | None:
    return Path(found) if isinstance(found, str) and found else None


def default_workspace() -> Path:
    """Return the folder that a new workspace is offered in."""
    return Path(platformdirs.user_data_dir(_APP, appauthor=False)) / "workspace"


def sample_workspace() -> Path:
    """Return the folder of the throw-away workspace with the sample session."""
    return Path(platformdirs.user_data_dir(_APP, appauthor=False)) / "sample-to-look-around"
