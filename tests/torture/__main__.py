"""The long form: `make torture`, or `python -m tests.torture [ROUNDS]`. Kills in a row on one growing workspace.

`python -m tests.torture files [ROUNDS]` brings damaged files in, ten thousand if no other number is given.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

from coprod_desktop.services import prepare, sessions, workspace
from tests.torture.copies import kill, wrong_after_backups, wrong_after_restores
from tests.torture.files import what_goes_wrong
from tests.torture.kill import listen_and_kill, type_and_kill, what_is_lost, what_is_wrong


def kill_many_times(rounds: int, seed: int) -> list[str]:
    """Kill one listener after another. Returns what was wrong, each with its round."""
    chance = random.Random(seed)
    wrong: list[str] = []
    saved = 0
    with tempfile.TemporaryDirectory(prefix="coprod-torture-") as folder:
        workspace.create(Path(folder), None)
        desk = workspace.unlock(Path(folder), None)
        session, _ = sessions.start_now(desk)
        workspace.close(desk)
        for n in range(1, rounds + 1):
            told = listen_and_kill(Path(folder), session, chance.randint(1, 120))
            saved += len(told.saved)
            wrong += [f"round {n}: {what}" for what in what_is_wrong(Path(folder), session, told)]
            if n % 10 == 0:
                print(f"{n} kills, {saved} lines shown as saved, {len(wrong)} things wrong", flush=True)
    return wrong


def kill_while_typing(rounds: int, seed: int) -> list[str]:
    """Kill one window after another in which someone types on Get ready. Returns what was wrong."""
    chance = random.Random(seed)
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(prefix="coprod-torture-") as folder:
        workspace.create(Path(folder), None)
        desk = workspace.unlock(Path(folder), None)
        session, _ = sessions.start_now(desk)
        prepare.add_agenda_item(desk, session, "Welcome", 10)
        workspace.close(desk)
        letters = 0
        for n in range(1, rounds + 1):
            must = type_and_kill(Path(folder), session, n, chance.randint(70, 240))
            letters += must
            wrong += [f"typing, round {n}: {what}" for what in what_is_lost(Path(folder), session, n, must)]
            if n % 10 == 0:
                print(f"{n} kills while typing, {letters} letters looked for, {len(wrong)} things wrong", flush=True)
    return wrong


def kill_while_copying(rounds: int, seed: int) -> list[str]:
    """Kill one process after another that makes backups, or gets a workspace back. Returns what was wrong."""
    chance = random.Random(seed)
    wrong: list[str] = []
    saved = copies = 0
    with tempfile.TemporaryDirectory(prefix="coprod-torture-") as folder:
        place, to = Path(folder) / "workspace", Path(folder) / "back"
        workspace.create(place, None)
        desk = workspace.unlock(place, None)
        session, _ = sessions.start_now(desk)
        workspace.close(desk)
        for n in range(1, rounds + 1):
            said = kill("backup", str(place), session, after=chance.randint(1, 120), chance=chance)
            saved += sum(words[0] == "saved" for words in said)
            wrong += [f"backup, round {n}: {what}" for what in wrong_after_backups(place, session, said)]
            to.mkdir()
            said = kill("restore", str(place / "backups"), str(to), after=chance.randint(1, 3), chance=chance)
            copies += len(said)
            wrong += [f"restore, round {n}: {what}" for what in wrong_after_restores(place / "backups", to, said)]
            shutil.rmtree(to)
            if n % 10 == 0:
                told = f"{2 * n} kills in backups and restores, {saved} lines shown as saved, {copies} got back"
                print(f"{told}, {len(wrong)} things wrong", flush=True)
    return wrong


def bring_damaged_files(rounds: int, seed: int) -> list[str]:
    """Bring damaged files in, one after another. Returns what was wrong."""
    with tempfile.TemporaryDirectory(prefix="coprod-torture-") as folder:
        return what_goes_wrong(Path(folder), rounds, seed, lambda words: print(words, flush=True), papers_each=50)


def main(*asked: str) -> int:
    """Run all of it, or what was asked for. Exit code 0 when nothing was wrong."""
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    if asked[:1] == ("files",):
        found = bring_damaged_files(int(asked[1]) if len(asked) > 1 else 10_000, seed)
        print("\n".join(found))
        return 1 if found else 0
    rounds = int(asked[0]) if asked else 100
    wrong = bring_damaged_files(rounds * 20, seed)
    wrong += kill_many_times(rounds, seed) + kill_while_typing(max(1, rounds // 5), seed)
    wrong += kill_while_copying(max(1, rounds // 5), seed)
    print("\n".join(wrong))
    disks_and_damage = pytest.main(["-q", str(Path(__file__).parent)])
    return 1 if wrong or disks_and_damage else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
