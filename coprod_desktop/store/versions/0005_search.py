"""Search finds themes, reasons, owners, roles, updates, what papers told and votes, not only words and points. Frozen."""

from alembic import op

revision = "0005"
down_revision = "0004"

_COLUMNS = {
    "entry": ("text", "public_text", "theme", "translation", "outcome_note", "speaker_role"),
    "point": ("you_said", "text", "owner", "reason", "reason_category", "look_again", "asked_who"),
    "promise_update": ("text",),
    "telling": ("text", "owner", "reason", "reason_category"),
    "attendance": ("role",),
    "session": ("title", "place", "type", "project", "organisation", "locality", "purpose", "cannot_change"),
    "vote": ("question", "options", "settled_by"),
}
"""As store.schema.SEARCHED was, but for people: their index stays."""
_WAS = ("entry", "point", "session")


def upgrade() -> None:
    for noun in _WAS:
        for trigger in ("add", "drop", "change"):
            op.execute(f"DROP TRIGGER {noun}_fts_{trigger}")
        op.execute(f"DROP TABLE {noun}_fts")
    for noun, columns in _COLUMNS.items():
        _index(noun, columns)


def _index(noun: str, columns: tuple[str, ...]) -> None:
    index, names = f"{noun}_fts", ", ".join(columns)
    content = "content=''" if noun == "vote" else f"content='{noun}', content_rowid='seq'"
    op.execute(
        f"CREATE VIRTUAL TABLE {index} USING fts5({names}, {content}, "
        "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
    )
    op.execute(f"INSERT INTO {index}({index}, rank) VALUES ('secure-delete', 1)")
    add = f"INSERT INTO {index}(rowid, {names}) VALUES (new.seq, {_values('new', columns)});"
    drop = f"INSERT INTO {index}({index}, rowid, {names}) VALUES ('delete', old.seq, {_values('old', columns)});"
    op.execute(f"CREATE TRIGGER {index}_add AFTER INSERT ON {noun} BEGIN {add} END")
    op.execute(f"CREATE TRIGGER {index}_drop AFTER DELETE ON {noun} BEGIN {drop} END")
    op.execute(f"CREATE TRIGGER {index}_change AFTER UPDATE OF {names} ON {noun} BEGIN {drop} {add} END")
    if noun == "vote":
        op.execute(f"INSERT INTO {index}(rowid, {names}) SELECT seq, {_values('vote', columns)} FROM vote")
    else:
        op.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")


def _values(row: str, columns: tuple[str, ...]) -> str:
    """Name the values of a row; of choices only their words, as the JSON beside them is nobody's words."""
    labels = f"(SELECT group_concat(json_extract(o.value, '$.label'), ' ') FROM json_each({row}.options) AS o)"
    return ", ".join(labels if column == "options" else f"{row}.{column}" for column in columns)
