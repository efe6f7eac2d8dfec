"""Commands about the workspace itself."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coprod_desktop.cli.desk import PASSPHRASE, Commands, ask_new, folder_of, secret_for
from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.services import damage, damage_news, workspace
from coprod_desktop.services.program import selfcheck


def add(commands: Commands) -> None:
    """Add these commands to the parser's."""
    new = commands.add_parser("new", help="make an empty workspace")
    new.add_argument("--no-passphrase", action="store_true", help="anyone with this laptop can read it")
    new.set_defaults(run=_new)

    own = commands.add_parser("selfcheck", help="is everything here that the program rests on?")
    own.set_defaults(run=_selfcheck, alone=True)

    verify = commands.add_parser("verify", help="is every part of the workspace as it was written?")
    verify.add_argument("--json", action="store_true")
    verify.add_argument("--put-right", action="store_true", help="keep what is damaged, and save all that can be read")
    verify.set_defaults(run=_verify)


def _new(asked: argparse.Namespace) -> None:
    folder, passphrase = folder_of(asked), None
    if workspace.state(folder) != "none":
        raise UserError(f"There is a workspace in {folder} already.", "It was left as it is.")
    if not asked.no_passphrase:
        passphrase = ask_new(PASSPHRASE, "Passphrase: ")
    if worry := workspace.worry(folder):
        print(worry, file=sys.stderr)
    workspace.create(folder, passphrase)
    print(f"Made a workspace in {folder}")
    if passphrase is not None:
        print("If the passphrase is forgotten, only a recovery code opens it: passphrase --recovery-code makes one.")


def _verify(asked: argparse.Namespace) -> None:
    folder = folder_of(asked)
    passphrase = secret_for(folder)
    if asked.put_right:
        print(*damage_news.words_of(damage.put_it_right(folder, passphrase)), sep="\n")
        return
    found = damage.verify(folder, passphrase)
    if asked.json:
        print(damage.as_json(found))
    for wrong in () if asked.json else found.found:
        print(f"LOOK  {wrong.where}: {wrong.what} {wrong.do}")
    if not found.ok:
        raise UserError("Something in this workspace is not as it was written.", "Nothing was changed.")
    if not asked.json:
        print(
            f"All is as it was written: {counted(found.sessions or 0, 'session')}, {counted(found.lines or 0, 'line')}, "
            f"{counted(found.promises or 0, 'promise')}; {counted(found.pages, 'page')} looked at."
        )


def _of_workspace(folder: Path) -> list[selfcheck.Checked]:
    try:
        if workspace.state(folder) == "none":
            return []
        found = damage.verify(folder, secret_for(folder))
    except UserError as wrong:
        return [selfcheck.Checked("workspace", wrong.what, wrong.do)]
    if found.ok:
        return [selfcheck.Checked("workspace", f"every part is as it was written ({counted(found.pages, 'page')})")]
    return [selfcheck.Checked(wrong.where, wrong.what, wrong.do) for wrong in found.found]


def _selfcheck(asked: argparse.Namespace) -> None:
    folder = folder_of(asked) if asked.workspace else Path.cwd()
    rows = selfcheck.selfcheck(folder)
    rows = [*rows, *(_of_workspace(folder) if asked.workspace else [])]
    for row in rows:
        print(f"{'ok' if not row.do else 'LOOK':5} {row.name}: {row.found}{' ' + row.do if row.do else ''}")
    if any(row.do for row in rows):
        raise UserError("Not everything is as it should be.", "See the lines marked LOOK.")
