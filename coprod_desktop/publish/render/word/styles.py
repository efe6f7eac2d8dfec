"""The look of a Word file as real styles: whoever changes one of them in Word changes the whole paper.

Clear print (UKAAF G003): Arial, which every computer has or has a twin of, 14 point, left aligned, no italics.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coprod_desktop.publish.render.every_format.look import LIGHT

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FONT = "Arial"
BODY, _SMALL, _FOOT_WORDS = 14, 12, 16
"""Points: plain text, unless a paper is in larger print; the head and foot of a page, which stay; and what the foot says."""
_HIGHEST = 36
"""Points of a title, where plain text is not as large itself."""
_HEADING = (26, 20, 16, 15, 14, 14)
"""Points, by level."""
_BESIDE = 454
"""How far a sign stands out to the left of its words, and a list's words in from its dots; twentieths of a point."""


_SIZE = re.compile(r'(<w:sz(?:Cs)? w:val=)"(\d+)"')


@dataclass(frozen=True)
class _Style:
    """A style: what it is called, for what, and how it differs from the one it is based on."""

    id: str
    name: str
    paragraph: str = ""
    letters: str = ""
    based_on: str = "Normal"
    next: str = "Normal"


def styles(lang: str, accent: str | None, body_pt: float = BODY) -> str:
    """Return the part of a Word file that holds its styles. `lang` is a language tag, `accent` "#RRGGBB".

    Where plain text is to be larger than usual, `body_pt` in points, headings grow with it.
    """
    face = " ".join(f'w:{kind}="{FONT}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {face}/>{_colour('text')}{_size(BODY)}"
        f'<w:lang w:val="{lang}" w:eastAsia="{lang}" w:bidi="{lang}"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'
    )
    own = "".join(map(_paragraph_style, _paragraph_styles(accent or LIGHT["text"])))
    letters = "".join(map(_character_style, _character_styles()))
    whole = f"<w:styles {NAMESPACE}>{defaults}{_NORMAL}{own}{_PLAIN_LETTERS}{letters}{_tables(accent)}</w:styles>"
    return whole if body_pt == BODY else _SIZE.sub(lambda size: _enlarged(size, body_pt), whole)


def _enlarged(size: re.Match[str], body_pt: float) -> str:
    points = int(size[2]) / 2
    if points == _SMALL:
        return size[0]
    larger = max(min(points * body_pt / BODY, _HIGHEST), body_pt if points >= BODY else points)
    return f'{size[1]}"{round(larger * 2)}"'


_NORMAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
    '<w:pPr><w:widowControl/><w:spacing w:before="0" w:after="180" w:line="336" w:lineRule="auto"/></w:pPr></w:style>'
)
_PLAIN_LETTERS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
)


def _size(points: float) -> str:
    return f'<w:sz w:val="{points * 2:g}"/><w:szCs w:val="{points * 2:g}"/>'


def _colour(token: str) -> str:
    return f'<w:color w:val="{LIGHT[token].lstrip("#")}"/>'


_BOLD = "<w:b/><w:bCs/>"
_REGULAR = '<w:b w:val="0"/><w:bCs w:val="0"/>'


