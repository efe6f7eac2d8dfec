"""Papers people agree on: begun from a kind, written below headings, checked by members, agreed, published, begun anew.

The words of a version that is agreed never change again: who wants others begins a new version.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coprod_desktop.domain import agreed as rules
from coprod_desktop.domain import money
from coprod_desktop.domain.agreed import MOST_TITLE, Parts, is_final
from coprod_desktop.domain.agreed_kinds import COSTS, TIME, AgreedKind
from coprod_desktop.domain.agreed_record import AgreedPaper, PaperState, PaperVersion
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.words import one_line
from coprod_desktop.domain.group_record import WorkGroup
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.people_record import Rate
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import agreed as stored
from coprod_desktop.store import formats, reading
from coprod_desktop.store.agreed import PaperHeld as PaperHeld
from coprod_desktop.store.transaction import Transaction

MOST_NAME = 200
_NOT_CHANGED = "Nothing was changed."


# ---- read


def every(
    desk: Desk, *, group: str | None = None, session: str | None = None, everywhere: bool = False
) -> tuple[PaperHeld, ...]:
    """Return the papers of a group, of a session, of the organisation (neither is given), or all."""
    with desk.store.read() as connection:
        return stored.every(connection, group=group, session=session, everywhere=everywhere)


def one(desk: Desk, paper: str) -> PaperHeld:
    """Return a paper with its versions. UserError when it was taken away."""
    with desk.store.read() as connection:
        return stored.one(connection, paper)


def find(desk: Desk, named: str) -> PaperHeld:
    """Return the paper with this id, title or kind. UserError when there is none, or more than one."""
    wanted = " ".join(named.casefold().split())
    there = every(desk, everywhere=True)
    for same in (
        [held for held in there if held.paper.id == named],
        [held for held in there if " ".join(held.paper.title.casefold().split()) == wanted],
        [held for held in there if held.paper.kind == wanted],
    ):
        if len(same) > 1:
            ids = "; ".join(f"{held.paper.id} ({held.paper.title})" for held in same)
            raise UserError(f"{len(same)} papers are called “{named}”.", f"Say which by id: {ids}.")
        if same:
            return same[0]
    raise UserError(f"There is no agreed paper called “{named}”.", "`agreed` lists those there are.")


# ---- begin


def begin(
    desk: Desk, kind: str, *, group: str | None = None, session: str | None = None, title: str | None = None
) -> tuple[str, Changes]:
    """Begin a paper of this kind with its headings, and the words to start from. Returns its id."""
    of = desk.content.agreed.of(kind)
    if not desk.content.agreed.knows(kind):
        raise UserError(f"There is no kind of paper called “{kind}”.", f"These are: {', '.join(_kinds(desk))}.")
    if of.home:
        raise UserError(f"The {of.words[:1].lower()}{of.words[1:]} is written in Settings, where its law is.", "")
    with desk.store.write("Began a paper") as tx:
        paper = begin_with(tx, desk, of, of.starting(_rates(tx, desk)), group=group, session=session, title=title)
    return paper, tx.changes


def begin_with(
    tx: Transaction,
    desk: Desk,
    kind: AgreedKind,
    parts: Parts,
    *,
    group: str | None = None,
    session: str | None = None,
    title: str | None = None,
) -> str:
    """Begin a paper with these headings and words, as for a report that was drafted from records. Returns its id."""
    name = _group_name(tx, group)
    called = _title(title or (f"{kind.words}: {name}" if name and not kind.is_whole else kind.words))
    paper = AgreedPaper(
        id=new_id(), group_id=group, session_id=session, kind=kind.name, title=called,
        review_every_months=kind.review_months or None,
    )  # fmt: skip
    tx.add(paper, session=session)
    tx.add(PaperVersion(id=new_id(), paper_id=paper.id, n=1, parts=parts, on=desk.today()), session=None)
    return paper.id


def _kinds(desk: Desk) -> Sequence[str]:
    return [kind.name for kind in desk.content.agreed.rows if not kind.home]


def _group_name(tx: Transaction, group: str | None) -> str:
    if group is None:
        return ""
    if not reading.stands(tx.connection, "work_group", group):
        raise UserError("That group was taken away.", _NOT_CHANGED)
    return reading.one(tx.connection, WorkGroup, group).name


def _rates(tx: Transaction, desk: Desk) -> Mapping[str, str]:
    """Return the organisation's rates of today in words, as they are put under the headings that ask for them."""
    today = desk.today()
    there = money.standing(formats.every(tx.connection, Rate), today)
    return {
        what: "\n".join(f"- {_rate(rate)}" for rate in there if rate.fee is (what == TIME)) for what in (TIME, COSTS)
    }


def _rate(rate: Rate) -> str:
    each = {"receipt": "at most, with a receipt"}.get(rate.unit, f"for each {rate.unit}")
    words = f" ({rate.words})" if rate.words else ""
    return f"{rate.kind[:1].upper()}{rate.kind[1:]}{words}: {money.price(rate.pence)} {each}"


