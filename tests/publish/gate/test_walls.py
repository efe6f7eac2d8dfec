"""PublicText is made in one place. This is what makes a leak a type error."""

import ast
import dataclasses
import random
import string
import typing
from pathlib import Path

from coprod_desktop.domain.check.findings import findings
from coprod_desktop.publish import snapshot
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.stories.you_said_we_will import you_said_we_will
from tests.domain.making import DAY, entry, person, point, record, settle
from tests.publish.telling_papers import told

PACKAGE = Path(__file__).parents[3] / "coprod_desktop"
FREE_STRINGS = {"id", "start", "end", "finish_by", "uid", "lang", "dir", "colour"}
"""Fields of plain text that are no free text: a place in the paper, a time of day, a language, a colour."""


def makers(source: str) -> list[int]:
    """Lines on which PublicText is used as more than the name of a type: called, cast to, or passed on."""
    tree = ast.parse(source)
    annotations = {id(n) for node in ast.walk(tree) for part in _annotations(node) for n in ast.walk(part)}
    names = {"PublicText"} | {
        a.asname
        for n in ast.walk(tree)
        if isinstance(n, ast.ImportFrom)
        for a in n.names
        if a.name == "PublicText" and a.asname
    }
    return [
        n.lineno
        for n in ast.walk(tree)
        if (n.id if isinstance(n, ast.Name) else n.attr if isinstance(n, ast.Attribute) else "") in names
        and isinstance(n.ctx, ast.Load)
        and id(n) not in annotations
    ]


def _annotations(node: ast.AST) -> list[ast.AST]:
    found = [getattr(node, "annotation", None), getattr(node, "returns", None)]
    return [part for part in found if part is not None]


def test_only_the_gate_makes_public_text():
    uses = {p.relative_to(PACKAGE).as_posix(): makers(p.read_text("utf-8")) for p in PACKAGE.rglob("*.py")}
    assert [name for name, lines in uses.items() if lines] == ["publish/gate/__init__.py"]


def test_making_it_elsewhere_is_seen():
    for source in (
        "from x import PublicText\nPublicText('a')",
        "from x import PublicText as P\nmake = P\nmake('a')",
        "import snapshot\nsnapshot.PublicText('a')",
        "from typing import cast\nfrom x import PublicText\ncast(PublicText, 'a')",
    ):
        assert makers(source), source
    assert not makers(
        "from x import PublicText\ndef f(a: PublicText) -> tuple[PublicText, ...]:\n    b: PublicText = a"
    )


def test_snapshots_hold_no_other_free_text():
    for name, thing in vars(snapshot).items():
        if dataclasses.is_dataclass(thing):
            for field, kind in typing.get_type_hints(thing).items():
                plain_text = kind is str or str in typing.get_args(kind)
                assert not plain_text or field in FREE_STRINGS, f"{name}.{field}"


def secret(chance: random.Random) -> str:
    return "q" + "".join(chance.choices(string.ascii_lowercase, k=9))


def test_whatever_is_in_a_session_nothing_hidden_gets_out():
    """Forty made-up sessions, each private word in them one of a kind."""
    for seed in range(40):
        chance = random.Random(seed)
        hidden: list[str] = []

        def hide(chance=chance, hidden=hidden) -> str:
            hidden.append(secret(chance))
            return hidden[-1]

        people = []
        for i in range(6):
            public = chance.choice(["full name", "first name", "role only", "not at all"])
            gone = DAY if chance.random() < 0.2 else None
            names = [secret(chance).title(), secret(chance).title()]
            shown = {"full name": 2, "first name": 1}.get(public, 0) if gone is None else 0
            hidden += [n.lower() for n in names[shown:]]
            people.append(
                person(
                    f"a{i}",
                    " ".join(names),
                    f"carer {secret(chance)}",
                    public,
                    consent_withdrawn_on=gone,
                    contact=hide(),
                )
            )
        lines = []
        for n in range(1, 15):
            about = chance.choice(people)
            kind = chance.choice(
                ["contribution", "question", "story", "what_works", "note", "access_incident", "parking_lot"]
            )
            publish = chance.choice(["yes", "edit", "no"])
            quote_ok = chance.choice([True, False, None])
            speaker = chance.choice([*(p.id for p in people), "anonymous", None])
            withdrawn = chance.random() < 0.2
            back = withdrawn or any(p.id == speaker and p.consent_withdrawn_on for p in people)
            quotable = publish == "yes" and quote_ok and not back and kind not in {"note", "access_incident"}
            parked = publish == "yes" and kind == "parking_lot" and not back
            text = f"ask {about.name} about {secret(chance) if quotable or parked else hide()}"
            lines.append(
                entry(
                    n, text, kind, publish, speaker=speaker, quote_ok=quote_ok, withdrawn=withdrawn,
                    public_text=f"public {secret(chance)}" if chance.random() < 0.7 else None,
                    translation=None if quotable else hide(),
                )
            )  # fmt: skip
        points = [
            point(n, f"Point {n}", *chance.sample(range(1, 15), 3), answer=chance.choice(["will", "cannot", None]),
                  owner=chance.choice(people).name)
            for n in range(1, 4)
        ]  # fmt: skip
        session = record(*people, *lines, *points, lead_name=hide(), lead_phone=hide())
        for settlements in ((), [settle(f, reviewed=True) for f in findings(session)]):
            public = open_gate(session, settlements, DAY)
            paper = (told(public) + told(you_said_we_will(public))).lower()
            assert [word for word in hidden if word in paper] == [], seed
