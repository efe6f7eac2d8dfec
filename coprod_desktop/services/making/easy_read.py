"""Easy Read of a session: the pictures people chose, pictures of their own, and who checked it."""

from __future__ import annotations

import base64
import datetime
import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.words import plain
from coprod_desktop.domain.easy_record import EasyCheck, EasyChoice, EasyMark, EasySentence, OwnPicture
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import Session
from coprod_desktop.errors import UserError
from coprod_desktop.publish.document import Picture
from coprod_desktop.publish.easy.chosen import EasyRead
from coprod_desktop.publish.easy.pictures import picture as symbol_picture
from coprod_desktop.publish.easy.words import Symbol, word_list
from coprod_desktop.publish.stories.words import listed
from coprod_desktop.services import still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import easy_sentences
from coprod_desktop.services.making.private_words import Eyes
from coprod_desktop.store import permits, reading
from coprod_desktop.store.formats import every
from coprod_desktop.store.reading import everyone

NONE = "none"
"""Chosen: no picture beside this sentence."""
OWN = "own:"
"""Before the id of a picture of one's own."""
_SYMBOL = "openmoji:"
LONGEST_ALT = 200
_SHORTEST_PLACE = 6
"""Letters of the name of a place that is looked for in the words of a picture: "Hall" is any hall."""


class EasyStanding(NamedTuple):
    """Whether a group's check still counts: `by` and `on` of the newest one, and whether the paper changed since."""

    check: EasyCheck | None = None
    still: bool = False


def symbol_choice(code: str) -> str:
    """Return what `choose` takes for a pictogram."""
    return f"{_SYMBOL}{code}"


def own_choice(picture_id: str) -> str:
    """Return what `choose` takes for a picture of one's own."""
    return f"{OWN}{picture_id}"


def easy_read(desk: Desk, session: str, kind: str, fingerprint: str) -> EasyRead:
    """Return what was chosen and checked for this paper as it is now. Changed words or pictures make it a draft again.

    It is a draft too while the group is called by what became private: somebody changed their mind about their name.
    """
    if not session:
        return EasyRead()  # of a person who is on no list
    chosen, written = pictures_of(desk, choices(desk, session)), easy_sentences.wordings(desk, session)
    place = place_picture(desk, session)
    stands = standing(desk, session, kind, fingerprint)
    if stands.check is None or not stands.still or _why_not(desk, stands.check.by):
        return EasyRead(chosen=chosen, written=written, place=place)
    return EasyRead(
        chosen=chosen,
        written=written,
        place=place,
        checked_by=stands.check.by,
        checked_on=stands.check.on,
        readers=listed(_readers(desk, session, kind)),
    )


def _readers(desk: Desk, session: str, kind: str) -> Sequence[str]:
    """Return the readers who wish to be named, each once; not who changed their mind since."""
    with desk.store.read() as connection:
        marks = every(connection, EasyMark, session)
        eyes = Eyes(everyone(connection), permits.of_everyone(connection), desk.today())
    named = dict.fromkeys(one.reader for one in marks if one.kind == kind and one.reader)
    return [name for name in named if not eyes.why_not(name)]


def choices(desk: Desk, session: str) -> Mapping[str, str]:
    """Return what was chosen in a session: sentence key -> picture, as `choose` takes it."""
    with desk.store.read() as connection:
        return _by_key(every(connection, EasyChoice, session))


def _by_key(chosen: Sequence[EasyChoice]) -> Mapping[str, str]:
    return {choice.sentence_key: choice.picture for choice in chosen}


def pictures_of(desk: Desk, chosen: Mapping[str, str]) -> Mapping[str, Picture | None]:
    """Return the pictures themselves; what was chosen and is not there any more is left to the suggestion.

    So is a picture whose words name somebody who changed their mind.
    """
    own = _that_may_be_shown(desk) if any(c.startswith(OWN) for c in chosen.values()) else {}
    found: dict[str, Picture | None] = {}
    for key, choice in chosen.items():
        if choice == NONE:
            found[key] = None
        elif choice in own:
            found[key] = shown(own[choice])
        elif choice.startswith(_SYMBOL) and (symbol := symbol_picture(choice.removeprefix(_SYMBOL))) is not None:
            found[key] = symbol
    return found


def place_picture(desk: Desk, session: str) -> Picture | None:
    """Return the newest picture of one's own whose words name the place of a session: it stands for the symbol of a place."""
    with desk.store.read() as connection:
        found = _of_place(every(connection, OwnPicture), reading.one(connection, Session, session).place)
    return shown(found) if found is not None and not _why_not(desk, found.alt) else None


def _of_place(own: Sequence[OwnPicture], place: str | None) -> OwnPicture | None:
    name = plain((place or "").partition(",")[0])
    if len(name) < _SHORTEST_PLACE:
        return None
    return next((one for one in reversed(own) if f" {name} " in f" {plain(one.alt)} "), None)


def _that_may_be_shown(desk: Desk) -> Mapping[str, OwnPicture]:
    with desk.store.read() as connection:
        eyes = Eyes(everyone(connection), permits.of_everyone(connection), desk.today())
        return {own_choice(p.id): p for p in every(connection, OwnPicture) if not eyes.why_not(p.alt)}


def _why_not(desk: Desk, text: str) -> str:
    with desk.store.read() as connection:
        return Eyes(everyone(connection), permits.of_everyone(connection), desk.today()).why_not(text)


