"""Every page, door and dialog of the window, over a workspace in which each has something to show.

A new page is in it by itself (window/page_table.py). A new dialog needs a line in DIALOGS: `test_walk.py` says which is
missing.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from coprod_desktop import ui
from coprod_desktop.domain.as_it_went import AsItWent, as_it_went
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.hours import ANY_DAY, Hours
from coprod_desktop.domain.keep_rules import Kind
from coprod_desktop.domain.looked_back_record import LookedBack, LookedBy
from coprod_desktop.domain.people_record import ClaimState
from coprod_desktop.domain.permission import Circle, Purpose
from coprod_desktop.domain.record import AgendaItem
from coprod_desktop.domain.room import RoomShows
from coprod_desktop.domain.week_after import Asking, AskingStep
from coprod_desktop.domain.words import AnswerKind, EntryKind, PartState
from coprod_desktop.errors import UserError
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.room_view import RoomLine, RoomView
from coprod_desktop.publish.snapshot import PublicText
from coprod_desktop.services import (
    about_you,
    agreed,
    agreed_versions,
    answers,
    asking,
    capture,
    damage_news,
    evaluation,
    group_members,
    groups,
    leaving,
    local_figures,
    log,
    looking_back,
    money,
    notes,
    people,
    safeguarding,
    seldom,
    sessions,
    votes,
)
from coprod_desktop.services.ask_again import Shown, ToAsk
from coprod_desktop.services.bring_in.merge import Imported
from coprod_desktop.services.kept_words import KeptWords
from coprod_desktop.services.looking_back import Of, Slip
from coprod_desktop.services.making import easy_paper, papers, reports
from coprod_desktop.services.money import NewAmount
from coprod_desktop.services.program import content
from coprod_desktop.services.restore import Source
from coprod_desktop.services.rights import keeping
from coprod_desktop.services.seen import follow_up
from coprod_desktop.services.seen.room_screen import OnceMore
from coprod_desktop.services.seen.strike import before_strike
from coprod_desktop.store.backups import Told
from coprod_desktop.store.key import FOREIGN
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.card_rows import CardRow, Piece
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.window import page_table
from coprod_desktop.ui.window.bring_back import BringBack, Place
from coprod_desktop.ui.window.damaged import Damaged
from coprod_desktop.ui.window.shell import Shell
from coprod_desktop.ui.window.unlock import Unlock
from coprod_desktop.ui.window.welcome import Welcome
from tests.groups import made_group
from tests.screenshots.material import SAMPLES, Material

KIND = paper_kinds.YOU_SAID_WE_WILL
PARTS = ("partAbout", "partAgenda", "partPeople", "partChecklist", "partRules")
"""The parts of Get ready, by their buttons."""
LONG = "A line that is as long as people sometimes are when they are tired and nobody stops them. " * 3


@dataclass
class Walk:
    """The real window with the workspace open, and what is in it."""

    shell: Shell
    material: Material

    @property
    def context(self) -> Context:
        found = self.shell._context
        assert found is not None
        return found

    def settle(self) -> None:
        """Until every call has come back and everything is laid out."""
        for _ in range(3):
            assert self.shell.runner.wait_idle(60_000)
            QApplication.sendPostedEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()

    def open(self, key: str, session: str | None = None) -> QWidget:
        """Bring a page to the front."""
        self.shell.open_page(key, session)
        self.settle()
        return self.shell.in_front()

    def pages(self) -> Iterator[tuple[str, QWidget]]:
        """Show one page after another, those of a session for two sessions, Get ready part by part."""
        of_session = ("get_ready", "listen", "answer", "paper", "follow_up")
        for key in page_table.PAGES:
            if key not in of_session:
                yield key, self._unfolded(self.open(key))
                continue
            for name, session in (("home care", self.material.home_care), ("coming", self.material.coming)):
                page = self.open(key, session)
                for part in PARTS if key == "get_ready" else ("",):
                    if part:
                        _push(page, part).click()
                        self.settle()
                        self._unfolded(page)
                    yield f"{key} {part} {name}".replace("  ", " "), page

    def _unfolded(self, page: QWidget) -> QWidget:
        """Open every part of a page that is folded."""
        for fold in page.findChildren(Fold):
            fold.open()
        self.settle()
        return page

    def doors(self) -> Iterator[tuple[str, QWidget]]:
        """Show what stands before the pages."""
        folder = Path("Documents/Co-production/workspace")
        for name, door in (
            ("welcome", Welcome(folder, lambda _folder: None)),
            ("unlock", Unlock(folder, needs_passphrase=True)),
            ("bring back", _bring_back(folder)),
            ("damaged", Damaged(folder, damage_news.damaged([3]))),
            ("not whole", _not_whole(folder)),
        ):
            self.shell.show_door(door)
            self.settle()
            yield name, door
        self.shell.enter(self.material.desk, folder)
        self.settle()

    def dialogs(self) -> Iterator[tuple[str, QDialog]]:
        """Open one dialog after another above Home, and close each again."""
        page = self.open("home")
        for name, make in DIALOGS.items():
            dialog = make(self, page)
            dialog.open()
            self.settle()
            yield name, dialog
            dialog.done(0)
            self.settle()


def _bring_back(folder: Path) -> BringBack:
    told = Told(1, "2026-11-26T10:15:03+00:00", "work", 6, 1, 12, 1480, 61, "", 57_000_000)
    sources = [Source(folder / name, told, "") for name in ("a", "b", "c", "d", "e")]
    door = BringBack(folder, lambda _folder: "This folder looks like one that is copied to the internet.")
    door._found(Place(Path("E:/a stick with a long name/co-production backups"), sources, needs_secret=True))
    return door


def _not_whole(folder: Path) -> Damaged:
    door = Damaged(folder, FOREIGN)
    door.look_again(lambda: None)
    return door


def _push(page: QWidget, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert found is not None, name
    return found


def fill(material: Material, folder: Path) -> None:
    """Add what the dialogs ask about: a paper that was made into `folder`, a sealed line."""
    desk, session = material.desk, material.home_care
    papers.review(desk, session)
    papers.make(desk, session, ["text", "easy-read"], folder)
    line = capture.lines(desk, session)[-1]
    safeguarding.seal(desk, line.id)


def every_dialog() -> Iterator[type[QDialog]]:
    """Every dialog class of the program that is not only there to be a parent of others."""
    seen: set[type[QDialog]] = set()
    for found in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        if "._forms" in found.name:
            continue
        module = importlib.import_module(found.name)
        for _name, cls in inspect.getmembers(module, inspect.isclass):
            if issubclass(cls, QDialog) and cls.__module__ == module.__name__:
                seen.add(cls)
    yield from (cls for cls in seen if not any(issubclass(other, cls) and other is not cls for other in seen))


def make(dotted: str) -> Callable[..., Any]:
    """Return a class of ui/ by its module and name."""
    module, _, name = dotted.rpartition(".")
    found: Callable[..., Any] = getattr(importlib.import_module(f"coprod_desktop.ui.{module}"), name)
    return found


def _shown(walk: Walk) -> follow_up.FollowUp:
    return follow_up.follow_up(walk.material.desk, walk.material.home_care)


def _of_context(dotted: str, *more: Any) -> Callable[[Walk, QWidget], QDialog]:
    return lambda walk, page: make(dotted)(walk.context, *more, page)


def _of_follow_up(dotted: str) -> Callable[[Walk, QWidget], QDialog]:
    return lambda walk, page: make(dotted)(walk.context, _shown(walk), page)


def _of_home_care(dotted: str) -> Callable[[Walk, QWidget], QDialog]:
    return lambda walk, page: make(dotted)(walk.context, walk.material.home_care, page)


def _looking_back(walk: Walk, page: QWidget) -> QDialog:
    of = Of(session=walk.material.home_care)
    looking_back.add_form(walk.material.desk, of, "staff", Slip(answers={"equality": "partly"}))
    dialog = make("groups.looking_back_dialog.LookingBackDialog")(walk.context, of, page)
    dialog.ui.which.setCurrentIndex(2)
    dialog._show_form()
    return dialog


def _rung(walk: Walk, page: QWidget) -> QDialog:
    row = LookedBack(id="back", on=walk.material.desk.today(), by=LookedBy.MEMBERS)
    return make("groups.rung_dialog.RungDialog")(walk.context, row, page)


def _time_went() -> AsItWent:
    done = [
        AgendaItem(id="a", title=LONG, minutes=10, started="10:30", finished="10:45"),
        AgendaItem(id="b", title="What is working?", minutes=25, started="10:45", finished="11:08"),
        AgendaItem(id="c", title="Vote with dots", minutes=15, state=PartState.NEXT_TIME),
        AgendaItem(id="d", title="Read back", minutes=10, started="11:08", finished="11:20"),
    ]
    went = as_it_went(done, Hours(ANY_DAY, "10:30"), "11:30")
    assert went is not None
    return went


def _asked_point(walk: Walk, page: QWidget) -> QDialog:
    desk, session = walk.material.desk, walk.material.home_care
    point = asking.points(desk, session)[0]
    asked = Asking(id="asked", point=point.id, step=AskingStep.ASKED, to_whom="Director", on=desk.today())
    return make("asking.step_dialog.StepDialog")(walk.context, session, replace(point, asked=(asked,)), page)


def _arrivals(walk: Walk, page: QWidget) -> QDialog:
    dialog = make("listen.arrivals_dialog.ArrivalsDialog")(content.load().pick_list("roles"), page)
    dialog.show_people(people.on_list(walk.material.desk, walk.material.coming))
    return dialog


def _rules(walk: Walk, page: QWidget) -> QDialog:
    dialog = make("listen.rules_dialog.RulesDialog")(page)
    dialog.show_rules(sessions.record(walk.material.desk, walk.material.coming).ground_rules, None, 12)
    return dialog


def _same_as(walk: Walk, page: QWidget) -> QDialog:
    lines = capture.lines(walk.material.desk, walk.material.home_care)
    return make("listen.ask.SameAsQuestion")(lines, lines[0].id, page)


def _seen_to(walk: Walk, page: QWidget) -> QDialog:
    desk, session = walk.material.desk, walk.material.home_care
    line = next(line for line in capture.lines(desk, session) if line.kind == EntryKind.ACCESS_INCIDENT)
    return make("listen.seen_to_dialog.SeenToDialog")(walk.context, capture.one(desk, line.id), session, page)


def _strike(walk: Walk, page: QWidget) -> QDialog:
    desk, session = walk.material.desk, walk.material.home_care
    line = capture.lines(desk, session)[0]
    return make("listen.ask.StrikeQuestion")(line, before_strike(desk, session, line.id), page)


def _once_more() -> OnceMore:
    text = f"Ring Bo Lark on 07700 900123. {LONG}"
    return OnceMore(
        subject="x",
        text=text,
        marks=((5, 12), (16, 28)),
        why=("names a person who is not on the list", "a phone number"),
        kinds=(),
    )


def _room_view() -> RoomView:
    said = tuple(RoomLine(words=PublicText(LONG), said=True) for _ in range(3))
    return RoomView(shows=RoomShows.WORDS, heading=PublicText("What is working?"), lines=said)


def _room_look() -> Any:
    return make("room_screen.picture.RoomLook")()


def _stands() -> Any:
    return make("room_screen.stand_back.StandsBack")(
        "What is not working, and what matters most?", "11:05 · 12 min left", "Next: break", "Saved 11:04", False
    )


def _risk(walk: Walk, page: QWidget) -> QDialog:
    desk, session = walk.material.desk, walk.material.home_care
    at_hand = make("listen.at_hand.AtHand")(
        capture.lines(desk, session)[0], "The last line", typing=True, exact="The words"
    )
    return make("listen.risk_card.RiskCard")(walk.context, sessions.one(desk, session), at_hand, page)


def _ask_again(walk: Walk, page: QWidget) -> QDialog:
    desk, session = walk.material.desk, walk.material.home_care
    no = Shown(
        id="no", who="Winifred", purpose=Purpose.QUOTE, circle=Circle.ANYONE, on=desk.today(), is_line=False
    )  # fmt: skip
    entries = sessions.record(desk, session).entries[:2]
    lines = [ToAsk(entry=entry, whose="Winifred", refusals=(no,)) for entry in entries]
    return make("dialogs.ask_again.AskAgain")(walk.context, session, lines, page)


def _easy_line(walk: Walk, page: QWidget) -> QDialog:
    line = easy_paper.rows(walk.material.desk, walk.material.home_care, KIND)[0]
    return make("easy_read.pick_dialog.EasyPickDialog")(walk.context, line, page)


def _pick(walk: Walk, page: QWidget) -> QDialog:
    rows = [CardRow(name, (Piece(words),)) for name, words in (("a", "The rota comes late"), ("b", LONG))]
    return make("answer.pick_dialog.PickDialog")("Which line says the same?", rows, page)


def _brought_in(walk: Walk, page: QWidget) -> QDialog:
    done = Imported(
        session=walk.material.home_care,
        title="Listening space: home care",
        new=False,
        taken=3,
        differ=("Words of line 4", LONG),
        not_understood=("mood",),
        doubts=(LONG,),
        changes=Changes(),
    )
    return make("dialogs.brought_in.BroughtIn")(walk.context, done, page)


def _several_brought_in(walk: Walk, page: QWidget) -> QDialog:
    done = Imported(
        session=walk.material.home_care, title=LONG, new=True, taken=3, differ=(), not_understood=("mood",),
        doubts=(LONG,), changes=Changes(),
    )  # fmt: skip
    came = [("one.coprod", done), ("two.coprod", UserError("two.coprod is no file.", "Nothing was stored."))]
    return make("dialogs.several_brought_in.SeveralBroughtIn")(walk.context, came, page)


def _people_list(walk: Walk, page: QWidget) -> QDialog:
    dialog = make("people.bring_list.ListDialog")(walk.context, walk.material.coming, page)
    dialog.open_file(SAMPLES / "attendees-messy.csv")
    walk.settle()
    return dialog


def _missing(walk: Walk, page: QWidget) -> QDialog:
    for answer, share in (("yes", "24%"), (LONG, "1,200 of 6,500")):
        local_figures.add(walk.material.desk, "Disabled", answer, share, "Census 2021")
    return make("people.missing_dialog.MissingDialog")(walk.context, page)


NOTES = (
    "Present: Winifred Tattersall\n10:36 Winifred Tattersall - ACCESS!! loop not switched on for first 15 mins\n"
    "10:44 Interpreter - " + LONG + "\n25:61 anon - Q who checks\nAction: Sam to ring the provider by 31/3/26\n"
)


def _notes(walk: Walk, page: QWidget) -> QDialog:
    return make("notes.notes_dialog.NotesDialog")(walk.context, walk.material.home_care, page, NOTES)


def _confirm(walk: Walk, page: QWidget) -> QDialog:
    session, desk = walk.material.coming, walk.material.desk
    heard = f"WEBVTT\n\n1\n00:00:03.000 --> 00:00:05.000\n<v Len Obi>{LONG}</v>\n"
    rows = notes.look(desk, session, heard).rows
    if any(row.taken for row in rows):  # else it was taken in for a picture before
        notes.take(desk, session, rows)
    return make("notes.confirm_dialog.ConfirmDialog")(walk.context, session, page)


def _kept_words(_walk: Walk, page: QWidget) -> QDialog:
    kept = [KeptWords(LONG, None, "Listening space: home care", None, "Words"), KeptWords("Short", None, "", None)]
    return make("dialogs.kept_words.KeptWordsDialog")("2 lines were kept", kept, page)


def _ask(_walk: Walk, page: QWidget) -> QDialog:
    return make("dialogs.ask.Ask")("Take it out for good?", LONG, "Take it out", "Keep it", lambda: None, page)


def _money(walk: Walk, page: QWidget) -> QDialog:
    desk, session = walk.material.desk, walk.material.home_care
    person = next(p for p in people.on_list(desk, session) if p.expenses).id
    held = desk.today()
    for new in (
        NewAmount(kind="payment for time", pence=2000, fee=True, state=ClaimState.OFFERED),
        NewAmount(kind="travel", pence=440, words=f"bus {LONG}", due=held.replace(year=held.year - 1)),
    ):
        money.add(desk, person, new, session=session)
    return make("money.dialog.MoneyDialog")(walk.context, session, page, person=person)


def _evaluation(walk: Walk, page: QWidget) -> QDialog:
    desk, session = walk.material.desk, walk.material.home_care
    for what, to_tick in list(desk.content.about_you().items())[:3]:
        evaluation.ask(desk, session, what, to_tick)
    evaluation.add_form(desk, session, evaluation.Form(stars=5, about={"Disabled": "yes"}, words=LONG))
    return make("evaluation.dialog.EvaluationDialog")(walk.context, session, page)


def _about_you(walk: Walk, page: QWidget) -> QDialog:
    desk, session = walk.material.desk, walk.material.home_care
    if not about_you.running(desk, session)[0]:
        for answer in ["yes"] * 9 + ["no"] * 7:
            about_you.add_form(desk, session, {"Disabled": answer, "Carer": answer})
        about_you.write_down(desk, session)
        about_you.add_form(desk, session, {})
    return make("evaluation.about_you_dialog.AboutYouDialog")(walk.context, session, page)


def _due(walk: Walk, page: QWidget) -> QDialog:
    desk = walk.material.desk
    for kind in (Kind.SIGN_IN, Kind.RAW_NOTES, Kind.SESSIONS):
        keeping.set_rule(desk, kind, 0)
    return make("settings.due_dialog.DueDialog")(walk.context, page)


def _voting(walk: Walk, page: QWidget) -> QDialog:
    desk, session = walk.material.desk, walk.material.home_care
    vote, _ = votes.add(desk, session, f"Which of these first? {LONG}")
    for label, cost in (("A bench outside the library", 40_000), (LONG, 1_850), ("A bus", None)):
        choice, _ = votes.add_choice(desk, vote, label)
        votes.change_choice(desk, vote, choice, {"votes": 7, "cost_pence": cost})
    votes.change(desk, vote, {"voters": 8, "papers_given": 9, "dots_each": 2})
    return make("voting.dialog.VotingDialog")(walk.context, session, page)


def _logged(walk: Walk) -> tuple[str, str]:
    """A group, and a line of its log of a kind that asks for much."""
    desk = walk.material.desk
    group = made_group(desk)
    for words, button in ((f"Agreed to keep the phone line. {LONG}", "decided"), ("Why has the bus stopped?", "told")):
        log.add(desk, words, button, group=group)
    line, _ = log.add(desk, f"Healthwatch report: {LONG}", group=group, kind="evidence")
    log.change(desk, line, "source_kind", "Healthwatch report")
    log.change(desk, line, "theme", "Call times")
    log.change(desk, line, "follow_up", desk.today())
    return group, line


def _log(walk: Walk, page: QWidget) -> QDialog:
    group, line = _logged(walk)
    kinds = walk.material.desk.content.log
    return make("groups.log_dialog.LogDialog")(walk.context, kinds, group=group, line=line, parent=page)


def _agreed(walk: Walk) -> agreed.PaperHeld:
    """A charter of the organisation with two versions, one of them agreed, a private number in it, and a signature."""
    desk = walk.material.desk
    there = agreed.every(desk)
    if there:
        return there[0]
    paper, _ = agreed.begin(desk, "charter")
    version = agreed.one(desk, paper).newest.id
    agreed.write(desk, version, "What we promise", f"We answer within a week.\n{LONG}")
    agreed_versions.agree(desk, version)
    second, _ = agreed_versions.new_version(desk, paper)
    agreed.write(desk, second, "What we promise", "We answer within two weeks.\nRing 07700 900123.")
    agreed.add_heading(desk, second, LONG[:140])
    agreed_versions.sign(desk, paper, "Healthwatch Northshire")
    return agreed.one(desk, paper)


def _agreed_papers(walk: Walk, page: QWidget) -> QDialog:
    _agreed(walk)
    return make("agreed.papers_dialog.AgreedPapersDialog")(walk.context, page)


def _leaving(walk: Walk, page: QWidget) -> QDialog:
    desk = walk.material.desk
    group, _ = groups.add(desk, f"Home care steering group {len(groups.every(desk))}", "steering_group")
    member, _ = group_members.add(desk, group, "Winifred Tattersall", LONG, co_chair=True)
    group_members.add(desk, group, "Gareth D'Arcy", "co-chair")
    sessions.change(desk, walk.material.home_care, group_id=group)
    point, _ = answers.add_point(desk, walk.material.home_care, "The rota comes late")
    answers.change_point(desk, point, answer=AnswerKind.WILL, text="Send it on Fridays", owner="Winifred Tattersall")
    return make("groups.leave_dialog.LeaveDialog")(walk.context, leaving.before(desk, member), page)


DIALOGS: Mapping[str, Callable[[Walk, QWidget], QDialog]] = {
    "LeaveDialog": _leaving,
    "LogDialog": _log,
    "AboutSession": lambda w, page: make("dialogs.about_session.AboutSession")(
        w.context, sessions.one(w.material.desk, w.material.home_care), page
    ),
    "ArrivalsDialog": _arrivals,
    "Ask": _ask,
    "AskAgain": _ask_again,
    "BinDialog": _of_context("bin.bin_dialog.BinDialog"),
    "BraillePreviewDialog": lambda w, page: make("paper.braille_preview.BraillePreviewDialog")(
        w.context, w.material.home_care, KIND, page
    ),
    "BroughtIn": _brought_in,
    "SeveralBroughtIn": _several_brought_in,
    "ByPeopleDialog": lambda w, page: make("paper.by_people_dialog.ByPeopleDialog")(
        w.context, w.material.home_care, page
    ),
    "BugDialog": lambda _w, page: make("dialogs.bug_dialog.BugDialog")("Traceback: " + LONG, page),
    "CarryDialog": _of_follow_up("follow_up.carry_dialog.CarryDialog"),
    "ChangedMind": _of_follow_up("follow_up.changed_mind.ChangedMind"),
    "CheckDialog": lambda w, page: make("easy_read.check_dialog.CheckDialog")(
        w.context, w.material.home_care, KIND, "0", page
    ),
    "AskDialog": lambda w, page: make("asking.ask_dialog.AskDialog")(w.context, w.material.home_care, page),
    "StepDialog": _asked_point,
    "MembersCheckDialog": lambda w, page: make("follow_up.members_check.MembersCheckDialog")(
        w.context, w.material.home_care, KIND, page
    ),
    "SaidBackDialog": _of_follow_up("follow_up.said_back.SaidBackDialog"),
    "CheckWordsDialog": _of_follow_up("follow_up.check_words.CheckWordsDialog"),
    "DatesDialog": lambda w, page: make("get_ready.dates_dialog.DatesDialog")(
        w.context, sessions.one(w.material.desk, w.material.coming), page
    ),
    "EasyPickDialog": _easy_line,
    "ReadersDialog": lambda w, page: make("easy_read.readers_dialog.ReadersDialog")(
        w.context, w.material.home_care, KIND, page
    ),
    "EasyReadDialog": lambda w, page: make("easy_read.dialog.EasyReadDialog")(
        w.context, w.material.home_care, KIND, page
    ),
    "HappenedDialog": _of_follow_up("follow_up.happened_dialog.HappenedDialog"),
    "HoldDialog": _of_context("settings.hold_dialog.HoldDialog"),
    "KeptWordsDialog": _kept_words,
    "HandbookDialog": lambda w, page: make("handbook.dialog.HandbookDialog")(
        "listen", "Home", w.shell._page.keys(), page
    ),
    "ListDialog": _people_list,
    "MissingDialog": _missing,
    "MovedDialog": lambda w, page: make("dialogs.moved.MovedDialog")(
        w.context, sessions.one(w.material.desk, w.material.coming), page
    ),
    "LookingBackDialog": _looking_back,
    "MeasuresDialog": lambda w, page: make("groups.measures_dialog.MeasuresDialog")(
        w.context, Of(session=w.material.home_care), page
    ),
    "RungDialog": _rung,
    "ClosingDialog": _of_home_care("follow_up.closing_dialog.ClosingDialog"),
    "MessageQuestion": lambda _w, page: make("room_screen.once_more.MessageQuestion")(page),
    "NeedsMetDialog": lambda w, page: make("people.needs_met_dialog.NeedsMetDialog")(
        w.context, w.material.home_care, page
    ),
    "PersonDialog": lambda w, page: make("people.person_dialog.PersonDialog")(
        w.context, w.material.home_care, people.on_list(w.material.desk, w.material.home_care)[0], page
    ),
    "NewSession": _of_context("dialogs.new_session.NewSession"),
    "ConfirmDialog": _confirm,
    "NotesDialog": _notes,
    "MoneyDialog": _money,
    "NoticeDialog": lambda w, page: make("listen.notice_dialog.NoticeDialog")(
        w.context, w.material.home_care, content.load(), page
    ),
    "OnceMoreQuestion": lambda _w, page: make("room_screen.once_more.OnceMoreQuestion")((_once_more(),), page),
    "OwnPictureDialog": _of_context("easy_read.own_dialog.OwnPictureDialog", Path("picture.png")),
    "PacksDialog": lambda w, page: make("paper.packs_dialog.PacksDialog")(
        w.context, w.material.home_care, KIND, Path("papers"), page
    ),
    "PassedOnDialog": lambda w, page: make("safeguarding.passed_on_dialog.PassedOnDialog")(
        w.context, safeguarding.sealed(w.material.desk)[0], page
    ),
    "PassphraseDialog": lambda w, page: make("dialogs.passphrase.PassphraseDialog")(
        w.context.runner,
        make("dialogs.passphrase.Asked")("A second person's passphrase", LONG, "Go on", own=True, new=True),
        lambda *_: None,
        page,
    ),
    "PickDialog": _pick,
    "PromiseJoin": lambda w, page: make("dialogs.promise_join.PromiseJoin")(w.context, _shown(w).promises[0], page),
    "RecoveryCode": lambda w, page: make("dialogs.recovery_code.RecoveryCode")(
        w.context.runner, ("mandate", "height", "remind", "abstract", "volcano", "lawsuit") * 2, page
    ),
    "Reports": _of_context("dialogs.reports.Reports", reports.ENGAGEMENT_LOG),
    "RiskCard": _risk,
    "RulesDialog": _rules,
    "SameAsQuestion": _same_as,
    "SealedDialog": _of_context("safeguarding.sealed_dialog.SealedDialog"),
    "SeenToDialog": _seen_to,
    "ReadAloudSheet": lambda _w, page: make("room_screen.sheet.ReadAloudSheet")(
        lambda: (_room_view(), _room_look()), page
    ),
    "ReadBackDialog": lambda w, page: make("room_screen.read_back.ReadBackDialog")(
        w.context, w.material.home_care, lambda *_: None, page
    ),
    "SentDialog": _of_follow_up("follow_up.sent_dialog.SentDialog"),
    "SheetsDialog": lambda w, page: make("notes.sheets_dialog.SheetsDialog")(w.context, w.material.coming, page),
    "SlipsDialog": lambda _w, page: make("get_ready.slips_dialog.SlipsDialog")(12, lambda _n: None, page),
    "StandBack": lambda _w, page: make("room_screen.stand_back.StandBack")(_stands, _stands, _stands, page),
    "StrikeQuestion": _strike,
    "ThemeQuestion": lambda _w, page: make("listen.ask.ThemeQuestion")(page),
    "TimeWentDialog": lambda _w, page: make("follow_up.time_went.TimeWentDialog")(_time_went(), page),
    "TwoVersionsDialog": _of_context("versions.two_versions.TwoVersionsDialog", None),
    "VotingDialog": _voting,
    "EvaluationDialog": _evaluation,
    "AboutYouDialog": _about_you,
    "RightsDialog": lambda w, page: make("people.rights_dialog.RightsDialog")(
        w.context, people.on_list(w.material.desk, w.material.home_care)[1].id, f"Winifred {LONG[:30]}", page
    ),
    "DueDialog": _due,
    "WaitingDialog": lambda w, page: make("dialogs.waiting.silent")(w.context, page),
    "AgreedPapersDialog": _agreed_papers,
    "AgreedEditor": lambda w, page: make("agreed.editor.AgreedEditor")(w.context, _agreed(w).paper.id, page),
    "AgreedStepDialog": lambda w, page: make("agreed.steps.AgreedStepDialog")(
        w.context, make("agreed.steps.PaperStep").AGREE, _agreed(w), page
    ),
    "AgreedSignedDialog": lambda w, page: make("agreed.signed_dialog.AgreedSignedDialog")(
        w.context, _agreed(w).paper.id, page
    ),
    "AgreedVersionsDialog": lambda w, page: make("agreed.versions_dialog.AgreedVersionsDialog")(
        w.context, _agreed(w), page
    ),
    "AgreedMakeDialog": lambda w, page: make("agreed.make_dialog.AgreedMakeDialog")(
        w.context, _agreed(w).paper.id, 2, page
    ),
    "ConditionDialog": lambda _w, page: make("dialogs.condition.ConditionDialog")(
        UserError("Choose once what lets you keep them.", "What you typed stays, and is saved after that."), page
    ),
    "RowFactsDialog": lambda w, page: make("dialogs.row_facts.RowFactsDialog")(
        w.context,
        w.material.home_care,
        make("dialogs.row_facts.of_lines")(seldom.lines_of(w.material.desk, w.material.home_care)),
        page,
    ),
    "FactsDialog": lambda w, page: make("evaluation.figures.figures_dialog")(w.context, w.material.home_care, page),
    "UpdateDialog": lambda w, page: make("follow_up.update_dialog.UpdateDialog")(
        w.context, _shown(w).promises[0], page
    ),
}
