"""Votes and bids of a session: put down, counted, and what does not agree said as it is. Each field saves by itself."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.record import Vote, VoteOption
from coprod_desktop.errors import UserError
from coprod_desktop.services import figures, votes
from coprod_desktop.services.votes import VotesSeen
from coprod_desktop.ui._forms.voting import Ui_VotingForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.voting import facts, words
from coprod_desktop.ui.voting.choice_row import ChoiceRow
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.fact_form import FactForm
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.tab_order import as_they_stand
from coprod_desktop.ui.widgets.text import Words, restyle

_SHOWN = 60
"""Letters of a question in the list of votes."""


class VotingDialog(QDialog):
    """Shows one vote at a time. What is wrong is said inside, and what was typed stays."""

    def __init__(self, context: Context, session: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self._seen: VotesSeen | None = None
        self._vote, self._choice, self._go_to = "", "", ""
        self.rows: list[ChoiceRow] = []
        self.ui = ui = Ui_VotingForm()
        ui.setupUi(self)
        self.setObjectName("voting")
        self.setWindowTitle("Votes and bids")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.vote = FactForm(context, facts.VOTE, "vote", "vote")
        self.choice = FactForm(context, facts.CHOICE, "vote_option", "choice")
        self.money = FactForm(context, facts.MONEY, "figures", "session")
        self.interest = FactForm(context, facts.INTEREST, "person", "person")
        ui.votePlace.addWidget(self.vote)
        ui.choicePlace.addWidget(self.choice)
        ui.moneyPlace.addWidget(self.money)
        ui.interestPlace.addWidget(self.interest)
        for label in self.findChildren(Words):
            restyle(label)  # the form names their tone after the scroll area has styled them
        self._new_vote, self._new_choice = KeptField(context, ui.newVote), KeptField(context, ui.newChoice)
        self._new_vote.show(f"voting:{session}:new_vote", "", session=session, row=session)
        ui.votingParts.addStretch(1)
        self._connect()
        as_they_stand(ui.votingScroll)
        self._show_vote()
        self._read()
        ui.newVote.setFocus()
        fit_screen(self, 900, 680)

    def _connect(self) -> None:
        ui = self.ui
        AddRow(ui.addVote, self._add_vote, ui.newVote)
        AddRow(ui.addChoice, self._add_choice, ui.newChoice)
        ui.votePick.setAccessibleName("Which vote is shown")
        ui.newVote.setAccessibleName("What people vote on")
        ui.votePick.activated.connect(lambda _at: self._pick(ui.votePick.currentData()))
        ui.removeVote.clicked.connect(self._remove_vote)
        ui.removeChoice.clicked.connect(self._remove_choice)
        ui.interestWho.currentIndexChanged.connect(lambda _at: self._show_interest())
        ui.close.clicked.connect(self.reject)
        self.vote.changed.connect(self._save_vote)
        self.choice.changed.connect(self._save_choice)
        self.money.changed.connect(self._save_money)
        self.interest.changed.connect(self._save_interest)
        self._context.runner.changed.connect(self._changed)

    def done(self, result: int) -> None:  # noqa: D102
        for form in (self.vote, self.choice, self.money, self.interest):
            form.fields.hand_in()
        for row in self.rows:
            row.fields.hand_in()
        self._new_vote.hand_in()
        self._new_choice.hand_in()
        super().done(result)

    # ---- showing

    def _read(self) -> None:
        self._context.runner.ask(votes.seen, self._session, done=self._show, owner=self)

    def _changed(self, changes: Changes) -> None:
        if any(ref.noun in {"vote", "session", "attendance", "person"} for ref in changes.all()):
            self._read()

    def _show(self, seen: VotesSeen) -> None:
        self._seen = seen
        pick, ids = self.ui.votePick, [vote.id for vote in seen.votes]
        wanted = self._go_to or self._vote
        self._vote = wanted if wanted in ids else ids[-1] if ids else ""
        self._go_to = "" if self._go_to in ids else self._go_to
        pick.blockSignals(True)
        pick.clear()
        for vote in seen.votes:
            pick.addItem(beginning(vote.question, _SHOWN), vote.id)
        pick.setCurrentIndex(pick.findData(self._vote))
        pick.blockSignals(False)
        values = {"pot_pence": seen.session.pot_pence, "max_bid_pence": seen.session.max_bid_pence}
        self.money.show_row(self._session, values, self._session)
        self._show_people(seen)
        self._show_vote()

    def _show_vote(self) -> None:
        ui, vote = self.ui, self._now()
        for part in (ui.pickRow, ui.choicesCard, ui.saidCard, ui.voteCard, ui.moneyCard):
            part.setVisible(vote is not None)
        self._show_choices(vote)
        if vote is None or self._seen is None:
            ui.choiceCard.hide()
            return
        of_vote = {fact.field: getattr(vote, fact.field, None) for fact in self.vote.facts}
        self.vote.show_row(vote.id, of_vote | {"interest": votes.interest(vote.unknown)}, self._session)
        ui.standing.show_state("info", words.standing(vote, self._seen))
        wrong = words.not_agreeing(vote, self._seen)
        ui.notAgreeing.setVisible(bool(wrong))
        ui.notAgreeing.show_state("look", wrong)
        self._new_choice.show(f"vote:{vote.id}:new_choice", "", session=self._session, row=vote.id)

    def _show_choices(self, vote: Vote | None) -> None:
        options = vote.options if vote is not None else ()
        before = len(self.rows)
        while len(self.rows) > len(options):
            row = self.rows.pop()
            row.fields.forget()
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(options):
            self.rows.append(self._row(len(self.rows) + 1))
        for row, option in zip(self.rows, options, strict=True):
            row.show_choice(vote.id if vote else "", option, self._session)
        if len(self.rows) != before:
            as_they_stand(self.ui.votingScroll)
        chosen = self._option()
        self.ui.choiceCard.setVisible(chosen is not None)
        if chosen is not None and vote is not None:
            self.ui.choiceHeading.setText(f"More about “{chosen.label}”")
            values = {fact.field: getattr(chosen, fact.field, None) for fact in self.choice.facts}
            values["interest"] = votes.interest(chosen.unknown)
            self.choice.show_row(f"{chosen.id} {vote.id}", values, self._session)

    def _row(self, at: int) -> ChoiceRow:
        made = ChoiceRow(self._context, at)
        self.ui.choiceRows.addWidget(made)
        made.changed.connect(self._save_choice)
        made.counted.connect(self._count)
        made.more_wanted.connect(self._open_choice)
        made.next_wanted.connect(lambda: self._go_on(made))
        return made

    def _show_people(self, seen: VotesSeen) -> None:
        who = self.ui.interestWho
        self.ui.interestCard.setVisible(bool(seen.people) and bool(seen.votes))
        chosen = who.currentData()
        who.blockSignals(True)
        who.clear()
        for person in seen.people:
            declared = " (declared one)" if person.declared_interest else ""
            who.addItem(f"{person.name}{declared}", person.id)
        who.setCurrentIndex(max(0, who.findData(chosen)))
        who.blockSignals(False)
        self._show_interest()

    def _show_interest(self) -> None:
        person = next((p for p in self._seen.people if p.id == self._person()), None) if self._seen else None
        if person is not None:
            values = {"declared_interest": person.declared_interest}
            self.interest.show_row(f"{self._session} {person.id}", values, self._session)

    # ---- which one

    def _now(self) -> Vote | None:
        return next((vote for vote in self._seen.votes if vote.id == self._vote), None) if self._seen else None

    def _option(self) -> VoteOption | None:
        vote = self._now()
        return next((o for o in vote.options if o.id == self._choice), None) if vote else None

    def _person(self) -> str:
        return str(self.ui.interestWho.currentData() or "")

    def _pick(self, vote: str) -> None:
        self.vote.fields.hand_in()
        self._vote, self._choice = vote, ""
        self._show_vote()

    def _open_choice(self, choice: str) -> None:
        self._choice = "" if choice == self._choice else choice
        self._show_choices(self._now())
        if self._choice:
            self.ui.votingScroll.ensureWidgetVisible(self.ui.choiceCard)
            self.choice.field("who").setFocus()

    def _go_on(self, row: ChoiceRow) -> None:
        at = self.rows.index(row) + 1
        place = self.rows[at].votes.edit if at < len(self.rows) else self.ui.newChoice
        place.setFocus()
        if at < len(self.rows):
            self.rows[at].votes.edit.selectAll()

    # ---- what is done

    def _do(self, verb: Any, *args: Any, form: FactForm | ChoiceRow | None = None, field: str = "") -> None:
        self.ui.banner.clear()
        self._context.runner.do(verb, *args, failed=partial(self._refused, form, field), owner=self)

    def _refused(self, form: FactForm | ChoiceRow | None, field: str, error: UserError) -> None:
        if form is not None:
            form.fields.not_saved(field, None)
        self.ui.banner.tell_error(error)

    def _save_vote(self, vote: str, field: str, value: Any) -> None:
        self._do(
            votes.change, vote, {field: value or None if isinstance(value, str) else value}, form=self.vote, field=field
        )

    def _save_choice(self, row: str, field: str, value: Any) -> None:
        choice, _, vote = row.partition(" ")
        told = {field: None if field == "withdrawn" and not value else value}
        self._do(votes.change_choice, vote, choice, told, form=self.choice, field=field)

    def _save_money(self, session: str, field: str, value: Any) -> None:
        self._do(figures.change, session, field, value, form=self.money, field=field)

    def _save_interest(self, row: str, _field: str, value: Any) -> None:
        self._do(
            votes.declare, self._session, row.partition(" ")[2], value, form=self.interest, field="declared_interest"
        )

    def _count(self, choice: str, by: int) -> None:
        self._do(votes.count, self._vote, choice, by)

    def _add_vote(self) -> None:
        question = self.ui.newVote.text()
        self._new_vote.settle()
        self.ui.banner.clear()
        self._context.runner.do(
            votes.add,
            self._session,
            question,
            done=self._vote_added,
            failed=partial(self._refused, None, ""),
            owner=self,
        )

    def _vote_added(self, made: tuple[str, Changes]) -> None:
        self._go_to, self._choice = made[0], ""
        self.ui.newVote.clear()
        self._read()
        self.ui.newChoice.setFocus()

    def _add_choice(self) -> None:
        label = self.ui.newChoice.text()
        self._new_choice.settle()
        self.ui.banner.clear()
        self._context.runner.do(
            votes.add_choice, self._vote, label, done=lambda _made: self.ui.newChoice.clear(),
            failed=partial(self._refused, None, ""), owner=self,
        )  # fmt: skip

    def _remove_vote(self) -> None:
        self.vote.fields.hand_in()
        self._do(votes.remove, self._vote)

    def _remove_choice(self) -> None:
        self.choice.fields.forget()
        self._do(votes.remove_choice, self._vote, self._choice)
