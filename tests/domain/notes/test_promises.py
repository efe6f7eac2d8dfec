"""A promise in whatever words: each spelling is a thing to do with who and when, and never more of the line above it."""

from tests.domain.notes.ruler import read

SPELLINGS = (
    ("TODO Meera email the hall", "email the hall", "Meera", None),
    ("TODO Meera to email the hall by Friday", "email the hall", "Meera", "Friday"),
    ("To do: Meera - email the hall", "email the hall", "Meera", None),
    ("To do - Meera to email the hall", "email the hall", "Meera", None),
    ("TODO: Meera email the hall asap", "email the hall", "Meera", "asap"),
    ("Next steps: Meera to email the hall", "email the hall", "Meera", None),
    ("Next step: Meera to email the hall by 4 May 2026", "email the hall", "Meera", "4 May 2026"),
    ("Next step - Meera to email the hall", "email the hall", "Meera", None),
    ("Action required: Meera to email the hall", "email the hall", "Meera", None),
    ("Action needed: email the hall (Meera)", "email the hall", "Meera", None),
    ("Action required - Meera to email the hall", "email the hall", "Meera", None),
    ("Action agreed: Meera to email the hall", "email the hall", "Meera", None),
    ("Agreed action: Meera to email the hall", "email the hall", "Meera", None),
    ("Follow-up: Meera to email the hall", "email the hall", "Meera", None),
    ("Follow up: Meera to email the hall", "email the hall", "Meera", None),
    ("Action: Meera to email the hall by the 4th", "email the hall", "Meera", "the 4th"),
    ("Meera to email the hall by the 4th.", "email the hall", "Meera", "the 4th"),
    ("Action: Meera to email the hall asap", "email the hall", "Meera", "asap"),
    ("Meera to email the hall ASAP", "email the hall", "Meera", "ASAP"),
    ("Meera to email the hall as soon as possible", "email the hall", "Meera", "as soon as possible"),
    ("Action: email the hall. Owner: Meera. Due: 4 May 2026", "email the hall", "Meera", "4 May 2026"),
    ("Action: email the hall Owner: Meera Due: 4 May 2026", "email the hall", "Meera", "4 May 2026"),
    ("Action: email the hall, Owner: Meera, Due: 4 May 2026", "email the hall", "Meera", "4 May 2026"),
    ("Action: email the hall Who: Meera When: Friday", "email the hall", "Meera", "Friday"),
    ("Action - email the hall. Lead - Meera. By when - Friday", "email the hall", "Meera", "Friday"),
    ("Owner: Meera. Action: email the hall. Due: Friday", "email the hall", "Meera", "Friday"),
    ("Council to email the hall", "email the hall", "Council", None),
    ("The council to email the hall by Friday", "email the hall", "The council", "Friday"),
    ("The council will email the hall by Friday", "email the hall", "The council", "Friday"),
    ("Social services to ring the hall", "ring the hall", "Social services", None),
    ("Housing to email the hall", "email the hall", "Housing", None),
    ("Housing team to email the hall", "email the hall", "Housing team", None),
    ("Meera and Tom to email the hall", "email the hall", "Meera and Tom", None),
    ("Meera/Tom to email the hall", "email the hall", "Meera/Tom", None),
    ("Meera & Tom to email the hall by end of month", "email the hall", "Meera & Tom", "end of month"),
    ("Meera will email the hall", "email the hall", "Meera", None),
    ("Meera will email the hall tomorrow", "email the hall", "Meera", "tomorrow"),
    ("Meera to email the hall by COP Friday", "email the hall", "Meera", "COP Friday"),
    ("Meera to email the hall before the next session", "email the hall", "Meera", "the next session"),
    ("Meera to email the hall this week", "email the hall", "Meera", "this week"),
    ("@Meera to email the hall", "email the hall", "Meera", None),
    ("@Meera: email the hall by Friday", "email the hall", "Meera", "Friday"),
    ("[ ] Meera to email the hall", "email the hall", "Meera", None),
    ("☐ Meera to email the hall", "email the hall", "Meera", None),
    ("AP: Meera to email the hall", "email the hall", "Meera", None),
    ("AP1 Meera to email the hall", "email the hall", "Meera", None),
    ("ACTION Meera to email the hall", "email the hall", "Meera", None),
    ("ACTION POINT: Meera to email the hall", "email the hall", "Meera", None),
    ("ACTION 3: Meera to email the hall", "email the hall", "Meera", None),
    ("** ACTION ** Meera to email the hall", "email the hall", "Meera", None),
    (">> Meera to email the hall", "email the hall", "Meera", None),
    ("-> Meera to email the hall", "email the hall", "Meera", None),
    ("→ Meera to email the hall by Friday", "email the hall", "Meera", "Friday"),
    ("Meera has agreed to email the hall", "email the hall", "Meera", None),
    ("Meera offered to email the hall", "email the hall", "Meera", None),
    ("Meera is going to email the hall", "email the hall", "Meera", None),
    ("Meera must email the hall by Friday", "email the hall", "Meera", "Friday"),
    ("Meera to please email the hall", "please email the hall", "Meera", None),
    ("Email the hall - Meera - Friday", "Email the hall", "Meera", "Friday"),
    ("Email the hall (Meera by Friday)", "Email the hall", "Meera", "Friday"),
    ("Task: email the hall. Owner: Meera", "email the hall", "Meera", None),
    ("Promised: Meera to email the hall", "email the hall", "Meera", None),
    ("Agreed: Meera to email the hall", "email the hall", "Meera", None),
    ("Decision: Meera to email the hall", "email the hall", "Meera", None),
    ("For action: Meera to email the hall", "email the hall", "Meera", None),
    ("Who: Meera What: email the hall When: Friday", "email the hall", "Meera", "Friday"),
    ("Action for Meera: email the hall", "email the hall", "Meera", None),
    ("Action (Meera): email the hall by Friday", "email the hall", "Meera", "Friday"),
    ("Actions: Meera to email the hall", "email the hall", "Meera", None),
    ("Dr Sen to email the hall", "email the hall", "Dr Sen", None),
    ("Meera Shah (council) to email the hall", "email the hall", "Meera Shah", None),
)
"""A line as people write it, and what is to be done, by whom, when."""
AROUND = (
    "Priti: We need a bus\nMo: The tea is cold\n{}\nAna: Stairs are steep",
    "- The bus is always late here\n- Nobody rings us back\n- {}\n- The tea is cold",
    "Priti: We need a bus\nMo: Yes\nACTIONS\n{}\nTom to ring Ana",
)
NO_PROMISES = (
    "Housing to me is a right",
    "The council will ring you back and never does",
    "Ken will ring me every day",
    "Action is what we want",
    "To do my shopping I need a bus",
    "Services to suit us",
    "I asked who: nobody knew",
)