def _paragraph_styles(heading: str) -> Iterator[_Style]:
    for level, points in enumerate(_HEADING, start=1):
        yield _Style(
            f"Heading{level}",
            f"heading {level}",
            f'<w:keepNext/><w:keepLines/><w:spacing w:before="{120 if level == 1 else 480 if level == 2 else 360}" '
            f'w:after="160" w:line="288" w:lineRule="auto"/><w:outlineLvl w:val="{level - 1}"/>',
            f'{_BOLD}<w:color w:val="{heading.lstrip("#")}"/>{_size(points)}',
        )
    for level in range(1, len(_HEADING) + 1):
        yield _Style(
            f"AnswerHeading{level}",
            f"Answer heading {level}",
            _border("top", "you-said", 12, 10)
            + '<w:spacing w:before="440" w:after="180" w:line="336" w:lineRule="auto"/>',
            f"{_REGULAR}{_colour('text')}{_size(BODY)}",
            based_on=f"Heading{level}",
        )
    yield _Style(
        "ListBullet",
        "List Bullet",
        f'<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="100"/><w:ind w:left="{_BESIDE}" w:hanging="{_BESIDE}"/>',
        next="ListBullet",
    )
    yield _Style(
        "Quote",
        "Quote",
        _border("left", "edge", 18, 10) + '<w:ind w:left="284"/>',
        "<w:i w:val='0'/><w:iCs w:val='0'/>",
    )
    yield _Style(
        "QuoteFromRight",
        "Quote from the right",
        _border("right", "edge", 18, 10),
        based_on="Quote",
    )
    yield _Style("ListMore", "List more", f'<w:spacing w:after="100"/><w:ind w:left="{_BESIDE}"/>', next="ListBullet")
    yield _Style("Fact", "Fact", '<w:keepNext/><w:spacing w:after="60"/>', next="Fact")
    yield _Style("LastFact", "Last fact", '<w:keepNext w:val="0"/><w:spacing w:after="180"/>', based_on="Fact")
    yield _Style("Marked", "With a sign", f'<w:ind w:left="0" w:hanging="{_BESIDE}"/>')
    yield _Style(
        "SignedItem",
        "List with a sign",
        f'<w:spacing w:after="100"/><w:ind w:left="{_BESIDE}" w:hanging="{_BESIDE}"/>',
        next="ListBullet",
    )
    yield _Style(
        "Picture", "Picture", '<w:keepNext/><w:spacing w:before="120" w:after="80" w:line="240" w:lineRule="auto"/>'
    )
    yield _Style(
        "InRow", "Words beside a picture", '<w:spacing w:before="80" w:after="80" w:line="300" w:lineRule="auto"/>'
    )
    yield _Style(
        "BesideWords", "Picture beside words", '<w:spacing w:before="60" w:after="60" w:line="240" w:lineRule="auto"/>'
    )
    yield _Style(
        "Caption",
        "caption",
        '<w:keepNext/><w:spacing w:before="280" w:after="100"/>',
        _BOLD + _size(BODY),
        next="Normal",
    )
    yield _Style("TableText", "Table text", '<w:spacing w:before="60" w:after="60" w:line="300" w:lineRule="auto"/>')
    yield _Style("TableHead", "Table head", "<w:keepNext/>", _BOLD, based_on="TableText")
    yield _Style("RowHead", "Row head", "", _BOLD, based_on="TableText")
    yield _Style("AfterTable", "After table", '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>', _size(8))
    yield _Style("Header", "header", '<w:spacing w:after="0"/>', _colour("quiet") + _size(_SMALL))
    yield _Style(
        "Footer",
        "footer",
        '<w:tabs><w:tab w:val="right" w:pos="9412"/></w:tabs><w:spacing w:after="0"/>',
        _colour("quiet") + _size(_SMALL),
    )
    yield _Style(
        "FooterWords",
        "Footer words",
        '<w:spacing w:before="120" w:after="60" w:line="288" w:lineRule="auto"/>',
        _size(_FOOT_WORDS),
    )


def _border(side: str, token: str, eighths: int, space: int) -> str:
    colour = LIGHT[token].lstrip("#")
    others = '<w:left w:val="nil"/>' if side == "right" else ""
    line = f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'
    return f"<w:pBdr>{others}{line}</w:pBdr>"


def _character_styles() -> Iterator[_Style]:
    yield _Style("Strong", "Strong", letters=_BOLD)
    yield _Style("Hyperlink", "Hyperlink", letters=_colour("primary") + '<w:u w:val="single"/>')
    yield _Style("Label", "Label", letters=_BOLD + _colour("quiet"))
    symbols = " ".join(f'w:{kind}="Segoe UI Symbol"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    yield _Style("Sign", "Sign", letters=f"<w:rFonts {symbols}/>{_BOLD}")
    for name, token in (
        ("Quiet", "quiet"),
        ("You said", "you-said"),
        ("We will", "we-will"),
        ("No", "no"),
        ("Waiting", "waiting"),
        ("Done", "done"),
    ):
        yield _Style(name.title().replace(" ", ""), name, letters=_colour(token))


def _paragraph_style(style: _Style) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/><w:next w:val="{style.next}"/><w:qFormat/>'
        f"<w:pPr>{style.paragraph}</w:pPr><w:rPr>{style.letters}</w:rPr></w:style>"
    )


def _character_style(style: _Style) -> str:
    return (
        f'<w:style w:type="character" w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{style.letters}</w:rPr></w:style>'
    )


def _tables(accent: str | None) -> str:
    """Return the table styles: lines between rows, a stronger one under the header; no shading to swallow words."""

    def line(side: str, eighths: int, colour: str) -> str:
        return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour.lstrip("#")}"/>'

    rows = line("bottom", 4, LIGHT["line"]) + line("insideH", 4, LIGHT["line"])
    under = line("bottom", 12, accent or LIGHT["text"])
    margins = '<w:left w:w="0" w:type="dxa"/><w:right w:w="200" w:type="dxa"/>'
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:styleId="PaperTable"><w:name w:val="Paper table"/><w:basedOn w:val="TableNormal"/>'
        f"<w:qFormat/><w:tblPr><w:tblBorders>{rows}</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>{under}</w:tcBorders></w:tcPr></w:tblStylePr></w:style>'
    )


NUMBERING = (
    f'<w:numbering {NAMESPACE}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
    f'<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{_BESIDE}" w:hanging="{_BESIDE}"/></w:pPr>'
    f'<w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:hint="default"/></w:rPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def settings(lang: str) -> str:
    """Return the part that says how to open the file: as today's Word does, without the words "compatibility mode"."""
    office = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings {NAMESPACE}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{office}" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{lang}"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )
