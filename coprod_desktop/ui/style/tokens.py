"""The colours of the window by what they are for (design, section 9), and the sum that says whether they can be read."""

from __future__ import annotations

from coprod_desktop.domain.value import Value, value


@value
class Tokens(Value):
    """Colours as "#RRGGBB". `edge` and `hover` are ornament only; whatever must be seen uses `line`."""

    background: str
    surface: str
    text: str
    quiet: str
    line: str
    primary: str
    on_primary: str
    you_said: str
    we_will: str
    no: str
    waiting: str
    done: str
    danger: str
    focus: str
    selection: str
    edge: str
    hover: str


LIGHT = Tokens(
    background="#F6F4EF",
    surface="#FFFFFF",
    text="#1B2126",
    quiet="#485159",
    line="#767E85",
    primary="#0A5C60",
    on_primary="#FFFFFF",
    you_said="#5A2C82",
    we_will="#0A5C60",
    no="#8A3A12",
    waiting="#6F4400",
    done="#185C2E",
    danger="#9B1C1C",
    focus="#0B57D0",
    selection="#D6ECEB",
    edge="#DAD6CD",
    hover="#ECE8E0",
)
DARK = Tokens(
    background="#15191C",
    surface="#1E2428",
    text="#F3F1EC",
    quiet="#B7BEC4",
    line="#818A92",
    primary="#7CCFCB",
    on_primary="#06292B",
    you_said="#CDA9F0",
    we_will="#7CCFCB",
    no="#F0A57E",
    waiting="#E9C46A",
    done="#8FD6A1",
    danger="#FF9C94",
    focus="#8AB4FF",
    selection="#24484A",
    edge="#343C42",
    hover="#2A3237",
)
HIGH_CONTRAST = Tokens(
    background="#000000",
    surface="#000000",
    text="#FFFFFF",
    quiet="#FFFFFF",
    line="#FFFFFF",
    primary="#7FF5F0",
    on_primary="#000000",
    you_said="#E3BAFF",
    we_will="#7FF5F0",
    no="#FFB38A",
    waiting="#FFD24D",
    done="#8CFFA5",
    danger="#FFA8A0",
    focus="#FFFF00",
    selection="#00353A",
    edge="#FFFFFF",
    hover="#262626",
)