def shown(picture: OwnPicture) -> Picture:
    """Return a picture of one's own as papers hold it."""
    return Picture(base64.b64decode(picture.data), picture.alt, picture.width, picture.height)


def choose(desk: Desk, session: str, sentence_key: str, picture: str | None) -> Changes:
    """Choose the picture for a sentence: symbol_choice, own_choice or NONE; None goes back to the suggested one."""
    if picture is not None and not _is_choice(desk, picture):
        raise UserError("That picture is not there any more.", "Choose another one. Nothing was changed.")
    with desk.store.write("Changed a picture of the Easy Read") as tx:
        still_there.session(tx, session)
        before = [c for c in every(tx.connection, EasyChoice, session) if c.sentence_key == sentence_key]
        if picture is None:
            for old in before:
                tx.remove("easy_choice", old.id)
        elif before:
            tx.change("easy_choice", before[-1].id, picture=picture)
        else:
            tx.add(EasyChoice(id=new_id(), sentence_key=sentence_key, picture=picture), session=session)
    return tx.changes


def _is_choice(desk: Desk, picture: str) -> bool:
    if picture.startswith(_SYMBOL):
        return picture.removeprefix(_SYMBOL) in word_list().symbols
    return picture == NONE or picture in {own_choice(own.id) for own in own_pictures(desk)}


def search(words: str) -> Sequence[Symbol]:
    """Return the pictograms for words that are being typed; all of them for none."""
    return word_list().search(words)


def own_pictures(desk: Desk) -> Sequence[OwnPicture]:
    """Return the workspace's own pictures and photos, oldest first."""
    with desk.store.read() as connection:
        return every(connection, OwnPicture)


def add_picture(desk: Desk, data: bytes, alt: str) -> tuple[str, Changes]:
    """Keep a picture of one's own; returns its id. Nothing in it says any more where or when it was taken.

    UserError when its words hold a number, an address, or a name that may not be public.
    """
    from coprod_desktop.publish.pictures import cleaned

    alt = " ".join(alt.split())
    if not alt:
        raise UserError("Say in a few words what the picture shows.", "It is read out to people who cannot see it.")
    if len(alt) > LONGEST_ALT:
        raise UserError("These words are too long for a picture.", f"Use at most {LONGEST_ALT} letters.")
    clean = cleaned(data)
    text = base64.b64encode(clean.data).decode("ascii")
    own = OwnPicture(id=new_id(), data=text, alt=alt, width=clean.width, height=clean.height)
    with desk.store.write("Added a picture of your own") as tx:
        Eyes(everyone(tx.connection), permits.of_everyone(tx.connection), desk.today()).refuse(alt)
        tx.add(own, session="")
    return own.id, tx.changes


def remove_picture(desk: Desk, picture_id: str) -> Changes:
    """Take a picture of one's own away, for one when somebody in a photo changed their mind. Suggestions stand in."""
    with desk.store.write("Took away a picture of your own") as tx:
        tx.remove("own_picture", picture_id)
    return tx.changes


def checked(desk: Desk, session: str, kind: str, by: str, on: datetime.date, fingerprint: str) -> Changes:
    """Note that a named group read the paper as it is now, words and pictures, and found it clear.

    The paper says who: UserError when that holds a number, an address, or a name that may not be public.
    """
    by = " ".join(by.split())
    if not by:
        raise UserError("Write which group checked it.", "Easy Read is checked by people with learning disabilities.")
    if on > desk.today():
        raise UserError("This day is still to come.", "Write the day on which the group checked it.")
    with desk.store.write("Noted who checked the Easy Read") as tx:
        still_there.session(tx, session)
        Eyes(everyone(tx.connection), permits.of_everyone(tx.connection), desk.today()).refuse(by)
        chosen, own = every(tx.connection, EasyChoice, session), every(tx.connection, OwnPicture)
        place = reading.one(tx.connection, Session, session).place
        code = _as_it_is(fingerprint, chosen, own, every(tx.connection, EasySentence, session), place)
        tx.add(EasyCheck(id=new_id(), kind=kind, fingerprint=code, by=by, on=on), session=session)
    return tx.changes


def standing(desk: Desk, session: str, kind: str, fingerprint: str) -> EasyStanding:
    """Return the newest check of this paper, and whether words and pictures are still as they were then."""
    with desk.store.read() as connection:
        checks = [check for check in every(connection, EasyCheck, session) if check.kind == kind]
        chosen, own = every(connection, EasyChoice, session), every(connection, OwnPicture)
        place = reading.one(connection, Session, session).place
        now = _as_it_is(fingerprint, chosen, own, every(connection, EasySentence, session), place)
    if not checks:
        return EasyStanding()
    return EasyStanding(checks[-1], checks[-1].fingerprint == now)


def _as_it_is(
    fingerprint: str,
    chosen: Sequence[EasyChoice],
    own: Sequence[OwnPicture],
    sentences: Sequence[EasySentence],
    place: str | None,
) -> str:
    """Return a code for words and chosen pictures together: a check is of both."""
    seen = {own_choice(picture.id): _digest(picture.data + picture.alt) for picture in own}
    pictures = sorted((key, seen.get(choice, choice)) for key, choice in _by_key(chosen).items())
    written = sorted((s.point, s.from_hash, s.place, s.order, s.words) for s in sentences)
    more = [repr(written)] * bool(written)
    if (where := _of_place(own, place)) is not None:
        more.append(seen[own_choice(where.id)])
    return f"{fingerprint} {_digest(repr(pictures) + ''.join(more))[:12]}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
