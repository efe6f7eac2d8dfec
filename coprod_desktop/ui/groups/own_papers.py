"""Makes papers of one's own about groups and who is in them, and says where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.folders import papers_folder

if TYPE_CHECKING:
    from coprod_desktop.services.making.papers import Made


def make_paper(context: Context, member: str, kind: str, owner: QWidget) -> None:
    """Make one paper (services.making.handover.KINDS) into the folder for papers."""
    from coprod_desktop.services.making import handover  # other pages do not wait for what makes papers
    from coprod_desktop.ui.paper.making import tell_made

    folder = papers_folder(context.settings.read().papers)

    def made(done: Made) -> None:
        tell_made(context, done, folder)

    context.runner.do(handover.make, member, folder, (kind,), done=made, owner=owner)


def make_directory(context: Context, owner: QWidget) -> None:
    """Make the directory of all groups into the folder for papers."""
    from coprod_desktop.services.making import group_directory
    from coprod_desktop.ui.paper.making import tell_made

    folder = papers_folder(context.settings.read().papers)

    def made(done: Made) -> None:
        tell_made(context, done, folder)

    context.runner.ask(group_directory.make, folder, done=made, owner=owner)
