"""The colours of a paper by what they are for (design, section 9), for every renderer that has colours."""

from __future__ import annotations

from coprod_desktop.publish.document import Mark, Paragraph, Tone

LIGHT = {
    "paper": "#FFFFFF",
    "text": "#1B2126",
    "quiet": "#485159",
    "line": "#767E85",
    "edge": "#DAD6CD",
    "accent": "#1B2126",
    "primary": "#0A5C60",
    "you-said": "#5A2C82",
    "we-will": "#0A5C60",
    "no": "#8A3A12",
    "waiting": "#6F4400",
    "done": "#185C2E",
    "focus": "#0B57D0",
}
DARK = {
    "paper": "#15191C",
    "text": "#F3F1EC",
    "quiet": "#B7BEC4",
    "line": "#818A92",
    "edge": "#3A4248",
    "accent": "#F3F1EC",
    "primary": "#7CCFCB",
    "you-said": "#CDA9F0",
    "we-will": "#7CCFCB",
    "no": "#F0A57E",
    "waiting": "#E9C46A",
    "done": "#8FD6A1",
    "focus": "#8AB4FF",
}
TONE = {
    Tone.PLAIN: "text",
    Tone.QUIET: "quiet",
    Tone.YOU_SAID: "you-said",
    Tone.WE_WILL: "we-will",
    Tone.NO: "no",
    Tone.WAITING: "waiting",
    Tone.DONE: "done",
}
"""The token each tone is printed in."""

_MARK = {
    Mark.TICK: "done",
    Mark.HALF: "we-will",
    Mark.CLOCK: "waiting",
    Mark.CROSS: "no",
    Mark.ARROW: "primary",
    Mark.WARN: "waiting",
    Mark.BOX: "primary",
}


def mark_token(paragraph: Paragraph) -> str:
    """Return the token for a paragraph's mark: that of the word it stands beside, else the mark's own."""
    first = next((run.tone for run in paragraph.runs if run.text.strip()), Tone.PLAIN)
    if first in (Tone.PLAIN, Tone.QUIET) and paragraph.mark is not None:
        return _MARK[paragraph.mark]
    return TONE[first]