def test_each_spelling_of_a_promise_is_offered_with_who_and_when():
    wrong = []
    for line, *due in SPELLINGS:
        for around in AROUND:
            read_so = [cut.action for cut in read(around.format(line)).cuts if cut.action is not None]
            if [[a.what, a.who, a.when] for a in read_so if a.what != "ring Ana"] != [due]:
                wrong.append((line, around[:9], read_so))
    assert wrong == []


def test_what_only_sounds_like_a_promise_is_a_line():
    text = "\n".join(f"- {line}" for line in NO_PROMISES)
    assert [cut.text for cut in read(text).cuts if cut.action is None] == list(NO_PROMISES)


def test_reactions_are_no_words_of_a_message():
    chat = "Jo Marsh\n10:15 AM\nThe bus is late\n👍 3\n\nMo Ali\n10:16 AM\nNobody rings\n❤️ 1\nYes 3 times\n\nJo Marsh\n10:17 AM\n👍"
    assert [cut.text for cut in read(chat).lines] == ["The bus is late", "Nobody rings\nYes 3 times"]
    assert "👍 3" in [cut.text for cut in read(chat).cuts if cut.aside]


def test_from_and_sent_of_e_mails_are_no_speakers_and_none_of_their_words_are_lost():
    mails = (
        "Comments that came by e-mail\n\nFrom: Jo Marsh <jo@example.org>\nSent: 12/03/2026\nTo: The group\nHi all,\nThe bus is late\nKind regards\nJo\n\n"
        "From: Mo Ali\nSent: 12/03/2026\n\nNobody rings us back when they have said that they will, and we wait\nfor days by the telephone, which makes all of us feel that we are not\nworth the call.\n\n"
        "From: Ana Diaz\nSent: 13/03/2026\nCan we have tea?\nMeera to email the hall by Friday\n"
    )
    found = read(mails)
    assert [(c.speaker, c.kind.value, c.text, c.action.who if c.action else None) for c in found.lines] == [
        ("Jo Marsh", "contribution", "The bus is late", None),
        (
            "Mo Ali",
            "contribution",
            "Nobody rings us back when they have said that they will, and we wait for days by the telephone, "
            "which makes all of us feel that we are not worth the call.",
            None,
        ),
        ("Ana Diaz", "question", "Can we have tea?", None),
        (None, "note", "Meera to email the hall by Friday", "Meera"),
    ]
    said = " ".join(cut.text for cut in found.cuts).split()
    assert sorted(said) == sorted(mails.split())
