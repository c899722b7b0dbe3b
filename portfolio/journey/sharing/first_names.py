"""Common given names in the Netherlands, Flanders and Britain, of any origin, folded.

Compiled by ourselves and never complete: other names are still found in mid-sentence and after a title.
"""

from __future__ import annotations

from typing import Final

_FIRST_NAMES = """aad aafke aaron abdel abdul abigail achmed ada adam adil adriaan ahmed aicha aidan aisha aiden
albert alejandro alex alexander alfred alice alicia ali alisha amelia amira amy ana anass andrea andrew andy angela
anika anisa anita anja anke ann anna anne annelies annemarie annemiek annet annick anouk ans anthony anton antoine
antonio arend arie arjan arjen arno arnold arthur astrid aya ayse ayoub babette bart bas bastiaan beatrijs becky ben
benjamin bernard bert bianca bilal birgit bjorn bob bram brahim brenda brent brian brigitte britt callum carla carlijn
carlos carmen carol caroline catharina catherine cees chantal charles charlotte chloe chris christel christian
christina christopher cindy claire claudia connor conny coen colin cor corine cornelis corrie daan dagmar daniel
daniela danielle danny darren dave david debbie deborah denise dennis derek desmond dewi diana diego dimitri dirk
dmitri donna dorien dylan edith edwin eefje eelco elena eleanor elif elise elisabeth elizabeth ella ellen ellie els
elsa emily emma emiel emine emre eric erica erik erika erwin esmee esther ethan eva eveline evelyn ewa ewan ezra
fabian fadoua farid fatima fatma fatoumata femke ferdinand fernando finn fiona flip floor floris frans fred frederik
freek frits gareth gary geert geoff george gerard gerben gerda gerrit gert gertjan gijs gina giovanni graham gwen
hakan hanna hannah hannie hans harm harold harriet harry hassan hatice heidi helen helena hein henk hendrik henny
henry herman hester hugo ibrahim ian ids ilse imane imran ina ineke inge ingrid irene isa isabel isabella isaac ivo
jaap jacob jacqueline jake jamal james jamie jan jana jane janet janine janna janneke jasmijn jason jasper jeff jelle
jennifer jenny jens jeremy jeroen jesse jessica jet jill jim jimmy joan joanna joanne jochem joe joep johan johanna
john johnny jolanda jolien jonas jonathan joost jordan jordy joris jos jose joseph josephine josh joshua joyce judith
julia julian julie jurgen jurre justin kaitlyn karel karen karim karin karl kasper kate katie katja katharine kathleen
katrien kees keith kelly ken kevin khadija khalid kieran kim kirsten klaas koen kris kurt laila lara larissa lars
laura lauren laurens lea leah leen lena leni leo leon leonie lex lianne lidia lieke lien lies liesbeth lieve lilian
lina linda lisa lizzy loes lorenzo lotte lou louis louise luc luca lucas lucia lucy luis luuk luuc lydia maaike
maarten maartje machteld maike malika manon manuel marc marcel marco margaret margot margriet maria marian marianne
marie marieke marielle marije marijke marijn marina mario marion marit marjan marjolein marko marleen marlies marloes
marnix martha martin martijn martine matt matthew matthijs maud maureen maurice maxim megan mehmet meike melanie
melissa menno merel mia michael michelle michiel mieke mike mila milan milou mirjam miranda miriam mo moussa mohamed
mohammed molly monica monique morgan muhammad murat mustafa myrthe nadia nadine nancy natalie natasha nathalie nathan
neil nicola nicole nicolas nicky niels nienke nigel nina noah noel noor nora noud olga oliver olivia omar onno oscar
osman otto pam pamela pascal patricia patrick paul paula pauline pavel pedro peggy peter petra philip phil piet pieter
pim priya quinten rachel rachid raj rajesh ralph ramon raoul raymond rebecca reinier remco rene renate rens rianne
richard rick rik rita roan robbert robert roberta roel roland rolf romy ronald ronnie rosa rosie roy ruben rudi rutger
ruth ruud ryan saar sabine sabrina sacha said sally salma sam samantha samir samira samuel sander sandra sanne sara
sarah saskia sean sebastiaan sebastian selma sem serena sergio sharon sheila sibel silvia simon simone sjaak sjoerd
sofia sofie sonja sophie stacey stefan stefanie stella steve steven stijn suleiman susan susanne suzanne sven sylvia
tamara tanja tara ted tegan teresa teun theo theresa thea thijs thierry thomas tibor tijn tim timothy tina titus
tobias tom tommy tony tracy trees trudy tristan twan ursula valerie vanessa vera veerle veronica victoria vincent
viola wendy wesley wiebe wilhelmina willeke willem wilma wim wout wouter xander yara yasmin yasmina yasmine yassin
yorick youssef yusuf yvette yvonne zainab zeynep zoe zofia zohra abel agnes agnieszka anil arun bea bep betty bente
ciara deepak dilan dries eamon elke farah fien fleur gaby giel goran guus hilde ida ilias isra jada jorge jutta kai
kamal lewis liam lowie mariam marek mats mees merve mina nabil nasser nele niamh nour oisin olaf piotr quirine ravi
rosalie rowan sadia sami seppe sinead siobhan stan tess tine tuur wannes ward yannick yusra zakaria"""
_MORE_FIRST_NAMES = """aaliyah abbie abdullah abdulrahman achraf adele aditi adriana afra agatha ahsan aiesha ajay
alan alana alec aleksandra alessandro aleyna alfie alina aliyah alyssa amal amanda amber amelie amine amina amir
anastasia andre andreea angelique angus anjali annabel anneke annika anniek antonia anouar anwar archie aron arwen
asher ashley ashraf asiya asmae ava ayaan ayla azra aziz barbara beata beatrice bella benedict berend berta bethany
beverley bo bonnie bradley brandon brecht brigit bryan cameron camille candice carolina carter cas casper cassandra
catarina cato cecilia celine cedric chelsea cheryl chiara christa clara claude clemens clive colette colleen connie
cornelia courtney craig cristina crystal damian dana dania danique darius deniz diederik dinesh dieter dina dominic
dominique donald doris dorothy douglas duncan ebru eddie edgar edward efe egbert eileen ekaterina eleni eline elias
elijah elisha elliot elliott ellis elodie elvira emilia emmanuel enzo erin ernst esra estelle eugene evan evie ewout
faisal fahad farouk fay faye fayza fenna ferry filip fiorella fatih fatime frances francesca francis franka freddie
freya gabriel gabriela gemma geraldine geraint gideon gillian ginny giulia glenn gloria gonda grzegorz guido gunther
gustaf hamid hamza hana hanan hanneke harish harley harvey hasan hayley hazel hedwig heleen helga helma henriette
hicham hidde hilda hilal hind hubert humphrey huub ibtissam ieuan ignacio ihsan ikram ilya imke indy ines inez ingmar
iqbal isaiah isla ismael ismail ivana ivar iza izaak jackie jacintha jacco jan-willem janice jarno jayden jayesh
jeanette jeanine jefta jenna jenson jeremiah jerome jillian jip jitske joachim jodie joelle jonah joni jorden jorn
jorrit josephina josette josien joy juan juanita judy jules juliette june junior jurjen justine kacper kamila karima
karolien kasia kayla kayleigh kelsey kenza kerry kerstin khalil kirsty klara kubra kyle lana lance lasse layla leander
leila leanne leonard leonora lesley leslie leticia levi lilly lily linh lisanne liselotte liv livia liza loan lois
loris lorraine lotfi luka lukas luna luz lynn lyla madelon madison magda mahmoud maja malak malcolm manal mandy mara
marcela marcin mariana mariska marissa marlene marlou marta martina marvin maryam matej mateo mathijs matteo maurits
mauro max maxime may maya mayra meera melvin mervyn mette meyrem michaela miguel mihai miles milena millie mimoun
mirte mirthe mitchell moniek morris moses mounir muhammed nabila naima najat nando naomi nathaniel naveed nawal nazli
neeltje nelleke nelly nicholas nikita nikki nisha noelle noortje norbert nordin nouha nuria odette olivier omer orhan
oskar owen paolo paulien pelin penelope phoebe philippa pia pien pieternel poppy pradeep qasim quinn rafael rafik
rahul raisa ralf rania raquel rashid raymon reece reem reggie remi renske rhys ria riad ricardo richelle rihanna rinus
robyn roderick rodrigo rogier romana ronan rosanne ross roxanne rufus russell ruby safia salim salman samia sanja
sanna santiago saoirse sasha savannah scott selena selin selina semih senna serge seth shane shannon sharifa shaun
shauna sheryl shirley sid sietske sigrid silke simona sina skye sofiane soraya souad soufiane spencer steffie stephan
stephanie stephen stewart stine suus suzan sybren sylvie tabitha taha tahir tanya tarek tariq tatiana tatjana tayfun
teddy terence terry tessa tineke tirza tjeerd tobi toby tomasz toon trevor tugba tyler tyrone ulrike umut uwe vanya
victor viktor vincenzo violeta virginia vivian wail walid wanda warner wei wendela wessel wilfred willemijn willy
winston wiktor wietske wolfgang xavier yannis yasin yasser ydwine yolanda younes yvo zachary zahra zaid zakia zara
zoey zuzanna bethan rhian cerys gethin robin iris jack jasmine jean rob heather violet holly ivy daisy linde paige
penny sandy nick frank dick dean pat jay ray sterre kaat will mark rose grace bill roos"""
_OTHER_FIRST_NAMES = """declan carola bernadette berber bouke douwe sietse sjors tjalling anneloes annelotte marjo
jolande toos sjaan cisca ciska francien hermien hendrika jantje geertje geertruida grietje janny riet rietje tiny
truus corry joop wiesje gerjan wilfried jelmer rinske sytske froukje hielke wytze baukje nynke aukje tjitske ferre
lowie seppe stien lotje fenne jinte mees pepijn olivier boudewijn frederique josefien charlot liselot roxane deirdre
aoife niall cormac brendan fergus hamish iain mhairi eilidh morag imogen jemima tamsin rupert barnaby giles hugh fiona
gordon keeley leanna tracey geoffrey jonny ollie ayesha aamir shabana nadeem kwame kofi adwoa chinedu chidi ngozi
ifeoma tunde yemi folake krzysztof wojciech pawel lukasz jakub mateusz malgorzata katarzyna magdalena marek-jan bogdan
mihaela ionut sevda songul hulya nurten cemal orkun ismet naziha rabia houda mounia soukaina sharda sandhya ruben-jan
shanti kishan xiomara giovanna"""

FIRST_NAMES: Final = frozenset(f"{_FIRST_NAMES} {_MORE_FIRST_NAMES} {_OTHER_FIRST_NAMES}".split())
"""Given names that count at the start of a sentence too."""
