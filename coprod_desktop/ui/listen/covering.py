"""What names people on Listen, and how it is covered while people can see the laptop."""

from __future__ import annotations

from coprod_desktop.services.seen.listen import ListenSeen
from coprod_desktop.ui._forms.listen import Ui_Listen
from coprod_desktop.ui.listen.lines import Lines


class Covering:
    """Shows it, or covers it: names beside lines, notes, needs, who came late, who was not heard, who is written for."""

    def __init__(self, form: Ui_Listen, lines: Lines) -> None:
        self.form, self.lines = form, lines
        self.seen: ListenSeen | None = None
        self.on = False

    def show(self, seen: ListenSeen) -> None:
        """The room is known anew."""
        self.seen = seen
        self.form.accessCard.show_access(seen.access, covered=self.on)
        self.form.noticeCard.show_notice(seen.notice, covered=self.on)

    def show_not_heard(self, words: str) -> None:
        """Say who was not heard yet, to the facilitator alone."""
        self.form.notHeard.setText(words)
        self.form.notHeard.setVisible(bool(words) and not self.on)

    def cover(self, *, on: bool) -> None:
        """Cover everything, or show it again."""
        self.on = on
        self.lines.show_covered(on=on)
        self.form.captureLine.show_covered(on=on)
        self.show_not_heard(self.form.notHeard.text())
        if self.seen is not None:
            self.show(self.seen)
