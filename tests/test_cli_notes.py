"""`coprod-desktop notes FILE`: what notes come apart into, printed; no workspace is asked for and nothing is stored."""

import io
import json
import zipfile

import pytest

from coprod_desktop.cli import main

CHAT = "10:01:00 From Bev to Everyone:\n\tWhen do we hear?\n10:02:00 From Dom to Bev (Direct Message):\n\tI can't stand him\n"
DOCX = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>Hafsa Quraishi   0:04</w:t></w:r></w:p><w:p><w:r><w:t>Thanks for coming.</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>Colm Brannigan   1:51</w:t></w:r></w:p><w:p><w:r><w:t>We never know who is coming.</w:t></w:r></w:p>"
    "</w:body></w:document>"
)


def notes(capsys, path, *more):
    code = main(["notes", str(path), *more])
    said = capsys.readouterr()
    return code, said.out, said.err


def write(tmp_path, data, name="notes.txt"):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_json_is_a_list_of_lines_with_when_who_kind_and_words(capsys, tmp_path):
    path = write(tmp_path, "1036 Len - ACCESS!! loop not on\n1040 anon - too many forms\n")
    code, out, _err = notes(capsys, path, "--json")
    assert code == 0
    assert json.loads(out) == [
        {"at": "10:36", "speaker": "Len", "kind": "access_incident", "text": "loop not on"},
        {"at": "10:40", "speaker": "anonymous", "kind": "contribution", "text": "too many forms"},
    ]


def test_direct_messages_are_counted_beside_and_in_nothing_printed(capsys, tmp_path):
    _code, out, err = notes(capsys, write(tmp_path, CHAT), "--json")
    assert [line["text"] for line in json.loads(out)] == ["When do we hear?"]
    assert "1 direct message was left out" in err
    assert "stand him" not in out + err


def test_an_action_says_who_and_when(capsys, tmp_path):
    path = write(tmp_path, "10:01 Len: forms\n10:03 Joy: yes\nAction: Sam to ring the provider by 31/3/26\n")
    _code, out, _err = notes(capsys, path, "--json")
    assert json.loads(out)[-1]["action"]["who"] == "Sam"
    assert json.loads(out)[-1]["action"]["due"] == "2026-03-31"


def test_a_recording_has_times_of_day_when_its_beginning_is_given(capsys, tmp_path):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("word/document.xml", DOCX)
    path = write(tmp_path, buffer.getvalue(), "transcript.docx")
    _code, out, _err = notes(capsys, path, "--json", "--start", "14:00")
    assert [(line["at"], line["speaker"], line["unconfirmed"]) for line in json.loads(out)] == [
        ("14:00", "Hafsa Quraishi", True),
        ("14:01", "Colm Brannigan", True),
    ]


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_notes_are_read_in_whatever_coding_they_were_saved(capsys, tmp_path, coding):
    path = write(tmp_path, "10:01 Zoé: the ramp – too steep\n10:02 Zoé: yes\n".encode(coding))
    _code, out, _err = notes(capsys, path, "--json")
    assert json.loads(out)[0] == {
        "at": "10:01",
        "speaker": "Zoé",
        "kind": "contribution",
        "text": "the ramp – too steep",
    }


def test_without_json_it_is_lines_to_read(capsys, tmp_path):
    _code, out, _err = notes(capsys, write(tmp_path, CHAT))
    assert out.splitlines() == ["This is a chat: 1 line.", "10:01  Question        Bev: When do we hear?"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7", "copy its text"),
        (b"{\\rtf1 hello}", "plain text"),
        (b"PK\x03\x04 broken", "damaged"),
        (b"\xd0\xcf\x11\xe0", "old Word"),
        (b" \n", "no words"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(capsys, tmp_path, data, says):
    code, out, err = notes(capsys, write(tmp_path, data))
    assert (code, out) == (1, "")
    assert says in err


def test_a_file_that_is_not_there_is_told(capsys, tmp_path):
    code, _out, err = notes(capsys, tmp_path / "nothing.txt")
    assert code == 1
    assert "nothing.txt could not be read" in err
