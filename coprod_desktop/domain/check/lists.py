"""Word lists for telling names from other words. Ours; short on purpose, for a person looks at what they find."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text, each once."""
    return frozenset(words.split())


FUNCTION_WORDS = word_set("""
a about above after again all also always although am an and another any anyone are as at away back be because been
before being below between both but by can cannot come could did do does doing done down each either else even every
everyone few first for from get give go going good got had has have having he hello help her here hers hi him his how
however i id if ill im in into is isnt it its ive just keep last later least less let lets like little look made make
many maybe me mine more most much must my myself need never next no nobody none nor not nothing now of off often ok old
on once one only or other our out over own people perhaps please put rather really said same say see she should since
so some someone something sometimes soon sorry still such take tell than thank thanks that thats the their them then
there these they thing things think this those though through time to today together told tomorrow tonight too two
under until up us use very want was wasnt way we well went were weve what when where whether which while who whose why
with without wont would yes yesterday yet you your youre yours
""")
CALENDAR = word_set("""
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
january february march april may june july august september october november december christmas easter ramadan eid
diwali boxing day week weekend morning mornings afternoon evening night bank holiday spring summer autumn winter
""")
ORGANISATION_WORDS = word_set("""
act advice age agency allowance assessment association benefit blue board british bsl budget calls care carers centre
charity citizens clinic clock close college commission committee community council court cqc credit day dementia
department direct district dwp easy england english europe forum gp gps group hall health healthwatch help home hospital
house independence jobcentre library living local london meeting mental ministry nhs north officer ot partnership
passport payment payments personal pip plan plus policy practice programme project read road room royal rota scotland
scottish service services social society south st standard state street support surgery survey swift team teams time
trust uc uk unit universal universities university urdu polish punjabi arabic romanian gujarati bengali wales ward welsh
whatsapp work worker workers zoom facebook google tesco asda aldi morrisons boots teams asian black white indian chinese
pakistani muslim christian hindu sikh jewish irish west east covid tv pa pas ai ask apprentice apprenticeship agreement
account coordinator co-ordinator manager practitioner specialist consultant link line lane avenue drive scheme shop store training union week
""")
NOT_NAMES = FUNCTION_WORDS | CALENDAR | ORGANISATION_WORDS
"""Words that start with a capital for another reason than being a name."""

ROLE_WORDS = word_set("""
resident carer carers member person people guest staff participant attendee anonymous anon unknown client patient tenant
user visitor volunteer facilitator chair co-chair chairperson advocate interpreter supporter councillor worker manager
director nurse officer lead parent mother father daughter son sister brother wife husband friend family relative child
adult mr mrs ms miss mx dr doctor prof professor rev sir dame cllr name no number to follow tbc tba follows draws on care
de la le van von der den del di da dos bin ibn al el ap ab ferch of the and
""")
"""Parts of a list entry that are no name by themselves ("Resident A", "van", "Mrs")."""

WORD_NAMES = (
    FUNCTION_WORDS
    | CALENDAR
    | word_set("""
will may joy grace mark rose hope faith dawn bill pat ray sue rob jack art frank miles rich guy chase heather ivy violet
lily daisy olive penny robin drew grant dean holly ruby amber pearl jade crystal melody florence charity patience
prudence honey sunny sandy rusty misty summer autumn april june august iris poppy willow hazel fern ginger basil rosemary
marina angel dot gene gay gary dick harry tom don ron nick pip kit max tony glen dale cliff brook rocky sonny bud chip
wade lance pierce carol eve bless blessing precious gift success sincere noble justice royal earl duke baron count prince
king queen bishop pope abbot church cook baker butcher carter mason miller potter shepherd smith taylor turner walker
ward hunt hunter fisher archer park parks west north east south frost moon star rice bean lamb wolf fox bird swan drake
finch hart nation price cash pound sharp strong wise best good great power love bliss kind gentle case chance house home
read reed ford lane street close marsh moss rush bush glass silver gold page book major sergeant child man holiday hall
hill wood woods field fields stone banks bank bridges bridge long short small young white black brown green gray grey
bright day knight farmer porter gardener singer dancer carpenter clerk driver foster parent power powers rivers rivers
lake pool well wells spring waters burn burns bell ball bond hook hood cross noon light lightfoot early late moody money
penny shilling half quick swift savage wild free freeman friend love loveless darling dear pleasant merry jolly blunt
stern hardy stout little biggs large tall peace war battle march marsh ash beech berry birch branch flowers flower
garden gardens grove orchard plant root rook crane heron wren nightingale peacock bull hogg badger beaver trout pike
salmon crisp english french welsh scott ireland england holland paris london york lincoln kent derby carr dance work
works workman mayor dean fame fair fairweather snow rain winter winters storm gale weather sky dusk twilight earth cloud
chambers kitchen pantry hallam temple abbey castle tower towers gate gates wall walls bath self selfe care carey call
calls carer coach cotton court craft crook cruise curry dash drive dyer fair farr fell fish fitch flood fuller hand hands
head hope hull key keys lord low marks mead meek mew mill mills mint moor moore nail nash need neat noble nunn orange
pack pain paine paper peel penn pepper perch pill pitt poole post pratt print pye rank read ring rise rose rule sage
sales salt sands seal see self sell sharpe shaw shore side sign skill slack small snell song speed spence spicer spring
stamp start steel still stock stocks story street strong style tall tate tidy toll train tree trip twist vine visitor
voice wait wall want ware way weeks wells wheel wheeler white wilde wills wing winner wish words worth yard young
""")
)
"""Names that are everyday words too: taken for a name only where the capital is not the sentence's."""

