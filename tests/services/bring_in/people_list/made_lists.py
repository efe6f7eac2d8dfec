"""Lists of people as other programs write them, with made-up people: the bytes of each, made here."""

import io
import zipfile

import docx
import openpyxl

TEAMS = "\n".join([
    "1. Summary", "Meeting title\tRespite review", "Attended participants\t4", "Start time\t3/06/26, 10:00:02", "",
    "2. Participants",
    "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole",
    "Adeyemi, Folake (Commissioning)\t3/06/26, 10:00:02\t3/06/26, 11:31:00\t1h 30m 58s\tfolake.a@example.org\tfolake.a@example.org\tOrganizer",
    "Gethin Prosser (Guest)\t3/06/26, 10:02:00\t3/06/26, 11:30:00\t1h 28m\t\t\tAttendee",
    "Rukhsana Iqbal (Unverified)\t3/06/26, 10:04:00\t3/06/26, 10:54:00\t50m\t\t\tPresenter",
    "+44 16*******07\t3/06/26, 10:05:00\t3/06/26, 11:00:00\t55m\t\t\tAttendee", "",
    "3. In-Meeting Activities",
    "Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole",
    "Adeyemi, Folake (Commissioning)\t3/06/26, 10:00:02\t3/06/26, 11:31:00\t1h 30m 58s\tfolake.a@example.org\tOrganizer",
    "Gethin Prosser (Guest)\t3/06/26, 10:02:00\t3/06/26, 10:30:00\t28m\t\tAttendee",
    "Somebody Else (Guest)\t3/06/26, 10:40:00\t3/06/26, 11:30:00\t50m\t\tAttendee",
]).encode("utf-16")  # fmt: skip

EVENTBRITE = b"""Order no.,Order date,Event name,First Name,Surname,Email Address,Ticket type,Attendee Status,Buyer First Name,Buyer Surname,Buyer Email,Do you have any access needs?,Dietary requirements
55101,2026-05-02 09:14,Direct payments: your say,Ifeoma,Obi,ifeoma@example.org,Free,Attending,Ifeoma,Obi,ifeoma@example.org,"Hearing loop, ground floor please",vegan
55102,2026-05-02 09:20,Direct payments: your say,Trevor,Maddox,,Free,Checked In,Ifeoma,Obi,ifeoma@example.org,None,none
55103,2026-05-02 10:20,Direct payments: your say,Lena,Maddox,lena@example.org,Free,Not Attending,Lena,Maddox,lena@example.org,,
"""

BROKEN_LETTERS = (
    "Name,Role,Support needed\nZoÃ« LÃ¶we,carer,Â£3 for the bus\nÅ\ufffdukasz DÄ…bek,resident,Sara's own chair\n"
).encode()

SEMICOLONS = b'sep=;\r\nName;Role;Support needed;Coming\r\nYemi Ade;carer;"captions, low light, no strip lights, water";Yes\r\nAnke de Boer;resident;;No\r\n'

CARDS = b"""BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89luard;=5A=6F=C3=AB;;;
TEL;CELL:07700900711
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Ravi Menon
N:Menon;Ravi;;;
TEL;TYPE=CELL:+447700900712
EMAIL;TYPE=INTERNET:ravi@example.org
NOTE:large print\\, 24 point
END:VCARD
"""

GOOGLE = b"""Timestamp,Email Address,Your name,Which of these would help you to take part? [tick any],Do you have any access needs?,"If yes, please tell us more",Have you been to one of our sessions before?,Are you coming on the 4th?
2026/05/02 7:14:05 am GMT,moira@example.org,Moira Tennant,"BSL interpreter, Papers in large print, bold",Yes,I need a ramp and a wide door,No,Yes
2026/05/02 8:14:05 am GMT,,Kofi Mensah,"A quiet space, Papers in large print, bold",No,,Yes,No
2026/05/02 9:14:05 am GMT,,Elin Pugh,,No,nothing at the moment thanks,Yes,Yes
"""

NOTHING = b"""Name,Support needs (Y/N),Dietary
Ann One,N,None.
Ben Two,none needed,n/a
Cat Three,Not applicable,no special diet
Dev Four,nothing at the moment thanks,nil
Eve Five,Y,halal
Fay Six,x,-
"""

REPLIES = """Name,Coming?,Support needed
Ann One,No reply yet,BSL interpreter
Ben Two,"No problem, see you there",step-free
Cat Three,No answer – rang twice,large print
Dev Four,Unable to attend this time,
Eve Five,Can’t make it,
Fay Six,"Yes, by Zoom",captions
Gus Seven,cancelled,
Hal Eight,Not sure yet,
Ivy Nine,Did not attend,
""".encode()

