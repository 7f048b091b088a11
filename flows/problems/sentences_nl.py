"""De meldingen in het Nederlands: een zin per code, en onze eigen woorden.

``{naam}`` is een waarde; ``{naam:Bedoelt u @?}`` verdwijnt als er geen waarde is.
"""

SENTENCES = {
    "SP101": "De YAML klopt hier niet: {why}.",
    "SP102": "De sleutel '{key}' staat twee keer in hetzelfde blok. Laat er één staan.",
    "SP103": "Ankers, aliassen en tags (&, *, << of !) worden hier niet gebruikt: '{name}'. "
    "Schrijf de tekst voluit, of zet hem tussen aanhalingstekens.",
    "SP104": "Dit bestand is geen UTF-8{encoding:, maar @}{byte: (byte @)}.{character: Daardoor is '@' hier niet te lezen.} "
    "Bewaar het opnieuw als UTF-8; in Kladblok: Bestand, Opslaan als, Codering: UTF-8.",
    "SP105": "Dit bestand is groter dan {most} MB. Dat is geen tekst van een standpunt.",
    "SP106": "Dit bestand is leeg.",
    "SP107": "Hier zitten meer dan {most} lijsten of blokken in elkaar. Zo diep gaat geen standpunt.",
    "SP108": "Dit bestand bestaat niet.{referrer: Het wordt genoemd in @.}",
    "SP109": "Dit bestand kan niet worden gelezen: {reason}.",
    "SP110": "De verplichte sleutel '{key}' ontbreekt of is leeg.",
    "SP111": "De sleutel '{key}' bestaat hier niet.{nearest: Bedoelt u '@'?}{allowed: Toegestaan: @.}",
    "SP112": "Bij '{key}' hoort {expected}{got:; hier staat @}.{better: Schrijf: @.}",
    "SP113": "'{value}' kan niet bij '{key}'. Kies {allowed}.",
    "SP114": "'{value}' heeft niet de vorm die bij '{key}' hoort{form: (@)}.",
    "SP115": "Hier staat een tab. YAML springt in met spaties: vervang de tab door twee spaties.",
    "SP116": "Hier hoort precies één van deze sleutels: {allowed}.{found: Gevonden: @. Begint er een nieuw onderdeel, zet daar dan '- ' voor.}",
    "SP117": "Hier staat {key} '{value}', maar het bestand ligt bij '{folder}'.",
    "SP118": "De beslissing over '{id}' verandert niets. Noem bij 'drop' of bij 'add' een vlag"
    "{both:, en '@' niet bij allebei}.",
    "SP119": "Over wijziging {change} van '{id}' staat hier al een beslissing. Laat er één staan.",
    "SP120": "Hier staat een teken dat u niet ziet: {sign} ({code}). Haal het weg, of typ er een spatie of een nieuwe "
    "regel voor in de plaats.",
    "SP121": "Hier heeft git twee versies van de tekst bewaard. Kies wat blijft staan, en haal ook de regels met "
    "<<<<<<<, ======= en >>>>>>> weg.",
    "SP122": "Het aantal spaties aan het begin van deze regel klopt niet: {found} in plaats van {expected_spaces}, zoals bij de regel "
    "waar zij bij hoort.",
    "SP123": "Zet hier een streepje en een spatie ('- ') voor dit onderdeel van de lijst{found:, in plaats van '@'}.{column: Het streepje komt op plaats @ van de regel, onder dat van het onderdeel erboven.}",
    "SP124": "Hier staat een gekruld aanhalingsteken ({found}). YAML kent alleen rechte: typ \" of ' om de hele waarde, of "
    "laat het weg.{instead: Typ hier: @.}",
    "SP125": "Deze dubbele punt staat midden in een tekst. Zet de hele tekst tussen aanhalingstekens, of schrijf '|' "
    "achter de sleutel en de tekst op de volgende regel.",
    "SP126": "Achter '{key}' horen een dubbele punt en een spatie: '{key}: …'.",
    "SP127": "Het aanhalingsteken {found} begint hier en wordt niet gesloten. Zet het ook achter de tekst.{tip: @}",
    "SP128": "Een waarde kan niet met {found} beginnen, want dat betekent iets in YAML. Zet de hele waarde tussen "
    "aanhalingstekens.",
    "SP129": "De tekst van '{key}' klopt hier niet. Zet achter '{key}:' alleen '|', en laat elke regel van de tekst daaronder "
    "verder inspringen dan '{key}'.",
    "SP130": "Hier staat {sign} ({code}) en geen gewone spatie. Voor YAML is dat een letter. Typ een gewone spatie.",
    "SP131": "Vanaf hier leest YAML een opmerking; dit komt in geen document: {text}. Hoort het bij de waarde, zet "
    "die dan tussen aanhalingstekens. Is het een opmerking, zet dan een spatie achter #.",
    "SP132": "Dit komt achter de regel erboven, op dezelfde regel: '{text}'. Is het een lijst of tabel in een tekst, "
    "schrijf dan '|' achter de sleutel. Is het een onderdeel van een lijst, laat het dan even ver inspringen als de andere.",
    "SP133": "'{value}' kan twee getallen zijn. Bedoelt u {whole}, schrijf dan {whole}. Bedoelt u {shown}, schrijf dan {fraction}.",
    "SP134": "Tussen accolades scheidt een komma. Daardoor staat '{text}' hier los. Zet de hele waarde tussen "
    "aanhalingstekens, of schrijf een getal met een punt (6.7).",
    "SP135": "Dit staat nu in de tekst en komt zo in het document: '{key}:'. Is het een sleutel, laat haar dan even ver "
    "inspringen als de sleutel van deze tekst.",
    "SP136": "Niemand leest dit bestand.{counts: Wat telt, staat in @.} Neem over wat u nodig hebt en haal het weg, of geef het de "
    "goede naam.",
    "SP137": "Achter het aanhalingsteken dat de tekst sluit, staat nog meer: '{text}'. Zet aanhalingstekens om de hele tekst. "
    "Staan ze ook erin, neem dan buiten de andere soort (' of \").",
    "SP138": "In dit bestand staan meer dan {most} {construct}. Zoveel schrijft niemand: waarschijnlijk is er iets in "
    "geplakt, of is het een ander bestand. Het is niet verder gelezen.",
    "SP139": "Over dit bestand zijn er nog {count} andere meldingen. Verbeter eerst wat hier staat, en controleer dan opnieuw.",
    "SP201": "Het id '{id}' bestaat al. Elk id mag in een editie één keer voorkomen.",
    "SP202": "De oude naam '{alias}' is al in gebruik.",
    "SP203": "Het id '{id}' stond in editie {edition} en is nu weg. Zet het onder 'retired:' met een reden, "
    "of geef het nieuwe blok 'aliases: [{id}]'.",
    "SP204": "Het id '{id}' bevat '{word}'. Een id noemt geen editie en geen provincie, want het blijft bestaan.",
    "SP205": "Het id '{id}' staat onder 'retired:' maar wordt nog gebruikt.",
    "SP206": "De vervanger '{id}' bestaat niet.{nearest: Bedoelt u @?}",
    "SP207": "De vorige editie '{edition}' bestaat niet.{nearest: Bedoelt u @?}{known: Er is wel: @.}",
    "SP208": "Deze namen verwijzen in een kring naar elkaar: {path}.",
    "SP209": "Het id '{id}' kan niet: Standpunt gebruikt dat woord zelf. Kies een ander id.",
    "SP210": "Deze naam of code is ook die van {others}. Elke provincie heeft haar eigen: verander wat van een ander is "
    "overgenomen.",
    "SP211": "Het blok '{id}' stond in de landelijke tekst toen u hierbij schreef, en het is nu weg. Vraag het landelijk "
    "bureau om het in edition.yaml onder 'retired:' te zetten met een reden, of om het nieuwe blok 'aliases: [{id}]' "
    "te geven.",
    "SP213": "Er staat niet bij van welke dag deze tekst is. Zet erbij: `as_of: 2026-11-27`, met de dag waarop het concept rondgaat of "
    "de tekst is vastgesteld. Nu noemen Word en PDF de dag van de verkiezing ({election}).",
    "SP214": "De dag van deze tekst ({date}) ligt na de verkiezing ({election}). Controleer `as_of`.",
    "SP215": "Editie {edition} is op {day} verzegeld, en '{piece}' zegt nu iets anders dan toen. Zet de tekst van toen terug. Moet "
    "de uitgave echt anders, geef dan daarna `standpunt edition seal {edition} --again`.",
    "SP216": "Editie {edition} is op {day} verzegeld, en '{piece}' is sindsdien weg. Zet het terug. Moet de uitgave echt anders, "
    "geef dan daarna `standpunt edition seal {edition} --again`.",
    "SP217": "{province} heeft in editie {edition} nog geen bestand.{command: Maak het uit de vorige editie: @}",
    "SP212": 'Deze editie noemt geen vorige, en er is een oudere: {known}. Zet erbij: previous: "{known}". Zonder die '
    "regel merkt niemand dat een blok is verdwenen.",
    "SP301": "Het id '{id}' bestaat niet in de landelijke tekst.{nearest: Bedoelt u @?}",
    "SP302": "Het landelijke blok '{id}' is vervallen: {reason}.{replaced_by: De opvolger is '@'.} "
    "Verplaats uw tekst of haal deze afwijking weg.",
    "SP303": "Het landelijke blok '{id}' is al vervallen: {reason}. Deze 'remove' mag weg.",
    "SP304": "Het blok '{old}' heet nu '{new}'. Uw tekst komt goed terecht; pas de naam hier aan.",
    "SP305": "Op '{id}' staan hier twee bewerkingen die elkaar uitsluiten: {verbs}. Laat er één staan.",
    "SP306": "Op '{id}' staan hier 'append' en 'remove'. Aanvullen en weglaten kan niet samen.",
    "SP307": "Het landelijk bureau heeft '{id}' vastgezet (override: {allowed}); '{verb}' kan hier niet.",
    "SP308": "'{id}' is landelijk een {national}, hier een {kind}. Een afwijking houdt dezelfde soort.",
    "SP309": "'{id}' is geen leeg vak maar een landelijke tekst. Gebruik 'replace' of 'append'.",
    "SP310": "'{id}' is een leeg vak zonder landelijke tekst. Gebruik 'fill' in plaats van '{verb}'.",
    "SP311": "Het id '{id}' is al in gebruik. Geef het nieuwe blok een eigen id.",
    "SP312": "'{id}' wordt in dit bestand zelf ingevoegd. Kies een landelijk blok als plaats; de volgorde in dit "
    "bestand bepaalt de volgorde van de ingevoegde blokken.",
    "SP313": "Bij '{id}' hoort één plaats: 'after' of 'before', niet allebei en niet geen van beide.",
    "SP314": "Aan '{id}' ({kind}) kan geen tekst worden toegevoegd. Gebruik 'replace'.",
    "SP315": "'{id}' is een verplicht vak en kan niet worden weggelaten. Gebruik 'fill'.",
    "SP401": "De landelijke tekst van '{id}' is veranderd nadat u uw eigen tekst schreef{fields: (in: @)}. "
    "Lees hem, pas uw tekst zo nodig aan en geef dan: standpunt accept {province} {id} --edition {edition}",
    "SP402": "De landelijke tekst van '{id}' is veranderd{fields: (in: @)}; uw aanvulling staat er nog achter. "
    "Past het nog bij elkaar? Geef dan: standpunt accept {province} {id} --edition {edition}",
    "SP403": "Uw tekst van '{id}' is gelijk aan de landelijke. Deze 'replace' mag weg.",
    "SP404": "Van '{id}' is niet vastgelegd bij welke landelijke tekst uw bewerking hoort. "
    "Lees de landelijke tekst en geef: standpunt accept {province} {id} --edition {edition}",
    "SP405": "De landelijke tekst waarbij '{id}' is geschreven, is niet (goed) bewaard in {file}. "
    "Daardoor kan alleen de tekst van nu worden getoond.",
    "SP406": "De beslissing over '{id}' gaat over wijziging {change}, en die is er niet meer. "
    "Bekijk wat er nu is veranderd, en pas de beslissing aan of haal haar weg.",
    "SP501": "De variabele '{name}' bestaat niet.{nearest: Bedoelt u @?}",
    "SP502": "De verplichte variabele '{name}' ontbreekt.{about: Wat hoort daar: @.}",
    "SP503": "De variabele '{name}' heeft de verkeerde soort waarde. Hier hoort {expected}.{better: Schrijf: @.}",
    "SP504": "De variabele '{name}' is aangekondigd, maar geen tekst gebruikt haar.",
    "SP505": "De variabele '{name}' is niet aangekondigd in edition.yaml.{allowed: Bekend: @.}",
    "SP506": "Deze tekst gebruikt de variabele '{name}', maar de provincie geeft daarvoor geen waarde.",
    "SP507": "Dit is geen gewone variabele: {text}. Schrijf {{{{ naam }}}}, zonder berekening of filter.",
    "SP509": "De taal '{language}' is hier niet bekend. Bekend: {known}. Een andere taal heeft haar eigen woorden nodig, in {path}.",
    "SP508": "Bij 'names' ontbreken de naamvormen voor de taal '{language}' (name, in, of, adjective).",
    "SP601": "Van '{id}' moet '{key}' nog worden bevestigd. Zolang dat zo is, kan de editie niet definitief worden. Vul het "
    "in, of zet er `waived:` bij met de reden waarom het zo mag blijven.",
    "SP602": "De figuur '{id}' heeft geen cijfers. Zij blijft uit de documenten tot die er zijn, en de editie kan niet "
    "definitief worden. Vul ze in, of zet er `waived:` bij met de reden waarom de figuur weg mag blijven.",
    "SP603": "Het vak '{id}' is niet ingevuld en blijft weg uit het document.",
    "SP604": "Het verplichte vak '{id}' is niet ingevuld. Zonder invulling kan de editie niet definitief worden.",
    "SP605": "De delen van figuur '{id}' zijn samen {total} procent, geen 100.",
    "SP606": "'{name}' lijkt op '{other}' van {elsewhere}. Is het dezelfde naam, schrijf hem dan overal hetzelfde.",
    "SP607": "'{id}' wordt gedrukt zonder bevestiging van: {keys}. Reden: {reason}",
    "SP608": "De figuur '{id}' heeft geen cijfers en blijft uit de documenten. Reden: {reason}",
    "SP609": "Bij '{id}' staat `waived:`, maar er is niets meer te bevestigen. Haal die regel weg.",
    "SP610": "Bij '{id}' staat '{name}', en uw eigen provincie wordt er niet genoemd. Komt de tekst van {others}? Schrijf "
    "dan uw eigen naam, of een variabele zoals {{{{ province.in }}}}. Is {others} bedoeld, noem dan ook uw eigen provincie.",
    "SP611": "Bij '{id}' staat '{name}'. Dat is een gegeven van {others}, niet van uw provincie. Is het overgenomen? Zet er "
    "dan uw eigen naam of variabele neer. Is het bedoeld, zet dan de naam van die provincie erbij.",
    "SP612": "Uw tekst in het vak '{id}' telt {found} woorden; gevraagd zijn er ongeveer {asked}. Maak hem korter, of zet een "
    "deel in een eigen blok.",
    "SP613": "Het id '{id}' van uw eigen blok begint niet met uw provincie. Noem het bijvoorbeeld: {better}",
    "SP620": "Dit vertaalbestand loopt niet gelijk met het Nederlands.{count_added: Nieuwe teksten: @.}"
    "{count_changed: Gewijzigde teksten: @.}{count_obsolete: Vervallen teksten: @.} Geef: standpunt translate sync {edition}",
    "SP651": "Deze zin telt {count} woorden; boven de 25 haakt een lezer af. Maak er twee van: '{text} …'",
    "SP652": "In deze zin staat {count} keer 'worden': '{text} …' Zeg wie het doet.",
    "SP653": "Schrijf '{better}' in plaats van '{text}'.",
    "SP654": "Schrijf het getal '{text}' als '{better}'.",
    "SP655": "Schrijf het telefoonnummer '{text}' als '{better}'.",
    "SP701": "Opmaaktaal van HTML, TeX of een ander programma wordt niet overgenomen: {text}. "
    "Gebruik gewone Markdown.",
    "SP702": "Deze link is niet veilig of wijst nergens heen: {link}.{allowed: Toegestaan: @.}",
    "SP703": "Het pad '{path}' wijst buiten de map van het standpunt. Zet de afbeelding bij de tekst.",
    "SP704": "De afbeelding '{path}' bestaat niet.",
    "SP705": "Een blok kan geen {construct} bevatten.",
    "SP706": "De afbeelding '{path}' heeft geen beschrijving. Schrijf ![beschrijving](bestand).",
    "SP707": "Tussen twee tekens {sign} staat meer dan één woord; de tekens worden gedrukt zoals ze er staan. Schrijf bij "
    "een bereik een streepje: 20–30.",
    "SP710": "Het bestand '{path}' is geen heel {said}-bestand.{found: Het lijkt op @.} Maak de afbeelding opnieuw, en geef "
    "haar de naam die bij haar soort hoort.",
    "SP711": "De afbeelding '{path}' is groter dan {most} MB. Maak haar kleiner.",
    "SP712": "De afbeelding '{path}' is {width} bij {height} pixels.{least: Een zijde is ten minste @; een SVG zegt hoe groot zij is met width en height, of met viewBox.}{side: Een zijde mag "
    "ten hoogste @ zijn.}{pixels: Samen mogen het er ten hoogste @ zijn.}{taller: Zij mag ten hoogste @ keer zo hoog als "
    "breed zijn.}{wider: Zij mag ten hoogste @ keer zo breed als hoog zijn.}",
    "SP713": "In figuur '{id}' staat het label '{label}' twee keer. Een lezer houdt ze niet uit elkaar: geef elke waarde een eigen "
    "label.",
    "SP714": "De tekening '{path}' bevat op regel {line} iets wat niet in een afbeelding hoort: {name}.{construct: Zo kan het "
    "wel: @.} Bewaar de tekening opnieuw.",
    "SP715": "De tekening '{path}' heeft meer dan {most} {construct}. Maak haar eenvoudiger, of bewaar haar als PNG.",
    "SP716": "'{path}' is geen gewoon bestand in de map van het standpunt. Zet op die plaats het bestand zelf, en geen "
    "verwijzing of apparaat.",
    "SP717": "De waarde {value} in figuur '{id}' kan niet worden getekend. Zij mag ten hoogste {most} zijn, met {digits} "
    "cijfers achter de komma. Kies een andere eenheid, zoals miljoen.",
    "SP718": "Figuur '{id}' toont delen van een geheel.{value: De waarde @ kan dan niet: een deel is niet kleiner dan nul.}"
    "{total: Samen zijn de delen @, en dan is er niets te tekenen.} Kies een andere figuur, zoals 'bar'.",
    "SP719": "Figuur '{id}' heeft {count} {construct}; er passen er {most} in een tekening.",
    "SP720": "Deze tekst heeft {found} tekens; hoogstens {most} kan. Verdeel hem over meer blokken.",
    "SP721": "Hier staat een woord van meer dan {most} tekens zonder spatie: '{text}'. Dat past op geen regel.",
    "SP722": "In deze tekst staan {found} opmaaktekens zoals *, _, [, ~ en &; hoogstens {most} kan. Haal weg wat geen "
    "opmaak is.",
    "SP723": "Hier zitten lijsten, citaten of nadruk te diep in elkaar; hoogstens {most} lagen kan.",
    "SP724": "Deze tabel heeft {rows} rijen en {columns} kolommen; hoogstens {most_rows} rijen en {most_columns} kolommen "
    "kan. Verdeel hem over meer tabellen.",
    "SP725": "Deze tekst heeft {found} alinea's en punten; hoogstens {most} kan. Verdeel hem over meer blokken.",
    "SP727": "Bij '{key}' staan {found} tekens; hoogstens {most} kan. Maak het korter.",
    "SP728": "Bij '{key}' staan {found} waarden; hoogstens {most} kan.",
    "SP730": "Het teken '{character}' ({code}, {what}) staat niet in het lettertype van de huisstijl en kan niet worden gedrukt.{instead: Typ in plaats daarvan '@', of laat het weg.}",
    "SP731": "Hier staat een onzichtbaar teken ({code}) dat de leesrichting omdraait: de tekst leest dan anders dan hij is. Haal het weg.",
    "SP732": "Een regel begint met '{text}'. Dat maakt geen lijst: de regels worden achter elkaar gedrukt. Begin elk onderdeel op een "
    "eigen regel met '- ', onder een lege regel, en schrijf 'text: |'. In een titel of naam: haal het teken weg.",
    "SP733": "De nummering '{text}' is met de hand getypt en maakt geen lijst: de regels worden achter elkaar gedrukt. Begin elk "
    "onderdeel op een eigen regel met '1. ', '2. ' enzovoort, onder een lege regel, of laat het nummer weg.",
    "SP734": "Deze regel wordt een lijst met één onderdeel: '{text}'. Is dat niet de bedoeling, laat de regel dan anders beginnen, of zet "
    "een backslash voor de punt of het streepje, zoals in '7\\. maart'.",
    "SP735": "Hier staat nummer {found}, maar in het document komt {shown} te staan, want een lijst telt door. Nummer de lijst door, "
    "of zet een backslash voor de punt: '{found}\\.'.",
    "SP736": "Een regel die met '>' begint, wordt een citaat, zonder dat teken: '{text}'. Haal de tekens uit de mail weg, of gebruik een "
    "blok 'quote'.",
    "SP737": "Bij '{text}' valt een teken voor nadruk (* of _) weg, of het wordt letterlijk gedrukt. Zet het voor en achter de woorden, "
    "zonder spatie ertussen, of zet er een backslash voor.",
    "SP738": "Bij '{text}' leest het document iets anders dan er staat: een teken tussen of voor de cijfers verdwijnt. Schrijf het met "
    "woorden of met het echte teken: 'meer dan 50', '5 × 3', '20 tot 30'.",
    "SP739": "Hier staat niets wat een lezer kan lezen. Vul de tekst in, of haal de sleutel of het blok weg.",
    "SP740": "'{text}' is geen variabele en wordt letterlijk gedrukt. Schrijf een variabele met twee accolades: {{{{ naam }}}}.",
    "SP741": "'{text}' lijkt een plek die nog ingevuld moet worden, en wordt letterlijk gedrukt. Vul haar in, of haal haar weg.",
    "SP742": "'{text}' lijkt een verwijzing naar een noot, en die is er niet. Zet de bron in een feit (fact) met 'source', of haal het "
    "nummer weg.",
    "SP743": "'{text}' lijkt een kop die met de hand is gemaakt. Een blok heeft geen koppen: maak er een thema met een titel van, of schrijf "
    "het als zin.",
    "SP744": "Deze regels lijken een tabel, maar worden achter elkaar gedrukt: '{text}'. Zet onder de eerste regel een regel als "
    "'|---|---|' en begin en eindig elke regel met een streep (|).",
    "SP746": "'{text}' wordt met 'mailto:' erbij gedrukt. Schrijf alleen het adres, of een link: [tekst](mailto:adres).",
    "SP747": "'{text}' wordt letterlijk gedrukt. Typ het teken zelf, of een spatie.",
    "SP748": "Hier werkt geen opmaak: '{text}' wordt met de tekens erbij gedrukt. Haal de tekens weg.",
    "SP749": "Deze woorden komen in geen document: '{text}'. Ze staan in een verwijzing die nergens gebruikt wordt, of in een cel waarvoor de "
    "tabel geen kolom heeft.",
    "SP750": "Hier wordt {text} niet ingevuld maar letterlijk gedrukt: dit is zelf een waarde die ingevuld wordt. Schrijf de woorden "
    "voluit.",
    "SP801": "Het hulpprogramma {tool} gaf een fout: {said}",
    "SP802": "Het bestand '{path}' kan niet worden geschreven: {said}.",
    "SP803": "Het document '{document}' kon niet worden gemaakt{format: (@)}: {tool:@: }{said}",
    "SP804": "Voor de taal '{language}' is er nog geen vertaling van editie {edition}; deze taal is overgeslagen.",
    "SP805": "De kleur '{text}' op '{ground}' heeft een contrast van {ratio} op 1; nodig is {needed} op 1.",
    "SP806": "De huisstijl noemt '{name}', maar dat bestaat niet.{allowed: Bekend: @.}",
    "SP807": "Het Word-bestand '{document}' kon niet kloppend worden gemaakt. Na het {kind} van alle wijzigingen "
    "staat er '{found}' waar '{wanted}' hoort te staan. Meld dit aan de beheerder.",
    "SP808": "Hier hebben vertalingen een fout ({count}); die teksten staan in het document in het Nederlands. Bekijk ze met: "
    "standpunt translate check",
    "SP809": "In de taal '{language}' kan dit nog niet definitief worden. Van vragen, koppen, bijschriften en "
    "variabelen zijn {strict} woorden nog niet goedgekeurd (het moeten er 0 zijn); van de andere tekst is {percent}% goedgekeurd "
    "(nodig is {needed}%).{errors: Vertalingen met een fout: @.}",
    "SP810": "De letter van '{key}' is {value} punten. Kies een maat van {least} tot {most}.",
    "SP811": "Bij '{key}' staan {count} namen; het mogen er {most} zijn.",
    "SP812": "Het bestand '{path}' is geen heel lettertype. Zet het opnieuw in de map, of haal het weg.",
    "SP813": "Het lettertype '{path}' is groter dan {most} MB. Kies een kleiner bestand.",
    "SP814": "In de map van de lettertypen staan {count} bestanden; het mogen er {most} zijn. Laat staan wat nodig is.",
    "SP815": "Met het lettertype '{name}' kan geen PDF worden gemaakt: {said}",
    "SP820": "'{path}' kan niet worden vervangen, want het bestand is open in een ander programma of u mag er niet in schrijven. Sluit het bestand in Word en maak het document opnieuw.",
    "SP821": "Bij het maken van '{document}' stopte het programma ({said}). Bij de tweede poging is het gelukt.",
    "SP822": "Editie {edition} is een concept en wordt daarom niet definitief gemaakt. Is de tekst vastgesteld, zet hier dan "
    "`status: vastgesteld`.",
    "SP823": "Bij `waived:` staat geen reden. Schrijf in woorden waarom dit onbevestigd gedrukt mag worden, of haal de "
    "regel weg.",
    "SP825": "In de map met documenten staan er nog die bij geen editie, provincie of taal meer horen. Geef `standpunt publish --prune` om ze weg te halen.",
    "SP826": "Deze documenten zijn met `--final` niet gemaakt; wat er staat, is nog een concept. Los op wat `standpunt check --final` noemt en maak ze opnieuw, of geef `standpunt publish --final --prune` om de concepten weg te halen.",
    "SP827": "Deze documenten zijn niet weggehaald, want iemand heeft ze veranderd nadat ze gemaakt waren. Bewaar ze ergens anders of gooi ze zelf weg.",
    "SP830": "Op deze tekst loopt het programma Pandoc vast, ook bij een tweede poging. Controleer opnieuw. Blijft deze "
    "melding staan, verdeel de tekst dan over meer blokken, of haal opmaak weg.",
    "SP831": "De server van Prefect viel uit ({said}). Wat nog niet klaar was, is zonder Prefect gedaan."
    "{log: Meer staat in @.}",
    "SP832": "De afbeelding '{path}' kost bij het drukken meer dan {most} seconden. Maak haar eenvoudiger of kleiner, of bewaar een tekening als PNG.",
    "SP833": "Op de afbeelding '{path}' loopt het drukken vast, ook bij een tweede poging: het programma stopt, of heeft te veel "
    "geheugen nodig. Maak haar eenvoudiger of kleiner, of bewaar een tekening als PNG.",
    "SP834": "Bij '{key}' horen twee getallen van 0 tot 100: hoeveel procent van links, en hoeveel van boven. Schrijf [50, 50] voor "
    "het midden.",
    "SP835": "De foto '{path}' is geen {said}. Bewaar haar als JPEG.",
    "SP836": "De foto '{path}' is {width} bij {height} pixels. Gedrukt wordt zij onscherp; nodig zijn er ten minste {wide} bij {high}.",
    "SP837": "De foto '{path}' ligt gedraaid: het bestand zegt hoe de camera werd gehouden (EXIF-stand {found}), en niet elk programma draait "
    "haar dan recht. Zet haar in een fotoprogramma rechtop en bewaar haar opnieuw.",
    "SP838": "De foto '{path}' is in de kleuren van drukinkt (CMYK). Bewaar haar in de kleuren van een scherm: RGB, met het profiel sRGB.",
    "SP839": "Bij '{key}' staat niets. Schrijf bij 'alt' wat er op de foto te zien is, en bij 'credit' wie haar maakte.",
    "SP840": "Dit bestand zegt dat het in '{said}' geschreven is, maar dat is niet zo, of dat kan hier niet worden "
    "gelezen. Bewaar het opnieuw als UTF-8.",
    "SP841": "In '{context}' staat {codes}. Dat is een code van het vertaalprogramma, en het is niet duidelijk voor welk "
    "deel van het Nederlands zij staat. De vertaling is niet overgenomen; zet de variabele, de link of de nadruk van het "
    "Nederlands op die plaats.",
    "SP842": "In de vertaling van '{context}' staan twee teksten naast elkaar, waarschijnlijk een oude en een nieuwe. Er "
    "is niets van overgenomen; laat er één in het bestand staan.",
    "SP843": "Van '{context}' zijn {done} van de {number} zinnen vertaald. Een tekst wordt overgenomen als zij heel is: "
    "vertaal ook de andere zinnen, of voeg ze samen in het vertaalprogramma.",
    "SP844": "Van de {number} teksten in dit bestand is er geen van ons; er staat bijvoorbeeld {examples} in. Neem het "
    "bestand dat deze opdracht maakt: standpunt translate export",
    "SP845": "Van de {number} teksten in dit bestand zijn er {strange} niet van ons, bijvoorbeeld {examples}. Die zijn "
    "niet overgenomen.",
    "SP846": "In dit vertaalgeheugen staan {variants} naast elkaar. Overgenomen: {taken}.",
    "SP847": "Hier heeft een tekst of een opmerking meer dan {most} regels. Dat is langer dan enige tekst van een "
    "standpunt, en wordt niet gelezen. Waarschijnlijk is er iets in geplakt; haal dat weg, of begin met een nieuwe export.",
    "SP851": "Dit vertaalbestand klopt hier niet: een tekst begint en eindigt met een aanhalingsteken, en msgctxt, "
    "msgid en msgstr volgen elkaar op. Bewaar het met een PO-editor.",
    "SP852": "De tekst '{context}' staat twee keer in dit vertaalbestand. Laat er één staan.",
    "SP853": "Deze vertaling ('{text} …') heeft geen msgctxt en hoort dus bij geen tekst.{more: Dat geldt voor nog @ "
    "andere.} Haal weg wat er geen heeft, of begin met het bestand dat deze opdracht maakt: standpunt translate sync",
    "SP854": "Dit bestand zegt dat het '{said}' is, maar het is het bestand van de taal '{language}'.",
    "SP855": "De vertaling van '{context}' mist {names:de variabele @}. Neem haar over, of een andere vorm ervan.",
    "SP856": "De vertaling van '{context}' heeft een variabele die het Nederlands daar niet heeft: {name}.",
    "SP857": "De vertaling van '{context}' mist {target}. Een link, afbeelding of adres blijft zoals in het Nederlands.",
    "SP858": "De vertaling van '{context}' heeft {target}, en dat staat niet in het Nederlands. Een link, afbeelding "
    "of adres blijft zoals in het Nederlands.",
    "SP859": "De opmaak van '{context}' is anders dan in het Nederlands ({construct}): daar {dutch}, in de vertaling "
    "{translated}.",
    "SP860": "De vertaling van '{context}' heeft dezelfde opmaak als het Nederlands, maar in een andere volgorde of op "
    "een ander niveau.",
    "SP861": "De getallen in '{context}' zijn anders dan in het Nederlands.{missing: Dit ontbreekt: @.}"
    "{added: Dit is te veel: @.}",
    "SP862": "Het getal {number} staat in '{context}' niet even vaak in cijfers als in het Nederlands. Klopt dat?",
    "SP863": "De naam '{name}' hoort ook in de vertaling van '{context}' zo te staan.",
    "SP864": "Gebruik in '{context}' niet '{word}' voor '{term}'.{preferred: Wel: @.}",
    "SP865": "Voor '{term}' staat in '{context}' geen van de afgesproken woorden.{preferred: Wel: @.}",
    "SP866": "De vertaling van '{context}' is hetzelfde als het Nederlands.",
    "SP867": "De vertaling van '{context}' is {percent}% zo lang als het Nederlands. Staat alles erin, en niet meer?",
    "SP868": "In '{context}' staat twee keer hetzelfde woord: '{words}'.",
    "SP869": "In het Nederlands van '{context}' staat '{word}'. In de vertaling staat geen ontkenning.",
    "SP870": "De vertaling van '{context}' begint of eindigt met een spatie.",
    "SP871": "Deze uitzondering bij '{context}' klopt niet: {comment}. Schrijf de controle, @ met de code van het "
    "Nederlands (nl-sha) en een reden, zoals: check-ok: length @3f9a1c2e77aa: de naam is in het Duits langer",
    "SP872": "De term '{term}' staat twee keer in de lijst. Laat er één staan.",
    "SP873": "Er is geen tekst '{context}' in {file}.{nearest: Bedoelt u @?}",
    "SP874": "De tekst '{context}' is nog niet vertaald. Er is dus niets goed te keuren.",
    "SP875": "Het Nederlands van '{context}' is veranderd na deze vertaling. Werk de vertaling bij, of keur haar goed "
    "zoals zij is met: --as-is",
    "SP876": "De tekst '{context}' is niet goedgekeurd, want er zit een fout in ({codes}).",
    "SP877": "Het Nederlands van '{context}' heeft {dutch} zinnen, de vertaling {translated}. Staat alles erin, en niet meer?",
    "SP878": "'{key}' is samen {total}% inkt. Meer dan {most}% droogt slecht: vraag de drukker om een andere menging.",
    "SP879": "In '{document}' staat iets doorschijnends. De pdf voor de drukker is gemaakt, maar is daardoor geen PDF/X. Gebruik een logo en tekeningen zonder doorschijnende delen, of vraag de drukker of hij dit aankan.",
    "SP880": "De vertaalmachine '{engine}' vertaalt niet naar '{language}'{known:, wel naar: @}. Voor andere talen zijn er mensen, het vertaalgeheugen (--engine tm) en een eigen programma (--engine command).",
    "SP881": "De vertaalmachine '{engine}' heeft {variable} nodig. Zet die waarde in de omgeving, nooit in een bestand bij de teksten.",
    "SP882": "De vertaalmachine '{engine}' is hier niet geïnstalleerd. Dat kan met: pip install 'standpunt[{extra}]', en daarna een model vanuit het Nederlands.",
    "SP883": "De vertaaldienst '{engine}' weigert de sleutel. Kijk of {variable} klopt.",
    "SP884": "Bij de vertaaldienst '{engine}' is het tegoed op. Wat al klaar was, is bewaard; ga verder als er weer tegoed is.",
    "SP885": "De vertaaldienst '{engine}' geeft geen antwoord ({reason}). Wat al klaar was, is bewaard; probeer het later opnieuw.",
    "SP886": "De vertaalmachine '{engine}' geeft een antwoord dat niet te begrijpen is: {reason}.",
    "SP887": "Het vertaalprogramma werkt niet: {reason}.{said: Het zei zelf: @}",
    "SP888": "De vertaling van '{context}' in {file} door '{engine}' is niet overgenomen: niet alles wat vast moet blijven kwam terug. De tekst is nog te vertalen.",
    "SP889": "De vertaling van '{context}' in {file} door '{engine}' is niet overgenomen, want er zit een fout in ({codes}). De tekst is nog te vertalen.",
    "SP890": "Dit is geen hele XML: hier klopt een teken, een naam of een afsluiting niet. Bewaar het bestand opnieuw "
    "vanuit het vertaalprogramma.",
    "SP891": "Dit bestand brengt eigen afkortingen (entities) mee, of heeft ze nodig. Zulke bestanden worden niet gelezen. "
    "Bewaar het zonder DOCTYPE, en met de tekens zelf.",
    "SP892": "Dit is een ingepakt bestand. Pak het eerst uit, en geef het PO-, XLIFF- of TMX-bestand dat erin zit.",
    "SP893": "Dit is {found}, en geen XLIFF 1 of 2, TMX of PO. Bewaar het vanuit het vertaalprogramma als XLIFF 1.2.",
    "SP894": "Dit bestand zegt dat het van '{said}' is. Gevraagd is: van '{source}' naar '{language}'.",
    "SP895": "De tekst '{context}' staat twee keer in dit bestand. Laat er één staan.",
    "SP896": "Dit bestand hoort bij {original}, en dat is geen vertaalbestand van editie {edition} in '{language}'."
    " Noem de editie met: --edition",
    "SP897": "Er is geen tekst '{context}' in {file}. De vertaling is niet overgenomen.",
    "SP898": "De vertaling van '{context}' is in {file} veranderd nadat dit bestand werd gemaakt. Zij is niet "
    "overschreven; dat kan met: --overwrite",
    "SP899": "De vertaling van '{context}' is gemaakt van ouder Nederlands. In {file} staat al een vertaling van het "
    "Nederlands van nu; die is gebleven.",
    "SP901": "Er is geen editie '{edition}'{revision: in revisie @}.{nearest: Bedoelt u @?}{known: Er is wel: @.}",
    "SP902": "Er is geen provincie '{province}'{revision: in revisie @}.{nearest: Bedoelt u @?}",
    "SP903": "Er is geen blok '{id}' in editie {edition}.{nearest: Bedoelt u @?}",
    "SP904": "In de map '{root}' staat geen standpunt: 'shared/<editie>/edition.yaml' ontbreekt. "
    "Ga naar de goede map, gebruik --root, of begin met: standpunt init MAP",
    "SP905": "Geen van de gekozen provincies publiceert in de taal '{language}'. {nearest:Bedoelt u @? }Wel in: {known}.",
    "SP906": "Op '{id}' staat bij {province} geen bewerking die bij een landelijke tekst hoort.{nearest: Bedoelt u @?}",
    "SP907": "De map '{path}' is niet leeg. Kies een nieuwe map.",
    "SP908": "'{text}' is geen editie. Schrijf een editie (2027), een editie met een provincie (2027/zeeland) "
    "of een van beide met een revisie van git (2027@HEAD~5).",
    "SP909": "De map '{root}' wordt niet met git bijgehouden. Daarom is revisie '{revision}' niet te lezen.",
    "SP910": "Het programma git is hier niet geïnstalleerd. Het is nodig om revisie '{revision}' te lezen.",
    "SP911": "Er is geen revisie '{revision}'.{shallow: Deze kopie bevat maar een deel van de geschiedenis; "
    "haal de rest op met: @} Bekijk de revisies met: git log --oneline",
    "SP912": "In '{reference}' staan fouten ({count}); de eerste staat in {first}."
    "{edition: Verbeter ze eerst. Bekijk ze met: standpunt check @}"
    "{revision: Revisie @ is niet meer te verbeteren: kies een andere.}",
    "SP913": "'{old}' en '{new}' zijn hetzelfde. Kies twee edities, provincies of revisies die verschillen.",
    "SP914": "Vergelijken kan niet in de taal '{language}', alleen in de taal van de editie: {known}.",
    "SP915": "Het bestand {path} is er al. Een nieuwe editie {edition} schrijft nergens overheen.",
    "SP916": "'{text}' kan niet de naam zijn van een editie na {edition}. Schrijf een jaar of een naam die daarna komt, met letters, cijfers en streepjes, zoals 2031.",
    "SP917": "Editie {edition} heeft de status {status}. Verzegelen kan als de tekst is vastgesteld: zet `status: vastgesteld` in edition.yaml.",
    "SP918": "Editie {edition} is al verzegeld, op {day}. Moet de uitgave echt anders, geef dan --again.",
    "SP919": "Van editie {edition} zijn nog geen definitieve documenten gemaakt. Maak ze eerst: standpunt publish {edition} --final",
    "SP920": "De verkiezing ({day}) valt niet na die van editie {edition} ({other}). Controleer de datum achter --election.",
    "SP921": "'{text}' is geen dag van een verkiezing. Schrijf een jaar, maand of dag die bestaat, als 2031, 2031-03 of 2031-03-19.",
    "SP930": "Dit is {returned} en geen Word-bestand. Open de werkversie in Word en bewaar haar als Word-document (.docx).",
    "SP931": "Dit Word-bestand is niet heel: een deel ontbreekt of is beschadigd. Vraag het opnieuw, of open en bewaar het nog eens in Word.",
    "SP932": "Dit bestand bevat veel meer dan een werkversie kan bevatten. Het is niet gelezen. Vraag de afzender om de werkversie zelf.",
    "SP933": "Dit bestand brengt eigen afkortingen (entities) mee. Word schrijft zulke bestanden niet; het is niet gelezen.",
    "SP934": "Dit is geen werkversie{returned: maar @}. Alleen wat `standpunt word export` maakt, kan terug worden gelezen.",
    "SP935": "Deze werkversie is gemaakt met een nieuwere Standpunt. Werk Standpunt hier eerst bij.",
    "SP936": "Dit is een hulpbestand van Word, dat er staat zolang de werkversie open is. Sluit Word, en kies het bestand zonder {sign} ervoor.",
    "SP937": "In dit bestand zitten programma's (macro's). Het is niet gelezen. Bewaar het in Word als gewoon document (.docx).",
    "SP938": "Dit is de werkversie van {copied}, en die is er hier niet.{nearest: Bedoelt u @?}",
    "SP939": "Deze werkversie kan nu niet worden vergeleken: in {copied} staan fouten. Verbeter die eerst: standpunt check {edition}",
    "SP940": "{wanted:Verwacht was een werkversie van @.} Geef --national alleen bij de landelijke tekst.",
    "SP941": "Bij '{id}' staat in {province} geen open opmerking.{nearest: Wel bij: @.}",
    "SP942": "Het id '{id}' is al in gebruik, of was dat. Kies een ander.",
    "SP943": "'{id}' kan geen id zijn. Schrijf {form}.",
}

