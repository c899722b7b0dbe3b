"""Word lists that tell a name from another capitalised word, Dutch and English, folded.

Compiled by ourselves for texts about work: common given names and surnames of the Netherlands, Flanders and Britain;
places, languages, brands and software; words that start a sentence. No list is complete and none decides: a hit is
shown as a possible name, and the user decides.
"""

from __future__ import annotations

from typing import Final

_PARTICLES = "van von der den de het t ter ten te v d vd zu la le da dos das di du del el al bin ibn op in"
_FIRST_PARTICLES = "al del di el"
_TITLES = """mevrouw mevr mw meneer mijnheer menheer dhr heer dr drs ir ing mr mrs ms miss mx prof professor dokter
doctor sir madam lord lady pater"""
_SOFT_TITLES = """juf juffrouw meester zuster broeder nurse sister familie fam oom tante uncle aunt pastoor dominee"""
_ROLE_TITLES = (
    "collega colleague coach buddy mentor klant client patient leerling pupil student stagiair trainee intern"
)
_ROLES = """collega collegas colleague teamleider leidinggevende manager leader lead coach mentor begeleider buddy
leermaatje klant client patient docent trainer leerling monteur planner praktijkopleider serviceleider stagiair
directeur director supervisor boss baas chef team teamlead hr opleider verpleegkundige arts dokter customer teacher
student pupil engineer intern assistant assistent medewerker adviseur consultant receptionist iemand someone groep
afdeling bedrijf organisatie familie ouder ouders moeder vader ervaren senior junior"""
_ALSO_WORDS = """al an ad as ed in is me we he so no do go of op en ik er je ze zo nu ben bas beer bill bos boer
bakker baker berg bergen blauw bloem brink bruin butler carter clay cliff cook dale dam dawn day dekker does door drew
east faith fox freeman frost glen good grace graaf gray green groen groot grote haan hall hand hart haas hemel heath
hill hof hoek hond hope huis hunter jager jong jonge joy june juli juni kamp kamper keizer king klein kleine klerk
knight knot koch kok koning kroon kort kuiper lake lane lang lange lee leeuw lief long loos lot maas march mark mason
max may mees meer mei mens miles miller mol molenaar moon nacht noor north oude olive page park parker pauw pearl pen
pet piek pike pool post potter price prins prince quick rand read reiger rich ridder rijk roos rood rook rose ruiter
rust sap schaap schilder schipper schoen sharp short silver slager smid snow stam stan stark steen stew stone storm
stout sue summer swan taylor timmer tuin turner van veld veen ven vis vliet vlieger vogel vos vrij wal wade walker
ward water waters wel west weg wild wijk wil will willen winter wit witte wolf wood woods young zand zee zomer zwaan
zwart april august augustus amber autumn art chance eve gay guy kit lance lucky major melody norm pierce bel bell
berry bird bond bright brown black white cross flood fields forest gold hands hardy house love mills moss newton noble
pope rice rivers sands shaw shepherd spring stead steel sterling street tree wall wells wise beek blom boom brand
broek dijk draaijer duin eik geel gans haring heide kat kuil laan land laat leer markt mast meester moor muis nagel
paard peer pijl polder pot raad roest schat slot snel spiegel sterk stoel straat toren trap valk vink vlam vrede
vriend wagenaar wever wijs ziel"""
_RARELY_FIRST = """bakker dekker kuiper smid schipper turner carter taylor walker parker potter mason fisher butler
baker hunter molenaar"""
_SHORT_WORDS = """al an ad as in is me we he so no do go of op en ik er je ze zo nu om na ja te uw hm ah oh be by my us
up to it if at or ma pa ex la le de et on am"""
_MONTHS = "jan january januari feb mar march mrt april apr may mei june juni jun july juli jul aug august augustus"
_TIME_BEFORE = """in since until till sinds vanaf tot eind begin half before early late mid next last deze volgende
vorige"""
_ACRONYMS = """it hr pc tv cv bv nv ai qa ux ui pr or uk us eu nl be en id ip vr ar db os pm am kb mb gb mt ok nt ict
ceo cfo cto sql api pdf bhv mbo hbo wo ggz avg vca ohs nhs gp rn ed ld al an ad as ns ov ob rvs rv ho tl mr pop evc"""
_DEPARTMENTS = """sales finance marketing inkoop verkoop logistiek logistics productie production onderhoud
maintenance elektro elektrotechniek werktuigbouw werktuigbouwkunde bouwkunde installatietechniek burgerzaken
vergunningen planning belastingen handhaving workshop support helpdesk communicatie communications operations
procurement purchasing accounting accounts payroll legal compliance security engineering manufacturing housekeeping
housing radiologie radiology cardiologie cardiology chirurgie surgery neurologie neurology oncologie oncology
geriatrie geriatrics pediatrie paediatrics verloskunde maternity revalidatie rehab intensive apotheek pharmacy
laboratorium boven beneden begane onder midden onderbouw middenbouw bovenbouw admissions admin administratie
boekhouding debiteuren crediteuren financien financial onderwijs welfare safeguarding phonics strategie strategy
innovatie innovation leisure highways transport treasury digitaal digital toezicht personeelszaken receptie reception
facilitair kwaliteit quality expeditie magazijn warehouse leges werkplaats gas safe"""
_JOBS = """scrum master product owner sprint review retrospective backlog refinement developer engineer specialist
analist analyst architect officer coordinator unie union senior junior lead project business data customer success
vijf zes zeven acht negen tien one two three four five sint st"""
_SAYING = """asked said told gave thinks thought wanted wants suggested showed explained helped called rang joined
knows noticed replied answered agreed reminded mentioned taught took brought came left likes liked stayed smiled
laughed cried vroeg zei gaf vond wilde belde hielp legde dacht vertelde stelde nam mailde appte liet kwam begon bleef
knikte lachte luisterde antwoordde reageerde bedankte ging heeft had kan kon wist zag deed zou schreef keek"""
_THING_VERBS = """gebruik gebruikt gebruikte gebruiken use used uses using finished watched bought kocht installeerde
installed geinstalleerd uitgelezen speelden played bekeek draaide draait runs"""
_WORKING = """werk werken werkt werkte werkten werkend gewerkt work works worked working overgestapt stapten stapte
switched moved migrated gemigreerd overgegaan geleerd solliciteerde solliciteer"""
_SUBJECTS = """wiskunde rekenen taal natuurkunde scheikunde biologie geschiedenis aardrijkskunde economie techniek gym
maths math mathematics physics chemistry biology history geography science drama music year key zorg welzijn
maatschappijleer"""
_SURNAMES = """jansen janssen vries boer berg bakker visser smit meijer meyer mulder bos vos peters hendriks dekker
brouwer wit dijkstra smits graaf meer linden kok jacobs haan vermeulen heuvel veen broek bruijn bruin heijden schouten
beek willems hoekstra vliet koster prins leeuwen peeters maas bosch maes dubois lambert claes goossens wouters wolters
pietersen pieters kuipers kuiper postma bosman huisman jong groot post veenstra kramer martens gerritsen"""
_PLACES = """amsterdam rotterdam utrecht haag hague eindhoven groningen tilburg almere breda nijmegen apeldoorn arnhem
haarlem enschede amersfoort zaanstad zwolle zoetermeer leiden leeuwarden maastricht dordrecht ede alkmaar emmen delft
venlo deventer helmond hilversum heerlen lelystad roosendaal hoorn gouda wageningen assen veenendaal middelburg
vlissingen zeist nieuwegein purmerend barneveld kampen doetinchem almelo hengelo drenthe friesland gelderland
flevoland overijssel brabant limburg zeeland holland nederland belgie vlaanderen wallonie brussel bruxelles brussels
antwerpen antwerp gent ghent brugge bruges leuven mechelen kortrijk hasselt luik namen aalst oostende genk schiphol
duitsland germany frankrijk france spanje spain italie italy engeland england schotland scotland wales ierland ireland
polen poland turkije turkey marokko morocco suriname europa europe amerika america china india london manchester
birmingham leeds glasgow edinburgh liverpool bristol sheffield cardiff belfast dublin nottingham newcastle oxford
cambridge york brighton leicester coventry reading southampton berlijn berlin parijs paris keulen madrid rome wenen
vienna boston chicago texas california britain kingdom states scandinavie denemarken denmark zweden sweden noorwegen
norway oostenrijk austria zwitserland switzerland portugal griekenland greece veluwe betuwe achterhoek randstad twente
rijn maas waal noordzee oost noord zuid west north south east zutphen woerden vught veghel oss uden boxtel waalwijk
goes terneuzen hulst sluis tholen zierikzee bergen brielle spijkenisse schiedam vlaardingen maassluis capelle
ridderkerk barendrecht zwijndrecht papendrecht gorinchem culemborg tiel geldermalsen zaltbommel bunnik baarn bussum
weesp huizen amstelveen aalsmeer hoofddorp heemskerk beverwijk castricum heiloo schagen heerhugowaard enkhuizen
medemblik volendam edam zaandam wormerveer heemstede zandvoort noordwijk katwijk wassenaar voorburg rijswijk
leidschendam nootdorp bodegraven alphen waddinxveen nunspeet harderwijk ermelo epe elburg hattem raalte ommen
hardenberg coevorden hoogeveen meppel steenwijk emmeloord urk dronten zeewolde drachten sneek heerenveen franeker
harlingen dokkum bolsward joure lemmer delfzijl veendam winschoten stadskanaal oldenzaal losser rijssen nijverdal
haaksbergen winterswijk aalten groenlo lochem borculo zevenaar duiven didam wijchen beuningen druten malden rhenen
leusden bilthoven bilt woudenberg scherpenzeel renkum oosterbeek velp dieren brummen voorst twello weert roermond
sittard geleen kerkrade landgraaf brunssum valkenburg venray gennep cuijk boxmeer etten oosterhout dongen rucphen
zundert texel ameland terschelling vlieland schiermonnikoog sint-niklaas lokeren dendermonde ninove turnhout lier
beringen tongeren bilzen ieper roeselare tielt waregem knokke blankenberge veurne charleroi mons doornik egypte egypt
israel palestina palestine syrie syria irak iraq iran afghanistan pakistan oekraine ukraine rusland russia finland
ijsland iceland hongarije hungary roemenie romania bulgarije bulgaria servie serbia kroatie croatia albanie tsjechie
slowakije slovenie letland litouwen estland japan korea vietnam thailand indonesie indonesia filipijnen philippines
australie australia canada mexico brazilie brazil argentinie argentina chili colombia peru nigeria ghana kenia kenya
ethiopie ethiopia eritrea somalie somalia soedan sudan congo angola tunesie tunisia algerije algeria zuid-afrika
curacao aruba bonaire antillen azie asia afrika australasia bangladesh lanka nepal saoedi dubai exeter plymouth
portsmouth brixton croydon derby wolverhampton stoke preston blackpool bolton bradford hull huddersfield middlesbrough
sunderland durham carlisle lancaster chester swansea newport wrexham aberdeen dundee inverness perth bath gloucester
cheltenham swindon luton norwich ipswich peterborough milton keynes northampton canterbury dover galway cork limerick
wembley heathrow gatwick devon cornwall kent essex sussex surrey norfolk suffolk yorkshire lancashire cumbria"""
_DAYS = """maandag dinsdag woensdag donderdag vrijdag zaterdag zondag monday tuesday wednesday thursday friday
saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays januari februari maart april mei juni
juli augustus september oktober november december january february march may june july august october feb mrt mar apr
jun jul aug sep sept okt oct nov dec kerst kerstmis pasen pinksteren hemelvaart koningsdag sinterklaas ramadan
suikerfeest offerfeest carnaval diwali christmas easter eid halloween thanksgiving hanukkah lent boxing bank"""
_THINKERS = """pythagoras newton ohm einstein fourier laplace kirchhoff faraday darwin freud piaget vygotsky maxwell
celsius kelvin volt ampere joule hertz tesla archimedes euclid euclides gauss euler bernoulli boole turing pareto
gantt deming goldratt covey kotter lencioni mintzberg kaizen toyota montessori dalton jenaplan freinet hattie marzano
rosenshine nightingale erikson bandura skinner pavlov kohlberg shakespeare macbeth hamlet othello dickens orwell
mozart bach beethoven vivaldi rembrandt mondriaan picasso monet napoleon hitler churchill boudica tudors victorians
romans vikings egyptians romeinen grieken nazi"""
_TRADES = """viega geberit wavin jaga radson vasco zehnder panasonic fujitsu hisense lennox copeland bitzer kiwa
lloyds tuv dekra bureau veritas eaton legrand niko weidmuller beckhoff omron rockwell festo pilz revit autocad
solidworks inventor catia ansys abaqus matlab simulink mathcad scia tekla staad robot idea statica arduino raspberry
esp siemens step tia labview codesys ultimo maximo planon infor navision dynamics odoo hive drayton hubspot linear
basecamp mural lucid webex meet skype docusign adobe acrobat indesign photoshop illustrator lightroom datix emis
systmone epic cerner hix chipsoft cura ons pluriform vilans movisie actiz nhg cqc nice nmc rcn resusci cliniclowns
decos djuma centric pinkroccade geoweb verseon joinzaak mijn digid berichtenbox cito iep wrts studyflow gynzy snappet
squla bettermarks duolingo seesaw bromcom sims cpoms satchel edexcel aqa ocr strukton heijmans croonwolter spie equans
unica imtech arcadis tauw witteveen sweco royal haskoning arup atkins balfour carillion skanska tata corus shell exxon
bp esso total chemours dow dsm akzo unilever nestle dewalt bahco wera knipex wiha gedore stihl husqvarna bobcat
caterpillar komatsu liebherr jungheinrich"""
_LANGUAGES = """nederlands nederlandse engels engelse duits duitse frans franse spaans spaanse italiaans italiaanse
pools poolse turks turkse arabisch arabische vlaams vlaamse fries friese marokkaans marokkaanse surinaams oekraiens
chinees latijn grieks dutch english german french spanish italian polish turkish arabic flemish frisian moroccan
ukrainian chinese latin greek british irish scottish welsh european american belgian belgisch belgische europees
europese portuguese portugees romanian roemeens hindi urdu punjabi nederlander nederlanders brit brits germans"""
_BRANDS = """microsoft google apple amazon azure aws excel word outlook teams sharepoint onedrive powerpoint onenote
windows linux ubuntu android chrome firefox edge safari zoom slack trello jira confluence notion asana miro figma
canva dbt cron dagster prefect github gitlab bitbucket docker kubernetes jenkins terraform ansible airflow kafka spark
hadoop snowflake databricks tableau looker python java javascript typescript scala kotlin rust ruby perl fortran cobol
pandas numpy django flask react angular postgres postgresql mysql oracle mongo mongodb redis elastic elasticsearch
grafana prometheus splunk datadog power bi salesforce zendesk freshdesk servicenow topdesk afas exact twinfield sap
workday visma nmbrs zorgdossier nedap ecare ysis caress medimo magister somtoday parnassys moodle canvas kahoot
classroom chromebook gimkit quizlet socrative whatsapp facebook instagram linkedin youtube twitter tiktok signal
telegram gmail dropbox netflix spotify chatgpt copilot claude gemini openai philips siemens bosch samsung panasonic lg
dell lenovo hp epson canon ricoh xerox rexel sonepar wolseley screwfix lloyd carrier trane
danaher abb worcester baxi ideal honeywell remeha nefit vaillant intergas daikin mitsubishi
toshiba viessmann itho grundfos wilo danfoss uponor atag avanta calenta testo fluke makita hilti dewalt festool
milwaukee ikea heijmans bam volkerwessels dura vermeer feenstra breman essent eneco vattenfall nuon liander stedin
enexis alliander ziggo kpn odido vodafone telenet proximus rabobank ing abn amro triodos postnl dhl ups fedex bol
coolblue albert heijn jumbo lidl aldi hema action kruidvat gamma praxis tesco sainsbury boots asda barclays lloyds
hsbc arriva connexxion schneider abb bosal tesla volkswagen ford toyota opel peugeot renault volvo scania daf mercedes
bmw audi kia hyundai lean scrum agile kanban prince six sigma itil starr kolb gibbs korthagen belbin disc myers briggs
kirkpatrick bloom dreyfus miller maslow leerreis wordpress drupal bluetooth wifi internet ethernet intranet modbus
zigbee nest sonos romeinse bijbel koran bible quran god"""
_ORGANISATIONS = """gemeente provincie ministerie rijksoverheid belastingdienst universiteit hogeschool school college
academie academy university hospital ziekenhuis kinderziekenhuis zorggroep thuiszorg stichting vereniging bedrijf
groep group team afdeling dienst council trust department institute instituut museum theater kerk church station
kantoor office bank wet wetboek regeling besluit act law regulation verordening commissie raad board committee kamer
park stadion stadium hotel huis house centrum centre center metingen certificaat diploma certificate bijlage appendix
hoofdstuk chapter deel part fase phase stap step level niveau versie version categorie category klasse class model
type error storing foutcode ticket sprint release project module cluster server database dashboard aid first second
third"""
_COMPANY = "bv nv vof ltd limited llc inc plc gmbh sa sarl zn zonen holding groep group services service installatie"
_CUES = """team groep locatie vak lazen leest lees voorlezen voorgelezen zingen zong zongen keken spelen speelt
cursus training trainingen workshop boek book opleiding module project programma systeem system app
applicatie programme program course lesson les serie series film movie song lied tool merk brand model type afdeling
department methode method theorie theory website site pagina page platform game spel lees las lezen read reading
gelezen conferentie conference congres webinar podcast thema theme werkvorm protocol handboek manual artikel article
lokaal room zaal gebouw building straat hotel restaurant cafe school college wet act versie version framework tabel
table map folder tab tabblad knop button menu kolom column veld field ploeg klas stichting vereniging gemeente
universiteit hogeschool ziekenhuis firma firm company musical plan bestemmingsplan"""
_CALLED_AFTER = """stelling wet getal driehoek schaal taxonomie piramide cirkel syndroom ziekte vergelijking formule
index vlak lens brug law theorem taxonomy disease syndrome principle equation hierarchy scale score curve cycle"""
_WORKS = """les lessen lesson lessons unit units essay essays toets roman novel play poem gedicht chapter hoofdstuk boek
book werkstuk spreekbeurt assembly"""
_SUPPLIERS = """leverancier leveranciers merk fabrikant groothandel supplier suppliers brand manufacturer wholesaler
importeur keurder certifier pakket programma systeem software"""
_PLACE_BEFORE = "in uit te vanuit at near rond richting rondom onder boven within across around outside"
_ARTICLES = "de het een the a an deze die dit dat this that these those our onze ons elke each every another andere"
_STREETS = """straat laan weg plein gracht kade singel dijk steeg strasse street road avenue lane park stad dorp kerk
school ziekenhuis huis gebouw zorg bank groep techniek dag zaken gebied dienst centrum commissie beheer wet brug toets
kunde kamer"""
_COMMON = """aan achter af als alle alleen alles anders beter bij binnen bijna buiten daar daarna daarom dan dat de
der des deze die dit doe doen door dus echt een eens eerst en er even ga gaan gaat geef geen geleerd ging goed graag
had heb hebben heeft hem hen het hier hij hoe hun iets iemand ik in is ja je jij jou jouw juist kan klaar komt kon kun
kunnen later leren liet maar maak maken meer met mij mijn misschien moest moet mogen morgen na naar naast nee niet
niets nog nooit nu of om omdat omgaan onder ook op over pas rond samen sinds soms snel te tegen terug toch toen
tijdens tot tussen uit van vandaag vanaf veel verder volgens voor vraag waar waarom wanneer want was wat we weer wel
werd werk werken wie wij wil worden wordt zal ze zei zelf zich zij zijn zo zoals zonder zou zowel gisteren vanmiddag
vanochtend effectief communiceren leidinggeven veilig klantgericht about after again all also always am and any are as
ask asked at be because been before being better both but by can could dealing did do does done down during each
effective every few first for from get give go goal good has have he help her here him his how if into it its just
keep know last learn learned learning let like listen made make managing many may me meet might more most much must my
need never new next no not note now off on once one only or other our out own people plan public question right said
see she should show since so some start still stop such take talk tell than thank thanks that the their them then
there these they thing think this time to today together too try under until up use very way well went were what when
where which while who why will with without work working would write yes yesterday you your dear hello hi hallo beste
hoi groet groeten regards mum dad mama papa opa oma sir madam"""