NO_PHOTOS = b"""Name,NO photographs (tick),Photos OK,Happy to be quoted?,Role
Ann One,Y,,,resident
Ben Two,,Yes,No,carer
Cat Three,,No,Yes please,carer
Dev Four,yes,Yes,Yes,resident
"""

CARED_FOR = b"""Name of the person you care for,Your name,Emergency contact number,Your mobile,Next of kin,GP surgery phone,Support you need
Old Mrs Pask,Owain Pask,01632 960111 (sister),07700 900721,Nia Pask,01632 960222,cover while I am out
Baby Idris,Hana Yusuf,01632 960112,07700 900722,Amal Yusuf,01632 960223,
"""

TO_LINE = b"To: Pask, Owain <owain@example.org>; Hana Yusuf <hana@example.org>; kofi.m@example.org; 'Elin Pugh' <elin@example.org>\n"

PAGE = b"""<html><head><meta charset="utf-8"><style>td{x:y}</style></head><body><h1>Export</h1>
<table border=1><tr><th>Name</th><th>Tel</th><th>Support</th></tr>
<tr><td>Ngaire&nbsp;Holt</td><td>07700 900731</td><td>large print<br>hearing loop</td></tr></table></body></html>"""

TITLED = """"Who is coming – Respite workshop, 4 June 2026",,,,,,
,,,,,,
Person,,Contact,,What they need,,
First name,Surname,Tel,Email,Support,Papers,Coming
CARERS,,,,,,
Owain,Pask,07700 900721,owain@example.org,cover for mum,large print,Y
Hana,Yusuf,,,,,Y
STAFF (1),,,,,,
Folake,Adeyemi,,folake.a@example.org,,,Y
APOLOGIES,,,,,,
Kofi,Mensah,020 7946 0882,,,,
Total: 4 people,,,,,,
Printed 02/06/2026 by F Adeyemi,,,,,,
""".encode("utf-8-sig")


