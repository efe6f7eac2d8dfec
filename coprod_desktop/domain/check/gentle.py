"""What may point at one person or tell of their health, of violence or of a crime: asked about, and blocks no paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coprod_desktop.domain.check.kinds import FindingKind, Hit, hit
from coprod_desktop.domain.check.lists import word_set
from coprod_desktop.domain.check.worth import HEALTH, LAW, POINTS, VIOLENCE

_PEOPLE = (
    r"man|woman|person|one(?= (?:in|on|at|here|there|who|with|round|from|left|of us with)\b)|lad|lass|boy|girl|lady|gentleman|couple|family|families|carer|resident|tenant|user|member|mum|dad|mother"
    r"|father|wife|husband|widow|widower|patient|pupil|student|worker|driver|vicar|guy|bloke|child|kid|twin|twins|household"
    r"|wheelchair|disabled|deaf|blind|black|asian|polish|somali|muslim|sikh|hindu|jewish|gay|lesbian|trans|transgender|autistic"
    r"|chinese|african|caribbean|romanian|roma|traveller|gypsy|refugees|asylum seekers|women|men|lesbians|welsh|irish|pakistani|indian|bangladeshi|ukrainian|nigerian"
    r"|syrian|afghan|eritrean|kurdish|vegan|amputee|survivor|nurse|teacher|midwife|councillor|interpreter|signer|neighbour|mosque-goer|catholic|foster carer|volunteer|guide dog|bairn|fella|chap|lads|lasses|widower|pensioner|veteran|student"
)
_WHERE = r"(?:in|on|at|from|of|here|round here|there|around|with|who|to|i know|left|under|over|for miles)\b"
_THE_ONLY = re.compile(
    rf"\b(?:the |an? |i'm |im |i am |she's |he's |we're |we are |are |is |was |am |only |just )*\bonly (?:\w+[ -]){{0,3}}(?:{_PEOPLE})\b[^.\n]{{0,24}}?\b{_WHERE}"
    rf"|\b(?:sole|lone|youngest|oldest|one and only) (?:(?!thing|person|people|to\b)\w+ ){{0,2}}(?:{_PEOPLE})\b(?! (?:to|who) (?:be|know|hear|speak|arrive|leave|answer))[^.\n]{{0,24}}?\b(?:in|on|at|here|there|with)\b"
    rf"|\b\w+'s only (?:\w+ ){{0,2}}(?:{_PEOPLE})\b|\bone of (?:only )?(?:two|three|four) (?:people|women|men|\w+s) (?:in|on|at)\b|\bonly (?:two|three) of us (?:in|on|at)\b"
    rf"|^only (?:\w+ ){{0,2}}(?:{_PEOPLE})\b|\b(?:only|just) (?:one|a single) (?:\w+ ){{0,2}}(?:{_PEOPLE})\b[^.\n]{{0,24}}\b(?:in|on|at)\b"
    r"|\b(?:nobody|no one|no-one|noone) else (?:in|on|at|round|here|there)\b[^.\n]{0,24}\b(?:is|has|uses|speaks|with)\b"
    rf"|\b(?:our|that|the) one (?:(?!(?:who|thing|time|day|week|where|when|the|a|an|of|and|for|with|that|to|in|good|bad)\b)\w+ ){{0,2}}(?!blind spot|person\b|people\b)(?:{_PEOPLE})\b|\b(?:but|just|only) the one (?:\w+ ){{0,2}}(?:{_PEOPLE}|vicar|priest|imam)\b"
    rf"|\b(?:{_PEOPLE}|year old|year-old)\b[^.\n]{{0,60}}?\b(?:only (?:the )?one|(?:just|only) the one)(?:,| (?:famous face |of (?:him|her|them) )?(?:we've|we have|we got|in|up|on|at|here|there|round)\b)"
    r"|\bof (?:the|our) (?:two|three|four|five|six|seven|eight|nine|ten|\d\d?) (?:\w+ )?(?:staff|people|carers|residents|members|workers|tenants|women|men|volunteers|nurses|drivers|lads|girls|boys|families|parents|councillors),? (?:only |just )?one (?:is|has|uses|speaks|wears)\b"
    r"|\bno other (?:like (?:him|her|them)|(?:in|on|at|round) (?:the|our|this) (?:village|street|town|home|block|estate|area|building|ward|valley|island))\b|\b(?:our|the) (?:9\d|1[01]\d)[ -]year[ -]old\b"
    r"|\b(?:the|our|his|her) (?:former|ex|retired|one-time)[ -](?:\w+ ){0,2}?(?!former\b|letter|order|centre|matter|member\b|user\b|number\b|computer|chapter|paper|river|tower|theatre)\w+(?:er|or|ist|man|woman|ian|ost|yor|ier|nurse|captain|priest|vicar|mp)\b(?= (?:who|in|from|on|at|of)\b)"
    r"|\byr unig (?:un|\w+)\b|\bjedyn(?:y|a|e|ego|ej|ym)\b|\beinzige[rnsm]?\b|\b(?:o|a|el|la|il|como) unic[oa]\b|\bunic[oa] (?:da|do|de|del|que|en|na|no)\b|\btek (?:\w+ ){0,3}?(?:kisi|biri|benim|kadin|adam)\b|\bwaxaan ahay (?:\w+ )?kaliya\b"
    r"|\bone (?:\w+ )?(?:man|woman|lad|lady) and (?:two|three|one|a couple)\b|\bfor one (?:\w+ )(?:man|woman|lady|lad|boy|girl)\b"
)
_OFFICE = (
    r"mayor|vicar|headteacher|headmaster|headmistress|head teacher|councillor|mp|ms|doctor|gp|butcher|baker|postman|postmistress"
    r"|publican|landlord|chemist|pharmacist|lollipop (?:lady|man)|imam|priest|rabbi|minister|warden|caretaker|shopkeeper|farmer"
    r"|chairman|chairwoman|chair|director|manager|policeman|police officer|dentist|teacher|matron|bishop|judge|provost|piper|minister's clerk|blacksmith|undertaker|organist|footballer|fishmonger|barber"
)
_KIN = r"wife|husband|son|daughter|sister|brother|mother|mum|father|dad|partner|nephew|niece|grandson|granddaughter|boy|girl|kid|kids|twins?|ex|widow|lad"
_OFFICE_KIN = re.compile(
    rf"\b(?:the |our )?(?:{_OFFICE})'?s (?:{_KIN})\b|\b(?:the )?(?:{_KIN}) of (?:the|our) (?:{_OFFICE})\b"
)
_WHO = re.compile(
    r"\bthe (?:one|woman|man|lady|lad|lass|bairn|fella|councillor|volunteer|provost|girl|boy|couple|family|twins|triplets|sisters|brothers|guy|bloke|gentleman|chap|person|tall \w+|old \w+|young \w+|big \w+|little \w+|blind \w+|deaf \w+)"
    r" (?:who|whose|that|with (?:the|no|a|one|two)|in the paper|from the)\b"
    r"(?: [\w'-]+){1,6}"
)
_LOLLIPOP = re.compile(
    r"\bthe (?:lollipop (?:lady|man)|postmistress|vicar|school caretaker|lollipop woman) (?:at|of|in|outside|on)\b"
)
_WHO_WEAK = re.compile(
    r"\bthe (?:one|person|people|man|woman|lady|guy) (?:who|that) (?:\w+ )?(?:came|comes|rang|rings|answers|answered|does|did|decides?|knows|pays|makes|made|wrote|told|helps|helped|said|says|gave|runs the (?:group|meeting|session))\b"
)
_HEALTH_WORDS = (
    r"hiv|schizo\w*|bipolar|psychos[ie]s|psychotic|paranoi\w*|delusion\w*|hallucinat\w*|manic|epilep\w*|seizures?|fits|fitting|blackouts?"
    r"|parkinson'?s|huntington'?s|dementia|alzheimer'?s|cancer|tumou?rs?|biopsy|leukaemia|chemo\w*|radiotherapy|hepatitis|cirrhosis|herpes|syphilis"
    r"|chlamydia|gonorrh\w*|anorexi\w*|bulimi\w*|eating disorder|miscarr\w*|abortion|stillb\w+|ivf|infertil\w*|lost (?:the|my|our|her|a|two) (?:bab\w+|twins?|legs?|sight|womb|eye)"
    r"|incontinen\w*|wets? (?:my|him|her|them|the)(?:sel\w+| bed)|soil(?:s|ed|ing)? (?:my|him|her|them)sel\w+|bed ?wetting|stoma|colostomy|catheter|diarrhoea"
    r"|heroin|cocaine|crack|methadone|ketamine|spice|cannabis|weed habit|on drugs|alcoholi\w+|drunk|drinks? (?:a bottle|too much|all day|himself|herself|every)"
    r"|drinking (?:again|problem)|vodka|overdos\w*|addict\w*|relaps\w*|in rehab|detox"
    r"|self[- ]?harm\w*|cuts? (?:him|her|my|them)sel\w+|cutting (?:him|her|my)self|suicid\w*|end(?:ed|ing)? (?:it all|it|my life|his life|her life)"
    r"|kill(?:ed|ing)? (?:my|him|her|them)sel\w+|want(?:s|ed)? to die|hang(?:ed|ing)? (?:my|him|her)self|rather (?:be )?dead|not be here any ?more|jump(?:ed)? off"
    r"|sectioned|on a section|broadmoor|rampton|secure (?:unit|hospital|ward)|psychiatr\w+|psych ward|mental hospital|mental health (?:ward|act)|hears? voices|hearing voices|ect"
    r"|ptsd|depress(?:ed|ion)|anxiety|breakdown|panic attacks?|bad (?:with )?(?:my |his |her )?nerves|personality disorder|ocd|post-?natal|learning disabilit\w+"
    r"|autis\w+|on the spectrum|adhd|down'?s|asperger'?s|tourette'?s|fas|brain (?:injury|damage\w*)"
    r"|multiple sclerosis|motor neurone|mnd|ms|cerebral palsy|spina bifida|muscular dystrophy|cystic fibrosis|sickle cell|diabet\w+|stroke|tia|heart (?:attack|failure)|angina"
    r"|pacemaker|copd|emphysema|asthma|tuberculosis|tb|fibromyalgia|crohn'?s|colitis|lupus|arthritis|gout|osteopor\w+|psoriasis|shingles|terminal\w*|palliative|hospice"
    r"|transplant|dialysis|kidney failure|amput\w*|blind|deaf|pregnan\w+|menopause|std|sti|impoten\w+|viagra|mastectomy|hysterectomy|vasectomy|sterilis\w+"
    r"|lithium|clozapine|olanzapine|diazepam|valium|prozac|sertraline|citalopram|antidepressants?|antipsychotics?|tramadol|codeine|fentanyl|oramorph|insulin|korsakoff\w*"
    r"|diagnosed|me/cfs|bedsores?|pressure sores?|overweight|obese|head injury|coma"
)
_HEALTH_TOLD = (
    r"on (?:the|a) drip|on oxygen|(?:has|had|have|with|got|her|his|my|'s) (?:bad |poor |one )?(?:kidneys?|lungs?|liver|pancreas|bowel|ticker)|(?:kidneys?|lungs?|liver|bowels?) (?:is|are|went|gone|failed|failing|playing)|bowel op\w*|lumpectomy|lump in (?:his|her|my|their)|growth (?:on|in) (?:his|her|my|their)"
    r"|shadow on (?:his|her|my|their|the) (?:lungs?|brain|liver)|muscles? wasting|wasting away|in (?:his|her|their) (?:bones|liver|lungs|brain)|a bag (?:now )?after|riddled with|the big c"
    r"|(?:mind|memory|eye|eyes|sight|hearing)(?:'s| is| are|s are)? (?:going|gone|failing)(?! (?:on|to|out|off|away|through|over)\b)|(?:losing|lost) (?:his|her|their|my) (?:mind|marbles|memory|sight|eyesight|hair|hearing(?! aid))"
    r"|(?:has|have|got) (?:the )?sugar(?= and|,|\.|$)|sugar and pressure|sugar diabetes|(?:took|taken|lost) (?:\w+ ){0,2}(?:of )?(?:his|her|their) (?:toes?|foot|feet|legs?)\b(?! plates?)"
    r"|(?:had|lost|having) (?:a|one|both|her) breasts?(?: off)?|(?:child|youngest|eldest|baby|son|daughter|he|she) isn't walking yet|(?:needs?|having|on|had) (?:her |his |a |the )?(?:chemo|biopsy|bypass|stent|new hip)|off (?:sick )?with (?:stress|depression|(?:her |his )?nerves)"
    r"|lewy bod\w+|the forgetting|low spells|gets (?:very |so )?low|macular|glaucoma|cataracts?|hole in (?:the|his|her|my) heart|leaks? (?:at night|when)|is positive(?: since|, (?:has|have) been)|(?:doesn'?t|won'?t) eat(?:,? not properly| properly| at all)|(?:six|seven|five) stone"
    r"|took (?:all )?(?:his|her|their) tablets|never been right since|blood disorder|heart(?:'s| is) (?:bad|weak|failing)|bad heart|dodgy (?:heart|ticker)|not long to live|in remission"
)
"""Health as it is told gently. Each with a word more than what anybody says of a day: "lump" alone is also a sum."""
_HEALTH_ABROAD = (
    r"parkinson|krebs|demenz|schlaganfall|zucker|epilepsie|raka?|nowotw\w*|udar\w*|cukrzyc\w*|depresj\w*|padaczk\w*|ddementia|canser|ganser|stroc|kanser\w*|seker\w*|depresyon\w*|bunama\w*"
    r"|cancro|demencia|depressao|epilepsia|kansar\w*|macaan\w*|sonkorow\w*|waali\w*|ung thu|sizofren\w*|schizofren\w*"
)
_WHOSE = r"\b(?:i|i'm|i've|im|ive|my|me|he|he's|hes|his|him|she|she's|shes|her|mum|dad|nan|mum's|dad's|wife|husband|son|daughter|brother|sister|partner|neighbour|nephew|niece|mother|father|carer|baby|child|friend|uncle|aunt|auntie|cousin|gran|grandad|ex|lad|boyfriend|girlfriend|boy|girl|granny|grannie|gramps|tesc|flatmate|meri|mera|mere|uski|uska|unki|gaffer|boss|manager|cook|driver|lady|gentleman|bloke|youngest|eldest|lodger|flatmate|housemate|twin|mother-in-law|father-in-law|mam|nana|nanna|grandma|grandpa|our kid|councillor|volunteer|schwester|bruder|mutter|vater|mann|frau|oma|opa|sohn|tochter|nachbar\w*|siostra|brat|mama|tata|maz|zona|syn|corka|sasiad\w*|babcia|dziadek|fy|ei|annem|babam|kocam|karim|komsu\w*|kizim|oglum|abim|ablam|kardesim|minha|meu|hooyo\w*|aabo\w*|walaal\w*|vizinh[oa])\b"
_HEALTH = re.compile(
    rf"{_WHOSE}[^.!?\n]{{0,48}}?(?<![\w-])(?:{_HEALTH_WORDS}|{_HEALTH_TOLD}|{_HEALTH_ABROAD})(?![\w-])"
)
_HEALTH_ALONE = re.compile(
    r"\b(?:hiv positive|tried to (?:kill|end|hang|drown)|took an overdose|take my own life|taken (?:his|her|my|their) own life|schizophreni\w+|suicid\w+|self[- ]harm\w*"
    r"|(?:he|she) drinks(?=,|\.|$)|sectioned|miscarried|wet (?:my|him|her)self)\b"
)
_VIOLENCE = re.compile(
    r"\b(?!it |this |that |which |what )(?:he|she|they|husband|wife|son|daughter|partner|boyfriend|girlfriend|dad|mum|father|mother|brother|sister|ex|carer|who|man|neighbour|uncle|stepdad"
    r"|stepfather|stepmum|lad|\w+) (?:\w+ ){0,2}?"
    r"(?:hits?|beats?|hurts?|punch(?:es|ed)?|kick(?:s|ed)?|slap(?:s|ped)?|smack(?:s|ed)?|strangl(?:es?|ed)|chok(?:es?|ed)|rap(?:es|ed)|grop(?:es|ed)|touch(?:es|ed)|stalk(?:s|ed)?"
    r"|threaten(?:s|ed)?|attack(?:s|ed)?|burn(?:s|ed|t)|push(?:es|ed)|lock(?:s|ed)|bull(?:ies|ied)|spits?|spat|molest(?:s|ed)|assault(?:s|ed)?|abus(?:es|ed)|controls?|terrif(?:ies|ied)"
    r"|shov(?:es|ed)|batter(?:s|ed)|stab(?:s|bed)?|went for|goes for|knock(?:s|ed)|threw|throws|forced|forces|held|pins|pinned|grabs|grabbed|bit|bites|scares|frightens|shook|drags|dragged) "
    r"(?:at |on |things at )?(?:me|him|her|us|them|my|his wife|her husband|herself|himself|our)\b(?! (?:away|back|round|up|with open|hard to|number|how|that|hard|because|with questions|at ))"
    r"|\b(?:was|were|been|being|is|got|am) (?:\w+ )?(?:raped|abused|assaulted|molested|beaten|groomed|trafficked|stalked|strangled|stabbed|attacked|battered|neglected|mugged|sexually \w+)\b"
    r"|\b(?:domestic (?:violence|abuse)|violent (?:partner|husband|son|man|home)|women's refuge|(?:gets?|got|turns?|is|was|can be) violent|(?:scared|afraid|frightened|terrified) of (?:him|her|my)|forced marriage|honour (?:killing|violence|based)"
    r"|fgm|modern slavery|afraid to go home|black eye|with a knife|knife to|broke my (?:arm|nose|jaw|ribs?|wrist)|hits? out|takes? my (?:money|pension|card)|took my (?:money|pension|card)|won'?t let me out)\b"
)
_LAW = re.compile(
    r"\b(?:in prison|in jail|sent to (?:prison|jail)|sent down|went to prison|out of prison|on remand|on probation|on tag|on bail|convicted|criminal record|arrested|on licence|sex offender\w*|offenders register|charged with|is inside|doing time|did time|parole|asbo|cautioned|kids (?:\w+ )?in(?:to)? care|children (?:\w+ )?in(?:to)? care|deal(?:s|ing|er) (?:drugs|weed)|drug dealer|sells? drugs|smuggled|on the breadline|stole from|was caught (?:stealing|shoplifting))\b"
    r"|\b(?:asylum|undocumented|illegal immigrant|overstay\w*|refugee status|visa (?:ran out|expired|was refused|runs out)|no recourse|leave to remain|deport\w*|no papers|home office (?:said|refused|wants))\b"
    r"|\b(?:loan shark|in debt to|bankrupt\w*|evict\w*|repossess\w*|bailiffs?|owes? (?:him|her|them) money|gambl\w+ (?:addict\w*|problem|debts?)|(?:he|she|i|husband|son|dad|brother|partner|wife|mum) (?:\w+ )?gambl\w+|paid cash in hand|pays cash|works? cash in hand)\b"
    r"|\b(?:is|was|am|i'm|he's|she's|came out as|son is|daughter is) (?:gay|lesbian|bisexual|trans|transgender)\b|\bsex work\w*\b|\bprostitut\w*\b"
)
_NOBODYS = re.compile(
    r"\bdomestic (?:abuse|violence) (?:leaflets?|training|services?|posters?|support|team|champions?)\b"
    r"|\b(?:dementia|autism|cancer|stroke|diabetes|parkinson's|alzheimer's|hospice|epilepsy|deaf|blind|disability|disabled|depression|mental|suicide|pregnancy|diabetic)"
    r" (?:friendly|friends?|cafe|café|nurses?|ward|unit|team|group|groups|training|awareness|society|association|trust|club|people|community|services?|charity|support|strategy|action|care|research|classes|prevention|foods?|menus?|clubs?|bowls|football|choir|bookings?|awareness|alerts?|bays?|badge|parking)\b"
)
TRIGGERS = word_set("""
lass bairn fella volunteer provost former ex retired old old-one other unig jedyny jedyna jedyne jedynego jedynej jedynym einzige einziger einzigen einziges einzigem unico unica tek kaliya
only whose who nobody no-one noone one woman man lady lad girl boy couple family guy bloke gentleman chap person
mayor mayor's vicar vicar's vicars headteacher headteacher's headmaster headmaster's headmistress councillor
councillor's mp mp's doctor doctor's butcher butcher's baker baker's postman postman's publican landlord landlord's
chemist chemist's lollipop imam imam's priest rabbi minister minister's warden caretaker shopkeeper farmer farmer's
chairman chair chair's director manager manager's policeman policeman's dentist teacher teacher's teachers matron
bishop judge judge's postmistress sole lone youngest oldest wife husband son daughter sister brother mother mum father dad
""")
"""Words without which nothing points at one person."""
HEALTH_STEM = re.compile(
    "hiv|schizo|bipolar|psych|paranoi|delusion|hallucin|manic|epilep|seizure|fits$|fitting|blackout|parkinson|huntington|dementia|alzheimer|cancer|tumou?r|biopsy|leukaemia"
    "|chemo|radioth|hepatitis|cirrhosis|herpes|syphilis|chlamydia|gonorr|anorexi|bulimi|eating|miscarr|abortion|stillb|ivf|infertil|lost$|incontinen|wets?$|soil|bed|stoma"
    "|colostomy|catheter|diarrh|heroin|cocaine|crack$|methadone|ketamine|spice$|cannabis|weed|drugs|alcohol|drunk|drink|vodka|overdos|addict|relaps|rehab|detox|self-?harm|harm"
    "|cuts?$|cutting|suicid|end|kill|die$|dead|hang|here$|jump|section|secure|broadmoor|rampton|secure (?:unit|hospital|ward)|mental|voices|ect$|ptsd|depress|anxiety|breakdown|panic|nerves|personality|ocd$|post-?natal"
    "|learning|autis|spectrum|adhd|down'?s|asperger|tourette|fas$|brain|multiple|motor|mnd|ms$|cerebral|spina|muscular|cystic|sickle|diabet|stroke|tia$|heart|angina|pacemaker|copd"
    "|emphysema|asthma|tubercul|tb$|fibro|crohn|colitis|lupus|arthritis|gout|osteop|psoriasis|shingles|terminal|palliat|hospice|transplant|dialysis|kidney|amput|blind|deaf|pregnan"
    "|menopause|std$|sti$|impoten|viagra|mastec|hysterec|vasec|sterilis|lithium|cloza|olanz|diazepam|valium|prozac|sertral|citalop|antidep|antipsy|tramadol|codeine|fentanyl|oramorph"
    "|drip|oxygen|kidney|lungs?$|liver|pancreas|bowel|wasting|minds?|memory|eyes?$|sight|hearing|losing|sugar|toes?$|foot$|feet$|legs?$|breasts?$|lump|growth|shadow|bag$|bones$|walking"
    "|riddled|big$|bypass|stent|hip$|off$|lewy|forgetting|low$|macular|glaucoma|cataract|hole$|leaks?$|positive|eat$|stone$|tablets$|right$|blood|ticker|long$|remission"
    "|krebs|demenz|schlag|zucker|epileps|raka?$|nowotw|udar|cukrzyc|depresj|padaczk|ddementia|canser|ganser|stroc|kanser|seker|bunama|cancro|demencia|depressao|kansar|macaan|sonkorow|waali|ung$|sizofren|schizofren"
    "|insulin|korsakoff|diagnos|me/cfs|pressure|overweight|obese|head|coma$|life$"
)
VIOLENCE_STEM = re.compile(
    "hit|beat|hurt|punch|kick|slap|smack|strang|chok|rap(?:es?|ed)$|grop|touch|stalk|threat|attack|burn|push|lock|bull(?:y|ies|ied)|spit|spat|molest|assault|abus|control"
    "|terrif|shov|batter|stab|went$|goes$|knock|threw|throw|forc|held$|pin|grab|bit|scare|fright|shook|drag|groom|traffick|neglect|mugged|sexual|domestic|violen|women's|afraid"
    "|honour|fgm|modern|eye$|knife|broke$|takes?$|took$|won'?t$"
)
LAW_STEM = re.compile(
    "prison|jail|sent|remand|probation|tag$|bail|convict|criminal|arrest|licence|offender|charged|stole|caught|asylum|undocument|illegal|overstay|refugee|visa|recourse"
    "|leave|deport|papers|home$|offend|register|inside|doing|did$|parole|asbo|caution|deal|drug|sells?$|smuggl|breadline|loan|debt|bankrupt|evict|reposs|owes?$|gambl|cash|gay|lesbian|bisex|trans|sex|prostitut"
)


def gentle(folded: str, worth: int) -> Iterator[Hit]:
    """Yield what points at one person, and what is told of someone's health, of violence, of the law (`worth`: traits.of)."""
    if worth & POINTS:
        for pattern in (_THE_ONLY, _OFFICE_KIN, _WHO, _LOLLIPOP):
            for m in pattern.finditer(folded):
                if pattern is not _WHO or not _WHO_WEAK.match(folded, m.start()):
                    yield hit(FindingKind.SMALL_GROUP, *m.span())
    for trait, kind, patterns in _TOLD:
        if worth & trait:
            masked = _NOBODYS.sub(lambda m: "x" * len(m.group()), folded)
            first = next((found for pattern in patterns if (found := pattern.search(masked))), None)
            if first is not None:
                yield hit(kind, *first.span())


_TOLD = (
    (HEALTH, FindingKind.HEALTH, (_HEALTH, _HEALTH_ALONE)),
    (VIOLENCE, FindingKind.VIOLENCE, (_VIOLENCE,)),
    (LAW, FindingKind.LAW, (_LAW,)),
)
