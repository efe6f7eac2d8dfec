"""Who the papers come from: name, whom to ask, colour and logo, as every paper will show them."""

from __future__ import annotations

import base64
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QWidget

from coprod_desktop.domain import colours
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.record import Organisation
from coprod_desktop.errors import UserError
from coprod_desktop.services import organisation
from coprod_desktop.ui._forms.settings_organisation import Ui_SettingsOrganisation
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.saved_fields import SavedFields

if TYPE_CHECKING:
    from coprod_desktop.services.desk import Desk

ROW = "organisation"
"""There is one."""
PICTURES = "Pictures (*.png *.jpg *.jpeg *.webp);;All files (*)"
NO_COLOUR = "No colour of your own: titles are dark, links are teal."


class OrganisationCard(Card):
    """`set_up` once, `open` each time the page comes to the front. Each field saves by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = form = Ui_SettingsOrganisation()
        form.setupUi(self)
        self.setObjectName("organisationCard")
        self._context: Context | None = None
        self._saved = Organisation(id="")
        self._waiting: bytes | None = None
        """A picture that was chosen and has no words yet, so that it is not kept yet."""
        self._fields = SavedFields(self)
        texts: dict[str, Any] = {
            "name": form.ownName,
            "contact_name": form.contactName,
            "phone": form.contactPhone,
            "text_number": form.contactText,
            "mail": form.contactMail,
            "post": form.contactPost,
            "colour": form.ownColour,
            "logo_alt": form.ownLogoAlt,
        }
        for name, field in texts.items():
            self._fields.text(name, field)
        self._names = tuple(texts)
        self._fields.changed.connect(self._save)
        icons.put(form.chooseLogo, "folder")
        form.ownColour.textChanged.connect(self._show_colour)
        form.chooseColour.clicked.connect(self._choose_colour)
        form.useDarker.clicked.connect(self._use_darker)
        form.chooseLogo.clicked.connect(self._choose_logo)
        form.takeLogo.clicked.connect(self._take_logo)
        self._show_colour("")
        self._show_logo()

    def set_up(self, context: Context) -> None:
        """Give the card what pages have. Once."""
        self._context = context
        self._fields.keep_drafts(context, ROW)
        context.runner.changed.connect(self.apply)

    def open(self) -> None:
        """Read what is saved and show it."""
        if self._context is not None:
            self._context.runner.ask(organisation.organisation, done=self._show, owner=self)

    def apply(self, changes: Changes) -> None:
        """Show it again when it was changed, also by undo."""
        if changes.touch("organisation"):
            self.open()

    def leave(self) -> None:
        """Hand in what was being typed; a colour that cannot be taken stays in its field, and is said."""
        self._fields.hand_in()
        typed = self.form.ownColour.text()
        why = colours.takes(typed) if typed.strip() else None
        if why is not None:
            self._fail(UserError(why, "The colour of the papers was not changed."))

    # ---- showing

    def _show(self, found: Organisation | None) -> None:
        self._saved = found or Organisation(id="")
        self._fields.show_row(ROW, {name: getattr(self._saved, name) for name in self._names})
        self._show_logo()

    def _show_colour(self, typed: str) -> None:
        form, colour = self.form, colours.parsed(typed)
        why = colours.takes(typed) if typed.strip() else None
        form.ownSwatch.set_colour(colour or "")
        form.useDarker.setVisible(colour is not None and why is not None)
        if not typed.strip():
            form.ownColourState.show_state("info", NO_COLOUR)
        elif colour is None:
            form.ownColourState.show_state("look", why or "")
        elif why is None:
            form.ownColourState.show_state("done", f"Contrast {colours.ratio_words(colour)} on white: can be read")
        else:
            darker = colours.readable(colour)
            form.useDarker.setText(f"Use the darker {darker}")
            contrast = f"Contrast {colours.ratio_words(colour)} on white"
            form.ownColourState.show_state("look", f"{contrast}: too light to read, so papers do not use it")

    def _show_logo(self) -> None:
        form, kept = self.form, self._saved.logo
        data = self._waiting or (base64.b64decode(kept) if kept else None)
        form.ownLogo.set_logo(data, form.ownLogoAlt.text().strip() or "The logo, without words yet")
        form.chooseLogo.setText("Choose another logo…" if data else "Choose a logo…")
        form.takeLogo.setVisible(data is not None)
        if self._waiting is not None:
            form.ownLogoState.show_state("waiting", "Not kept yet: say below in words what it shows.")
        elif data is not None:
            form.ownLogoState.show_state("done", "On every paper, above the title.")
        else:
            form.ownLogoState.show_state("info", "No logo.")

    # ---- saving

    def _save(self, _row: str, field: str, value: Any) -> None:
        if field == "logo_alt" and self._waiting is not None:
            if value:
                self._keep_logo(value)
            return
        if field == "colour" and value and colours.takes(value) is not None:
            # said beside the field, where a darker one is offered; as a refusal only when the page is left
            self._fields.not_saved("colour", self._saved.colour)
            self._tell(self.form.ownColourState.text())
            return
        change = partial(_change, {field: value})
        self._do(change, failed=partial(self._refused, field, getattr(self._saved, field)))

    def _refused(self, field: str, saved: Any, error: UserError) -> None:
        self._fields.not_saved(field, saved)
        self._fail(error)

    # ---- the colour

    def _choose_colour(self) -> None:
        from PySide6.QtGui import QColor
        from PySide6.QtWidgets import QColorDialog

        now = colours.parsed(self.form.ownColour.text()) or "#0A5C60"
        chosen = QColorDialog.getColor(QColor(now), self, "Colour of titles and links")
        if chosen.isValid():
            self._set_colour(chosen.name().upper())

    def _use_darker(self) -> None:
        colour = colours.parsed(self.form.ownColour.text())
        if colour is not None:
            self._set_colour(colours.readable(colour))

    def _set_colour(self, colour: str) -> None:
        self.form.ownColour.setText(colour)
        self.form.ownColour.setFocus()
        self._tell(self.form.ownColourState.text())
        if colours.takes(colour) is None:
            self._do(partial(_change, {"colour": colour}), failed=self._fail)

    # ---- the logo

    def _choose_logo(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        found, _ = QFileDialog.getOpenFileName(self, "Which picture is the logo?", str(Path.home()), PICTURES)
        if found:
            self.bring(Path(found))

    def bring(self, path: Path) -> None:
        """Look at a picture; keep it as the logo once there are words for it."""
        if self._context is not None:
            self._context.runner.ask(_look, path, done=self._looked, owner=self)

    def _looked(self, data: bytes) -> None:
        field: QLineEdit = self.form.ownLogoAlt
        name = self.form.ownName.text().strip()
        words = field.text().strip() or (f"Logo of {name}" if name else "")
        if words:
            self._waiting = data
            self._keep_logo(words)
            return
        self._waiting = data
        self._show_logo()
        self._tell(self.form.ownLogoState.text())
        field.setFocus()

    def _keep_logo(self, words: str) -> None:
        data, self._waiting = self._waiting, None
        if data is not None:
            self._do(organisation.set_logo, data, words, failed=partial(self._logo_refused, data))

    def _logo_refused(self, data: bytes, error: UserError) -> None:
        self._waiting = data
        self._show_logo()
        self._fail(error)

    def _take_logo(self) -> None:
        self.form.chooseLogo.setFocus()
        if self._waiting is not None:
            self._waiting = None
            self._show_logo()
        else:
            self._do(organisation.take_logo_away, failed=self._fail)

    # ---- the page

    def _do(self, verb: Any, *args: Any, failed: Any) -> None:
        if self._context is not None:
            self._context.runner.do(verb, *args, failed=failed, owner=self)

    def _fail(self, error: UserError) -> None:
        if self._context is not None:
            self._context.fail(error)

    def _tell(self, words: str) -> None:
        if self._context is not None:
            self._context.announce(words)


def _change(fields: dict[str, Any], desk: Desk) -> Changes:
    return organisation.change(desk, **fields)


def _look(desk: Desk, path: Path) -> bytes:
    """Return the picture in a file, cleaned. Runs on the reading thread."""
    from coprod_desktop.publish import pictures
    from coprod_desktop.services.bring_in import files

    data = files.bytes_of(path, pictures.MOST_BYTES, "logo")
    return organisation.look_at_logo(desk, data).data
