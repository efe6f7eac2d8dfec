"""Word lists for telling names from other words. Ours; short on purpose, for a person looks at what they find."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


FUNCTION_WORDS = _set("""
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
CALENDAR = _set("""
monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays
january february march april may june july august september october november december christmas easter ramadan eid
diwali boxing day week weekend morning mornings afternoon evening night bank holiday spring summer autumn winter
""")
ORGANISATION_WORDS = _set("""
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

ROLE_WORDS = _set("""
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
    | _set("""
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

STARTING_NAMES = _set("""
grace joy mark rose hope faith dawn bill pat ray sue rob jack frank miles heather ivy violet lily daisy olive penny robin
drew dean holly ruby amber pearl jade crystal melody florence iris poppy willow hazel fern basil rosemary marina angel
gary harry tom don ron nick pip kit max tony glen dale cliff brook rocky carol eve sandy prudence
""")
"""Those that are hardly ever the first word of a sentence unless they are a name."""

AFTER_A_NAME = _set("""
said says told tells was wasn't is isn't has hasn't had came comes went goes asked asks wants wanted likes liked loves
thinks thought rang rings did didn't does doesn't can can't cannot could couldn't would wouldn't never always who felt
feels needs needed lives lived works worked helps helped gave got made left died fell sat and also
""")
"""Words after which the first word of a sentence was a name: "Will said", but not "Will you"."""

SURNAME_WORDS = WORD_NAMES - FUNCTION_WORDS - CALENDAR
"""Those that after a title are a surname all the same ("Nurse White")."""

FIRST_NAMES = _set("""
aaliyah abdul abdullah abigail adam adeel adele agnes agnieszka ahmed aidan aileen aisha alan alana alasdair albert alec
aled alejandro alfie ali alice alison alistair amanda amelia amina amir amit amy ana anastasia andrea andrew andy angela
anita anjali ann anna anne annette annie anthony antonio anwen arthur asha ashley audrey ayesha barbara barry beatrice
becky ben benjamin bernadette bernard beryl beth betty bethan brenda brian bridget bronwen bryan callum cameron carl
carole caroline carolyn catherine cathy chantelle charles charlie chloe chris christina christine christopher claire
clare clive colin connor craig cynthia daniel danielle danny darren dave david dawid deborah debbie deepak denise dennis
derek diana diane dilys donald donna doreen doris dorothy duncan ebony eddie edith edna edward eileen elaine eleanor
elizabeth ella ellen ellie elsie emily emma eric erin ernest esther ethel eunice evelyn ewa fatima femi fiona francesca
frances fred freda gareth gavin gemma geoff geoffrey george gerald geraldine gertrude gillian gladys glenys gloria
gordon graham greta gwen hannah harold harriet hassan hayley helen henry hilary hilda hussein hugh ian ibrahim imran
ingrid irene isaac isabel isobel jacob jacqueline jacqui jake jamal james jamie jane janet janice jasmine jason jean
jeanette jeff jennifer jenny jeremy jessica jill jim jimmy joan joanna joanne joe joel john johnny jonathan joseph
josephine joshua joyce juan judith judy julia julian julie justyna karen katarzyna kate katherine kathleen kathryn kathy
katie kayleigh keith kelly kelvin ken kenneth kerry kevin khadija kieran kim kirsty krystyna kwame kyle laura lauren
laurence leanne leon leroy lesley leslie lewis liam linda lindsay lisa liz lizzie louise lucy luke lydia lynda
lynette lynn lynne maggie malcolm mandy manjit marcia margaret maria marie marion marjorie martin mary matthew maureen
mavis megan mehmet melanie michael michelle miriam mohamed mohammad mohammed moira molly monica morag moses muhammad
muriel myfanwy nadia nancy naomi natalie natasha neil nigel nicola nora norma norman oksana olga oliver olivia olu
olwen omar oscar pamela parveen patricia patrick paul paula pauline peggy peter phil philip phillip phyllis piotr polly
priya rachel rajesh ralph raymond rebecca reginald rhian rhys richard rita robert roger roland ronald rosalind rosie roy
ruth ryan sally sam samantha samuel sandra sarah sean sebastian shabnam shannon sharon sheila shona sian simon sinead
sonia sophie stacey stella stephanie stephen steve steven stuart susan suzanne sylvia tadeusz tanya tara ted teresa
terence terry tesfaye theresa thomas tim timothy tina tomasz tommy tracey tracy trevor tyrone ursula valerie vanessa vera
veronica vicky vijay vincent vivien walter wayne wendy wilfred william winifred winston yasmin yvette yvonne yusuf
zainab zara zoe zofia
""")
"""First names heard in British halls that are hardly anything else."""

FAMOUS_AFTER = _set("curie cheshire ryder seacole sanderson pocklington barnardo technique")
"""Charities and methods called after people: "Marie Curie", "Leonard Cheshire"."""

PLACE_AFTER = _set("""
road rd street lane avenue close court house hall ward wing centre center hospital surgery library school church park
place square crescent terrace gardens way lodge hospice clinic room trust foundation cathedral college
""")
PLACE_BEFORE = _set("st saint ste king queen prince princess san santa")

RELATIONS = _set("""
carer carers-worker nurse doctor physio physiotherapist therapist counsellor dentist pharmacist keyworker pa gp ot
sister brother mum mam mom mummy mother dad daddy father son daughter husband wife partner friend neighbour neighbor
nan nana nanna gran granny grandma grandmother grandad granddad grandfather uncle aunt auntie aunty cousin niece nephew
grandson granddaughter boss manager cleaner driver warden advocate caseworker boyfriend girlfriend fiance fiancee mate
twin landlord landlady teacher tutor vicar imam priest interpreter stepson stepdaughter stepmum stepdad mother-in-law
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
SOMEONE = _set("""
man woman lady girl boy guy lad lass person someone somebody one worker carer nurse gentleman chap friend resident he she
""")
"""Words before "called X" that show X is a person, not a project."""

TITLES_ANY_CASE = _set("mr mrs")
TITLES = TITLES_ANY_CASE | _set("""
ms miss mx dr doctor prof professor nurse sister matron councillor cllr sir dame rev reverend father pastor imam rabbi
""")

JOB_WORDS = _set("""
manager director head lead leader team officer council worker workers service services commissioner commissioners group
chair co-chair nurse provider providers board trust nhs department coordinator co-ordinator facilitator adviser advisor
assistant partner partners office centre ltd committee panel commissioning operations chief executive deputy senior
principal care home social housing transport highways finance customer communications engagement quality contracts
contract digital property facilities library education children adults adult health public access area north south east
west county borough city district town parish support staff practitioner therapist consultant doctor gp surgery hospital
pharmacy community voluntary charity association company limited plc agency carers forum network steering members member
everyone all both us we you they strategy policy planning performance project programme business development
homecare domiciliary mencap mind administrator admin clerk secretary treasurer trainer planner analyst engineer caretaker caterer catering reception
receptionist security payroll payments legal complaints safeguarding equalities inclusion participation involvement
co-production coproduction personal hr it ict direct job title duty desk line the a our
""")
"""Words that show an owner is a job, a team or an organisation and no person's name."""