TERMS = {
    "or": "of",
    "glyph-private": "een teken uit een symboollettertype van Word",
    "glyph-symbol": "een symbool of plaatje",
    "glyph-mark": "een los accent",
    "glyph-letter": "een letter uit een ander schrift",
    "glyph-control": "een onzichtbaar teken",
    "text": "tekst",
    "flag": "true (ja) of false (nee)",
    "number": "een getal",
    "list": "een lijst, met '- ' voor elk onderdeel",
    "mapping": "een blok met sleutels en waarden",
    "date": "een datum (jjjj-mm-dd)",
    "url": "een webadres (https://…)",
    "prose": "toelichting",
    "ask": "vraag",
    "fact": "feit",
    "figure": "figuur",
    "quote": "citaat",
    "contact": "contact",
    "caption": "bijschrift",
    "source": "bron",
    "variable": "waarde van een variabele",
    "not": "niet",
    "got-list": "een lijst",
    "got-mapping": "een blok met sleutels",
    "got-flag": "true of false; zet een woord als dit tussen aanhalingstekens",
    "apostrophe": "Begint de tekst met een apostrof ('t, 's), zet hem dan tussen dubbele aanhalingstekens.",
    "beside": "hoort bij",
    "marker-other": "de andere versie",
    "marker-end": "tot hier",
    "sign-0000": "een nulteken",
    "sign-0007": "een belteken",
    "sign-0008": "een backspace",
    "sign-000B": "een verticale tab (een regeleinde uit Word)",
    "sign-000C": "een teken voor een nieuwe pagina",
    "sign-001B": "een escapeteken",
    "sign-001E": "een vast koppelteken uit Word",
    "sign-001F": "een zacht koppelteken uit Word",
    "sign-007F": "een delete-teken",
    "sign-0085": "een regeleinde van een andere computer",
    "sign-00A0": "een vaste spatie",
    "sign-00AD": "een zacht koppelteken",
    "sign-2007": "een spatie zo breed als een cijfer",
    "sign-2009": "een dunne spatie",
    "sign-200B": "een spatie zonder breedte",
    "sign-202F": "een smalle vaste spatie",
    "sign-2028": "een regelscheiding",
    "sign-2029": "een alineascheiding",
    "sign-2060": "een woordverbinder",
    "sign-3000": "een brede spatie",
    "sign-FEFF": "een byte order mark",
    "sign-space": "een bijzondere spatie",
    "sign-control": "een stuurteken",
    "yaml-colon-missing": "op deze regel staat geen sleutel met een dubbele punt, en zij hoort ook niet bij een tekst erboven",
    "yaml-escape": "een backslash tussen dubbele aanhalingstekens; gebruik enkele aanhalingstekens",
    "yaml-bracket": "deze haak wordt niet gesloten, of er ontbreekt een komma tussen de onderdelen",
    "yaml-list": "een lijst begint niet achter de sleutel maar op de regel eronder",
    "yaml-hash": "achter ' #' leest YAML een opmerking, en daar houdt de tekst op; zet de hele tekst tussen aanhalingstekens",
    "yaml-key": "een sleutel moet een woord zijn",
    "yaml-documents": "een bestand bevat één stuk YAML; haal de regel '---' weg",
    "yaml-other": "deze regel past niet bij de regels erboven; vergelijk de inspringing, streepjes, dubbele punten en "
    "aanhalingstekens met die van een blok dat wel klopt",
    "form-id": "kleine letters, cijfers en streepjes, zoals vraag-mkb-toets",
    "form-inks": "vier percentages van 0 tot 100 voor cyaan, magenta, geel en zwart, zoals [100, 70, 0, 60]",
    "form-date": "een datum als 2027-03-17",
    "form-as-of": "een jaar, maand of dag als 2022, 2022-07 of 2022-07-01, of: te bevestigen",
    "form-colour": 'een # met zes cijfers of letters a tot f, tussen aanhalingstekens, zoals "#0d2444"',
    "form-file": "de naam van een bestand in dezelfde map, met gewone letters, cijfers, punten en streepjes",
    "form-font": "de naam van een lettertype: letters, cijfers, spaties en streepjes",
    "form-language": "de code van een taal, zoals en of de",
    "form-site": "een webadres dat met https:// begint, zonder spaties, ? of #",
    "form-name": "kleine letters, cijfers en lage streepjes, zoals smart_industry_hub",
    "form-change": "acht tekens uit 0-9 en a-f, zoals het rapport ze toont",
    "heading": "kop",
    "code": "code (een regel die vier spaties inspringt, of tekst tussen `)",
    "rule": "horizontale lijn",
    "definition-list": "definitielijst",
    "note": "voetnoot",
    "strikeout": "doorgehaalde tekst",
    "math": "formule",
    "paragraph": "alinea",
    "bullets": "lijst met punten",
    "numbered-list": "genummerde lijst",
    "item": "punt van een lijst",
    "table": "tabel",
    "row": "rij van een tabel",
    "column": "kolom van een tabel",
    "raw": "HTML of andere code",
    "strong": "vet",
    "emphasis": "cursief",
    "superscript": "superscript",
    "subscript": "subscript",
    "line-break": "regeleinde",
    "image": "afbeelding",
    "link": "link",
    "values": "waarden",
    "label-characters": "tekens in één label",
    "labels-characters": "tekens in alle labels samen",
    "lines": "regels",
    "keys-and-values": "sleutels en waarden",
    "texts": "teksten",
    "elements": "onderdelen",
    "nested-elements": "onderdelen in elkaar",
    "drawn-elements": "onderdelen, als elke verwijzing wordt gevolgd",
    "picture-outlines": "tekst als omtrekken, of in een lettertype van de huisstijl",
    "picture-inside": "een verwijzing binnen de tekening, zoals #vorm",
    "picture-flat": "de tekening zonder effecten, plat gemaakt",
    "other": "dit soort opmaak",
    "allow": "klopt het toch, zet dan boven msgctxt, met de reden erachter",
    "inside": "in de zinnen",
    "outside": "buiten de zinnen",
    "any-province": "<provincie>",
    "provinces": "provincies",
    "first": "eerder",
    "national": "landelijk",
    "previous": "vorige editie",
    "was": "landelijk, toen",
    "now": "landelijk, nu",
    "own": "uw tekst",
    "files": "bestanden",
    "translation-missing": "nog te vertalen",
    "translation-stale": "verouderd",
    "translation-machine": "automatisch vertaald, na te lezen",
    "translation-review": "na te lezen",
    "returned-folder": "een map",
    "returned-empty": "een leeg bestand",
    "returned-doc": "een oud Word-bestand (.doc)",
    "returned-locked": "een bestand met een wachtwoord",
    "returned-pdf": "een pdf",
    "returned-odt": "een bestand van LibreOffice (.odt)",
    "returned-other-office": "een ander soort Office-bestand, of een zip",
    "returned-other": "een ander soort bestand",
    "returned-report": "een verslag van wat er veranderde",
    "returned-brochure": "een brochure",
    "accept": "accepteren",
    "reject": "verwerpen",
    "error": "fout",
    "warning": "let op",
}
