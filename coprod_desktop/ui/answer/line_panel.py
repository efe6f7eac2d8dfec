"""What becomes of one line that people said, or of several: a point, an ending, on paper or not, to be quoted or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import answers
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.record import Entry
from coprod_desktop.domain.words import EntryKind, Outcome, Publish
from coprod_desktop.services.seen.endings import Ending
from coprod_desktop.ui._forms.answer_line import Ui_LinePanel
from coprod_desktop.ui.answer.answer_form import CHOSEN_MS
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.widgets import in_view
from coprod_desktop.ui.widgets.choice import Choice, check
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.typed import Typing

KEYS = {Outcome.HEARD: "H", Outcome.PASSED_ON: "P", Outcome.LEFT_OUT: "L"}
"""With Alt, from anywhere on the page, each says what becomes of the chosen lines."""
_SHOWN = 8
"""Of so many chosen lines the words are shown; the rest are counted."""
QUOTES: Mapping[str, Mapping[str, Any]] = {
    "yes": {"quote_ok": True},
    "came": {"quote_ok": True, "circle": Circle.CAME},
    "no": {"quote_ok": False},
    "unknown": {"quote_ok": None},
}
"""The choices about quoting, and what each writes."""
REFUSED = "Not quoted: somebody said no, and a no stands until they say yes to these very words."


class LinePanel(QWidget):
    """Shows lines as they are; asks for every change by a signal and changes nothing itself."""

    settle_wanted = Signal(object, object, str)
    """(lines, Outcome or None, note)"""
    change_wanted = Signal(object, object)
    """(lines, {field: value})"""
    ended = Signal()
    """Enter in the note that was asked for: this is dealt with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form = Ui_LinePanel()
        form.setupUi(self)
        self._entries: tuple[Entry, ...] = ()
        self._quoted: tuple[str, ...] = ()
        self._outcomes: dict[str, Choice] = {k: getattr(form, f"outcome_{k}") for k in ("open", *_words(Outcome))}
        self._publish: dict[str, Choice] = {k: getattr(form, f"publish_{k}") for k in Publish}
        self._quotes: dict[str, Choice] = {k: getattr(form, f"quote_{k}") for k in QUOTES}
        form.quoteRefused.show_state("no", REFUSED)
        form.askAgain.clicked.connect(lambda: self.change_wanted.emit(self._entries, {"quote_ok": True}))
        self._note, self._public = Typing(form.outcomeNote), Typing(form.publicText)
        self._note.rested.connect(self._note_given)
        self._public.rested.connect(self._public_given)
        self._filling = False
        self._later = Pause(self._hand_in, CHOSEN_MS, self)
        self._wanted: dict[str, Any] = {}
        form.outcomeNote.entered.connect(self._note_entered)
        form.outcomeNotePlain.watch(form.outcomeNote, "what became of it", dated=False)
        form.publicTextPlain.watch(form.publicText, "the words to print instead", dated=False)
        for outcome, key in KEYS.items():
            self._outcomes[outcome].set_key(f"Alt {key}")
        for name, choice in self._outcomes.items():
            choice.toggled.connect(partial(self._outcome_chosen, name))
        for name, choice in self._publish.items():
            choice.toggled.connect(partial(self._chosen, "publish", Publish(name)))
        for name, choice in self._quotes.items():
            choice.toggled.connect(partial(self._chosen, "quote", name))

    def set_up(self, context: Context) -> None:
        """Keep what is typed on the disk. Once."""
        self._kept_note = KeptField(context, self.form.outcomeNote, lambda: {"outcome": self._outcome()})
        self._kept_public = KeptField(context, self.form.publicText)
        self._kept_note.put_back.connect(self._note_is_back)
        self._kept_public.put_back.connect(lambda _beside: self._show_soon())

    def _note_is_back(self, beside: Mapping[str, Any]) -> None:
        """A note that was being typed says to whom or why: of what was chosen then."""
        name = beside.get("outcome")
        if name in self._outcomes:
            self._filling = True  # it is saved with the words
            self._outcomes[name].setChecked(True)
            self._filling = False
        self._show_soon()

    def _show_soon(self) -> None:
        """Show the fields once the words are in them."""
        QTimer.singleShot(0, self, self._show_fields)

    def set_plain_words(self, words: Mapping[str, str] | None) -> None:
        """Give the hard words that hints are made from; None for no hints."""
        self.form.outcomeNotePlain.set_words(words)
        self.form.publicTextPlain.set_words(words)

    def show_lines(
        self,
        session: str,
        entries: Sequence[Entry],
        who: str,
        end: Ending | None,
        *,
        in_point: bool,
        quoted: Sequence[str],
        refused: bool = False,
    ) -> None:
        """Show lines of a session: `who` and `end` (what became of it) for a single one; `in_point` when seen from its point.

        `quoted`: what was answered of each about being quoted, a key of QUOTES. `refused`: a yes stands beside a no, so the words are not quoted until somebody asks again.
        """
        same = [e.id for e in entries] == [e.id for e in self._entries]
        if not same:
            self.leave()
        self._entries, self._quoted = tuple(entries), tuple(quoted)
        self.form.publicTextPlain.set_said([e.text for e in entries])
        self._filling = True
        self._show_words(who, end)
        self._show_acts(in_point=in_point)
        self.form.quoteRefused.setVisible(refused)
        self.form.askAgain.setVisible(refused)
        if not (same and (self._later.isActive() or self._waits_for_note())):
            self._show_choices()
        if not (same and self._note.touched):
            self._note.put(_common(e.done_about or e.outcome_note or "" for e in entries) or "")
        if not (same and self._public.touched):
            self._public.put(_common(e.public_text or "" for e in entries) or "")
        self._show_fields()
        self._filling = False
        if entries:
            first = entries[0].id  # what is typed about several is kept with the first of them
            for name, typing, kept in (
                ("outcome_note", self._note, self._kept_note),
                ("public_text", self._public, self._kept_public),
            ):
                if not (same and typing.touched):
                    kept.show(f"entry:{first}:{name}", typing.words(), session=session, row=first)

    def entries(self) -> tuple[Entry, ...]:
        """Return the lines shown."""
        return self._entries

    def focus_first(self) -> None:
        """Put the focus on the first act."""
        form = self.form
        able = (form.backToPoint, form.makePoint, form.outcomeNote)
        next(widget for widget in able if not widget.isHidden()).setFocus()

    def ask_note(self, outcome: Outcome) -> None:
        """Choose an outcome that has to say to whom or why, and wait for the words."""
        self._outcomes[outcome].setChecked(True)
        self.form.outcomeNote.setFocus()
        in_view.bring(self.form.outcomeNote)

    def leave(self) -> None:
        """Hand in what is waiting: a choice just made, a note being typed."""
        self._note.finish()
        self._public.finish()
        self._hand_in()
        self._kept_note.hand_in()
        self._kept_public.hand_in()

    def _show_choices(self) -> None:
        entries = self._entries
        for choices, wanted in (
            (self._outcomes, _common(e.outcome.value if e.outcome else "open" for e in entries)),
            (self._publish, _common(e.publish.value for e in entries)),
            (self._quotes, _common(self._quoted)),
        ):
            check(choices.values(), choices.get(wanted or ""))

    def _waits_for_note(self) -> bool:
        """Tell whether an outcome is chosen that is saved only once it says to whom or why."""
        return bool(_note(self._outcome())) and not self._note.words().strip()

    def _show_words(self, who: str, end: Ending | None) -> None:
        form, n = self.form, len(self._entries)
        form.lineHeading.setText("What becomes of this?" if n == 1 else f"What becomes of these {n}?")
        more = [f"and {n - _SHOWN} more"] if n > _SHOWN else []
        listed = [f"• {e.text}" for e in self._entries[:_SHOWN]]
        form.lineWords.setText(self._entries[0].text if n == 1 else "\n".join(listed + more))
        form.lineWho.setText(who)
        form.lineWho.setVisible(bool(who))
        form.lineState.setVisible(end is not None)
        if end is not None:
            form.lineState.show_state(end.state, f"{end.words}: {end.tail}" if end.tail else end.words)

    def _show_acts(self, *, in_point: bool) -> None:
        form = self.form
        access = self._is_access()
        one = len(self._entries) == 1
        for widget, shown in (
            (form.backToPoint, in_point),
            (form.takeOut, in_point),
            (form.makePoint, not in_point and not access),
            (form.putUnder, not in_point and not access),
            (form.outcomes, not in_point and not access),
            (form.sameAs, one and not access and self._entries[0].duplicate_of is None),
            (form.notSame, one and self._entries[0].duplicate_of is not None),
            (form.quoting, not access),
            (form.publishing, not access),
            (form.accessHint, access),
        ):
            widget.setVisible(shown)
        form.makePoint.setText("Make a point of this" if one else f"Make a point of these {len(self._entries)}")
        form.putUnder.setText("Add this to a point…" if one else f"Add these {len(self._entries)} to a point…")

    def _show_fields(self) -> None:
        form = self.form
        outcome = self._outcome()
        access = self._is_access()
        noted = access or (bool(_note(outcome)) and not form.outcomes.isHidden())
        form.outcomeNoteLabel.setText("What was done about it" if access else _note(outcome))
        form.outcomeNoteLabel.setVisible(noted)
        form.outcomeNote.setVisible(noted)
        hint = (
            ""
            if access or not noted or self._note.words().strip()
            else answers.OUTCOMES[outcome or Outcome.PASSED_ON].hint
        )
        form.outcomeNoteHint.setText(hint)
        form.outcomeNoteHint.setVisible(bool(hint))
        other = (self._publish["edit"].isChecked() or self._public.touched) and not access
        form.publicTextLabel.setVisible(other)
        form.publicText.setVisible(other)

    def _outcome(self) -> Outcome | None:
        name = next((name for name, choice in self._outcomes.items() if choice.isChecked()), "open")
        return None if name == "open" else Outcome(name)

    def _is_access(self) -> bool:
        return all(e.kind is EntryKind.ACCESS_INCIDENT for e in self._entries)

    # ---- what the person does

    def _outcome_chosen(self, name: str, on: bool) -> None:
        if self._filling or not on:
            return
        self._show_fields()
        outcome = None if name == "open" else Outcome(name)
        if _note(outcome) and not self._note.words().strip():
            # until there are words nothing became of it, whatever the arrow keys came through on their way here
            outcome = None
        self._wanted["outcome"] = outcome
        self._later.start()

    def _chosen(self, field: str, value: object, on: bool) -> None:
        if self._filling or not on:
            return
        self._show_fields()
        self._wanted[field] = value
        self._later.start()

    def _hand_in(self) -> None:
        self._later.stop()
        wanted, self._wanted = self._wanted, {}
        if "outcome" in wanted:
            outcome = wanted.pop("outcome")
            self.settle_wanted.emit(self._entries, outcome, self._note.words().strip() if _note(outcome) else "")
        if "quote" in wanted:
            wanted |= QUOTES[wanted.pop("quote")]
        if wanted:
            self.change_wanted.emit(self._entries, wanted)

    def _note_given(self) -> None:
        self._note.taken()
        words = self._note.words().strip()
        self._show_fields()
        if self._is_access() or words:
            self._kept_note.settle()
        if self._is_access():
            self.change_wanted.emit(self._entries, {"done_about": words or None, "outcome_note": None})
        elif words:
            self._wanted.pop("outcome", None)
            self.settle_wanted.emit(self._entries, self._outcome(), words)

    def _note_entered(self) -> None:
        if self._note.words().strip():
            self.ended.emit()

    def _public_given(self) -> None:
        self._public.taken()
        self._kept_public.settle()
        self.change_wanted.emit(self._entries, {"public_text": self._public.words().strip() or None})


def _note(outcome: Outcome | None) -> str:
    """Return what is asked beside an outcome; "" when nothing is."""
    row = answers.ended(outcome)
    return row.note if row is not None else ""


def _words(values: type[Outcome]) -> list[str]:
    return [value.value for value in values if value is not Outcome.POINT]


def _common(values: Any) -> str | None:
    """Return what all have in common, or None."""
    found = set(values)
    return found.pop() if len(found) == 1 else None
