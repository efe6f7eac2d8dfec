"""Key files, the page of a backup and the list of what is gone, as nobody wrote them: a sentence, or it works; never more."""

from __future__ import annotations

import json
import random
import shutil
import traceback
import tracemalloc
from dataclasses import dataclass, field
from pathlib import Path

from coprod_desktop.errors import UserError
from coprod_desktop.services import damage, workspace
from coprod_desktop.store import backups
from tests.torture.doings import new_workspace

MOST = 64 * 2**20
"""Bytes of memory that looking at one may take."""
_ODD = (None, True, -1, 2**70, 1e308, "", "x" * 70_000, "\x00", "ff" * 32, [], {}, [[]] * 500, {"kind": "none"})


@dataclass
class Fuzzed:
    """How many files were tried, how many of them opened all the same, the most memory one took, and what was wrong."""

    tried: int = 0
    opened: int = 0
    most: int = 0
    wrong: list[str] = field(default_factory=list)


def fuzz(folder: Path, rounds: int, seed: int) -> Fuzzed:
    """Damage the files beside a database, one or both of a pair at a time, and open and verify it."""
    whole, fuzzed = folder / "whole", Fuzzed()
    new_workspace(whole)
    desk = workspace.unlock(whole, None)
    desk.store.backups.make("asked", desk.now())
    workspace.close(desk)
    files = sorted(p for p in whole.rglob("*") if p.suffix == ".json")
    tracemalloc.start()
    for n in range(rounds):
        chance, desk_of = random.Random(f"{seed}:{n}"), folder / "fuzzed"
        shutil.rmtree(desk_of, ignore_errors=True)
        shutil.copytree(whole, desk_of)
        hit = chance.sample(files, chance.randint(1, len(files)))
        for path in hit:
            (desk_of / path.relative_to(whole)).write_bytes(_damaged(chance, path.read_bytes()))
        if chance.random() < 0.2:
            (desk_of / "gone.bin").write_bytes(chance.randbytes(chance.randint(0, 400)))
        before = (desk_of / "workspace.db").read_bytes()
        tracemalloc.reset_peak()
        fuzzed.tried += 1
        try:
            backups.every(desk_of / backups.FOLDER)
            damage.verify(desk_of, None)
            if (desk_of / "workspace.db").read_bytes() != before:
                fuzzed.wrong.append(f"{n}: looking changed the database")
            workspace.close(workspace.unlock(desk_of, None))
            fuzzed.opened += 1
        except UserError as refused:
            fuzzed.wrong += [f"{n}: {refused.what}"] * (not refused.what)
        except Exception:
            fuzzed.wrong.append(f"{n} {[p.name for p in hit]}: {traceback.format_exc()}")
        fuzzed.most = max(fuzzed.most, tracemalloc.get_traced_memory()[1] - len(before))
        fuzzed.wrong += [f"{n}: {fuzzed.most} bytes of memory"] * (fuzzed.most > MOST)
    tracemalloc.stop()
    return fuzzed


def _damaged(chance: random.Random, data: bytes) -> bytes:
    way = chance.randrange(6)
    if way == 0:
        return data[: chance.randrange(len(data))]
    if way == 1:
        at = chance.randrange(len(data))
        return data[:at] + chance.randbytes(chance.randint(1, 40)) + data[at + 5 :]
    if way == 2:
        return chance.choice((b"", b"[]", b"null", b"[" * 100_000, b"{" * 9, b'"' + b"a" * 2_000_000, bytes(5000)))
    said = json.loads(data)
    for _ in range(chance.randint(1, 3)):
        _change(chance, said)
    return json.dumps(said).encode()


def _change(chance: random.Random, said: object) -> None:
    """Change one value somewhere in it."""
    while isinstance(said, (dict, list)) and said:
        key = chance.choice(list(said) if isinstance(said, dict) else range(len(said)))
        inner = said[key]  # type: ignore[index]
        if not isinstance(inner, (dict, list)) or not inner or chance.random() < 0.4:
            if isinstance(said, dict) and chance.random() < 0.2:
                del said[key]
            else:
                said[key] = chance.choice(_ODD)  # type: ignore[index,call-overload]
            return
        said = inner
