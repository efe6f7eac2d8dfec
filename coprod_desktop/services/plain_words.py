"""The list of hard words in force: the one that ships, and what this workspace added to it or took away."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coprod_desktop import paths
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.easy_record import PlainWord
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.plain.hints import MOST_WORDS
from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import formats

if TYPE_CHECKING:
    from coprod_desktop.store.transaction import Transaction


@dataclass(frozen=True, slots=True)
class WordPair:
    """One row of the list: a hard word, a plainer one, and whether this workspace wrote it."""

    hard: str
    plain: str
    own: bool = False


def words(desk: Desk) -> Mapping[str, str]:
    """Return hard word -> plainer one, as domain.plain_words.hints takes them."""
    return {pair.hard: pair.plain for pair in pairs(desk)}


def pairs(desk: Desk) -> tuple[WordPair, ...]:
    """Return the list in force by the alphabet, with whose each row is."""
    found = {hard: WordPair(hard, plain) for hard, plain in shipped().items()}
    with desk.store.read() as connection:
        for row in formats.every(connection, PlainWord):
            found[row.hard] = WordPair(row.hard, row.plain, own=True)
    return tuple(sorted((p for p in found.values() if p.plain), key=lambda p: p.hard.casefold()))


def put(desk: Desk, hard: str, plain: str, *, instead_of: str = "") -> Changes:
    """Add a hard word or change its plainer one; `instead_of` is the word it takes the place of. One step."""
    hard, plain, old = key(hard), " ".join(plain.split()), key(instead_of)
    if not hard or not plain:
        what = "There is no hard word yet." if not hard else "There is no plainer word yet."
        raise UserError(what, "Type both, then save. Nothing was changed.")
    if len(hard.split()) > MOST_WORDS:
        raise UserError(
            f"A hard word can be up to {MOST_WORDS} words long.", "Choose the part that is hard. Nothing was changed."
        )
    if hard.casefold() == plain.casefold():
        raise UserError("The two words are the same.", "Type a plainer one. Nothing was changed.")
    with desk.store.write("Changed the list of hard words") as tx:
        if old and old != hard:
            _leave_out(tx, old)
        own = _own(tx, hard)
        if own is None:
            tx.add(PlainWord(id=new_id(), hard=hard, plain=plain), session="")
        else:
            tx.change("plain_word", own.id, plain=plain)
    return tx.changes


def take_away(desk: Desk, hard: str) -> Changes:
    """Take a word off the list, whoever put it there; it is hinted no more."""
    with desk.store.write("Took a word off the list of hard words") as tx:
        _leave_out(tx, key(hard))
    return tx.changes


def key(hard: str) -> str:
    """Return a word as the list has it: initials in capitals, everything else in small letters."""
    tidy = " ".join(hard.replace("’", "'").split())
    return tidy if tidy.isupper() and 2 <= len(tidy) <= 6 and tidy.isalpha() else tidy.lower()


def shipped() -> Mapping[str, str]:
    """Return the list that ships: hard words, words to be explained, and initials."""
    found = json.loads(paths.resource("content", "plain_words.json").read_text("utf-8"))
    return {hard: plain for part in ("words", "explained", "initials") for hard, plain in found[part].items()}


def _own(tx: Transaction, hard: str) -> PlainWord | None:
    return next((row for row in formats.every(tx.connection, PlainWord) if row.hard == hard), None)


def _leave_out(tx: Transaction, hard: str) -> None:
    """A word that ships needs a row that says no to it; one of our own goes."""
    own = _own(tx, hard)
    if hard not in shipped():
        if own is not None:
            tx.remove("plain_word", own.id)
    elif own is None:
        tx.add(PlainWord(id=new_id(), hard=hard), session="")
    else:
        tx.change("plain_word", own.id, plain="")