def _set(*lists: str) -> frozenset[str]:
    return frozenset(word for each in lists for word in each.split())


PARTICLES: Final = _set(_PARTICLES)
"""Small words inside a surname."""
FIRST_PARTICLES: Final = _set(_FIRST_PARTICLES)
"""Those of `PARTICLES` that can also be a given name."""
TITLES: Final = _set(_TITLES)
"""Titles that hardly occur before anything but a name."""
SOFT_TITLES: Final = _set(_SOFT_TITLES)
"""Titles that also occur before other words."""
ROLE_TITLES: Final = _set(_ROLE_TITLES)
"""Roles used as a title, which are no part of the name."""
ROLES: Final = _set(_ROLES)
"""Words by which a person can be called in a record without being named."""
ALSO_WORDS: Final = _set(_ALSO_WORDS)
"""Names that are ordinary words too: they count only with a capital."""
RARELY_FIRST: Final = _set(_RARELY_FIRST)
"""Those of `ALSO_WORDS` that hardly start a sentence except as a name."""
SHORT_WORDS: Final = _set(_SHORT_WORDS)
MONTHS: Final = _set(_MONTHS)
"""Months that are names too, and abbreviated months."""
TIME_BEFORE: Final = _set(_TIME_BEFORE)
ACRONYMS: Final = _set(_ACRONYMS)
"""Capitals that are not initials."""
SURNAMES: Final = _set(_SURNAMES)
"""Surnames that count after a particle or a title even in lower case."""
KNOWN: Final = _set(
    _JOBS,
    _DEPARTMENTS,
    _ROLES,
    _SUBJECTS,
    _PLACES,
    _DAYS,
    _LANGUAGES,
    _BRANDS,
    _THINKERS,
    _TRADES,
    _ORGANISATIONS,
    _COMMON,
    _ARTICLES,
    _TITLES,
    _SOFT_TITLES,
    _ROLE_TITLES,
)
"""Words that have a capital without being a name."""
DAYS: Final = _set(_DAYS)
COMMON: Final = _set(_COMMON, _ARTICLES)
"""Ordinary words: among capitalised words they show that these are a title."""
SAYING: Final = _set(_SAYING)
"""Verbs for what people do: a capitalised word directly before one is a name."""
THING_VERBS: Final = _set(_THING_VERBS)
"""Verbs for what is done with things."""
WORKING: Final = _set(_WORKING)
"""Verbs that, with a preposition, are followed by a tool or an organisation."""
COMPANY: Final = _set(_COMPANY)
"""Words that make the name before them an organisation."""
CUES: Final = _set(_CUES)
"""Words after which capitalised words name a thing."""
CALLED_AFTER: Final = _set(_CALLED_AFTER)
"""Things named after a scientist, whose name is no leak: "de stelling van Pythagoras", "Ohm's law"."""
WORKS: Final = _set(_WORKS)
"""Words that, with a preposition, are followed by the name of a work or a subject."""
SUPPLIERS: Final = _set(_SUPPLIERS)
"""Words that, with "is", are followed by the name of a firm or a product."""
PLACE_BEFORE: Final = _set(_PLACE_BEFORE)
ARTICLES: Final = _set(_ARTICLES)
PLACE_ENDINGS: Final = tuple(_STREETS.split())
"""Endings of streets, places and organisations."""
