from tests.desks import desk, empty_workspace, folder, home_care

__all__ = ["desk", "empty_workspace", "folder", "home_care"]