STARTING_NAMES = word_set("""
grace joy mark rose hope faith dawn bill pat ray sue rob jack frank miles heather ivy violet lily daisy olive penny robin
drew dean holly ruby amber pearl jade crystal melody florence iris poppy willow hazel fern basil rosemary marina angel
gary harry tom don ron nick pip kit max tony glen dale cliff brook rocky carol eve sandy prudence aisling beryl bob bobby
barney carly charlie clement colleen derrick graham felicity fritz florin frances gene gilles james jimmy john johnny jenny
jasmine ken kitty lily mike molly myrtle meg nelson opal paddy patsy peter phoebe roger roman rowan sally sheila terry
timothy veronica victor viola violet wally warren precious teddy jay matt rod
""")
"""Those that are hardly ever the first word of a sentence unless they are a name."""

THINGS = word_set("""
hope joy faith grace art frank bill mark summer may will pat gene carol patience charity prudence mercy melody penny ray
christian angel crystal amber jade ruby gift success trust
""")
"""Names of things that may be this and that themselves: "Hope is not a plan"."""

THINGS_DO = word_set("""
is was isn't wasn't has hasn't had does doesn't did didn't can can't cannot could would wouldn't never always goes comes came
went made works worked helps helped gave needs who also and
""")
"""What such a thing does as well as a person."""

ONLY_PEOPLE_ARE = word_set("""
my her his our me him off late rude lovely away sick ill crying tired poorly upset mum's dad's nan's
""")
"""After a word of THINGS_DO, what no such thing is or does: "Hope was off", "Patience does my mornings"."""

AFTER_A_NAME = word_set("""
said says told tells was wasn't is isn't has hasn't had came comes went goes asked asks wants wanted likes liked loves
thinks thought rang rings did didn't does doesn't can can't cannot could couldn't would wouldn't never always who felt
feels needs needed lives lived works worked helps helped gave got made left died fell sat and also
""")
"""Words after which the first word of a sentence was a name: "Will said", but not "Will you"."""

SURNAME_WORDS = WORD_NAMES - FUNCTION_WORDS - CALENDAR
"""Those that after a title are a surname all the same ("Nurse White")."""
SAYING_NAMES = SURNAME_WORDS | {"will", "may"}
"""Those that are somebody when they begin a sentence and say something ("Will said no")."""

FAMOUS_AFTER = word_set("curie cheshire ryder seacole sanderson pocklington barnardo technique mcgowan nightingale")
"""Charities and methods called after people: "Marie Curie", "Leonard Cheshire"."""

PLACE_AFTER = word_set("""
road rd street lane avenue close court house hall ward wing centre center hospital surgery library school church park
place square crescent terrace gardens way lodge hospice clinic room trust foundation cathedral college
""")
PLACE_BEFORE = word_set("st saint ste king queen prince princess san santa llan")
ORGANISATION_AFTER = PLACE_AFTER | word_set("""
society association council charity unit day buses bus act group forum team project bank show farm bridge market station
line airport arena stadium united city town rovers fc hotel arms inn pub cafe café theatre cinema museum gallery gym
leisure sports sport community resource health medical dental practice pharmacy primary secondary academy nursery manor
mansion grange bungalows flats towers tower estate estates heights view mill mills works depot yard green common heath
hill hills valley river canal beach bay island islands forest woods wood junction interchange roundabout bypass motorway
festival parade carnival fund scheme award awards report review inquiry law rule rules model framework standard standards
syndrome disease training method technique scale index test partnership alliance network federation union party
university institute chemist chemists opticians solicitors supermarket stores bakery food foods kitchen club league cup
day-centre hub homes housing care services service line helpline radio news channel live tv online app card pass badge
shire side taxis cars coaches travel trains rail railway tram trams ferry ferries
""")
"""A name before these is a place's or an organisation's."""

