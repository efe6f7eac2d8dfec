"""Who papers come from."""

from coprod_desktop.domain.row import Row, row


@row
class Organisation(Row):
    """Who the papers come from: one row of the workspace, the same on every paper. All of it is meant to be public."""

    name: str | None = None
    contact_name: str | None = None
    """The named contact on every paper, and the ways to reach them."""
    phone: str | None = None
    text_number: str | None = None
    mail: str | None = None
    post: str | None = None
    colour: str | None = None
    """"#RRGGBB"; taken only when it can be read on white (domain.colours)."""
    logo: str | None = None
    """A cleaned PNG or JPEG, base64."""
    logo_alt: str | None = None
    logo_width: int | None = None
    logo_height: int | None = None
    braille_cells: int | None = None
    braille_lines: int | None = None
