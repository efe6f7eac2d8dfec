"""The bill of materials: exactly what is installed, in the form that scanners read."""

from __future__ import annotations

import datetime
import hashlib
import re
import tomllib
import uuid
from importlib import metadata
from pathlib import Path

import pytest

from coprod_desktop import paths
from coprod_desktop.services.assurance import materials, pack, tested

ROOT = Path(__file__).resolve().parents[3]
NOW = datetime.datetime(2026, 11, 27, 10, 0, tzinfo=datetime.UTC)
MODELS = re.compile(
    r"torch|tensorflow|keras|onnx|transformers|openai|anthropic|llama|sklearn|scikit|spacy|nltk|whisper|xgboost", re.I
)


@pytest.fixture(scope="module")
def bill():
    return materials.bill(NOW, materials.parts())


@pytest.fixture(scope="module")
def by_name(bill):
    return {one["name"].casefold(): one for one in bill["components"]}


def test_every_part_that_is_needed_is_in_it_with_version_licence_and_hash(by_name):
    asked = metadata.requires("coprod-desktop") or []
    names = {re.split(r"[^\w.-]", line)[0] for line in asked if "extra ==" not in line}
    assert len(names) > 18
    for name in names:
        part = by_name[name.casefold()]
        assert part["version"] == metadata.version(name)
        assert part["purl"] == f"pkg:pypi/{name.lower()}@{part['version']}"
        assert part["licenses"]
        assert [one["alg"] for one in part["hashes"]] == ["SHA-256"]


def test_what_comes_inside_others_has_its_version(by_name):
    for name in ("Qt", "SQLCipher", "SQLite", "OpenSSL", "PDFium", "HarfBuzz", "Python"):
        assert re.match(r"\d+\.\d+", by_name[name.casefold()]["version"]), name


def test_fonts_pictures_and_dictionary_are_in_it_file_by_file(by_name):
    pictures = by_name["openmoji, the pictures of easy read"]["components"]
    assert len(pictures) == len(list(paths.own("_pictures").glob("*.png")))
    assert len(by_name["lexend, a typeface"]["components"]) == 2
    assert len(by_name["en_gb, a hunspell dictionary made of scowl"]["components"]) >= 2
    for name in materials._FILES:
        assert by_name[name.casefold()]["components"], name


def test_a_hash_is_of_the_file_it_names(by_name):
    (record,) = [one for one in metadata.files("reportlab") or [] if one.name == "RECORD"]
    assert by_name["reportlab"]["hashes"][0]["content"] == hashlib.sha256(record.read_binary()).hexdigest()
    for font in by_name["lexend, a typeface"]["components"]:
        there = paths.font(Path(font["name"]).name).read_bytes()
        assert font["hashes"][0]["content"] == hashlib.sha256(there).hexdigest()


def test_the_parts_with_no_version_of_their_own_are_named():
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    free = [re.split(r"[^\w.-]", line)[0] for line in ours if not re.fullmatch(r"[\w.-]+==[\w.]+", line)]
    (said,) = [c.says for paper in pack.load() for c in paper.claims() if "at one version each" in c.says]
    assert re.findall(r"but for (\w+), of which any version (\d+)", said) == [("Pillow", "12")]
    assert free == ["pillow"]


def test_no_part_of_it_is_a_model(by_name):
    assert [name for name in by_name if MODELS.search(name)] == []
    ours = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert [line for line in ours if MODELS.search(line)] == []


def test_it_has_the_form_of_cyclonedx(bill):
    """As far as its schema goes for what is in it; whole it was tried with the official one."""
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    assert uuid.UUID(bill["serialNumber"].removeprefix("urn:uuid:"))
    assert bill["metadata"]["timestamp"] == "2026-11-27T10:00:00Z"
    program = bill["metadata"]["component"]
    assert program["hashes"][0]["content"] == tested.code()
    every = [program, *bill["components"], *(file for one in bill["components"] for file in one.get("components", ()))]
    assert {one["type"] for one in every} == {"application", "library", "data", "file", "platform"}
    assert_joined(bill, every)
    for one in every:
        assert set(one) <= {
            "type",
            "bom-ref",
            "name",
            "version",
            "licenses",
            "hashes",
            "properties",
            "purl",
            "components",
        }
        assert all(set(row) in ({"expression"}, {"license"}) for row in one.get("licenses", ()))
        assert all(re.fullmatch(r"[0-9a-f]{64}", row["content"]) for row in one.get("hashes", ()))
        assert all(set(row) == {"name", "value"} for row in one.get("properties", ()))


def assert_joined(bill, every):
    """Each part has one name of its own, and the program leads to it."""
    refs = [one["bom-ref"] for one in every]
    assert len(set(refs)) == len(refs)
    for row in bill["dependencies"]:
        assert {row["ref"], *row.get("dependsOn", ())} <= set(refs)
    reached, waiting = set(), [materials.PROGRAM]
    below = {row["ref"]: row.get("dependsOn", []) for row in bill["dependencies"]}
    while waiting:
        now = waiting.pop()
        if now not in reached:
            reached.add(now)
            waiting += below[now]
    assert {one["bom-ref"] for one in bill["components"]} <= reached


def test_made_twice_it_is_the_same(bill):
    assert materials.bill(NOW, materials.parts()) == bill


def test_of_a_packed_program_each_library_is_in_it(tmp_path, monkeypatch):
    for name in ("coprod-desktop", "_internal/libcrypto.so.3", "_internal/base_library.zip"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(tmp_path / "coprod-desktop"))
    program = materials.bill(NOW, ())["metadata"]["component"]
    assert "hashes" not in program
    assert [one["name"] for one in program["components"]] == ["_internal/libcrypto.so.3", "coprod-desktop"]


def test_what_only_a_packed_program_brings_is_in_it_once(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(tmp_path / "coprod-desktop"))
    bill = materials.bill(NOW, materials.parts())
    names = [one["name"] for one in bill["components"]]
    assert names.count("Python") == 1
    assert any(name.startswith("PyInstaller") for name in names)
    assert_joined(bill, [bill["metadata"]["component"], *bill["components"]])
