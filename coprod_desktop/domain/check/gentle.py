"""What may point at one person or tell of their health, of violence or of a crime: asked about, and blocks no paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coprod_desktop.domain.check.kinds import FindingKind, Hit, hit
from coprod_desktop.domain.check.worth import HEALTH, LAW, POINTS, VIOLENCE

_PEOPLE = (
    r"man|woman|person|one|lad|lass|boy|girl|lady|gentleman|couple|family|families|carer|resident|tenant|user|member|mum|dad|mother"
    r"|father|wife|husband|widow|widower|patient|pupil|student|worker|driver|vicar|guy|bloke|child|kid|twin|twins|household"
    r"|wheelchair|disabled|deaf|blind|black|asian|polish|somali|muslim|sikh|hindu|jewish|gay|lesbian|trans|transgender|autistic"
    r"|chinese|african|caribbean|romanian|roma|traveller|gypsy|welsh|irish|pakistani|indian|bangladeshi|ukrainian|nigerian"
)
_WHERE = r"(?:in|on|at|from|of|here|round here|there|around|with|who|to|i know|left|under|over|for miles)\b"
_THE_ONLY = re.compile(
    rf"\b(?:the |an? |i'm |im |i am |she's |he's |we're |we are |are |is |was |am |only |just )*\bonly (?:\w+[ -]){{0,3}}(?:{_PEOPLE})\b[^.\n]{{0,24}}?\b{_WHERE}"
    rf"|^only (?:\w+ ){{0,2}}(?:{_PEOPLE})\b|\bonly one (?:\w+ ){{0,2}}(?:{_PEOPLE})\b[^.\n]{{0,24}}\b(?:in|on|at)\b"
    r"|\b(?:nobody|no one|no-one|noone) else (?:in|on|at|round|here|there)\b[^.\n]{0,24}\b(?:is|has|uses|speaks|with)\b"
    r"|\bone (?:\w+ )?(?:man|woman|lad|lady) and (?:two|three|one|a couple)\b|\bfor one (?:\w+ )(?:man|woman|lady|lad|boy|girl)\b"
)
_OFFICE = (
    r"mayor|vicar|headteacher|headmaster|headmistress|head teacher|councillor|mp|ms|doctor|gp|butcher|baker|postman|postmistress"
    r"|publican|landlord|chemist|pharmacist|lollipop (?:lady|man)|imam|priest|rabbi|minister|warden|caretaker|shopkeeper|farmer"
    r"|chairman|chairwoman|chair|director|manager|policeman|police officer|dentist|teacher|matron|bishop|judge"
)
_KIN = r"wife|husband|son|daughter|sister|brother|mother|mum|father|dad|partner|nephew|niece|grandson|granddaughter|boy|girl|kid|kids|twins?|ex|widow|lad"
_OFFICE_KIN = re.compile(
    rf"\b(?:the |our )?(?:{_OFFICE})'?s (?:{_KIN})\b|\b(?:the )?(?:{_KIN}) of (?:the|our) (?:{_OFFICE})\b"
)
_WHO = re.compile(
    r"\bthe (?:one|woman|man|lady|lad|girl|boy|couple|family|guy|bloke|gentleman|chap|person|tall \w+|old \w+|young \w+|big \w+|little \w+|blind \w+|deaf \w+)"
    r" (?:who|whose|that|with the|in the paper|from the)\b"
    r"(?= ?(?:\w+ ){0,4}?(?:runs?|ran|used to|lost|drowned|died|killed|won|was in|went to|had|has|lives|sits|fell|sings|works|worked|drives|owns|keeps|got|is|guide|parrot|dog|oxygen|scar|tattoo|wheelchair|beard|van|shop|hat|stick|limp|\w+))"
)
_LOLLIPOP = re.compile(
    r"\bthe (?:lollipop (?:lady|man)|postmistress|vicar|school caretaker|lollipop woman) (?:at|of|in|outside|on)\b"
)
_WHO_WEAK = re.compile(
    r"\bthe (?:one|person|people|man|woman|lady|guy) (?:who|that) (?:\w+ )?(?:came|comes|rang|rings|answers|answered|does|did|decides?|knows|pays|makes|made|wrote|told|helps|helped|said|says|gave|runs the (?:group|meeting|session))\b"
)
_HEALTH_WORDS = (
    r"hiv|aids|schizophreni\w*|bipolar|psychosis|psychotic|epilep\w*|parkinson'?s|huntington'?s|dementia|alzheimer'?s|cancer|tumou?r"
    r"|leukaemia|chemo|chemotherapy|hepatitis|herpes|syphilis|chlamydia|gonorrh\w*|anorexi\w*|bulimi\w*|eating disorder|miscarr\w*|abortion"
    r"|stillborn|stillbirth|ivf|incontinen\w*|wet (?:my|him|her|them)sel\w+|soil(?:ed|s) (?:my|him|her)self|stoma|colostomy|catheter|heroin|cocaine"
    r"|methadone|crack|cannabis|weed habit|alcoholic|alcoholism|drinks? (?:a bottle|too much|all day|himself|herself)|overdos\w*|addict\w*|relaps\w*|rehab"
    r"|self[- ]?harm\w*|cuts? (?:him|her|my)self|cutting (?:him|her|my)self|suicid\w*|end(?:ed|ing)? (?:it all|it|my life|his life|her life)"
    r"|kill(?:ed|ing)? (?:my|him|her)self|want(?:s|ed)? to die|hang(?:ed|ing)? (?:my|him|her)self|sectioned|psychiatric|psych ward|mental hospital|hears? voices|hearing voices"
    r"|ptsd|depress(?:ed|ion)|breakdown|panic attacks?|personality disorder|learning disabilit\w+|autis\w+|adhd|down'?s|asperger'?s|tourette'?s"
    r"|multiple sclerosis|motor neurone|cerebral palsy|muscular dystrophy|cystic fibrosis|sickle cell|diabetic|diabetes|stroke|copd|emphysema|fibromyalgia|crohn'?s"
    r"|ulcerative colitis|lupus|arthritis|terminal|palliative|hospice|transplant|dialysis|amputat\w*|blind|deaf|pregnan\w+|menopause|std|sti|erectile|viagra"
    r"|mastectomy|hysterectomy|electroconvulsive|lithium|clozapine|insulin|morphine addiction|korsakoff\w*|bedwetting|psychiatrist"
    r"|diagnos\w+ with|diagnosed|mnd|ms\b|me/cfs"
)
_WHOSE = r"\b(?:i|i'm|i've|im|ive|my|me|he|he's|hes|his|him|she|she's|shes|her|we|our|they|they're|their|them|mum|dad|nan|mum's|dad's|wife|husband|son|daughter|brother|sister|partner|neighbour|nephew|niece|mother|father|carer|baby|child|friend|uncle|aunt|auntie|cousin|gran|grandad|ex|lad|boyfriend|girlfriend)\b"
_HAS = r"(?:(?:'s|has|have|had|got|having|is|am|are|was|were|been|being|with|on|takes|took|take|gets|get|lives|suffers?|suffering|from|a|an|the|my|his|her|severe|very|really|newly|recently|just|also|chronic|mild|breast|bowel|lung|prostate|skin|type \w+|positive|diagnosed|living|tried|try|to|of|and|been|s|going|back|developed|is back|wants?|in|by|bad|into|again|for)\b[ ,']*){0,7}"
_HEALTH = re.compile(rf"{_WHOSE}[ ,']*{_HAS}[ ']*(?:{_HEALTH_WORDS})(?!\w)")
_HEALTH_ALONE = re.compile(
    r"\b(?:hiv positive|tried to (?:kill|end|hang|drown)|took an overdose|take my own life|taken (?:his|her|my|their) own life|schizophreni\w+|suicid\w+|self[- ]harm\w*"
    r"|sectioned|miscarried|wet (?:my|him|her)self)\b"
)
_CONDITION = re.compile(rf"\b(?:my|his|her) (?:\w+'?s )?(?:{_HEALTH_WORDS})(?!\w)")
_VIOLENCE = re.compile(
    r"\b(?:he|she|they|husband|wife|son|daughter|partner|boyfriend|girlfriend|dad|mum|father|mother|brother|sister|ex|carer|who|man|neighbour|uncle|stepdad|stepfather|lad|\w+) "
    r"(?:\w+ )?(?:hits?|beats?|beat|hurts?|punch(?:es|ed)?|kick(?:s|ed)?|slap(?:s|ped)?|strangl(?:es|ed)|chok(?:es|ed)|rap(?:es|ed)|grop(?:es|ed)|touch(?:es|ed)|stalk(?:s|ed)?|threaten(?:s|ed)?|attack(?:s|ed)?|burn(?:s|ed)|push(?:es|ed)|lock(?:s|ed)|bull(?:ies|ied)|spits?|spat|molest(?:s|ed)|assault(?:s|ed)?|abus(?:es|ed)|controls?|terrif(?:ies|ied)|shov(?:es|ed)|batter(?:s|ed)|stabb?(?:s|ed)?) "
    r"(?:at |on )?(?:me|him|her|us|them|my|his wife|her husband|herself|himself|our)\b"
    r"|\b(?:was|were|been|being|is|got|am) (?:\w+ )?(?:raped|abused|assaulted|molested|beaten|groomed|trafficked|stalked|strangled|stabbed|attacked|battered|neglected|sexually \w+)\b"
    r"|\b(?:domestic (?:violence|abuse)|violent partner|women's refuge|scared of (?:him|her|my)|afraid of (?:him|her|my)|forced marriage|honour (?:killing|violence|based)|fgm|modern slavery|afraid to go home)\b"
)
_LAW = re.compile(
    r"\b(?:in prison|in jail|sent to (?:prison|jail)|sent down|went to prison|out of prison|on remand|on probation|on tag|on bail|convicted|criminal record|arrested|on licence|sex offender|charged with|stole from|was caught (?:stealing|shoplifting))\b"
    r"|\b(?:asylum|undocumented|illegal immigrant|overstay\w*|refugee status|visa (?:ran out|expired|was refused|runs out)|no recourse|leave to remain|deport\w*|no papers|home office (?:said|refused|wants))\b"
    r"|\b(?:loan shark|in debt to|bankrupt\w*|evict\w*|repossess\w*|bailiffs?|owes? (?:him|her|them) money|gambl\w+ (?:addict\w*|problem|debts?)|paid cash in hand|pays cash|works? cash in hand)\b"
    r"|\b(?:is|was|am|i'm|he's|she's|came out as|son is|daughter is) (?:gay|lesbian|bisexual|trans|transgender)\b|\bsex work\w*\b|\bprostitut\w*\b"
)
_NOBODYS = re.compile(
    r"\b(?:dementia|autism|cancer|stroke|diabetes|parkinson's|alzheimer's|hospice|epilepsy|deaf|blind|disability|disabled|depression|mental|suicide|pregnancy|diabetic)"
    r" (?:friendly|friends?|cafe|café|nurses?|ward|unit|team|group|groups|training|awareness|society|association|trust|club|people|community|services?|charity|support|strategy|action|care|research|classes|prevention|foods?|menus?)\b"
)
TRIGGERS = frozenset(
    [
        "only",
        "whose",
        "who",
        "nobody",
        "no-one",
        "noone",
        "one",
        "woman",
        "man",
        "lady",
        "lad",
        "girl",
        "boy",
        "couple",
        "family",
        "guy",
        "bloke",
        "gentleman",
        "chap",
        "person",
        "mayor",
        "mayor's",
        "vicar",
        "vicar's",
        "vicars",
        "headteacher",
        "headteacher's",
        "headmaster",
        "headmaster's",
        "headmistress",
        "councillor",
        "councillor's",
        "mp",
        "mp's",
        "doctor",
        "doctor's",
        "butcher",
        "butcher's",
        "baker",
        "baker's",
        "postman",
        "postman's",
        "publican",
        "landlord",
        "landlord's",
        "chemist",
        "chemist's",
        "lollipop",
        "imam",
        "imam's",
        "priest",
        "rabbi",
        "minister",
        "minister's",
        "warden",
        "caretaker",
        "shopkeeper",
        "farmer",
        "farmer's",
        "chairman",
        "chair",
        "chair's",
        "director",
        "manager",
        "manager's",
        "policeman",
        "policeman's",
        "dentist",
        "teacher",
        "teacher's",
        "teachers",
        "matron",
        "bishop",
        "judge",
        "judge's",
        "postmistress",
        "wife",
        "husband",
        "son",
        "daughter",
        "sister",
        "brother",
        "mother",
        "mum",
        "father",
        "dad",
    ]
)
"""Words without which nothing points at one person."""
HEALTH_STEM = re.compile(
    "hiv|aids$|schizo|bipolar|psycho|psychi|epilep|parkinson|huntington|dementia|alzheimer|cancer|tumou?r|leukaemia|chemo|hepatitis|herpes|syphilis|chlamydia"
    "|gonorr|anorexi|bulimi|eating|miscarr|abortion|stillb|ivf|incontinen|wet$|soil|stoma|colostomy|catheter|heroin|cocaine|methadone|crack$|cannabis|weed|alcohol"
    "|drink|overdos|addict|relaps|rehab|self-?harm|harm|cuts?$|cutting|suicid|end|kill|die$|hang|section|psych|mental|voices|hears?$|ptsd|depress|breakdown|panic"
    "|personality|learning|autis|adhd|down'?s|asperger|tourette|multiple|motor|cerebral|muscular|cystic|sickle|diabet|stroke|copd|emphysema|fibro|crohn|ulcerat"
    "|lupus|arthritis|terminal|palliative|hospice|transplant|dialysis|amputat|blind|deaf|pregnan|menopause|std$|sti$|erectile|viagra|mastectomy|hysterectomy"
    "|electro|lithium|clozapine|insulin|morphine|korsakoff|bedwet|diagnos|mnd|ms$|me/cfs|life$"
)
VIOLENCE_STEM = re.compile(
    "hit|beat|hurt|punch|kick|slap|strang|chok|rap(?:e|ed|es)$|grop|touch|stalk|threat|attack|burn|push|lock|bull(?:y|ies|ied)|spit|spat|molest|assault|abus|control"
    "|terrif|shov|batter|stab|groom|traffick|neglect|sexual|domestic|violen|women's|scared|afraid|forced|honour|fgm|modern"
)
LAW_STEM = re.compile(
    "prison|jail|sent|remand|probation|tag$|bail|convict|criminal|arrest|licence|offender|charged|stole|caught|asylum|undocument|illegal|overstay|refugee|visa|recourse"
    "|leave|deport|papers|home$|loan|debt|bankrupt|evict|reposs|owes?$|gambl|cash|gay|lesbian|bisex|trans|sex|prostitut"
)


def gentle(folded: str, worth: int) -> Iterator[Hit]:
    """Yield what points at one person, and what is told of someone's health, of violence, of the law (`worth`: traits.of)."""
    plain = folded.replace("’", "'")
    if worth & POINTS:
        for pattern in (_THE_ONLY, _OFFICE_KIN, _WHO, _LOLLIPOP):
            for m in pattern.finditer(plain):
                if pattern is not _WHO or not _WHO_WEAK.match(plain, m.start()):
                    yield hit(FindingKind.SMALL_GROUP, *m.span())
    for trait, kind, patterns in _TOLD:
        if worth & trait:
            masked = _NOBODYS.sub(lambda m: "x" * len(m.group()), plain)
            first = next((found for pattern in patterns if (found := pattern.search(masked))), None)
            if first is not None:
                yield hit(kind, *first.span())


_TOLD = (
    (HEALTH, FindingKind.HEALTH, (_HEALTH, _CONDITION, _HEALTH_ALONE)),
    (VIOLENCE, FindingKind.VIOLENCE, (_VIOLENCE,)),
    (LAW, FindingKind.LAW, (_LAW,)),
)
