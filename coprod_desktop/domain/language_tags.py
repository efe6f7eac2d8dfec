"""Language tags (BCP 47) as far as a line of a session needs them: language, script, region, and nothing else.

A tag goes into HTML, Word and PDF as it is, so whatever is no registered code is left off: "cy-Deirdre" is "cy".
"""

from __future__ import annotations


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


UNKNOWN = "und"
"""What stands for a language nobody can tell."""
_LANGUAGES = _codes(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa"
    " ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr"
    " ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl"
    " ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur"
    " uz ve vi vo wa wo xh yi yo za zh zu"
    # of three letters: those that people here speak and sign and that have no shorter one
    " bfi bsl isg ase ckb kmr sdh yue cmn nan hak wuu syl skr pnb hno prs haz rom rmy rmn fil tpi kri pcm gaa fat aii arq ary apd acm"
    " apc ajp arz acq mul mis und zxx sco ulf jam crs mfe tig byn so som swh din nus luo kam mer guz kln ada dag hil ceb ilo pam war"
)
_SCRIPTS = _codes("""
Arab Armn Beng Cans Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hans Hant Hebr Jpan Khmr Knda Kore Laoo Latn Mlym Mong
Mymr Orya Sinh Taml Telu Thaa Thai Tibt Zinh Brai
""")
_REGIONS = _codes("""
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW XK
""")


def language_tag(typed: str) -> str:
    """Return what of a typed language is a tag: "cy-GB", "pa-Guru"; UNKNOWN where the language itself is none."""
    first, *rest = typed.strip().replace("_", "-").split("-")
    language = first.lower()
    if language not in _LANGUAGES:
        return UNKNOWN
    tag = [language]
    if rest and rest[0].title() in _SCRIPTS:
        tag.append(rest.pop(0).title())
    if rest and rest[0].upper() in _REGIONS:
        tag.append(rest.pop(0).upper())
    return "-".join(tag)