def workbook(**sheets):
    """Return a workbook; each sheet is rows of cells."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name.replace("_", " "))
        for row in rows:
            sheet.append(row)
    return saved(book)


def saved(book):
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def titled_workbook():
    book = openpyxl.Workbook()
    sheet = book.active
    for line in TITLED.decode("utf-8-sig").splitlines():
        sheet.append([cell.strip('"') or None for cell in (line.split(",") if '"' not in line else [line.rstrip(",")])])
    sheet.merge_cells("A1:G1")
    sheet.merge_cells("A3:B3")
    sheet.merge_cells("C3:D3")
    return saved(book)


FORMS = workbook(Form1=[
    ["ID", "Start time", "Completion time", "Email", "Name", "Your full name", "What support do you need? (tick all that apply)", "Anything else about support?", "Are you coming?", "May we take your photo?"],
    ["1", "3/5/26 10:01", "3/5/26 10:04", "anonymous", None, "Efua Sarpong", "BSL interpreter;Large print papers;A quiet room;", "Interpreter must be a woman", "Yes", "No"],
    ["2", "3/5/26 11:01", "3/5/26 11:04", "anonymous", None, "Gareth Lloyd", "None needed;", None, "Not sure yet", "Yes"],
])  # fmt: skip


def document(*parts):
    """Return a Word document of its parts: a text is a line, a list of rows a table."""
    made = io.BytesIO()
    written = docx.Document()
    for part in parts:
        if isinstance(part, str):
            written.add_paragraph(part)
            continue
        table = written.add_table(rows=len(part), cols=max(map(len, part)))
        for row, cells in zip(table.rows, part, strict=True):
            for cell, text in zip(row.cells, cells, strict=False):
                cell.text = text
    written.save(made)
    return made.getvalue()


def word_table():
    return document("Who is coming", [("Name", "Tel", "Support"), ("Ngaire Holt", "07700 900731", "large print"), ("Ravi Menon", "", "")])  # fmt: skip


# ---- kinds that nobody has shown before

ZOOM = b"""Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants
811 1111 2222,Respite review,06/03/2026 10:00:00 AM,06/03/2026 11:30:00 AM,host@example.org,90,6

Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent
Folake Adeyemi,folake.a@example.org,06/03/2026 10:00:00 AM,06/03/2026 11:30:00 AM,90,No,Y
Gethin (Gethin Prosser),,06/03/2026 10:02:00 AM,06/03/2026 10:20:00 AM,18,Yes,Y
Gethin (Gethin Prosser),,06/03/2026 10:25:00 AM,06/03/2026 11:30:00 AM,65,Yes,Y
iPhone (Rukhsana Iqbal),,06/03/2026 10:02:00 AM,06/03/2026 11:30:00 AM,88,Yes,Y
Galaxy S21,,06/03/2026 10:02:00 AM,06/03/2026 11:30:00 AM,88,Yes,
read.ai meeting notes,,06/03/2026 10:02:00 AM,06/03/2026 11:30:00 AM,88,Yes,
"""

WEBINAR = b"""Attendee Report
Report Generated:,06/03/2026 12:00
Topic,Webinar ID,Actual Start Time,Duration (minutes)
Charges explained,811 1111 2222,06/03/2026 10:00,60
Host Details
Attended,User Name (Original Name),Email,Join Time,Leave Time
Yes,Council Events Team,events@example.org,06/03/2026 09:50,06/03/2026 11:02
Panelist Details
Attended,User Name (Original Name),Email,Join Time,Leave Time
Yes,Folake Adeyemi,folake.a@example.org,06/03/2026 09:55,06/03/2026 11:00
Attendee Details
Attended,User Name (Original Name),First Name,Last Name,Email,Registration Time,Approval Status
Yes,Kofi M,Kofi,Mensah,kofi.m@example.org,06/01/2026 09:55,approved
No,Elin,Elin,Pugh,elin@example.org,06/01/2026 10:55,approved
"""

OUTLOOK = (
    b"Name\tAttendance\tResponse\nAdeyemi, Folake\tMeeting Organizer\tNone\nOwain Pask\tRequired Attendee\tAccepted\n"
    b"Hana Yusuf\tOptional Attendee\tNone\nKofi Mensah\tRequired Attendee\tDeclined\nElin Pugh\tRequired Attendee\tTentative\n"
)

SURVEY = b"""Respondent ID,Collector ID,Start Date,What is your name?,What would help you take part?,,,,Will you be coming?,May we film you?
,,,Open-Ended Response,BSL interpreter,Hearing loop,Easy Read,Other (please specify),Response,Response
118001,42,06/01/2026,Moira Tennant,BSL interpreter,,Easy Read,,Yes,No
118002,42,06/02/2026,Kofi Mensah,,Hearing loop,,somewhere to lie down,No,Yes
"""

COUNCIL = workbook(
    Read_me=[["This workbook is kept by the engagement team"], ["Ask before you change it"]],
    Lookup_lists=[["Role", "Yes/No"], ["carer", "Yes"], ["staff", "No"]],
    Attendees=[
        ["ADULT SOCIAL CARE – RESPITE WORKSHOP"], [], ["Full name", "Here as", "Contact number", "Access requirements", "RSVP"],
        ["Owain Pask", "carer", "07700 900721", "cover for mum", "Y"], ["Hana Yusuf", "carer", None, None, "N"],
    ],
    Archive_2025=[["Full name", "Here as", "RSVP"], ["Long Gone", "carer", "Y"], ["Also Gone", "carer", "Y"], ["And Gone", "staff", "Y"]],
)  # fmt: skip


def open_spreadsheet():
    made = io.BytesIO()

    def cell(text):
        return f'<table:table-cell><text:p xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">{text}</text:p></table:table-cell>'

    rows = [["Name", "Phone", "Needs"], ["Łucja Żuraw", "07700 900741", "large print"], ["Jan Kos", "", "none"]]
    body = "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
    empty = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr(
            "content.xml",
            '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:'
            f'opendocument:xmlns:table:1.0"><office:body><office:spreadsheet><table:table table:name="People">{body}{empty}'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return made.getvalue()


OLD_MAC = "Name,Role,Support needed\rZoë O’Brien,carer,café table\rAndré Núñez,resident,large print\rBjörn Ståhl,carer,\r".encode(
    "mac_roman"
)
WIDE = "Name\tMobile\tComing\nŁukasz Dąbek\t07700 900751\tTak\nNgaire Holt\t07700 900752\tNie\n".encode("utf-16-le")

NAMES = """Carers' group, 4 June

1. Owain Pask
2. Hana Yusuf (carer)
3. Kofi Mensah – 07700 900723
4. Zoë Löwe

