import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.services import keys, workspace


def test_the_passphrase_of_an_open_workspace_can_be_checked(desk):
    workspace.check_passphrase(desk, None)
    keys.change(desk, None, "three warm cups")
    workspace.check_passphrase(desk, "three warm cups")
    for wrong in ("three cold cups", None):
        with pytest.raises(UserError):
            workspace.check_passphrase(desk, wrong)
