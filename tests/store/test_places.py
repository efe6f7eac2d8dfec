import json
from pathlib import Path

import pytest

from coprod_desktop.store import places


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("OneDrive", "OneDriveCommercial", "OneDriveConsumer", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    "folder",
    [
        "OneDrive/work",
        "OneDrive - Wirral Council/work",
        "onedrive",
        "Dropbox/work",
        "Dropbox (Council)/work",
        "Google Drive/work",
        "GoogleDrive-ann@example.org/My Drive/work",
        "Box/work",
        "Box Sync/work",
        "Council/Adults - Documents/work",
        "Council/Adults - Shared Documents",
        "SharePoint/work",
        "Library/CloudStorage/Something new/work",
        "Library/Mobile Documents/com~apple~CloudDocs/work",
        "iCloudDrive/work",
        "iCloud Drive (Archive)",
        "Nextcloud/work",
        "MEGAsync/work",
    ],
)
def test_a_folder_that_is_called_like_one_that_is_copied_is_warned_of(tmp_path, folder):
    assert places.worry(tmp_path / folder) == places.SYNCED


@pytest.mark.parametrize(
    "folder",
    [
        "Box of letters",
        "Boxing club",
        "Letterbox",
        "Toolbox/box 3",
        "Documents/Co-production",
        "My documents",
        "Drive",
        "Dropboxes",
        "Google driven",
        "Sharepoints of view",
        "Omega",
        "Syncthings",
        "Adults - documents of 2026",
    ],
)
def test_a_folder_with_an_innocent_name_is_not(tmp_path, folder):
    assert places.worry(tmp_path / folder) is None


@pytest.mark.parametrize(
    "mark",
    [
        ".dropbox",
        ".dropbox.cache/",
        ".tmp.driveupload/",
        ".tmp.drivedownload/",
        ".shortcut-targets-by-id/",
        ".stfolder/",
        ".849C9593-D756-4E56-8D6E-42412F2A707B",
        ".owncloudsync.log",
    ],
)
def test_whatever_it_is_called_its_programs_mark_tells(tmp_path, mark):
    (tmp_path / "team").mkdir()
    put = tmp_path / "team" / mark
    put.mkdir() if mark.endswith("/") else put.touch()

    assert places.worry(tmp_path / "team" / "deep" / "work") == places.SYNCED
    assert places.worry(tmp_path / "other") is None


def test_the_picture_of_a_folder_tells(tmp_path):
    (tmp_path / "team").mkdir()
    icon = "[.ShellClassInfo]\r\nIconResource=C:\\Program Files\\Microsoft OneDrive\\OneDrive.exe,6\r\n"
    (tmp_path / "team" / "desktop.ini").write_bytes(icon.encode("utf-16"))
    (tmp_path / "plain").mkdir()
    (tmp_path / "plain" / "desktop.ini").write_text("[.ShellClassInfo]\nIconResource=shell32.dll,3\n")

    assert places.worry(tmp_path / "team" / "work") == places.SYNCED
    assert places.worry(tmp_path / "plain" / "work") is None


def test_the_settings_of_dropbox_in_a_home_do_not_make_it_a_folder_of_dropbox(tmp_path):
    home = tmp_path / "home"
    (home / ".dropbox").mkdir(parents=True)
    said = {"business": {"path": str(tmp_path / "Team files"), "host": 1}, "personal": {"host": 2}, "x": 3}
    (home / ".dropbox" / "info.json").write_text(json.dumps(said))

    assert places.worry(home / "work") is None
    assert places.worry(tmp_path / "Team files" / "work") == places.SYNCED


@pytest.mark.parametrize("name", ["OneDrive", "OneDriveCommercial", "OneDriveConsumer"])
def test_where_the_system_says_its_folder_is_that_tells(tmp_path, monkeypatch, name):
    monkeypatch.setenv(name, str(tmp_path / "Council files"))

    assert places.worry(tmp_path / "Council files" / "work") == places.SYNCED
    assert places.worry(tmp_path / "Council files too") is None


def test_a_short_cut_into_such_a_folder_is_one(tmp_path):
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "work").symlink_to(tmp_path / "Dropbox")

    assert places.worry(tmp_path / "work" / "inside") == places.SYNCED


def test_windows_marks_on_folders_from_the_internet_are_known():
    assert all(places._is_cloud_tag(tag) for tag in (0x9000001A, 0x9000101A, 0x9000F01A))
    assert not any(places._is_cloud_tag(tag) for tag in (0, 0xA000000C, 0xA0000003))


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("nfs4", places.NETWORK),
        ("cifs", places.NETWORK),
        ("smbfs", places.NETWORK),
        ("fuse.sshfs", places.NETWORK),
        ("fuse.gvfsd-fuse", places.NETWORK),
        ("fuse.rclone", places.SYNCED),
        ("ext4", None),
        ("fuseblk", None),
        ("", None),
    ],
)
def test_what_a_folder_is_mounted_as_tells(tmp_path, monkeypatch, kind, said):
    monkeypatch.setattr(places, "_mounted_as", lambda _real: kind)

    assert places.worry(tmp_path / "work") == said


def test_mounts_are_read_as_the_systems_write_them():
    linux = places._mounts_of_linux("/dev/sda1 / ext4 rw 0 0\n//s/team /mnt/Team\\040files cifs rw 0 0\nshort\n")
    mac = places._mounts_of_mac(
        "/dev/disk3s1 on / (apfs, sealed, local)\n//ann@server/on%20us on /Volumes/on us (smbfs, nodev, nosuid)\n"
    )

    assert places._kind_of_mount(Path("/mnt/Team files/work"), linux) == "cifs"
    assert places._kind_of_mount(Path("/mnt/Team files 2"), linux) == "ext4"
    assert places._kind_of_mount(Path("/Volumes/on us/work"), mac) == "smbfs"
    assert places._kind_of_mount(Path("/Users/ann"), mac) == "apfs"


def test_a_folder_of_another_computer_is_known_by_its_name():
    assert places.worry(Path("//server/share/work")) == places.NETWORK