# ---- what stands at its head


def change(desk: Desk, paper: str, **fields: Any) -> Changes:
    """Change what stands at the head of a paper (title, subject, owner, approved_by, review_every_months)."""
    if "title" in fields:
        fields["title"] = _title(fields["title"] or "")
    for name in ("subject", "owner", "approved_by"):
        if len(fields.get(name) or "") > MOST_NAME:
            raise UserError(f"That is longer than {MOST_NAME} letters, and is kept in the field.", "Say it shorter.")
    months = fields.get("review_every_months")
    if months is not None and not 1 <= months <= 120:
        raise UserError("A paper is looked at again after 1 to 120 months.", _NOT_CHANGED)
    with desk.store.write("Changed a paper") as tx:
        stored.one(tx.connection, paper)
        tx.change("agreed_paper", paper, **fields)
        drafts.saved(tx, "agreed_paper", paper, fields)
    return tx.changes


def _title(words: str) -> str:
    title = one_line(words)
    if not title:
        raise UserError("A paper needs a name.", _NOT_CHANGED)
    if len(title) > MOST_TITLE:
        raise UserError(f"A name of {len(title):,} letters is too long: {MOST_TITLE} fit. It is kept in the field.", "")
    return title


# ---- what stands below its headings


def write(desk: Desk, version: str, heading: str, text: str) -> Changes:
    """Write the words below a heading. One step."""

    def changed(parts: Parts) -> Parts:
        return rules.with_text(parts, _place(parts, heading), text)

    return _edit(desk, version, "Wrote in a paper", changed, heading, "text")


def rename(desk: Desk, version: str, heading: str, to: str) -> Changes:
    """Call a heading something else; its words stay."""

    def changed(parts: Parts) -> Parts:
        return rules.with_heading(parts, _place(parts, heading), to)

    return _edit(desk, version, "Changed a heading", changed, heading, "heading")


def add_heading(desk: Desk, version: str, heading: str, after: str | None = None) -> Changes:
    """Add a heading after another, or at the end."""

    def changed(parts: Parts) -> Parts:
        return rules.with_added(parts, heading, _place(parts, after) if after is not None else None)

    return _edit(desk, version, "Added a heading", changed, "", "new_heading")


def move(desk: Desk, version: str, heading: str, by: int) -> Changes:
    """Move a heading up (-1) or down (1)."""
    return _edit(desk, version, "Moved a heading", lambda parts: rules.with_moved(parts, _place(parts, heading), by))


def remove_heading(desk: Desk, version: str, heading: str) -> Changes:
    """Take a heading away with the words below it; undo brings both back."""
    return _edit(desk, version, "Took a heading away", lambda parts: rules.without(parts, _place(parts, heading)))


def say_changed(desk: Desk, version: str, words: str) -> Changes:
    """Say what is another than in the version before."""
    if len(words) > rules.MOST_TEXT:
        raise UserError("That is too long, and is kept in the field.", "Say in a sentence or two what changed.")
    with desk.store.write("Said what changed") as tx:
        open_version(tx, version)
        tx.change("paper_version", version, changed=words.strip() or None)
        drafts.saved(tx, "paper_version", version, ("changed",))
    return tx.changes


def _place(parts: Parts, heading: str) -> int:
    place = rules.place_of(parts, heading)
    if place is None:
        raise UserError(
            f"There is no heading “{heading}” any more.",
            "Nothing was changed. What you typed is kept until you clear it.",
        )
    return place


def _edit(
    desk: Desk, version: str, said: str, changed: Callable[[Parts], Parts], of: str = "", field: str = ""
) -> Changes:
    """Change the parts of a version; one that members had checked is a draft again, for they saw other words."""
    with desk.store.write(said) as tx:
        now = open_version(tx, version)
        parts = changed(now.parts)
        if parts != now.parts:
            again = {"state": PaperState.DRAFT, "checked_by": None} if now.state is PaperState.CHECKED else {}
            tx.change("paper_version", version, parts=parts, **again)
        if field:
            drafts.saved(tx, "paper_version", f"{of} {version}".strip(), (field,))
    return tx.changes


def open_version(tx: Transaction, version: str) -> PaperVersion:
    """Return a version that can be written on. UserError when it is agreed, or was taken away."""
    if not reading.stands(tx.connection, "paper_version", version):
        raise UserError("That version was taken away.", _NOT_CHANGED)
    found = reading.one(tx.connection, PaperVersion, version)
    stored.one(tx.connection, found.paper_id)
    if is_final(found.state):
        raise UserError(
            f"Version {found.n} is agreed, so its words stay as they are. What you typed is kept in the field.",
            "Begin a new version to change them.",
        )
    return found


def remove(desk: Desk, paper: str) -> Changes:
    """Take a paper away with all its versions; undo and the Bin bring it back."""
    with desk.store.write("Took a paper away") as tx:
        stored.one(tx.connection, paper)
        tx.remove("agreed_paper", paper)
    return tx.changes
