"""What check found, as a line and as JSON."""

from __future__ import annotations

from coprod_desktop.domain.check.settled import Finding

NOT_NEEDED = "not needed"


def as_json(f: Finding) -> dict[str, object]:
    """Return a finding as `check --json` prints it."""
    return {
        "entry": f.entry,
        "kind": f.kind,
        "severity": f.severity.value,
        "words": f.words,
        "why": f.why,
        "blocks": f.blocks,
        "text": f.text,
        "field": f.field,
        "settled": _how_settled(f),
    }


def _how_settled(f: Finding) -> dict[str, str | None] | None:
    """What is asked gently waits for no decision: it prints as it is until somebody decides otherwise."""
    if f.settled is not None:
        return {"decision": f.settled.decision.value, "on": f.settled.on.isoformat()}
    return None if f.blocks else {"decision": NOT_NEEDED, "on": None}


def as_line(f: Finding) -> str:
    """Return a finding as a line to read."""
    where = f"line {f.entry}" if f.entry is not None else f.subject_kind
    done = (
        f", settled: {f.settled.decision.value}"
        if f.settled
        else ""
        if f.blocks
        else ", asked: prints as it is meanwhile"
    )
    return f"{f.severity.value:10}  {where}: {f.why} ({f.words}){done}"