Apologies:
Elin Pugh
Ravi Menon
""".encode()

PASTED = b"Owain Pask\tcarer\t07700 900721\nHana Yusuf\tcarer\t07700 900722\nKofi Mensah\tresident\t\n"

INVITATION = b"""BEGIN:VCALENDAR
BEGIN:VEVENT
SUMMARY:Respite workshop
ORGANIZER;CN=Folake Adeyemi:mailto:folake.a@example.org
ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN="Owain Pask":mailto:ow
 ain@example.org
ATTENDEE;PARTSTAT=NEEDS-ACTION;CN=Hana Yusuf:mailto:hana@example.org
ATTENDEE;PARTSTAT=DECLINED;CN=Kofi Mensah:mailto:kofi.m@example.org
ATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED;CN=Committee Room 2:mailto:room2@example.org
END:VEVENT
END:VCALENDAR
"""

XML_2003 = b"""<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Carers"><Table><Row><Cell><Data ss:Type="String">Client name</Data></Cell><Cell><Data ss:Type="String">Telephone</Data></Cell><Cell ss:Index="4"><Data ss:Type="String">Diet</Data></Cell></Row>
<Row><Cell><Data ss:Type="String">Ngaire Holt</Data></Cell><Cell><Data ss:Type="String">01632 960733</Data></Cell><Cell ss:Index="4"><Data ss:Type="String">vegan</Data></Cell></Row></Table></Worksheet></Workbook>"""

WINDOWS = b"Nom;Naam;Ime i prezime\r\n;;\r\n" and (
    "Name;Mobile;Support needs;RSVP\r\nSiân Llŷr;07700 900761;„quiet“ room;Yes\r\nJosé Peña;07700 900762;;No\r\nRenée O’Hara;;£4 taxi;Maybe\r\n".replace("ŷ", "y").encode("cp1252")
)  # fmt: skip

TITLES = """Name,Pronouns,Role
"PASK, Mr Owain (he/him)",he/him,carer
Dr Hana Yusuf MBE,,GP
Bill & Joan Oakes,,residents
Cllr. Mary Penn,,
Mrs Patel,,carer
"Löwe, Zoë (Adult Services)",,
""".encode()

TICKED = b"""Person,,Emergency contact,,Tick what you need,,,
First name,Surname,Name,Phone,BSL interpreter,Hearing loop,Large print (size),Other needs
Owain,Pask,Nia Pask,01632 960111,Y,N,24,
Hana,Yusuf,Amal Yusuf,01632 960112,,x,,prayer room
Kofi,Mensah,,,N,N,,none
"""

NUMBERS = workbook(People=[
    ["Name", "Mobile", "Date of birth", "Coming", "Notes"],
    ["Owain Pask", 7700900721.0, 24567, "Y", "ring after 5pm"],
    ["Hana Yusuf", 1632960112, 31000, True, None],
    ["Kofi Mensah", "07700 900723", None, False, None],
])  # fmt: skip

TWO_TABLES = b"""Coming to the workshop,,
Name,Role,Mobile
Owain Pask,carer,07700 900721
Hana Yusuf,carer,
,,
Apologies,,
Name,Organisation,Email
Folake Adeyemi,Council,folake.a@example.org
"""

CONSENTS = b"""Name,I do NOT want to be recorded,Photo consent withdrawn,Photo? (Y/N),OK to contact you again?,Can we use your name in the report?,Notes
Ann One,x,,,Yes,Yes,
Ben Two,,Y,Y,No,No,
Cat Three,,,N,,,no pictures of her please
Dev Four,,,Y,Yes,Yes,
"""

TWICE = b"""Name,Mobile,Role
Owain Pask,07700 900721,carer
Hana Yusuf,07700 900722,carer
Name,Mobile,Role
Owain Pask,07700 900721,carer
Hana Yusuf,07700 900722,carer
Owain Pask,07700 900799,staff
"""

SCRIPTS = "Name,Role\nمحمد الأحمد,carer\n王小明,resident\nਗੁਰਪ੍ਰੀਤ ਸਿੰਘ,carer\nОлена Коваль,resident\nΜαρία Παππά,carer\nदेवी शर्मा,carer\nשרה כהן,resident\nNgũgĩ wa Thiongʼo,carer\n".encode()

GUESTS = b"""Guest list
Attendee name,Type of attendee,Booked by,Organiser email,Contact email,Who will be with you,Lunch
Moira Tennant,Family carer,Folake Adeyemi,events@example.org,moira@example.org,Her son Jim,Vegetarian
Spare place 1,,Folake Adeyemi,events@example.org,,,
TBC,Staff,Folake Adeyemi,events@example.org,,,
Grand total,2,,,,,
"""
