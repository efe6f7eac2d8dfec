"""Groups: who is in them, their log, what they agreed on, how they looked back; more of sessions and promises. Frozen."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_TABLES = {
    "work_group": (
        "name* kind* issue aim may_decide money_pence$ money_words why_this_many start end no_end# locality level area "
        "contact review_on committee_on clearance_days$ handed_over_on order#"
    ),
    "group_member": (
        "group_id* person_id role co_chair# mix term_end training* joined_on left_on left_why thanked_on reference_on order#"
    ),
    "partner": "group_id* name* user_led# independent# part order#",
    "log_line": (
        "kind* confirmed# on* until group_id session_id words* who person_id by state publicity* follow_up linked theme "
        "asked_of answer answered_on options lived_present source_kind misses asked_n$ tried route reached$ stage score "
        "trained* watched_by how_often vote_id order#"
    ),
    "agreed_paper": "group_id session_id kind* title* subject owner approved_by review_every_months$",
    "paper_version": "paper_id* n# state* parts* changed on* checked_by agreed_on published_on review_by",
    "signed_up": "paper_id* version_id person_id name* on*",
    "looked_back": "group_id session_id on* by* forms# answers* words rung_aimed rung_reached rung_decided_by",
    "group_measure": "group_id session_id question* what* value# unit* asked$ answered$ on* source by",
}
"""Each table's own columns: `*` is text that is never empty of a value, `#` such a number, `$` a number that may be, else
text that may be; `@` is a list that is empty where nobody said anything."""
_INDEXED = {
    "group_member": (("group_id",), ("person_id",)),
    "partner": (("group_id",),),
    "log_line": (("group_id", "on"), ("session_id",), ("follow_up",), ("person_id",)),
    "agreed_paper": (("group_id",), ("session_id",)),
    "paper_version": (("paper_id",), ("review_by",)),
    "signed_up": (("paper_id",), ("person_id",)),
    "looked_back": (("group_id",), ("session_id",)),
    "group_measure": (("group_id",), ("session_id",)),
    "session": (("group_id",),),
    "point": (("group_id",),),
}
_MORE = {
    "session": (
        "group_id series_n$ series repeats follows state moved_from state_why senior_listener host wrote_it strands@ ways@ "
        "could_not_come shuts_out why_method travel_note print_note learnt for_whom days@"
    ),
    "point": "sorter group_id",
}
_FOUND = {
    "session": (
        *("title", "place", "type", "project", "organisation", "locality", "purpose", "cannot_change"),
        *("series", "senior_listener", "strands", "could_not_come", "learnt", "for_whom"),
    ),
    "work_group": ("name", "issue", "aim", "may_decide", "locality", "area", "why_this_many"),
    "partner": ("name", "part"),
    "group_member": ("role", "training"),
    "log_line": (
        *("words", "who", "theme", "asked_of", "answer", "options", "lived_present", "misses", "tried", "route"),
        *("stage", "watched_by"),
    ),
    "agreed_paper": ("title", "subject", "owner"),
    "paper_version": ("parts", "changed"),
}
"""As store.schema.SEARCHED was, of the nouns whose index is made here."""


def upgrade() -> None:
    for table, own in _TABLES.items():
        op.create_table(
            table,
            sa.Column("seq", sa.Integer(), nullable=False),
            _text("id"),
            *(_text(name) for name in ("key", "given", "unknown")),
            *(_own(column) for column in own.split()),
            *(_text(name) for name in ("created_at", "updated_at")),
            sa.Column("hlc", sa.Integer(), nullable=False),
            _text("device"),
            sa.Column("deleted_at", sa.Text(), nullable=True),
            sa.PrimaryKeyConstraint("seq", name=op.f(f"pk_{table}")),
            sa.UniqueConstraint("id", name=op.f(f"uq_{table}_id")),
        )
    for table, more in _MORE.items():
        for column in more.split():
            op.add_column(table, _own(column))
    for table, indexes in _INDEXED.items():
        for columns in indexes:
            op.create_index(op.f(f"ix_{table}_{columns[0]}"), table, list(columns))
    for trigger in ("add", "drop", "change"):
        op.execute(f"DROP TRIGGER session_fts_{trigger}")
    op.execute("DROP TABLE session_fts")
    for noun, columns in _FOUND.items():
        _index(noun, columns)


def _text(name):
    return sa.Column(name, sa.Text(), nullable=False)


def _own(column):
    name = column.rstrip("*$#@")
    kind = sa.Integer() if column[-1] in "$#" else sa.Text()
    empty = {"server_default": "[]"} if column.endswith("@") else {}
    return sa.Column(name, kind, nullable=column[-1] not in "*#@", **empty)


def _index(noun, columns):
    index, names = f"{noun}_fts", ", ".join(f'"{column}"' for column in columns)
    op.execute(
        f"CREATE VIRTUAL TABLE {index} USING fts5({names}, content='{noun}', content_rowid='seq', "
        "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
    )
    op.execute(f"INSERT INTO {index}({index}, rank) VALUES ('secure-delete', 1)")
    add = f"INSERT INTO {index}(rowid, {names}) VALUES (new.seq, {_values('new', columns)});"
    drop = f"INSERT INTO {index}({index}, rowid, {names}) VALUES ('delete', old.seq, {_values('old', columns)});"
    op.execute(f"CREATE TRIGGER {index}_add AFTER INSERT ON {noun} BEGIN {add} END")
    op.execute(f"CREATE TRIGGER {index}_drop AFTER DELETE ON {noun} BEGIN {drop} END")
    op.execute(f"CREATE TRIGGER {index}_change AFTER UPDATE OF {names} ON {noun} BEGIN {drop} {add} END")
    op.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")


def _values(row, columns):
    return ", ".join(f'{row}."{column}"' for column in columns)