RELATIONS = word_set("""
carer carers-worker nurse doctor physio physiotherapist therapist counsellor dentist pharmacist keyworker pa gp ot
sister brother mum mam mom mummy mother dad daddy father son daughter husband wife partner friend neighbour neighbor
nan nana nanna gran granny grandma grandmother grandad granddad grandfather uncle aunt auntie aunty cousin niece nephew
grandson granddaughter boss manager cleaner driver warden advocate caseworker boyfriend girlfriend fiance fiancee mate
twin twins lad lass bloke bairn kid cousin-in-law landlord landlady teacher tutor vicar imam priest interpreter stepson stepdaughter stepmum stepdad mother-in-law
father-in-law sister-in-law brother-in-law daughter-in-law son-in-law helper befriender supporter facilitator receptionist
hairdresser optician chiropodist baby ex
""")
RELATIONS_IN_TWO = frozenset({
    ("care", "worker"), ("support", "worker"), ("social", "worker"), ("key", "worker"), ("case", "worker"),
    ("home", "help"), ("personal", "assistant"), ("care", "assistant"), ("care", "manager"), ("team", "leader"),
    ("link", "worker"), ("night", "carer"), ("district", "nurse"), ("best", "friend"), ("little", "boy"),
    ("little", "girl"), ("care", "coordinator"), ("duty", "worker"), ("district", "officer"), ("bus", "driver"),
    ("taxi", "driver"), ("mental", "nurse"), ("occupational", "therapist"), ("young", "man"), ("young", "lady"),
})  # fmt: skip
SOMEONE = word_set("""
lads kid man woman lady girl boy guy lad lass person someone somebody one worker carer nurse gentleman chap friend resident he she
""")
"""Words before "called X" that show X is a person, not a project."""

TITLES_ANY_CASE = word_set("mr mrs")
TITLES_SHORT = word_set("ms mx dr cllr prof sgt pc wpc")
"""Titles that stand before a name in small letters too, when it is no word."""
TITLES_OF_OFFICE = word_set("""
pc wpc dc ds di dci sgt sergeant inspector detective constable judge magistrate bishop archbishop canon deacon lady lord
sheikh shaykh alhaji alhaja captain major colonel hajji haji
""")
TITLES_ABROAD = word_set("""
pan pani panu pana pania herr frau fraulein senhor senhora seu dona sr sra srta senor senora don monsieur madame mme mlle
signor signora domnul doamna ong anh chi bac chu thay mama baba auntie aunty aunt uncle eeddo adeer anti ewythr meneer
mevrouw kyria kyrios bay bayan hoca
""")
"""Polish, German, Portuguese, Spanish, French, Italian, Romanian, Vietnamese, Welsh and others, and aunts and uncles."""
TITLES = (
    TITLES_ANY_CASE
    | TITLES_SHORT
    | TITLES_OF_OFFICE
    | word_set("""
ms miss mx dr doctor prof professor nurse sister matron councillor cllr sir dame rev reverend father pastor imam rabbi
auntie aunty uncle
""")
)
POLITE_AFTER = word_set(
    "ji jee bhai bhaji bhabi bhabhi baji apa aapa didi saab sahib sahiba sahab begum hanim bey efendi aunty-ji bhaiya"
)
"""What stands after a name in Punjabi, Urdu, Hindi, Bengali and Turkish."""
SPEAKS = word_set("""
said says told tells rang rings shouted shouts asked asks wants wanted cried cries laughed thinks thought phoned texted
hit hits pushed pushes lied lies left came helped helps knows knew saw forgot refused promised signed complained moaned
waited waits fell drove drives visits visited never always turned
""")
"""After these an unknown first word was somebody."""
FROM_WORK = word_set(
    "agency office council school clinic surgery hospital mosque church temple team night day charity company"
    " housing shop chippy centre home ward rota desk reception bank post library police job dole taxi social"
)
"""Where people are from who are called by their first name: "karen from the office"."""
OWNED = word_set("""
round carer carers mum dad sister brother son daughter wife husband house flat home room key keys keysafe chair
wheelchair frame taxi bus visit visits call calls hoist bed bag bath meal meals dinner tea pills tablets letter letters
form plan review assessment social nurse doctor support hours care budget money boiler stairlift door garden phone number
address benefit pension van car lift walker commode pad pads shopping story idea words question point mother father
family neighbour twin leg hip birthday
""")
"""What people have: after these a name with an s is a person's."""

JOB_WORDS = word_set("""
manager director head lead leader team officer council worker workers service services commissioner commissioners group
chair co-chair nurse provider providers board trust nhs department coordinator co-ordinator facilitator adviser advisor
assistant partner partners office centre ltd committee panel commissioning operations chief executive deputy senior
principal care home social housing transport highways finance customer communications engagement quality contracts
contract digital property facilities library education children adults adult health public access area north south east
west county borough city district town parish support staff practitioner therapist consultant doctor gp surgery hospital
pharmacy community voluntary charity association company limited plc agency carers forum network steering members member
everyone all both us we you they strategy policy planning performance project programme business development
homecare domiciliary pharmacist chief mencap mind administrator admin clerk secretary treasurer trainer planner analyst engineer caretaker caterer catering reception
receptionist security payroll payments legal complaints safeguarding equalities inclusion participation involvement
co-production coproduction personal hr it ict direct job title duty desk line the a our
""")
"""Words that show an owner is a job, a team or an organisation and no person's name."""
