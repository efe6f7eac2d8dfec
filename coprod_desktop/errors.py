"""The one kind of error a person reads. Anything else is a bug."""

from __future__ import annotations


class UserError(Exception):
    """A sentence for a tired person: what happened and what is safe, then what to do next."""

    def __init__(self, what: str, do: str = "") -> None:
        super().__init__(f"{what} {do}".strip())
        self.what = what
        self.do = do


class NotWhole(UserError):
    """A part of a workspace is missing or is another's. What is here is as it was; what is missing may be found."""


class WrongSecret(UserError):
    """What was typed is not the passphrase or code it was asked for. It can be typed again, though not without end."""


class NotOnDisk(UserError):
    """The disk would not take a change: it is full, read-only, broken or busy. The same change may work later."""

    room_made = False
    """Whether room that was kept for this is free now: the same change may be tried again at once."""


class DiskFull(NotOnDisk):
    """There is no room for a change."""


class ReadOnly(NotOnDisk):
    """The workspace is open to be read: its folder takes nothing."""

    def __init__(self, folder: object) -> None:
        super().__init__(
            f"The folder {folder} cannot be written to, so this workspace can only be read.",
            "Nothing is saved here. To go on working, copy the folder to this computer and open the copy.",
        )


class Upgraded(UserError):
    """News, and good ones: a workspace of an older version was brought up to date. `copy` is how it was before."""

    def __init__(self, copy: object) -> None:
        self.copy = str(copy)
        super().__init__(
            "This workspace came from an older version of the program, and was brought up to date.",
            f"A copy of how it was is kept in {copy}. Everything is there; go on working.",
        )


class FolderGone(NotOnDisk):
    """What was written did not go where the workspace is: its folder was moved, deleted, unplugged or replaced."""


class DamagedWorkspace(UserError):
    """The files of a workspace are not as they were written. They can be put right: what can be read is saved."""


class AskFirst(UserError):
    """Something has to be chosen once before this can be saved. What was typed stays, and is saved after the choice."""
