"""The tables. Rows of a session are named after the values in domain.record; the rest is the workspace's own.

Every row that could one day be merged has: seq (also the key of the search index), id (UUIDv7), times in UTC,
the hybrid logical clock and the device that wrote it, and deleted_at. Permissions are rows that are only added to.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, MetaData, Table, Text

from coprod_desktop.domain import (
    agreed_record,
    easy_record,
    group_record,
    live_hour,
    log_record,
    looked_back_record,
    people_record,
    record,
    week_after,
)
from coprod_desktop.store.mapping import columns
from coprod_desktop.store.searched import SEARCHED as SEARCHED

META = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

CLOCK = BigInteger().with_variant(Integer, "sqlite")
"""Clock values need 64 bits; SQLite's integers have them."""

PERSON_FIELDS = frozenset(
    {
        "name",
        "name_in_public",
        "language",
        "consents",
        "consent_withdrawn_on",
        "withdrawn_words",
        "contact",
        "salutation",
        "safe_contact",
    }
)
"""What belongs to the person; every other field of record.Person belongs to their attendance at one session."""


_CAME_LATER = frozenset({"strands", "ways", "days"})
"""Lists that older rows do not have."""


def _stamped(name: str, *more: Column[object]) -> Table:
    return Table(
        name,
        META,
        Column("seq", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        *more,
        Column("created_at", Text, nullable=False),
        Column("updated_at", Text, nullable=False),
        Column("hlc", CLOCK, nullable=False),
        Column("device", Text, nullable=False),
        Column("deleted_at", Text),
    )


def _fields(
    kind: type, *, leave_out: frozenset[str] = frozenset(), only: frozenset[str] | None = None
) -> list[Column[object]]:
    return [
        Column(
            c.name,
            Integer if c.sql == "integer" else Text,
            nullable=not c.required,
            server_default="[]" if c.name in _CAME_LATER else None,
        )
        for c in columns(kind)
        if c.name not in {"id", *leave_out} and (only is None or c.name in only)
    ]


def _of_session(name: str, kind: type, *more: Column[object], always: bool = True) -> Table:
    """`always`: every row has a session; a promise of which only later papers are known here has none."""
    indexed = kind is not record.Entry  # entries have an index of their own, by number
    return _stamped(name, Column("session_id", Text, nullable=not always, index=indexed), *more, *_fields(kind))


session = _stamped(
    "session",
    *_fields(record.Session),
    Column("file_given", Text),
    Column("file_unknown", Text),
)
person = _stamped("person", *_fields(record.Person, only=PERSON_FIELDS))
attendance = _stamped(
    "attendance",
    Column("session_id", Text, nullable=False, index=True),
    Column("person_id", Text, nullable=False, index=True),
    *_fields(record.Person, leave_out=PERSON_FIELDS),
)
need = _of_session("need", record.Need, Column("person_id", Text, nullable=False, index=True))
agenda_item = _of_session("agenda_item", record.AgendaItem)
checklist_item = _of_session("checklist_item", record.ChecklistItem)
ground_rule = _of_session("ground_rule", record.GroundRule)
entry = _of_session("entry", record.Entry)
point = _of_session(
    "point",
    record.Point,
    Column("open", Integer, nullable=False, server_default="0"),
    Column("ended", Text),
    always=False,
)
"""`open` and `ended` are an index of where each promise stands, whatever the day: kept by store.promises alone."""
promise_update = _of_session(
    "promise_update", record.Update, Column("point_id", Text, nullable=False, index=True), always=False
)
telling = _of_session("telling", record.Telling)
vote = _of_session("vote", record.Vote)
notice_given = _of_session("notice_given", record.NoticeGiven)
easy_choice = _of_session("easy_choice", easy_record.EasyChoice)
easy_check = _of_session("easy_check", easy_record.EasyCheck)
easy_sentence = _of_session("easy_sentence", easy_record.EasySentence)
easy_mark = _of_session("easy_mark", easy_record.EasyMark)
asking = _of_session("asking", week_after.Asking)
member_check = _of_session("member_check", week_after.MemberCheck)
said_back = _of_session("said_back", week_after.SaidBack)
format_asked = _of_session("format_asked", week_after.FormatAsked)
moment = _of_session("moment", live_hour.Moment)
read_back = _of_session("read_back", live_hour.ReadBack)
sheet_photo = _of_session("sheet_photo", live_hour.SheetPhoto)
organisation = _stamped("organisation", *_fields(record.Organisation))
own_picture = _stamped("own_picture", *_fields(easy_record.OwnPicture))
plain_word = _stamped("plain_word", *_fields(easy_record.PlainWord))
bank = _stamped("bank", *_fields(people_record.Bank))
rate = _stamped("rate", *_fields(people_record.Rate))
claim = _stamped("claim", *_fields(people_record.Claim))
privacy = _stamped("privacy", *_fields(people_record.Privacy))
keep_rule = _stamped("keep_rule", *_fields(people_record.Keep))
deletion = _stamped("deletion", *_fields(people_record.Deletion))
about_you_question = _stamped("about_you_question", *_fields(people_record.AboutYou))
local_figure = _stamped("local_figure", *_fields(people_record.LocalFigure))
list_columns = _stamped("list_columns", *_fields(people_record.ListColumns))
work_group = _stamped("work_group", *_fields(group_record.WorkGroup))
group_member = _stamped("group_member", *_fields(group_record.Member))
partner = _stamped("partner", *_fields(group_record.Partner))
log_line = _stamped("log_line", *_fields(log_record.LogLine))
agreed_paper = _stamped("agreed_paper", *_fields(agreed_record.AgreedPaper))
paper_version = _stamped("paper_version", *_fields(agreed_record.PaperVersion))
signed_up = _stamped("signed_up", *_fields(agreed_record.SignedUp))
looked_back = _stamped("looked_back", *_fields(looked_back_record.LookedBack))
group_measure = _stamped("group_measure", *_fields(looked_back_record.GroupMeasure))

permission = Table(
    "permission",
    META,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("noun", Text, nullable=False),
    Column("row_id", Text, nullable=False, index=True),
    Column("purpose", Text, nullable=False),
    Column("circle", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("basis", Text, nullable=False),
    Column("over", Text, nullable=False),
    Column("on_date", Text),
    Column("asked_by", Text),
    Column("helped", Text),
    Column("session_id", Text),
    Column("hlc", CLOCK, nullable=False, index=True),
    Column("device", Text, nullable=False),
    Index("ix_permission_place", "noun", "session_id", "row_id", "purpose", "circle", "value", "basis", "over", "id"),
)
"""Values of domain.permission.Permission: never changed, never taken away but with the line or person itself."""
gone = Table(
    "gone",
    META,
    Column("id", Text, primary_key=True),
    Column("noun", Text, nullable=False),
    Column("session_key", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("words_hash", Text),
    Column("why", Text, nullable=False),
    Column("hlc", CLOCK, nullable=False),
    Column("device", Text, nullable=False),
    Column("came", CLOCK, nullable=False, server_default="0"),
    Column("here", CLOCK, nullable=False, server_default="0"),
    Column("day", Text, nullable=False, server_default=""),
    Index("ix_gone_key", "session_key", "noun", "key"),
)
"""What was struck or erased, by id, file key and a keyed hash of its words: import, merge and restore obey it.

`came` and `here`: this database's clock when the row came, and when it became gone here, on which `day`. A backup that
was made between the two holds it.
"""
set_aside = _stamped(
    "set_aside",
    Column("noun", Text, nullable=False),
    Column("row_id", Text, nullable=False, unique=True),
    Column("session_id", Text, nullable=False, index=True),
    Column("why", Text, nullable=False),
    Column("row", Text),
    Column("passed_on_to", Text),
    Column("passed_on_on", Text),
    Column("reference", Text),
)
"""Rows that stand in no list: sealed because someone may be at risk, or struck while a hold keeps them.

`row` is the whole row with its revisions; empty for one that was sealed on another laptop before it came here.
"""
hold = _stamped(
    "hold",
    Column("scope", Text, nullable=False),
    Column("scope_id", Text),
    Column("why", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("until", Text),
    Column("ended_on", Text),
)
other_version = Table(
    "other_version",
    META,
    Column("id", Text, primary_key=True),
    Column("noun", Text, nullable=False),
    Column("row_id", Text, nullable=False, index=True),
    Column("session_id", Text, nullable=False, index=True),
    Column("column", Text, nullable=False),
    Column("theirs", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("hlc", CLOCK, nullable=False),
    Column("device", Text, nullable=False),
    Column("chosen", Text),
)
"""Another laptop's version of one column that was changed on both, until a person chooses."""
same_as = Table(
    "same_as",
    META,
    Column("id", Text, primary_key=True),
    Column("person_a", Text, nullable=False, index=True),
    Column("person_b", Text, nullable=False, index=True),
    Column("parted", Integer, nullable=False),
    Column("hlc", CLOCK, nullable=False),
    Column("device", Text, nullable=False),
)
settlement = _stamped(
    "settlement",
    Column("session_id", Text, nullable=False, index=True),
    Column("subject", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("words_hash", Text, nullable=False),
    Column("decision", Text, nullable=False),
    Column("on", Text, nullable=False),
    Column("reviewed", Integer, nullable=False),
    Column("over", Text, nullable=False, server_default="[]"),
)
paper = _stamped(
    "paper",
    Column("session_id", Text, nullable=False, index=True),
    Column("made_on", Text, nullable=False),
    Column("formats", Text, nullable=False),
    Column("file_names", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
    Column("draft", Integer, nullable=False),
    Column("holds", Text, nullable=False),
    Column("kind", Text),
    Column("circle", Text),
)
sent = _stamped(
    "sent",
    Column("session_id", Text, nullable=False, index=True),
    Column("paper_id", Text, nullable=False, index=True),
    Column("person_id", Text, nullable=False),
    Column("format", Text, nullable=False),
    Column("on", Text, nullable=False),
)
revision = Table(
    "revision",
    META,
    Column("seq", Integer, primary_key=True),
    Column("noun", Text, nullable=False),
    Column("row_id", Text, nullable=False, index=True),
    Column("hlc", CLOCK, nullable=False),
    Column("device", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("old", Text, nullable=False),
)
undo_step = Table(
    "undo_step",
    META,
    Column("hlc", CLOCK, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("said", Text, nullable=False),
    Column("ops", Text, nullable=False),
    Column("reverts", Integer),
    Column("reverted", Integer, nullable=False),
)
draft = Table(
    "draft",
    META,
    Column("field", Text, primary_key=True),
    Column("session_id", Text),
    Column("row_id", Text),
    Column("text", Text, nullable=False),
    Column("at", Text, nullable=False),
)
meta = Table("meta", META, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

Index("ix_entry_number", entry.c.session_id, entry.c.n)
Index("ix_point_open", point.c.open, point.c.due)
Index("ix_point_ended", point.c.ended)
Index("ix_telling_promise", telling.c.promise)
Index("ix_asking_point", asking.c.point)
Index("ix_said_back_point", said_back.c.point)
Index("ix_easy_sentence_point", easy_sentence.c.point)
Index("ix_bank_person_id", bank.c.person_id)
Index("ix_claim_person_id", claim.c.person_id)
Index("ix_claim_session_id", claim.c.session_id)
Index("ix_log_line_group_id", log_line.c.group_id, log_line.c.on)
for _column in (
    *(group_member.c.group_id, group_member.c.person_id, partner.c.group_id),
    *(log_line.c.session_id, log_line.c.follow_up, log_line.c.person_id),
    *(agreed_paper.c.group_id, agreed_paper.c.session_id, paper_version.c.paper_id, paper_version.c.review_by),
    *(signed_up.c.paper_id, signed_up.c.person_id, looked_back.c.group_id, looked_back.c.session_id),
    *(group_measure.c.group_id, group_measure.c.session_id, session.c.group_id, point.c.group_id),
):
    Index(f"ix_{_column.table.name}_{_column.name}", _column)
Index("ix_attendance_pair", attendance.c.session_id, attendance.c.person_id, unique=True)

TABLE_OF: dict[type, Table] = {
    record.Session: session,
    record.Need: need,
    record.AgendaItem: agenda_item,
    record.ChecklistItem: checklist_item,
    record.GroundRule: ground_rule,
    record.Entry: entry,
    record.Point: point,
    record.Update: promise_update,
    record.Telling: telling,
    record.Vote: vote,
    record.NoticeGiven: notice_given,
    easy_record.EasyChoice: easy_choice,
    easy_record.EasyCheck: easy_check,
    easy_record.EasySentence: easy_sentence,
    easy_record.EasyMark: easy_mark,
    week_after.Asking: asking,
    week_after.MemberCheck: member_check,
    week_after.SaidBack: said_back,
    week_after.FormatAsked: format_asked,
    live_hour.Moment: moment,
    live_hour.ReadBack: read_back,
    live_hour.SheetPhoto: sheet_photo,
    record.Organisation: organisation,
    easy_record.OwnPicture: own_picture,
    easy_record.PlainWord: plain_word,
    people_record.Bank: bank,
    people_record.Rate: rate,
    people_record.Claim: claim,
    people_record.Privacy: privacy,
    people_record.Keep: keep_rule,
    people_record.Deletion: deletion,
    people_record.AboutYou: about_you_question,
    people_record.LocalFigure: local_figure,
    people_record.ListColumns: list_columns,
    group_record.WorkGroup: work_group,
    group_record.Member: group_member,
    group_record.Partner: partner,
    log_record.LogLine: log_line,
    agreed_record.AgreedPaper: agreed_paper,
    agreed_record.PaperVersion: paper_version,
    agreed_record.SignedUp: signed_up,
    looked_back_record.LookedBack: looked_back,
    looked_back_record.GroupMeasure: group_measure,
}
ON_A_POINT = (asking, said_back, easy_sentence)
"""Of which a row hangs on the point it names under `point`, and goes where that goes."""
KIND_OF: dict[str, type] = {table.name: kind for kind, table in TABLE_OF.items()} | {
    "person": record.Person,
    "attendance": record.Person,
}
FOLDED: dict[str, frozenset[str]] = {
    "entry": frozenset({"quote_ok", "withdrawn"}),
    "person": frozenset({"name_in_public", "consents", "consent_withdrawn_on"}),
}
"""What lists and older programs read of someone's answers: an index of `permission`, kept by store.permits alone."""
